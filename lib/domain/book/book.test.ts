import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CUSTOMER_TYPES, NURTURES, TIERS, type CustomerType, type Nurture, type Tier } from '../kinds';
import { decimal, tenThousandths } from '../decimal';
import { letGoPoints } from '../lead/let-go';
import { TRENDS } from '../tie/trend';
import { amountsIn, amountsText } from './board';
import { Book } from './book';
import type { Entry } from './entry';
import { nameKey } from './name-key';
import { everybodyByName, noFilter, SORTS } from './first-query';
import type { BookQuery } from './query';
import { rankOf, searchText, soughtIn } from './search-text';
import { entriesOf, indexedSheet, openSheet, sheetOf } from './sheet';
import { sheetWordsOf } from './sheet-words';
import { indexWords } from './word-index';

const TODAY = '2026-03-01';
const day = fc.constantFrom('2026-02-01', '2026-02-27', '2026-03-01', '2026-03-04', '2026-05-01');
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 3 });
const tags = fc.uniqueArray(fc.constantFrom('vip', 'VIP', 'hotel', '老客户'), { maxLength: 3 });

const entry = fc.record({
  kind: fc.constantFrom('person' as const, 'group' as const),
  name: fc.constantFrom(
    'Anna',
    'anna b',
    'Änne',
    '王小明',
    'Wang',
    '',
    '😀',
    'Zoë Petrov',
    'Zoë Petersen-Lindqvist 1',
    'Zoë Petersen-Lindqvist 2',
    '李',
    'ł',
  ),
  tags,
  sites: fc.uniqueArray(fc.constantFrom('demo', 'whatsapp'), { maxLength: 2 }),
  in: fc.nat(9),
  out: fc.nat(9),
  last: maybe(fc.constantFrom('2026-02-01', '2026-02-27T10:00:00.000Z', '2026-03-01T09:00:00.000Z')),
  due: maybe(day),
  date: maybe(day),
  stage: maybe(fc.constantFrom('lead', 'quoted', 'won')),
  since: maybe(day),
  over: maybe(fc.nat(3)),
  score: maybe(fc.nat(100)),
  worth: fc.dictionary(fc.constantFrom('EUR', 'CNY', ''), fc.constantFrom('0.10', '0.20', '12', '999999999999.9999')).map(amountsText),
  source: fc.constantFrom('', 'fair', 'Fair', '展会'),
  nurture: maybe(fc.constantFrom(...NURTURES)),
  type: maybe(fc.constantFrom(...CUSTOMER_TYPES)),
  tier: maybe(fc.constantFrom(...TIERS)),
  trend: maybe(fc.constantFrom(...TRENDS)),
  strength: maybe(fc.nat(50)),
  added: fc.nat(5).map((n) => n * 1000),
  touched: maybe(day),
});
const entries = fc.array(entry, { maxLength: 30 }).map((all) =>
  all.map((one, n): Entry => {
    const id = `c${String(n).padStart(3, '0')}`;
    return { ...one, id, key: nameKey(one.name), text: searchText({ ...one, words: [], company: '', phones: [], emails: [] }) };
  }),
);

/** The entries in sheets of so many: some are put with their words, to one more they come later, and those of another one are not its own. */
function bookOf(all: readonly Entry[], each: number): Book {
  const book = new Book();
  for (let at = 0; at < all.length; at += each) {
    const sheet = indexedSheet(sheetOf(at === 0 ? '' : all[at]!.id, '', all.slice(at, at + each)));
    book.put(at / each < all.length % 4 ? sheet : { ...sheet, index: null });
    if (at % 3 === 0) book.putWords([sheetWordsOf(sheet, sheet.index)]);
    else book.putWords([{ ...sheetWordsOf(sheet, indexWords([' x\t\t'])), many: sheet.many + 1 }]);
  }
  return book;
}

test('A sheet holds its entries as they are', () => {
  fc.assert(
    fc.property(entries, (all) => {
      expect(entriesOf(openSheet(sheetOf('', '', all)))).toEqual(all);
    }),
  );
});

