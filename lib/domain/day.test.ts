import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isDay, isTime, nextMonday, startOfDay } from './day';

const zones = [
  'UTC',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
];
const zone = fc.constantFrom(...zones);
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) });
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));

describe('the day of an instant', () => {
  test.each([
    ['2026-03-01T12:00:00Z', 'UTC', '2026-03-01'],
    ['2026-03-01T10:30:00Z', 'Pacific/Kiritimati', '2026-03-02'],
    ['2026-03-01T02:00:00Z', 'America/St_Johns', '2026-02-28'],
    ['2026-03-01T03:29:59Z', 'America/St_Johns', '2026-02-28'],
    ['2026-03-01T03:30:00Z', 'America/St_Johns', '2026-03-01'],
    ['2028-02-29T23:59:59Z', 'UTC', '2028-02-29'],
  ])('%s in %s is %s', (at, where, day) => {
    expect(dayOf(Date.parse(at), where)).toBe(day);
  });

  test('is the one between the start of that day and the start of the next, in every zone', () => {
    fc.assert(
      fc.property(instants, zone, (ms, where) => {
        const day = dayOf(ms, where);
        expect(startOfDay(day, where)).toBeLessThanOrEqual(ms);
        expect(startOfDay(addDays(day, 1), where)).toBeGreaterThan(ms);
      }),
    );
  });

  test('takes fractions of a millisecond, as performance clocks give them', () => {
    expect(dayOf(0.7, 'UTC')).toBe('1970-01-01');
  });
});

describe('the start of a day', () => {
  test('is where the day begins even when it begins at one o’clock', () => {
    // In 2018 clocks in São Paulo went from 00:00 to 01:00 on 4 November.
    expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  test('belongs to its own day in every zone', () => {
    fc.assert(
      fc.property(days, zone, (day, where) => {
        // Samoa had no 30 December 2011.
        fc.pre(day !== '2011-12-30');
        expect(dayOf(startOfDay(day, where), where)).toBe(day);
        expect(dayOf(startOfDay(day, where) - 1, where) < day).toBe(true);
      }),
    );
  });
});

describe('counting days', () => {
  test.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (day, n, result) => {
    expect(addDays(day, n)).toBe(result);
    expect(daysBetween(day, result)).toBe(n);
  });

  test('adding and measuring agree, and strings sort as days do', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const other = addDays(day, n);
        expect(daysBetween(day, other)).toBe(n);
        expect(addDays(other, -n)).toBe(day);
        expect(Math.sign(n)).toBe(other > day ? 1 : other < day ? -1 : 0);
      }),
    );
  });
});

test('next week begins on the Monday that comes, never today', () => {
  expect(nextMonday('2026-11-21')).toBe('2026-11-23');
  expect(nextMonday('2026-11-23')).toBe('2026-11-30');
  fc.assert(
    fc.property(days, (day) => {
      const monday = nextMonday(day);
      expect(new Date(monday).getUTCDay()).toBe(1);
      expect(daysBetween(day, monday)).toBeGreaterThanOrEqual(1);
      expect(daysBetween(day, monday)).toBeLessThanOrEqual(7);
    }),
  );
});

describe('what is a day', () => {
  test.each(['2026-03-01', '2028-02-29', '1999-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true));
  test.each(['', '2026-02-30', '2027-02-29', '2026-3-1', '2026-13-01', '2026-03-01T00:00', ' 2026-03-01', '+002026-03-01', '٢٠٢٦-٠٣-٠١'])(
    '“%s” is none',
    (text) => expect(isDay(text)).toBe(false),
  );
  test('every day we make ourselves is one', () => {
    fc.assert(fc.property(days, isDay));
  });
});

describe('what is a time', () => {
  test.each(['2026-03-01', '2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000Z', '2016-12-31T23:59:59.999Z'])('%s is one', (text) =>
    expect(isTime(text)).toBe(true),
  );
  test.each([
    '',
    'Tuesday',
    'T',
    '10:30',
    '2026-02-30',
    '2026-03-01T25:00:00Z',
    '2026-13-01T09:30:00Z',
    '2026-03-01T09:30:00',
    '+012026-03-01T09:30:00Z',
  ])('“%s” is none', (text) => expect(isTime(text)).toBe(false));
});
