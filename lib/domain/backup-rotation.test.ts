import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDailyDue, surplusBackups } from './backup-rotation';

const DAY = 86_400_000;
const now = Date.UTC(2026, 2, 18, 12);
const saved = (...ages: number[]) => ages.map((age, i) => ({ id: `b${i}`, at: now - age * DAY }));
const kept = (all: { id: string; at: number }[]) => {
  const gone = surplusBackups(all, 'UTC');
  return all.filter((one) => !gone.includes(one)).map(({ at }) => (now - at) / DAY);
};

describe('of the automatic backups', () => {
  it('seven days and four weeks stay, each with its newest', () => {
    expect(kept(saved(...Array.from({ length: 60 }, (_, i) => i)))).toEqual([0, 1, 2, 3, 4, 5, 6, 10, 17]);
    expect(kept(saved(0, 0.1, 0.2, 1, 1.1))).toEqual([0, 1]);
  });

  it('days and weeks without any do not count', () => expect(kept(saved(0, 40, 80, 120))).toEqual([0, 40, 80, 120]));

  it('the newest always stays, and never more than eleven', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 * 24 }), { maxLength: 60 }), (hours) => {
        const left = kept(saved(...hours.map((hour) => hour / 24)));
        expect(left.length).toBeLessThanOrEqual(11);
        if (hours.length > 0) expect(left).toContain(Math.min(...hours) / 24);
      }),
    );
  });

  it('one is due on each day of the rep’s own, and when the clock was turned back', () => {
    expect(isDailyDue([], now, 'UTC')).toBe(true);
    expect(isDailyDue(saved(0.4), now, 'UTC')).toBe(false);
    expect(isDailyDue(saved(0.6), now, 'UTC')).toBe(true);
    expect(isDailyDue(saved(0.4), now, 'Asia/Shanghai')).toBe(false);
    expect(isDailyDue(saved(0.4), now + 5 * 3_600_000, 'Asia/Shanghai')).toBe(true);
    expect(isDailyDue(saved(-30), now, 'UTC')).toBe(true);
  });
});
