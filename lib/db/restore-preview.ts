// What a backup whose rows are set aside would change: how many rows of each table, and the first of them by name.
import { DATA_TABLES, type DataTable } from '../domain/tables';
import { keyOf, type Row } from './backup';
import { db } from './database';
import { wins } from './restore';
import { manyNear, rowsNear } from './rows-near';
import { nextPart } from './staged-parts';

/** Tables whose rows say something to the rep, and what: a difference shows this text. */
const told: Partial<Record<DataTable, (row: Row) => string>> = {
  contacts: (row) => text(row['name']),
  notes: (row) => text(row['text']),
  followUps: (row) => `${text(row['due'])} ${text(row['reason'])}`.trim(),
  deals: (row) => text(row['item']),
  facts: (row) => text(row['text']),
  keyDates: (row) => text(row['label']),
  replies: (row) => text(row['title']) || text(row['body']),
};
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 120) : '');
/** What changes with every change, or with others that are told. */
const UNTOLD = new Set(['updatedAt', 'words', 'called']);

/** So many differences of each kind and table are told with words. */
const MOST_TOLD = 20;
/** One question is answered within about so many ms. */
const PATIENCE = 500;

/** One row that would come, change or, when the file replaces what is here, go. `contact`: whose it is. */
export interface Difference {
  table: string;
  /** `older`: it would go back to an older state, when the file replaces what is here. */
  kind: 'added' | 'changed' | 'older' | 'gone';
  contact: string | null;
  /** The name of that contact here; null when it is not here. */
  name: string | null;
  text: string;
  /** Of a changed row: the text as it is here, and which fields differ. */
  before: string;
  fields: string[];
}

export interface PreviewPart {
  /** Rows of the parts looked at: in the file, new, newer than here, older than here. */
  file: Record<string, number>;
  added: Record<string, number>;
  changed: Record<string, number>;
  older: Record<string, number>;
  differences: Difference[];
  next: PreviewCursor | null;
}
/** First the parts of the file, then the rows here that are not in it, table by table. */
export type PreviewCursor = { look: 'parts'; after: number; spans: Spans } | { look: 'gone'; table: number; spans: Spans };
/** From which part to which one the rows of a table stand, of tables whose rows say something: the rest is not read for who is gone. */
export type Spans = Record<string, [first: number, last: number]>;

/** How many rows each table has here. */
export async function rowsHere(): Promise<Record<string, number>> {
  const here: Record<string, number> = {};
  for (const table of DATA_TABLES) here[table] = await db.table(table).count();
  return here;
}

/** Looks on from the cursor for a moment. Reads only. */
export async function previewRestore(job: string, cursor: PreviewCursor): Promise<PreviewPart> {
  const preview: PreviewPart = { file: {}, added: {}, changed: {}, older: {}, differences: [], next: null };
  if (cursor.look === 'gone') {
    const table = DATA_TABLES[cursor.table];
    if (table && told[table]) preview.differences = await named(await goneFrom(job, table, cursor.spans[table]));
    preview.next = cursor.table + 1 < DATA_TABLES.length ? { ...cursor, table: cursor.table + 1 } : null;
    return preview;
  }
  const start = performance.now();
  let { after } = cursor;
  const spans = { ...cursor.spans };
  for (let part = await nextPart(job, after); part; part = await nextPart(job, after)) {
    await compare(part.table as DataTable, part.rows, preview);
    after = part.n;
    if (Object.hasOwn(told, part.table)) spans[part.table] = [spans[part.table]?.[0] ?? part.n, part.n];
    if (performance.now() - start > PATIENCE)
      return { ...preview, differences: await named(preview.differences), next: { look: 'parts', after, spans } };
  }
  return { ...preview, differences: await named(preview.differences), next: { look: 'gone', table: 0, spans } };
}

async function compare(table: DataTable, rows: readonly Row[], preview: PreviewPart): Promise<void> {
  const add = (tally: Record<string, number>, many: number) => void (tally[table] = (tally[table] ?? 0) + many);
  add(preview.file, rows.length);
  const keys = rows.map((row) => keyOf(table, row));
  if (!told[table] && rows.every((row) => !('updatedAt' in row))) return add(preview.added, rows.length - (await manyNear(table, keys)));
  const current = await rowsNear(table, keys);
  for (const [i, row] of rows.entries()) {
    const here = current[i];
    const kind = !here ? 'added' : wins(row, here) ? 'changed' : wins(here, row) ? 'older' : null;
    if (kind === null) continue;
    add(preview[kind], 1);
    tell(preview.differences, table, kind, row, here);
  }
}

function tell(differences: Difference[], table: DataTable, kind: Difference['kind'], row: Row, here?: Row): void {
  const words = told[table];
  if (!words || differences.filter((one) => one.table === table && one.kind === kind).length >= MOST_TOLD) return;
  const fields = here
    ? Object.keys({ ...here, ...row }).filter((field) => !UNTOLD.has(field) && JSON.stringify(row[field]) !== JSON.stringify(here[field]))
    : [];
  const contact = table === 'contacts' ? text(row['id']) : typeof row['contactId'] === 'string' ? row['contactId'] : null;
  differences.push({ table, kind, contact, name: null, text: words(row), before: here ? words(here) : '', fields });
}

/** The first rows of a table that are here and not in the file. */
async function goneFrom(job: string, table: DataTable, span: readonly [number, number] | undefined): Promise<Difference[]> {
  const inFile = new Set<unknown>();
  const [first, last] = span ?? [0, -1];
  for (let part = await nextPart(job, first - 1); part && part.n <= last; part = await nextPart(job, part.n))
    if (part.table === table) for (const row of part.rows) inFile.add(row['id']);
  const others = (await db.table(table).toCollection().primaryKeys()).filter((key) => !inFile.has(key));
  const gone: Difference[] = [];
  // A contact that is marked as deleted is gone already.
  for (let at = 0; at < others.length && gone.length < MOST_TOLD; at += MOST_TOLD)
    for (const row of await db.table<Row>(table).bulkGet(others.slice(at, at + MOST_TOLD)))
      if (row && !(table === 'contacts' && row['deletedAt'] !== null)) tell(gone, table, 'gone', row);
  return gone;
}

async function named(differences: readonly Difference[]): Promise<Difference[]> {
  const contacts = await db.contacts.bulkGet(differences.map(({ contact }) => contact ?? ''));
  return differences.map((one, i) => ({ ...one, name: contacts[i]?.name ?? null }));
}
