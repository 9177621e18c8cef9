// A book of contacts that lives by chance: raw records as the product stores them, and what happens to them day by day.
import type { Day } from '@/lib/domain/day';
import { dayOfMessage } from '@/lib/domain/interaction';
import { BONDS, CUSTOMER_TYPES, DATE_KINDS, FACT_KINDS } from '@/lib/domain/kinds';
import type { Contact, Interaction } from '@/lib/domain/records';
import type { KeyDate } from '@/lib/domain/tie-records';
import type { Evidence } from '@/lib/domain/tie/evidence';
import type { Chance } from '../e2e/support/seeded';
import { dayAt, place } from './plain-days';

/** How a contact tends to live: days between talks, whether they answer, what times the site shows, when they fall silent. */
interface Habit {
  gap: number;
  answers: number;
  times: 'instant' | 'day' | 'live';
  silentFrom: number;
}
export interface Person {
  raw: Evidence;
  habit: Habit;
}

/** The moment of a step: ms, the rep's zone, the local day. */
export interface Now {
  ms: number;
  zone: string;
  today: Day;
}

let made = 0;
const newId = (kind: string): string => `${kind}${(made += 1)}`;
const shifted = (day: Day, days: number): Day => dayAt(place(day) + days);

export function newPerson(chance: Chance, now: Now): Person {
  const id = newId('c');
  const contact: Contact = {
    id,
    kind: chance.is(0.05) ? 'group' : 'person',
    name: id,
    called: id,
    tags: ['vip', 'school', 'golf'].filter(() => chance.is(0.15)),
    words: [],
    company: '',
    phones: [],
    emails: [],
    bonds: chance.is(0.2) ? [chance.pick(BONDS)] : [],
    type: chance.is(0.05) ? chance.pick(CUSTOMER_TYPES) : null,
    cadence: chance.is(0.2) ? chance.pick([7, 14, 30, 90]) : null,
    quietUntil: null,
    stage: null,
    stageSince: null,
    lostReason: '',
    source: '',
    nurture: null,
    own: {},
    createdAt: now.ms,
    updatedAt: now.ms,
    deletedAt: null,
    mergedInto: null,
  };
  const identity = {
    id: `i-${id}`,
    contactId: id,
    site: 'x',
    account: '',
    handles: [],
    weak: false,
    name: id,
    link: null,
    in: 0,
    out: 0,
    acts: 0,
  };
  const times = {
    lastIn: null,
    lastOut: null,
    undatedIn: null,
    undatedOut: null,
    watchedSince: now.ms,
    createdAt: now.ms,
    updatedAt: now.ms,
  };
  const raw: Evidence = {
    contact,
    identities: [{ ...identity, ...times }],
    days: [],
    interactions: [],
    followUps: [],
    deals: [],
    facts: [],
    keyDates: [],
    handled: [],
    marks: [],
    zone: now.zone,
  };
  const habit: Habit = {
    gap: chance.pick([2, 5, 9, 15, 30, 60]),
    answers: chance.pick([0.1, 0.5, 0.9]),
    times: chance.pick(['instant', 'instant', 'day', 'live'] as const),
    silentFrom: chance.is(0.3) ? place(now.today) + chance.below(300) : Infinity,
  };
  const person = { raw, habit };
  while (chance.is(0.45)) rows(raw, 'keyDates').push(newDate(chance, id, now));
  return person;
}

type Mutable<T> = T extends readonly (infer Row)[] ? Row[] : never;
const rows = <K extends 'days' | 'interactions' | 'followUps' | 'deals' | 'facts' | 'keyDates' | 'handled'>(raw: Evidence, table: K) =>
  raw[table] as Mutable<Evidence[K]>;

function newDate(chance: Chance, contactId: string, { ms, today }: Now): KeyDate {
  const calendar = chance.is(0.4) ? ('lunar' as const) : ('solar' as const);
  const everyMonths = chance.pick([12, 12, 12, 12, 6, 3, 24, null]);
  const needsYear = everyMonths === null || everyMonths === 24;
  const year = needsYear ? chance.pick([2025, 2026, 2027]) : chance.is(0.5) ? 1960 + chance.below(60) : null;
  return {
    id: newId('d'),
    contactId,
    kind: chance.pick(DATE_KINDS),
    label: chance.is(0.5) ? '车险' : '',
    calendar,
    year,
    month: chance.is(0.15) ? 2 : 1 + chance.below(12),
    leapMonth: calendar === 'lunar' && chance.is(0.15),
    day: chance.is(0.2) ? 29 + chance.below(3) : 1 + chance.below(28),
    everyMonths,
    leads: chance.pick([[30, 7, 1], [30, 7, 1], [7], [0], [14, 3, 0], []]),
    inferred: chance.is(0.1),
    createdAt: Date.parse(`${today}T00:00:00Z`),
    updatedAt: ms,
  };
}

/** Lets a message pass, as it would be counted. `at` null: the site shows no time. */
export function say(person: Person, direction: 'in' | 'out', kind: Interaction['kind'], at: string | null, live: boolean, now: Now): void {
  const { raw } = person;
  const [identity] = raw.identities;
  const day = dayOfMessage(at, live, now.ms, now.zone);
  const interaction = { id: newId('m'), identityId: identity!.id, kind, direction, at, day, live, seenAt: now.ms, source: 's' };
  rows(raw, 'interactions').push(interaction);
  identity![direction] += 1;
  if (day === null) identity![direction === 'in' ? 'undatedIn' : 'undatedOut'] = now.ms;
  if (day === null) return;
  const row = dayRow(person, day);
  row[direction] += 1;
}

