import { describe, expect, it } from 'vitest';
import { isNoRoom, spaceOf, type SpaceSeen } from './space';

const NOW = 1_000_000_000;
const MB = 1_000_000;
const space = (seen: Partial<SpaceSeen>) => spaceOf({ before: 'enough', free: 5_000 * MB, refused: null, now: NOW, ...seen });

describe('how much room is left', () => {
  it('is enough with plenty, and where the browser does not say', () => {
    expect(space({})).toBe('enough');
    expect(space({ free: null })).toBe('enough');
  });

  it('is low before it is full, and full before there is nothing', () => {
    expect(space({ free: 199 * MB })).toBe('low');
    expect(space({ free: 20 * MB })).toBe('low');
    expect(space({ free: 19 * MB })).toBe('full');
  });

  it('has to grow clearly before it is no longer full', () => {
    expect(space({ free: 30 * MB, before: 'low' })).toBe('low');
    expect(space({ free: 30 * MB, before: 'full' })).toBe('full');
    expect(space({ free: 40 * MB, before: 'full' })).toBe('low');
  });

  it('is full for a minute after a write was refused, unless there is clearly more than then', () => {
    const refused = (ago: number, free: number | null = 5_000 * MB) => ({ refused: { at: NOW - ago, free } });
    expect(space(refused(59_000))).toBe('full');
    expect(space(refused(60_000))).toBe('enough');
    expect(space({ ...refused(59_000, null), free: null })).toBe('full');
    expect(space({ ...refused(5_000, MB), free: 39 * MB, before: 'full' })).toBe('full');
    expect(space({ ...refused(5_000, MB), free: 41 * MB, before: 'full' })).toBe('low');
    expect(space(refused(-3_600_000)), 'a clock that was turned back').toBe('enough');
  });
});

it('No room has several names', () => {
  expect(isNoRoom(new DOMException('', 'QuotaExceededError'))).toBe(true);
  expect(isNoRoom(new Error('QuotaExceededError'))).toBe(false);
  expect(isNoRoom(null)).toBe(false);
});
