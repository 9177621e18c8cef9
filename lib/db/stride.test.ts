import { beforeEach, expect, test, vi } from 'vitest';

let now = 1_000_000;
let db: typeof import('./stride');
beforeEach(async () => {
  vi.resetModules();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  db = await import('./stride');
});

/** What the steps take when each of them costs so many ms and one ms for every ten. */
function steps(stride: ReturnType<typeof db.stride>, times: number): number {
  for (let i = 0; i < times; i += 1) {
    const many = stride.many();
    stride.took(many, 5 + many / 10);
  }
  return stride.many();
}

test('A step begins small, grows at most twofold, and takes longer while nobody asks', () => {
  const one = db.stride(60, 30, 2000);
  expect(one.many()).toBe(60);
  const quiet = steps(one, 12);
  expect(quiet).toBeGreaterThan(900);
  expect(quiet).toBeLessThan(1000);
  db.somebodyAsks();
  // What was learned in long steps is known at once in short ones.
  expect(one.many()).toBeLessThan(400);
  const asked = steps(one, 12);
  expect(asked).toBeGreaterThan(250);
  expect(asked).toBeLessThan(310);
  now += 3_000;
  expect(one.many()).toBeGreaterThan(2 * asked);
});

test('A step never leaves its bounds, and a short last one tells nothing', () => {
  const one = db.stride(60, 30, 500);
  one.took(60, 100_000);
  expect(one.many()).toBe(30);
  one.took(2, 0);
  expect(one.many()).toBe(30);
  for (let i = 0; i < 9; i += 1) one.took(one.many(), 0);
  expect(one.many()).toBe(500);
});
