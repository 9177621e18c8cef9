// Leads on the board: moved with what is closed with them, why others were lost, and what a card shows beside the line of the book.
import { Failure } from '../domain/failure';
import type { Day } from '../domain/day';
import type { Contact, FollowUp } from '../domain/records';
import type { Deal } from '../domain/tie-records';
import { joinUndos } from './change-many';
import { db } from './database';
import { grouped } from './grouped';
import { say } from './marks';
import { undoable, type Touched } from './undo';

/** Of the leads that were lost, so many are asked why. */
const ASKED = 2000;

/** Where a lead goes. `deals` are open ones that are won or lost with it; in any other stage they stay as they are. */
export interface LeadMove {
  to: string | null;
  lostReason: string;
  deals: readonly string[];
}

/**
 * Moves a lead, and closes deals with it, as one act with one undo. Fails with `gone`, with `invalid` for a stage that does not exist, and
 * with `refused` for somebody else's deal.
 */
export async function moveLead(contactId: string, { to, lostReason, deals }: LeadMove, today: Day, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    const undos = [await say(contactId, { stage: to, ...(to === 'lost' ? { lostReason } : {}) }, today, now)];
    if (to === 'won' || to === 'lost') undos.push(await closeDeals(contactId, deals, to, to === 'lost' ? lostReason : '', today, now));
    const done = undos.filter((undo) => undo !== null);
    return done.length === 0 ? null : joinUndos(done, null);
  });
}

/** Closes those of the deals that are open; one that was closed meanwhile stays as it is. */
async function closeDeals(
  contactId: string,
  ids: readonly string[],
  status: 'won' | 'lost',
  lostReason: string,
  today: Day,
  now: number,
): Promise<string | null> {
  const rows = (await db.deals.bulkGet([...ids])).filter((deal) => deal?.status === 'open') as Deal[];
  if (rows.some((deal) => deal.contactId !== contactId)) throw new Failure('refused');
  if (rows.length === 0) return null;
  const touched = rows.map(({ id }): Touched => ['deals', id]);
  return undoable(touched, now, async () => {
    for (const deal of rows) {
      // A deal cannot end before it began, whatever a file said of it.
      const closedOn = deal.openedOn > today ? deal.openedOn : today;
      await db.deals.update(deal.id, { status, closedOn, lostReason, updatedAt: now });
    }
  });
}

/** Why leads were lost, in the rep's own words, the most frequent first; at most `limit`. */
export async function lostReasons(limit: number): Promise<string[]> {
  const uses = new Map<string, { text: string; many: number }>();
  await db.contacts
    .where({ stage: 'lost' })
    .limit(ASKED)
    .each(({ lostReason, deletedAt }) => {
      const text = lostReason.trim();
      if (text === '' || deletedAt !== null) return;
      const one = uses.get(text.toLowerCase());
      if (one) one.many += 1;
      else uses.set(text.toLowerCase(), { text, many: 1 });
    });
  return [...uses.values()]
    .sort((a, b) => b.many - a.many || a.text.localeCompare(b.text))
    .slice(0, limit)
    .map(({ text }) => text);
}

/** What cards show of some contacts, by their ids. Deleted ones and merged ones are left out. */
export interface LeadRecords {
  contact: Contact;
  next: FollowUp | null;
  /** The open ones, the oldest first. */
  deals: Deal[];
}

/** Reads them, a request for each table. */
export async function leadRecords(ids: readonly string[]): Promise<Map<string, LeadRecords>> {
  const [contacts, followUps, deals] = await Promise.all([
    db.contacts.bulkGet([...ids]),
    db.followUps.where('contactId').anyOf(ids).toArray(),
    db.deals.where('contactId').anyOf(ids).toArray(),
  ]);
  const steps = grouped(followUps, ({ contactId }) => contactId);
  const sales = grouped(deals, ({ contactId }) => contactId);
  return new Map(
    contacts.flatMap((contact) => {
      if (!contact || contact.deletedAt !== null) return [];
      const next = (steps.get(contact.id) ?? []).find(({ status }) => status === 'open') ?? null;
      const open = (sales.get(contact.id) ?? []).filter(({ status }) => status === 'open');
      open.sort((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : a.id < b.id ? -1 : 1));
      return [[contact.id, { contact, next, deals: open }] as const];
    }),
  );
}
