// Answers about the relationship itself: what the rep says of it, and what was put down about a person.
import { calendarPart } from '@/lib/db/calendar';
import { knownSources } from '@/lib/db/contacts';
import { db } from '@/lib/db/database';
import { lifeOf, removeLife, saveLife } from '@/lib/db/life';
import { say } from '@/lib/db/marks';
import { setReferredBy } from '@/lib/db/referrals';
import { timelineOf } from '@/lib/db/timeline';
import type { Answers } from '@/lib/messages/serve';
import { act } from './act';
import { contactFor } from './subject';
import { tieView } from './tie-view';

const today = (): string => Temporal.Now.plainDateISO().toString();

/** The people behind ids, those that are gone left out. */
async function named(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const contacts = await db.contacts.bulkGet([...new Set(ids)]);
  return contacts.flatMap((contact) => (contact && contact.deletedAt === null ? [{ id: contact.id, name: contact.name }] : []));
}

export const tieAnswers: Pick<
  Answers,
  `tie.${'get' | 'say'}` | `life.${'get' | 'save' | 'delete'}` | 'timeline.get' | 'referral.set' | 'source.known' | 'calendar.part'
> = {
  'tie.get': async ({ subject }, from) => tieView(await contactFor(subject, from)),

  'tie.say': ({ subject, about }, from) => act(subject, from, ['marks'], 'make', (contact, now) => say(contact, about, today(), now)),

  'source.known': async () => ({ sources: await knownSources(50) }),

  'timeline.get': ({ contact, ...asked }) => timelineOf(contact, asked, { today: today(), zone: Temporal.Now.timeZoneId() }),

  'calendar.part': ({ contact, cursor }) => calendarPart(contact, cursor),

  'life.get': async ({ subject }, from) => {
    const life = await lifeOf(await contactFor(subject, from));
    const [referredBy = null] = await named(life.referredBy === null ? [] : [life.referredBy]);
    return { ...life, referredBy, brought: await named(life.facts.flatMap(({ other }) => other ?? [])) };
  },

  'life.save': ({ subject, ...given }, from) =>
    act(subject, from, ['deals', 'facts', 'keyDates'], 'make', (contact, now) => saveLife(contact, given, now)),

  'referral.set': ({ contact, by }, from) => act({ contact }, from, ['facts'], 'known', (id, now) => setReferredBy(id, by, today(), now)),

  'life.delete': ({ contact, table, record }, from) =>
    act({ contact }, from, [table], 'known', (id, now) => removeLife(table, id, record, now)),
};
