// What a reading of a changed page may say, given what the page said before: less, but nothing else.
import type { Conversation, Message, Page, Site } from '@/lib/sites/site';
import type { Other } from './fixtures';
import { readAll, rowsOf, type Whole } from './read-all';

/** What was read before the change, and what is allowed beyond it. */
export interface Original {
  whole: Whole;
  /** The box to write in, and its attributes. */
  composer: HTMLElement | null;
  box: string | null;
  /** Which way the message in each row went. */
  rows: ReadonlyMap<Element, Message['direction']>;
  /** See these fields of a fixture. */
  unsent: readonly string[];
  others: readonly Other[];
}

const attributesOf = (box: HTMLElement | null): string | null =>
  box &&
  [...box.attributes]
    .map(({ name, value }) => `${name}="${value}"`)
    .sort()
    .join(' ');

export function originalOf(
  site: Site,
  page: Page,
  { unsent = [], others = [] }: Partial<Pick<Original, 'unsent' | 'others'>> = {},
): Original {
  const composer = site.composer(page);
  return {
    whole: readAll(site, page),
    composer,
    box: attributesOf(composer),
    rows: new Map(rowsOf(site, page).map((row) => [row, site.message(row, page)?.direction ?? 'unknown'])),
    unsent,
    others,
  };
}

const said = (what: unknown): string => JSON.stringify(what);

/** A heading gains or loses words with the elements in it; what has nothing in common with the name is the name of somebody else. */
const isRelated = (name: string, before: string): boolean => name.includes(before) || before.includes(name);

/** A group's names are joined; where no name can be read some sites show an id, or a part of it as a handle. */
const isNameOf = (now: Conversation, before: Conversation): boolean =>
  isRelated(now.name, before.name) ||
  now.name
    .split(', ')
    .every(
      (part) =>
        before.name.split(', ').some((one) => isRelated(part, one)) || now.ids.some(({ value }) => value.includes(part.replace(/^@/, ''))),
    );

/** Whether a contact is the one of before: the kind, and no id that it had not. A name that is the id changes with the heading. */
function isSame(site: Site, now: Conversation, before: Conversation, isProfile = false): boolean {
  const isKnown = ({ kind, value }: Conversation['ids'][number]): boolean =>
    before.ids.some(
      (id) =>
        id.kind === kind &&
        (id.value === value || (kind === 'weak' && id.value === before.name && value === now.name && isRelated(value, id.value))),
    );
  return (
    now.kind === before.kind &&
    now.ids.every(isKnown) &&
    // What is counted is filed under the first id; on a profile nothing is.
    (isProfile || site.keysUniqueIn === 'account' || now.ids[0].value === before.ids[0].value) &&
    isNameOf(now, before)
  );
}

/** Whether messages are counted on such a page: there is a conversation, and a mailbox if the site tells them apart. */
const isCounting = (site: Site, { conversation, account }: Whole): boolean =>
  conversation !== null && (account !== null || !site.hasAccount);

/** Sentences on what is wrong with what was read `now` of the changed page; none when all is well. */
export function judge(site: Site, page: Page, now: Whole, original: Original): string[] {
  const { whole, composer, box, unsent, others } = original;
  const before =
    others.find(({ conversation }) => now.conversation && conversation && isSame(site, now.conversation, conversation)) ?? whole;
  const wrong: string[] = [];
  const messages = isCounting(site, now) ? now.messages.filter(({ direction }) => direction !== 'unknown') : [];
  if (site.approximate) {
    // The key is made of what the row shows, so a row that shows something else has another one.
    for (const row of rowsOf(site, page)) {
      const [then, way] = [original.rows.get(row) ?? 'unknown', site.message(row, page)?.direction ?? 'unknown'];
      if (messages.length > 0 && then !== 'unknown' && way !== 'unknown' && way !== then)
        wrong.push(`a message is ${way}, and was ${then}`);
    }
  } else {
    const known = new Map(before.messages.map(({ key, direction }) => [key, direction]));
    for (const key of unsent) known.set(key, 'out');
    for (const { key, direction } of messages) {
      if (known.get(key) !== direction) wrong.push(`message ${key} is ${direction}, and was ${known.get(key) ?? 'none'}`);
    }
  }
  const mailboxes = [whole, ...others].map(({ account }) => account);
  if (now.account !== null && !mailboxes.includes(now.account)) wrong.push(`the mailbox is ${now.account}, and was ${whole.account}`);
  if (now.conversation && before.conversation) {
    if (!isSame(site, now.conversation, before.conversation)) wrong.push(`the contact is ${said(now.conversation)}`);
    if (now.link !== null && now.link !== before.link) wrong.push(`the link is ${now.link}`);
  } else if (now.conversation && messages.length > 0) wrong.push(`the contact is ${said(now.conversation)}, and was nobody`);
  if (now.profile && !(whole.profile && isSame(site, now.profile, whole.profile, true)))
    wrong.push(`the profile is of ${said(now.profile)}`);
  const other = site.composer(page);
  // It may have another tag, or stand there twice.
  if (composer && other && other !== composer && attributesOf(other) !== box)
    wrong.push(`the box to write in is another <${other.tagName.toLowerCase()} class="${other.className}">`);
  return wrong;
}

/** The share of the messages read before that are still read the same way; null when there were none. */
export function shareStillRead(site: Site, before: Whole, now: Whole): number | null {
  if (!isCounting(site, before) || before.messages.length === 0) return null;
  const triple = ({ key, direction }: Message): string => `${direction} ${key}`;
  const still = new Set(isCounting(site, now) ? now.messages.map(triple) : []);
  return before.messages.filter((message) => still.has(triple(message))).length / before.messages.length;
}
