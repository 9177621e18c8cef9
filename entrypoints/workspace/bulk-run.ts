// A change of many contacts that goes on in this page. What is left of it is in the database: should the page be closed, another can go on.
import { ask } from '../../lib/messages/ask';
import type { Answer } from '../../lib/messages/protocol';

export type BulkStep = Answer<'bulk.step'>;
export type LeftBulk = Answer<'bulk.list'>['jobs'][number];

/** Held by the page in which it goes on; free again when that is gone, however it went. */
const lockOf = (job: string): string => `rapport-bulk-${job}`;
const locksOf = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;

/** Runs what goes on with a job. */
export async function holding<T>(job: string, run: () => Promise<T>): Promise<T> {
  const locks = locksOf();
  return locks ? (locks.request(lockOf(job), { mode: 'shared' }, run) as Promise<T>) : run();
}

/** Changes part after part; `isStopped` is asked between them. Gives how far it came. */
export async function stepOn(job: string, onStep: (step: BulkStep) => void, isStopped: () => boolean): Promise<BulkStep | null> {
  let step: BulkStep | null = null;
  while (!isStopped() && (step === null || step.done < step.of)) {
    step = await ask('bulk.step', { job });
    onStep(step);
  }
  return step;
}

/** What pages that are gone have left undone. */
export async function leftBulk(): Promise<LeftBulk[]> {
  const { jobs } = await ask('bulk.list', {});
  const isFree = async ({ job }: LeftBulk): Promise<boolean> =>
    (await locksOf()?.request(lockOf(job), { ifAvailable: true }, (lock) => lock !== null)) ?? true;
  const free = await Promise.all(jobs.map(isFree));
  return jobs.filter((_, i) => free[i]);
}
