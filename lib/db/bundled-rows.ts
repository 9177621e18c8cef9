// The rows of one table that lie in bundles: found, counted and taken out.
import Dexie, { cmp, type DBCoreIndex, type DBCoreKeyRange, type DBCoreTable, type DBCoreTransaction } from 'dexie';
import { BUNDLE_PLACES, bundleOf, isKeyOf, without, type Bundle, type BundledTable, type Row } from './bundles';
import { streamOf, type Entry, type Stream } from './cursors';
import { between, isIn, isWhole, keysIn, only, onlyKey } from './key-ranges';

/** So many bundles are held at a time while something is done with all of them. */
const AT_ONCE = 40;

/** Fails with the first refusal of a write: one half must not stand without the other. */
export function succeeded({ failures, numFailures }: { failures: Record<number, Error>; numFailures: number }): void {
  if (numFailures > 0) throw Object.values(failures)[0]!;
}

/** Whether the ids of bundles are in the order of the index. */
export const isById = ({ isPrimaryKey, name }: DBCoreIndex): boolean => isPrimaryKey === true || name === 'contactId';

/** The bundles in which there may be something of a range of ids. Behind its upper end none begins that could. */
function bundlesIn(range: DBCoreKeyRange): DBCoreKeyRange {
  const { lower, upper } = range as { lower: unknown; upper: unknown };
  return isWhole(range) ? range : between(typeof lower === 'string' ? bundleOf(lower) : lower, upper);
}

// Promises are Dexie's own and chained with `then`: it loses its transaction at an `await` in here.

