// The one morning notification, and when to wake for it. An alarm is only a wake-up: whoever wakes, for whatever reason, asks here,
// and the answer depends on nothing but the time and the days on which it was shown. DOMAIN.md §6 B (reminded), and no nagging.
import type { Care } from '../care';
import { addDays, dayOf, startOfDay, type Day } from '../day';
import { isQuietHour, isRestDay } from './guard';
import type { Line } from './line';

type Hours = Pick<Care, 'notifyAt' | 'quietHours' | 'restDays'>;

/** How many shown days are remembered: enough that no journey and no turned-back clock comes to a day that is forgotten. */
const REMEMBERED = 40;

/** How many lines the notification names. */
export const NAMED = 3;

/** What is to be said: the first lines, and how many more there are today. */
export interface Morning {
  lines: readonly Line[];
  more: number;
}

/**
 * Whether the notification of this local day is due at `now` (ms): its hour has come, it was not shown on this day, this is no day of
 * rest and no quiet hour. Missed by sleep it is due as soon as somebody wakes on the same day; the day after has its own.
 */
export function isMorning(now: number, zone: string, hours: Hours, shown: readonly Day[]): boolean {
  const day = dayOf(now, zone);
  const moment = momentOf(day, zone, hours);
  return moment !== null && now >= moment && !shown.includes(day) && !isQuietHour(hourOf(now, zone), hours.quietHours);
}

/** The days to remember once this morning was dealt with, shown or, with nothing to say, not. To be stored before it is shown. */
export function withShown(shown: readonly Day[], now: number, zone: string): Day[] {
  const day = dayOf(now, zone);
  return [...shown.filter((one) => one !== day), day].slice(-REMEMBERED);
}

/** What the notification says; null when the day asks for nobody, and then nothing is shown. */
export function morningOf(lines: readonly Line[]): Morning | null {
  return lines.length === 0 ? null : { lines: lines.slice(0, NAMED), more: Math.max(0, lines.length - NAMED) };
}

/**
 * When to wake next, in ms, always later than `now`: at the next beginning of a day, when Today changes, or earlier for a notification
 * that is not shown yet. To be set anew at every start and after every change of settings: a lost alarm then costs nothing.
 */
export function nextWake(now: number, zone: string, hours: Hours, shown: readonly Day[]): number {
  const today = dayOf(now, zone);
  const midnight = startOfDay(addDays(today, 1), zone);
  const moment = momentOf(today, zone, hours);
  if (moment === null || shown.includes(today)) return midnight;
  if (moment > now) return Math.min(moment, midnight);
  // The moment was missed in quiet hours: wait for their end, if it comes today.
  const end = atHour(today, hours.quietHours.to, zone);
  return isQuietHour(hourOf(now, zone), hours.quietHours) && end > now ? Math.min(end, midnight) : midnight;
}

/** When the notification of a day is due, in ms: at its hour, or where that is a quiet one at the hour when quiet ends. */
function momentOf(day: Day, zone: string, hours: Hours): number | null {
  const { notifyAt, quietHours } = hours;
  if (notifyAt === null || isRestDay(day, hours)) return null;
  return atHour(day, isQuietHour(notifyAt, quietHours) ? quietHours.to : notifyAt, zone);
}

/** An hour of a local day; one that the clock leaps over is the moment of the leap plus what is missing. */
function atHour(day: Day, hour: number, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
}

function hourOf(now: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO(zone).hour;
}
