// The page of Today as the popup shows it first: read in one transaction, and nothing of it grows with the book.
import type { Contact } from '../domain/records';
import { agendaState, readAgenda, type Reckoned, type Reckoning } from './agenda';
import { db } from './database';
import { settledOn } from './today';

export interface TodayList extends Reckoned {
  state: Awaited<ReturnType<typeof agendaState>>;
  /** The contact of each line; undefined when it went meanwhile. */
  contacts: (Contact | undefined)[];
  /** The sites on which the contact of each line is known. */
  sites: string[][];
  /** Whether there is any contact. */
  anybody: boolean;
}

/** Reads the lines of the day's budget, or all of them, as far as they are reckoned. */
export async function readToday(reckoning: Reckoning, all: boolean): Promise<TodayList> {
  const tables = [db.agenda, db.progress, db.stale, db.handled, db.followUps, db.contacts, db.identities, db.standings];
  return db.transaction('r', tables, async () => {
    const [state, settled, standing] = await Promise.all([
      agendaState(reckoning),
      settledOn(reckoning.today, reckoning.zone),
      db.standings.limit(1).primaryKeys(),
    ]);
    const agenda = await readAgenda(reckoning.care.budget, settled, all);
    const ids = agenda.lines.map(({ contactId }) => contactId);
    const [contacts, identities] = await Promise.all([
      db.contacts.bulkGet(ids),
      Promise.all(ids.map((contactId) => db.identities.where({ contactId }).toArray())),
    ]);
    const isThere = (contact: Contact | undefined) => contact?.deletedAt === null;
    return {
      ...agenda,
      state,
      contacts: contacts.map((contact) => (isThere(contact) ? contact : undefined)),
      sites: identities.map((ofOne) => ofOne.map(({ site }) => site)),
      anybody: standing.length > 0,
    };
  });
}
