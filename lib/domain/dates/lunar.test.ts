import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LunarMonth, LunarYear, SolarDay } from 'tyme4ts';
import { addDays } from '../day';
import { leapMonthOf, lunarOf, solarOf } from './lunar';

const years = Array.from({ length: 201 }, (_, n) => 1900 + n);
const days = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-02-01', n));

describe('the lunar calendar', () => {
  test.each([
    [2025, 6],
    [2026, 0],
    [2027, 0],
    [2028, 5],
    [2029, 0],
    [2030, 0],
    [2031, 3],
    [2032, 0],
    [2033, 11],
    [2034, 0],
    [2035, 0],
  ])('%i has the leap month %i', (year, month) => {
    expect(leapMonthOf(year)).toBe(month);
  });

  test.each([
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-03'],
    [2031, '2031-01-23'],
    [2032, '2032-02-11'],
    [2033, '2033-01-31'],
    [2034, '2034-02-19'],
    [2035, '2035-02-08'],
  ])('%i begins on %s', (year, day) => {
    expect(solarOf({ year, month: 1, leap: false, day: 1 })).toBe(day);
  });

  test('has the months of another implementation, all of them from 1900 to 2100', () => {
    for (const year of years) {
      expect(leapMonthOf(year)).toBe(LunarYear.fromYear(year).getLeapMonth());
      for (const month of LunarYear.fromYear(year).getMonths()) {
        const start = { year, month: month.getMonth(), leap: month.isLeap(), day: 1 };
        expect([year, solarOf(start)]).toEqual([year, isoOf(month.getFirstJulianDay().getSolarDay())]);
        const last = solarOf({ ...start, day: month.getDayCount() })!;
        expect(lunarOf(last)).toEqual({ ...start, day: month.getDayCount() });
        // What the month lacks is its last day.
        expect(solarOf({ ...start, day: 30 })).toBe(last);
      }
    }
  });

  test('turns every day into a lunar one and back', () => {
    fc.assert(
      fc.property(days, (day) => {
        const lunar = lunarOf(day)!;
        expect(solarOf(lunar)).toBe(day);
        const other = SolarDay.fromYmd(...(day.split('-').map(Number) as [number, number, number])).getLunarDay();
        expect([lunar.year, lunar.leap ? -lunar.month : lunar.month, lunar.day]).toEqual([
          other.getYear(),
          other.getMonth(),
          other.getDay(),
        ]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('knows nothing outside of its years', () => {
    expect(lunarOf('1900-01-30')).toBeNull();
    expect(lunarOf('1899-06-01')).toBeNull();
    expect(lunarOf('2100-12-31')).not.toBeNull();
    expect(lunarOf('2101-02-01')).toBeNull();
    expect(solarOf({ year: 2101, month: 1, leap: false, day: 1 })).toBeNull();
    expect(solarOf({ year: 1899, month: 12, leap: false, day: 1 })).toBeNull();
  });

  test('takes the plain month in years without the leap one', () => {
    expect(solarOf({ year: 2026, month: 6, leap: true, day: 3 })).toBe(solarOf({ year: 2026, month: 6, leap: false, day: 3 }));
    expect(solarOf({ year: 2025, month: 6, leap: true, day: 3 })).toBe('2025-07-27');
    expect(LunarMonth.fromYm(2025, -6).getFirstJulianDay().getSolarDay().getDay()).toBe(25);
  });
});

function isoOf(day: SolarDay): string {
  return `${day.getYear()}-${String(day.getMonth()).padStart(2, '0')}-${String(day.getDay()).padStart(2, '0')}`;
}