/** `store`: the table of bundles. */
export function bundledRows(name: BundledTable, store: DBCoreTable) {
  const rowsOf = ({ rows }: Bundle): Row[] => rows[name] ?? [];
  const indexOf = (index: DBCoreIndex): DBCoreIndex => store.schema.getIndexByKeyPath(index.name)!;

  /** Whether nothing in bundles can be found by an index: nobody in one is deleted. */
  const isNever = (index: DBCoreIndex): boolean => !isById(index) && !isKeyOf(name, index.name ?? '');

  /** The entries of a bundle in a range of an index, in their order. */
  const entriesOf = (bundle: Bundle, index: DBCoreIndex, range: DBCoreKeyRange): Entry[] =>
    rowsOf(bundle)
      .flatMap((row) => keysIn(index, row).map((key) => ({ key, primaryKey: row.id, value: row })))
      .filter(({ key }) => isIn(range, key))
      .sort((a, b) => cmp(a.key, b.key) || cmp(a.primaryKey, b.primaryKey));

  /** The bundles in which rows with these ids may be. */
  const bundlesOf = (trans: DBCoreTransaction, ids: readonly unknown[]): PromiseLike<Bundle[]> => {
    const keys = [...new Set(ids.flatMap((id) => (typeof id === 'string' ? bundleOf(id) : [])))];
    return store.getMany({ trans, keys }).then((found) => found.filter((one): one is Bundle => one !== undefined));
  };

  /** Visits all bundles of a range of ids, some at a time, until it is told that it is enough. */
  function eachBundles(
    trans: DBCoreTransaction,
    range: DBCoreKeyRange,
    atOnce: number,
    visit: (bundles: Bundle[]) => PromiseLike<boolean> | boolean,
  ): PromiseLike<void> {
    const on = (bundles: DBCoreKeyRange): PromiseLike<void> =>
      store.query({ trans, values: true, limit: atOnce, query: { index: store.schema.primaryKey, range: bundles } }).then(({ result }) => {
        const found = result as Bundle[];
        return Dexie.Promise.resolve(visit(found)).then((isEnough) => {
          const last = found.at(-1)?.id;
          const isAll = found.length < atOnce || (bundles.upper !== undefined && cmp(last, bundles.upper) >= 0);
          return isEnough || isAll ? undefined : on(between(last, bundles.upper, true));
        });
      });
    return on(bundlesIn(range));
  }

  /** Writes bundles as they are now: of those that are empty nothing is left. */
  const keep = (trans: DBCoreTransaction, changed: readonly (readonly [id: string, after: Bundle | null])[]): PromiseLike<void> => {
    const values = changed.flatMap(([, after]) => after ?? []);
    const keys = changed.flatMap(([id, after]) => (after ? [] : [id]));
    return store
      .mutate({ type: 'put', trans, values })
      .then(succeeded)
      .then(() => store.mutate({ type: 'delete', trans, keys }))
      .then(succeeded);
  };

  /** Up to so many entries in a range of an index. Not by a range of keys: see `stream`. */
  function entries(trans: DBCoreTransaction, index: DBCoreIndex, range: DBCoreKeyRange, limit: number): PromiseLike<Entry[]> {
    if (isNever(index)) return Dexie.Promise.resolve([]);
    const key = onlyKey(range);
    const inAll = (found: Bundle[]): Entry[] => found.flatMap((bundle) => entriesOf(bundle, index, range)).slice(0, limit);
    if (!isById(index))
      return store
        .query({ trans, values: true, limit, query: { index: indexOf(index), range } })
        .then(({ result }) => inAll(result as Bundle[]));
    if (key !== undefined) return bundlesOf(trans, [key]).then(inAll);
    const all: Entry[] = [];
    return eachBundles(trans, range, Math.min(AT_ONCE, Math.ceil(limit / BUNDLE_PLACES) + 1), (found) => {
      all.push(...inAll(found));
      return all.length >= limit;
    }).then(() => all.slice(0, limit));
  }

  /** What is within a range of an index, bundle by bundle, read as it is asked for. */
  function stream(
    trans: DBCoreTransaction,
    index: DBCoreIndex,
    range: DBCoreKeyRange,
    reverse: boolean,
    unique: boolean,
  ): PromiseLike<Stream> {
    const query = isById(index) ? { index: store.schema.primaryKey, range: bundlesIn(range) } : { index: indexOf(index), range };
    // Of the same key the lowest, also backwards.
    const isUnique = unique && !isById(index);
    return store.openCursor({ trans, values: true, query, reverse, unique: isUnique }).then((cursor) => {
      const bundles = streamOf(cursor);
      let here: Entry[] = [];
      let last: Entry | undefined;
      /** The entries of the bundle at which it stands: where it is found by a key, those of that key. */
      const open = (): void => {
        if (!bundles.head) return;
        const { key, value } = bundles.head;
        const all = entriesOf(value as Bundle, index, range).filter((entry) => isById(index) || cmp(entry.key, key) === 0);
        here = unique ? all.filter((entry, i) => i === 0 || cmp(all[i - 1]!.key, entry.key) !== 0) : all;
        if (reverse) here.reverse();
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
            bundles.move(jump(to)).then(() => (open(), on()), fail);
          };
          on();
        });
      open();
      return settle().then(() => ({
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
        return new Map(found.flatMap((one) => rowsOf(one).flatMap((row) => (wanted.has(row.id) ? [[row.id, row] as const] : []))));
      }),

    /** How many contacts there are in all bundles: asked by how many are in one, without reading any. */
    everybody: (trans: DBCoreTransaction): PromiseLike<number> => {
      const sizes = Array.from({ length: BUNDLE_PLACES }, (_, i) => i + 1);
      const index = store.schema.getIndexByKeyPath('people')!;
      return Dexie.Promise.all(sizes.map((size) => store.count({ trans, query: { index, range: only(size) } }))).then((many) =>
        many.reduce((sum, count, i) => sum + count * sizes[i]!, 0),
      );
    },

    /** How many there are in a range of ids. */
    count: (trans: DBCoreTransaction, index: DBCoreIndex, range: DBCoreKeyRange): PromiseLike<number> => {
      let many = 0;
      return eachBundles(trans, range, AT_ONCE, (found) => {
        for (const one of found) many += entriesOf(one, index, range).length;
        return false;
      }).then(() => many);
    },

    /** Takes these rows out of the bundles they are in. */
    takeOut: (trans: DBCoreTransaction, ids: ReadonlySet<unknown>): PromiseLike<void> =>
      bundlesOf(trans, [...ids]).then((found) => {
        const touched = found.filter((one) => rowsOf(one).some(({ id }) => ids.has(id)));
        return touched.length === 0
          ? undefined
          : keep(
              trans,
              touched.map((one) => [one.id, without(one, name, ({ id }) => ids.has(id))] as const),
            );
      }),

    /** Takes the rows of a range of ids out of all bundles. */
    takeOutRange: (trans: DBCoreTransaction, range: DBCoreKeyRange): PromiseLike<void> => {
      const isOut = ({ id }: Row): boolean => isIn(range, id);
      return eachBundles(trans, range, AT_ONCE, (found) => {
        const touched = found.filter((one) => rowsOf(one).some(isOut));
        return keep(
          trans,
          touched.map((one) => [one.id, without(one, name, isOut)] as const),
        ).then(() => false);
      });
    },
  };
}
