// Type, tier and cooling of one contact, reckoned anew from its raw records each time: slow, plain, and nothing of lib/domain/tie.
import type { Care } from '@/lib/domain/care';
import type { Evidence } from '@/lib/domain/tie/evidence';
import type { CustomerType, Tier } from '@/lib/domain/kinds';
import { place } from './plain-days';

export interface PlainTie {
  type: CustomerType;
  tier: Tier;
  isCooling: boolean;
  /** The last day of being in touch, and the first day of which anything is known. */
  lastTouch: number | null;
  since: number;
  undatedOut: number | null;
}

const latest = (days: number[]): number | null => (days.length === 0 ? null : Math.max(...days));
const localDay = (ms: number, zone: string): number => place(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(ms));
const memo = new Map<string, number>();
function localDayOnce(ms: number, zone: string): number {
  const key = `${zone} ${ms}`;
  const known = memo.get(key) ?? localDay(ms, zone);
  memo.set(key, known);
  return known;
}

interface Seen {
  length: number;
  theirs: number[];
  mine: number[];
  active: number[];
  /** When undated ones were seen, theirs and mine, in ms. */
  undated: number[][];
}
/** The days on which each side did anything; kept until there is more, as it does not depend on the day. */
const kept = new WeakMap<Evidence['interactions'], Seen>();
function daysOf(interactions: Evidence['interactions']): Seen {
  const known = kept.get(interactions);
  if (known?.length === interactions.length) return known;
  const side = (direction: string): number[] => [
    ...new Set(interactions.filter((one) => one.day !== null && one.direction === direction).map((one) => place(one.day!))),
  ];
  const [theirs, mine] = [side('in'), side('out')];
  const undated = ['in', 'out'].map((direction) =>
    interactions.filter((one) => one.day === null && one.direction === direction).map((one) => one.seenAt),
  );
  const days = { undated, length: interactions.length, theirs, mine, active: [...new Set([...theirs, ...mine])].sort((a, b) => a - b) };
  kept.set(interactions, days);
  return days;
}

export function plainTie(raw: Evidence, today: number, care: Care): PlainTie {
  const { contact, interactions, facts, deals, zone } = raw;
  const { theirs, mine, active, undated } = daysOf(interactions);
  const [undatedIn, undatedOut] = undated.map((seen) => latest(seen.map((ms) => localDayOnce(ms, zone)))) as [number | null, number | null];
  const told = facts.filter((fact) => !['looked', 'referral'].includes(fact.kind)).map((fact) => place(fact.on));
  const closed = deals.filter((deal) => deal.closedOn !== null).map((deal) => place(deal.closedOn!));
  const lastTouch = latest([...active, ...told, ...closed]);
  const since = Math.min(localDayOnce(contact.createdAt, zone), ...active);
  const watched = latest(raw.days.filter((row) => row.watched).map((row) => place(row.day)));

  const rhythm = rhythmOf(active);
  const isInTouch = today - (latest(theirs) ?? -9999) <= 90 && today - (latest(mine) ?? -9999) <= 90;

  const won = deals.filter((deal) => deal.status === 'won');
  const wonDays = [...new Set(won.map((deal) => place(deal.closedOn ?? deal.openedOn)))];
  const referrals = facts.filter((fact) => fact.kind === 'referral');
  const hasBrought = referrals.length > 0;
  const has = (kind: string): boolean => facts.some((fact) => fact.kind === kind);

  const isOften = rhythm !== null && rhythm <= 31 && isInTouch;
  const lastSign = latest([lastTouch, undatedIn, undatedOut, latest(wonDays)].filter((day) => day !== null)) ?? since;
  let tier: Tier = 'shallow';
  if (today - lastSign > 365 && (hasBrought || won.length > 0)) tier = 'shallow';
  else if (hasBrought) tier = 'iron';
  else if (care.path === 'nurture') tier = won.length > 0 ? 'deep' : isOften ? 'sticky' : 'shallow';
  else if (won.length > 0) tier = isOften ? 'sticky' : 'deep';

  let type: CustomerType = 'passer-by';
  const isNear = contact.bonds.includes('affection') || contact.bonds.includes('kinship');
  if (contact.type !== null) type = contact.type;
  else if (hasBrought) type = 'referrer';
  else if (won.length > 0) type = isNear && isInTouch ? 'friend' : wonDays.length > 1 ? 'loyal' : 'customer';
  else if (has('trial') || contact.stage === 'tried') type = 'trial';
  else if (has('useful') || deals.some((deal) => deal.status === 'open') || has('need')) type = 'prospect';
  else if (contact.stage === 'visited' || contact.stage === 'quoted') type = 'prospect';
  else if (has('asked') || raw.identities.some((identity) => identity.in > 0)) type = 'visitor';

  return { type, tier, isCooling: isCooling(theirs, mine, active, rhythm, watched, today), lastTouch, since, undatedOut };
}

/** The gap in which half of the time passed, of the newest forty; null under three. */
function rhythmOf(active: number[]): number | null {
  const gaps: number[] = [];
  for (let i = Math.max(1, active.length - 40); i < active.length; i++) gaps.push(active[i]! - active[i - 1]!);
  if (gaps.length < 3) return null;
  gaps.sort((a, b) => a - b);
  const days = gaps.flatMap((gap) => Array<number>(gap).fill(gap));
  return days[Math.ceil(days.length / 2) - 1]!;
}

function isCooling(
  theirs: number[],
  mine: number[],
  active: number[],
  rhythm: number | null,
  watched: number | null,
  today: number,
): boolean {
  if (rhythm === null) return false;
  const span = Math.min(120, Math.max(7, 2 * rhythm));
  const first = active[0]!;
  const last = active.at(-1)!;
  const age = Math.max(0, today - first);
  if (today - first < 2 * span || today - Math.max(last, watched ?? 0) > span) return false;
  // What is kept of a sum is four decimals, as of the last active day.
  const sum = (days: number[], half: number): number => {
    const whole = [...days].sort((a, b) => a - b).reduce((total, day) => total + 2 ** (-(last - day) / half), 0);
    return Math.round(whole * 10_000) / 10_000;
  };
  const known = (half: number): number => (1 - 2 ** (-(age + 1) / half)) / (1 - 2 ** (-1 / half));
  const faded = (half: number): number => 2 ** (-Math.max(0, today - last) / half) / known(half);
  const late = { in: sum(theirs, span) * faded(span), out: sum(mine, span) * faded(span) };
  const usualSums = { in: sum(theirs, 6 * span), out: sum(mine, 6 * span) };
  const usual = { in: usualSums.in * faded(6 * span), out: usualSums.out * faded(6 * span) };
  const ratio = (late.in + late.out) / (usual.in + usual.out);
  const they = usualSums.in < 1.5 ? 1 : late.in / usual.in;
  const you = usualSums.out < 1.5 ? 1 : late.out / usual.out;
  return ratio <= 0.6 || they <= 0.4 || you <= 0.4;
}
