// The agenda of a day, reckoned anew from raw records: slow, plain, written apart from lib/domain/agenda and without its summaries.
import type { Care } from '@/lib/domain/care';
import type { Evidence } from '@/lib/domain/tie/evidence';
import type { Interaction } from '@/lib/domain/records';
import type { Handled } from '@/lib/domain/tie-records';
import { fallsOn } from './plain-dates';
import { dayAt, place, weekdayAt } from './plain-days';
import { plainTie, type PlainTie } from './plain-tie';

/** What is compared: which line, whose, where in the order, and what it says. */
export interface PlainReason {
  key: string;
  band: number;
  score: number;
  word: string;
  /** The number that the words name, where they name one. */
  n: number | null;
}
export interface PlainLine {
  contactId: string;
  reasons: PlainReason[];
}

const POINTS = { shallow: 0, sticky: 2, deep: 4, iron: 6 };

/** The reasons of one contact on a day, the strongest first. */
export function plainLine(raw: Evidence, today: number, care: Care): PlainLine | null {
  const { contact } = raw;
  if (contact.quietUntil !== null && place(contact.quietUntil) >= today) return null;
  const tie = plainTie(raw, today, care);
  const period = periodOf(raw, tie, care);
  const talk = talkOf(raw.interactions);
  const rows = new Map(raw.handled.map((row) => [row.id, row]));
  const all = [...promises(raw, today), ...dates(raw, today, tie), ...checks(raw, today, tie, care), ...stage(raw, today, tie, care)];
  if (contact.kind === 'person')
    all.push(...answer(contact.id, talk, today, tie, care), ...touch(raw, today, tie, period), ...cooling(raw, tie));
  const rests = talk.tries.length >= 3 && today - Math.max(...talk.tries) < 2 * (period ?? 30);
  const isRestDay = care.restDays.includes(weekdayAt(today));
  const reasons = all.flatMap((one): PlainReason[] => {
    const row = rows.get(one.key);
    if (row && (row.status !== 'open' || (row.until !== null && place(row.until) > today))) return [];
    const isAsked = one.key.startsWith('follow-up:') || one.key.startsWith('date:');
    if ((rests || isRestDay) && !isAsked && !row?.pinned) return [];
    return [{ ...one, band: row?.pinned ? 0 : one.band, score: talk.tries.length >= 2 ? one.score / 2 : one.score }];
  });
  return reasons.length === 0 ? null : { contactId: contact.id, reasons: reasons.sort(order) };
}

export function order(a: PlainReason, b: PlainReason): number {
  if (a.band !== b.band) return a.band - b.band;
  if (a.score !== b.score) return b.score - a.score;
  return a.key < b.key ? -1 : 1;
}

function promises({ followUps }: Evidence, today: number): PlainReason[] {
  const due = followUps.filter((one) => one.status === 'open' && place(one.due) <= today);
  return due.map((one) => {
    const late = today - place(one.due);
    const word = `agenda_planned_${late === 0 ? 'today' : 'on'}${one.reason.trim() === '' ? '' : '_for'}`;
    return { key: `follow-up:${one.id}:${one.due}`, band: 1, score: 60 + (30 * late) / (late + 7), word, n: null };
  });
}

function dates({ keyDates }: Evidence, today: number, tie: PlainTie): PlainReason[] {
  const found: PlainReason[] = [];
  for (const date of keyDates.filter((one) => one.leads.length > 0)) {
    for (const on of fallsOn(date)) {
      const left = on - today;
      const leads = date.leads.filter((lead) => lead >= left).sort((a, b) => a - b);
      const key = (lead: number): string => `date:${date.id}:${dayAt(on)}/${lead}`;
      if (left < 0 && left >= -3 && (tie.lastTouch === null || tie.lastTouch < on))
        found.push({ key: key(0), band: 1, score: 90, word: 'agenda_date_past', n: null });
      if (left === 0) found.push({ key: key(0), band: 1, score: 100, word: 'agenda_date_today', n: null });
      const word = date.inferred ? 'agenda_date_around' : 'agenda_date_ahead';
      if (left === 1 && leads.length > 0) found.push({ key: key(leads[0]!), band: 1, score: 95, word, n: null });
      if (left > 1 && leads.length > 0)
        found.push({ key: key(leads[0]!), band: 2, score: 88 - 1.5 * Math.min(left, 30) + POINTS[tie.tier], word, n: null });
    }
  }
  return found;
}

function checks(raw: Evidence, today: number, tie: PlainTie, care: Care): PlainReason[] {
  const done = (one: Handled): boolean => one.id.startsWith('after-use:') && one.status === 'done';
  const asked = [
    ...raw.facts.filter((fact) => ['used', 'nps', 'complaint'].includes(fact.kind)).map((fact) => place(fact.on)),
    ...raw.handled.filter(done).map((row) => place(row.on)),
  ];
  const open = raw.deals
    .filter((deal) => deal.status === 'won')
    .map((deal) => ({ ...deal, won: place(deal.closedOn ?? deal.openedOn) }))
    .filter((deal) => asked.every((day) => day < deal.won))
    .filter((deal) => !raw.handled.some((row) => row.id.startsWith(`after-use:${deal.id}:`) && row.status !== 'open'))
    .sort((a, b) => a.won - b.won || (a.id < b.id ? -1 : 1))
    .slice(-5);
  const first = open.find((deal) => today <= deal.won + care.afterUse + 180);
  if (!first || today < first.won + care.afterUse) return [];
  const score = Math.max(45, 78 - (today - first.won - care.afterUse)) + POINTS[tie.tier];
  const word = first.item.trim() === '' ? 'agenda_bought_on' : 'agenda_bought_item_on';
  return [{ key: `after-use:${first.id}:${dayAt(first.won)}`, band: 2, score, word, n: null }];
}