function dayRow({ raw }: Person, day: Day) {
  const known = raw.days.find((row) => row.day === day);
  if (known) return known;
  const row = { identityId: raw.identities[0]!.id, day, in: 0, out: 0, watched: false };
  rows(raw, 'days').push(row);
  return row;
}

/** One message at a time of the day, in the way in which the contact's site shows times. */
export function talk(person: Person, direction: 'in' | 'out', minute: number, now: Now): void {
  const ms = now.ms + minute * 60_000;
  const later = { ...now, ms };
  dayRow(person, now.today).watched = true;
  const { times } = person.habit;
  if (times === 'instant') say(person, direction, 'message', new Date(ms).toISOString(), true, later);
  else say(person, direction, 'message', times === 'day' ? now.today : null, times === 'live', later);
}

/** What happens to a contact on one day by itself; gives whether anything did. */
export function live(person: Person, chance: Chance, now: Now): boolean {
  const { raw, habit } = person;
  const before = made;
  const isSilent = place(now.today) >= habit.silentFrom;
  if (!isSilent && raw.contact.kind === 'person' && chance.is(1 / habit.gap)) {
    const first = chance.is(0.5) ? 'in' : 'out';
    const answer = first === 'in' ? 'out' : 'in';
    const lines = 1 + chance.below(3);
    for (let i = 0; i < lines; i++) talk(person, first, i, now);
    if (chance.is(first === 'in' ? 0.6 : habit.answers)) talk(person, answer, 30, now);
  }
  if (isSilent && chance.is(1 / (habit.gap * 2))) talk(person, 'out', 5, now);
  if (chance.is(0.01)) say(person, 'out', 'like', null, true, now);
  // Somebody scrolls up: older messages with their times, or without.
  if (chance.is(0.005)) say(person, chance.pick(['in', 'out']), 'message', null, false, now);
  if (chance.is(0.005))
    say(person, chance.pick(['in', 'out']), 'message', new Date(now.ms - chance.below(40) * 43_200_000).toISOString(), false, now);
  if (chance.is(0.01)) rows(raw, 'keyDates').push(newDate(chance, raw.contact.id, now));
  if (chance.is(0.01)) {
    const fact = {
      id: newId('x'),
      contactId: raw.contact.id,
      kind: chance.pick(FACT_KINDS),
      on: now.today,
      text: '',
      score: null,
      other: null,
    };
    rows(raw, 'facts').push({ ...fact, createdAt: now.ms, updatedAt: now.ms });
  }
  const changes = [trade, promise, edit].filter((change) => change(person, chance, now)).length;
  const isWatched = chance.is(0.05);
  if (isWatched) dayRow(person, now.today).watched = true;
  return changes > 0 || isWatched || made !== before;
}

function trade({ raw }: Person, chance: Chance, { ms, today }: Now): boolean {
  const open = raw.deals.find((deal) => deal.status === 'open');
  if (open && chance.is(0.03)) {
    Object.assign(open, { status: chance.is(0.6) ? 'won' : 'lost', closedOn: today });
    return true;
  }
  if (open || !chance.is(0.006)) return false;
  const deal = { id: newId('b'), contactId: raw.contact.id, item: chance.is(0.5) ? '净水器' : '', amount: null, currency: null };
  const rest = {
    status: 'open' as const,
    openedOn: today,
    closedOn: null,
    paidOn: null,
    lines: [],
    lostReason: '',
    createdAt: ms,
    updatedAt: ms,
  };
  rows(raw, 'deals').push({ ...deal, ...rest });
  return true;
}

function promise({ raw }: Person, chance: Chance, { ms, today }: Now): boolean {
  if (!chance.is(0.012)) return false;
  for (const one of raw.followUps) if (one.status === 'open' && chance.is(0.9)) one.status = 'replaced';
  const due = shifted(today, chance.below(20));
  const followUp = { id: newId('f'), contactId: raw.contact.id, due, reason: chance.is(0.7) ? 'call' : '', status: 'open' as const };
  rows(raw, 'followUps').push({ ...followUp, createdAt: ms, updatedAt: ms });
  return true;
}

/** The rep changes something about the contact. */
function edit({ raw }: Person, chance: Chance, { today }: Now): boolean {
  if (!chance.is(0.01)) return false;
  const { contact } = raw;
  const what = chance.below(5);
  if (what === 0) contact.cadence = chance.pick([null, 7, 21, 60]);
  else if (what === 1) contact.quietUntil = shifted(today, chance.below(30));
  else if (what === 2) contact.tags = ['vip', 'school', 'golf'].filter(() => chance.is(0.3));
  else if (what === 3) contact.bonds = contact.bonds.length > 0 ? [] : ['affection'];
  else {
    contact.stage = chance.pick(['lead', 'contacted', 'visited', 'tried', 'quoted', 'gone', null]);
    contact.stageSince = contact.stage === null ? null : today;
  }
  return true;
}
