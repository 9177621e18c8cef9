// The people of one part of a file as records: who is new is made, who is here is changed. Runs inside the transaction of the import.
import { blankContact } from '../domain/blank-contact';
import { plainName } from '../domain/common-names';
import { DEFAULT_LEADS } from '../domain/dates/leads';
import { applied, changedFieldsOf, type BookWords } from '../domain/import/applied';
import { madeBeginning, madeId } from '../domain/import/made-id';
import { PART_PEOPLE, type Incoming } from '../domain/import/person';
import type { Contact, Identity, Note } from '../domain/records';
import { wordsOf } from '../domain/search-words';
import type { KeyDate, Mark, Move } from '../domain/tie-records';
import { BUNDLED, bundled } from './bundles';
import { db, type UndoStep } from './database';
import type { ImportJob, ImportPart, PlannedPerson } from './import-job';
import { handlesFor } from './import-match';
import { keepByHand } from './merge-rows';
import { mergesInto, wordsWithMerged } from './merge-tree';

/** What one part puts into the tables. */
interface Made {
  contacts: Contact[];
  identities: Identity[];
  notes: Note[];
  keyDates: KeyDate[];
  marks: Mark[];
  moves: Move[];
}

/** What was done for a part, and what is still being written (`written`). */
export interface Taken {
  steps: UndoStep[];
  touched: string[];
  written: Promise<unknown>;
}

/** Puts the people of a part in. Gives the steps back for what was there before, and who was touched. */
export async function takePeople(job: ImportJob, { n, people }: ImportPart, book: BookWords, now: number): Promise<Taken> {
  const targets = await readTargets(people);
  const made: Made = { contacts: [], identities: [], notes: [], keyDates: [], marks: [], moves: [] };
  const after = new Map<string, Contact>();
  const fresh = new Map<string, number>();
  for (const [i, plan] of people.entries()) {
    if (!plan) continue;
    const place = n * PART_PEOPLE + i;
    const { person } = plan;
    if (plan.target === null) {
      const id = madeId(job.id, place);
      const blank = { ...blankContact('person', '', now), id, createdAt: addedAt(person, now), updatedAt: job.at };
      const contact = applied(blank, person, 'fill', book);
      fresh.set(id, made.contacts.push(contact) - 1);
      hang(made, contact, person, job.id, place, book, null);
      if (contact.stage !== null) moveStage(made, contact, null, job.id, place, book);
      continue;
    }
    const index = fresh.get(plan.target);
    const here = index === undefined ? (after.get(plan.target) ?? targets.contacts.get(plan.target)) : made.contacts[index];
    // Deleted since it was looked at: it stays so.
    if (!here || here.deletedAt !== null) continue;
    const way = plan.isMade ? 'fill' : job.choices.known;
    if (way === 'skip' || way === 'create') continue;
    const next = applied(here, person, way, book);
    if (next.stage !== here.stage) moveStage(made, next, here.stage, job.id, place, book);
    hang(made, next, person, job.id, place, book, targets);
    if (index === undefined) after.set(plan.target, next);
    else made.contacts[index] = next;
  }
  return write(made, targets.contacts, after, book, now, madeBeginning(job.id));
}

/** Writes all of it. */
async function write(
  made: Made,
  before: ReadonlyMap<string, Contact>,
  after: ReadonlyMap<string, Contact>,
  book: BookWords,
  now: number,
  beginning: string,
): Promise<Taken> {
  const texts = [...new Set(book.fields.values())].filter(({ kind }) => kind === 'text');
  const wordsIn = ({ name, tags, own }: Contact): string[] =>
    wordsOf(
      [name],
      tags,
      texts.flatMap(({ id }) => own[id] ?? []),
    );
  const contacts = made.contacts.map((contact) => ({ ...contact, called: plainName(contact.name), words: wordsIn(contact) }));
  // Side by side: the database has the next rows by the time it is done with those before.
  const { bundles, loose } = bundled({ ...made, contacts });
  const written = Promise.all([
    db.bundles.bulkAdd(bundles),
    ...BUNDLED.map((table) => (loose[table].length > 0 ? db.table(table).bulkAdd(loose[table]) : null)),
    db.marks.bulkAdd(made.marks),
    db.moves.bulkAdd(made.moves),
  ]);
  const steps: UndoStep[] = [];
  for (const [id, next] of after) {
    const old = before.get(id)!;
    if (changedFieldsOf(old, next).length === 0) continue;
    // Made by an earlier part: it goes as a whole.
    if (id.startsWith(beginning)) await db.contacts.put({ ...next, called: plainName(next.name), words: wordsIn(next) });
    else steps.push(...(await change(old, next, now)));
  }
  const hung = [...made.identities, ...made.notes, ...made.keyDates].map(({ contactId }) => contactId);
  return { written, steps, touched: [...new Set([...contacts.map(({ id }) => id), ...after.keys(), ...hung])] };
}

