import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../../public/_locales/en/messages.json';
import zh from '../../../public/_locales/zh_CN/messages.json';
import { contact, deal, evidence, every, fact, handled, identity, message, on } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import { BONDS, CUSTOMER_TYPES, FACT_KINDS } from '../kinds';
import type { Said, Value } from '../said';
import { changesOf } from './changes';
import type { Evidence } from './evidence';
import { inputsOf } from './metrics';
import { sayNow } from './say-now';
import { standingOf } from './standing';
import { tieOf } from './tie';

const care = defaultCare;
const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;

describe('a standing', () => {
  test('is small: under a kilobyte with what a contact usually has', () => {
    const usual = evidence(every(7, 40), {
      contact: contact({ id: id(1), tags: ['VIP', '老客'], bonds: ['benefit'] }),
      followUps: [{ id: id(2), contactId: id(1), due: on(290), reason: 'send the photos', status: 'open', createdAt: 0, updatedAt: 0 }],
    });
    const bytes = new TextEncoder().encode(JSON.stringify(standingOf(usual, care, on(280)))).length;
    expect(bytes).toBeLessThan(1000);
  });

  test('survives JSON: no dates, no undefined, no infinite numbers', () => {
    const standing = standingOf(evidence(every(7, 6), { deals: [deal('d', { amount: '5', currency: 'EUR' })] }), care, on(60));
    expect(JSON.parse(JSON.stringify(standing))).toEqual(standing);
  });

  test('takes a page’s word for nothing that lies in the future', () => {
    const honest = evidence(every(7, 6));
    const hostile = {
      ...honest,
      days: [...honest.days, { identityId: 'anna-chat', day: '2099-01-01', in: 999, out: 999, watched: true }],
      interactions: [...honest.interactions, message('in', '2099-01-01T00:00:00.000Z')],
    };
    expect(standingOf(hostile, care, on(40))).toEqual(standingOf(honest, care, on(40)));
  });

  test('believes tomorrow, for a clock may run ahead by a time zone', () => {
    expect(standingOf(evidence([{ day: 41, in: 1 }]), care, on(40)).lastIn).toBe(on(41));
  });

  test('counts one person brought once, however often it was put down', () => {
    const facts = [fact('referral', 1, { other: 'bob' }), fact('referral', 2, { other: 'bob' }), fact('referral', 3), fact('referral', 4)];
    expect(standingOf(evidence([], { facts }), care, on(9)).referrals).toBe(3);
  });

  test('keeps the newest answer on recommending, and what was done in Today as long as it matters', () => {
    const standing = standingOf(
      evidence([], {
        facts: [fact('nps', 9, { score: 3 }), fact('nps', 2, { score: 10 })],
        handled: [handled('touch:a:1', 'done', 0), handled('touch:a:2', 'done', 501), handled('date:b:1', 'open', 0, { pinned: true })],
      }),
      care,
      on(501),
    );
    expect(standing.nps).toBe(3);
    expect(standing.handled.map((row) => row.id)).toEqual(['date:b:1', 'touch:a:2']);
  });

  test('knows of a talk on the telephone by what was told there', () => {
    expect(standingOf(evidence([], { facts: [fact('worry', 7), fact('looked', 9)] }), care, on(20)).lastTouch).toBe(on(7));
  });
});

