// What the rep says about a tie by hand. Bonds, type and stage keep their history.
import type { Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import type { Contact, Said } from '../domain/records';
import type { Mark } from '../domain/tie-records';
import { contactOf } from './contacts';
import { db } from './database';
import { readSettings } from './settings';
import { undoable, type Touched } from './undo';

const KEPT = ['bonds', 'type', 'stage'] as const;
const inWord = (value: string | readonly string[] | null): string => (value === null ? '' : [value].flat().join(' '));

/** Sets what the rep says of a contact; a stage that does not exist is `invalid`. Undoable. */
export async function say(contactId: string, said: Said, today: Day, now: number): Promise<string | null> {
  const contact = await contactOf(contactId);
  if (said.stage && !(await readSettings()).care.stages.some(({ id }) => id === said.stage)) throw new Failure('invalid');
  const marks = KEPT.flatMap((what): Mark[] => {
    const next = said[what];
    const [from, to] = [inWord(contact[what]), next === undefined ? null : inWord(next)];
    if (to === null || from === to) return [];
    return [{ id: newId(now), contactId, what, from, to, on: today, createdAt: now, updatedAt: now }];
  });
  const moved = said.stage !== undefined && said.stage !== contact.stage;
  const touched: Touched[] = [['contacts', contactId], ...marks.map(({ id }): Touched => ['marks', id])];
  return undoable(touched, now, async () => {
    const stageSince = moved ? (said.stage === null ? null : today) : contact.stageSince;
    await db.contacts.update(contactId, { ...(said as Partial<Contact>), stageSince, updatedAt: now });
    await db.marks.bulkAdd(marks);
  });
}

/** The history of what was said of a contact, the newest first. */
export async function marksOf(contactId: string): Promise<Mark[]> {
  return (await db.marks.where({ contactId }).toArray()).sort((a, b) => b.createdAt - a.createdAt || a.what.localeCompare(b.what));
}
