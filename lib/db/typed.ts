// What the rep writes by hand, as hashes of which no word can be read back: enough to notice a text that is written again.
import { areNearlyTheSame, simhash } from '../domain/simhash';
import { db } from './database';

const KEEP_MS = 30 * 24 * 3_600_000;
/** Of somebody who writes all day; the oldest give way. */
const MOST = 5_000;

/** Notes a text that was written and sent by hand. Gives whether nearly the same was written before, and is no reply yet. */
export async function noteTyped(text: string, now: number): Promise<boolean> {
  const hash = simhash(text);
  if (hash === null) return false;
  return db.transaction('rw', db.typed, db.replies, async () => {
    const before = await db.typed
      .where('at')
      .above(now - KEEP_MS)
      .toArray();
    await db.typed.put({ id: hash, at: now });
    if (!before.some(({ id }) => areNearlyTheSame(id, hash))) return false;
    const replies = await db.replies.toArray();
    return !replies.some(({ body }) => {
      const known = simhash(body);
      return known !== null && areNearlyTheSame(known, hash);
    });
  });
}

/** Forgets what was written more than 30 days ago. */
export async function purgeTyped(now: number): Promise<void> {
  await db.typed
    .where('at')
    .belowOrEqual(now - KEEP_MS)
    .delete();
  const over = (await db.typed.count()) - MOST;
  if (over > 0) await db.typed.bulkDelete(await db.typed.orderBy('at').limit(over).primaryKeys());
}

/** Forgets all of it: the rep does not want it noticed. */
export async function forgetTyped(): Promise<void> {
  await db.typed.clear();
}
