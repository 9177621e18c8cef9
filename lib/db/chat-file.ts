// A file of a chat counted for those whom the rep names, as if it had been watched and rolled up: days, and the latest messages with their time.
// Days on which anything is counted for the same person on the same site stay as they are, so that the same file twice changes nothing.
import { blankContact } from '../domain/blank-contact';
import type { Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { CHAT_SITE, chatId, type ChatFile, type Chatting } from '../domain/import/chat';
import { later } from '../domain/interaction';
import type { DayRow, Identity, Interaction } from '../domain/records';
import { contactOf } from './contacts';
import { db } from './database';
import { seenAs } from './merge-tree';
import { neverAmong } from './never';
import { undoable, type Touched } from './undo';

/** So many contacts of one name a file can make, each after the one before was deleted. */
const AGAIN = 8;

/** What is known of one person of the file before anything is changed. */
export interface ChatStands {
  /** Days of the file that are counted already. */
  counted: Day[];
  /** Somebody whom the rep never wants to see here. */
  never: boolean;
}

/** What came of a file: `undo` is null when nothing of it was new. */
export interface ChatTaken {
  undo: string | null;
  messages: number;
  contacts: string[];
}

/** How those in the file stand in the book, in their order. Fails with `gone`, and with `invalid` for a group. */
export async function compareChat({ hash, people }: ChatFile): Promise<ChatStands[]> {
  const made = await madeFor(hash, people);
  const never = await neverAmong(people.map(({ name }) => callings(name)));
  return db.transaction('r', db.contacts, db.identities, db.days, db.merges, async () => {
    const stands: ChatStands[] = [];
    for (const [i, person] of people.entries()) {
      const { contact, isNew } = await whom(person, made[i]!.contacts);
      stands.push({ counted: isNew ? [] : [...(await countedOn(contact, person.days))], never: never.has(i) });
    }
    return stands;
  });
}

/**
 * Counts a file for its people, all of it or nothing; gives the undo id, null when nothing was new, how many messages came in, and for whom. Fails with
 * `gone`, with `invalid` for a group, and with `refused` for somebody on the never list. Days after `today` stay out.
 */
export async function takeChat(file: ChatFile, today: Day, now: number): Promise<ChatTaken> {
  const { hash, people, isGroup } = file;
  const made = await madeFor(hash, people);
  if ((await neverAmong(people.map(({ name }) => callings(name)))).size > 0) throw new Failure('refused');
  return db.transaction('rw', db.tables, async () => {
    const touched: Touched[] = [];
    const acts: (() => Promise<void>)[] = [];
    const contacts: string[] = [];
    let messages = 0;
    for (const [i, person] of people.entries()) {
      const { contact, isNew } = await whom(person, made[i]!.contacts);
      const counted = isNew ? new Set<Day>() : await countedOn(contact, person.days);
      const fresh = person.days.filter((one) => !counted.has(one.day) && one.day <= today && one.in + one.out > 0);
      if (fresh.length === 0) continue;
      const taken = (await db.identities.get(made[i]!.identity)) !== undefined;
      const identity = taken ? newId(now) : made[i]!.identity;
      touched.push(...(isNew ? [['contacts', contact] as const] : []), ['identities', identity]);
      messages += fresh.reduce((sum, one) => sum + one.in + one.out, 0);
      contacts.push(contact);
      acts.push(async () => {
        if (isNew) await db.contacts.add({ ...blankContact('person', person.name, now), id: contact });
        await addCounted(identity, contact, { ...person, days: fresh }, isGroup, now);
      });
    }
    const undo = await undoable(touched, now, async () => {
      for (const act of acts) await act();
    });
    return { undo, messages, contacts };
  });
}

/** The ids that the file makes for each of its people. A hash has to be waited for: not within a transaction. */
const madeFor = (hash: string, people: readonly Chatting[]): Promise<{ identity: string; contacts: string[] }[]> =>
  Promise.all(
    people.map(async ({ name }) => ({
      identity: await chatId(hash, name),
      contacts: await Promise.all(Array.from({ length: AGAIN }, (_, n) => chatId(hash, name, String(n)))),
    })),
  );

/** For whom it is counted; a contact that the same file made before is that one. */
async function whom({ contact }: Chatting, made: readonly string[]): Promise<{ contact: string; isNew: boolean }> {
  if (contact !== null) {
    if ((await contactOf(contact)).kind === 'group') throw new Failure('invalid');
    return { contact, isNew: false };
  }
  for (const id of made) {
    const before = await db.contacts.get(id);
    if (!before) return { contact: id, isNew: true };
    const seen = before.mergedInto === null ? before : await db.contacts.get(await seenAs(id));
    if (seen?.deletedAt === null) return { contact: seen.id, isNew: false };
  }
  throw new Failure('taken');
}

/** On which of these days anything is counted for the contact on the chat's site. */
async function countedOn(contactId: string, days: Chatting['days']): Promise<Set<Day>> {
  const counted = new Set<Day>();
  const wanted = new Set(days.map(({ day }) => day));
  for (const { id, site } of await db.identities.where({ contactId }).toArray()) {
    if (site !== CHAT_SITE) continue;
    const rows = await db.days.where('[identityId+day]').between([id, ''], [id, '\uffff']).toArray();
    for (const row of rows) if (row.in + row.out > 0 && wanted.has(row.day)) counted.add(row.day);
  }
  return counted;
}

/** An identity with all that was counted for it: what has a time as messages, the rest as if it were rolled up. */
async function addCounted(id: string, contactId: string, { name, days, timed }: Chatting, isGroup: boolean, now: number): Promise<void> {
  const fresh = new Set(days.map(({ day }) => day));
  const messages = timed
    .filter(({ day }) => fresh.has(day))
    .map(({ day, at, direction }, n): Interaction => ({
      ...{ id: `${id}-${n}`, identityId: id, kind: 'message', direction, at, day },
      ...{ live: false, seenAt: now, source: id },
    }));
  const own = new Map<Day, { in: number; out: number }>();
  const last: Pick<Identity, 'lastIn' | 'lastOut'> = { lastIn: null, lastOut: null };
  for (const { day, at, direction } of messages) {
    const sum = own.get(day!) ?? { in: 0, out: 0 };
    sum[direction] += 1;
    own.set(day!, sum);
    const side = direction === 'in' ? 'lastIn' : 'lastOut';
    last[side] = later(last[side], at);
  }
  const rolled: Pick<Identity, 'lastIn' | 'lastOut'> = { lastIn: null, lastOut: null };
  const rows = days.map((one): DayRow => {
    const timedHere = own.get(one.day) ?? { in: 0, out: 0 };
    const rest = { in: Math.max(0, one.in - timedHere.in), out: Math.max(0, one.out - timedHere.out) };
    if (rest.in > 0) rolled.lastIn = later(rolled.lastIn, one.day);
    if (rest.out > 0) rolled.lastOut = later(rolled.lastOut, one.day);
    const row = { identityId: id, day: one.day, in: rest.in + timedHere.in, out: rest.out + timedHere.out, watched: false };
    return rest.in + rest.out > 0 ? { ...row, rolled: rest } : row;
  });
  const lastIn = later(last.lastIn, rolled.lastIn);
  const lastOut = later(last.lastOut, rolled.lastOut);
  await db.identities.add({
    ...{ id, contactId, site: CHAT_SITE, account: '', handles: [], weak: false, name, link: null },
    ...{ in: rows.reduce((sum, row) => sum + row.in, 0), out: rows.reduce((sum, row) => sum + row.out, 0), acts: 0 },
    ...{ lastIn, lastOut, undatedIn: null, undatedOut: null },
    ...{ file: { until: isGroup ? null : later(lastIn, lastOut) }, watchedSince: now, createdAt: now, updatedAt: now },
  });
  await db.days.bulkAdd(rows);
  await db.interactions.bulkAdd(messages);
  if (rolled.lastIn !== null || rolled.lastOut !== null) await db.rolled.add({ id, identityId: id, ids: [], ...rolled });
}

/** By what the site may call somebody whom an address book calls so: the name, or the number where there is none. */
function callings(name: string): { site: string; value: string }[] {
  const isNumber = /^\+[\d\s()./-]{6,30}$/.test(name);
  return [name, ...(isNumber ? [`tel:+${name.replace(/\D/g, '')}`] : [])].map((value) => ({ site: CHAT_SITE, value }));
}
