// The pictures' tables, by examples reckoned by hand, and by chance against the rules that other screens use.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contact, deal, evidence, every, fact, identity, on } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { TIERS } from '../kinds';
import type { Evidence } from '../tie/evidence';
import { metricsOf } from '../tie/metrics';
import { standingOf } from '../tie/standing';
import { activeDays, heatOf } from './activity';
import { changedNumbers, defaultNumbersChoices } from './choices';
import { flowOf } from './flow';
import { funnelOf } from './funnel';
import { goalsByMonth, isReached, realOf } from './goals';
import { intervalOf, spreadOf } from './interval';
import { metricsByMonth } from './metrics-by-month';
import { sizesOf, sourcesOf } from './mix';
import { addMonths, lastMonths } from './months';
import { shareOf, type Share } from './share';
import { sizeStep, stepFrom } from './size';
import { added, difference, foldedBefore, sumsOf, type MonthSums } from './sums';

const month = (name: string, counts: Record<string, number>, money: Record<string, string> = {}): MonthSums => ({
  month: name,
  counts,
  money,
});
const seed = Number(process.env['RAPPORT_SEED'] ?? 7);

describe('Shares of few', () => {
  test('come with the stretch in which the true one lies', () => {
    // Wilson at 90 % for 3 of 10, by hand: (0.3 + 0.1353) / 1.2706 ± 1.2946 × √(0.021 + 0.006764).
    const three = intervalOf({ yes: 3, of: 10 })!;
    expect([three.share, three.low, three.high].map((value) => value.toFixed(3))).toEqual(['0.300', '0.127', '0.558']);
    expect(three.small).toBe(true);
    expect(intervalOf({ yes: 60, of: 200 })!.small).toBe(false);
  });

  test('of nothing are unknown, and never leave 0 to 1', () => {
    expect(intervalOf({ yes: 0, of: 0 })).toBeNull();
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (yes, more) => {
        const one = intervalOf({ yes, of: yes + more });
        if (!one) return yes + more === 0;
        return 0 <= one.low && one.low <= one.share && one.share <= one.high && one.high <= 1;
      }),
      { seed },
    );
  });

  test('a spread says the middle and the quarters of what occurred', () => {
    expect(spreadOf(new Map([[3, 2], [10, 1], [30, 1]]))).toEqual({ many: 4, low: 3, middle: 3, high: 10, small: true }); // prettier-ignore
    expect(spreadOf(new Map())).toBeNull();
  });
});

describe('Months', () => {
  test('follow one another over the year, and begin when anything is known', () => {
    expect([addMonths('2026-01', -1), addMonths('2026-11', 14), addMonths('2026-05', 0)]).toEqual(['2025-12', '2028-01', '2026-05']);
    const sums = [month('', { 'size:EUR:4': 1 }), month('2026-02', { new: 1 })];
    expect(lastMonths(sums, '2026-04-09', 12)).toEqual(['2026-02', '2026-03', '2026-04']);
    expect(lastMonths([], '2026-04-09', 12)).toEqual(['2026-04']);
  });

  test('the six metrics add up from month to month; activity is of the month alone', () => {
    const sums = [
      month('2026-01', { new: 8, seen: 5, both: 3, tried: 4, bought: 1, 'priced:EUR': 1 }, { 'won:EUR': '1000000' }),
      month('2026-02', { new: 2, seen: 4, both: 4, bought: 1, again: 1, promoters: 2, detractors: 1, brought: 1, 'priced:EUR': 2 }, { 'won:EUR': '500001' }), // prettier-ignore
    ];
    const [january, february, march] = metricsByMonth(sums, '2026-03-02', 12);
    expect(january).toMatchObject({
      connected: 8,
      activity: { yes: 3, of: 5 },
      conversion: { yes: 1, of: 4 },
      orderValue: { EUR: '100' },
      nps: { score: null },
    });
    // 150.0001 of three orders is 50.00; (2 − 1) of 3 answers is 33.
    expect(february).toMatchObject({
      connected: 10,
      activity: { yes: 4, of: 4 },
      conversion: { yes: 2, of: 4 },
      orderValue: { EUR: '50' },
      orders: { EUR: 3 },
      repurchase: { yes: 1, of: 2 },
      nps: { score: 33, answers: 3 },
      referrals: 1,
    });
    // Of the running month nothing was seen: unknown, not nothing.
    expect(march).toMatchObject({ connected: 10, activity: { yes: 0, of: 0 } });
    // What came before the months that are shown is in them.
    expect(metricsByMonth(sums, '2026-03-02', 1)).toEqual([march]);
  });
});

