// Evidence of invented contacts for the tests of the tie: short words for what would be many records.
import { addDays, startOfDay, type Day } from '../../lib/domain/day';
import type { FactKind } from '../../lib/domain/kinds';
import type { Contact, DayRow, Identity, Interaction } from '../../lib/domain/records';
import type { Deal, Fact, Handled, Mark } from '../../lib/domain/tie-records';
import type { Evidence } from '../../lib/domain/tie/evidence';

/** The first day of the invented year, a Monday. */
export const START: Day = '2026-01-05';
export const ZONE = 'Europe/Berlin';
/** A day of the invented year; `on(0)` is the first one. */
export const on = (days: number): Day => addDays(START, days);

const ms = (day: Day): number => startOfDay(day, ZONE) + 12 * 3_600_000;
const made = { createdAt: ms(START), updatedAt: ms(START) };

export const contact = (more: Partial<Contact> = {}): Contact => ({
  id: 'anna',
  kind: 'person',
  name: 'Anna',
  called: 'anna',
  tags: [],
  words: [],
  company: '',
  phones: [],
  emails: [],
  bonds: [],
  type: null,
  cadence: null,
  quietUntil: null,
  stage: null,
  stageSince: null,
  lostReason: '',
  source: '',
  nurture: null,
  own: {},
  deletedAt: null,
  mergedInto: null,
  ...made,
  ...more,
});

export const identity = (more: Partial<Identity> = {}): Identity => ({
  id: 'anna-chat',
  contactId: 'anna',
  site: 'whatsapp',
  account: '',
  handles: [],
  weak: false,
  name: 'Anna',
  link: null,
  in: 0,
  out: 0,
  acts: 0,
  lastIn: null,
  lastOut: null,
  undatedIn: null,
  undatedOut: null,
  watchedSince: ms(START),
  ...made,
  ...more,
});

/** What was counted on one day of the invented year. */
export interface Talk {
  day: number;
  in?: number;
  out?: number;
  watched?: boolean;
}

export const dayRow = ({ day, in: received = 0, out = 0, watched = true }: Talk): DayRow => ({
  identityId: 'anna-chat',
  day: on(day),
  in: received,
  out,
  watched,
});

/** The messages of a talk, dated to the minute: theirs from 09:00, the rep's from 09:30, one a minute. */
export function messages(talks: readonly Talk[]): Interaction[] {
  return talks.flatMap((talk) =>
    (['in', 'out'] as const).flatMap((direction) =>
      Array.from({ length: talk[direction] ?? 0 }, (_, i) =>
        message(direction, new Date(startOfDay(on(talk.day), ZONE) + (9 * 60 + (direction === 'in' ? 0 : 30) + i) * 60_000).toISOString()),
      ),
    ),
  );
}

let serial = 0;
/** A message that is dated by an instant, a day, or (null) not at all. */
export const message = (direction: 'in' | 'out', at: string | null, more: Partial<Interaction> = {}): Interaction => ({
  id: `m${++serial}`,
  identityId: 'anna-chat',
  kind: 'message',
  direction,
  at,
  day: at === null ? null : at.slice(0, 10),
  live: false,
  seenAt: at === null ? ms(START) : Date.parse(at),
  source: 'tab',
  ...more,
});

export const deal = (id: string, more: Partial<Deal> = {}): Deal => ({
  id,
  contactId: 'anna',
  item: '',
  amount: null,
  currency: null,
  status: 'won',
  openedOn: START,
  closedOn: START,
  paidOn: null,
  lines: [],
  lostReason: '',
  ...made,
  ...more,
});

export const fact = (kind: FactKind, day: number, more: Partial<Fact> = {}): Fact => ({
  id: `${kind}${day}${more.other ?? ''}`,
  contactId: 'anna',
  kind,
  on: on(day),
  text: '',
  score: null,
  other: null,
  ...made,
  ...more,
});

export const mark = (what: Mark['what'], from: string, to: string, day: number): Mark => ({
  id: `${what}${day}`,
  contactId: 'anna',
  what,
  from,
  to,
  on: on(day),
  createdAt: ms(on(day)),
  updatedAt: ms(on(day)),
});

export const handled = (id: string, status: Handled['status'], day: number, more: Partial<Handled> = {}): Handled => ({
  id,
  contactId: 'anna',
  status,
  until: null,
  pinned: false,
  reason: '',
  on: on(day),
  ...made,
  ...more,
});

/** The evidence of a contact who talked so, on one site that dates its messages, and whatever else is known. */
export function evidence(talks: readonly Talk[], more: Partial<Evidence> = {}): Evidence {
  const interactions = messages(talks);
  const count = (direction: 'in' | 'out'): number => interactions.filter((one) => one.direction === direction).length;
  return {
    contact: contact(),
    identities: [identity({ in: count('in'), out: count('out') })],
    days: talks.map(dayRow),
    interactions,
    followUps: [],
    deals: [],
    facts: [],
    keyDates: [],
    handled: [],
    marks: [],
    zone: ZONE,
    ...more,
  };
}

/** Talks of one line each way every `gap` days, `times` times, from the day `from`. */
export const every = (gap: number, times: number, from = 0, talk: Omit<Talk, 'day'> = { in: 1, out: 1 }): Talk[] =>
  Array.from({ length: times }, (_, i) => ({ day: from + i * gap, ...talk }));

/** Days on which the conversation was open and nothing passed. */
export const looks = (...days: number[]): Talk[] => days.map((day) => ({ day }));
