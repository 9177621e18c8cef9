// Contacts as they leave for other programs, part by part: what a file can say of them, and nothing that belongs to this machine alone.
import type { Collection, WhereClause } from 'dexie';
import { handleOf, ANY_ACCOUNT } from '../domain/conversation';
import type { LeavingPerson } from '../domain/import/leaving';
import { later } from '../domain/interaction';
import type { Contact, FollowUp, Identity, Note } from '../domain/records';
import type { KeyDate } from '../domain/tie-records';
import { db } from './database';
import { grouped } from './grouped';

/** Contacts of a part: with notes as long as they may be still far from what a message may carry. */
const PART = 200;
/** So much text of notes leaves with one contact. */
const LONGEST_NOTE = 20_000;

const TABLES = [db.contacts, db.identities, db.notes, db.keyDates, db.followUps];
const mayLeave = (contact: Contact | undefined): contact is Contact => contact?.deletedAt === null && contact.kind === 'person';

/** The contacts behind `after` in the order of their ids, the deleted and the groups left out; null begins. `next` null ends it. */
export async function leavingPart(after: string | null): Promise<{ people: LeavingPerson[]; next: string | null }> {
  return db.transaction('r', TABLES, async () => {
    const contacts = await db.contacts
      .where('id')
      .above(after ?? '')
      .limit(PART)
      .toArray();
    const next = contacts.length === PART ? contacts[PART - 1]!.id : null;
    const leaving = contacts.filter(mayLeave);
    if (leaving.length === 0) return { people: [], next };
    const [first, last] = [leaving[0]!.id, leaving[leaving.length - 1]!.id];
    return { people: await withRecords(leaving, (rows) => rows.between(first, last, true, true)), next };
  });
}

/** These contacts in this order, the deleted and the groups left out. */
export async function leavingSome(ids: readonly string[]): Promise<LeavingPerson[]> {
  return db.transaction('r', TABLES, async () =>
    withRecords((await db.contacts.bulkGet([...new Set(ids)])).filter(mayLeave), (rows) => rows.anyOf(ids)),
  );
}

/** `range` finds the rows of these contacts, and maybe of others. */
async function withRecords(leaving: readonly Contact[], range: (rows: WhereClause) => Collection): Promise<LeavingPerson[]> {
  const [identities, notes, dates, followUps] = await Promise.all([
    range(db.identities.where('contactId')).toArray() as PromiseLike<Identity[]>,
    range(db.notes.where('contactId')).toArray() as PromiseLike<Note[]>,
    range(db.keyDates.where('contactId')).toArray() as PromiseLike<KeyDate[]>,
    range(db.followUps.where('contactId')).toArray() as PromiseLike<FollowUp[]>,
  ]);
  const [ways, texts, days, steps] = [
    grouped(identities, ({ contactId }) => contactId),
    grouped(notes, ({ contactId }) => contactId),
    grouped(dates, ({ contactId }) => contactId),
    grouped(followUps, ({ contactId }) => contactId),
  ];
  return leaving.map((contact): LeavingPerson => {
    const own = ways.get(contact.id) ?? [];
    const open = steps.get(contact.id)?.find(({ status }) => status === 'open');
    return {
      contact,
      ids: own.flatMap(permanentOf),
      links: [...new Set(own.flatMap(({ link }) => link ?? []))],
      in: own.reduce((sum, one) => sum + one.in, 0),
      out: own.reduce((sum, one) => sum + one.out, 0),
      lastIn: own.reduce<string | null>((at, one) => later(at, one.lastIn), null),
      lastOut: own.reduce<string | null>((at, one) => later(at, one.lastOut), null),
      note: (texts.get(contact.id) ?? [])
        .filter(({ hiddenAt }) => hiddenAt === null)
        .map(({ text }) => text)
        .join('\n\n')
        .slice(0, LONGEST_NOTE),
      dates: (days.get(contact.id) ?? []).filter(({ inferred }) => !inferred),
      next: open ? { due: open.due, reason: open.reason } : null,
    };
  });
}

/** The permanent ids of an identity, whichever mailbox it is of. */
function permanentOf({ site, handles }: Identity): { site: string; handle: string }[] {
  return handles.flatMap((handle) => {
    try {
      const [, account, kind, value] = JSON.parse(handle) as string[];
      const isOne = kind === 'permanent' && account === ANY_ACCOUNT && handle === handleOf(site, ANY_ACCOUNT, { kind, value: value! });
      return isOne ? [{ site, handle: value! }] : [];
    } catch {
      // Not one of ours: it names nobody elsewhere.
      return [];
    }
  });
}
