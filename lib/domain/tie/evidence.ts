// What is known of one contact: the records from which its standing is worked out, now or as of an earlier day.
import { dayFrom, dayNumber } from '../dates/day-number';
import { dayOf, type Day } from '../day';
import type { Contact, DayRow, FollowUp, Identity, Interaction } from '../records';
import type { Deal, Fact, Handled, KeyDate, Mark } from '../tie-records';
import { BONDS, CUSTOMER_TYPES, type Bond } from '../kinds';

/** All records of one contact, of all its identities, each list in any order. */
export interface Evidence {
  contact: Contact;
  identities: readonly Identity[];
  days: readonly DayRow[];
  /** At least the latest ones: they tell who wrote last and how fast. Whatever is counted is counted from `days`. */
  interactions: readonly Interaction[];
  followUps: readonly FollowUp[];
  deals: readonly Deal[];
  facts: readonly Fact[];
  keyDates: readonly KeyDate[];
  handled: readonly Handled[];
  marks: readonly Mark[];
  /** The rep's IANA time zone: where the days of instants are. */
  zone: string;
}

/**
 * The evidence as it stood at the end of a day: what happened later is left out, what was marked later is as it was before. Totals are
 * today's without what is dated later; of undated messages only the day on which the last one was seen is known.
 */
export function asOf(evidence: Evidence, day: Day): Evidence {
  const { contact, zone } = evidence;
  const identities = evidence.identities.flatMap((one): Identity[] => {
    const own = evidence.days.filter((row) => row.identityId === one.id);
    const until = own.filter((row) => row.day <= day);
    const isNew = dayOf(one.createdAt, zone) > day;
    // A history read later tells of days before the identity was added.
    if (isNew && sumOf(until, 'in') + sumOf(until, 'out') === 0) return [];
    const totalOf = (key: 'in' | 'out'): number => (isNew ? sumOf(until, key) : one[key] - sumOf(own, key) + sumOf(until, key));
    return [{ ...one, in: totalOf('in'), out: totalOf('out') }];
  });
  return {
    ...evidence,
    contact: { ...contact, ...marksAsOf(evidence, day) },
    identities,
    interactions: evidence.interactions.filter((one) => (one.day ?? dayOf(one.seenAt, zone)) <= day),
    days: evidence.days.filter((row) => row.day <= day),
    deals: evidence.deals
      .filter((deal) => deal.openedOn <= day || (deal.closedOn !== null && deal.closedOn <= day))
      .map((deal): Deal =>
        deal.closedOn !== null && deal.closedOn > day ? { ...deal, status: 'open', closedOn: null, paidOn: null } : deal,
      ),
    facts: evidence.facts.filter((fact) => fact.on <= day),
    handled: evidence.handled.filter((row) => row.on <= day),
    marks: evidence.marks.filter((mark) => mark.on <= day),
  };
}

/** What the rep had marked at the end of a day: today's marks with every later change taken back. */
function marksAsOf({ contact, marks }: Evidence, day: Day): Pick<Contact, 'bonds' | 'type' | 'stage' | 'stageSince'> {
  const then = { bonds: contact.bonds, type: contact.type, stage: contact.stage, stageSince: contact.stageSince };
  const later = marks.filter((mark) => mark.on > day).sort((a, b) => (a.on !== b.on ? (a.on < b.on ? 1 : -1) : b.createdAt - a.createdAt));
  for (const { what, from } of later) {
    if (what === 'bonds') then.bonds = bondsIn(from);
    else if (what === 'type') then.type = CUSTOMER_TYPES.find((type) => type === from) ?? null;
    else {
      then.stage = from === '' ? null : from;
      const entered = marks.filter((mark) => mark.what === 'stage' && mark.on <= day && mark.to === from).map((mark) => mark.on);
      then.stageSince = then.stage === null ? null : (entered.sort().at(-1) ?? null);
    }
  }
  return then;
}

/** The bonds in a mark's text, which names them with blanks between. */
export const bondsIn = (text: string): Bond[] => BONDS.filter((bond) => text.split(' ').includes(bond));

/** Leaves out what lies later than tomorrow: a page may claim any date, and a clock may run ahead by a time zone. */
export function believable(evidence: Evidence, today: Day): Evidence {
  const last = dayFrom(dayNumber(today) + 1);
  return {
    ...evidence,
    days: evidence.days.filter((row) => row.day <= last),
    interactions: evidence.interactions.filter((one) => one.day === null || one.day <= last),
    facts: evidence.facts.filter((fact) => fact.on <= last),
  };
}

const sumOf = (rows: readonly DayRow[], key: 'in' | 'out'): number => rows.reduce((sum, row) => sum + row[key], 0);
