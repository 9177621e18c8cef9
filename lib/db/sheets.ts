// The lines of the book, kept packed: read as a whole they would take many seconds, packed it is a fraction of one. Derived: in no backup,
// and can be made anew at any time. Which contacts' lines are old is known from stale.ts; what depends on the day, from the sheets.
import type { Care } from '../domain/care';
import { entryOf, type BookBy, type Entry } from '../domain/book/entry';
import { entriesOf, indexedSheet, openSheet, sheetOf, type OpenSheet, type Sheet } from '../domain/book/sheet';
import { sheetWordsOf, type SheetWords } from '../domain/book/sheet-words';
import { tierIdsOf, tierSheetOf, tiersIn } from '../domain/book/tier-sheet';
import type { Day } from '../domain/day';
import type { TiersNow } from '../domain/numbers/flow';
import type { Contact, FollowUp, Identity } from '../domain/records';
import { db } from './database';
import { grouped } from './grouped';
import { WHOLE_BOOK } from './stale';

/** So many contacts begin a sheet; a fuller one is divided. */
const FIRST = 400;
const MOST = 600;
/** So many marked contacts in one transaction. */
const AT_ONCE = 200;
/** So many marks and more are too many to be followed one by one. */
const TOO_MANY = 2000;
/** Behind every id. */
const END = '\uffff';

/** A row for each sheet in each of them. */
const SHEET_TABLES = [db.sheets, db.sheetWords, db.tiers, db.tierIds] as const;
/** The tables that lines are made of, and those that are written with them. */
const TABLES = [db.contacts, db.identities, db.followUps, db.standings, db.progress, ...SHEET_TABLES, db.unlisted];

/** When and by which settings the book is made. */
export interface Listing {
  today: Day;
  care: Care;
}

/** What one step has changed. */
export interface Listed {
  put: OpenSheet[];
  /** The sheets that there are now, when others went; else null. */
  left: ReadonlySet<string> | null;
}

/** Whether any line may be old. */
export async function isBookOld(listing: Listing): Promise<boolean> {
  const by = byOf(listing);
  return db.transaction('r', [db.unlisted, db.sheets], async () => {
    // Two ranges: `notEqual` would walk through all sheets that are equal, one by one, at every question.
    const keys = [db.unlisted.toCollection(), db.sheets.where('by').below(by), db.sheets.where('by').above(by)];
    return (await Promise.all(keys.map((one) => one.limit(1).primaryKeys()))).some((found) => found.length > 0);
  });
}

/** All sheets as they are stored. */
export const readSheets = (): Promise<Sheet[]> => db.sheets.toArray();

/** The words of the next so many sheets behind one, in their order; of the first ones behind null. */
export const readWords = (after: string | null, many: number): Promise<SheetWords[]> =>
  (after === null ? db.sheetWords.orderBy(':id') : db.sheetWords.where(':id').above(after)).limit(many).toArray();

/** Who is in which tier, as the sheets have it; with their ids, or without. */
export const readTiers = (withIds: boolean): Promise<TiersNow[]> =>
  db.transaction('r', [db.tiers, db.tierIds], async () =>
    tiersIn(...(await Promise.all([db.tiers.toArray(), withIds ? db.tierIds.toArray() : []]))),
  );

