// Tables of which some rows lie in bundles look to everybody as if all of them were rows of their own: whoever reads one finds it, whoever writes
// one takes it out of its bundle first. So nobody but an import, which makes them, knows of bundles.
import Dexie, {
  cmp,
  type DBCore,
  type DBCoreIndex,
  type DBCoreKeyRange,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie';
import { bundleOf, isBundled, isKeyOf, without, type Bundle, type BundledTable, BUNDLE_PLACES, type Row } from './bundles';
import { mergedCursor, streamOf, type Entry, type Stream } from './cursors';

// What Dexie declares as constants that leave nothing at run time.
const [EQUAL, RANGE, ANY, NEVER] = [1, 2, 3, 4];
const typeOf = (range: DBCoreKeyRange): number => Number(range.type);

/** So many bundles are held at a time while something is done with all of them. */
const AT_ONCE = 40;

// Promises are chained with `then`: Dexie keeps its transaction through its own promises, and loses it at an `await` in here.

function isIn({ type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange, key: unknown): boolean {
  if (Number(type) === ANY) return true;
  if (lower !== undefined && (lowerOpen ? cmp(key, lower) <= 0 : cmp(key, lower) < 0)) return false;
  return upper === undefined || !(upperOpen ? cmp(key, upper) >= 0 : cmp(key, upper) > 0);
}

/** The one key that a range holds, or undefined. */
const onlyKey = ({ type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange): unknown =>
  Number(type) === EQUAL || (lower !== undefined && upper !== undefined && !lowerOpen && !upperOpen && cmp(lower, upper) === 0)
    ? (lower as unknown)
    : undefined;

/** What an index has of a row, in order. */
function keysIn(index: DBCoreIndex, row: Row): unknown[] {
  const value = row[index.isPrimaryKey ? 'id' : (index.name ?? '')];
  const values: unknown[] = index.multiEntry && Array.isArray(value) ? [...new Set(value as unknown[])] : [value];
  return values.filter((one) => one !== undefined && one !== null).sort(cmp as (a: unknown, b: unknown) => number);
}

/** Whether the ids of bundles are in the order of the index. */
const isById = ({ isPrimaryKey, name }: DBCoreIndex): boolean => isPrimaryKey === true || name === 'contactId';

/** The bundles in which there may be something of a range of ids. */
function bundlesIn(range: DBCoreKeyRange): DBCoreKeyRange {
  const { lower, upper } = range;
  if (typeOf(range) === ANY) return range;
  const from = typeof lower === 'string' ? bundleOf(lower) : (lower as unknown);
  // Above `upperOpen`: its bundle begins with it at the latest.
  return { type: RANGE, lower: from, upper: upper as unknown, lowerOpen: false, upperOpen: false } as DBCoreKeyRange;
}

function bundledTable(name: BundledTable, own: DBCoreTable, store: DBCoreTable): DBCoreTable {
  const primary = own.schema.primaryKey;
  const rowsOf = ({ rows }: Bundle): Row[] => rows[name] ?? [];
  const bundlesOf = (trans: DBCoreTransaction, ids: readonly unknown[]): PromiseLike<Bundle[]> => {
    const froms = [...new Set(ids.flatMap((id) => (typeof id === 'string' ? bundleOf(id) : [])))];
    return store.getMany({ trans, keys: froms }).then((found) => found.filter((one): one is Bundle => one !== undefined));
  };

  /** The entries of a bundle in a range of an index, in their order. */
  const entriesOf = (bundle: Bundle, index: DBCoreIndex, range: DBCoreKeyRange): Entry[] =>
    rowsOf(bundle)
      .flatMap((row) => keysIn(index, row).map((key) => ({ key, primaryKey: row.id, value: row })))
      .filter(({ key }) => isIn(range, key))
      .sort((a, b) => cmp(a.key, b.key) || cmp(a.primaryKey, b.primaryKey));

  /** Whether nothing in bundles can be found by an index: nobody in one is deleted. */
  const isNever = (index: DBCoreIndex): boolean => !isById(index) && !isKeyOf(name, index.name ?? '');

  /** What is in bundles within a range of an index, bundle by bundle. */
  function bundledStream(
    trans: DBCoreTransaction,
    index: DBCoreIndex,
    range: DBCoreKeyRange,
    reverse = false,
    unique = false,
  ): PromiseLike<Stream> {
    if (isNever(index)) return Dexie.Promise.resolve(streamOf(null));
    const query = isById(index)
      ? { index: store.schema.primaryKey, range: bundlesIn(range) }
      : { index: store.schema.getIndexByKeyPath(index.name)!, range };
    // Of the same key the lowest, also backwards.
    const isUnique = unique && !isById(index);
    return store.openCursor({ trans, values: true, query, reverse, unique: isUnique }).then((cursor) => {
      const bundles = streamOf(cursor);
      let entries: Entry[] = [];
      /** Those of the bundle at which it stands: where it is found by a key, those of that key. */
      const open = (): void => {
        if (!bundles.head) return;
        const all = entriesOf(bundles.head.value as Bundle, index, range);
        const key = bundles.head.key;
        const here = isById(index) ? all : all.filter((entry) => cmp(entry.key, key) === 0);
        entries = unique ? here.filter((entry, i) => i === 0 || cmp(here[i - 1]!.key, entry.key) !== 0) : here;
        if (reverse) entries.reverse();
      };
      let last: Entry | undefined;
      const settle = (to?: unknown): PromiseLike<void> => {
        const isBefore = ({ key }: Entry): boolean => to !== undefined && (reverse ? cmp(key, to) > 0 : cmp(key, to) < 0);
        while (entries.length > 0 && (isBefore(entries[0]!) || (unique && last && cmp(entries[0]!.key, last.key) === 0))) entries.shift();
        if (entries.length > 0 || !bundles.head) return Dexie.Promise.resolve();
        return bundles.move(jump(to)).then(() => (open(), settle(to)));
      };
      /** How far the bundles can be moved at once. */
      const jump = (to: unknown): unknown => {
        if (to === undefined) return undefined;
        const aim = isById(index) && !reverse ? bundleOf(String(to)) : to;
        const { key } = bundles.head!;
        return (reverse ? cmp(aim, key) < 0 : cmp(aim, key) > 0) ? aim : undefined;
      };
      const stream: Stream = {
        get head() {
          return bundles.head ? (entries[0] ?? null) : null;
        },
        move: (to) => {
          if (to === undefined) last = entries.shift();
          return settle(to);
        },
      };
      open();
      return settle().then(() => stream);
    });
  }

  /** Up to so many entries of bundles. */
  const bundledEntries = (trans: DBCoreTransaction, index: DBCoreIndex, range: DBCoreKeyRange, limit: number): PromiseLike<Entry[]> => {
    const key = onlyKey(range);
    if (key === undefined) return bundledStream(trans, index, range).then((stream) => takeFrom(stream, limit));
    if (isNever(index)) return Dexie.Promise.resolve([]);
    const entries = (found: Bundle[]): Entry[] => found.flatMap((bundle) => entriesOf(bundle, index, range)).slice(0, limit);
    if (isById(index)) return bundlesOf(trans, [key]).then(entries);
    const query = { index: store.schema.getIndexByKeyPath(index.name)!, range };
    return store.query({ trans, values: true, limit, query }).then(({ result }) => entries(result as Bundle[]));
  };

  const openCursor: DBCoreTable['openCursor'] = (request) => {
    const { trans, query, reverse, unique } = request;
    if (typeOf(query.range) === NEVER || isNever(query.index)) return own.openCursor(request);
    return Dexie.Promise.all([
      own.openCursor(request).then(streamOf),
      bundledStream(trans, query.index, query.range, reverse, unique),
    ]).then((streams) => mergedCursor(streams, request)) as Promise<ReturnType<typeof mergedCursor>>;
  };

  const query: DBCoreTable['query'] = (request) => {
    const { trans, limit = Infinity, values, direction = 'next' } = request;
    const { index, range } = request.query;
    if (typeOf(range) === NEVER || isNever(index) || limit === 0) return own.query(request);
    const shown = (entries: readonly Entry[]): { result: unknown[] } => ({
      result: entries.map(({ primaryKey, value }) => (values ? value : primaryKey)),
    });
    const isOne = onlyKey(range) !== undefined;
    if (direction !== 'next' || !(isOne || isById(index))) {
      const [reverse, unique] = [direction.startsWith('prev'), direction.endsWith('unique')];
      return openCursor({ trans, values: true, query: request.query, reverse, unique }).then((cursor) =>
        takeFrom(streamOf(cursor), limit).then(shown),
      );
    }
    return Dexie.Promise.all([own.query(request), bundledEntries(trans, index, range, limit)]).then(([{ result }, inBundles]) => {
      if (inBundles.length === 0) return { result };
      if (result.length === 0) return shown(inBundles);
      // Of keys alone the order in an index cannot be told.
      const whole = values || index.isPrimaryKey || isOne ? Dexie.Promise.resolve({ result }) : own.query({ ...request, values: true });
      return whole.then(({ result: mine }) => {
        const entries = (mine as (Row | string)[]).map((one): Entry => {
          const row = typeof one === 'string' ? { id: one } : one;
          return { key: isOne ? null : keysIn(index, row as Row)[0], primaryKey: row.id, value: row };
        });
        const other = isOne ? inBundles.map((entry) => ({ ...entry, key: null })) : inBundles;
        return shown([...entries, ...other].sort((a, b) => cmp(a.key, b.key) || cmp(a.primaryKey, b.primaryKey)).slice(0, limit));
      });
    }) as Promise<{ result: unknown[] }>;
  };

  /** How many contacts there are in all bundles: asked by how many are in one, without reading any. */
  const everybody = (trans: DBCoreTransaction): PromiseLike<number> => {
    const index = store.schema.getIndexByKeyPath('people')!;
    const sizes = Array.from({ length: BUNDLE_PLACES }, (_, i) => i + 1);
    const counts = sizes.map((size) =>
      store.count({ trans, query: { index, range: { type: EQUAL, lower: size, upper: size } as unknown as DBCoreKeyRange } }),
    );
    return Dexie.Promise.all(counts).then((many) => many.reduce((sum, count, i) => sum + count * sizes[i]!, 0));
  };

  const count: DBCoreTable['count'] = (request) => {
    const { trans } = request;
    const { index, range } = request.query;
    if (typeOf(range) === NEVER || isNever(index)) return own.count(request);
    const others =
      name === 'contacts' && typeOf(range) === ANY && index.isPrimaryKey
        ? everybody(trans)
        : onlyKey(range) !== undefined
          ? bundledEntries(trans, index, range, Infinity).then((entries) => entries.length)
          : bundledStream(trans, index, range).then(countOf);
    return Dexie.Promise.all([own.count(request), others]).then(([mine, more]) => mine + more) as Promise<number>;
  };

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

  /** Takes the rows of a range out of all bundles, some bundles at a time. */
  const takeOutRange = (trans: DBCoreTransaction, range: DBCoreKeyRange): PromiseLike<void> => {
    const next = (bundles: DBCoreKeyRange): PromiseLike<void> =>
      store.query({ trans, values: true, limit: AT_ONCE, query: { index: store.schema.primaryKey, range: bundles } }).then(({ result }) => {
        const found = result as Bundle[];
        const changed = found.flatMap((one) =>
          rowsOf(one).some(({ id }) => isIn(range, id)) ? [[one.id, without(one, name, ({ id }) => isIn(range, id))] as const] : [],
        );
        const rest = { ...bundles, type: RANGE, lower: found.at(-1)?.id, lowerOpen: true } as unknown as DBCoreKeyRange;
        return keep(trans, changed).then(() => (found.length < AT_ONCE ? undefined : next(rest)));
      });
    return next(bundlesIn(range));
  };

  const mutate: DBCoreTable['mutate'] = (request) => {
    const { trans, type } = request;
    if (type === 'deleteRange')
      return (
        typeOf(request.range) === NEVER ? own.mutate(request) : takeOutRange(trans, request.range).then(() => own.mutate(request))
      ) as ReturnType<DBCoreTable['mutate']>;
    const ids = new Set(type === 'delete' ? request.keys : request.values.map((value: unknown) => primary.extractKey!(value) as unknown));
    return bundlesOf(trans, [...ids]).then((found) => {
      const touched = found.filter((one) => rowsOf(one).some(({ id }) => ids.has(id)));
      if (touched.length === 0) return own.mutate(request);
      const rows = touched.flatMap((one) => rowsOf(one).filter(({ id }) => ids.has(id)));
      // What is there already is found there by whoever adds it once more.
      const before = type === 'add' ? own.mutate({ type: 'put', trans, values: rows }).then(succeeded) : Dexie.Promise.resolve();
      const left = touched.map((one) => [one.id, without(one, name, ({ id }) => ids.has(id))] as const);
      return before.then(() => keep(trans, left)).then(() => own.mutate(request));
    }) as ReturnType<DBCoreTable['mutate']>;
  };

  return {
    ...own,
    get: (request) =>
      own.get(request).then((row: unknown) => {
        if (row !== undefined) return row;
        const { trans, key } = request as { trans: DBCoreTransaction; key: unknown };
        return bundlesOf(trans, [key]).then(([one]) => one && rowsOf(one).find(({ id }) => id === key));
      }),
    getMany: (request) =>
      own.getMany(request).then((rows) => {
        const { trans, keys } = request as { trans: DBCoreTransaction; keys: unknown[] };
        const missing = keys.filter((_, i) => rows[i] === undefined);
        if (missing.length === 0) return rows;
        return bundlesOf(trans, missing).then((found) => {
          const by = new Map<unknown, Row>(found.flatMap((one) => rowsOf(one).map((row) => [row.id, row])));
          return rows.map((row: unknown, i) => row ?? by.get(keys[i]));
        });
      }),
    query,
    count,
    openCursor,
    mutate,
  };
}

/** Fails with the first refusal of a write: one half must not stand without the other. */
function succeeded({ failures, numFailures }: { failures: Record<number, Error>; numFailures: number }): void {
  if (numFailures > 0) throw Object.values(failures)[0]!;
}

function takeFrom(stream: Stream, limit: number): PromiseLike<Entry[]> {
  const taken: Entry[] = [];
  const on = (): PromiseLike<Entry[]> => {
    while (stream.head && taken.length < limit) {
      taken.push(stream.head);
      if (taken.length < limit) return stream.move().then(on);
    }
    return Dexie.Promise.resolve(taken);
  };
  return on();
}

function countOf(stream: Stream): PromiseLike<number> {
  let many = 0;
  const on = (): PromiseLike<number> => {
    if (!stream.head) return Dexie.Promise.resolve(many);
    many += 1;
    return stream.move().then(on);
  };
  return on();
}

/** Below whatever else looks at what is written. */
const LEVEL = 9;

export const opensBundles: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'bundles',
  level: LEVEL,
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) =>
      core.transaction(stores.some(isBundled) && !stores.includes('bundles') ? [...stores, 'bundles'] : stores, mode, options),
    table: (name) => (isBundled(name) ? bundledTable(name, core.table(name), core.table('bundles')) : core.table(name)),
  }),
};