const query: fc.Arbitrary<BookQuery> = fc.record({
  words: fc.constantFrom(
    '',
    'a',
    'ann',
    'anna b',
    'b anna',
    'wang',
    '王',
    '明',
    '小明 王',
    'nna',
    'dqvis',
    'dqvis 2',
    'vip',
    'z pet',
    'nothing at all',
    '!',
  ),
  filter: fc.record({
    tags: fc.constantFrom<string[]>([], [], ['vip'], ['hotel', '老客户']),
    types: fc.constantFrom<CustomerType[]>([], [], [...CUSTOMER_TYPES.slice(0, 5)]),
    tiers: fc.constantFrom<Tier[]>([], [], [...TIERS.slice(1, 3)]),
    stages: fc.constantFrom<string[]>([], [], ['lead']),
    sites: fc.constantFrom<string[]>([], [], ['demo']),
    sources: fc.constantFrom<string[]>([], [], ['fair']),
    nurtures: fc.constantFrom<Nurture[]>([], [], ['visit', 'case']),
    over: fc.boolean(),
    cooling: fc.boolean(),
    noNext: fc.boolean(),
    within: maybe(fc.constantFrom(0, 7)),
    silent: maybe(fc.constantFrom(0, 14)),
  }),
  sort: fc.constantFrom(...SORTS),
  down: fc.boolean(),
});

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const first = (a: string | null, b: string | null): string | null => (a !== null && (b === null || a < b) ? a : b);

/** The same in plain words. */
function plain(all: readonly Entry[], { words, filter, sort, down }: BookQuery): string[] {
  const any = (wanted: readonly string[], has: readonly (string | null)[]): boolean =>
    wanted.length === 0 || has.some((one) => one !== null && wanted.some((want) => want.toLowerCase() === one.toLowerCase()));
  const sought = soughtIn(words);
  const fitting = all.filter(
    (one) =>
      (sought === null || rankOf(one.text, sought) !== null) &&
      any(filter.tags, one.tags) &&
      any(filter.types, [one.type]) &&
      any(filter.tiers, [one.tier]) &&
      any(filter.stages, [one.stage]) &&
      any(filter.sites, one.sites) &&
      (filter.sources.length === 0 || (one.source !== '' && any(filter.sources, [one.source]))) &&
      any(filter.nurtures, [one.nurture]) &&
      (!filter.over || (one.over !== null && one.over > 0)) &&
      (!filter.cooling || one.trend === 'cooling') &&
      (!filter.noNext || one.due === null) &&
      (filter.within === null || (first(one.due, one.date) !== null && daysFrom(TODAY, first(one.due, one.date)!) <= filter.within)) &&
      (filter.silent === null || one.touched === null || daysFrom(one.touched, TODAY) >= filter.silent),
  );
  const value = (one: Entry): number | null => {
    if (sort === 'last') return one.last === null ? null : Date.parse(one.last);
    if (sort === 'strength' || sort === 'added' || sort === 'score') return one[sort];
    if (sort === 'since') return one.since === null ? null : Date.parse(one.since);
    if (sort === 'next') return first(one.due, one.date) === null ? null : Date.parse(first(one.due, one.date)!);
    return one.tier === null ? null : TIERS.indexOf(one.tier);
  };
  const byName = (a: Entry, b: Entry): number => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1);
  return fitting
    .sort((a, b) => {
      if (sort === 'name') {
        const apart = sought ? rankOf(a.text, sought)! - rankOf(b.text, sought)! : 0;
        return apart || (down ? byName(b, a) : byName(a, b));
      }
      const [one, other] = [value(a), value(b)];
      if (one === null || other === null) return one === other ? byName(a, b) : one === null ? 1 : -1;
      return (down ? other - one : one - other) || byName(a, b);
    })
    .map(({ id }) => id);
}

