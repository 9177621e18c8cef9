import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, type Day } from '../day';
import { keyDateSchema } from '../tie-records';
import { dueLeads, nextStanding, type Reminded } from './leads';
import { leapMonthOf, lunarOf } from './lunar';
import { nextOccurrence, occurrencesBetween, type Recurring } from './occurrences';

const CREATED = Date.UTC(2026, 4, 13);
const yearly: Reminded = {
  calendar: 'solar',
  year: null,
  month: 5,
  leapMonth: false,
  day: 20,
  everyMonths: 12,
  leads: [30, 7, 1],
  createdAt: CREATED,
};
const lunar = (month: number, day: number, more: Partial<Reminded> = {}): Reminded => ({
  ...yearly,
  calendar: 'lunar',
  month,
  day,
  ...more,
});
const on = (date: Recurring, today: Day) => nextOccurrence(date, today)?.on ?? null;

describe('the next occurrence of a solar date', () => {
  test.each<[string, Partial<Reminded>, Day, Day | null, number | null]>([
    ['is this year’s when it is still to come', {}, '2026-05-13', '2026-05-20', null],
    ['is today on the day itself', {}, '2026-05-20', '2026-05-20', null],
    ['is next year’s on the day after', {}, '2026-05-21', '2027-05-20', null],
    ['counts years when the first one is known', { year: 1990 }, '2026-05-13', '2026-05-20', 36],
    ['has no years on the first one', { year: 2026 }, '2026-05-13', '2026-05-20', null],
    ['waits for a first year to come', { year: 2030 }, '2026-05-13', '2030-05-20', null],
    ['29 February is the 28th in common years', { month: 2, day: 29, year: 2024 }, '2026-01-01', '2026-02-28', 2],
    ['29 February is itself in leap years', { month: 2, day: 29, year: 2024 }, '2028-01-01', '2028-02-29', 4],
    ['29 February without a year, too', { month: 2, day: 29 }, '2027-03-01', '2028-02-29', null],
    ['a 31st every month is the 30th where there is none', { month: 1, day: 31, everyMonths: 1 }, '2026-04-01', '2026-04-30', null],
    ['a 31st every month is back on the 31st after that', { month: 1, day: 31, everyMonths: 1 }, '2026-05-01', '2026-05-31', null],
    ['every 3 months counts from its month', { month: 1, day: 15, everyMonths: 3 }, '2026-05-13', '2026-07-15', null],
    ['every 5 months counts from its year', { year: 2026, month: 1, day: 15, everyMonths: 5 }, '2026-07-01', '2026-11-15', null],
    ['every 24 months skips a year', { year: 2025, everyMonths: 24 }, '2025-05-21', '2027-05-20', 2],
    ['every 24 months without a year begins when it was put down', { everyMonths: 24 }, '2026-05-21', '2028-05-20', null],
    ['once is once', { year: 2026, everyMonths: null }, '2026-05-20', '2026-05-20', null],
    ['once is over after its day', { year: 2026, everyMonths: null }, '2026-05-21', null, null],
    ['once without a year is the first after it was put down', { everyMonths: null, month: 3 }, '2026-05-13', '2027-03-20', null],
    ['once without a year may be the very day', { everyMonths: null, day: 13 }, '2026-05-13', '2026-05-13', null],
    ['once without a year is not again a year later', { everyMonths: null }, '2026-05-21', null, null],
  ])('%s', (_, change, today, day, years) => {
    const next = nextOccurrence({ ...yearly, ...change }, today);
    expect([next?.on ?? null, next?.years ?? null]).toEqual([day, years]);
  });
});

