// The database: tables and versions. Only the background opens it. Versions are frozen from the first tagged release on.
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Contact, DayRow, Draft, FollowUp, Identity, Interaction, Never, Note, Rolled, Settings, Tombstone } from '../domain/records';
import type { OwnField } from '../domain/own-field';
import type { Credit, Example, Learned, Reply } from '../domain/reply-records';
import type { Apart, Deal, Fact, Handled, KeyDate, Mark, Merge, Move } from '../domain/tie-records';
import type { TaughtSite } from '../domain/taught-site';
import type { Line } from '../domain/agenda/line';
import type { ImportJob, ImportPart } from './import-job';
import type { BulkJob, BulkPart } from './bulk-jobs';
import { opensBundles } from './bundled-tables';
import type { Bundle } from './bundles';
import type { Sheet } from '../domain/book/sheet';
import type { SheetWords } from '../domain/book/sheet-words';
import type { TierIds, TierSheet } from '../domain/book/tier-sheet';
import type { Amounts } from '../domain/tie/purchases';
import type { KeptStanding } from '../domain/tie/stood';
import type { MonthSums } from '../domain/numbers/sums';
import type { KeptIndex } from './reply-index';
import { noticesRefusal } from './space';
import { marksStale, type Stale, type Unlisted } from './stale';
import type { RollUpPass } from './roll-up';

/** One act that can be taken back: the fields it changed, before and after, so that later changes elsewhere survive. */
export interface Undo {
  id: string;
  at: number;
  steps: UndoStep[];
  /** The staging job that holds the whole old state: a restore was the act. */
  snapshot?: string;
  /** The act was about who is who, see undo-people.ts. */
  people?: PeopleUndo;
  /** The act took several steps, each with an undo of its own: the first one names the last, and each of those the one before it. */
  before?: string;
  /** Such a step: it is taken back with the first one. */
  isPart?: boolean;
  /** The act was an import: what it made goes, too, see import-undo.ts. `at` stands in all that it made and nobody changed. */
  made?: { job: string; at: number; isMany: boolean };
}
export type PeopleUndo = 'merge' | 'unmerge' | 'split';
/** `before` null: the act created the row. `after` null: the act removed it. Otherwise both hold the changed fields only. */
export interface UndoStep {
  table: string;
  key: string | string[];
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The line of one contact in the agenda of a day. The index reads it in order: band, the strongest score, key. */
export type AgendaRow = Line & { behind: number };

/** How far the agenda of a day is worked out: a worker that dies goes on where the last one stopped. */
export interface Progress {
  id: 'agenda';
  day: string;
  /** The rep's IANA time zone. */
  zone: string;
  /** The settings by which it was worked out, as JSON. */
  care: string;
  /** The last contact that was looked at; null when all were. */
  after: string | null;
  /** From which amount on an order is a big one in this book, by currency. */
  big: Amounts;
  /** How many lines there are: those that the rep asked for, and suggestions. Kept, because counting them would take long. */
  asked: number;
  suggested: number;
  /** How many open follow-ups are due after the day, of the contacts up to `after`. */
  later: number;
}

/** Rows set aside during a restore (`job` = restore job), or the old state kept as its undo. */
export interface StagedRows {
  job: string;
  n: number;
  table: string;
  rows: Record<string, unknown>[];
  at: number;
}

/** A backup that was saved from this machine: it holds whoever was kept by then, also when they are forgotten later. */
export interface Saved {
  id: string;
  at: number;
  name: string;
  /**
   * `file`: saved by hand, what became of it nobody knows. `folder`: in the folder of automatic backups. `downloads`: an automatic one among
   * the browser's downloads.
   */
  where: 'file' | 'folder' | 'downloads';
  sealed: boolean;
}

/** The version of the tables, written into every backup. */
export const SCHEMA = 1;

export class Database extends Dexie {
  declare contacts: EntityTable<Contact, 'id'>;
  declare identities: EntityTable<Identity, 'id'>;
  /** Rows of people who came in with a file and whom nobody changed since. Only an import writes here: the tables find them, see bundles.ts. */
  declare bundles: EntityTable<Bundle, 'id'>;
  declare interactions: EntityTable<Interaction, 'id'>;
  /** Old messages whose rows are gone, and how far today's pass of rolling up has come: see roll-up.ts. */
  declare rolled: EntityTable<Rolled, 'id'>;
  declare passes: EntityTable<RollUpPass, 'id'>;
  declare days: Table<DayRow, [string, string]>;
  declare notes: EntityTable<Note, 'id'>;
  declare drafts: EntityTable<Draft, 'id'>;
  declare followUps: EntityTable<FollowUp, 'id'>;
  declare deals: EntityTable<Deal, 'id'>;
  declare facts: EntityTable<Fact, 'id'>;
  declare keyDates: EntityTable<KeyDate, 'id'>;
  declare marks: EntityTable<Mark, 'id'>;
  declare moves: EntityTable<Move, 'id'>;
  declare handled: EntityTable<Handled, 'id'>;
  declare merges: EntityTable<Merge, 'id'>;
  declare apart: EntityTable<Apart, 'id'>;
  declare fields: EntityTable<OwnField, 'id'>;
  declare replies: EntityTable<Reply, 'id'>;
  declare examples: EntityTable<Example, 'id'>;
  declare learned: EntityTable<Learned, 'id'>;
  declare credits: EntityTable<Credit, 'id'>;
  declare never: EntityTable<Never, 'id'>;
  declare tombstones: EntityTable<Tombstone, 'id'>;
  declare taught: EntityTable<TaughtSite, 'id'>;
  declare settings: EntityTable<Settings, 'id'>;
  declare stale: EntityTable<Stale, 'id'>;
  declare standings: EntityTable<KeptStanding, 'contactId'>;
  /** The numbers of the book by month: see sums.ts. */
  declare sums: EntityTable<MonthSums, 'month'>;
  /** The book of contacts, packed, and who is not in it as he is now: see sheets.ts. */
  declare sheets: EntityTable<Sheet, 'from'>;
  /** Beside each sheet its words, for whoever searches; and who is in which tier, for whoever asks for no more. */
  declare sheetWords: EntityTable<SheetWords, 'from'>;
  declare tiers: EntityTable<TierSheet, 'from'>;
  declare tierIds: EntityTable<TierIds, 'from'>;
  declare unlisted: EntityTable<Unlisted, 'id'>;
  declare agenda: EntityTable<AgendaRow, 'contactId'>;
  declare progress: EntityTable<Progress, 'id'>;
  /** The days on which the morning's notification was shown. */
  declare mornings: EntityTable<{ day: string }, 'day'>;
  declare replyIndex: EntityTable<KeptIndex, 'id'>;
  /** SimHashes of what the rep typed and sent by hand, for 30 days: to notice a text that is typed again. */
  declare typed: EntityTable<{ id: string; at: number }, 'id'>;
  declare saved: EntityTable<Saved, 'id'>;
  declare undos: EntityTable<Undo, 'id'>;
  declare staged: Table<StagedRows, [string, number]>;
  /** The import of contacts that goes on, or that was the last; and its rows as long as they are not in the book. */
  declare imports: EntityTable<ImportJob, 'id'>;
  declare incoming: Table<ImportPart, [string, number]>;
  /** Changes of many contacts that go on or were left in the middle, and whom they are still to change. */
  declare bulkJobs: EntityTable<BulkJob, 'id'>;
  declare bulkParts: Table<BulkPart, [string, number]>;

