// The pages kept for every site: `fixtures/<site>.<case>.html`, with what must be read from each at its end.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, At, Conversation, Message } from '@/lib/sites/site';
import { seeded } from '../e2e/support/seeded';

export interface Expected {
  url: string;
  account: string | null;
  conversation: { kind: Conversation['kind']; ids: Conversation['ids']; name: string } | null;
  /** The oldest first; rows that are no message, or not settled yet, are left out. */
  messages: { key: string; direction: Message['direction']; at: At }[];
  composer: boolean;
  /** The words of the last incoming message, null when there is none. */
  lastText: string | null;
  link: string | null;
  /** The person whose profile page it is; left out where it is none. */
  profile?: Expected['conversation'];
  /**
   * What a click there does, null being nothing; left out where nothing is published. ` >>> ` leads into an open shadow root, and
   * `box` is a selector. Nothing on the page may be an act that is not named here.
   */
  acts?: { selector: string; act: (Omit<Act, 'box'> & { box: string | null }) | null }[];
  /** Keys of own messages on their way or failed that nothing but a mark tells from sent ones: a page without that mark shows them as sent. */
  unsent?: string[];
  /** Other conversations that the page holds, each of which a change to it may make the open one. */
  others?: Other[];
}

export type Other = Pick<Expected, 'account' | 'conversation' | 'link'> & { messages: Pick<Message, 'key' | 'direction'>[] };

export interface Fixture {
  /** `<site>.<case>.html` */
  file: string;
  /** The site's id. */
  id: string;
  html: string;
}

const FOLDER = join(import.meta.dirname, 'fixtures');

export const fixtures: readonly Fixture[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, id: file.split('.')[0]!, html: readFileSync(join(FOLDER, file), 'utf8') }));

/** What the fixture says at its end. Not parsed as HTML, to be quick: it is asked for often. */
export function expectedIn(html: string): Expected {
  const json = /<script type="application\/json" id="expected">([^<]*)<\/script>\s*(?:<\/body>\s*)?(?:<\/html>\s*)?$/.exec(html)?.[1];
  if (!json) throw new Error('The fixture does not end in <script type="application/json" id="expected">.');
  return JSON.parse(json) as Expected;
}

/** The comment at its beginning, which says where it comes from; '' without one. */
export const commentIn = (html: string): string => /^(?:<!doctype html>\s*)?<!--(.*?)-->/is.exec(html)?.[1]?.trim() ?? '';

/** Each fixture draws numbers of its own: those of one stay the same when another comes or changes. */
export function seedFor(file: string): number {
  let { seed } = seeded();
  for (const letter of file) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  return seed;
}