describe('The six sales goals', () => {
  const sums = [
    month('2026-01', { new: 4, bought: 5, won: 5, lost: 5, 'took:10': 3, 'took:40': 2 }),
    month('2026-02', { new: 2, bought: 1, won: 2, 'took:7': 2, repeat: 1, repeaters: 1, brought: 2, 'left:03': 1, 'left:20': 1, 'back:05': 1 }, { 'repeat:EUR': '90000' }), // prettier-ignore
  ];

  test('stand month by month; who leaves later in the running month has not left', () => {
    const [january, february] = goalsByMonth(sums, '2026-02-10', 12);
    expect(january).toMatchObject({ new: 4, decision: { middle: 10, many: 5 }, confidence: { yes: 5, of: 10 }, churn: { yes: 0, of: 0 } });
    expect(february).toMatchObject({ repeat: { people: 1, orders: 1, amounts: { EUR: '9' } }, referrals: 2, churn: { yes: 1, of: 5 } });
    // Five, one more, two gone and one back.
    expect(goalsByMonth(sums, '2026-03-01', 1)[0]!.churn).toEqual({ yes: 0, of: 5 });
  });

  test('are reached or not; where nothing is known, nobody can say', () => {
    const [january, february] = goalsByMonth(sums, '2026-02-10', 12);
    const wanted = { new: 3, decision: 9, confidence: 50, churn: 1 };
    expect((['new', 'decision', 'confidence', 'churn', 'repeat'] as const).map((goal) => isReached(january!, goal, wanted))).toEqual([true, false, true, null, null]); // prettier-ignore
    expect([isReached(february!, 'decision', wanted), isReached(february!, 'churn', wanted), realOf(february!, 'confidence')]).toEqual([
      true,
      true,
      100,
    ]);
  });
});

describe('The funnel', () => {
  const stages = defaultCare.stages;
  const sums = [
    month('', { 'way:lead,quoted|won': 9 }),
    month('2026-01', {
      'way:lead|': 9,
      'way:contacted,lead|lost': 1,
      'way:contacted,lead,visited|': 4,
      'way:lead|won': 1,
      'stay:lead:3': 5,
      'stay:lead:20': 1,
    }),
  ];

  test('15 leads, 5 visits, one won deal: so much one won deal takes', () => {
    const { leads, won, lost, open, rows } = funnelOf(sums, stages, '2026-01', '2026-02');
    expect([leads, won, lost, open]).toEqual([15, 1, 1, 13]);
    expect(rows.map(({ stage, reached }) => [stage, reached])).toEqual([['lead', 15], ['contacted', 6], ['visited', 5], ['tried', 1], ['quoted', 1], [null, 1]]); // prettier-ignore
    expect(rows.map(({ perWon }) => perWon!.many)).toEqual([15, 6, 5, 1, 1, 1]);
    expect(rows[1]!.onwards).toMatchObject({ yes: 6, of: 15, small: true });
    expect(rows[0]!.days).toMatchObject({ many: 6, middle: 3 });
    // One of fifteen: from one of five up to one of sixty.
    expect(rows[0]!.perWon!.low).toBeLessThan(6);
    expect(rows[0]!.perWon!.high).toBeGreaterThan(50);
  });

  test('without a won deal says nothing about what one takes, and without leads nothing at all', () => {
    const { rows } = funnelOf([month('2026-01', { 'way:lead|': 3 })], stages, '2026-01', '2026-01');
    expect(rows.map(({ perWon }) => perWon)).toEqual(rows.map(() => null));
    expect(funnelOf([], stages, '', '2026-01').rows.every(({ reached, onwards }) => reached === 0 && onwards === null)).toBe(true);
  });

  test('follows the order that the rep gave the stages, and knows stages that were removed', () => {
    const turned = stages.map((stage) => ({ ...stage, removed: stage.id === 'contacted' })).reverse();
    const { leads, rows } = funnelOf([month('2026-01', { 'way:contacted|': 2, 'way:quoted|': 1 })], turned, '2026-01', '2026-01');
    expect([leads, rows[0]]).toMatchObject([3, { stage: 'quoted', reached: 3 }]);
    expect(rows.map(({ stage }) => stage)).toEqual(['quoted', 'tried', 'visited', 'lead', null]);
  });
});

