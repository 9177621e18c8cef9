// The rows here that rows of a backup stand for. A row asked for by its key costs many times one that is read with its neighbours, and most
// neighbours of a backup are neighbours here, too.
import { cmp, type Collection } from 'dexie';
import { keyOf, nameOf, type Key, type Row } from './backup';
import { db } from './database';

/** With so many times as many rows here between the first and the last of them, each is asked for by itself. */
const FAR = 2;

/** The rows with these keys, in the order of the keys; undefined for one that is not here. */
export async function rowsNear(table: string, keys: readonly Key[]): Promise<(Row | undefined)[]> {
  const near = await between(table, keys)?.toArray();
  if (near === undefined) return [];
  if (near.length === FAR * keys.length) return db.table<Row>(table).bulkGet([...keys]);
  const found = new Map(near.map((row) => [nameOf(keyOf(table, row)), row]));
  return keys.map((key) => found.get(nameOf(key)));
}

/** How many of these keys are here. */
export async function manyNear(table: string, keys: readonly Key[]): Promise<number> {
  const near = (await between(table, keys)?.primaryKeys()) as Key[] | undefined;
  if (near === undefined) return 0;
  if (near.length === FAR * keys.length) return (await db.table<Row>(table).bulkGet([...keys])).filter((row) => row !== undefined).length;
  const wanted = new Set(keys.map(nameOf));
  return near.filter((key) => wanted.has(nameOf(key))).length;
}

/** What is here from the first of these keys to the last one, but no more than is worth reading; undefined without keys. */
function between(table: string, keys: readonly Key[]): Collection<Row> | undefined {
  const sorted = [...keys].sort(cmp);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined) return undefined;
  return db
    .table<Row>(table)
    .where(':id')
    .between(first, last, true, true)
    .limit(FAR * keys.length);
}
