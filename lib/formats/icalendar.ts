// An iCalendar file (RFC 5545) of whole-day events. Days are calendar days without a time zone: a birthday is the same everywhere.
// Written here and not by a library: those take Date objects, which are instants and move the day with the zone.
import type { Day } from '../domain/day';
import { escaped, folded } from './content-line';

export interface CalendarEvent {
  /** The same in every export, so that importing again changes events and does not double them. */
  uid: string;
  on: Day;
  summary: string;
  description: string;
  /** Comes again after so many months; null is once. Only for days that every month has (1 to 28). */
  everyMonths: number | null;
  /** Reminders so many days ahead, at nine in the morning of that day. */
  leads: readonly number[];
  /** When the record behind it was changed last, in ms. */
  changedAt: number;
}

/** The text of an `.ics` file. `name` is the calendar's, `now` (ms) the moment of the export. */
export function iCalendar(events: readonly CalendarEvent[], name: string, now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapport//Rapport//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + '\r\n').join('');
}

function eventLines({ uid, on, summary, description, everyMonths, leads, changedAt }: CalendarEvent, now: number): string[] {
  const title = escaped(summary);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(changedAt)}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    ...(everyMonths === null ? [] : [`RRULE:${rule(everyMonths)}`]),
    `SUMMARY:${title}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    // The rep is not busy all day because somebody has a birthday.
    'TRANSP:TRANSPARENT',
    ...[...new Set(leads)].flatMap((lead) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${title}`,
      `TRIGGER:${trigger(lead)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function rule(everyMonths: number): string {
  const isYears = everyMonths % 12 === 0;
  const interval = isYears ? everyMonths / 12 : everyMonths;
  return `FREQ=${isYears ? 'YEARLY' : 'MONTHLY'}${interval === 1 ? '' : `;INTERVAL=${interval}`}`;
}

/** Nine o'clock, `lead` days before the day that begins at midnight. */
function trigger(lead: number): string {
  if (lead === 0) return 'PT9H';
  return lead === 1 ? '-PT15H' : `-P${lead - 1}DT15H`;
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}
