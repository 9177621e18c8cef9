// Undo instead of warnings. An act is recorded as the fields it changed; taking it back restores exactly those.
import { newId } from '../domain/id';
import { restoreSnapshot, type OnParts } from './restore';
import { forgetCounted } from './count';
import { db, type Undo, type UndoStep } from './database';
import { DATA_TABLES, OWNED_TABLES } from '../domain/tables';
import { Failure } from '../domain/failure';
import { settingsSchema, type Settings } from '../domain/records';
import { turnedBack } from '../domain/turn-back';
import { yieldShortcuts } from './shortcuts';
import { EVERYBODY } from './stale';
import { rewriteWords } from './merge-rows';
import { beginTurning, endTurning, takeBackMade, TURNING, TURNING_TABLES, type Turning } from './import-undo';
import { followMerges, turnBack } from './undo-people';

const KEEP_MS = 30 * 24 * 3_600_000;
const MOST = 500;

type Row = Record<string, unknown>;
/** A row that an act may touch: table and primary key. */
export type Touched = readonly [table: string, key: string | string[]];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Runs an act in one transaction and records how to take it back. `touched` names every row that the act creates, changes
 * or removes. Gives the undo id, or null when nothing changed.
 */
export async function undoable(touched: readonly Touched[], now: number, act: () => Promise<void>): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const before = await Promise.all(touched.map(([table, key]) => db.table(table).get(key) as Promise<Row | undefined>));
    await act();
    const steps: UndoStep[] = [];
    for (const [i, [table, key]] of touched.entries()) {
      const old = before[i];
      const fresh = (await db.table(table).get(key)) as Row | undefined;
      const step = { table, key: key };
      if (old && fresh) {
        const fields = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter((field) => !same(old[field], fresh[field]));
        if (fields.length > 0) steps.push({ ...step, before: only(old, fields), after: only(fresh, fields) });
      } else if (old) steps.push({ ...step, before: old, after: null });
      else if (fresh) steps.push({ ...step, before: null, after: fresh });
    }
    if (steps.length === 0) return null;
    const undo: Undo = { id: newId(now), at: now, steps };
    await db.undos.add(undo);
    return undo.id;
  });
}

let turning = 0;
/** Whether an import is being taken back just now: of people on their way out little need be reckoned. */
export const isTurning = (): boolean => turning > 0;

/** Takes an act back. Fields that were changed again since keep their newer value. Fails with `undone` the second time. `onParts` hears of a restore. */
export async function runUndo(id: string, now: number, onParts?: OnParts): Promise<string[]> {
  if (!(await db.undos.get(id))?.made) return takeBack(id, now, onParts);
  // Before the database says so: who goes on with what a worker that died has begun must not begin beside this one.
  turning += 1;
  try {
    return await takeBack(id, now, onParts);
  } finally {
    turning -= 1;
  }
}

async function takeBack(id: string, now: number, onParts?: OnParts): Promise<string[]> {
  const tables = new Set<string>();
  const head = await db.undos.get(id);
  if (head?.made) await beginTurning(head, now);
  // The last step first; should the worker die in between, the first one still leads to those that are left.
  for (let part = (await db.undos.get(id))?.before; part !== undefined; part = (await db.undos.get(id))?.before) {
    for (const table of await runPart(id, part, now)) tables.add(table);
  }
  if (head?.made) {
    for (let at: Turning | null = TURNING; at;) {
      at = await turnImport(id, at, now);
      // Others get their turn.
      await new Promise((later) => setTimeout(later));
    }
    await db.transaction('rw', db.tables, async () => {
      const undo = await db.undos.get(id);
      if (!undo) throw new Failure('undone');
      await endTurning(undo);
      await runOne(id, now);
    });
    return [...DATA_TABLES];
  }
  return [...new Set([...tables, ...(await runOne(id, now, onParts))])];
}

/** Takes back some of what an import made. Gives where to go on. */
async function turnImport(id: string, at: Turning, now: number): Promise<Turning | null> {
  return db.transaction('rw', TURNING_TABLES, async () => {
    const undo = await db.undos.get(id);
    if (!undo) throw new Failure('undone');
    return takeBackMade(undo, at, now);
  });
}

