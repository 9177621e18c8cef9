import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidence, every, looks, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { standingOf } from './standing';
import { trendOf } from './trend';

const trend = (talks: readonly Talk[], day: number) => trendOf(standingOf(evidence(talks), defaultCare, on(day)), on(day));
const theirs = { in: 1, out: 0 };
const mine = { in: 0, out: 1 };
describe('the trend', () => {
  test.each<[string, Talk[], number, string]>([
    ['of a weekly talk is steady', every(7, 20), 134, 'steady'],
    ['stays so until the next talk is due', every(7, 20), 140, 'steady'],
    ['cools when that silence goes on and the chat was open', [...every(7, 20), ...looks(150, 155)], 156, 'cooling'],
    ['is unknown when nobody looked in all that time', every(7, 20), 156, 'unknown'],
    ['warms when weekly becomes every other day', [...every(7, 20), ...every(2, 12, 135)], 158, 'warming'],
    ['cools when weekly becomes monthly, each talk seen', [...every(7, 20), ...every(28, 2, 161)], 196, 'cooling'],
    ['of a talk each quarter is steady after two months', [...every(90, 8), ...looks(690)], 690, 'steady'],
    ['of one who is known for days is unknown', every(1, 5), 5, 'unknown'],
    ['of nobody is unknown', [], 5, 'unknown'],
    ['of one long evening is no warming', [...every(7, 20), { day: 135, in: 200, out: 200 }], 136, 'steady'],
  ])('%s', (_, talks, day, expected) => expect(trend(talks, day).is).toBe(expected));

  test('tells fading, on both sides, from one side that stops', () => {
    const before = every(4, 25);
    const fading = trend([...before, ...every(14, 3, 110)], 146);
    expect(fading).toMatchObject({ is: 'cooling', who: 'both', why: { word: 'tie_trend_both_why' } });
    const gone = trend([...before, ...every(4, 8, 100, mine)], 130);
    expect(gone).toMatchObject({ is: 'cooling', who: 'they', why: { word: 'tie_trend_they_why' } });
    const neglected = trend([...before, ...every(4, 8, 100, theirs)], 130);
    expect(neglected).toMatchObject({ is: 'cooling', who: 'you', why: { word: 'tie_trend_you_why' } });
  });
});

describe('of anybody who keeps a custom', () => {
  const custom = fc.record({ gap: fc.integer({ min: 1, max: 60 }), times: fc.integer({ min: 16, max: 40 }) });

  test('the trend is steady on every day until the next talk', () => {
    fc.assert(
      fc.property(custom, fc.nat(100), ({ gap, times }, percent) => {
        const day = gap * (times - 1) + Math.floor((gap * percent) / 101);
        expect(trend(every(gap, times), day).is).toBe('steady');
      }),
      { numRuns: 60 },
    );
  });

  test('silence that is watched cools it within six of the gaps, and never warms it', () => {
    fc.assert(
      fc.property(fc.record({ gap: fc.integer({ min: 4, max: 60 }), times: fc.integer({ min: 12, max: 40 }) }), ({ gap, times }) => {
        const last = gap * (times - 1);
        const silence = Array.from({ length: 6 }, (_, i) => last + gap * (i + 1));
        const talks = [...every(gap, times), ...looks(...silence)];
        const words = silence.map((day) => trend(talks, day).is);
        expect(words).not.toContain('warming');
        expect(words.at(-1)).toBe('cooling');
      }),
      { numRuns: 60 },
    );
  });

  test('days without a look give unknown instead of cooling, at the latest after four gaps', () => {
    fc.assert(
      fc.property(fc.record({ gap: fc.integer({ min: 4, max: 50 }), times: fc.integer({ min: 12, max: 40 }) }), ({ gap, times }) => {
        expect(trend(every(gap, times), gap * (times + 3)).is).toBe('unknown');
      }),
      { numRuns: 60 },
    );
  });
});