describe('the next occurrence of a lunar date', () => {
  test.each<[string, Reminded, Day, Day | null]>([
    ['mid-autumn 2026', lunar(8, 15), '2026-05-13', '2026-09-25'],
    ['new year', lunar(1, 1), '2026-02-18', '2027-02-06'],
    ['the last month lies in the next solar year', lunar(12, 8), '2026-02-01', '2027-01-15'],
    ['the 30th of a month with 30 days', lunar(12, 30), '2025-01-30', '2026-02-16'],
    ['the 30th of a month with 29 days is the 29th', lunar(6, 30), '2026-05-13', '2026-08-12'],
    ['born in the leap sixth month: the leap month in 2025', lunar(6, 10, { leapMonth: true }), '2025-07-01', '2025-08-03'],
    ['born in the leap sixth month: the plain one in 2026', lunar(6, 10, { leapMonth: true }), '2025-08-04', '2026-07-23'],
    ['born in the plain sixth month: the plain one in 2025', lunar(6, 10), '2025-07-01', '2025-07-04'],
    ['the leap eleventh month of 2033', lunar(11, 5, { leapMonth: true }), '2033-12-01', '2033-12-26'],
    ['every lunar month comes in the leap month, too', lunar(1, 1, { everyMonths: 1 }), '2025-07-20', '2025-07-25'],
    ['once', lunar(8, 15, { year: 2025, everyMonths: null }), '2026-05-13', null],
    ['beyond the calendar’s years there is none', lunar(8, 15), '2101-03-01', null],
  ])('%s', (_, date, today, day) => {
    expect(on(date, today)).toBe(day);
  });

  test('counts years by the lunar year', () => {
    // Born in the twelfth month of lunar 1989, which is January 1990.
    expect(nextOccurrence(lunar(12, 20, { year: 1989 }), '2027-01-01')).toEqual({ on: '2027-01-27', years: 37 });
  });
});

/** The rule said once more, by walking through the days and asking each of them. */
function plainly(date: Recurring, day: Day): boolean {
  const isLastOfMonth = (own: number, next: number) => date.day >= own && next === 1;
  const tomorrow = addDays(day, 1);
  let year: number, month: number, fits: boolean;
  if (date.calendar === 'solar') {
    [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
    const own = Number(day.slice(8));
    fits = own === date.day || isLastOfMonth(own, Number(tomorrow.slice(8)));
  } else {
    const at = lunarOf(day)!;
    [year, month] = [at.year, at.month];
    fits = at.day === date.day || isLastOfMonth(at.day, lunarOf(tomorrow)!.day);
    if (date.everyMonths !== 1) fits &&= at.leap === (date.leapMonth && leapMonthOf(year) === month);
  }
  const first = date.year === null ? month : date.year * 12 + date.month;
  const away = date.year === null ? month - date.month : year * 12 + month - first;
  if (date.everyMonths === null) return fits && away === 0;
  return fits && away % date.everyMonths === 0 && (date.year === null || away >= 0);
}

const zones = ['America/New_York', 'Europe/London', 'Asia/Shanghai', 'Australia/Lord_Howe'];
const dates: fc.Arbitrary<Reminded> = fc
  .record({
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.option(fc.integer({ min: 1960, max: 2027 })),
    month: fc.integer({ min: 1, max: 12 }),
    leapMonth: fc.boolean(),
    day: fc.integer({ min: 1, max: 30 }),
    everyMonths: fc.constantFrom(1, 2, 3, 6, 12),
    leads: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
    createdAt: fc.constant(CREATED),
  })
  .map((date) => ({ ...date, leapMonth: date.leapMonth && date.calendar === 'lunar' }));

describe('no date is lost', () => {
  test.each(zones)('over 400 days in %s, whatever the clock does', (zone) => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 2024, max: 2034 }), fc.integer({ min: 0, max: 3_599_999 }), (date, year, offset) => {
        // The rep looks every six hours, at an odd minute; the zone says which day that is.
        let at = Date.UTC(year, 0, 1) + offset;
        const seen = new Set<Day>();
        const reminded = new Set<string>();
        let end = '';
        for (let look = 0; look < 400 * 4; look++, at += 6 * 3_600_000) {
          const today = dayOf(at, zone);
          if (end === today) continue;
          end = today;
          if (nextOccurrence(date, today)?.on === today) seen.add(today);
          for (const due of dueLeads(date, today)) {
            expect(due.began <= today && today <= due.on).toBe(true);
            if (today === due.began) reminded.add(`${due.on} ${due.lead}`);
          }
        }
        const start = dayOf(Date.UTC(year, 0, 1) + offset, zone);
        for (let day = start; day <= end; day = addDays(day, 1)) {
          expect([day, seen.has(day)]).toEqual([day, plainly(date, day)]);
          if (plainly(date, day))
            for (const lead of date.leads) if (addDays(day, -lead) >= start) expect(reminded.has(`${day} ${lead}`)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('a traveller who crosses the date line sees each date at least once', () => {
    // West over the line: 13 May twice; east: 14 May never begins for long. The reminder of the day before stands until the day is over.
    const birthday = { ...yearly, day: 14 };
    const evening = Date.UTC(2026, 4, 14, 9);
    expect([dayOf(evening, 'Pacific/Kiritimati'), dayOf(evening, 'Pacific/Honolulu')]).toEqual(['2026-05-14', '2026-05-13']);
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Honolulu'])
      expect(dueLeads(birthday, dayOf(evening, zone)).map(({ on: day }) => day)).toEqual(['2026-05-14']);
  });
});

describe('leads', () => {
  test.each<[string, Day, [number, number][]]>([
    ['nothing before the first', '2026-04-19', []],
    ['the first on its day', '2026-04-20', [[30, 30]]],
    ['the first on the days after it', '2026-05-12', [[30, 8]]],
    ['the second from its day', '2026-05-13', [[7, 7]]],
    ['the last from its day', '2026-05-19', [[1, 1]]],
    ['the last on the day itself', '2026-05-20', [[1, 0]]],
    ['nothing when it is over', '2026-05-21', []],
  ])('%s', (_, today, expected) => {
    expect(dueLeads(yearly, today).map(({ lead, left }) => [lead, left])).toEqual(expected);
  });

  test('none means not reminded', () => {
    expect(dueLeads({ ...yearly, leads: [] }, '2026-05-20')).toEqual([]);
    expect(nextStanding({ ...yearly, leads: [] }, '2026-05-20')).toBeNull();
  });

  test('of a date that comes every month may stand for two occurrences at once', () => {
    const rent = { ...yearly, everyMonths: 1, leads: [40] };
    expect(dueLeads(rent, '2026-05-13').map((due) => due.on)).toEqual(['2026-05-20', '2026-06-20']);
  });

  test('stand exactly from the day that is stored until the date is over', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 4_000 }), (date, n) => {
        const today = addDays('2024-01-01', n);
        const next = nextStanding(date, today)!;
        expect(next.on >= today).toBe(true);
        expect(dueLeads(date, today).length > 0).toBe(next.from <= today);
        if (next.from > today) expect(dueLeads(date, next.from)[0]!.on).toBe(next.on);
      }),
    );
  });
});

