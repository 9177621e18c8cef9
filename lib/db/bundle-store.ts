// Bundles as they are read and written. Within one transaction whoever asks for several people of one bundle has it read once.
import Dexie, { cmp, type DBCoreKeyRange, type DBCoreMutateResponse, type DBCoreTable, type DBCoreTransaction } from 'dexie';
import { bundleOf, type Bundle } from './bundles';
import { between, isWhole } from './key-ranges';

/** So many bundles are held for a transaction, those asked for last: the people of some parts of a file. */
const HELD = 32;

/** More than so many are not asked for one by one before it is known which there are: most contacts are in no bundle, in most books all. */
const FEW = 8;

/** Fails with the first refusal of a write: one half must not stand without the other. */
export function succeeded({ failures, numFailures }: DBCoreMutateResponse): void {
  if (numFailures > 0) throw Object.values(failures)[0]!;
}

/** The bundles in which there may be something of a range of ids. Behind its upper end none begins that could. */
export function bundlesIn(range: DBCoreKeyRange): DBCoreKeyRange {
  const { lower, upper } = range as { lower: unknown; upper: unknown };
  return isWhole(range) ? range : between(typeof lower === 'string' ? bundleOf(lower) : lower, upper);
}

export interface BundleStore {
  /** The table: asked for keys by everybody, written by those who make whole bundles. */
  table: DBCoreTable;
  /** The bundles of these ids that there are. What is in them belongs to all who ask: it must not be changed. */
  read(trans: DBCoreTransaction, ids: readonly string[]): PromiseLike<Bundle[]>;
  /** Visits all bundles of a range of ids, some at a time, until it is told that it is enough. */
  each(trans: DBCoreTransaction, range: DBCoreKeyRange, atOnce: number, visit: (some: Bundle[]) => PromiseLike<boolean>): PromiseLike<void>;
  /** Lets those who change bundles in one transaction do so one after the other: two that change the same one would each undo the other. */
  inTurn(trans: DBCoreTransaction, change: () => PromiseLike<void>): PromiseLike<void>;
  /** Writes bundles as they are now: of those that are empty nothing is left. */
  keep(trans: DBCoreTransaction, changed: readonly (readonly [id: string, after: Bundle | null])[]): PromiseLike<void>;
}

// Promises are Dexie's own and chained with `then`: it loses its transaction at an `await` in here.

export function bundleStore(own: DBCoreTable): BundleStore {
  type Held = Map<string, PromiseLike<Bundle | undefined>>;
  const held = new WeakMap<DBCoreTransaction, Held>();

  const changing = new WeakMap<DBCoreTransaction, PromiseLike<void>>();

  const table: DBCoreTable = {
    ...own,
    mutate: (request) => {
      held.delete(request.trans);
      return own.mutate(request);
    },
  };

  const each: BundleStore['each'] = (trans, range, atOnce, visit) =>
    own.query({ trans, values: true, limit: atOnce, query: { index: own.schema.primaryKey, range } }).then(({ result }) => {
      const found = result as Bundle[];
      return visit(found).then((isEnough) => {
        const last = found.at(-1)?.id;
        const isAll = found.length < atOnce || (range.upper !== undefined && cmp(last, range.upper) >= 0);
        return isEnough || isAll ? undefined : each(trans, between(last, range.upper, true), atOnce, visit);
      });
    });

  const readAll = (trans: DBCoreTransaction, ids: readonly string[]): PromiseLike<Map<string, Bundle>> => {
    const get = (keys: readonly string[]): PromiseLike<Map<string, Bundle>> =>
      own
        .getMany({ trans, keys: [...keys] })
        .then((some: (Bundle | undefined)[]) => new Map(some.flatMap((one) => (one ? [[one.id, one] as const] : []))));
    if (ids.length <= FEW) return get(ids);
    const inOrder = [...ids].sort();
    const range = between(inOrder[0], inOrder.at(-1));
    return own.query({ trans, values: false, query: { index: own.schema.primaryKey, range } }).then(({ result }) => {
      const there = new Set(result as string[]);
      return there.size === 0 ? new Map<string, Bundle>() : get(ids.filter((id) => there.has(id)));
    });
  };

  return {
    table,
    each: (trans, range, atOnce, visit) => each(trans, bundlesIn(range), atOnce, visit),

    read: (trans, ids) => {
      const known = held.get(trans) ?? (new Map() as Held);
      held.set(trans, known);
      const missing = ids.filter((id) => !known.has(id));
      if (missing.length > 0) {
        const all = readAll(trans, missing);
        for (const id of missing)
          known.set(
            id,
            all.then((some) => some.get(id)),
          );
      }
      const found = Dexie.Promise.all(ids.map((id) => known.get(id)!));
      for (const id of known.keys()) {
        if (known.size <= HELD) break;
        known.delete(id);
      }
      return found.then((some) => some.filter((one) => one !== undefined));
    },

    inTurn: (trans, change) => {
      const mine = (changing.get(trans) ?? Dexie.Promise.resolve()).then(change);
      const over = (): void => undefined;
      changing.set(trans, mine.then(over, over));
      return mine;
    },

    keep: (trans, changed) => {
      const values = changed.flatMap(([, after]) => after ?? []);
      const keys = changed.flatMap(([id, after]) => (after ? [] : [id]));
      return table
        .mutate({ type: 'put', trans, values })
        .then(succeeded)
        .then(() => table.mutate({ type: 'delete', trans, keys }))
        .then(succeeded);
    },
  };
}
