// One write of `every-write.ts` played on its stage, the same at every run; and all that is kept before and after it.
import { vi } from 'vitest';
import { setStage, type Prepared, type Write } from './write-stage';
import { db } from '@/lib/db/database';
import { newId } from '@/lib/domain/id';
import { DATA_TABLES } from '@/lib/domain/tables';

const KEPT = [...DATA_TABLES, 'drafts', 'saved', 'staged', 'imports', 'incoming', 'bulkJobs', 'bulkParts', 'typed', 'undos'] as const;

/** All that is kept. */
export const kept = async (): Promise<unknown> =>
  Object.fromEntries(await Promise.all(KEPT.map(async (table) => [table, await db.table(table).toArray()])));

/** From here on every run with this seed makes the same ids. */
export function sameChance(seed = 1): void {
  let state = seed;
  const next = () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0), state >>> 16);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    new Uint8Array(array.buffer).forEach((_, i, bytes) => (bytes[i] = next()));
    return array;
  });
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => newId(0) as ReturnType<typeof crypto.randomUUID>);
}

/** Sets the stage. Gives what is there before the write, and the write. */
export async function play(one: Write | Prepared): Promise<{ before: unknown; write: () => Promise<unknown> }> {
  sameChance();
  const stage = await setStage();
  if (typeof one === 'function') return { before: await kept(), write: () => one(stage) };
  const prepared = await one.before(stage);
  return { before: await kept(), write: () => one.write(stage, prepared as never) };
}
