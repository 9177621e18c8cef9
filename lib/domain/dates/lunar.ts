// The Chinese lunar calendar from 1900 to 2100, by a table: browsers have it, too, but each reckons it by its own approximation, and a
// reminder must not depend on which. lunar.test.ts checks every month of every year against another implementation.
import type { Day } from '../day';
import { dayFrom, dayNumber, numberOf } from './day-number';

/** A day of the lunar calendar. `year` is the solar one in which its new year lies; `leap` is the second month of this number. */
export interface LunarDate {
  year: number;
  month: number;
  leap: boolean;
  day: number;
}

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** Five hex digits a year: whether the leap month has 30 days, whether months 12 to 1 have 30, and which month has a leap one (0: none). */
const YEARS =
  '0bd28075200ea500b2a5064b00a9b01aa64056a00b5900baa2075200da560b2500a4b01a4b502ad0056b005b520da901e927' +
  '0e9200d2500d2d50a56002b601ad5406d400ea900f4a20e92006a66052b00a570195650b5a006d4017613074901b1370a930' +
  '052b0151b60aad0056a01da540ba400b4900d4b20a9500aad7053600aad01aca505b200da501ea230d4a0059580a97005560' +
  '057560ad5006d20075540ea50064a0064f30a9b00ada7056a00b6900bb250b5200b2500b2b40a4b00aab802ad0056d015a96' +
  '0da900d9200e9540d2500e4da0a56002b6002f5606d500ea900f5250e9200d260052e30a5700ad68035a006d500b69507490' +
  '069300a9b4052b00a5b00aae2056a00dd570ba400b4900d5350a950052d0055d40ab500baa905d200da501e8a60d4a00c950' +
  '0a9e4055600ab500ada206d200765607250064b0065750cab0055a0056e30b6900f52b0b5200b2501d0b60a4b004ab002bb5' +
  '05ad00b6a00daa20d9200ea570d2500a5501a4d504b6005b5016d230ec900f9280e9200d260151660a57004d601365407550' +
  '07490074b3069300aab7052b00a5b00aba5056a00b6500baa40b4a00d9580a950052d0056d60ab5005aa005d540da500d4a0' +
  '0e4d30c9600cce7055600ab501ad2506d200ea50072a4068b00697804ab0055b0155660b6a0075200b9540b4500a8b00a4f2' +
  '04ab0';

const FIRST_DAY = numberOf(1900, 1, 31);

interface Month {
  month: number;
  leap: boolean;
  length: number;
}
const months: Month[][] = [];
/** Day numbers of the new years, one more than there are years. */
const newYears = [FIRST_DAY];
for (let at = 0; at < YEARS.length; at += 5) {
  const bits = parseInt(YEARS.slice(at, at + 5), 16);
  const leap = bits & 15;
  const list: Month[] = [];
  for (let month = 1; month <= 12; month++) {
    list.push({ month, leap: false, length: bits & (1 << (month + 3)) ? 30 : 29 });
    if (month === leap) list.push({ month, leap: true, length: bits >> 16 ? 30 : 29 });
  }
  months.push(list);
  newYears.push(list.reduce((day, { length }) => day + length, newYears.at(-1)!));
}

/** Months of a lunar year in their order, the leap month after its namesake; empty outside of 1900–2100. */
function monthsOf(year: number): Month[] {
  return months[year - FIRST_YEAR] ?? [];
}

/** The number of the month that comes twice in this lunar year, or 0. */
export function leapMonthOf(year: number): number {
  return monthsOf(year).find(({ leap }) => leap)?.month ?? 0;
}

/**
 * The solar day of a lunar date, null outside of 1900–2100. A 30th that the month lacks is its 29th; a leap month that the year
 * lacks is its namesake.
 */
export function solarOf({ year, month, leap, day }: LunarDate): Day | null {
  let number = newYears[year - FIRST_YEAR];
  const isLeap = leap && leapMonthOf(year) === month;
  for (const one of monthsOf(year)) {
    if (one.month === month && one.leap === isLeap) return dayFrom(number! + Math.min(day, one.length) - 1);
    number! += one.length;
  }
  return null;
}

/** The lunar date of a solar day, null outside of 1900–2100. */
export function lunarOf(day: Day): LunarDate | null {
  const number = dayNumber(day);
  // The lunar new year lies between 20 January and 21 February, so it is this solar year's or the one before.
  let year = Number(day.slice(0, 4));
  const start = newYears[year - FIRST_YEAR];
  if (start === undefined || number < start) year--;
  let left = number - (newYears[year - FIRST_YEAR] ?? Infinity);
  for (const { month, leap, length } of monthsOf(year)) {
    if (left < 0) return null;
    if (left < length) return { year, month, leap, day: left + 1 };
    left -= length;
  }
  return null;
}
