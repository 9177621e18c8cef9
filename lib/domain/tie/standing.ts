// The standing of one contact: all that rules need to know, in one small row. Whatever changes merely because days pass is a function of
// this row and of today, so that a morning reads no raw records. DOMAIN.md §1–§4.
import { threadOf, type Thread } from '../agenda/thread';
import type { Care } from '../care';
import { dayOf, type Day } from '../day';
import type { Bond, CustomerType, FactKind } from '../kinds';
import type { Contact, FollowUp } from '../records';
import type { Fact, Handled, KeyDate } from '../tie-records';
import { dayNumber } from '../workdays';
import { believable, type Evidence } from './evidence';
import { paceOf, type Pace } from './pace';
import { pulseOf, type Pulse } from './pulse';
import { openSums, purchasesOf, type Amounts, type Purchases } from './purchases';
import { replyTimesOf, type ReplyTimes } from './reply-times';
import { rhythmOf } from './rhythm';
import { checksOf, type Check } from './second-moment';

/** Plain JSON, about 800 bytes and what the contact has of dates and promises. Days are the rep's own. */
export interface Standing {
  contactId: string;
  kind: Contact['kind'];
  tags: readonly string[];
  /** How many ways of reaching the contact are known. */
  identities: number;
  /** The first day of which anything is known. */
  since: Day;
  /** All that was ever counted each way, undated ones too. */
  in: number;
  out: number;
  /** Counts that fade, see pulse.ts: of them come strength and reciprocity. */
  pulse: Pulse | null;
  /** How often they are in touch now and usually, see pace.ts: of it comes the trend. */
  pace: Pace | null;
  /** The usual gap between two active days, in days; null while there are too few. */
  rhythm: number | null;
  /** The last day on which they, or the rep, did anything that was counted. */
  lastIn: Day | null;
  lastOut: Day | null;
  /** The last day on which undated messages were first seen: they were written then or at any time before. */
  undatedIn: Day | null;
  undatedOut: Day | null;
  /** The last day on which the conversation was open. */
  lastWatched: Day | null;
  /** The last day of being in touch by any way: counted, told on the telephone (a fact), a deal closed. */
  lastTouch: Day | null;
  /** Who wrote last, see agenda/thread.ts: the answer owed, and the attempts since theirs. */
  thread: Thread;
  replies: ReplyTimes;
  /** By the rep's word. */
  bonds: readonly Bond[];
  type: CustomerType | null;
  /** The last day of each kind of fact. */
  facts: Partial<Record<FactKind, Day>>;
  /** How many others the contact brought. */
  referrals: number;
  /** The newest answer on recommending, 0 to 10. */
  nps: number | null;
  purchases: Purchases | null;
  openDeals: number;
  /** What the open deals come to, by currency. */
  openSums: Amounts;
  lostDeals: number;
  /** Won deals nobody asked about since, see second-moment.ts. */
  checks: readonly Check[];
  cadence: number | null;
  quietUntil: Day | null;
  stage: string | null;
  stageSince: Day | null;
  /** Open ones. */
  followUps: readonly Pick<FollowUp, 'id' | 'due' | 'reason'>[];
  keyDates: readonly CompactDate[];
  /** What was done with lines of Today, as far as it can still matter. */
  handled: readonly Pick<Handled, 'id' | 'status' | 'until' | 'pinned' | 'on'>[];
}
export type CompactDate = Omit<KeyDate, 'contactId' | 'updatedAt'>;

/** Lines of Today come again within a year or not at all, so what was done with older ones is forgotten after this many days. */
const HANDLED_FOR = 500;

/** Facts that only the contact can have told, so on that day there was a talk. */
export const TOLD: readonly FactKind[] = ['asked', 'useful', 'trial', 'nps', 'complaint', 'used', 'need', 'worry', 'wish'];

/**
 * Works out the standing from all records of a contact. To be done again when one of them changes, or the half-life in the settings;
 * the mere passing of days asks for nothing. `today` only keeps out what claims to come from the future.
 */
