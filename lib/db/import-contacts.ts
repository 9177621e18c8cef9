// People out of a file on their way into the book: the file's parts are set aside and compared with the book, then they can be looked at.
// The way into the book is import-take.ts, the way back import-undo.ts. One import at a time, whichever tab it belongs to.
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { applied, changedFieldsOf, fieldsByName, type BookWords } from '../domain/import/applied';
import { madeId } from '../domain/import/made-id';
import { PART_PEOPLE, type ImportChoices, type Incoming, type RejectedRow } from '../domain/import/person';
import type { Day } from '../domain/day';
import { said, type Said } from '../domain/said';
import { stageCalled } from '../domain/stage-words';
import type { Contact } from '../domain/records';
import { db } from './database';
import {
  noTally,
  type ImportExample,
  type ImportFile,
  type ImportJob,
  type ImportPart,
  type ImportTally,
  type PlannedPerson,
} from './import-job';
import { matches, placesOfNever, type Match } from './import-match';
import { readFields } from './own-fields';
import { readSettings } from './settings';

/** So many of those who are new, and of those who change, are kept to be looked at. */
const MOST_EXAMPLES = 8;
/** So many names are said of those whom a row could be. */
const MOST_NAMED = 3;

/** The imports that there is anything to say of: one that goes on, and those that are done. */
export const importJobs = (): Promise<ImportJob[]> => db.imports.toArray();

/** The import that goes on, else the last one. */
export async function importJob(): Promise<ImportJob | null> {
  const jobs = await importJobs();
  return jobs.find(({ state }) => state !== 'taken') ?? jobs.at(-1) ?? null;
}

/** The import of this id. Fails with `gone`. */
export async function jobOf(id: string): Promise<ImportJob> {
  const job = await db.imports.get(id);
  if (!job) throw new Failure('gone');
  return job;
}

/** What fields and stages are called now. */
export async function bookWords(today: Day, now: number): Promise<BookWords> {
  const { stages } = (await readSettings()).care;
  return { stageOf: (name) => stageCalled(name, stages), fields: fieldsByName(await readFields()), today, now };
}

/** Opens an import. What is left of the last one goes; its undo stays. Fails with `busy` while another one is not done. */
export async function beginImport(file: ImportFile, choices: ImportChoices, how: string, now: number): Promise<string> {
  return db.transaction('rw', db.imports, db.incoming, async () => {
    const jobs = await importJobs();
    if (jobs.some(({ state }) => state !== 'taken')) throw new Failure('busy');
    for (const job of jobs) await clearJob(job.id);
    const id = newId(now);
    await db.imports.add({
      ...{ id, at: now, file, choices, how, state: 'staging', parts: 0, done: 0, people: 0 },
      ...{ tally: noTally, examples: [], undo: null },
    });
    return id;
  });
}

/** Removes an import with its rows. Runs inside the caller's transaction. */
export async function clearJob(id: string): Promise<void> {
  await db.incoming.where('[job+n]').between([id, -1], [id, Infinity]).delete();
  await db.imports.delete(id);
}

/** What one part of a file holds: people in the order of the file, and rows that its reader rejected. The last one closes the file. */
export interface StagedPart {
  people: readonly Incoming[];
  rejected: readonly RejectedRow[];
  /** How many were the same as an earlier one, word for word. */
  twice: number;
  isLast: boolean;
}

/**
 * Compares part `n` with the book and sets it aside; asked twice, it is there once. Each but the last is full. Fails with `gone`, and with
 * `invalid` for a part out of order, or one that joins somebody who comes later.
 */
export async function stagePart(id: string, n: number, part: StagedPart, today: Day, now: number): Promise<ImportJob> {
  const { choices } = await jobOf(id);
  const [never, book] = await Promise.all([placesOfNever(part.people), bookWords(today, now)]);
  // Looked up before anything is written: whoever asks for people meanwhile need not wait for this part.
  const found = await db.transaction('r', db.contacts, db.identities, db.merges, async () => matches(part.people, choices.keys, never));
  return db.transaction('rw', db.imports, db.incoming, async () => {
    const job = await jobOf(id);
    if (n < job.parts) return job;
    const isWhole = part.isLast ? part.people.length <= PART_PEOPLE : part.people.length === PART_PEOPLE;
    if (job.state !== 'staging' || n > job.parts || !isWhole) throw new Failure('invalid');
    const examples = [...job.examples];
    const left = part.rejected.filter(({ why }) => why.word === 'intake_left').length;
    const tally = {
      ...job.tally,
      twice: job.tally.twice + part.twice,
      left: job.tally.left + left,
      rejected: part.rejected.reduce((sum, { why }) => sum + rowsOf(why), job.tally.rejected) - left,
    };
    const rejected = [...part.rejected];
    const planned: (PlannedPerson | null)[] = [];
    const earlier = new Map<number, ImportPart>();
    const planOf = async (place: number): Promise<PlannedPerson | null> => {
      if (place >= job.people) return planned[place - job.people] ?? null;
      const at = Math.floor(place / PART_PEOPLE);
      const before = earlier.get(at) ?? (await db.incoming.get([id, at]));
      if (before) earlier.set(at, before);
      return before?.people[place % PART_PEOPLE] ?? null;
    };
    for (const [i, person] of part.people.entries()) {
      const place = job.people + i;
      if (person.joins !== null && person.joins >= place) throw new Failure('invalid');
      const verdict = judged(found[i]!, choices);
      if ('out' in verdict) {
        planned.push(null);
        tally.rejected += 1;
        rejected.push({ row: person.row, why: said(verdict.out, ...verdict.who), cells: cellsOf(person) });
        continue;
      }
      const first = person.joins === null || verdict.known ? null : await planOf(person.joins);
      const plan: PlannedPerson = first
        ? { person, target: first.target ?? madeId(id, person.joins!), isMade: first.target === null || first.isMade }
        : { person, target: verdict.known?.id ?? null, isMade: false };
      planned.push(plan);
      count(plan, verdict.known, job, tally, examples, book);
    }
    const row: ImportPart = { job: id, n, people: planned, rejected };
    await db.incoming.put(row);
    const next: ImportJob = {
      ...{ ...job, parts: n + 1, people: job.people + part.people.length, tally, examples },
      state: part.isLast ? 'ready' : 'staging',
    };
    await db.imports.put(next);
    return next;
  });
}

