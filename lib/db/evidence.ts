// All records of some contacts, in the form in which the rules of the tie take them.
import type { Contact, FollowUp, Identity } from '../domain/records';
import { OWNED_TABLES } from '../domain/tables';
import type { Deal, Fact, Handled, KeyDate, Mark } from '../domain/tie-records';
import type { Evidence } from '../domain/tie/evidence';
import { countedOf } from './counted';
import { db } from './database';

/** The evidence of these contacts, deleted ones left out. `zone` is the rep's IANA time zone. */
export async function evidenceOf(ids: readonly string[], zone: string): Promise<Evidence[]> {
  const contacts = (await db.contacts.bulkGet([...ids])).filter((contact): contact is Contact => contact?.deletedAt === null);
  const own = contacts.map(({ id }) => id);
  return assemble(contacts, await rowsOf((table) => db.table<Owned>(table).where('contactId').anyOf(own).toArray()), zone);
}

/** Contacts in the order of their ids. */
export interface Stretch {
  /** Their ids, deleted ones among them; fewer than were asked for when there are no more. */
  ids: string[];
  /** The evidence of those that are not deleted. */
  evidence: Evidence[];
}

/**
 * The evidence of the next `most` contacts after an id. Ids begin with their time, so what belongs to neighbours lies together: a stretch is
 * read with a request for each table, and not for each contact.
 */
export async function evidenceAfter(after: string, most: number, zone: string): Promise<Stretch> {
  const contacts = await db.contacts.where(':id').above(after).limit(most).toArray();
  const ids = contacts.map(({ id }) => id);
  if (ids.length === 0) return { ids, evidence: [] };
  const rows = await rowsOf((table) =>
    db
      .table<Owned>(table)
      .where('contactId')
      .between(ids[0], ids[ids.length - 1], true, true)
      .toArray(),
  );
  const there = contacts.filter(({ deletedAt }) => deletedAt === null);
  return { ids, evidence: await assemble(there, rows, zone) };
}

interface Owned {
  contactId: string;
}
const TABLES = ['identities', ...OWNED_TABLES.filter((table) => table !== 'notes' && table !== 'moves')] as const;
type Rows = Record<(typeof TABLES)[number], Map<string, Owned[]>>;

/** Rows of all tables that a standing is made of, by contact. */
async function rowsOf(read: (table: (typeof TABLES)[number]) => Promise<Owned[]>): Promise<Rows> {
  const all = await Promise.all(TABLES.map(read));
  return Object.fromEntries(TABLES.map((table, i) => [table, byContact(all[i]!)])) as Rows;
}

async function assemble(contacts: readonly Contact[], rows: Rows, zone: string): Promise<Evidence[]> {
  const of = <T>(table: keyof Rows, id: string): T[] => (rows[table].get(id) ?? []) as T[];
  const seen = await countedOf(contacts.flatMap(({ id }) => of<Identity>('identities', id)));
  return contacts.map((contact): Evidence => {
    const { id } = contact;
    const identities = of<Identity>('identities', id);
    return {
      contact,
      zone,
      identities,
      days: identities.flatMap((one) => seen.get(one.id)!.days),
      interactions: identities.flatMap((one) => seen.get(one.id)!.interactions),
      followUps: of<FollowUp>('followUps', id),
      deals: of<Deal>('deals', id),
      // Two who brought one another may have become one.
      facts: of<Fact>('facts', id).filter(({ other }) => other !== id),
      keyDates: of<KeyDate>('keyDates', id),
      handled: of<Handled>('handled', id),
      marks: of<Mark>('marks', id),
    };
  });
}

function byContact(rows: readonly Owned[]): Map<string, Owned[]> {
  const groups = new Map<string, Owned[]>();
  for (const row of rows) {
    const group = groups.get(row.contactId);
    if (group) group.push(row);
    else groups.set(row.contactId, [row]);
  }
  return groups;
}