function stage({ contact }: Evidence, today: number, tie: PlainTie, care: Care): PlainReason[] {
  const rule = care.stages.find((one) => one.id === contact.stage);
  if (!rule || rule.days === null || contact.stageSince === null) return [];
  const days = today - place(contact.stageSince);
  if (days <= rule.days) return [];
  const score = 55 + 20 * Math.min(days / rule.days - 1, 1.5) + POINTS[tie.tier];
  const stays = Math.floor((days - 1) / rule.days);
  return [{ key: `stage:${contact.id}:${rule.id}/${contact.stageSince}.${stays}`, band: 2, score, word: 'agenda_stage_stays', n: days }];
}

interface Talk {
  owed: { at: string; day: number } | null;
  /** Days of attempts since theirs. */
  tries: number[];
}

interface Told {
  instant: number | null;
  day: number;
  date: string;
}
const isBefore = (a: Told, b: Told): boolean => (a.instant !== null && b.instant !== null ? a.instant < b.instant : a.day < b.day);
const talks = new WeakMap<readonly Interaction[], { length: number; talk: Talk }>();

/** Who wrote last, by comparing each message of one side with each of the other. It does not depend on the day, so it is kept. */
function talkOf(interactions: readonly Interaction[]): Talk {
  const kept = talks.get(interactions);
  if (kept?.length === interactions.length) return kept.talk;
  const side = (direction: string): Told[] =>
    interactions
      .filter((one) => one.kind === 'message' && one.day !== null && one.direction === direction)
      .map((one) => ({
        instant: one.at?.includes('T') ? Date.parse(one.at) : one.live ? one.seenAt : null,
        day: place(one.day!),
        date: one.day!,
      }));
  const [theirs, mine] = [side('in'), side('out')];
  const waiting = theirs.filter((one) => mine.every((other) => isBefore(other, one)));
  const times = waiting.map(({ instant, date, day }) => ({ at: instant === null ? date : new Date(instant).toISOString(), day }));
  const talk = {
    owed: times.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
    tries: [...new Set(mine.filter((one) => theirs.every((other) => isBefore(other, one))).map(({ day }) => day))],
  };
  talks.set(interactions, { length: interactions.length, talk });
  return talk;
}

function answer(id: string, { owed }: Talk, today: number, tie: PlainTie, care: Care): PlainReason[] {
  if (!owed || (tie.undatedOut !== null && tie.undatedOut > owed.day)) return [];
  let age = 0;
  for (let day = owed.day + 1; day <= today && age <= 20; day++) if (!care.restDays.includes(weekdayAt(day))) age += 1;
  if (age > 20) return [];
  const urgency = age <= 5 ? Math.min(50 + 15 * age, 95) : 95 - 3 * (age - 5);
  const word = owed.day >= today ? 'agenda_owed_today' : age === 0 ? 'agenda_owed_on' : 'agenda_owed';
  const score = urgency + Math.min(POINTS[tie.tier], 4);
  return [{ key: `owed:${id}:${owed.at}`, band: 2, score, word, n: word === 'agenda_owed' ? age : null }];
}

function periodOf({ contact }: Evidence, { type, tier }: PlainTie, { cadences }: Care): number | null {
  if (contact.cadence !== null) return contact.cadence;
  const ofTags = contact.tags.map((tag) => cadences.tags[tag]).filter((days) => days !== undefined);
  if (ofTags.length > 0) return Math.min(...ofTags);
  return cadences.types[type] ?? cadences.tiers[tier] ?? null;
}

function touch({ contact, handled }: Evidence, today: number, tie: PlainTie, period: number | null): PlainReason[] {
  if (period === null) return [];
  const done = handled.filter((row) => row.status === 'done').map((row) => place(row.on));
  const contacts = [...done, ...(tie.lastTouch === null ? [] : [tie.lastTouch])];
  const from = contacts.length > 0 ? Math.max(...contacts) : tie.since;
  const days = today - from;
  if (days < period) return [];
  const ratio = (days - period) / period;
  const word = contacts.length > 0 ? 'agenda_touch' : 'agenda_touch_never';
  const key = `touch:${contact.id}:${dayAt(from)}.${Math.floor(days / period)}`;
  return [{ key, band: 2, score: 30 + (50 * ratio) / (1 + ratio), word, n: days }];
}

function cooling({ contact }: Evidence, tie: PlainTie): PlainReason[] {
  if (!tie.isCooling || tie.tier === 'shallow') return [];
  const key = `cooling:${contact.id}:${dayAt(tie.lastTouch ?? tie.since)}`;
  return [{ key, band: 2, score: 40 + 3 * POINTS[tie.tier], word: 'cooling', n: null }];
}
