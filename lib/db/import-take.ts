// People of a file go into the book: part by part, each in one transaction with how far the import is. Who dies in between goes on there.
import type { Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { fieldsByName, type BookWords } from '../domain/import/applied';
import { changedFields } from '../domain/own-field-change';
import type { OwnField } from '../domain/own-field';
import { plainWord } from '../domain/template/fields';
import { db, type Undo, type UndoStep } from './database';
import { bookWords, jobOf } from './import-contacts';
import type { ImportJob } from './import-job';
import { takePeople } from './import-people';
import { readFields } from './own-fields';
import { EVERYBODY, markByHand, WHOLE_BOOK } from './stale';

/** From so many people on, everybody's standing and line is made anew at the end: following each by itself would take longer. */
const MANY = 2000;

/** So many parts are one transaction: to begin and to end one takes long, and who has to wait for it waits for a fraction of a second. */
const PARTS_AT_ONCE = 2;

/** What a part is written into, and asked from. Popup and panel read the others meanwhile, such as the settings. */
const TABLES = [
  ...[db.bundles, db.contacts, db.identities, db.notes, db.keyDates, db.marks, db.moves, db.merges, db.fields],
  ...[db.undos, db.imports, db.incoming, db.stale, db.unlisted],
];

/**
 * Takes the next parts into the book, `many` of them. Gives the import as it is then. Fails with `gone`, and with `invalid` before the file is
 * read.
 */
export async function takeParts(id: string, today: Day, now: number, many = PARTS_AT_ONCE): Promise<ImportJob> {
  const { stageOf } = await bookWords(today, now);
  return db.transaction('rw', TABLES, async () => {
    const job = await jobOf(id);
    if (job.state === 'taken') return job;
    if (job.state !== 'ready' && job.state !== 'taking') throw new Failure('invalid');
    const undo = job.undo ?? (await beginUndo(job, now));
    const parts = await db.incoming
      .where('[job+n]')
      .between([id, job.done], [id, job.done + many], true, false)
      .toArray();
    const isMany = job.people >= MANY;
    const book: BookWords = { stageOf, fields: fieldsByName(await readFields()), today, now };
    // The marks of those who change are set below; of a large file they are set for everybody, at its end.
    markByHand();
    let before: Promise<unknown> = Promise.resolve();
    for (const part of parts) {
      const { written, steps, touched } = await takePeople(job, part, book, now);
      await hangOn(undo, steps, now);
      const all = Promise.all([
        written,
        isMany ? null : markTouched(touched),
        part.rejected.length === 0 ? db.incoming.delete([id, part.n]) : db.incoming.put({ ...part, people: [] }),
      ]);
      // Whatever fails is heard below; until then nobody waits for it.
      all.catch(() => undefined);
      // While the browser writes these people the next ones are made. No more than that are ahead: popup and panel wait behind them.
      await before;
      before = all;
    }
    await before;
    const done = Math.min(job.parts, job.done + many);
    const isTaken = done === job.parts;
    if (isTaken && isMany) {
      await db.stale.put(EVERYBODY);
      await db.unlisted.put(WHOLE_BOOK);
    }
    const next: ImportJob = { ...job, undo, done, state: isTaken ? 'taken' : 'taking' };
    await db.imports.put(next);
    return next;
  });
}

/** The undo of the whole import, with the fields that are made for it. */
async function beginUndo(job: ImportJob, now: number): Promise<string> {
  const steps = await makeFields(job.choices.fields, now);
  const undo: Undo = { id: newId(now), at: now, steps, made: { job: job.id, at: job.at, isMany: job.people >= MANY } };
  await db.undos.add(undo);
  return undo.id;
}

/** Makes those fields that are not there, as far as there is room for more. */
async function makeFields(names: readonly string[], now: number): Promise<UndoStep[]> {
  const before = await readFields();
  let after: OwnField[] = before;
  for (const name of names) {
    if (fieldsByName(after).has(plainWord(name))) continue;
    try {
      after = changedFields(after, { id: newId(now), name, kind: 'text' }, now);
    } catch (error) {
      // A name that no field can have, or one too many: what the column says stays out, as without the field.
      if (!(error instanceof Failure)) throw error;
    }
  }
  const fresh = after.filter(({ id }) => !before.some((field) => field.id === id));
  await db.fields.bulkAdd(fresh);
  return fresh.map((field) => ({ table: 'fields', key: field.id, before: null, after: { ...field } }));
}

/** Keeps what was changed, as one more step of the same act. */
async function hangOn(first: string, steps: readonly UndoStep[], now: number): Promise<void> {
  if (steps.length === 0) return;
  const head = (await db.undos.get(first))!;
  const one: Undo = {
    id: newId(now),
    at: head.at,
    steps: [...steps],
    isPart: true,
    ...(head.before === undefined ? {} : { before: head.before }),
  };
  await db.undos.add(one);
  await db.undos.update(first, { before: one.id });
}

async function markTouched(ids: readonly string[]): Promise<void> {
  await db.stale.bulkPut(ids.map((one) => ({ id: `contact:${one}` })));
  await db.unlisted.bulkPut(ids.map((one) => ({ id: one })));
}
