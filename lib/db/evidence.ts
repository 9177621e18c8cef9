// All records of some contacts, in the form in which the rules of the tie take them.
import type { Contact, Identity, Interaction } from '../domain/records';
import type { Evidence } from '../domain/tie/evidence';
import { db } from './database';

/** Of one identity, so many of its latest dated messages are read: they tell who wrote last and how fast each side answers. */
const LATEST = 300;

/** The evidence of these contacts, deleted ones left out. `zone` is the rep's IANA time zone. */
export async function evidenceOf(ids: readonly string[], zone: string): Promise<Evidence[]> {
  const contacts = (await db.contacts.bulkGet([...ids])).filter((contact): contact is Contact => contact?.deletedAt === null);
  const own = contacts.map((contact) => contact.id);
  const [identities, followUps, deals, facts, keyDates, handled, marks] = await Promise.all([
    db.identities.where('contactId').anyOf(own).toArray(),
    db.followUps.where('contactId').anyOf(own).toArray(),
    db.deals.where('contactId').anyOf(own).toArray(),
    db.facts.where('contactId').anyOf(own).toArray(),
    db.keyDates.where('contactId').anyOf(own).toArray(),
    db.handled.where('contactId').anyOf(own).toArray(),
    db.marks.where('contactId').anyOf(own).toArray(),
  ]);
  const counted = await Promise.all(identities.map(countedOf));
  const seen = new Map(identities.map((identity, i) => [identity.id, counted[i]!]));
  const [ofIdentities, ofFollowUps, ofDeals] = [byContact(identities), byContact(followUps), byContact(deals)];
  const [ofFacts, ofDates, ofHandled, ofMarks] = [byContact(facts), byContact(keyDates), byContact(handled), byContact(marks)];
  return contacts.map((contact): Evidence => {
    const mine = ofIdentities(contact.id);
    return {
      contact,
      zone,
      identities: mine,
      days: mine.flatMap(({ id }) => seen.get(id)!.days),
      interactions: mine.flatMap(({ id }) => seen.get(id)!.interactions),
      followUps: ofFollowUps(contact.id),
      deals: ofDeals(contact.id),
      // Two who brought one another may have become one.
      facts: ofFacts(contact.id).filter(({ other }) => other !== contact.id),
      keyDates: ofDates(contact.id),
      handled: ofHandled(contact.id),
      marks: ofMarks(contact.id),
    };
  });
}

/** Finds the rows of a contact among those of many. */
function byContact<T extends { contactId: string }>(rows: readonly T[]): (id: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.contactId);
    if (group) group.push(row);
    else groups.set(row.contactId, [row]);
  }
  return (id) => groups.get(id) ?? [];
}

/** What was counted for an identity: its days, the latest dated messages, and for the undated ones the last that was seen each way. */
async function countedOf(identity: Identity) {
  const { id } = identity;
  const [days, dated] = await Promise.all([
    db.days.where('[identityId+day]').between([id, ''], [id, '\uffff']).toArray(),
    db.interactions.where('[identityId+day]').between([id, ''], [id, '\uffff']).reverse().limit(LATEST).toArray(),
  ]);
  return { days, interactions: [...dated, ...undatedOf(identity)] };
}

/** Undated messages are not in the index by day; of them the rules ask only when the last one was seen. */
function undatedOf({ id, undatedIn, undatedOut }: Identity): Interaction[] {
  const one = (direction: 'in' | 'out', seenAt: number): Interaction => ({
    id: `undated-${direction}`,
    identityId: id,
    kind: 'message',
    direction,
    at: null,
    day: null,
    live: false,
    seenAt,
    source: 'undated',
  });
  return [...(undatedIn === null ? [] : [one('in', undatedIn)]), ...(undatedOut === null ? [] : [one('out', undatedOut)])];
}
