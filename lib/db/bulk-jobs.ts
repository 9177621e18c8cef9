// A change of many contacts as it goes on: what is to be done and to whom is written down first, then done a part at a time, each with its
// record in one transaction. Whoever dies in between leaves a job that says how far it is and what is left. Nobody goes on with it unasked:
// a page may have been closed to stop a deletion. The next page offers to go on, to take back what was done, or to leave it so.
import Dexie from 'dexie';
import type { BulkChange } from '../domain/book/bulk-change';
import type { Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { changeMany } from './change-many';
import { db } from './database';

/** It belongs to this machine: in no backup. */
export interface BulkJob {
  id: string;
  at: number;
  change: BulkChange;
  /** How many there are to change; null while they are still being named. */
  of: number | null;
  /** Of those, how many were looked at, and how many of them were changed. */
  done: number;
  changed: number;
  undo: string | null;
  /** It is being taken back: nobody goes on with it. */
  isBack: boolean;
}
/** Contacts that are changed in one transaction, from the place `n` of those named on. */
export interface BulkPart {
  job: string;
  n: number;
  contacts: string[];
}

const AT_ONCE = 100;
/** Older ones are forgotten, as the undo of what they did is. */
const KEEP_MS = 30 * 24 * 3_600_000;
const TABLES = [db.bulkJobs, db.bulkParts];

const partsOf = (job: string) => db.bulkParts.where('[job+n]').between([job, Dexie.minKey], [job, Dexie.maxKey]);

/** Writes down a change. Nothing is changed before all are named. Gives the job's id. */
export async function beginBulk(change: BulkChange, now: number): Promise<string> {
  return db.transaction('rw', TABLES, async () => {
    for (const { id, at } of await db.bulkJobs.toArray()) if (at < now - KEEP_MS) await dropBulk(id);
    const job: BulkJob = { id: newId(now), at: now, change, of: null, done: 0, changed: 0, undo: null, isBack: false };
    await db.bulkJobs.add(job);
    return job.id;
  });
}

/** Names whom to change, from one place on; named twice, they stand there once. Fails with `gone` for a job that is not there. */
export async function nameForBulk(id: string, from: number, contacts: readonly string[], isLast: boolean): Promise<void> {
  await db.transaction('rw', TABLES, async () => {
    const job = await db.bulkJobs.get(id);
    if (!job) throw new Failure('gone');
    // The answer to the last of them was lost: the change may have begun.
    if (job.of !== null) return;
    const parts: BulkPart[] = [];
    for (let at = 0; at < contacts.length; at += AT_ONCE) parts.push({ job: id, n: from + at, contacts: contacts.slice(at, at + AT_ONCE) });
    await db.bulkParts.bulkPut(parts);
    if (isLast) await db.bulkJobs.update(id, { of: from + contacts.length });
  });
}

/**
 * Changes the next of them. Gives how far it is; of one that is done the same again, until whoever asked has heard it and drops it. Fails with `gone` where there is nothing to go on with, and
 * with `invalid` for a stage that does not exist any more.
 */
export async function bulkOn(id: string, today: Day, now: number): Promise<BulkJob & { of: number }> {
  return db.transaction('rw', db.tables, async () => {
    const job = await db.bulkJobs.get(id);
    if (!job || job.of === null || job.isBack) throw new Failure('gone');
    const part = await partsOf(id).first();
    const { undo, changed } = part ? await changeMany(part.contacts, job.change, job.undo, today, now) : { undo: job.undo, changed: 0 };
    const next = { ...job, of: job.of, undo, done: part ? job.done + part.contacts.length : job.of, changed: job.changed + changed };
    if (part) await db.bulkParts.delete([id, part.n]);
    await db.bulkJobs.put(next);
    return next;
  });
}

/** Those that can be gone on with or taken back, the oldest first. One whose contacts were never all named has changed nobody. */
export async function bulkJobs(): Promise<(BulkJob & { of: number })[]> {
  return (await db.bulkJobs.toArray()).flatMap((job) => (job.of === null ? [] : [{ ...job, of: job.of }]));
}

/** From here on it is only taken back: whoever dies before that is done finds it so. Gives the undo of what was done; null when nobody was changed. */
export async function turnBulk(id: string): Promise<string | null> {
  return db.transaction('rw', TABLES, async () => {
    const job = await db.bulkJobs.get(id);
    if (!job) throw new Failure('gone');
    await partsOf(id).delete();
    await db.bulkJobs.update(id, { isBack: true });
    return job.undo;
  });
}

/** Forgets it with what is left of it; what was done stays. */
export async function dropBulk(id: string): Promise<void> {
  await db.transaction('rw', TABLES, async () => {
    await partsOf(id).delete();
    await db.bulkJobs.delete(id);
  });
}
