import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from './id';

test('an id is a UUID of version 7 that holds its time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), (now) => {
      const id = newId(now);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(now);
    }),
  );
});

test('ids sort by their time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 1e12 }), (now, more) => {
      expect(newId(now) < newId(now + more)).toBe(true);
    }),
  );
});

test('a thousand ids of one millisecond are all different', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newId(1_800_000_000_000))).size).toBe(1000);
});
