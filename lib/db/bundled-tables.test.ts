// Whatever is asked or done, tables with bundles behave as tables without: every way of asking that Dexie has is tried on both.
import 'fake-indexeddb/auto';
import Dexie, { type Collection, type Table } from 'dexie';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { PART_PEOPLE } from '../domain/import/person';
import { bundle, BUNDLE_PLACES, bundled, bundleOf, BUNDLED, type Bundle, type BundledTable, type Row, type Rows } from './bundles';
import { opensBundles } from './bundled-tables';
import { db } from './database';

/** The same tables as those of the product, with bundles and without. */
function database(name: string, isWithBundles: boolean): Dexie {
  const made = new Dexie(name);
  const stores = Object.fromEntries(
    ['bundles', ...BUNDLED].map((table) => {
      const { primKey, indexes } = db.table(table).schema;
      return [table, [primKey, ...indexes].map(({ src }) => src).join()];
    }),
  );
  made.version(1).stores(stores);
  if (isWithBundles) made.use(opensBundles);
  return made;
}
const plain = database('plain', false);
const withBundles = database('bundled', true);
const both = [plain, withBundles] as const;

beforeEach(() => Promise.all(both.flatMap(({ tables }) => tables.map((table) => table.clear()))));
afterAll(() => both.forEach((one) => one.close()));

// Two imports, of which places lie on both sides of where a bundle ends; and others.
const ids = fc
  .tuple(fc.constantFrom('0192f3a4-5b6c-7d8e-9f00-', '0192f3a4-5b6c-7d8e-9f01-'), fc.constantFrom(0, 1, 24, 25, 26, 399), fc.nat(1))
  .map(([job, place, nth]) => job + place.toString(16).padStart(8, '0') + nth.toString(16).padStart(4, '0'));
const someId = fc.oneof({ weight: 9, arbitrary: ids }, fc.constantFrom('', 'a', '0192f3a4-5b6c-7d8e-9f00-zzzzzzzz0000', 'zz', '\uffff'));
const word = fc.constantFrom('', 'a', 'ab', 'b', '王');
const words = fc.array(word, { maxLength: 3 });
const row: Record<BundledTable, fc.Arbitrary<Row>> = {
  contacts: fc.record({
    ...{ id: ids, called: word, phones: words, emails: words, stage: fc.option(word), source: word },
    deletedAt: fc.constantFrom(null, null, 5),
  }),
  identities: fc.record({ id: ids, contactId: ids, handles: words }),
  notes: fc.record({ id: ids, contactId: ids, text: word }),
  keyDates: fc.record({ id: ids, contactId: ids, month: fc.nat(12) }),
};
const INDEXES: Record<BundledTable, readonly string[]> = {
  contacts: ['id', 'called', 'phones', 'emails', 'stage', 'source', 'deletedAt'],
  identities: ['id', 'contactId', 'handles'],
  notes: ['id', 'contactId'],
  keyDates: ['id', 'contactId'],
};

/** What may be done with a table; the same is then done with the other. */
type Act = (table: Table<Row, string>) => PromiseLike<unknown>;
type Choose = (table: Table<Row, string>) => Collection<Row, string>;

const key = (index: string): fc.Arbitrary<string | number> =>
  index === 'deletedAt' ? fc.nat(9) : index === 'id' || index === 'contactId' ? someId : word;

/** A choice of rows. */
const choice = (index: string): fc.Arbitrary<Choose> =>
  fc.oneof<fc.Arbitrary<Choose>[]>(
    key(index).map(
      (one): Choose =>
        (table) =>
          table.where(index).equals(one),
    ),
    fc.array(key(index), { maxLength: 4 }).map(
      (some): Choose =>
        (table) =>
          table.where(index).anyOf(some),
    ),
    fc.tuple(key(index), key(index), fc.boolean(), fc.boolean()).map(
      ([a, b, from, to]) =>
        (table) =>
          table.where(index).between(a < b ? a : b, a < b ? b : a, from, to),
    ),
    key(index).map(
      (one): Choose =>
        (table) =>
          table.where(index).above(one),
    ),
    key(index).map(
      (one): Choose =>
        (table) =>
          table.where(index).belowOrEqual(one),
    ),
    key(index).map(
      (one): Choose =>
        (table) =>
          table.where(index).notEqual(one),
    ),
    fc.constant<Choose>((table) => table.orderBy(index)),
    ...(index === 'deletedAt'
      ? []
      : [
          word.map(
            (one): Choose =>
              (table) =>
                table.where(index).startsWith(one),
          ),
        ]),
  );

const narrowed = (index: string): fc.Arbitrary<Choose> =>
  fc
    .tuple(
      choice(index),
      fc.boolean(),
      fc.option(fc.nat(3)),
      fc.option(fc.nat(4)),
      fc.constantFrom(
        null,
        (one: Row) => one.id.endsWith('0'),
        (one: Row) => one.id.includes('18'),
      ),
    )
    .map(([choose, isBack, offset, limit, filter]) => (table) => {
      let found = choose(table);
      if (isBack) found = found.reverse();
      if (filter) found = found.filter(filter);
      if (offset !== null) found = found.offset(offset);
      return limit === null ? found : found.limit(limit);
    });