  /** Of no meaning: see mend-log.ts. */
  declare padding: EntityTable<{ id: number; bytes: Uint8Array }, 'id'>;

  constructor(name = 'rapport') {
    super(name);
    // Only what is asked for by range or equality is indexed.
    this.version(SCHEMA).stores({
      contacts: 'id, called, *phones, *emails, stage, source, deletedAt',
      identities: 'id, contactId, *handles',
      bundles: 'id, people, *called, *phones, *emails, *stage, *source, *handles',
      interactions: 'id, identityId, [identityId+day], source',
      rolled: 'id, identityId, *ids',
      passes: 'id',
      days: '[identityId+day]',
      notes: 'id, contactId',
      drafts: 'id',
      followUps: 'id, contactId, [status+due], updatedAt',
      deals: 'id, contactId',
      facts: 'id, contactId, other',
      keyDates: 'id, contactId',
      marks: 'id, contactId',
      moves: 'id, contactId, day',
      handled: 'id, contactId, on',
      merges: 'id, into, from',
      apart: 'id, a, b',
      fields: 'id',
      replies: 'id',
      examples: 'id, replyId',
      learned: 'id',
      credits: 'id, replyId, [identityId+insertedAt]',
      never: 'id, salt',
      tombstones: 'id',
      taught: 'id',
      settings: 'id',
      stale: 'id',
      standings: 'contactId',
      sums: 'month',
      sheets: 'from, by',
      sheetWords: 'from',
      tiers: 'from',
      tierIds: 'from',
      unlisted: 'id',
      agenda: 'contactId, [band+behind+key]',
      progress: 'id',
      mornings: 'day',
      replyIndex: 'id',
      typed: 'id, at',
      saved: 'id, at',
      undos: 'id, at',
      staged: '[job+n], job',
      imports: 'id',
      incoming: '[job+n]',
      bulkJobs: 'id',
      bulkParts: '[job+n]',
      padding: 'id',
    });
    this.use(opensBundles);
    this.use(marksStale);
    this.use(noticesRefusal);
  }
}

export const db = new Database();

/** A database that could not be opened, as on a full disk, would stay shut for as long as the worker lives: the next who asks tries again. */
export function openAgain(): void {
  if (db.hasFailed()) db.close({ disableAutoOpen: false });
}
