// Key dates and follow-ups as events of a calendar file. What a rule of iCalendar says rightly is one repeating event; lunar dates, and
// days that some months lack, are written out one by one: no calendar program agrees with another about those.
import { dayFrom, dayNumber } from '../domain/dates/day-number';
import { lunarName, whatItIs } from '../domain/dates/occasion';
import { nextOccurrence, occurrencesBetween } from '../domain/dates/occurrences';
import type { Day } from '../domain/day';
import { literal } from '../domain/template/literal';
import type { FollowUp } from '../domain/records';
import type { Said } from '../domain/said';
import type { KeyDate } from '../domain/tie-records';
import type { CalendarEvent } from './icalendar';

/** Written out so far ahead, in days, and at most so many of one date. */
const AHEAD = 3660;
const MOST = 24;

/** What goes into the file, and how to say it: the name of a contact (null leaves it out: it is deleted), and words in the user's language. */
export interface ForCalendar {
  keyDates: readonly KeyDate[];
  followUps: readonly FollowUp[];
  nameOf: (contactId: string) => string | null;
  tell: (said: Said) => string;
}

/** The events from `today` on: key dates that still come, and open follow-ups, overdue ones on their day. Sorted by day. */
export function calendarEvents({ keyDates, followUps, nameOf, tell }: ForCalendar, today: Day): CalendarEvent[] {
  const events: CalendarEvent[] = [];
  for (const date of keyDates) {
    const name = named(nameOf(date.contactId));
    if (name !== null) events.push(...ofKeyDate(date, name, today, tell));
  }
  for (const { id, contactId, due, reason, status, updatedAt } of followUps) {
    const name = named(nameOf(contactId));
    if (name === null || status !== 'open') continue;
    const summary = reason.trim() === '' ? name : `${name} · ${reason.trim()}`;
    events.push({ uid: `${id}@rapport`, on: due, summary, description: '', everyMonths: null, leads: [0], changedAt: updatedAt });
  }
  return events.sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.uid < b.uid ? -1 : 1));
}

/** Names come from other people: one that turns the direction of the text around it, or holds lines of its own, shall not. */
const named = (name: string | null): string | null => name && literal(name);

function ofKeyDate(date: KeyDate, name: string, today: Day, tell: ForCalendar['tell']): CalendarEvent[] {
  const event = (on: Day, uid: string, everyMonths: number | null, years: number | null): CalendarEvent => ({
    uid: `${uid}@rapport`,
    on,
    summary: `${name} · ${tell(whatItIs(date, years))}`,
    description: date.calendar === 'lunar' ? lunarName(date) : '',
    everyMonths,
    leads: date.leads,
    changedAt: date.updatedAt,
  });
  const isRule = date.everyMonths === null || (date.calendar === 'solar' && date.day <= 28);
  if (isRule) {
    const next = nextOccurrence(date, today);
    // A repeating event has one title, so nobody "turns 36" every year.
    return next ? [event(next.on, date.id, date.everyMonths, date.everyMonths === null ? next.years : null)] : [];
  }
  const until = dayFrom(dayNumber(today) + AHEAD);
  return occurrencesBetween(date, today, until)
    .slice(0, MOST)
    .map(({ on, years }) => event(on, `${date.id}-${on}`, null, years));
}