const question = (table: BundledTable): fc.Arbitrary<Act> =>
  fc.constantFrom(...INDEXES[table]).chain((index) =>
    fc.oneof(
      fc.tuple(narrowed(index), fc.constantFrom('toArray', 'primaryKeys', 'keys', 'count', 'first')).map(
        ([found, way]): Act =>
          (of) =>
            found(of)[way](),
      ),
      fc.tuple(choice(index), fc.constantFrom('last', 'uniqueKeys')).map(
        ([found, way]): Act =>
          (of) =>
            found(of)[way](),
      ),
      choice(index).map(
        (found): Act =>
          (of) =>
            found(of).distinct().toArray(),
      ),
      fc.tuple(choice(index), fc.boolean()).map(([found, isBack]): Act => (of) => {
        const seen: unknown[] = [];
        const all = isBack ? found(of).reverse() : found(of);
        return all.eachUniqueKey((one, { primaryKey }) => void seen.push([one, primaryKey])).then(() => seen);
      }),
      someId.map(
        (id): Act =>
          (of) =>
            of.get(id),
      ),
      fc.array(someId, { maxLength: 4 }).map(
        (some): Act =>
          (of) =>
            of.bulkGet(some),
      ),
      fc.constant<Act>((of) => of.count()),
    ),
  );

const write = (table: BundledTable): fc.Arbitrary<Act> =>
  fc.constantFrom(...INDEXES[table]).chain((index) =>
    fc.oneof(
      row[table].map(
        (one): Act =>
          (of) =>
            of.add(one),
      ),
      row[table].map(
        (one): Act =>
          (of) =>
            of.put(one),
      ),
      fc.array(row[table], { maxLength: 4 }).map(
        (some): Act =>
          (of) =>
            of.bulkPut(some),
      ),
      fc.array(row[table], { maxLength: 4 }).map(
        (some): Act =>
          (of) =>
            of.bulkAdd(some),
      ),
      ids.map(
        (id): Act =>
          (of) =>
            of.update(id, { text: 'new', called: 'c', handles: ['c'] }),
      ),
      someId.map(
        (id): Act =>
          (of) =>
            of.delete(id),
      ),
      fc.array(someId, { maxLength: 4 }).map(
        (some): Act =>
          (of) =>
            of.bulkDelete(some),
      ),
      narrowed(index).map(
        (found): Act =>
          (of) =>
            found(of).delete(),
      ),
      choice(index).map(
        (found): Act =>
          (of) =>
            found(of).modify({ source: 'z', contactId: '0192f3a4-5b6c-7d8e-9f00-000000000000' }),
      ),
      fc.constant<Act>((of) => of.clear()),
    ),
  );

interface Step {
  table: BundledTable;
  act: Act;
}
const step: fc.Arbitrary<Step> = fc
  .constantFrom(...BUNDLED)
  .chain((table) => fc.oneof({ weight: 3, arbitrary: question(table) }, write(table)).map((act) => ({ table, act })));

/** What comes of it; of an error, its name. */
const outcome = async (of: Dexie, { table, act }: Step): Promise<unknown> => {
  try {
    return await act(of.table(table));
  } catch (error) {
    return (error as Error).name;
  }
};
const everything = (of: Dexie): Promise<unknown> => Promise.all(BUNDLED.map((table) => of.table(table).toArray()));
/** Read past what hides the bundles. */
const stored = (of: Dexie, table: string): Promise<(Row & Bundle)[]> =>
  new Promise((resolve, reject) => {
    const request = of.backendDB().transaction(table).objectStore(table).getAll();
    request.onsuccess = () => resolve(request.result as (Row & Bundle)[]);
    request.onerror = () => reject(request.error!);
  });

const unique = (rows: readonly Row[]): Row[] => [...new Map(rows.map((one) => [one.id, one])).values()];
const rowsOf = (table: BundledTable) => fc.array(row[table], { maxLength: 8 }).map(unique);
const rows: fc.Arbitrary<Rows> = fc.record({
  contacts: rowsOf('contacts').map((some) => some.map((one) => ({ ...one, deletedAt: null }))),
  identities: rowsOf('identities'),
  notes: rowsOf('notes'),
  keyDates: rowsOf('keyDates'),
});
const none: Rows = { contacts: [], identities: [], notes: [], keyDates: [] };