function byOf({ today, care }: Listing): string {
  // Names and order of stages make no line another one.
  const clocks = care.stages.map(({ id, days, removed }) => [id, removed ? null : days] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([today, care.path, care.halfLife, clocks]);
}

/**
 * One step of bringing the book up to date, in one short transaction: a worker that dies between two loses nothing. Null when
 * nothing was old.
 */
export async function listOn(listing: Listing): Promise<Listed | null> {
  return db.transaction('rw', TABLES, async () => {
    const by = byOf(listing);
    const make: BookBy = { today: listing.today, care: listing.care, big: (await db.progress.get('agenda'))?.big ?? {} };
    const everybody = await whenEverybody();
    if (everybody) {
      const next = await db.sheets
        .where(':id')
        .above(everybody.after ?? '')
        .first();
      const from = everybody.after === null || everybody.after === undefined ? '' : next?.from;
      if (from === undefined) {
        await db.unlisted.delete(WHOLE_BOOK.id);
        return { put: [], left: null };
      }
      const listed = await makeStretch(from, by, make);
      await db.unlisted.put({ id: WHOLE_BOOK.id, after: from });
      // At the beginning, what is in memory may be of an older database.
      return from === '' ? { ...listed, left: await allFroms() } : listed;
    }
    const marks = await db.unlisted.limit(AT_ONCE).primaryKeys();
    if (marks.length > 0) {
      await db.unlisted.bulkDelete(marks);
      return makeLines(marks, by, make);
    }
    const old = (await db.sheets.where('by').below(by).first()) ?? (await db.sheets.where('by').above(by).first());
    return old ? makeStretch(old.from, by, make) : null;
  });
}

/** The mark of everybody, set also when so many are marked that it is better done in order. */
async function whenEverybody() {
  const isTooMany = (await db.unlisted.orderBy(':id').offset(TOO_MANY).limit(1).primaryKeys()).length > 0;
  if (isTooMany) {
    await db.unlisted.clear();
    await db.unlisted.put(WHOLE_BOOK);
  }
  return db.unlisted.get(WHOLE_BOOK.id);
}

/** Makes a sheet anew from all records of its contacts. Those that do not go into it begin the next one. */
async function makeStretch(from: string, by: string, make: BookBy): Promise<Listed> {
  const to = (await db.sheets.where(':id').above(from).first())?.from ?? END;
  const contacts = await db.contacts
    .where(':id')
    .between(from, to)
    .limit(FIRST + 1)
    .toArray();
  const more = contacts.length > FIRST ? contacts.pop() : undefined;
  const put = [sheetOf(from, by, await entriesIn(contacts, make))];
  // Empty, and of no day: it is made next.
  if (more) put.push(sheetOf(more.id, '', []));
  const isGone = put[0]!.many === 0 && from !== '';
  if (isGone) put.shift();
  if (isGone) await Promise.all(SHEET_TABLES.map((table) => table.delete(from)));
  return { put: await keep(put), left: isGone ? await allFroms() : null };
}

/** Writes sheets and what stands beside them. Gives them as they are worked with. */
async function keep(put: readonly Sheet[]): Promise<OpenSheet[]> {
  const open = put.map(indexedSheet);
  await Promise.all([
    db.sheets.bulkPut(put),
    db.sheetWords.bulkPut(open.map((sheet) => sheetWordsOf(sheet, sheet.index))),
    db.tiers.bulkPut(put.map(tierSheetOf)),
    db.tierIds.bulkPut(put.map(tierIdsOf)),
  ]);
  return open;
}

const allFroms = async (): Promise<Set<string>> => new Set(await db.sheets.toCollection().primaryKeys());

/** The entries of contacts that follow one another. */
async function entriesIn(contacts: readonly Contact[], make: BookBy): Promise<Entry[]> {
  const there = contacts.filter(({ deletedAt }) => deletedAt === null);
  if (there.length === 0) return [];
  const [first, last] = [there[0]!.id, there[there.length - 1]!.id];
  const [identities, followUps, standings] = await Promise.all([
    db.identities.where('contactId').between(first, last, true, true).toArray(),
    db.followUps.where('contactId').between(first, last, true, true).toArray(),
    db.standings.where(':id').between(first, last, true, true).toArray(),
  ]);
  return entries(there, identities, followUps, new Map(standings.map((one) => [one.contactId, one])), make);
}

function entries(
  contacts: readonly Contact[],
  identities: readonly Identity[],
  followUps: readonly FollowUp[],
  standings: ReadonlyMap<string, Parameters<typeof entryOf>[0]['standing']>,
  make: BookBy,
): Entry[] {
  const ways = grouped(identities, ({ contactId }) => contactId);
  const steps = grouped(followUps, ({ contactId }) => contactId);
  return contacts.map((contact) =>
    entryOf(
      { contact, identities: ways.get(contact.id) ?? [], followUps: steps.get(contact.id) ?? [], standing: standings.get(contact.id) },
      make,
    ),
  );
}

/** Makes the lines of some contacts anew, in the sheets where they are or belong. */
async function makeLines(ids: readonly string[], by: string, make: BookBy): Promise<Listed> {
  const froms = [...(await allFroms())];
  if (froms.length === 0) froms.push('');
  const there = (await db.contacts.bulkGet([...ids])).filter((contact) => contact?.deletedAt === null) as Contact[];
  const own = there.map(({ id }) => id);
  const [identities, followUps, standings] = await Promise.all([
    db.identities.where('contactId').anyOf(own).toArray(),
    db.followUps.where('contactId').anyOf(own).toArray(),
    db.standings.bulkGet(own),
  ]);
  const made = new Map(
    entries(there, identities, followUps, new Map(standings.flatMap((one) => (one ? [[one.contactId, one] as const] : []))), make).map(
      (entry) => [entry.id, entry],
    ),
  );
  const put: Sheet[] = [];
  for (const [from, changed] of grouped(ids, (id) => froms.findLast((one) => one <= id)!)) {
    const sheet = await db.sheets.get(from);
    const lines = new Map((sheet ? entriesOf(openSheet(sheet)) : []).map((entry) => [entry.id, entry]));
    for (const id of changed) {
      const entry = made.get(id);
      if (entry) lines.set(id, entry);
      else lines.delete(id);
    }
    const inOrder = [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    // Of another day, the sheet stays to be made anew as a whole.
    put.push(...divided(from, sheet?.by ?? by, inOrder));
  }
  return { put: await keep(put), left: null };
}

/** A sheet, or several where it has become too full. */
function divided(from: string, by: string, lines: readonly Entry[]): Sheet[] {
  if (lines.length <= MOST) return [sheetOf(from, by, lines)];
  const sheets: Sheet[] = [];
  for (let at = 0; at < lines.length; at += FIRST) sheets.push(sheetOf(at === 0 ? from : lines[at]!.id, by, lines.slice(at, at + FIRST)));
  return sheets;
}
