// Tables of which some rows lie in bundles look to everybody as if all of them were rows of their own: whoever reads one finds it, whoever writes
// one takes it out of its bundle. So nobody but an import, which makes them, knows of bundles.
import Dexie, {
  cmp,
  type DBCore,
  type DBCoreMutateResponse as Answer,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie';
import { bundleStore, succeeded, type BundleStore } from './bundle-store';
import { bundledRows, isById } from './bundled-rows';
import { isBundled, type BundledTable, type Row } from './bundles';
import { collect, done, mergedCursor, streamOf, type Entry } from './cursors';
import { isNothing, isWhole, keysIn, onlyKey } from './key-ranges';

// Promises are Dexie's own and chained with `then`: it loses its transaction at an `await` in here.

function bundledTable(name: BundledTable, own: DBCoreTable, store: BundleStore): DBCoreTable {
  const inBundles = bundledRows(name, store);

  const openCursor: DBCoreTable['openCursor'] = (request) => {
    const { trans, query, reverse = false, unique = false } = request;
    const { index, range } = query;
    if (isNothing(range) || inBundles.isNever(index)) return own.openCursor(request);
    const streams = [own.openCursor(request).then(streamOf), inBundles.stream(trans, index, range, reverse, unique)];
    return Dexie.Promise.all(streams).then((both) => mergedCursor(both, request));
  };

  const query: DBCoreTable['query'] = (request) => {
    const { trans, limit = Infinity, values, direction = 'next' } = request;
    const { index, range } = request.query;
    if (isNothing(range) || inBundles.isNever(index) || limit === 0) return own.query(request);
    const shown = (entries: readonly Entry[]): { result: unknown[] } => ({
      result: entries.map(({ primaryKey, value }) => (values ? value : primaryKey)),
    });
    const isOne = onlyKey(range) !== undefined;
    if (direction !== 'next' || !(isOne || isById(index))) {
      const [reverse, unique] = [direction.startsWith('prev'), direction.endsWith('unique')];
      return openCursor({ trans, values: true, query: request.query, reverse, unique }).then((cursor) =>
        collect(cursor, limit).then(shown),
      );
    }
    return Dexie.Promise.all([own.query(request), inBundles.entries(trans, index, range, limit)]).then(([{ result }, more]) => {
      if (more.length === 0) return { result };
      if (result.length === 0) return shown(more);
      // Of keys alone the order in an index cannot be told.
      const whole = values || index.isPrimaryKey || isOne ? Dexie.Promise.resolve({ result }) : own.query({ ...request, values: true });
      return whole.then(({ result: mine }) => {
        const entries = (mine as (Row | string)[]).map((one): Entry => {
          const row = typeof one === 'string' ? { id: one } : one;
          return { key: keysIn(index, row)[0], primaryKey: row.id, value: row };
        });
        const byKey = (a: Entry, b: Entry): number => (isOne ? 0 : cmp(a.key, b.key)) || cmp(a.primaryKey, b.primaryKey);
        return shown([...entries, ...more].sort(byKey).slice(0, limit));
      });
    });
  };

  const count: DBCoreTable['count'] = (request) => {
    const { trans } = request;
    const { index, range } = request.query;
    if (isNothing(range) || inBundles.isNever(index)) return own.count(request);
    const all = { trans, values: true, query: request.query };
    if (onlyKey(range) === undefined && !isById(index)) return query(all).then(({ result }) => result.length);
    const more =
      name === 'contacts' && index.isPrimaryKey && isWhole(range)
        ? inBundles.everybody(trans)
        : onlyKey(range) === undefined
          ? inBundles.count(trans, index, range)
          : inBundles.entries(trans, index, range, Infinity).then((entries) => entries.length);
    return Dexie.Promise.all([own.count(request), more]).then(([mine, others]) => mine + others);
  };

  const mutate: DBCoreTable['mutate'] = (request) => {
    const { trans, type } = request;
    if (type === 'deleteRange') {
      const { range } = request;
      const gone = isNothing(range) ? done() : inBundles.takeOutRange(trans, range);
      return gone.then(() => own.mutate(request)) as Promise<Answer>;
    }
    const ids =
      type === 'delete' ? request.keys : request.values.map((value: unknown) => own.schema.primaryKey.extractKey!(value) as unknown);
    const takeOut = (answer: Answer): PromiseLike<Answer> => {
      // A row that was refused stays where it is.
      const written = new Set(ids.filter((_, i) => type === 'add' || answer.failures[i] === undefined));
      return inBundles.takeOut(trans, written).then(() => answer);
    };
    if (type !== 'add') return own.mutate(request).then(takeOut);
    return inBundles.byId(trans, ids).then((there) => {
      if (there.size === 0) return own.mutate(request);
      // What is there already has to be found there by whoever adds it once more.
      const put = own.mutate({ type: 'put', trans, values: [...there.values()] }).then(succeeded);
      return put.then(() => own.mutate(request)).then(takeOut);
    }) as Promise<Answer>;
  };

  return {
    ...own,
    query,
    count,
    openCursor,
    mutate,
    get: (request) =>
      own.get(request).then((row: unknown) => {
        const { trans, key } = request as { trans: DBCoreTransaction; key: unknown };
        return row ?? inBundles.byId(trans, [key]).then((found) => found.get(key));
      }),
    getMany: (request) =>
      own.getMany(request).then((rows: unknown[]) => {
        const { trans, keys } = request as { trans: DBCoreTransaction; keys: unknown[] };
        const missing = keys.filter((_, i) => rows[i] === undefined);
        if (missing.length === 0) return rows;
        return inBundles.byId(trans, missing).then((found) => rows.map((row, i) => row ?? found.get(keys[i])));
      }),
  };
}

/** Below whatever else looks at what is written. */
const LEVEL = 9;

export const opensBundles: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'bundles',
  level: LEVEL,
  create: (core) => {
    let store: BundleStore | null = null;
    const bundles = (): BundleStore => (store ??= bundleStore(core.table('bundles')));
    return {
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(stores.some(isBundled) && !stores.includes('bundles') ? [...stores, 'bundles'] : stores, mode, options),
      table: (name) =>
        isBundled(name) ? bundledTable(name, core.table(name), bundles()) : name === 'bundles' ? bundles().table : core.table(name),
    };
  },
};
