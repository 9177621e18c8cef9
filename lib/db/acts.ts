// Acts of the rep on what a person published. Each counts once, and one that is taken back leaves no trace.
import { dayOf } from '../domain/day';
import type { ActKind } from '../domain/interaction';
import { addToDays, recount, type Seeing } from './count';
import { db } from './database';

/** Counts an act, done just now, unless it is counted already. Gives whether it was new. */
export async function countAct(identityId: string, id: string, kind: ActKind, { now, zone, source }: Seeing): Promise<boolean> {
  return db.transaction('rw', db.interactions, db.days, db.identities, async () => {
    const identity = await db.identities.get(identityId);
    if (!identity || (await db.interactions.get(id))) return false;
    const day = dayOf(now, zone);
    const at = new Date(now).toISOString();
    await db.interactions.add({ id, identityId, kind, direction: 'out', at, day, live: true, seenAt: now, source });
    await addToDays(identityId, new Map([[day, { in: 0, out: 1 }]]));
    await db.identities.update(identityId, { out: identity.out + 1, acts: identity.acts + 1 });
    return true;
  });
}

/** Takes an act back. Gives whether it had been counted. */
export async function takeBackAct(id: string): Promise<boolean> {
  return db.transaction('rw', db.interactions, db.rolled, db.days, db.identities, async () => {
    const row = await db.interactions.get(id);
    if (!row) return false;
    await db.interactions.delete(id);
    await recount(row.identityId);
    return true;
  });
}
