// How a contact stands today: the type and the tier by which replies are chosen, filled in and counted.
import { bigOrders } from '@/lib/db/agenda';
import { db } from '@/lib/db/database';
import { readSettings } from '@/lib/db/settings';
import type { CustomerType, Tier } from '@/lib/domain/kinds';
import { typeOf } from '@/lib/domain/tie/customer-type';
import { tierOf } from '@/lib/domain/tie/tier';

/** The type and the tier a contact has reached. Until the tie is reckoned, the type is what the rep said and the tier is not known. */
export async function standsNow(contactId: string): Promise<{ type: CustomerType | null; tier: Tier | null }> {
  const [standing, contact, { care }, big] = await Promise.all([
    db.standings.get(contactId),
    db.contacts.get(contactId),
    readSettings(),
    bigOrders(),
  ]);
  const today = Temporal.Now.plainDateISO().toString();
  return standing
    ? { type: typeOf(standing, today, big).is, tier: tierOf(standing, today, care).is }
    : { type: contact?.type ?? null, tier: null };
}
