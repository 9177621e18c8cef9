import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCare, type Care } from './care';
import { changedCare, type CareChange } from './care-change';
import { CUSTOMER_TYPES } from './kinds';
import { turnedBack } from './turn-back';

const nobody = new Set<string>();
const days = fc.integer({ min: 1, max: 40 });
/** Changes of the settings, of many parts at once. */
const changes: fc.Arbitrary<CareChange> = fc.record(
  {
    budget: days,
    path: fc.constantFrom('nurture', 'convert'),
    restDays: fc.dictionary(fc.constantFrom('1', '6', '7'), fc.boolean()),
    cadences: fc.record({
      tags: fc.dictionary(fc.constantFrom('vip', 'school', '__proto__'), fc.option(days)),
      types: fc.dictionary(fc.constantFrom(...CUSTOMER_TYPES), fc.option(days)),
    }),
    stages: fc.array(
      fc.record(
        {
          id: fc.constantFrom('lead', 'contacted', 's1', 's2'),
          name: fc.constantFrom('One', 'Two'),
          days: fc.option(days),
          removed: fc.boolean(),
          before: fc.constantFrom('lead', 'quoted', 's1', null),
        },
        { requiredKeys: ['id', 'name'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

/** Compared as JSON without an order of keys; tags keep none. */
const plain = (care: unknown): unknown => JSON.parse(JSON.stringify(care, (_, value: unknown) => sorted(value)));
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe('taking a change back', () => {
  test('brings back what was there, when nothing else has changed', () => {
    fc.assert(
      fc.property(changes, changes, (first, second) => {
        const before = changedCare(defaultCare, first, nobody);
        const after = changedCare(before, second, nobody);
        expect(plain(turnedBack(after, before, after))).toEqual(plain(before));
      }),
    );
  });

  test('leaves what another screen has changed elsewhere since', () => {
    const before = defaultCare;
    const after = changedCare(
      before,
      { budget: 20, restDays: { 5: true }, cadences: { tiers: { deep: 9 } }, stages: [{ id: 'tried', removed: true }] },
      nobody,
    );
    const now = changedCare(
      after,
      {
        path: 'convert',
        restDays: { 7: false },
        cadences: { tiers: { iron: 8 }, tags: { vip: 3 } },
        stages: [{ id: 's1', name: 'New', days: null }],
      },
      nobody,
    );
    const back = turnedBack(now, before, after) as Care;
    expect(back).toMatchObject({
      budget: 10,
      path: 'convert',
      restDays: [6],
      cadences: { tiers: { sticky: 30, deep: 45, iron: 8 }, tags: { vip: 3 } },
    });
    expect(back.stages.map(({ id }) => id)).toEqual(['lead', 'contacted', 'visited', 'tried', 'quoted', 's1']);
  });

  test('leaves what was changed again since', () => {
    const after = changedCare(defaultCare, { budget: 20, stages: [{ id: 's1', name: 'New', days: 3 }] }, nobody);
    const now = changedCare(after, { budget: 30, stages: [{ id: 's1', days: 9 }] }, nobody);
    const back = turnedBack(now, defaultCare, after) as Care;
    expect(back.budget).toBe(30);
    expect(back.stages.at(-1)).toMatchObject({ id: 's1', days: 9 });
  });

  test('brings the old order back when nobody has moved anything since', () => {
    const after = changedCare(defaultCare, { stages: [{ id: 'quoted', before: 'lead' }] }, nobody);
    const now = changedCare(after, { stages: [{ id: 'lead', days: 2 }] }, nobody);
    const back = turnedBack(now, defaultCare, after) as Care;
    expect(back.stages.map(({ id, days: most }) => [id, most])).toEqual([
      ['lead', 2],
      ['contacted', 14],
      ['visited', 21],
      ['tried', 21],
      ['quoted', 14],
    ]);
  });

  test('loses no record that another screen made, whatever both did', () => {
    fc.assert(
      fc.property(changes, changes, changes, (first, second, third) => {
        const before = changedCare(defaultCare, first, nobody);
        const after = changedCare(before, second, nobody);
        const now = changedCare(after, third, nobody);
        const back = turnedBack(now, before, after) as Care;
        const ids = back.stages.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id } of now.stages) if (!after.stages.some((one) => one.id === id)) expect(ids).toContain(id);
      }),
    );
  });
});
