// What of a reply may travel from one book to another: the template alone. No counts, no examples, nothing learned, nobody's name.
import type { z } from 'zod';
import { replySchema, type Reply } from './reply-records';

export const portableSchema = replySchema.pick({
  title: true,
  body: true,
  shortcut: true,
  language: true,
  folder: true,
  tags: true,
  fits: true,
  sells: true,
});
export type Portable = z.infer<typeof portableSchema>;

/** So many replies go in at once. */
export const MOST_REPLIES = 5000;

export function portableOf({ title, body, shortcut, language, folder, tags, fits, sells }: Portable): Portable {
  return { title, body, shortcut, language, folder, tags, fits, sells };
}

/** What a reply meets when it comes in: the title of one with the same text, and of one that has its shortcut already. */
export interface Meeting {
  same: string | null;
  taken: string | null;
}

type Known = Pick<Reply, 'title' | 'body' | 'shortcut'>;

/** How replies that come in stand to those that are there, and to those before them in the same file. */
export function meet(incoming: readonly Known[], there: readonly Known[]): Meeting[] {
  const texts = new Map(there.map(({ body, title }) => [wordsOf(body), title]));
  const shortcuts = new Map(there.map(({ shortcut, title }) => [shortcut, title]));
  return incoming.map(({ title, body, shortcut }) => {
    const words = wordsOf(body);
    const same = texts.get(words) ?? null;
    const taken = shortcut === '' ? null : (shortcuts.get(shortcut) ?? null);
    if (same === null) {
      texts.set(words, title);
      // One that is left out takes no shortcut away.
      if (shortcut !== '' && taken === null) shortcuts.set(shortcut, title);
    }
    return { same, taken: same === null ? taken : null };
  });
}

/** Spaces and line breaks at the end of lines make no other text. */
const wordsOf = (body: string): string => body.replace(/[^\S\n]*(?:\r\n?|\n)/g, '\n').trim();
