import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { threadOf, type Counted } from './thread';

/** A message written at a time, on a bare day, or (live) seen on a day at noon without a time. */
function message(direction: 'in' | 'out', when: string, more: Partial<Counted> = {}): Counted {
  return { kind: 'message', direction, at: when, day: when.slice(0, 10), live: false, seenAt: Date.parse('2026-06-01T00:00:00Z'), ...more };
}
const MONDAY = '2026-03-02';
const at = (time: string): string => `${MONDAY}T${time}:00.000Z`;

describe('an answer is owed', () => {
  test.each<[string, Counted[], string | null]>([
    ['to nobody who never wrote', [message('out', at('10:00'))], null],
    ['to one who wrote last', [message('out', at('10:00')), message('in', at('11:00'))], at('11:00')],
    ['to nobody who was answered', [message('in', at('11:00')), message('out', at('12:00'))], null],
    ['since their last message', [message('in', '2026-03-03'), message('in', at('11:00'))], '2026-03-03'],
    ['on the day after by the day alone', [message('out', MONDAY), message('in', '2026-03-03')], '2026-03-03'],
    ['to nobody when both wrote on a day without times: nobody knows who was last', [message('out', MONDAY), message('in', MONDAY)], null],
    ['to nobody when one of the two has no time', [message('out', MONDAY), message('in', at('23:00'))], null],
    ['for no message without a day', [message('in', at('11:00'), { at: null, day: null })], null],
    ['for a message seen arriving', [message('in', at('11:00'), { at: null, live: true, seenAt: Date.parse(at('11:00')) })], at('11:00')],
    ['still, after a like', [message('in', at('11:00')), message('out', at('12:00'), { kind: 'like' })], at('11:00')],
  ])('%s', (_, all, expected) => expect(threadOf(all).owed?.at ?? null).toBe(expected));

  test('by the order of instants, when a journey has put an earlier day on a later message', () => {
    const tokyo = message('out', '2026-03-02T01:00:00.000Z', { day: '2026-03-02' });
    const hawaii = message('in', '2026-03-02T04:00:00.000Z', { day: '2026-03-01' });
    expect(threadOf([tokyo, hawaii]).owed).toEqual({ at: '2026-03-02T04:00:00.000Z', day: '2026-03-01' });
  });
});

describe('attempts', () => {
  test('are days on which the rep wrote since they did, however many lines each had', () => {
    const all = [
      message('in', at('08:00')),
      message('out', at('09:00')),
      message('out', at('09:01')),
      message('out', '2026-03-05T09:00:00.000Z'),
      message('out', '2026-03-09'),
    ];
    expect(threadOf(all)).toEqual({ lastDay: '2026-03-09', owed: null, unanswered: 3, lastTry: '2026-03-09' });
  });

  test('are none once they wrote', () => {
    expect(threadOf([message('out', MONDAY), message('out', '2026-03-04'), message('in', '2026-03-05')]).unanswered).toBe(0);
  });

  test('are no likes', () => {
    expect(threadOf([message('out', MONDAY, { kind: 'like' })])).toEqual({ lastDay: MONDAY, owed: null, unanswered: 0, lastTry: null });
  });
});

describe('any interactions', () => {
  const any = fc.record({
    kind: fc.constantFrom('message' as const, 'like' as const),
    direction: fc.constantFrom('in' as const, 'out' as const),
    minute: fc.integer({ min: 0, max: 60 * 24 * 20 }),
    known: fc.constantFrom('instant', 'day', 'live', 'nothing'),
  });
  const counted = any.map(({ kind, direction, minute, known }): Counted => {
    const seenAt = Date.parse(at('00:00')) + minute * 60_000;
    const iso = new Date(seenAt).toISOString();
    const day = iso.slice(0, 10);
    const base = { kind, direction, seenAt, live: known === 'live' };
    if (known === 'instant') return { ...base, at: iso, day };
    if (known === 'day') return { ...base, at: day, day };
    return known === 'live' ? { ...base, at: null, day } : { ...base, at: null, day: null };
  });

  test('give the same in any order, and never both an answer owed and attempts', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 12 }), (all) => {
        const thread = threadOf(all);
        expect(threadOf([...all].reverse())).toEqual(thread);
        expect(thread.owed !== null && thread.unanswered > 0).toBe(false);
      }),
    );
  });

  test('with every time known: an answer is owed exactly when the last message is theirs alone', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 12 }), (all) => {
        const timed = all.filter((one) => one.at?.includes('T') && one.kind === 'message');
        const last = Math.max(...timed.map((one) => Date.parse(one.at!)));
        const lastOnes = timed.filter((one) => Date.parse(one.at!) === last);
        const theirs = lastOnes.length > 0 && lastOnes.every((one) => one.direction === 'in');
        expect(threadOf(timed).owed?.at ?? null).toBe(theirs ? new Date(last).toISOString() : null);
      }),
    );
  });
});
