import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deal, fact, handled, on } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { checksOf, openCheck } from './second-moment';

const won = (id: string, day: number) => deal(id, { closedOn: on(day) });
const ids = (...args: Parameters<typeof checksOf>): string[] => checksOf(...args).map(({ deal: id }) => id);

describe('after a won deal', () => {
  test('the use is asked about, so many days later as the settings say', () => {
    expect(openCheck(checksOf([won('a', 3)], [], []), on(4), defaultCare)).toEqual({ deal: 'a', item: '', won: on(3), due: on(17) });
    expect(openCheck(checksOf([won('a', 3)], [], []), on(4), { afterUse: 30 })?.due).toBe(on(33));
  });

  test.each<[string, Parameters<typeof checksOf>, string[]]>([
    ['that is lost or open nobody is asked', [[deal('a', { status: 'lost' }), deal('b', { status: 'open', closedOn: null })], [], []], []],
    ['they told of the use', [[won('a', 3)], [fact('used', 9)], []], []],
    ['they answered whether they would recommend', [[won('a', 3)], [fact('nps', 9)], []], []],
    ['they complained', [[won('a', 3)], [fact('complaint', 3)], []], []],
    ['what they told before it settles nothing', [[won('a', 3)], [fact('used', 2)], []], ['a']],
    ['a wish settles nothing', [[won('a', 3)], [fact('wish', 9)], []], ['a']],
    ['it was done in Today', [[won('a', 3)], [], [handled('after-use:a:1', 'done', 18)]], []],
    ['done covers every deal before', [[won('a', 3), won('b', 5), won('c', 30)], [], [handled('after-use:a:1', 'done', 18)]], ['c']],
    ['skipped covers its own alone', [[won('a', 3), won('b', 5)], [], [handled('after-use:a:1', 'skipped', 18)]], ['b']],
    ['put off is not done', [[won('a', 3)], [], [handled('after-use:a:1', 'open', 18, { until: on(30) })]], ['a']],
    ['a line of another kind settles nothing', [[won('a', 3)], [], [handled('touch:a:1', 'done', 18)]], ['a']],
    ['a deal without a day of closing counts from its beginning', [[deal('a', { closedOn: null })], [], []], ['a']],
  ])('%s', (_, given, expected) => expect(ids(...given)).toEqual(expected));

  test('the oldest is asked about first, and after half a year nobody is asked any more', () => {
    const checks = checksOf([won('new', 100), won('old', 0)], [], []);
    expect(openCheck(checks, on(14), defaultCare)?.deal).toBe('old');
    expect(openCheck(checks, on(14 + 180), defaultCare)?.deal).toBe('old');
    expect(openCheck(checks, on(14 + 181), defaultCare)?.deal).toBe('new');
    expect(openCheck(checks, on(500), defaultCare)).toBeNull();
  });
});

test('No order of records matters, and the newest fact settles everything before it', () => {
  const days = fc.uniqueArray(fc.nat(200), { maxLength: 12 });
  fc.assert(
    fc.property(days, days, (deals, told) => {
      const rows = deals.map((day) => won(`d${day}`, day));
      const facts = told.map((day) => fact('used', day));
      const open = checksOf(rows, facts, []);
      expect(checksOf([...rows].reverse(), [...facts].reverse(), [])).toEqual(open);
      const last = Math.max(-1, ...told);
      expect(open.map((one) => one.won)).toEqual(
        deals
          .filter((day) => day > last)
          .sort((a, b) => a - b)
          .map(on)
          .slice(-5),
      );
    }),
  );
});
