// What one contact gives to the numbers of the book: whole counts and amounts, each in the month to which it belongs. A book's numbers are the
// sums of these, so that a change of one contact is a difference of two shares, and nothing ever reads a million rows. DOMAIN.md §3, §5, §7.
import { dayOf, type Day } from '../day';
import type { Contact } from '../records';
import { believable, type Evidence } from '../tie/evidence';
import { existenceOf } from '../tie/existence';
import { tenThousandths } from '../decimal';
import { wonOn } from '../tie/purchases';
import type { Standing } from '../tie/standing';
import { dayNumber } from '../workdays';
import { lapsesOf } from './lapses';
import { sizeStep } from './size';
import { stayed, wayOf } from './way';

/** A month, `YYYY-MM`; the empty string holds what has no date. */
export type Month = string;

/**
 * What happened in one month. `counts` are whole numbers by what they count, the day, stage, source or currency behind a colon;
 * `money` are ten-thousandths in words of digits, the currency (ISO 4217, empty where nobody noted it) behind the colon.
 */
export interface Tally {
  counts: Record<string, number>;
  money: Record<string, string>;
}
export type Share = Readonly<Record<Month, Tally>>;

/** As it is kept with the standing: one string is written and read several times as fast as so many small objects. */
export const packed = (share: Share): string => JSON.stringify(share);
/** Undefined is of somebody who gave nothing yet. */
export const unpacked = (text: string | undefined): Share => (text === undefined ? {} : (JSON.parse(text) as Share));

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** Works out the share of a contact from all its records and its standing. `today` only keeps out what claims to come from the future. */
export function shareOf(given: Evidence, standing: Standing, today: Day): Share {
  const share: Record<Month, Tally> = {};
  const tallyIn = (month: Month): Tally => (share[month] ??= { counts: {}, money: {} });
  const count = (month: Month, name: string, by = 1): void => {
    const { counts } = tallyIn(month);
    counts[name] = (counts[name] ?? 0) + by;
  };
  const pay = (month: Month, name: string, amount: string): void => {
    const { money } = tallyIn(month);
    money[name] = String(BigInt(money[name] ?? '0') + tenThousandths(amount));
  };
  const evidence = believable(given, today);
  addDays(evidence, count);
  if (existenceOf(standing, today).is !== 'none') count(monthOf(standing.since), 'new');
  addDeals(evidence, standing, count, pay);
  addFacts(evidence, count);
  addSource(evidence.contact, standing, evidence.zone, count);
  const way = wayOf(evidence);
  if (way) count(way.month, `way:${way.stages.join()}|${way.end}`);
  for (const { stage, left, days } of stayed(evidence)) count(monthOf(left), `stay:${stage}:${days}`);
  for (const { day, what } of lapsesOf(evidence, standing)) count(monthOf(day), `${what}:${day.slice(8)}`);
  return share;
}

type Count = (month: Month, name: string, by?: number) => void;
type Pay = (month: Month, name: string, amount: string) => void;

/** `i:05`, `o:05`: messages of the 5th; `w:05`: conversations that were open then; `seen`, `both`: contacts of the month. */
function addDays({ days }: Evidence, count: Count): void {
  const months = new Map<Month, { in: boolean; out: boolean }>();
  const open = new Set<Day>();
  for (const row of days) {
    const month = monthOf(row.day);
    const on = row.day.slice(8);
    if (row.in > 0) count(month, `i:${on}`, row.in);
    if (row.out > 0) count(month, `o:${on}`, row.out);
    if (row.watched && !open.has(row.day)) {
      open.add(row.day);
      count(month, `w:${on}`);
    }
    const ways = months.get(month) ?? { in: false, out: false };
    months.set(month, { in: ways.in || row.in > 0, out: ways.out || row.out > 0 });
  }
  for (const [month, ways] of months) {
    count(month, 'seen');
    if (ways.in && ways.out) count(month, 'both');
  }
}

/** Sales that came to an end: `won`, `lost`, `took:12` (days), the first ends `tried` and `bought`, `again` with the second purchase. */
function addDeals({ deals }: Evidence, standing: Standing, count: Count, pay: Pay): void {
  const ended = deals
    .flatMap((deal) => (deal.status === 'open' ? [] : [{ ...deal, on: wonOn(deal) ?? deal.closedOn ?? deal.openedOn }]))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (ended.length === 0) return;
  count(monthOf(ended[0]!.on), 'tried');
  const days: Day[] = [];
  const returned = new Set<Month>();
  for (const { status, on, openedOn, amount, currency } of ended) {
    const month = monthOf(on);
    count(month, status);
    if (status === 'lost') continue;
    count(month, `took:${Math.max(0, dayNumber(on) - dayNumber(openedOn))}`);
    if (days.at(-1) !== on) days.push(on);
    const isRepeat = days.length > 1;
    if (isRepeat) {
      count(month, 'repeat');
      if (!returned.has(month)) count(month, 'repeaters');
      returned.add(month);
    }
    if (amount === null) continue;
    count(month, `priced:${currency ?? ''}`);
    pay(month, `won:${currency ?? ''}`, amount);
    if (isRepeat) pay(month, `repeat:${currency ?? ''}`, amount);
  }
  if (days[0] !== undefined) count(monthOf(days[0]), 'bought');
  if (days[1] !== undefined) count(monthOf(days[1]), 'again');
  for (const [currency, sum] of Object.entries(standing.purchases?.sums ?? {})) count('', `size:${currency}:${sizeStep(sum)}`);
}

/** Who was brought (`brought`, each person once), and the answers on recommending: a newer one takes the older one's place. */
function addFacts({ facts }: Evidence, count: Count): void {
  const inOrder = [...facts].sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.createdAt - b.createdAt));
  const named = new Set<string>();
  let before: string | null = null;
  for (const { kind, on, other, score } of inOrder) {
    const month = monthOf(on);
    if (kind === 'referral' && !(other !== null && named.has(other))) count(month, 'brought');
    if (kind === 'referral' && other !== null) named.add(other);
    if (kind !== 'nps' || score === null) continue;
    const side = score >= 9 ? 'promoters' : score <= 6 ? 'detractors' : 'passives';
    count(month, side);
    if (before !== null) count(month, before, -1);
    before = side;
  }
}

/** The channel by which the contact came, in the month in which it was added; and again with the first purchase. */
function addSource({ source, createdAt }: Contact, { purchases }: Standing, zone: string, count: Count): void {
  const channel = source.trim();
  if (channel === '') return;
  count(monthOf(dayOf(createdAt, zone)), `source:${channel}`);
  if (purchases) count(monthOf(purchases.first), `buyers:${channel}`);
}