it('tables with bundles behave as tables without, whatever is asked and done', async () => {
  let inBundles = 0;
  await fc.assert(
    fc.asyncProperty(rows, rows, fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), async (asRows, asBundles, steps, isOne) => {
      for (const of of both) for (const table of of.tables) await table.clear();
      const { bundles, loose } = bundled(asBundles);
      for (const table of BUNDLED) {
        await plain.table(table).bulkPut(asBundles[table]);
        await plain.table(table).bulkPut(asRows[table]);
      }
      await withBundles.table('bundles').bulkAdd(bundles);
      for (const table of BUNDLED) await withBundles.table(table).bulkPut([...loose[table], ...asRows[table]]);
      inBundles += bundles.length;
      const all = async (of: Dexie): Promise<unknown[]> => {
        const outcomes: unknown[] = [];
        for (const one of steps) outcomes.push(await outcome(of, one), await everything(of));
        return outcomes;
      };
      const [expected, found] = isOne
        ? await Promise.all(both.map((of) => of.transaction('rw', of.tables, () => all(of))))
        : [await all(plain), await all(withBundles)];
      expect(found).toEqual(expected);
      // No row is in two places, and every bundle is found by what is in it.
      const left = await stored(withBundles, 'bundles');
      for (const one of left) expect(one).toEqual(bundle(one.id, one.rows));
      for (const table of BUNDLED) {
        const own = new Set((await stored(withBundles, table)).map(({ id }) => id));
        for (const { id, rows: some } of left)
          for (const one of some[table] ?? []) expect([own.has(one.id), bundleOf(one.id)]).toEqual([false, id]);
      }
    }),
    { numRuns: 250 },
  );
  expect(inBundles).toBeGreaterThan(250);
});

it('what is read from a bundle belongs to whoever asked, also within one transaction', async () => {
  const contact = { id: '0192f3a4-5b6c-7d8e-9f00-000000000000', phones: ['1'] };
  const { bundles } = bundled({ ...none, contacts: [contact] });
  await withBundles.table('bundles').bulkAdd(bundles);
  await withBundles.transaction('r', withBundles.tables, async () => {
    const of = withBundles.table<Row, string>('contacts');
    const ways: (() => PromiseLike<Row | undefined>)[] = [
      () => of.get(contact.id),
      () => of.bulkGet([contact.id]).then(([one]) => one),
      () => of.where('id').between('0', '1').first(),
      () => of.where('phones').equals('1').first(),
      () => of.where('phones').anyOf(['1', '2']).first(),
    ];
    for (const ask of [...ways, ...ways]) {
      const found = (await ask())!;
      expect(found).toEqual(contact);
      (found['phones'] as string[]).push('2');
    }
  });
});

it('what is written side by side leaves the same bundle, each row once', async () => {
  const contact = { id: '0192f3a4-5b6c-7d8e-9f00-000000000000', called: 'a' };
  const note = { id: contact.id, contactId: contact.id, text: 'a' };
  const identity = { id: contact.id.replace(/.$/, '1'), contactId: contact.id, handles: ['a'] };
  await withBundles.table('bundles').bulkAdd(bundled({ ...none, contacts: [contact], notes: [note], identities: [identity] }).bundles);
  await withBundles.transaction('rw', withBundles.tables, () =>
    Dexie.Promise.all([
      withBundles.table('contacts').put({ ...contact, called: 'b' }),
      withBundles.table('notes').put({ ...note, text: 'b' }),
      withBundles.table('identities').clear(),
    ]),
  );
  expect(await stored(withBundles, 'bundles')).toEqual([]);
  expect(await everything(withBundles)).toEqual([[{ ...contact, called: 'b' }], [], [{ ...note, text: 'b' }], []]);
});

it('a range that ends where a bundle begins is read to its end', async () => {
  const notes = ['000000000000', '000000190000'].map((end) => ({
    id: `0192f3a4-5b6c-7d8e-9f00-${end}`,
    contactId: `0192f3a4-5b6c-7d8e-9f00-${end}`,
  }));
  await withBundles.table('bundles').bulkAdd(bundled({ ...none, notes }).bundles);
  const within = (table: string) => withBundles.table(table).where('id').between(notes[0]!.id, notes[1]!.id, true, true).limit(1);
  expect(await within('contacts').toArray()).toEqual([]);
  expect(await within('notes').toArray()).toEqual([notes[0]]);
});

it('parts of a file divide evenly into bundles', () => {
  expect(PART_PEOPLE % BUNDLE_PLACES).toBe(0);
});

it('what does not lie with its owner is in no bundle', () => {
  const at = (place: string, nth = '0000') => `0192f3a4-5b6c-7d8e-9f00-${place}${nth}`;
  const contact = { id: at('00000000') };
  const near = { id: at('00000003', '0001'), contactId: contact.id };
  const far = { id: at('00000019', '0001'), contactId: contact.id };
  const { bundles, loose } = bundled({ ...none, contacts: [contact], identities: [near, far] });
  expect(bundles.map(({ rows: some }) => some)).toEqual([{ contacts: [contact], identities: [near] }]);
  expect(loose).toEqual({ ...none, identities: [far] });
});
