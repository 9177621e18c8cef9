// By whom a contact was brought, told from the side of the one who came. Kept as a fact of the one who brought: it moves type and tier.
import type { Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import type { Fact } from '../domain/tie-records';
import { contactOf } from './contacts';
import { db } from './database';
import { undoable, type Touched } from './undo';

/**
 * Puts down who brought a contact, in place of whoever stood there; null is nobody. Undoable; null when nothing changes. Fails with `gone`,
 * and with `invalid` for a group or somebody who brought themselves.
 */
export async function setReferredBy(contactId: string, by: string | null, today: Day, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const people = [await contactOf(contactId), ...(by === null ? [] : [await contactOf(by)])];
    if (by === contactId || people.some(({ kind }) => kind !== 'person')) throw new Failure('invalid');
    // Two who brought one another may have become one.
    const before = (await db.facts.where({ other: contactId }).toArray()).filter((fact) => fact.contactId !== contactId);
    const gone = before.filter((fact) => fact.contactId !== by).map(({ id }) => id);
    const isThere = gone.length < before.length;
    const fresh: Fact[] = [];
    if (by !== null && !isThere) {
      const given = { contactId: by, kind: 'referral', on: today, text: '', score: null, other: contactId } as const;
      fresh.push({ id: newId(now), ...given, createdAt: now, updatedAt: now });
    }
    const touched: Touched[] = [
      ...[...gone, ...fresh.map(({ id }) => id)].map((id): Touched => ['facts', id]),
      ...gone.map((id): Touched => ['tombstones', id]),
    ];
    return undoable(touched, now, async () => {
      await db.facts.bulkDelete(gone);
      await db.tombstones.bulkPut(gone.map((id) => ({ id, deletedAt: now })));
      await db.facts.bulkAdd(fresh);
    });
  });
}
