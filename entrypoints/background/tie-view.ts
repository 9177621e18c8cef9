// How the relationship with a contact stands, in the form that screens show.
import { bigOrders } from '@/lib/db/agenda';
import { contactOf } from '@/lib/db/contacts';
import { db } from '@/lib/db/database';
import { evidenceOf } from '@/lib/db/evidence';
import { readSettings } from '@/lib/db/settings';
import { dayOf, type Day } from '@/lib/domain/day';
import { whatItIs } from '@/lib/domain/dates/occasion';
import { nextOccurrence } from '@/lib/domain/dates/occurrences';
import { Failure } from '@/lib/domain/failure';
import { CLOSED_STAGES } from '@/lib/domain/lead/closed';
import type { KeyDate } from '@/lib/domain/tie-records';
import { changesOf } from '@/lib/domain/tie/changes';
import { inputsOf, metricLabel } from '@/lib/domain/tie/metrics';
import { sayNow, type Occasions } from '@/lib/domain/tie/say-now';
import { standingOf } from '@/lib/domain/tie/standing';
import { tieOf } from '@/lib/domain/tie/tie';
import type { TieView } from '@/lib/messages/protocol';

/** The history of a tie is told for so many weeks. */
const WEEKS = 8;

/** The key date that comes next. */
function nextDate(dates: readonly KeyDate[], today: Day): Occasions['date'] {
  const coming = dates.flatMap((date) => {
    const next = nextOccurrence(date, today);
    return next ? [{ on: next.on, what: whatItIs(date, next.years) }] : [];
  });
  return coming.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}

/** The latest note that is not hidden. */
async function lastNote(contactId: string, zone: string): Promise<Occasions['note']> {
  const notes = (await db.notes.where({ contactId }).toArray()).filter(({ hiddenAt }) => hiddenAt === null);
  const last = notes.sort((a, b) => b.createdAt - a.createdAt)[0];
  return last ? { text: last.text, on: dayOf(last.createdAt, zone) } : null;
}

/** Reads how the tie stands today. Fails with `gone`. */
export async function tieView(contactId: string): Promise<TieView> {
  await contactOf(contactId);
  const [today, zone] = [Temporal.Now.plainDateISO().toString(), Temporal.Now.timeZoneId()];
  const { care } = await readSettings();
  const [evidence] = await evidenceOf([contactId], zone);
  if (!evidence) throw new Failure('gone');
  const standing = standingOf(evidence, care, today);
  const big = await bigOrders();
  const tie = tieOf(standing, today, care, big);
  const now = sayNow(
    {
      standing,
      note: await lastNote(contactId, zone),
      date: nextDate(evidence.keyDates, today),
      type: tie.type,
    },
    today,
  );
  const { contact } = evidence;
  const about = { company: contact.company, phones: contact.phones, emails: contact.emails, source: contact.source };
  return {
    ...tie,
    bonds: { ...tie.bonds, marked: [...tie.bonds.marked] },
    metrics: inputsOf(standing, today, care).map(({ metric, missing, why }) => ({ label: metricLabel(metric), missing, why })),
    now,
    changes: changesOf(evidence, care, today, WEEKS, big).map(({ week, said }) => ({ week, said })),
    own: {
      ...about,
      type: contact.type,
      cadence: contact.cadence,
      quietUntil: contact.quietUntil,
      stage: contact.stage,
      stageSince: contact.stageSince,
      lostReason: contact.lostReason,
      nurture: contact.nurture,
    },
    stages: [
      ...care.stages.filter(({ id, removed }) => !removed || id === contact.stage),
      ...CLOSED_STAGES.map((id) => ({ id, name: '', removed: false })),
    ],
  };
}