test('occurrences do not depend on where one begins to look', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 700 }), (date, n, length) => {
      const from = addDays('2024-01-01', n);
      const middle = addDays(from, Math.floor(length / 2));
      const to = addDays(from, length);
      const whole = occurrencesBetween(date, from, to);
      expect([...occurrencesBetween(date, from, middle), ...occurrencesBetween(date, addDays(middle, 1), to)]).toEqual(whole);
    }),
  );
});

test('every key date that may be stored has its occurrences without an error', () => {
  const any = fc.record({
    id: fc.constant('a'),
    contactId: fc.constant('b'),
    kind: fc.constantFrom('birthday' as const, 'custom' as const),
    label: fc.string({ maxLength: 20 }),
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.option(fc.integer({ min: 1900, max: 2100 })),
    month: fc.integer({ min: 1, max: 12 }),
    leapMonth: fc.boolean(),
    day: fc.integer({ min: 1, max: 31 }),
    everyMonths: fc.option(fc.integer({ min: 1, max: 120 })),
    leads: fc.array(fc.integer({ min: 0, max: 365 }), { maxLength: 5 }),
    inferred: fc.boolean(),
    createdAt: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    updatedAt: fc.constant(0),
  });
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 55_000 }), (date, n) => {
      keyDateSchema.parse(date);
      const today = addDays('1960-01-01', n);
      const next = nextOccurrence(date, today);
      if (next) expect(next.on >= today).toBe(true);
      for (const due of dueLeads(date, today)) expect(date.leads).toContain(due.lead);
    }),
  );
});
