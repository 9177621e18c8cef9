// Ranges of keys, as Dexie hands them to whoever stands between it and the browser's database.
import { cmp, type DBCoreIndex, type DBCoreKeyRange } from 'dexie';

// What Dexie declares as constants that leave nothing at run time (`DBCoreRangeType`).
const [EQUAL, RANGE, ANY, NEVER] = [1, 2, 3, 4];

export const isWhole = ({ type }: DBCoreKeyRange): boolean => Number(type) === ANY;
export const isNothing = ({ type }: DBCoreKeyRange): boolean => Number(type) === NEVER;

export const only = (key: unknown): DBCoreKeyRange => ({ type: EQUAL, lower: key, upper: key });
/** From one key to another, the first one left out when it is said to be. */
export const between = (lower: unknown, upper: unknown, lowerOpen = false): DBCoreKeyRange => ({
  type: RANGE,
  lower,
  upper,
  lowerOpen,
  upperOpen: false,
});

export function isIn(range: DBCoreKeyRange, key: unknown): boolean {
  if (isWhole(range)) return true;
  const { lower, upper, lowerOpen, upperOpen } = range as Readonly<Record<'lower' | 'upper' | 'lowerOpen' | 'upperOpen', unknown>>;
  if (lower !== undefined && (lowerOpen ? cmp(key, lower) <= 0 : cmp(key, lower) < 0)) return false;
  return upper === undefined || !(upperOpen ? cmp(key, upper) >= 0 : cmp(key, upper) > 0);
}

/** The one key that a range holds, or undefined. */
export function onlyKey({ type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange): unknown {
  const isOne = lower !== undefined && upper !== undefined && !lowerOpen && !upperOpen && cmp(lower, upper) === 0;
  return Number(type) === EQUAL || isOne ? (lower as unknown) : undefined;
}

/** The keys by which an index knows a row, in order. */
export function keysIn(index: DBCoreIndex, row: Record<string, unknown>): unknown[] {
  const value = row[index.isPrimaryKey ? 'id' : (index.name ?? '')];
  const values: unknown[] = index.multiEntry && Array.isArray(value) ? [...new Set(value as unknown[])] : [value];
  return values.filter((one) => one !== undefined && one !== null).sort(cmp);
}
