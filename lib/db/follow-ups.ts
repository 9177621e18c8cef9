// Follow-ups: the next step with a person, and the list of today.
import type { Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import type { FollowUp } from '../domain/records';
import { db } from './database';
import { undoable, type Touched } from './undo';

/** Sets the next follow-up; an open one is replaced. Undoable. */
export async function setFollowUp(contactId: string, due: Day, reason: string, now: number): Promise<string | null> {
  const open = (await db.followUps.where({ contactId }).toArray()).filter((followUp) => followUp.status === 'open');
  const fresh: FollowUp = { id: newId(now), contactId, due, reason, status: 'open', createdAt: now, updatedAt: now };
  const touched: Touched[] = [['followUps', fresh.id], ...open.map(({ id }): Touched => ['followUps', id])];
  return undoable(touched, now, async () => {
    for (const { id } of open) await db.followUps.update(id, { status: 'replaced', updatedAt: now });
    await db.followUps.add(fresh);
  });
}

/** Ends or moves a follow-up of this contact. Undoable. */
export async function changeFollowUp(
  contactId: string,
  id: string,
  fields: Partial<Pick<FollowUp, 'status' | 'due'>>,
  now: number,
): Promise<string | null> {
  const followUp = await db.followUps.get(id);
  if (!followUp) throw new Failure('gone');
  if (followUp.contactId !== contactId) throw new Failure('refused');
  return undoable([['followUps', id]], now, async () => {
    const { status } = fields;
    const ended = status === undefined ? {} : { endedAt: status === 'done' || status === 'skipped' ? now : undefined };
    await db.followUps.update(id, { ...fields, ...ended, updatedAt: now });
  });
}

/** The `most` oldest open follow-ups due on this day or before, the oldest first, of contacts that are there. */
export async function dueBy(today: Day, most = Infinity): Promise<FollowUp[]> {
  const rows = await db.followUps.where('[status+due]').between(['open', ''], ['open', today], true, true).limit(most).toArray();
  const contacts = await db.contacts.bulkGet(rows.map((row) => row.contactId));
  return rows.filter((_, i) => contacts[i]?.deletedAt === null);
}
