// Bundles: the rows of some people who came in with one file, kept in one record. To the browser's database a row is dear and its size is
// cheap: three rows a person took it five times as long. A row stays in its bundle until it changes; bundled-tables.ts hides all of it.

/**
 * The people of so many places of a file have one bundle. By it a row is found again: with another number an upgrade of the database would have
 * to divide all bundles anew. Parts of a file divide evenly into bundles, so that none has to be opened again to be filled.
 */
export const BUNDLE_PLACES = 25;

/** The tables whose rows may be bundled. */
export const BUNDLED = ['contacts', 'identities', 'notes', 'keyDates'] as const;
export type BundledTable = (typeof BUNDLED)[number];
export const isBundled = (table: string): table is BundledTable => (BUNDLED as readonly string[]).includes(table);

export type Row = Record<string, unknown> & { id: string };
export type Rows = Record<BundledTable, Row[]>;

/** By which tables' indexes a bundle is found as its rows would be. Those by `id` and `contactId` follow from its own id. */
const KEYS = {
  contacts: ['called', 'phones', 'emails', 'stage', 'source'],
  identities: ['handles'],
  notes: [],
  keyDates: [],
} as const satisfies Record<BundledTable, readonly string[]>;
type Key = (typeof KEYS)[BundledTable][number];
export const isKeyOf = (table: BundledTable, index: string): boolean => (KEYS[table] as readonly string[]).includes(index);

/**
 * Its rows, in the order of their ids, with whatever they are found by. No row is in its table as well. `id` is the first that a row of it can
 * have; `people`: how many contacts.
 */
export type Bundle = { id: string; people: number; rows: Partial<Rows> } & Record<Key, string[]>;

/**
 * The id of the bundle that a row with this id is in, if it is in one: ids of an import tell the place in its file (see import/made-id.ts). Of
 * anything else: what no bundle's id is equal to, and that of one with greater ids is not below.
 */
export function bundleOf(id: string): string {
  const place = id.slice(24, 32);
  if (!/^[0-9a-f]{8}$/.test(place)) return id.slice(0, 24);
  const at = Number.parseInt(place, 16);
  return id.slice(0, 24) + (at - (at % BUNDLE_PLACES)).toString(16).padStart(8, '0') + '0000';
}

const byId = (a: Row, b: Row): number => (a.id < b.id ? -1 : 1);

/** A bundle of these rows, all of which belong into it; null of none. */
export function bundle(id: string, unsorted: Partial<Rows>): Bundle | null {
  const filled = Object.entries(unsorted).filter(([, some]) => some.length > 0);
  if (filled.length === 0) return null;
  const rows: Partial<Rows> = Object.fromEntries(filled.map(([table, some]) => [table, [...some].sort(byId)]));
  const keys = Object.entries(KEYS).flatMap(([table, names]) =>
    names.map((name) => {
      const values = (rows[table as BundledTable] ?? []).flatMap((row) => (row[name] ?? []) as string | string[]);
      return [name, [...new Set(values)]] as const;
    }),
  );
  return { id, people: rows.contacts?.length ?? 0, rows, ...(Object.fromEntries(keys) as Record<Key, string[]>) };
}

/** Divides new rows into bundles and those that fit into none: what hangs on somebody of another place of the file. */
export function bundled(rows: Rows): { bundles: Bundle[]; loose: Rows } {
  const by = new Map<string, Rows>();
  const none = (): Rows => ({ contacts: [], identities: [], notes: [], keyDates: [] });
  const loose = none();
  for (const table of BUNDLED)
    for (const row of rows[table]) {
      const id = bundleOf(row.id);
      const owner = row['contactId'] as string | undefined;
      if (owner !== undefined && bundleOf(owner) !== id) {
        loose[table].push(row);
        continue;
      }
      const together = by.get(id) ?? none();
      together[table].push(row);
      by.set(id, together);
    }
  return { bundles: [...by].flatMap(([id, together]) => bundle(id, together) ?? []), loose };
}

/** What is left of a bundle when these rows of one table have left it; null when nothing is. */
export function without({ id, rows }: Bundle, table: BundledTable, isOut: (row: Row) => boolean): Bundle | null {
  return bundle(id, { ...rows, [table]: (rows[table] ?? []).filter((row) => !isOut(row)) });
}
