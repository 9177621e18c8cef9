// Rows that were set aside, read again part by part in their order: one part at a time is in memory.
import { db, type StagedRows } from './database';

/** Does something with each part of a job. */
export async function eachPart(job: string, act: (part: StagedRows) => PromiseLike<unknown>): Promise<void> {
  for (let part = await nextPart(job, -1); part; part = await nextPart(job, part.n)) await act(part);
}

/** The part of a job that comes after part `n`. */
export function nextPart(job: string, n: number): Promise<StagedRows | undefined> {
  return db.staged.where('[job+n]').between([job, n], [job, Infinity], false).first();
}
