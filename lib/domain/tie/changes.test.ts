import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contact, deal, evidence, every, fact, looks, mark, on, type Talk } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { CUSTOMER_TYPES, FACT_KINDS } from '../kinds';
import { changesOf, type Change } from './changes';
import { asOf, type Evidence } from './evidence';
import { standingOf } from './standing';
import { tieOf } from './tie';

const changes = (talks: readonly Talk[], day: number, more: Partial<Evidence> = {}, weeks = 12): Change[] =>
  changesOf(evidence(talks, more), defaultCare, on(day), weeks);
const lines = (all: readonly Change[]): string[] => all.map(({ week, what, from, to }) => `${week} ${what} ${from}>${to}`);

describe('what changed', () => {
  test('since Monday: both ways became the rep alone', () => {
    const talks = [{ day: 1, in: 1, out: 1 }, ...every(7, 5, 3, { out: 1 })];
    expect(lines(changes(talks, 32))).toContain(`${on(28)} direction both>out`);
  });

  test('is what a rep did and saw, week by week, the newest first', () => {
    const given = {
      contact: contact({ bonds: ['affection'], type: 'major', createdAt: Date.parse(`${on(15)}T12:00:00Z`) }),
      deals: [deal('d', { openedOn: on(20), closedOn: on(30) })],
      facts: [fact('useful', 22)],
      marks: [mark('bonds', '', 'affection', 36), mark('type', '', 'major', 43)],
    };
    const evidenceAt = evidence(every(3, 10, 15), given);
    expect(
      lines(
        changesOf(
          { ...evidenceAt, identities: evidenceAt.identities.map((one) => ({ ...one, createdAt: given.contact.createdAt })) },
          defaultCare,
          on(44),
          12,
        ),
      ),
    ).toEqual([
      `${on(42)} type friend>major`,
      `${on(35)} type customer>friend`,
      `${on(35)} bonds >affection`,
      `${on(28)} tier sticky>deep`,
      `${on(28)} type prospect>customer`,
      `${on(21)} tier shallow>sticky`,
      `${on(14)} existence none>live`,
    ]);
  });

  test('takes a bond off as it puts one on', () => {
    const found = changes(every(7, 4), 30, {
      marks: [mark('bonds', 'affection benefit', 'affection', 22)],
      contact: contact({ bonds: ['affection'] }),
    });
    expect(found.filter(({ what }) => what === 'bonds')).toMatchObject([{ week: on(21), from: 'benefit', to: '' }]);
  });

  test('is not that nobody looked: out of sight the last known direction stays', () => {
    expect(lines(changes(every(7, 4), 90)).filter((line) => line.includes('direction'))).toEqual([]);
    expect(lines(changes([...every(7, 4), ...looks(85)], 90)).filter((line) => line.includes('direction'))).toEqual([
      `${on(84)} direction both>none`,
    ]);
  });

  test('is one cooling, not one for every talk in a tie that fades, and a return when the old pace is back', () => {
    const trends = (all: Change[]) => lines(all.filter(({ what }) => what === 'trend'));
    const fading = [...every(4, 25), ...every(14, 4, 110)];
    expect(trends(changes([...fading, ...looks(158)], 160))).toEqual([`${on(112)} trend steady>cooling`]);
    const returned = trends(changes([...fading, ...every(3, 20, 156)], 215, {}, 20));
    expect(returned.filter((line) => line.includes('cooling>'))).toHaveLength(1);
  });

  test('falls asleep for sure only when somebody looked', () => {
    const asleep = (all: Change[]) => lines(all).filter((line) => line.includes('existence live'));
    expect(asleep(changes(every(2, 10), 80))).toEqual([]);
    expect(asleep(changes([...every(2, 10), ...looks(60)], 80))).toEqual([`${on(56)} existence live>dormant`]);
  });
});

describe('of any history', () => {
  const talks = fc.uniqueArray(fc.record({ day: fc.nat(90), in: fc.nat(2), out: fc.nat(2), watched: fc.boolean() }), {
    maxLength: 25,
    selector: (talk) => talk.day,
  });
  const facts = fc.array(fc.tuple(fc.constantFrom(...FACT_KINDS), fc.nat(90)), { maxLength: 4 });
  const types = fc.array(fc.tuple(fc.constantFrom(...CUSTOMER_TYPES), fc.nat(90)), { maxLength: 3 });
  const any = fc.record({ talks, facts, types, won: fc.array(fc.nat(90), { maxLength: 2 }) }).map((one): Evidence => {
    const said = [...one.types].sort((a, b) => a[1] - b[1]);
    return evidence(one.talks, {
      contact: contact({ type: said.at(-1)?.[0] ?? null }),
      facts: one.facts.map(([kind, day]) => fact(kind, day)),
      deals: one.won.map((day, i) => deal(`d${i}`, { openedOn: on(0), closedOn: on(day) })),
      marks: said.map(([type, day], i) => ({ ...mark('type', said[i - 1]?.[0] ?? '', type, day), id: `t${i}`, createdAt: i })),
    });
  });

  test('each change begins where the one before it ended, and the last ends at the present', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 90, max: 120 }), (given, day) => {
        const all = changesOf(given, defaultCare, on(day), 16).reverse();
        const tie = tieOf(standingOf(given, defaultCare, on(day)), on(day), defaultCare);
        for (const [what, is] of [
          ['tier', tie.tier.is],
          ['type', tie.type.is],
          ['direction', tie.direction.is],
        ] as const) {
          const own = all.filter((change) => change.what === what);
          for (const [i, change] of own.entries()) {
            expect(change.from).not.toBe(change.to);
            if (i > 0) expect(change.from).toBe(own[i - 1]!.to);
          }
          if (own.length > 0 && is !== 'unknown') expect(own.at(-1)!.to).toBe(is);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('the present is the replay up to today, and what came later changes no past', () => {
    fc.assert(
      fc.property(any, fc.nat(120), (given, day) => {
        const then = asOf(given, on(day));
        const earlier = evidence([], {
          ...then,
          days: given.days.filter((row) => row.day <= on(day)),
          interactions: given.interactions.filter((one) => one.day! <= on(day)),
        });
        const standing = standingOf(then, defaultCare, on(day));
        expect(standingOf(asOf(earlier, on(day)), defaultCare, on(day))).toEqual(standing);
        if (day >= 90) expect(standing).toEqual(standingOf(given, defaultCare, on(day)));
      }),
      { numRuns: 15 },
    );
  });
});
