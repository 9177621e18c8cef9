// @vitest-environment happy-dom
// Teaching, tried on pages whose right reading is known: what is taught by pointing at a name, two messages and the composer has
// to read what the site's own file reads. `RAPPORT_SHOW=1` prints what was derived.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { taughtReadingSchema } from '@/lib/domain/taught-site';
import { sites } from '@/lib/sites';
import { cleanName, textOf } from '@/lib/sites/pick';
import type { Message, Page, Site } from '@/lib/sites/site';
import { derive, trial, type Picks } from '@/lib/teach/derive';

const FOLDER = join(import.meta.dirname, 'fixtures');

/** Where the name stands that somebody would point at. */
const TITLES: Record<string, string> = {
  converse: '.chatbox-title__text .user',
  demo: 'header [data-name]',
  discord: '[aria-label="Channel header"] h1',
  linkedin: 'h2.msg-entity-lockup__entity-title, .msg-overlay-bubble-header__title',
  slack: '[data-qa="channel_name"]',
  telegrama: '.MiddleHeader h3.fullName',
  telegramk: '.chat.active .peer-title-inner',
  wechat: '.title_name',
  whatsapp: '[data-testid="conversation-info-header-chat-title"]',
  x: '[data-testid="dm-conversation-username"]',
  xiaohongshu: '.xhs-im-chat-window__header-name',
};

/**
 * How many rows are taken for messages that the site's own file knows to be none: on their way or failed, told by nothing but
 * the form of their id; in Telegram's pages a sponsored line or a row of the chat before, in WeChat's a hidden copy.
 */
const TOO_MANY: Record<string, number> = {
  'converse.chat.html': 1,
  'linkedin.chat.html': 1,
  'slack.chat.html': 1,
  'telegrama.chat.html': 2,
  'telegramk.chat.html': 2,
  'wechat.chat.html': 3,
  'whatsapp.chat.html': 1,
  'whatsapp.pt.html': 1,
  'xiaohongshu.chat.html': 1,
};

function show(html: string): Page {
  const url = /"url":\s*"([^"]+)"/.exec(html)![1]!;
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
  openRoots(document.body);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  return { document, url: new URL(url) };
}

function openRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const shadow = template.parentElement!.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    openRoots(shadow);
  }
}

const everywhere = (root: ParentNode, css: string): Element[] => [
  ...root.querySelectorAll(css),
  ...[...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? everywhere(element.shadowRoot, css) : [])),
];

interface Known {
  row: Element;
  message: Message;
  text: string;
}

/** Rows with what a site reads in them, those of unclear direction left out. */
function known(site: Site, page: Page): Known[] {
  return [...(site.list(page)?.querySelectorAll(site.rows) ?? [])].flatMap((row) => {
    const message = site.message(row, page);
    return message && message.direction !== 'unknown' ? [{ row, message, text: site.text(row) }] : [];
  });
}

const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** The innermost element with these words: where a pointer would land. */
const wordsIn = ({ row, text }: Known): Element =>
  [...row.querySelectorAll('*')].findLast((element) => squeeze(textOf(element)) === squeeze(text)) ?? row;

/** What somebody would point at; null where the page does not show one of the four. */
function picksOn(page: Page, site: Site): Picks | null {
  const name = site.conversation(page)?.name;
  const title = everywhere(document, TITLES[site.id] ?? 'none').find((element) => name?.startsWith(cleanName(textOf(element)) ?? '?'));
  const messages = known(site, page).filter(({ text }) => text !== '');
  const theirs = messages.find(({ message }) => message.direction === 'in');
  const own = messages.find(({ message }) => message.direction === 'out');
  const composer = site.composer(page);
  return title && theirs && own && composer ? { title, theirs: [wordsIn(theirs)], own: [wordsIn(own)], composer } : null;
}

const tried = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, site: sites.find((site) => site.id === file.split('.')[0])!, html: readFileSync(join(FOLDER, file), 'utf8') }))
  .filter(({ site, html }) => {
    const page = show(html);
    return site.conversation(page)?.kind === 'person' && picksOn(page, site);
  });
const report: string[] = [];

describe.each(tried)('$file', ({ file, site, html }) => {
  test('is read by what was taught on it as by its own file', () => {
    const page = show(html);
    const picks = picksOn(page, site)!;
    const [best] = derive(picks, page);
    expect(best!.problems).toEqual([]);
    const reading = taughtReadingSchema.parse(best!.reading);
    const taught = trial(reading);
    expect(taught.conversation(page)?.name).toBe(cleanName(textOf(picks.title)));
    expect(taught.composer(page)).toBe(picks.composer);

    const right = known(site, page);
    const read = known(taught, page);
    const isSame = (a: Element, b: Element): boolean => a.contains(b) || b.contains(a);
    const agreed = right.filter((one) =>
      read.some((other) => isSame(one.row, other.row) && one.message.direction === other.message.direction),
    );
    const against = right.filter((one) =>
      read.some((other) => isSame(one.row, other.row) && one.message.direction !== other.message.direction),
    );
    // A hidden copy under the same key counts once.
    const rightful = new Set(read.filter((other) => right.some((one) => isSame(one.row, other.row))).map(({ message }) => message.key));
    const more = new Set(read.filter(({ message }) => !rightful.has(message.key)).map(({ message }) => message.key));
    report.push(`${file}: ${agreed.length} of ${right.length}, ${against.length} to the wrong side, ${more.size} too many`);
    if (process.env['RAPPORT_SHOW']) report.push(JSON.stringify(reading, null, 1));
    expect(against, 'taken for the other side').toEqual([]);
    expect(agreed.length / right.length).toBe(1);
    expect(more.size).toBeLessThanOrEqual(TOO_MANY[file] ?? 0);
    expect(JSON.stringify(reading)).not.toMatch(new RegExp(picks.title.textContent.trim().slice(0, 4)));
  });
});

test('Most sites with a fixture of a chat can be taught; the others show no side or no own message', () => {
  expect(new Set(tried.map(({ site }) => site.id)).size).toBeGreaterThanOrEqual(11);
});

afterAll(() => console.log(report.join('\n')));
