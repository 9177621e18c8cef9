import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCare } from '../care';
import { cadenceOf, lostTouch, type Cadenced } from './cadence';

const cadences = { tags: { VIP: 14, school: 60, 老客: 14 }, types: { loyal: 40 }, tiers: { sticky: 30 } };
const who = (more: Partial<Cadenced> = {}): Cadenced => ({ cadence: null, tags: [], type: 'visitor', tier: 'shallow', ...more });

describe('the period between two contacts', () => {
  test.each<[string, Partial<Cadenced>, { days: number; by: string; name: string } | null]>([
    [
      'is the contact’s own before all',
      { cadence: 90, tags: ['VIP'], type: 'loyal', tier: 'sticky' },
      { days: 90, by: 'contact', name: '' },
    ],
    ['is the shortest of the tags', { tags: ['school', 'vip'], type: 'loyal' }, { days: 14, by: 'tag', name: 'VIP' }],
    ['of two equal tags is named after the same one always', { tags: ['老客', 'VIP'] }, { days: 14, by: 'tag', name: 'VIP' }],
    [
      'is the type’s without a tag that has one',
      { tags: ['golf'], type: 'loyal', tier: 'sticky' },
      { days: 40, by: 'type', name: 'loyal' },
    ],
    ['is the tier’s at last', { tier: 'sticky' }, { days: 30, by: 'tier', name: 'sticky' }],
    ['is none where nothing was set', {}, null],
    ['does not come from a tag that is called like a property of objects', { tags: ['constructor', '__proto__'] }, null],
  ])('%s', (_, more, expected) => expect(cadenceOf(who(more), cadences)).toEqual(expected));

  test('by default is none for a shallow tie: nobody is owed an advertisement', () => {
    expect(cadenceOf(who(), defaultCare.cadences)).toBeNull();
  });

  test('does not depend on the order of tags or settings', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer({ min: 1, max: 1000 })), fc.array(fc.nat()), (tags, order) => {
        const names = Object.keys(tags);
        const mixed = names.map((name, i) => [order[i] ?? 0, name] as const).sort((a, b) => a[0] - b[0]);
        const other = Object.fromEntries(mixed.map(([, name]) => [name, tags[name]!]));
        expect(cadenceOf(who({ tags: mixed.map(([, name]) => name) }), { tags: other, types: {}, tiers: {} })).toEqual(
          cadenceOf(who({ tags: names }), { tags, types: {}, tiers: {} }),
        );
      }),
    );
  });
});

describe('losing touch', () => {
  test.each([
    [7, 7, 0],
    [14, 7, 1],
    [30, 30, 0],
    [60, 30, 1],
    [3, 7, -4 / 7],
  ])('%i days after the last contact, once in %i days: %f', (since, period, ratio) => expect(lostTouch(since, period)).toBe(ratio));

  test('a weekly one ten days late goes before a quarterly one twenty days late', () => {
    expect(lostTouch(17, 7)).toBeGreaterThan(lostTouch(110, 90));
  });
});
