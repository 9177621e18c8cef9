// The rows of one table that lie in bundles: found, counted and taken out.
import Dexie, { cmp, type DBCoreIndex, type DBCoreKeyRange, type DBCoreTransaction } from 'dexie';
import { bundlesIn, type BundleStore } from './bundle-store';
import { BUNDLE_PLACES, bundleOf, isKeyOf, without, type Bundle, type BundledTable, type Row } from './bundles';
import { done, streamOf, type Entry, type Stream } from './cursors';
import { isIn, keysIn, only, onlyKey } from './key-ranges';

/** So many bundles are held at a time while something is done with all of them. */
const AT_ONCE = 40;

/** Whether the ids of bundles are in the order of the index. */
export const isById = ({ isPrimaryKey, name }: DBCoreIndex): boolean => isPrimaryKey === true || name === 'contactId';

// Promises are Dexie's own and chained with `then`: it loses its transaction at an `await` in here.

export function bundledRows(name: BundledTable, store: BundleStore) {
  const { primaryKey, getIndexByKeyPath } = store.table.schema;
  const rowsOf = ({ rows }: Bundle): Row[] => rows[name] ?? [];
  const indexOf = (index: DBCoreIndex): DBCoreIndex => (isById(index) ? primaryKey : getIndexByKeyPath(index.name)!);

  /** Whether nothing in bundles can be found by an index: nobody in one is deleted. */
  const isNever = (index: DBCoreIndex): boolean => !isById(index) && !isKeyOf(name, index.name ?? '');

  /** The entries of a bundle in a range of an index, in their order. */
  const entriesOf = (bundle: Bundle, index: DBCoreIndex, range: DBCoreKeyRange): Entry[] =>
    rowsOf(bundle)
      .flatMap((row) => keysIn(index, row).map((key) => ({ key, primaryKey: row.id, value: row })))
      .filter(({ key }) => isIn(range, key))
      .sort((a, b) => cmp(a.key, b.key) || cmp(a.primaryKey, b.primaryKey));

  /** The same for somebody who may change what they get, as what the database gives belongs to whoever asked. */
  const ownEntries = (bundle: Bundle, index: DBCoreIndex, range: DBCoreKeyRange): Entry[] =>
    entriesOf(bundle, index, range).map((entry) => ({ ...entry, value: structuredClone(entry.value) }));

  /** The bundles in which rows with these ids may be. */
  const bundlesOf = (trans: DBCoreTransaction, ids: readonly unknown[]): PromiseLike<Bundle[]> =>
    store.read(trans, [...new Set(ids.flatMap((id) => (typeof id === 'string' ? bundleOf(id) : [])))]);

  /** Up to so many entries in a range of an index. Not by a range of keys: see `stream`. */
  function entries(trans: DBCoreTransaction, index: DBCoreIndex, range: DBCoreKeyRange, limit: number): PromiseLike<Entry[]> {
    if (isNever(index)) return Dexie.Promise.resolve([]);
    const key = onlyKey(range);
    const inAll = (found: Bundle[]): Entry[] => found.flatMap((bundle) => ownEntries(bundle, index, range)).slice(0, limit);
    if (!isById(index))
      return store.table
        .query({ trans, values: false, limit, query: { index: indexOf(index), range } })
        .then(({ result }) => store.read(trans, result as string[]).then(inAll));
    if (key !== undefined) return bundlesOf(trans, [key]).then(inAll);
    const all: Entry[] = [];
    return store
      .each(trans, range, Math.min(AT_ONCE, Math.ceil(limit / BUNDLE_PLACES) + 1), (found) => {
        for (const one of found) all.push(...entriesOf(one, index, range));
        return Dexie.Promise.resolve(all.length >= limit);
      })
      .then(() => all.slice(0, limit));
  }

  /** What is within a range of an index, bundle by bundle, read as it is asked for. */
  function stream(
    trans: DBCoreTransaction,
    index: DBCoreIndex,
    range: DBCoreKeyRange,
    reverse: boolean,
    unique: boolean,
  ): PromiseLike<Stream> {
    const query = { index: indexOf(index), range: isById(index) ? bundlesIn(range) : range };
    // Of the same key the lowest, also backwards.
    const isUnique = unique && !isById(index);
    return store.table.openCursor({ trans, values: false, query, reverse, unique: isUnique }).then((cursor) => {
      const bundles = streamOf(cursor);
      let here: Entry[] = [];
      let last: Entry | undefined;
      /** Reads the bundle at which it stands: where it is found by a key, its entries of that key. */
      const open = (): PromiseLike<void> => {
        if (!bundles.head) return done();
        const { key, primaryKey: id } = bundles.head;
        return store.read(trans, [String(id)]).then(([bundle]) => {
          // Gone when it was emptied meanwhile, as by who deletes what they find.
          const entries = bundle ? ownEntries(bundle, index, range) : [];
          const all = entries.filter((entry) => isById(index) || cmp(entry.key, key) === 0);
          here = unique ? all.filter((entry, i) => i === 0 || cmp(all[i - 1]!.key, entry.key) !== 0) : all;
          if (reverse) here.reverse();
        });
      };
      /** How far the bundles can be moved at once. */
      const jump = (to: unknown): unknown => {
        if (to === undefined) return undefined;
        const aim = isById(index) && !reverse && typeof to === 'string' ? bundleOf(to) : to;
        const { key } = bundles.head!;
        return (reverse ? cmp(aim, key) < 0 : cmp(aim, key) > 0) ? aim : undefined;
      };
      /** Goes on to the first entry that is not before a key, and not told already. */
      const settle = (to?: unknown): PromiseLike<void> =>
        new Dexie.Promise<void>((then, fail) => {
          const isPast = ({ key }: Entry): boolean =>
            (to !== undefined && (reverse ? cmp(key, to) > 0 : cmp(key, to) < 0)) || (unique && !!last && cmp(key, last.key) === 0);
          const on = (): void => {
            while (here.length > 0 && isPast(here[0]!)) here.shift();
            if (here.length > 0 || !bundles.head) return then();
            bundles.move(jump(to)).then(open).then(on, fail);
          };
          on();
        });
      return open()
        .then(() => settle())
        .then(() => ({
          get head() {
            return bundles.head ? (here[0] ?? null) : null;
          },
          move: (to) => {
            if (to === undefined) last = here.shift();
            return settle(to);
          },
        }));
    });
  }

  return {
    isNever,
    entries,
    stream,

    /** The rows with these ids, by them. */
    byId: (trans: DBCoreTransaction, ids: readonly unknown[]): PromiseLike<Map<unknown, Row>> =>
      bundlesOf(trans, ids).then((found) => {
        const wanted = new Set(ids);
        const rows = found.flatMap((one) => rowsOf(one).filter(({ id }) => wanted.has(id)));
        return new Map(rows.map((row) => [row.id, structuredClone(row)]));
      }),

    /** How many contacts there are in all bundles: asked by how many are in one, without reading any. */
    everybody: (trans: DBCoreTransaction): PromiseLike<number> => {
      const sizes = Array.from({ length: BUNDLE_PLACES }, (_, i) => i + 1);
      const index = getIndexByKeyPath('people')!;
      return Dexie.Promise.all(sizes.map((size) => store.table.count({ trans, query: { index, range: only(size) } }))).then((many) =>
        many.reduce((sum, count, i) => sum + count * sizes[i]!, 0),
      );
    },

    /** How many there are in a range of ids. */
    count: (trans: DBCoreTransaction, index: DBCoreIndex, range: DBCoreKeyRange): PromiseLike<number> => {
      let many = 0;
      return store
        .each(trans, range, AT_ONCE, (found) => {
          for (const one of found) many += entriesOf(one, index, range).length;
          return Dexie.Promise.resolve(false);
        })
        .then(() => many);
    },

    /** Takes these rows out of the bundles they are in. */
    takeOut: (trans: DBCoreTransaction, ids: ReadonlySet<unknown>): PromiseLike<void> =>
      store.inTurn(trans, () =>
        bundlesOf(trans, [...ids]).then((found) => {
          const isOut = ({ id }: Row): boolean => ids.has(id);
          const touched = found.filter((one) => rowsOf(one).some(isOut));
          if (touched.length === 0) return undefined;
          const left = touched.map((one) => [one.id, without(one, name, isOut)] as const);
          return store.keep(trans, left);
        }),
      ),

    /** Takes the rows of a range of ids out of all bundles. */
    takeOutRange: (trans: DBCoreTransaction, range: DBCoreKeyRange): PromiseLike<void> => {
      const isOut = ({ id }: Row): boolean => isIn(range, id);
      return store.inTurn(trans, () =>
        store.each(trans, range, AT_ONCE, (found) => {
          const touched = found.filter((one) => rowsOf(one).some(isOut));
          const left = touched.map((one) => [one.id, without(one, name, isOut)] as const);
          return store.keep(trans, left).then(() => false);
        }),
      );
    },
  };
}
