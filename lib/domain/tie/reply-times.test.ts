import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { message } from '../../../tests/support/evidence';
import type { Interaction } from '../records';
import { replyTimesOf } from './reply-times';

const START = Date.parse('2026-03-02T08:00:00Z');
/** `in`/`out` at so many minutes from the start. */
const talk = (...lines: ['in' | 'out', number][]): Interaction[] =>
  lines.map(([direction, minute]) => message(direction, new Date(START + minute * 60_000).toISOString()));
const week = 7 * 24 * 60;

describe('reply times', () => {
  test.each<[string, Interaction[], number | null, number | null]>([
    ['are the medians each way', talk(['in', 0], ['out', 10], ['in', 40], ['out', 60], ['in', 160], ['out', 190], ['in', 250]), 20, 60],
    [
      'count from the first line of a run',
      talk(['in', 0], ['in', 5], ['out', 10], ['in', 20], ['out', 30], ['in', 40], ['out', 50]),
      10,
      null,
    ],
    [
      'leave out what came after a week: a new talk',
      talk(['in', 0], ['out', 5], ['in', 6], ['out', 11], ['in', week + 12], ['out', week + 17]),
      5,
      null,
    ],
    [
      'begin a run anew when nobody answered for a week',
      talk(['in', 0], ['in', week + 1], ['out', week + 4], ['in', week + 5], ['out', week + 8], ['in', week + 9], ['out', week + 12]),
      3,
      null,
    ],
    ['are unknown from two replies', talk(['in', 0], ['out', 10], ['in', 40], ['out', 60]), null, null],
    ['are unknown of nothing', [], null, null],
  ])('%s', (_, lines, mine, theirs) => expect(replyTimesOf(lines)).toEqual({ mine, theirs }));

  test('are of messages whose moment is known: no likes, no bare days, none undated; a live one counts when it was seen', () => {
    const lines = talk(['in', 0], ['out', 10], ['in', 20], ['out', 30], ['in', 40], ['out', 50]);
    const noise = [
      message('out', new Date(START + 60_000).toISOString(), { kind: 'like' }),
      message('out', '2026-03-02'),
      message('out', null, { seenAt: START + 60_000 }),
    ];
    expect(replyTimesOf([...noise, ...lines]).mine).toBe(10);
    const live = lines.map((one) => ({ ...one, live: true, at: null, seenAt: Date.parse(one.at!) }));
    expect(replyTimesOf(live).mine).toBe(10);
  });
});

test('No order of messages matters, and no time is negative or longer than a week', () => {
  const lines = fc.array(fc.tuple(fc.constantFrom('in' as const, 'out' as const), fc.nat(60 * 24 * 60)), { maxLength: 30 });
  fc.assert(
    fc.property(lines, (all) => {
      const rows = talk(...all);
      const times = replyTimesOf(rows);
      expect(replyTimesOf([...rows].reverse())).toEqual(times);
      for (const time of [times.mine, times.theirs]) expect(time === null || (time >= 0 && time <= week)).toBe(true);
    }),
  );
});
