// What the rep says about a tie by hand. Bonds, type and stage keep their history.
import type { Day } from '../domain/day';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { isClosedStage } from '../domain/lead/closed';
import { changedList } from '../domain/list-change';
import type { Contact, About, AboutChange } from '../domain/records';
import type { Mark, Move } from '../domain/tie-records';
import { contactOf, mergesTouched } from './contacts';
import { db } from './database';
import { keepByHand } from './merge-rows';
import { readSettings } from './settings';
import { undoable, type Touched } from './undo';

const KEPT = ['bonds', 'type', 'stage'] as const;
const inWord = (value: string | readonly string[] | null): string => (value === null ? '' : [value].flat().join(' '));

/** Sets what the rep says of a contact; a stage that does not exist or was removed is `invalid`. Undoable. */
export async function say(contactId: string, change: AboutChange, today: Day, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => sayNow(contactId, change, today, now));
}

const MOST_IN_LIST = 20;
/** A list as it is to be, on top of what another tab may have made of it; too many are `invalid`. */
function listOf(stored: string[], change: AboutChange['phones']): string[] {
  const next = change === undefined ? stored : Array.isArray(change) ? change : changedList(stored, change);
  if (next.length > Math.max(MOST_IN_LIST, stored.length)) throw new Failure('invalid');
  return next;
}

async function sayNow(contactId: string, { phones, emails, ...others }: AboutChange, today: Day, now: number): Promise<string | null> {
  const contact = await contactOf(contactId);
  const about: About = { ...others, phones: listOf(contact.phones, phones), emails: listOf(contact.emails, emails) };
  if (about.stage && about.stage !== contact.stage && !isClosedStage(about.stage)) {
    const { stages } = (await readSettings()).care;
    if (!stages.some(({ id, removed }) => id === about.stage && !removed)) throw new Failure('invalid');
  }
  const marks = KEPT.flatMap((what): Mark[] => {
    const next = about[what];
    const [from, to] = [inWord(contact[what]), next === undefined ? null : inWord(next)];
    if (to === null || from === to) return [];
    return [{ id: newId(now), contactId, what, from, to, on: today, createdAt: now, updatedAt: now }];
  });
  const moved = about.stage !== undefined && about.stage !== contact.stage;
  const moves: Move[] = moved
    ? [
        {
          id: newId(now),
          contactId,
          what: 'stage',
          from: contact.stage,
          to: about.stage ?? null,
          day: today,
          createdAt: now,
          updatedAt: now,
        },
      ]
    : [];
  const touched: Touched[] = [
    ['contacts', contactId],
    ...moves.map(({ id }): Touched => ['moves', id]),
    ...marks.map(({ id }): Touched => ['marks', id]),
    ...(await mergesTouched(contactId)),
  ];
  return undoable(touched, now, async () => {
    const stageSince = moved ? (about.stage === null ? null : today) : contact.stageSince;
    const stage = about.stage === undefined ? contact.stage : about.stage;
    const lostReason = stage === 'lost' ? (about.lostReason ?? contact.lostReason) : '';
    await db.contacts.update(contactId, { ...(about as Partial<Contact>), stageSince, lostReason, updatedAt: now });
    await db.marks.bulkAdd(marks);
    await db.moves.bulkAdd(moves);
    await keepByHand(contact, now);
  });
}

/** The history of what was said of a contact, the newest first. */
export async function marksOf(contactId: string): Promise<Mark[]> {
  return (await db.marks.where({ contactId }).toArray()).sort((a, b) => b.createdAt - a.createdAt || a.what.localeCompare(b.what));
}
