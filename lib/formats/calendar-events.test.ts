import fc from 'fast-check';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/day';
import { occurrencesBetween } from '@/lib/domain/dates/occurrences';
import type { FollowUp } from '@/lib/domain/records';
import type { KeyDate } from '@/lib/domain/tie-records';
import { tell } from '@/lib/words/said';
import { speak } from '@/lib/words/words';
import { calendarEvents } from './calendar-events';
import { iCalendar } from './icalendar';

const TODAY = '2026-03-02';
const birthday: KeyDate = {
  id: 'd1',
  contactId: 'c1',
  kind: 'birthday',
  label: '',
  calendar: 'solar',
  year: 1990,
  month: 5,
  leapMonth: false,
  day: 9,
  everyMonths: 12,
  leads: [7, 1],
  inferred: false,
  createdAt: Date.parse('2026-01-01'),
  updatedAt: Date.parse('2026-01-01'),
};
const promise: FollowUp = { id: 'f1', contactId: 'c1', due: '2026-03-05', reason: '发报价', status: 'open', createdAt: 0, updatedAt: 0 };
const eventsOf = (keyDates: KeyDate[], followUps: FollowUp[] = []) =>
  calendarEvents({ keyDates, followUps, nameOf: (id) => (id === 'c1' ? '王芳' : null), tell: (words) => tell(words, TODAY) }, TODAY);

beforeEach(() => void speak('zh_CN', ''));

describe('the events of a calendar file', () => {
  test('hold a solar birthday as one yearly event with its reminders, called the same every year', () => {
    expect(eventsOf([birthday])).toEqual([
      {
        uid: 'd1@rapport',
        on: '2026-05-09',
        summary: '王芳 · 生日',
        description: '',
        everyMonths: 12,
        leads: [7, 1],
        changedAt: birthday.updatedAt,
      },
    ]);
  });

  test('write a lunar birthday out, ten years long, each with its own name and id', () => {
    const events = eventsOf([{ ...birthday, calendar: 'lunar', month: 8, day: 15 }]);
    expect(events).toHaveLength(10);
    expect(events[0]).toMatchObject({
      uid: 'd1-2026-09-25@rapport',
      summary: '王芳 · 生日，满 36 岁',
      description: '八月十五',
      everyMonths: null,
    });
    expect(events[1]).toMatchObject({ on: '2027-09-15', summary: '王芳 · 生日，满 37 岁' });
  });

  test('write 29 February out, which most years lack', () => {
    expect(
      eventsOf([{ ...birthday, month: 2, day: 29 }])
        .map(({ on }) => on)
        .slice(0, 3),
    ).toEqual(['2027-02-28', '2028-02-29', '2029-02-28']);
  });

  test('hold a name that would turn the text around it, or break out of its line, as one plain line', () => {
    const [event] = calendarEvents(
      { keyDates: [], followUps: [promise], nameOf: () => 'Eve\u202e\r\nEND:VCALENDAR', tell: (words) => tell(words, TODAY) },
      TODAY,
    );
    expect(event!.summary).toBe('Eve END:VCALENDAR · 发报价');
  });

  test('leave out what is over, what is done and who is gone', () => {
    expect(eventsOf([{ ...birthday, year: 2025, everyMonths: null }])).toEqual([]);
    expect(
      eventsOf(
        [{ ...birthday, contactId: 'c2' }],
        [
          { ...promise, contactId: 'c2' },
          { ...promise, status: 'done' },
        ],
      ),
    ).toEqual([]);
  });

  test('hold open follow-ups on their day, overdue ones too, in the order of days', () => {
    const events = eventsOf([birthday], [promise, { ...promise, id: 'f2', due: '2026-02-01', reason: ' ' }]);
    expect(events.map(({ uid, on, summary }) => [uid, on, summary])).toEqual([
      ['f2@rapport', '2026-02-01', '王芳'],
      ['f1@rapport', '2026-03-05', '王芳 · 发报价'],
      ['d1@rapport', '2026-05-09', '王芳 · 生日'],
    ]);
  });
});

test('another program finds the very days that we remind of, for any date, over four years', () => {
  const any = fc.record({
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.option(fc.integer({ min: 1950, max: 2028 }), { nil: null }),
    month: fc.integer({ min: 1, max: 12 }),
    leapMonth: fc.boolean(),
    day: fc.integer({ min: 1, max: 31 }),
    everyMonths: fc.constantFrom(null, 12, 24, 3, 6),
  });
  fc.assert(
    fc.property(any, (some) => {
      const date: KeyDate = { ...birthday, ...some };
      const until = addDays(TODAY, 4 * 365);
      const file = iCalendar(eventsOf([date]), 'Rapport', 0);
      const found: string[] = [];
      for (const event of new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent')) {
        const days = new ICAL.Event(event).iterator();
        for (let day = days.next(); day && day.toString() <= until; day = days.next()) found.push(day.toString());
      }
      expect(found.sort()).toEqual(occurrencesBetween(date, TODAY, until).map(({ on }) => on));
    }),
  );
});