/** What becomes of somebody who was looked up: out, or in with the one in the book they are. */
function judged(match: Match, choices: ImportChoices): { out: (typeof OUT)[keyof typeof OUT]; who: string[] } | { known: Contact | null } {
  if (match.is === 'nobody' || (match.is === 'deleted' && choices.deleted)) return { known: null };
  if (match.is === 'one') return { known: choices.known === 'create' ? null : match.contact };
  if (match.is === 'several' && choices.known === 'create') return { known: null };
  const who =
    match.is === 'never'
      ? []
      : [
          match.contacts
            .map(({ name }) => name)
            .sort()
            .slice(0, MOST_NAMED)
            .join(', ')
            .slice(0, 300),
        ];
  return { out: OUT[match.is], who };
}
const OUT = { never: 'intake_never', group: 'intake_group', deleted: 'intake_deleted', several: 'intake_several' } as const;

function count(
  plan: PlannedPerson,
  known: Contact | null,
  job: ImportJob,
  tally: ImportTally,
  examples: ImportExample[],
  book: BookWords,
): void {
  const { person } = plan;
  if (plan.target === null) {
    tally.fresh += 1;
    if (examples.filter(({ changes }) => changes === null).length < MOST_EXAMPLES)
      examples.push({ row: person.row, name: person.name, changes: null });
    return;
  }
  // One more row about somebody of whom an earlier row speaks.
  if (!known) return void (tally.twice += 1);
  const { known: way } = job.choices;
  if (way === 'skip' || way === 'create') return void (tally.skipped += 1);
  const after = applied(known, person, way, book);
  const fields = changedFieldsOf(known, after).filter((field) => field !== 'stageSince');
  const more = [...(person.note === '' ? [] : ['note']), ...(person.dates.length === 0 ? [] : ['dates'])];
  if (fields.length + more.length + person.ids.length === 0) return void (tally.same += 1);
  tally.changed += 1;
  if (examples.filter(({ changes }) => changes !== null).length >= MOST_EXAMPLES) return;
  examples.push({
    ...{ row: person.row, name: known.name },
    changes: fields.map((field) => ({ field, before: inOneLine(known[field]), after: inOneLine(after[field]) })),
  });
}

const inOneLine = (value: string | number | null | readonly string[] | Record<string, string>): string =>
  (typeof value === 'object' && value !== null ? Object.values(value).join(', ') : String(value ?? '')).slice(0, 200);

/** A row of which only the number was kept stands for so many. */
const rowsOf = ({ word, args }: Said): number => (word === 'intake_more' ? Number(args[0]) : 1);

/** What a rejected person is known by, for the list of those who stayed out. */
const cellsOf = ({ name, phones, emails, company, ids, tags, note }: Incoming): string[] => [
  ...[name, phones.join(', '), emails.join(', '), company, ids.map(({ link, value }) => link ?? value).join(', '), tags.join(', ')],
  note.slice(0, 2000),
];

/** The rows that stay out, a part at a time; `after` is the part before. */
export async function rejectedOf(id: string, after: number): Promise<{ rejected: RejectedRow[]; next: number | null }> {
  await jobOf(id);
  const parts = await db.incoming.where('[job+n]').between([id, after], [id, Infinity], false).limit(2).toArray();
  return { rejected: parts[0]?.rejected ?? [], next: parts.length > 1 ? parts[0]!.n : null };
}

/** Forgets an import that has changed nothing yet, or is done. Fails with `busy` while it goes on. */
export async function dropImport(id: string): Promise<void> {
  await db.transaction('rw', db.imports, db.incoming, async () => {
    const job = await db.imports.get(id);
    if (job && (job.state === 'taking' || job.state === 'undoing')) throw new Failure('busy');
    await clearJob(id);
  });
}

/** Somebody was forgotten: what a file said stays nowhere. Runs inside the caller's transaction. */
export async function forgetTaken(): Promise<void> {
  for (const job of await importJobs()) {
    if (job.state !== 'taken') continue;
    await db.incoming.where('[job+n]').between([job.id, -1], [job.id, Infinity]).delete();
    await db.imports.update(job.id, { examples: [] });
  }
}