describe('The mix', () => {
  test('of channels stands beside the wanted one, with channels that brought nobody', () => {
    const sums = [
      month('2025-12', { 'source:fair': 50 }),
      month('2026-01', { 'source:fair': 3, 'source:constructor': 1, 'buyers:fair': 2 }),
    ];
    const rows = sourcesOf(sums, '2026-01', '2026-02', { fair: 50, tender: 20 });
    expect(rows.map(({ what, many, buyers, wanted }) => [what, many, buyers, wanted])).toEqual([['fair', 3, 2, 50], ['constructor', 1, 0, null], ['tender', 0, 0, 20]]); // prettier-ignore
    expect(rows[0]!.real).toMatchObject({ yes: 3, of: 4, small: true });
  });

  test('of sizes is one for each currency, by the rep’s own bounds', () => {
    const sums = [month('', { 'size:EUR:4': 2, 'size:EUR:12': 1, 'size:CNY:14': 1 })];
    const mix = { sources: {}, sizes: { large: 10 }, bounds: { EUR: { medium: 5, large: 12 } } };
    const [cny, eur] = sizesOf(sums, mix);
    expect([cny!.currency, cny!.rows.map(({ many }) => many)]).toEqual(['CNY', [0, 0, 1]]);
    expect(eur!.rows.map(({ what, many, wanted }) => [what, many, wanted])).toEqual([['small', 2, null], ['medium', 0, null], ['large', 1, 10]]); // prettier-ignore
  });

  test('a step begins with 1, 2 or 5, and every amount lies in one', () => {
    expect([1, 2, 3, 4, 10, 13].map((step) => Number(stepFrom(step)))).toEqual([1, 2, 5, 10, 1000, 10000]);
    expect(['0', '0.99', '1', '1.99', '999.9999', '1000', '999999999999'].map(sizeStep)).toEqual([0, 0, 1, 1, 9, 10, 36]);
  });
});

test('Days on which nobody looked are unknown, days with open conversations and no message are quiet', () => {
  const days = activeDays([month('2026-03', { 'i:02': 3, 'o:02': 1, 'w:03': 2 })], '2026-03-04', 2);
  expect([days.length, days[0]!.day]).toEqual([10, '2026-02-23']);
  expect(days.slice(-3)).toEqual([
    { day: '2026-03-02', in: 3, out: 1, open: 0 },
    { day: '2026-03-03', in: 0, out: 0, open: 2 },
    { day: '2026-03-04', in: null, out: null, open: 0 },
  ]);
  expect([0, 1, 40, 80].map((count) => heatOf(count, 80))).toEqual([0, 1, 4, 4]);
});

test('The flow between tiers: who moved, who stayed, who came, also seen from later days', () => {
  const move = (contactId: string, from: string, to: string, day: string) => ({ contactId, from, to, day });
  const moves = [
    move('up', 'shallow', 'sticky', '2026-02-03'),
    move('new', 'shallow', 'sticky', '2026-02-05'),
    move('returned', 'deep', 'sticky', '2026-02-06'),
    move('returned', 'sticky', 'deep', '2026-02-07'),
    move('deleted', 'deep', 'iron', '2026-02-09'),
    move('up', 'sticky', 'deep', '2026-03-01'),
    move('later', 'shallow', 'iron', '2026-03-02'),
  ];
  const now = [
    { id: 'up', tier: 'deep' as const, added: 1 },
    { id: 'new', tier: 'sticky' as const, added: 150 },
    { id: 'returned', tier: 'deep' as const, added: 2 },
    { id: 'later', tier: 'iron' as const, added: 3 },
    { id: 'still', tier: 'iron' as const, added: 100 },
    { id: 'newer', tier: 'shallow' as const, added: 201 },
    { id: 'unknown', tier: null, added: 1 },
  ];
  const tiers = (some: typeof now) => ({
    tiers: Uint8Array.from(some, ({ tier }) => (tier === null ? 0 : TIERS.indexOf(tier) + 1)),
    added: Float64Array.from(some, ({ added }) => added),
    ids: some.map(({ id }) => id),
  });
  const rows = flowOf(moves, [tiers(now.slice(0, 3)), tiers(now.slice(3))], { to: '2026-02-28', fromMs: 100, toMs: 200 });
  expect(rows.map(({ from, to, many }) => `${from} ${to} ${many}`)).toEqual([
    'shallow shallow 1',
    'shallow sticky 1',
    'deep deep 1',
    'iron iron 1',
    'null sticky 1',
  ]);
});

test('Old months as one give the same metrics and goals', () => {
  const sums = Array.from({ length: 30 }, (_, i) =>
    month(addMonths('2024-01', i), { new: i, bought: 3, seen: 2, 'left:31': 1, 'i:03': 9, 'way:lead|': 1 }, { 'won:EUR': `${i}0000` }),
  );
  const all = [month('', { 'size:EUR:3': 1 }), ...sums];
  const folded = foldedBefore(all, '2026-01');
  expect(folded).toHaveLength(8);
  expect(metricsByMonth(folded, '2026-06-30', 6)).toEqual(metricsByMonth(all, '2026-06-30', 6));
  expect(goalsByMonth(folded, '2026-06-30', 6)).toEqual(goalsByMonth(all, '2026-06-30', 6));
  expect(funnelOf(folded, defaultCare.stages, '', '2026-06').leads).toBe(30);
});

