// What the rep puts down about a contact beside notes: deals, facts and key dates.
import { Failure } from '../domain/failure';
import type { Deal, Fact, KeyDate } from '../domain/tie-records';
import { contactOf } from './contacts';
import { db } from './database';
import { undoable, type Touched } from './undo';

/** What can be put down, by table. */
export interface LifeRecords {
  deals: Deal;
  facts: Fact;
  keyDates: KeyDate;
}
export type LifeTable = keyof LifeRecords;

/** A record as a screen gives it: under an id that the screen made, so that asking twice saves once. */
export type Given<T extends LifeTable> = Omit<LifeRecords[T], 'contactId' | 'createdAt' | 'updatedAt'>;

/** Saves a record of a contact, a new one or other values of one that is there. Undoable. Fails with `gone`, or `refused` for somebody else's. */
export async function saveLife<T extends LifeTable>(table: T, contactId: string, given: Given<T>, now: number): Promise<string | null> {
  await contactOf(contactId);
  const old = (await db.table<LifeRecords[T]>(table).get(given.id)) as Deal | Fact | KeyDate | undefined;
  if (old && old.contactId !== contactId) throw new Failure('refused');
  return undoable([[table, given.id]], now, async () => {
    await db.table(table).put({ ...given, contactId, createdAt: old?.createdAt ?? now, updatedAt: now });
  });
}

/** Removes a record of a contact. Undoable. Fails with `gone`, or `refused` for somebody else's. */
export async function removeLife(table: LifeTable, contactId: string, id: string, now: number): Promise<string | null> {
  const old = (await db.table(table).get(id)) as { contactId: string } | undefined;
  if (!old) throw new Failure('gone');
  if (old.contactId !== contactId) throw new Failure('refused');
  const touched: Touched[] = [
    [table, id],
    ['tombstones', id],
  ];
  return undoable(touched, now, async () => {
    await db.table(table).delete(id);
    await db.tombstones.put({ id, deletedAt: now });
  });
}

/** Everything put down about a contact. Deals and facts: the newest first. */
export async function lifeOf(contactId: string): Promise<{ deals: Deal[]; facts: Fact[]; keyDates: KeyDate[]; referredBy: string | null }> {
  const [deals, facts, keyDates, brought] = await Promise.all([
    db.deals.where({ contactId }).toArray(),
    db.facts.where({ contactId }).toArray(),
    db.keyDates.where({ contactId }).toArray(),
    db.facts.where({ other: contactId }).first(),
  ]);
  return {
    deals: deals.sort((a, b) => dayOfDeal(b).localeCompare(dayOfDeal(a))),
    facts: facts.sort((a, b) => b.on.localeCompare(a.on)),
    keyDates,
    referredBy: brought?.contactId ?? null,
  };
}

const dayOfDeal = (deal: Deal): string => deal.closedOn ?? deal.openedOn;
