// All that is kept about one contact, as its tables hold it.
import { OWNED_TABLES } from '../domain/tables';
import { contactOf } from './contacts';
import { db } from './database';
import { familyOf, mergesBelow } from './merge-tree';

/** The rows by table, those of contacts merged into this one included. Fails with `gone`. */
export async function recordsOf(contactId: string): Promise<Record<string, Record<string, unknown>[]>> {
  await contactOf(contactId);
  return db.transaction('r', db.tables, async () => collectRecords(contactId));
}

/** The same, also of somebody deleted. Runs inside the caller's transaction. */
export async function collectRecords(contactId: string): Promise<Record<string, Record<string, unknown>[]>> {
  const family = await familyOf(contactId);
  const identities = await db.identities.where('contactId').anyOf(family).toArray();
  const records: Record<string, object[]> = {
    contacts: (await db.contacts.bulkGet(family)).filter((one) => one !== undefined),
    identities,
    rolled: [],
    interactions: [],
    days: [],
    credits: [],
    merges: await mergesBelow(contactId),
    apart: await db.apart.where('a').anyOf(family).or('b').anyOf(family).toArray(),
  };
  for (const { id } of identities) {
    records['rolled']!.push(...(await db.rolled.where({ identityId: id }).toArray()));
    records['interactions']!.push(...(await db.interactions.where({ identityId: id }).toArray()));
    records['days']!.push(...(await db.days.where('[identityId+day]').between([id, ''], [id, '\uffff']).toArray()));
    records['credits']!.push(...(await db.credits.where('[identityId+insertedAt]').between([id, 0], [id, Infinity]).toArray()));
  }
  for (const table of OWNED_TABLES) records[table] = await db.table<object>(table).where('contactId').anyOf(family).toArray();
  return records as Record<string, Record<string, unknown>[]>;
}
