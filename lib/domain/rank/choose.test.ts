import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CUSTOMER_TYPES, TIERS } from '../kinds';
import { said } from '../said';
import { choose, type Choosing, type Tallies } from './choose';
import type { Fitted } from './fit';
import type { Match } from './match';
import type { ReplyScene } from './scene';

const reply = (id: string, more: Partial<Fitted> = {}): Fitted => ({
  id,
  language: null,
  fits: { types: [], tiers: [], stages: [], occasions: [] },
  sells: false,
  archivedAt: null,
  ...more,
});
const matches = (chances: Record<string, number>): Match[] => Object.entries(chances).map(([id, chance]) => ({ id, chance, score: 5 }));
const scene: ReplyScene = { type: 'customer', tier: 'deep', stage: null, occasions: [], language: null, sent: [] };
const birthday = { kind: 'birthday', why: said('agenda_date_today', 'Birthday') } as const;
const wishes = reply('wishes', { fits: { types: [], tiers: [], stages: [], occasions: ['birthday'] } });
const tally = (answered: number, sent: number, tier?: Tallies['tiers']): Tallies => ({ all: { sent, answered }, tiers: tier ?? {} });
const chosen = (given: Partial<Choosing>) => choose({ replies: [], matches: null, scene, tallies: new Map(), ...given });
const ids = (given: Partial<Choosing>) => chosen(given).map(({ id }) => id);

describe('with a message', () => {
  const three = [reply('a'), reply('b'), reply('c'), reply('d')];

  test('the likeliest replies are offered, at most three, and say that they fit it', () => {
    const found = chosen({ replies: three, matches: matches({ a: 0.2, b: 0.5, c: 0.1, d: 0.1 }) });
    expect(found.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(found[0]!.why).toEqual({ word: 'choose_asked', args: [] });
    expect(ids({ replies: three, matches: matches({ a: 0.2, b: 0.5, c: 0.1, d: 0.1 }), most: 1 })).toEqual(['b']);
  });

  test('equals stand by id', () => {
    const equal = matches({ c: 0.3, a: 0.3, b: 0.3 });
    expect(ids({ replies: [...three].reverse(), matches: equal })).toEqual(['a', 'b', 'c']);
    expect(ids({ replies: three, matches: equal })).toEqual(['a', 'b', 'c']);
  });

  test.each<[string, Partial<Choosing>]>([
    ['nothing fits', { replies: three, matches: matches({ a: 0.1, b: 0.2 }) }],
    ['nothing has a word in common', { replies: three, matches: [] }],
    ['there are no replies', { matches: matches({ a: 0.9 }) }],
    ['what fits is gone', { replies: three, matches: matches({ gone: 0.9 }) }],
    ['what fits was sent to them before', { replies: three, matches: matches({ a: 0.9, b: 0.05 }), scene: { ...scene, sent: ['a'] } }],
    [
      'what fits would push a sale',
      { replies: [reply('a', { sells: true })], matches: matches({ a: 0.9 }), scene: { ...scene, tier: 'shallow' } },
    ],
    [
      'what fits a little is meant for others',
      { replies: [reply('a', { fits: { types: ['passer-by'], tiers: [], stages: [], occasions: [] } })], matches: matches({ a: 0.6 }) },
    ],
  ])('silence when %s', (_, given) => {
    expect(chosen(given)).toEqual([]);
  });

  test('what is far behind the best one is left out', () => {
    expect(ids({ replies: three, matches: matches({ a: 0.9, b: 0.01, c: 0.08 }) })).toEqual(['a', 'c']);
  });

  test('whom a reply is meant for decides between nearly equal ones, and is said', () => {
    const meant = reply('b', { fits: { types: ['customer'], tiers: [], stages: [], occasions: [] } });
    const found = chosen({ replies: [reply('a'), meant], matches: matches({ a: 0.42, b: 0.4 }) });
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(found[0]!.why).toMatchObject({ word: 'choose_and', args: [{ word: 'choose_asked' }, { word: 'choose_meant_for' }] });
  });

  test('what was answered decides between nearly equal ones, with counts of this tier where there are any', () => {
    const tallies = new Map([
      ['a', tally(1, 9)],
      ['b', tally(8, 9, { deep: { sent: 9, answered: 7 } })],
    ]);
    const found = chosen({ replies: [reply('a'), reply('b')], matches: matches({ a: 0.42, b: 0.4 }), tallies });
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(found[0]!.why.args[1]).toMatchObject({ word: 'choose_answered_by', args: [7, 9, { word: 'tier_deep' }], count: true });
    const without = chosen({ replies: [reply('b')], matches: matches({ b: 0.9 }), tallies, scene: { ...scene, tier: null } });
    expect(without[0]!.why.args[1]).toMatchObject({ word: 'choose_answered', args: [8, 9] });
  });

  test.each([
    [1, 1],
    [2, 2],
    [1, 4],
    [10, 30],
  ])('answers are not praised when they were %i of %i', (answered, sent) => {
    const tallies = new Map([['a', tally(answered, sent)]]);
    expect(chosen({ replies: [reply('a')], matches: matches({ a: 0.9 }), tallies })[0]!.why).toEqual({ word: 'choose_asked', args: [] });
  });
});

describe('without a message', () => {
  test('a reply for what the day brings is offered with that reason, and no other', () => {
    const found = chosen({ replies: [reply('a'), wishes], scene: { ...scene, occasions: [birthday] } });
    expect(found).toMatchObject([{ id: 'wishes', why: birthday.why }]);
  });

  test('silence where the day brings nothing', () => {
    expect(chosen({ replies: [reply('a'), wishes] })).toEqual([]);
  });

  test('a reply for another type is not offered even so', () => {
    const other = reply('x', { fits: { types: ['prospect'], tiers: [], stages: [], occasions: ['birthday'] } });
    expect(ids({ replies: [other], scene: { ...scene, occasions: [birthday] } })).toEqual([]);
    expect(ids({ replies: [other, wishes], scene: { ...scene, occasions: [birthday] } })[0]).toBe('wishes');
  });
});

test('A message that asks something goes before the occasion of the day, which still stands below', () => {
  const given = { replies: [reply('price'), wishes], matches: matches({ price: 0.8 }), scene: { ...scene, occasions: [birthday] } };
  expect(ids(given)).toEqual(['price', 'wishes']);
});

const anyReply = (id: string) =>
  fc.record({
    id: fc.constant(id),
    language: fc.constantFrom('en', 'zh', null),
    fits: fc.record({
      types: fc.subarray([...CUSTOMER_TYPES], { maxLength: 2 }),
      tiers: fc.subarray([...TIERS], { maxLength: 2 }),
      stages: fc.subarray(['lead', 'quoted'], { maxLength: 1 }),
      occasions: fc.subarray(['birthday', 'owed', 'festival'] as const, { maxLength: 2 }),
    }),
    sells: fc.boolean(),
    archivedAt: fc.constantFrom(null, null, 3),
  });
const given = fc.record({
  replies: fc.tuple(...['a', 'b', 'c', 'd', 'e', 'f'].map(anyReply)),
  chances: fc.option(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })),
  scene: fc.record({
    type: fc.constantFrom(null, ...CUSTOMER_TYPES),
    tier: fc.constantFrom(null, ...TIERS),
    stage: fc.constantFrom(null, 'lead', 'quoted'),
    occasions: fc.subarray([birthday, { kind: 'owed', why: said('agenda_owed_today') } as const]),
    language: fc.constantFrom('en', 'zh', null),
    sent: fc.subarray(['a', 'b', 'c']),
  }),
  counts: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 6, maxLength: 6 }),
});

