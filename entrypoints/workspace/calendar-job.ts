// Collects what lies ahead and makes a calendar file of it.
import type { Day } from '../../lib/domain/day';
import { literal } from '../../lib/domain/template/literal';
import { calendarEvents } from '../../lib/formats/calendar-events';
import { iCalendar } from '../../lib/formats/icalendar';
import { ask } from '../../lib/messages/ask';
import type { Answer } from '../../lib/messages/protocol';
import { tell } from '../../lib/words/said';
import { t } from '../../lib/words/words';

export interface CalendarFile {
  blob: Blob;
  events: number;
}

/** A name for the file, of what a contact is called: nothing in it that a file's name may not hold, or that would hide its ending. */
export function fileNameOf(name: string): string {
  const plain = literal(name)
    .replace(/[\\/:*?"<>|]|\p{C}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  const short = [...plain]
    .slice(0, 40)
    .join('')
    .replace(/[ .]+$/, '');
  return `rapport-${short || 'contact'}.ics`;
}

/** The calendar file of everybody, or of one contact; `now` in ms. Null when nothing lies ahead. Stops with the signal's reason. */
export async function collectCalendar(contact: string | null, today: Day, now: number, signal: AbortSignal): Promise<CalendarFile | null> {
  const parts: Answer<'calendar.part'>[] = [];
  let cursor: string | null = null;
  do {
    const part: Answer<'calendar.part'> = await ask('calendar.part', { contact, cursor });
    signal.throwIfAborted();
    parts.push(part);
    cursor = part.next;
  } while (cursor !== null);
  const names = new Map(parts.flatMap((part) => Object.entries(part.names)));
  const events = calendarEvents(
    {
      keyDates: parts.flatMap(({ keyDates }) => keyDates),
      followUps: parts.flatMap(({ followUps }) => followUps),
      nameOf: (id) => names.get(id) ?? null,
      tell: (said) => tell(said, today),
    },
    today,
  );
  if (events.length === 0) return null;
  const text = iCalendar(events, t('work_calendar_name'), now);
  return { blob: new Blob([text], { type: 'text/calendar;charset=utf-8' }), events: events.length };
}
