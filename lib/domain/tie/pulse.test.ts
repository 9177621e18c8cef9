import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { on } from '../../../tests/support/evidence';
import type { DayCount } from '../interaction';
import { pulseAt, pulseOf } from './pulse';

const row = (day: number, received: number, out: number): DayCount => ({ day: on(day), in: received, out, watched: true });

describe('a pulse', () => {
  test.each<[string, DayCount[], number, { in: number; out: number }]>([
    ['is the count on the day itself', [row(0, 3, 5)], 0, { in: 3, out: 5 }],
    ['is half of it after a half-life', [row(0, 4, 8)], 30, { in: 2, out: 4 }],
    ['is a quarter after two', [row(0, 4, 8)], 60, { in: 1, out: 2 }],
    ['adds what fades to what is new', [row(0, 4, 0), row(30, 1, 1)], 30, { in: 3, out: 1 }],
    ['adds rows of one day, of two accounts', [row(0, 1, 0), row(0, 2, 1)], 0, { in: 3, out: 1 }],
    ['is nothing without a count', [row(0, 0, 0)], 0, { in: 0, out: 0 }],
    ['does not grow when the clock is turned back', [row(9, 4, 4)], 0, { in: 4, out: 4 }],
  ])('%s', (_, rows, day, expected) => {
    const sums = pulseAt(pulseOf(rows, 30), on(day), 30);
    expect(sums.in).toBeCloseTo(expected.in, 3);
    expect(sums.out).toBeCloseTo(expected.out, 3);
  });

  test('is null when nothing was counted on any day: unknown is not zero', () => {
    expect(pulseOf([], 30)).toBeNull();
    expect(pulseOf([row(0, 0, 0)], 30)).toBeNull();
  });
});

describe('of any days', () => {
  const rows = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 400 }).map(on), in: fc.nat(50), out: fc.nat(50), watched: fc.boolean() }),
    { maxLength: 40 },
  );
  const halfLife = fc.integer({ min: 3, max: 365 });

  test('more interactions never lower it', () => {
    fc.assert(
      fc.property(rows, rows, halfLife, fc.integer({ min: 400, max: 900 }), (some, more, life, day) => {
        const less = pulseAt(pulseOf(some, life), on(day), life);
        const all = pulseAt(pulseOf([...some, ...more], life), on(day), life);
        // Sums are kept to 1/10,000.
        expect(all.in).toBeGreaterThanOrEqual(less.in - 2e-4);
        expect(all.out).toBeGreaterThanOrEqual(less.out - 2e-4);
      }),
    );
  });

  test('it only fades as days pass', () => {
    fc.assert(
      fc.property(rows, halfLife, fc.nat(900), fc.nat(400), (some, life, day, later) => {
        const pulse = pulseOf(some, life);
        expect(pulseAt(pulse, on(day + later), life).in).toBeLessThanOrEqual(pulseAt(pulse, on(day), life).in);
        expect(pulseAt(pulse, on(day + later), life).out).toBeLessThanOrEqual(pulseAt(pulse, on(day), life).out);
      }),
    );
  });

  test('it is the plain sum over the raw days, whatever their order', () => {
    fc.assert(
      fc.property(rows, halfLife, fc.integer({ min: 400, max: 900 }), (some, life, day) => {
        const start = Date.parse(on(0));
        const plain = some.reduce((sum, one) => sum + one.in * 0.5 ** ((day - (Date.parse(one.day) - start) / 86_400_000) / life), 0);
        expect(pulseAt(pulseOf(some, life), on(day), life).in).toBeCloseTo(plain, 3);
        expect(pulseOf([...some].reverse(), life)).toEqual(pulseOf(some, life));
      }),
    );
  });
});
