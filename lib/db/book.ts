// The book of contacts, asked for by screens. It is in the worker's memory from the first question on; a new worker reads it again.
import { Book } from '../domain/book/book';
import { everybodyByName } from '../domain/book/first-query';
import { openSheet } from '../domain/book/sheet';
import type { SheetWords } from '../domain/book/sheet-words';
import type { Day } from '../domain/day';
import type { TiersNow } from '../domain/numbers/flow';
import { afterAnswers } from './free';
import { isBookOld, listOn, readSheets, readTiers, readWords, type Listing } from './sheets';
import { beforeWriting } from './space';

let book: Promise<Book> | null = null;

/** The book in memory, read when it is not there. */
function inMemory(): Promise<Book> {
  book ??= read().catch((error: unknown) => {
    book = null;
    throw error;
  });
  return book;
}

async function read(): Promise<Book> {
  const fresh = new Book();
  for (const sheet of await readSheets()) fresh.put(openSheet(sheet));
  return fresh;
}

/** One step after the other: what a step wrote is put into memory in the same order. */
let running: Promise<void> | null = null;

/** Brings the book up to date; whoever comes meanwhile waits for the same. */
function listAll(now: () => Promise<Listing>): Promise<void> {
  running ??= untilDone(now).finally(() => (running = null));
  return running;
}

async function untilDone(now: () => Promise<Listing>): Promise<void> {
  const whole = await inMemory();
  await beforeWriting();
  // Asked anew before each step: the day may end meanwhile, and settings change.
  for (let listed = await listOn(await now()); listed; listed = await listOn(await now())) {
    for (const sheet of listed.put) whole.put(sheet);
    if (listed.left) whole.keepOnly(listed.left);
  }
}

let onListed: () => void = () => undefined;
/** Sets what is to happen when lines were made that a screen did not wait for. */
export function whenListed(listener: () => void): void {
  onListed = listener;
}

let isTold = false;
/** However many screens did not wait, they are told once: each of them asks again then. */
function tellOnce(all: Promise<unknown>): void {
  if (isTold) return;
  isTold = true;
  const then = (): void => void (isTold = false);
  void all.then(() => (then(), onListed()), then);
}

export interface OpenBook {
  book: Book;
  complete: boolean;
  /** The day by which it was made. */
  today: Day;
}

/** The book with all lines as they are now, or (`complete` false) with those that could be made in `patience` ms; the others follow. */
export async function openBook(now: () => Promise<Listing>, patience: number): Promise<OpenBook> {
  const listed = await listFor(patience, now);
  return { book: await inMemory(), ...listed };
}

/**
 * Who is in which tier, `complete` as with openBook; with their ids, or perhaps without. Where the book is not in memory it comes from rows of
 * its own: whoever wakes the worker does not wait until the whole book is read.
 */
export async function openTiers(
  now: () => Promise<Listing>,
  patience: number,
  withIds: boolean,
): Promise<{ tiers: readonly TiersNow[]; complete: boolean }> {
  const { complete } = await listFor(patience, now);
  return { tiers: book ? (await book).tiers() : await readTiers(withIds), complete };
}

/** Brings the book up to date for at most `patience` ms. Gives whether it is, and the day by which. */
async function listFor(patience: number, now: () => Promise<Listing>): Promise<{ complete: boolean; today: Day }> {
  const listing = await now();
  let complete = running === null && !(await isBookOld(listing));
  if (!complete) {
    const all = listAll(now).then(() => (complete = true));
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, patience)))]);
    clearTimeout(timer);
    if (!complete) tellOnce(all);
  }
  return { complete, today: listing.today };
}

/** The words of so many sheets are read at once: a few milliseconds. */
const SHEETS_AT_ONCE = 10;
let reading: Promise<void> | null = null;

/** Reads the words of the book for the searches to come, in small steps. Whoever searches meanwhile is answered, only not as fast. */
export function readBookWords(): Promise<void> {
  reading ??= (async () => {
    const whole = await inMemory();
    let after: string | null = null;
    do {
      await afterAnswers();
      const next: SheetWords[] = await readWords(after, SHEETS_AT_ONCE);
      whole.putWords(next);
      after = next.length < SHEETS_AT_ONCE ? null : next.at(-1)!.from;
    } while (after !== null);
    // The next search tries again.
  })().catch(() => void (reading = null));
  return reading;
}

/** The first contacts that a search finds, best first, or of all by name: their ids. Null while the book is not complete. */
export async function findInBook(words: string, from: number, many: number, now: () => Promise<Listing>): Promise<string[] | null> {
  const { book: all, complete, today } = await openBook(now, 100);
  if (!complete) return null;
  if (words.trim() !== '') void readBookWords();
  return all.stretch({ ...everybodyByName, words }, today, from, many).entries.map(({ id }) => id);
}

/** Tags in use that begin with the text, in whichever case: the most used first, at most `most`. */
export async function knownTags(beginning: string, most: number, now: () => Promise<Listing>): Promise<string[]> {
  const { book: all } = await openBook(now, 100);
  const start = beginning.toLowerCase();
  return all
    .tags(Infinity)
    .filter((tag) => tag.toLowerCase().startsWith(start))
    .slice(0, most);
}
