// Taking one change back where others were made since: what that change made is undone, whatever was changed again stays as it is.

type Table = Record<string, unknown>;
type Row = Table & { id: string };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((one) => isTable(one) && typeof one['id'] === 'string');
const isSet = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');

/**
 * JSON `now`, in which a change from `before` to `after` is taken back. Objects are gone through by key, lists of records by `id`, lists
 * of words or numbers as sets. `undefined` is what is not there.
 */
export function turnedBack(now: unknown, before: unknown, after: unknown): unknown {
  if (same(before, after)) return now;
  if (same(now, after)) return before;
  if (isTable(now) && isTable(before) && isTable(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(now)])];
    const entries = keys.map((key) => [key, turnedBack(own(now, key), own(before, key), own(after, key))] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (isSet(now) && isSet(before) && isSet(after)) {
    const kept = now.filter((one) => before.includes(one) || !after.includes(one));
    return [...new Set([...kept, ...before.filter((one) => !after.includes(one))])].sort();
  }
  if (isRows(now) && isRows(before) && isRows(after)) return rowsBack(now, before, after);
  return now;
}

const own = (table: Table, key: string): unknown => (Object.hasOwn(table, key) ? table[key] : undefined);

function rowsBack(now: readonly Row[], before: readonly Row[], after: readonly Row[]): Row[] {
  const find = (rows: readonly Row[], { id }: Row): Row | undefined => rows.find((one) => one.id === id);
  const kept = now.flatMap((row): Row[] => {
    const was = find(before, row);
    const made = find(after, row);
    // Removed by the change, and made anew since: that one stays.
    if (!made) return [row];
    const back = turnedBack(row, was, made);
    return back === undefined ? [] : [back as Row];
  });
  const isOrderKept = same(
    now.map(({ id }) => id),
    after.map(({ id }) => id),
  );
  // In the order it had, as long as nobody has changed that since.
  if (isOrderKept) {
    const made = kept.filter((row) => !find(before, row));
    return [...before.flatMap((row) => find(kept, row) ?? (find(after, row) ? [] : [row])), ...made];
  }
  const rows = [...kept];
  for (const [place, row] of before.entries()) {
    if (find(after, row) || find(rows, row)) continue;
    // Behind the nearest of those that stood in front of it.
    const ahead = before.slice(0, place).findLast((one) => find(rows, one));
    rows.splice(ahead ? rows.findIndex(({ id }) => id === ahead.id) + 1 : 0, 0, row);
  }
  return rows;
}