const any = fc
  .record({
    talks: fc.uniqueArray(fc.record({ day: fc.nat(200), in: fc.nat(3), out: fc.nat(3), watched: fc.boolean() }), {
      maxLength: 40,
      selector: (talk) => talk.day,
    }),
    facts: fc.array(fc.tuple(fc.constantFrom(...FACT_KINDS), fc.nat(200), fc.nat(10)), { maxLength: 6 }),
    deals: fc.array(fc.record({ day: fc.nat(200), status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const) }), {
      maxLength: 4,
    }),
    undated: fc.array(fc.tuple(fc.constantFrom('in' as const, 'out' as const), fc.nat(200)), { maxLength: 3 }),
    bonds: fc.subarray([...BONDS]),
    type: fc.option(fc.constantFrom(...CUSTOMER_TYPES)),
    stage: fc.option(fc.constantFrom('lead', 'visited', 'tried', 'quoted')),
  })
  .map(({ talks, facts, deals, undated, bonds, type, stage }): Evidence => {
    const plain = evidence(talks, {
      contact: contact({ bonds, type, stage }),
      facts: facts.map(([kind, day, score]) => fact(kind, day, { score: kind === 'nps' ? score : null })),
      deals: deals.map(({ day, status }, i) =>
        deal(`d${i}`, { status, openedOn: on(0), closedOn: status === 'open' ? null : on(day), amount: `${day}.5`, currency: 'EUR' }),
      ),
    });
    const more = undated.map(([direction, day]) => message(direction, null, { seenAt: Date.parse(`${on(day)}T12:00:00Z`) }));
    return { ...plain, interactions: [...plain.interactions, ...more] };
  });

describe('of any contact', () => {
  test('the standing of one day tells every later day what that day’s own would', () => {
    fc.assert(
      fc.property(any, fc.nat(300), (given, later) => {
        const standing = standingOf(given, care, on(200));
        const day = on(200 + later);
        expect(tieOf(standing, day, care)).toEqual(tieOf(standingOf(given, care, day), day, care));
      }),
    );
  });

  test('no order of records shows', () => {
    fc.assert(
      fc.property(any, (given) => {
        const mixed: Evidence = {
          ...given,
          days: [...given.days].reverse(),
          interactions: [...given.interactions].reverse(),
          facts: [...given.facts].reverse(),
          deals: [...given.deals].reverse(),
        };
        const facts = new Set(given.facts.map((one) => `${one.kind}${one.on}`));
        // Two answers of one day put down in one moment have no order.
        fc.pre(facts.size === given.facts.length);
        expect(standingOf(mixed, care, on(200))).toEqual(standingOf(given, care, on(200)));
      }),
    );
  });

  test('two accounts on two sites are one tie', () => {
    fc.assert(
      fc.property(any, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (given, moves) => {
        const split: Evidence = {
          ...given,
          identities: [...given.identities, identity({ id: 'anna-mail' })],
          days: given.days.map((row, i) => (moves[i] ? { ...row, identityId: 'anna-mail' } : row)),
        };
        expect({ ...standingOf(split, care, on(200)), identities: 1 }).toEqual(standingOf(given, care, on(200)));
      }),
    );
  });

  test('everything that is said has words in both languages, with a place for each value', () => {
    const books = { en, zh } as Record<string, Record<string, { message: string }>>;
    const check = ({ word, args, count }: Said): void => {
      for (const book of Object.values(books)) {
        const message = book[count ? `${word}_other` : word]?.message;
        expect(message, word).toBeDefined();
        const places = [...message!.matchAll(/\$(\d)/g)].map((found) => Number(found[1]));
        expect(Math.max(0, ...places), word).toBeLessThanOrEqual(args.length);
      }
      for (const value of args) {
        expect(value, word).toBeDefined();
        if (isSaid(value)) check(value);
      }
    };
    fc.assert(
      fc.property(any, fc.integer({ min: 200, max: 700 }), (given, day) => {
        const standing = standingOf(given, care, on(day));
        const tie = tieOf(standing, on(day), care);
        const line = sayNow({ standing, note: null, date: null, type: tie.type }, on(day));
        saidIn([tie, inputsOf(standing, on(day), care), line, changesOf(given, care, on(day), 2)]).forEach(check);
      }),
      { numRuns: 50 },
    );
  });
});

const isSaid = (value: Value): value is Said => typeof value === 'object' && 'word' in value && 'args' in value;

/** Everything said anywhere within a result. */
function saidIn(value: unknown): Said[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('word' in value && 'args' in value) return [value as Said];
  return Object.values(value).flatMap(saidIn);
}
