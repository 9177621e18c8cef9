// What the rep puts down about a contact beside notes: deals, facts and key dates.
import { amountOf } from '../domain/deal-lines';
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
const LIFE_TABLES = ['deals', 'facts', 'keyDates'] as const satisfies readonly LifeTable[];

/** Records as a screen gives them: under ids that the screen made, so that asking twice saves once. */
type Given<R> = Omit<R, 'contactId' | 'createdAt' | 'updatedAt'>;
export interface GivenLife {
  /** A deal without lines is one amount. */
  deals: readonly (Omit<Given<Deal>, 'lines'> & Partial<Pick<Deal, 'lines'>>)[];
  facts: readonly Given<Fact>[];
  keyDates: readonly Given<KeyDate>[];
}

/**
 * Saves records of a contact, new ones or other values of those that are there, all or none. Undoable as one.
 * Fails with `gone`, with `refused` for somebody else's record, or with `invalid` for a deal that cannot be reckoned.
 */
export async function saveLife(contactId: string, given: Partial<GivenLife>, now: number): Promise<string | null> {
  await contactOf(contactId);
  const rows = LIFE_TABLES.flatMap((table) => (given[table] ?? []).map((row) => ({ table, row })));
  const touched = rows.map(({ table, row }): Touched => [table, row.id]);
  return undoable(touched, now, async () => {
    for (const { table, row } of rows) {
      const old = (await db.table(table).get(row.id)) as { contactId: string; createdAt: number } | undefined;
      if (old && old.contactId !== contactId) throw new Failure('refused');
      await db.table(table).put({ ...row, ...reckoned(row), contactId, createdAt: old?.createdAt ?? now, updatedAt: now });
    }
  });
}

/** What a deal of lines comes to, whatever amount the screen gave. Fails with `invalid` for one too large, or without a currency. */
function reckoned(row: GivenLife[LifeTable][number]): Partial<Pick<Deal, 'lines' | 'amount'>> {
  if (!('amount' in row)) return {};
  const deal = { ...row, lines: row.lines ?? [] };
  const amount = amountOf(deal);
  if (deal.lines.length > 0 && (amount === null || deal.currency === null)) throw new Failure('invalid');
  return { lines: deal.lines, amount };
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

/** Everything put down about a contact, and by whom it was brought. */
export interface Life {
  deals: Deal[];
  facts: Fact[];
  keyDates: KeyDate[];
  referredBy: string | null;
}

/** Everything put down about a contact. Deals and facts: the newest first. */
export async function lifeOf(contactId: string): Promise<Life> {
  const [deals, facts, keyDates, brought] = await Promise.all([
    db.deals.where({ contactId }).toArray(),
    db.facts.where({ contactId }).toArray(),
    db.keyDates.where({ contactId }).toArray(),
    // Two who brought one another may have become one.
    db.facts.where({ other: contactId }).toArray(),
  ]);
  return {
    deals: deals.sort((a, b) => dayOfDeal(b).localeCompare(dayOfDeal(a))),
    facts: facts.sort((a, b) => b.on.localeCompare(a.on)),
    keyDates,
    referredBy: brought.find((fact) => fact.contactId !== contactId)?.contactId ?? null,
  };
}

const dayOfDeal = (deal: Deal): string => deal.closedOn ?? deal.openedOn;
