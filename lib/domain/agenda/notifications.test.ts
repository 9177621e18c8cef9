import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, startOfDay, type Day } from '../day';
import type { Line } from './line';
import { isMorning, morningOf, nextWake, withShown } from './notifications';

const hours = { notifyAt: 9, quietHours: { from: 21, to: 8 }, restDays: [6, 7] };
const UTC = 'UTC';
const at = (text: string): number => Date.parse(`${text}:00.000Z`);

describe('the morning notification', () => {
  // 2026-03-02 is a Monday.
  test.each<[string, string, Partial<typeof hours> | { notifyAt: null }, Day[], boolean]>([
    ['waits for its hour', '2026-03-02T08:59', {}, [], false],
    ['comes at its hour', '2026-03-02T09:00', {}, [], true],
    ['comes late after a long sleep', '2026-03-02T17:30', {}, ['2026-03-01'], true],
    ['comes once', '2026-03-02T09:30', {}, ['2026-03-02'], false],
    ['is not missed because the clock once stood in the future', '2026-03-02T09:00', {}, ['2030-01-01'], true],
    ['does not come again for a day that returns with a turned-back clock', '2026-03-02T09:00', {}, ['2026-03-02', '2030-01-01'], false],
    ['does not come in quiet hours, however late', '2026-03-02T22:00', {}, [], false],
    ['waits for the end of quiet hours', '2026-03-02T07:30', { notifyAt: 7 }, [], false],
    ['comes at the end of quiet hours', '2026-03-02T08:00', { notifyAt: 7 }, [], true],
    ['asked for at night comes in the morning', '2026-03-02T08:00', { notifyAt: 23 }, [], true],
    ['does not come on a day of rest', '2026-03-07T09:00', {}, [], false],
    ['does not come when nobody asked for it', '2026-03-02T09:00', { notifyAt: null }, [], false],
  ])('%s', (_, now, more, shown, due) => expect(isMorning(at(now), UTC, { ...hours, ...more }, shown)).toBe(due));

  test('comes after the hour that the clock leaps over', () => {
    // On 2026-03-29 Berlin goes from 02:00 to 03:00.
    const early = { notifyAt: 2, quietHours: { from: 0, to: 0 }, restDays: [] };
    expect(isMorning(at('2026-03-29T00:59'), 'Europe/Berlin', early, [])).toBe(false);
    expect(isMorning(at('2026-03-29T01:00'), 'Europe/Berlin', early, [])).toBe(true);
  });

  test('names the first three, and says nothing on a day that asks for nobody', () => {
    const words = { word: 'x', args: [] };
    const lines = ['a', 'b', 'c', 'd', 'e'].map((key): Line => ({
      key,
      kind: 'touch',
      ref: key,
      why: words,
      act: words,
      band: 2,
      score: 1,
      contactId: key,
      also: [],
    }));
    expect(morningOf(lines)).toMatchObject({ lines: [{ key: 'a' }, { key: 'b' }, { key: 'c' }], more: 2 });
    expect(morningOf(lines.slice(0, 2))).toMatchObject({ more: 0 });
    expect(morningOf([])).toBeNull();
  });
});

describe('the next wake', () => {
  test.each<[string, string, Day[], string]>([
    ['is the notification’s hour', '2026-03-02T06:00', [], '2026-03-02T09:00'],
    ['is the next day once it was shown', '2026-03-02T09:00', ['2026-03-02'], '2026-03-03T00:00'],
    ['is the next day on a day of rest', '2026-03-07T03:00', [], '2026-03-08T00:00'],
  ])('%s', (_, now, shown, next) => expect(new Date(nextWake(at(now), UTC, hours, shown)).toISOString()).toBe(`${next}:00.000Z`));

  test('is the end of quiet hours that hide a missed moment', () => {
    const noon = { notifyAt: 9, quietHours: { from: 12, to: 14 }, restDays: [] };
    expect(nextWake(at('2026-03-02T12:30'), UTC, noon, [])).toBe(at('2026-03-02T14:00'));
  });
});

describe('over weeks of sleep, journeys and lost alarms', () => {
  const zones = [
    'UTC',
    'Asia/Shanghai',
    'America/New_York',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Europe/Berlin',
    'America/Santiago',
  ];
  const zone = fc.constantFrom(...zones);
  const hour = fc.integer({ min: 0, max: 23 });
  const anyHours = fc.record({
    notifyAt: hour,
    quietHours: fc.record({ from: hour, to: hour }),
    restDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
  });
  /** Somebody wakes, that many minutes after the last time (or before: the clock was set back), in a zone. */
  const wakes = fc.array(fc.tuple(fc.integer({ min: -3000, max: 6000 }), zone), { maxLength: 60 });

  test('no local day has two notifications, and each is shown by the first who wakes when it is due', () => {
    fc.assert(
      fc.property(anyHours, wakes, (chosen, times) => {
        let now = at('2026-03-02T00:00');
        let shown: Day[] = [];
        const fired: Day[] = [];
        for (const [minutes, place] of times) {
          now += minutes * 60_000;
          if (!isMorning(now, place, chosen, shown)) continue;
          shown = withShown(shown, now, place);
          fired.push(dayOf(now, place));
          expect(isMorning(now, place, chosen, shown)).toBe(false);
        }
        expect(new Set(fired).size).toBe(fired.length);
      }),
    );
  });

  test('who follows the alarms alone misses no day, whatever the zone does', () => {
    fc.assert(
      fc.property(anyHours, zone, fc.integer({ min: 0, max: 400 }), (chosen, place, offset) => {
        const first = addDays('2026-01-01', offset);
        let now = startOfDay(first, place);
        const end = startOfDay(addDays(first, 11), place);
        let shown: Day[] = [];
        const expected: Day[] = [];
        for (let i = 0; i < 11; i++) {
          const day = addDays(first, i);
          if (!chosen.restDays.includes(Temporal.PlainDate.from(day).dayOfWeek)) expected.push(day);
        }
        while (now < end) {
          if (isMorning(now, place, chosen, shown)) shown = withShown(shown, now, place);
          const next = nextWake(now, place, chosen, shown);
          expect(next).toBeGreaterThan(now);
          now = next;
        }
        expect(shown).toEqual(expected);
      }),
    );
  });
});
