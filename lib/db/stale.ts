// Which contacts changed since their standing was worked out. Written by the database itself, in the very transaction of the
// change, so that no write can forget it and a worker that dies loses none.
import Dexie, {
  type DBCore,
  type DBCoreAddRequest,
  type DBCoreDeleteRequest,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCorePutRequest,
  type DBCoreTable,
  type Middleware,
} from 'dexie';
import { OWNED_TABLES } from '../domain/tables';

/** A contact (`contact:<id>`) or the one of an identity (`identity:<id>`) whose standing is old; or everybody, from a contact on. */
export interface Stale {
  id: string;
  /** Of `everybody`: the last contact that was worked out again; the empty string at the beginning. */
  after?: string;
  /** Of `everybody`: what all contacts up to `after` give to the numbers of the book, see sums.ts. */
  sums?: string;
}

/** Everybody's standing is old: after a restore, or when the rules of reckoning were changed. */
export const EVERYBODY: Stale = { id: 'everybody', after: '' };

/** A contact whose line in the book is old; or everybody's, from a sheet on. Marked with the change, too. */
export interface Unlisted {
  id: string;
  /** Of `everybody`: the last sheet that was made anew; null at the beginning. */
  after?: string | null;
}
export const WHOLE_BOOK: Unlisted = { id: 'everybody', after: null };

type Row = Record<string, unknown>;
/** Whom a row is about. */
type About = (row: Row) => string;

const ofContact: About = (row) => `contact:${String(row['contactId'])}`;
const watched: Readonly<Record<string, About>> = {
  contacts: (row) => `contact:${String(row['id'])}`,
  identities: ofContact,
  // Counting writes the identity as well; what else changes here is which days were watched.
  days: (row) => `identity:${String(row['identityId'])}`,
  // Moves are made of standings, not the other way round.
  ...Object.fromEntries(OWNED_TABLES.filter((table) => table !== 'moves').map((table) => [table, ofContact])),
};

/** Whether a table's records make standings, and with them Today. What is counted changes identities, too. */
export const isReckonedFrom = (table: string): boolean => table in watched || table === 'interactions';

/** `DBCoreRangeType.Any`, which Dexie declares as a constant that leaves nothing at run time. */
const WHOLE_TABLE = 3;

// Promises are chained with `then`: Dexie keeps its transaction through its own promises, and loses it at an `await` in here.

/** The rows that a request replaces or removes; null when it empties the table. */
function rowsBefore(table: DBCoreTable, request: DBCoreMutateRequest): PromiseLike<Row[] | null> {
  const { trans } = request;
  if (request.type === 'deleteRange') {
    const { range } = request;
    if (Number(range.type) === WHOLE_TABLE) return Dexie.Promise.resolve(null);
    return table.query({ trans, values: true, query: { index: table.schema.primaryKey, range } }).then(({ result }) => result as Row[]);
  }
  // A day stays with its identity: what was there before tells nothing more.
  if (request.type === 'add' || (request.type === 'put' && table.name === 'days')) return Dexie.Promise.resolve([]);
  const { values = [], keys } = request as DBCorePutRequest & DBCoreDeleteRequest;
  const { extractKey } = table.schema.primaryKey;
  const all = keys ?? values.map((value: unknown) => extractKey!(value) as unknown);
  return table.getMany({ trans, keys: [...all] }).then((rows) => (rows as (Row | undefined)[]).filter((row) => row !== undefined));
}

/** Transactions that have marked everybody: whatever else they write, as a restore does, needs no marks. */
const markedAll = new WeakSet<object>();

/** From here on the running transaction sets no marks: whoever calls this sets those that are needed. */
export function markByHand(): void {
  const running = Dexie.currentTransaction as { idbtrans?: object } | null;
  if (running?.idbtrans) markedAll.add(running.idbtrans);
}

function watch(table: DBCoreTable, about: About, stale: DBCoreTable, unlisted: DBCoreTable | null): DBCoreTable {
  return {
    ...table,
    mutate: (request) => {
      if (markedAll.has(request.trans)) return table.mutate(request);
      return rowsBefore(table, request).then((before) => {
        if (before === null) markedAll.add(request.trans);
        const values = 'values' in request ? ((request as DBCoreAddRequest).values as Row[]) : [];
        const rows: Stale[] = before === null ? [EVERYBODY] : [...new Set([...before, ...values].map(about))].map((id) => ({ id }));
        if (rows.length === 0) return table.mutate(request);
        const marked = stale.mutate({ type: 'put', trans: request.trans, values: rows });
        if (unlisted === null) return marked.then(() => table.mutate(request));
        const ids = new Set([...(before ?? []), ...values].map((row) => String(row['id'])));
        const lines: Unlisted[] = before === null ? [WHOLE_BOOK] : [...ids].map((id) => ({ id }));
        return marked.then(() => unlisted.mutate({ type: 'put', trans: request.trans, values: lines })).then(() => table.mutate(request));
      }) as Promise<DBCoreMutateResponse>;
    },
  };
}

/** Writes down whose records change. Tables that no standing is made of pass untouched. */
export const marksStale: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'stale',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const marks =
        mode !== 'readwrite'
          ? []
          : [...(stores.some((store) => store in watched) ? ['stale'] : []), ...(stores.includes('contacts') ? ['unlisted'] : [])];
      return core.transaction([...stores, ...marks.filter((mark) => !stores.includes(mark))], mode, options);
    },
    table: (name) => {
      const about = watched[name];
      return about
        ? watch(core.table(name), about, core.table('stale'), name === 'contacts' ? core.table('unlisted') : null)
        : core.table(name);
    },
  }),
};