/** Changes a contact that was there. Gives the steps back. */
async function change(old: Contact, next: Contact, now: number): Promise<UndoStep[]> {
  const merges = await mergesInto(old.id);
  const changed = Object.fromEntries(changedFieldsOf(old, next).map((field) => [field, next[field]]));
  const fields = { ...changed, called: plainName(next.name), updatedAt: now };
  const words = await wordsWithMerged(next);
  await db.contacts.update(old.id, { ...fields, words });
  const was = old as unknown as Record<string, unknown>;
  const before = Object.fromEntries([...Object.keys(fields), 'words'].map((field) => [field, was[field]]));
  const steps: UndoStep[] = [{ table: 'contacts', key: old.id, before, after: { ...fields, words } }];
  if (merges.length === 0) return steps;
  await keepByHand(old, now);
  for (const merge of merges) {
    const kept = await db.merges.get(merge.id);
    if (kept && JSON.stringify(kept.brought) !== JSON.stringify(merge.brought))
      steps.push({ table: 'merges', key: merge.id, before: { brought: merge.brought }, after: { brought: kept.brought } });
  }
  return steps;
}

/** Since when the person is known: as the file says, but not in the future. */
function addedAt({ addedOn }: Incoming, now: number): number {
  const at = addedOn === null ? NaN : Date.parse(`${addedOn}T12:00:00Z`);
  return at >= 0 && at <= now ? at : now;
}

function moveStage(made: Made, { id, stage }: Contact, from: string | null, job: string, place: number, { today, now }: BookWords): void {
  const common = { id: madeId(job, place), contactId: id, what: 'stage' as const, createdAt: now, updatedAt: now };
  made.marks.push({ ...common, from: from ?? '', to: stage ?? '', on: today });
  made.moves.push({ ...common, from, to: stage, day: today });
}

/** Those who are in the book already, with what hangs on them as far as a file may say it again. */
interface Targets {
  contacts: Map<string, Contact>;
  handles: Map<string, Set<string>>;
  notes: Map<string, Set<string>>;
  dates: Map<string, Set<string>>;
}

const dateKey = ({ kind, label, calendar, month, leapMonth, day }: Incoming['dates'][number] | KeyDate): string =>
  JSON.stringify([kind, label, calendar, month, leapMonth, day]);

async function readTargets(people: readonly (PlannedPerson | null)[]): Promise<Targets> {
  const ids = [...new Set(people.flatMap((plan) => plan?.target ?? []))];
  const [contacts, identities, notes, keyDates] =
    ids.length === 0
      ? [[], [], [], []]
      : await Promise.all([
          db.contacts.bulkGet(ids),
          db.identities.where('contactId').anyOf(ids).toArray(),
          db.notes.where('contactId').anyOf(ids).toArray(),
          db.keyDates.where('contactId').anyOf(ids).toArray(),
        ]);
  const sets = <R extends { contactId: string }>(rows: readonly R[], of: (row: R) => string[]): Map<string, Set<string>> => {
    const by = new Map<string, Set<string>>();
    for (const row of rows) by.set(row.contactId, new Set([...(by.get(row.contactId) ?? []), ...of(row)]));
    return by;
  };
  return {
    contacts: new Map(contacts.flatMap((one) => (one ? [[one.id, one] as const] : []))),
    handles: sets(identities, ({ handles }) => handles),
    notes: sets(notes, ({ text }) => [text]),
    dates: sets(keyDates, (date) => [dateKey(date)]),
  };
}

/** What hangs on a person: ways to reach them, the note, dates. What is there already, word for word, is not there twice. */
function hang(
  made: Made,
  { id: contactId, name }: Contact,
  person: Incoming,
  job: string,
  place: number,
  book: BookWords,
  there: Targets | null,
): void {
  const { now } = book;
  let nth = 0;
  const common = { contactId, createdAt: now, updatedAt: now };
  const isNew = (sets: Map<string, Set<string>> | undefined, key: string): boolean => {
    if (!sets) return true;
    const set = sets.get(contactId) ?? new Set();
    sets.set(contactId, set);
    return !set.has(key) && !!set.add(key);
  };
  for (const { site, link, handles } of handlesFor(person)) {
    if (!isNew(there?.handles, handles[1]!)) continue;
    made.identities.push({
      ...{ id: madeId(job, place, (nth += 1)), ...common, site, account: '', handles, weak: false, name, link },
      ...{ in: 0, out: 0, acts: 0, lastIn: null, lastOut: null, undatedIn: null, undatedOut: null, watchedSince: now },
    });
  }
  if (person.note !== '' && isNew(there?.notes, person.note))
    made.notes.push({ id: madeId(job, place), ...common, text: person.note, pinned: false, hiddenAt: null });
  for (const date of person.dates)
    if (isNew(there?.dates, dateKey(date)))
      made.keyDates.push({ id: madeId(job, place, (nth += 1)), ...common, ...date, leads: [...DEFAULT_LEADS], inferred: false });
}