test('What the rep wants is changed one by one; a channel may be called like anything', () => {
  let choices = defaultNumbersChoices;
  for (const change of [
    { what: 'goal', goal: 'new', value: 5 },
    { what: 'source', source: ' __proto__ ', percent: 40 },
    { what: 'size', size: 'large', percent: 10 },
    { what: 'bounds', currency: 'EUR', medium: 13, large: 10 },
    { what: 'goal', goal: 'new', value: null },
    { what: 'goal', goal: 'churn', value: 0 },
  ] as const)
    choices = changedNumbers(choices, change);
  expect(Object.entries(choices.mix.sources)).toEqual([['__proto__', 40]]);
  expect(choices).toMatchObject({ wanted: { churn: 0 }, mix: { sizes: { large: 10 }, bounds: { EUR: { medium: 13, large: 13 } } } });
  expect(choices.wanted).not.toHaveProperty('new');
  expect(sourcesOf([], '', '2026-01', choices.mix.sources)).toMatchObject([{ what: '__proto__', wanted: 40 }]);
});

/** A few records of one contact, by chance. */
const records = fc.record({
  talks: fc.array(fc.record({ day: fc.nat(420), in: fc.nat(3), out: fc.nat(3), watched: fc.boolean() }), { maxLength: 12 }),
  deals: fc.array(fc.record({ opened: fc.nat(300), took: fc.nat(60), status: fc.constantFrom('won', 'lost', 'open'), currency: fc.constantFrom('EUR', 'CNY') }), { maxLength: 4 }), // prettier-ignore
  facts: fc.array(fc.record({ day: fc.nat(420), score: fc.nat(10), kind: fc.constantFrom('nps', 'referral', 'useful') }), { maxLength: 4 }),
  known: fc.boolean(),
});
const TODAY = on(430);
function person({ talks, deals, facts, known }: typeof records extends fc.Arbitrary<infer T> ? T : never): Evidence {
  const once = [...new Map(talks.map((talk) => [talk.day, talk])).values()];
  const given = evidence(once);
  return {
    ...given,
    contact: contact({ source: 'fair' }),
    identities: known ? given.identities : given.identities.filter(() => once.length > 0).map((one) => identity({ ...one })),
    deals: deals.map(({ opened, took, status, currency }, i) =>
      deal(`d${i}`, { status, amount: '12.5', currency, openedOn: on(opened), closedOn: status === 'open' ? null : on(opened + took) }),
    ),
    facts: facts.map(({ day, score, kind }, i) => fact(kind, day, { id: `f${i}`, score: kind === 'nps' ? score : null, createdAt: i })),
  };
}

describe('By chance', () => {
  test('the running month’s metrics are those that the tie’s own rules give for today', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 5 }), (all) => {
        const people = all.map(person);
        const standings = people.map((one) => standingOf(one, defaultCare, TODAY));
        const sums = sumsOf(people.map((one, i) => shareOf(one, standings[i]!, TODAY)));
        const now = metricsByMonth(sums, TODAY, 1)[0]!;
        const plain = metricsOf(standings, TODAY, defaultCare);
        expect(now).toMatchObject({
          connected: plain.connected,
          conversion: { yes: plain.conversion.yes, of: plain.conversion.of },
          repurchase: { yes: plain.repurchase.yes, of: plain.repurchase.of },
          orderValue: plain.orderValue,
          nps: { score: plain.nps.score, answers: plain.nps.answers },
          referrals: plain.referrals,
        });
      }),
      { numRuns: 60, seed },
    );
  });

  test('sums that followed every change are the sums of what is there in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.option(records)), { minLength: 1, maxLength: 12 }), (changes) => {
        const shares = new Map<number, Share>();
        const kept = new Map<string, MonthSums>();
        for (const [who, given] of changes) {
          const before = shares.get(who);
          if (given === null) shares.delete(who);
          else {
            const one = person(given);
            shares.set(who, shareOf(one, standingOf(one, defaultCare, TODAY), TODAY));
          }
          const after = shares.get(who);
          for (const [name, change] of difference(before ? [before] : [], after ? [after] : [])) {
            const next = added(kept.get(name), name, change);
            if (next) kept.set(name, next);
            else kept.delete(name);
          }
        }
        const recount = sumsOf([...shares.values()]);
        expect([...kept.values()].sort((a, b) => (a.month < b.month ? -1 : 1))).toEqual(recount);
      }),
      { numRuns: 40, seed },
    );
  });
});

test('A rhythm of a year fills every month in between', () => {
  const given = evidence(every(10, 40));
  const rows = metricsByMonth(sumsOf([shareOf(given, standingOf(given, defaultCare, TODAY), TODAY)]), on(390), 12);
  expect(rows).toHaveLength(12);
  expect(rows.every(({ activity }) => activity.yes === 1 && activity.of === 1)).toBe(true);
});
