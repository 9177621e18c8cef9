import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { iCalendar, type CalendarEvent } from './icalendar';

const NOW = Date.parse('2026-03-01T08:30:00.500Z');
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'd1@rapport',
  on: '2026-12-03',
  summary: '王芳 · 车险到期',
  description: '',
  everyMonths: 12,
  leads: [30, 7, 1],
  changedAt: NOW - 1000,
  ...more,
});
const parsed = (text: string): ICAL.Component[] => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
const one = (more: Partial<CalendarEvent>): ICAL.Component => parsed(iCalendar([event(more)], 'Rapport', NOW))[0]!;
const octets = (line: string): number => new TextEncoder().encode(line).length;

describe('a calendar file', () => {
  test('is read by another program as it was meant', () => {
    const read = one({ description: 'Car insurance; “old, red car”\nAsk about C:\\winter' });
    expect(read.getFirstPropertyValue('uid')).toBe('d1@rapport');
    expect(read.getFirstPropertyValue('summary')).toBe('王芳 · 车险到期');
    expect(read.getFirstPropertyValue('description')).toBe('Car insurance; “old, red car”\nAsk about C:\\winter');
    expect(String(read.getFirstPropertyValue('dtstamp'))).toBe('2026-03-01T08:30:00Z');
    const start = read.getFirstPropertyValue('dtstart') as ICAL.Time;
    expect([start.toString(), start.isDate]).toEqual(['2026-12-03', true]);
  });

  test.each<[number | null, string[]]>([
    [12, ['2026-12-03', '2027-12-03', '2028-12-03']],
    [24, ['2026-12-03', '2028-12-03', '2030-12-03']],
    [1, ['2026-12-03', '2027-01-03', '2027-02-03']],
    [3, ['2026-12-03', '2027-03-03', '2027-06-03']],
    [null, ['2026-12-03']],
  ])('repeats every %s months', (everyMonths, days) => {
    const iterator = new ICAL.Event(one({ everyMonths })).iterator();
    const found: string[] = [];
    for (let day = iterator.next(); day && found.length < days.length; day = iterator.next()) found.push(day.toString());
    expect(found).toEqual(days);
  });

  test('reminds at nine in the morning, so many days ahead', () => {
    const start = one({ leads: [30, 7, 1, 0, 7] });
    const times = start.getAllSubcomponents('valarm').map((alarm) => {
      const time = (start.getFirstPropertyValue('dtstart') as ICAL.Time).clone();
      time.isDate = false;
      time.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration);
      return time.toString();
    });
    expect(times).toEqual(['2026-11-03T09:00:00', '2026-11-26T09:00:00', '2026-12-02T09:00:00', '2026-12-03T09:00:00']);
  });

  test('without events is a calendar still', () => {
    expect(parsed(iCalendar([], 'Rapport', NOW))).toEqual([]);
  });
});

test('whatever a name holds, the file can be read, says the same, and no line is longer than 75 octets', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('王', '😀', ',', ';', '\\', '\n', '\r', ':', '"', 'n', '\u2028', '\ud800') }),
  );
  fc.assert(
    fc.property(text, text, (summary, description) => {
      const file = iCalendar([event({ summary, description })], summary, NOW);
      expect(file.endsWith('\r\n')).toBe(true);
      for (const line of file.slice(0, -2).split('\r\n')) {
        expect(octets(line)).toBeLessThanOrEqual(75);
        expect(/[\r\n]/.test(line)).toBe(false);
      }
      const [read] = parsed(file);
      const plain = (value: string): string =>
        // eslint-disable-next-line no-control-regex
        value.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu, '');
      expect(read!.getFirstPropertyValue('summary') ?? '').toBe(plain(summary));
      expect(read!.getFirstPropertyValue('description') ?? '').toBe(plain(description));
      expect(read!.getFirstPropertyValue('uid')).toBe('d1@rapport');
    }),
    { numRuns: 300 },
  );
});
