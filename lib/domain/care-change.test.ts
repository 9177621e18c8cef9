import { describe, expect, test } from 'vitest';
import { defaultCare, type Care } from './care';
import { careChangeSchema, changedCare, type CareChange } from './care-change';

const nobody = new Set<string>();
const change = (given: CareChange, care: Care = defaultCare, inUse = nobody): Care =>
  changedCare(care, careChangeSchema.parse(given), inUse);
const stages = (care: Care): string[] => care.stages.map(({ id }) => id);

describe('a change of how the book is cared for', () => {
  test('touches nothing that it does not name', () => {
    expect(change({})).toEqual(defaultCare);
    expect(change({ budget: 12 })).toEqual({ ...defaultCare, budget: 12 });
    expect(change({ quietHours: { to: 9 } }).quietHours).toEqual({ from: 21, to: 9 });
    expect(change({ cadences: { tiers: { deep: 60 } } }).cadences).toEqual({
      ...defaultCare.cadences,
      tiers: { sticky: 30, deep: 60, iron: 30 },
    });
  });

  test('comes to the same as another one made at once, whichever arrives first', () => {
    const one: CareChange = { restDays: { 5: true, 7: false }, cadences: { types: { loyal: 20 } }, stages: [{ id: 'lead', days: 3 }] };
    const other: CareChange = {
      restDays: { 6: false },
      cadences: { types: { friend: 9 }, tags: { vip: 7 } },
      stages: [{ id: 'quoted', name: 'Offer' }],
    };
    expect(change(one, change(other))).toEqual(change(other, change(one)));
    expect(change(one, change(other))).toMatchObject({ restDays: [5], cadences: { types: { loyal: 20, friend: 9 }, tags: { vip: 7 } } });
  });

  test('takes a cadence away, and knows a tag in whatever case', () => {
    const care = change({ cadences: { tags: { VIP: 7, school: 30 }, types: { friend: 9 } } });
    expect(change({ cadences: { tags: { vip: 5 } } }, care).cadences.tags).toEqual({ school: 30, vip: 5 });
    expect(change({ cadences: { tags: { Vip: null }, types: { friend: null } } }, care).cadences).toMatchObject({
      tags: { school: 30 },
      types: {},
    });
  });

  test('sets one exchange rate beside another, and takes one away', () => {
    const one = change({ rates: { into: 'EUR', of: { USD: '0.92' } } });
    const two = change({ rates: { of: { CNY: '0.128' } } }, one);
    expect(two.rates).toEqual({ into: 'EUR', of: { USD: '0.92', CNY: '0.128' } });
    expect(change({ rates: { of: { USD: null } } }, two).rates).toEqual({ into: 'EUR', of: { CNY: '0.128' } });
    expect(change({ holding: 40 }, two)).toEqual({ ...two, holding: 40 });
  });

  test('leaves a day of work', () => {
    const care = change({ restDays: { 1: true, 2: true, 3: true, 4: true } });
    expect(care.restDays).toEqual([1, 2, 3, 4, 6, 7]);
    expect(() => change({ restDays: { 5: true } }, care)).toThrow('invalid');
  });

  test('is refused beyond a hundred tags', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`tag ${n}`, 5]));
    const care = change({ cadences: { tags: many } });
    expect(() => change({ cadences: { tags: { another: 5 } } }, care)).toThrow('invalid');
    expect(Object.keys(change({ cadences: { tags: { 'TAG 0': 6 } } }, care).cadences.tags)).toHaveLength(100);
  });

  test('keeps a tag that is called like something every object has', () => {
    const care = changedCare(
      defaultCare,
      { cadences: { tags: JSON.parse('{"__proto__": 5, "constructor": 6}') as Record<string, number> } },
      nobody,
    );
    expect(Object.entries(care.cadences.tags)).toEqual([
      ['__proto__', 5],
      ['constructor', 6],
    ]);
  });
});

describe('stages', () => {
  test('are added at the end or in front of another, renamed, moved and given days', () => {
    const added = change({ stages: [{ id: 's1', name: 'Sample sent', days: 5, before: 'quoted' }] });
    expect(stages(added)).toEqual(['lead', 'contacted', 'visited', 'tried', 's1', 'quoted']);
    expect(added.stages[4]).toEqual({ id: 's1', name: 'Sample sent', days: 5, removed: false });
    expect(stages(change({ stages: [{ id: 's2', name: 'Later', days: null }] }, added)).at(-1)).toBe('s2');
    expect(stages(change({ stages: [{ id: 's1', before: null }] }, added)).at(-1)).toBe('s1');
    expect(stages(change({ stages: [{ id: 'tried', before: 'lead' }] }))[0]).toBe('tried');
    expect(change({ stages: [{ id: 'lead', name: 'Inbox' }] }).stages[0]).toMatchObject({ name: 'Inbox', days: 7 });
  });

  test('stay where they are when the one to stand in front of is gone', () => {
    expect(stages(change({ stages: [{ id: 'lead', before: 'nowhere' }] }))).toEqual(stages(defaultCare));
    expect(stages(change({ stages: [{ id: 'lead', before: 'lead' }] }))).toEqual(stages(defaultCare));
  });

  test('go at once when nobody is in them, else when the last one has left', () => {
    expect(stages(change({ stages: [{ id: 'tried', removed: true }] }))).toEqual(['lead', 'contacted', 'visited', 'quoted']);
    const kept = change({ stages: [{ id: 'tried', removed: true }] }, defaultCare, new Set(['tried']));
    expect(kept.stages[3]).toMatchObject({ id: 'tried', removed: true, days: 21 });
    expect(change({ stages: [{ id: 'tried', removed: false }] }, kept, new Set(['tried']))).toEqual(defaultCare);
    expect(stages(change({ stages: [{ id: 'lead', days: 1 }] }, kept))).toEqual(['lead', 'contacted', 'visited', 'quoted']);
  });

  test('do not come back by a change from a screen that has not heard of the removal', () => {
    const without = change({ stages: [{ id: 'tried', removed: true }] });
    expect(change({ stages: [{ id: 'tried', days: 4 }] }, without)).toEqual(without);
  });

  test('have a name: their own, or that of the first ones', () => {
    expect(change({ stages: [{ id: 'lead', name: '' }] }).stages[0]!.name).toBe('');
    expect(() => change({ stages: [{ id: 's1', name: ' ', days: null }] })).toThrow('invalid');
  });

  test('are never called like the two in which a lead ends', () => {
    expect(() => change({ stages: [{ id: 'won', name: 'Won' }] })).toThrow('invalid');
  });

  test('are twenty at most', () => {
    const many = Array.from({ length: 15 }, (_, n) => ({ id: `s${n}`, name: `Stage ${n}`, days: null }));
    const care = change({ stages: many });
    expect(care.stages).toHaveLength(20);
    expect(() => change({ stages: [{ id: 's99', name: 'One more', days: null }] }, care)).toThrow('invalid');
  });
});