export function standingOf(given: Evidence, care: Pick<Care, 'halfLife'>, today: Day): Standing {
  const evidence = believable(given, today);
  const { contact, identities, days, interactions, facts, deals, zone } = evidence;
  const active = days.filter((row) => row.in + row.out > 0);
  const rhythm = rhythmOf(active.map((row) => row.day));
  const thread = threadOf(interactions);
  const told = facts.filter((fact) => TOLD.includes(fact.kind)).map((fact) => fact.on);
  const closed = deals.flatMap((deal) => (deal.closedOn !== null && deal.closedOn <= today ? [deal.closedOn] : []));
  const counted = active.map((row) => row.day);
  const undated = (direction: 'in' | 'out'): Day | null =>
    lastOf(interactions.filter((one) => one.day === null && one.direction === direction).map((one) => dayOf(one.seenAt, zone)));
  return {
    contactId: contact.id,
    kind: contact.kind,
    tags: contact.tags,
    identities: identities.length,
    since: [dayOf(contact.createdAt, zone), ...counted].sort()[0]!,
    in: sumOf(identities, 'in'),
    out: sumOf(identities, 'out'),
    pulse: pulseOf(days, care.halfLife),
    pace: paceOf(days, rhythm),
    rhythm,
    lastIn: lastOf(active.filter((row) => row.in > 0).map((row) => row.day)),
    lastOut: lastOf(active.filter((row) => row.out > 0).map((row) => row.day)),
    undatedIn: undated('in'),
    undatedOut: undated('out'),
    lastWatched: lastOf(days.filter((row) => row.watched).map((row) => row.day)),
    lastTouch: lastOf([...counted, ...told, ...closed]),
    thread,
    replies: replyTimesOf(interactions),
    bonds: contact.bonds,
    type: contact.type,
    facts: lastFacts(facts),
    referrals: referralsOf(facts),
    nps: npsOf(facts),
    purchases: purchasesOf(deals),
    openDeals: deals.filter((deal) => deal.status === 'open').length,
    openSums: openSums(deals),
    lostDeals: deals.filter((deal) => deal.status === 'lost').length,
    checks: checksOf(deals, facts, evidence.handled),
    cadence: contact.cadence,
    quietUntil: contact.quietUntil,
    stage: contact.stage,
    stageSince: contact.stageSince,
    followUps: evidence.followUps
      .filter((one) => one.status === 'open')
      .map(({ id, due, reason }) => ({ id, due, reason }))
      .sort((a, b) => (a.due !== b.due ? (a.due < b.due ? -1 : 1) : a.id < b.id ? -1 : 1)),
    keyDates: evidence.keyDates
      .map(({ id, kind, label, calendar, year, month, leapMonth, day, everyMonths, leads, inferred, createdAt }) => {
        return { id, kind, label, calendar, year, month, leapMonth, day, everyMonths, leads, inferred, createdAt };
      })
      .sort(byId),
    handled: evidence.handled
      .filter((row) => row.pinned || dayNumber(today) - dayNumber(row.until ?? row.on) <= HANDLED_FOR)
      .map(({ id, status, until, pinned, on }) => ({ id, status, until, pinned, on }))
      .sort(byId),
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const lastOf = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
const sumOf = (rows: readonly { in: number; out: number }[], key: 'in' | 'out'): number => rows.reduce((sum, row) => sum + row[key], 0);

function lastFacts(facts: readonly Fact[]): Standing['facts'] {
  const last: Partial<Record<FactKind, Day>> = {};
  for (const { kind, on } of facts) if (on > (last[kind] ?? '')) last[kind] = on;
  return last;
}

/** Others brought: each person once, each unnamed one by itself. */
function referralsOf(facts: readonly Fact[]): number {
  const brought = facts.filter((fact) => fact.kind === 'referral');
  const named = new Set(brought.map((fact) => fact.other).filter((other) => other !== null));
  return named.size + brought.filter((fact) => fact.other === null).length;
}

function npsOf(facts: readonly Fact[]): number | null {
  const answers = facts.filter((fact) => fact.kind === 'nps' && fact.score !== null);
  return answers.sort((a, b) => (a.on !== b.on ? (a.on < b.on ? 1 : -1) : b.createdAt - a.createdAt))[0]?.score ?? null;
}