/** Takes back one step of an act of several, and forgets it. */
async function runPart(first: string, part: string, now: number): Promise<string[]> {
  return db.transaction('rw', db.tables, async () => {
    const step = await db.undos.get(part);
    await db.undos.where({ id: first }).modify((undo) => {
      if (step?.before === undefined) delete undo.before;
      else undo.before = step.before;
    });
    return step ? runOne(part, now) : [];
  });
}

async function runOne(id: string, now: number, onParts?: OnParts): Promise<string[]> {
  return db.transaction('rw', db.tables, async () => {
    const undo = await db.undos.get(id);
    if (!undo) throw new Failure('undone');
    if (undo.snapshot) {
      await restoreSnapshot(undo.snapshot, onParts);
      await db.undos.delete(id);
      return [...DATA_TABLES];
    }
    const steps = undo.people ? await turnBack(undo, now) : undo.steps;
    for (const { table, key, before, after } of steps) {
      const current = (await db.table(table).get(key)) as Row | undefined;
      if (before === null) {
        // A contact may have gathered notes since: it is marked as deleted, not torn out.
        if (current && table === 'contacts') await db.table(table).update(key, { deletedAt: now, updatedAt: now });
        else if (current) {
          // What was counted for it goes too, else its messages could never be counted for anybody again.
          if (table === 'identities') await forgetCounted(String(key));
          await db.table(table).delete(key);
        }
      } else if (after === null) {
        if (!current) await db.table(table).put(before);
      } else if (current) {
        const back = table === 'settings' ? settingsBack(current, before, after) : fieldsBack(current, before, after);
        await db.table(table).update(key, { ...back, ...('updatedAt' in current ? { updatedAt: now } : {}) });
        if (halfLifeOf({ ...current, ...back }) !== halfLifeOf(current)) await db.stale.put(EVERYBODY);
      }
    }
    // What was found by may have changed since, in another part than the one that is turned back.
    for (const { table, key, before, after } of steps)
      if (table === 'contacts' && before && after && 'words' in before) await rewriteWords(String(key));
    await followMerges(steps, now);
    await yieldShortcuts(steps.flatMap(({ table, key }) => (table === 'replies' ? [String(key)] : [])));
    await db.undos.delete(id);
    if (undo.people) return ['contacts', 'identities', 'merges', ...OWNED_TABLES];
    return [...new Set(undo.steps.map((step) => step.table))];
  });
}

/** Whether the act was a restore: taking that back may take minutes. */
export async function isOfRestore(id: string): Promise<boolean> {
  return (await db.undos.get(id))?.snapshot !== undefined;
}

/** The fields that still are as the act left them, as they were before; of what the rep's own fields say, each by itself. */
function fieldsBack(current: Row, before: Row, after: Row): Row {
  const back = only(
    before,
    Object.keys(before).filter((field) => same(current[field], after[field])),
  );
  if ('own' in before) back['own'] = turnedBack(current['own'], before['own'], after['own']);
  return back;
}

/** There is one row of settings: what another screen chose meanwhile, in whatever part of a field, stays. Fails with `undone` where both do not go together. */
function settingsBack(current: Row, before: Row, after: Row): Row {
  const back = Object.fromEntries(Object.keys(before).map((field) => [field, turnedBack(current[field], before[field], after[field])]));
  if (!settingsSchema.safeParse({ ...current, ...back }).success) throw new Failure('undone');
  return back;
}

/** What every standing was made with, of a row of settings. */
const halfLifeOf = (row: Row): unknown => (row as Partial<Settings>).care?.halfLife;

/** Removes undo records older than 30 days, and the oldest beyond 500. */
export async function purgeUndos(now: number): Promise<void> {
  const old = await db.undos
    .where('at')
    .below(now - KEEP_MS)
    .toArray();
  // The steps of one act count as one.
  const isAct = ({ isPart, at }: Undo): boolean => !isPart && at >= now - KEEP_MS;
  const surplus = (await db.undos.count()) - old.length <= MOST ? 0 : (await db.undos.filter(isAct).count()) - MOST;
  const gone = surplus > 0 ? await db.undos.orderBy('at').filter(isAct).limit(surplus).toArray() : [];
  for (const undo of gone)
    for (let one: Undo | undefined = undo; one; one = one.before ? await db.undos.get(one.before) : undefined) old.push(one);
  await db.undos.bulkDelete(old.map((undo) => undo.id));
  for (const { snapshot } of old) if (snapshot) await db.staged.where({ job: snapshot }).delete();
}

function only(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
