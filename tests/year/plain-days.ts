// Days for the plain re-computation: a list of all days of some years, each known by its place in it. Nothing of lib/domain.

const MS = 86_400_000;
const FIRST = Date.UTC(2020, 0, 1);
const all = Array.from({ length: 11 * 366 }, (_, i) => new Date(FIRST + i * MS).toISOString().slice(0, 10));
const places = new Map(all.map((day, i) => [day, i]));

/** The place of a day among the days since 2020. */
export function place(day: string): number {
  const found = places.get(day);
  if (found === undefined) throw new Error(`${day} lies outside of the years of this test`);
  return found;
}
export const dayAt = (n: number): string => all[n]!;
/** 1 is Monday; 2020-01-01 was a Wednesday. */
export const weekdayAt = (n: number): number => ((n + 2) % 7) + 1;

interface Lunar {
  year: number;
  month: number;
  leap: boolean;
  day: number;
  isLast: boolean;
}

/** The lunar calendar as the runtime knows it, for every day of the list. */
const format = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
let lunar: Lunar[] | null = null;
export function lunarAt(n: number): Lunar {
  if (!lunar) {
    lunar = all.map((day) => {
      const parts = Object.fromEntries(format.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]));
      const month = parts['month']!;
      return {
        year: Number(parts['relatedYear']),
        month: parseInt(month, 10),
        leap: month.endsWith('bis'),
        day: Number(parts['day']),
        isLast: false,
      };
    });
    lunar.forEach((one, i) => (one.isLast = lunar![i + 1]?.day === 1));
  }
  return lunar[n]!;
}

/** Whether a lunar year has a leap month of this number. */
export function hasLeap(year: number, month: number): boolean {
  return all.some((_, n) => lunarAt(n).year === year && lunarAt(n).month === month && lunarAt(n).leap);
}
