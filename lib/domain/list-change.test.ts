import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedList, listChange } from './list-change';

const list = fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 6 });

test('one that takes the place of another stands where that stood; what is there already is not there twice', () => {
  expect(changedList(['a', 'b', 'c'], listChange(['a', 'b', 'c'], ['a', 'x', 'c']))).toEqual(['a', 'x', 'c']);
  expect(changedList(['a', 'b'], { remove: ['a'], add: ['b'] })).toEqual(['b']);
  expect(changedList(['a'], { remove: ['gone'], add: ['b'] })).toEqual(['a', 'b']);
});

test('a change makes of the list it was made on what was wanted, and of another one with nothing lost but what was removed', () => {
  fc.assert(
    fc.property(list, list, list, (before, after, meanwhile) => {
      const change = listChange(before, after);
      expect(new Set(changedList(before, change))).toEqual(new Set(after));
      const found = changedList(meanwhile, change);
      for (const one of meanwhile) if (!change.remove.includes(one)) expect(found).toContain(one);
      for (const one of change.add) expect(found).toContain(one);
      for (const one of change.remove) expect(found).not.toContain(one);
    }),
  );
});