test('Whatever is given: never what must not be suggested, chances are shares of one in falling order, and no order of input shows', () => {
  fc.assert(
    fc.property(given, fc.infiniteStream(fc.nat(5)), ({ replies, chances, scene, counts }, stream) => {
      const total = Math.max(
        1,
        (chances ?? []).reduce((sum, chance) => sum + chance, 0),
      );
      const all = chances && replies.map(({ id }, n) => ({ id, chance: chances[n]! / total, score: 1 }));
      const tallies = new Map(replies.map(({ id }, n) => [id, tally(Math.min(...counts[n]!), Math.max(...counts[n]!))]));
      const found = choose({ replies, matches: all, scene, tallies });
      expect(found.length).toBeLessThanOrEqual(3);
      for (const [n, { id, chance }] of found.entries()) {
        const one = replies.find((other) => other.id === id)!;
        expect(scene.sent).not.toContain(id);
        expect(one.archivedAt).toBeNull();
        expect(one.sells && (scene.tier === null || scene.tier === 'shallow')).toBe(false);
        expect(one.language !== null && scene.language !== null && one.language !== scene.language).toBe(false);
        expect(chance > 0 && chance <= (found[n - 1]?.chance ?? 1)).toBe(true);
        if (all === null) expect(scene.occasions.some(({ kind }) => one.fits.occasions.includes(kind))).toBe(true);
      }
      expect(found.reduce((sum, { chance }) => sum + chance, 0)).toBeLessThanOrEqual(1);
      const mixed = [...replies];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = stream.next().value! % (i + 1);
        [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
      }
      const again = choose({ replies: mixed, matches: all && [...all].reverse(), scene, tallies: new Map([...tallies].reverse()) });
      expect(again.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    }),
  );
});