describe('the book', () => {
  test('gives whom a plain look through all entries gives, in that order, in stretches of any size', () => {
    fc.assert(
      fc.property(entries, query, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), (all, asked, each, many) => {
        const book = bookOf(all, each);
        const wanted = plain(all, asked);
        expect(book.ids(asked, TODAY)).toEqual(wanted);
        expect(book.stretch(asked, TODAY, 2, many)).toEqual({
          entries: wanted.slice(2, 2 + many).map((id) => all.find((one) => one.id === id)),
          total: wanted.length,
        });
      }),
      { numRuns: 300 },
    );
  });

  test('sums up each stage exactly, and each currency by itself', () => {
    fc.assert(
      fc.property(entries, query, fc.integer({ min: 1, max: 9 }), (all, asked, each) => {
        const wanted = new Map<string, { count: number; over: number; sums: Record<string, string> }>();
        const fitting = new Set(plain(all, asked));
        for (const one of all) {
          if (one.stage === null || !fitting.has(one.id)) continue;
          const stage = wanted.get(one.stage) ?? { count: 0, over: 0, sums: {} };
          wanted.set(one.stage, stage);
          stage.count += 1;
          if ((one.over ?? 0) > 0) stage.over += 1;
          for (const [currency, amount] of amountsIn(one.worth))
            stage.sums[currency] = decimal(tenThousandths(stage.sums[currency] ?? '0') + tenThousandths(amount));
        }
        expect(bookOf(all, each).sums(asked, TODAY)).toEqual(wanted);
      }),
    );
  });

  test('knows how many leads there are and who is to be let go first: nobody else comes before them', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 5 }), (all, most) => {
        const { held, leads } = bookOf(all, 4).held(TODAY, most);
        const open = all.filter(({ stage }) => stage !== null && stage !== 'won');
        expect([held, leads.length]).toEqual([open.length, Math.min(most, open.length)]);
        const points = ({ score, over, touched, due }: Entry): number =>
          letGoPoints({
            score,
            over,
            silent: touched === null ? null : daysFrom(touched, TODAY),
            due: due === null ? null : daysFrom(TODAY, due),
          });
        const named = leads.map(({ entry: one }) => points(one));
        expect(named).toEqual([...open.map(points)].sort((a, b) => b - a).slice(0, most));
        for (const { entry: one, held: known } of leads) expect(letGoPoints(known)).toBe(points(one));
      }),
    );
  });

  test('names every tag in use, however it is written, the most used first', () => {
    fc.assert(
      fc.property(entries, fc.nat(4), (all, most) => {
        const uses = new Map<string, string[]>();
        for (const tag of all.flatMap((one) => one.tags)) uses.set(tag.toLowerCase(), [...(uses.get(tag.toLowerCase()) ?? []), tag]);
        const named = bookOf(all, 7).tags(99);
        expect(named.map((tag) => tag.toLowerCase()).sort()).toEqual([...uses.keys()].sort());
        const times = named.map((tag) => uses.get(tag.toLowerCase())!.length);
        expect(times).toEqual(times.toSorted((a, b) => b - a));
        for (const tag of named) {
          const ways = uses.get(tag.toLowerCase())!;
          expect(ways.filter((way) => way === tag).length * 2).toBeGreaterThanOrEqual(ways.length);
        }
        expect(bookOf(all, 7).tags(most)).toEqual(named.slice(0, most));
      }),
    );
  });

  test('answers anew when a sheet was put in place of another, or went', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const book = bookOf(before, 1000);
        book.ids(everybodyByName, TODAY);
        book.put(openSheet(sheetOf('', '', after)));
        expect(book.ids(everybodyByName, TODAY)).toEqual(plain(after, everybodyByName));
        book.keepOnly(new Set());
        expect([book.many, book.stretch(everybodyByName, TODAY, 0, 9)]).toEqual([0, { entries: [], total: 0 }]);
      }),
      { numRuns: 20 },
    );
  });

  test('has names in the order of the alphabet, Chinese ones as they are spoken, what is no name last', () => {
    const names = ['😀', 'Zoë', '李雷', 'anna', 'Änne', '王小明', 'Łukasz', 'Bert', '曾国强', 'Anna B'];
    const all = names.map((name, n): Entry => ({
      ...fc.sample(entry, { numRuns: 1, seed: 1 })[0]!,
      id: String(n),
      name,
      key: nameKey(name),
      text: '',
    }));
    const { entries: sorted } = bookOf(all, 3).stretch({ ...everybodyByName, filter: noFilter }, TODAY, 0, 20);
    expect(sorted.map(({ name }) => name)).toEqual(['anna', 'Anna B', 'Änne', 'Bert', '李雷', '王小明', '曾国强', 'Zoë', 'Łukasz', '😀']);
  });
});
