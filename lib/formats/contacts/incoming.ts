// What the readers of files of people give: people as they would come in, rows that cannot, and how far the file was read. All of it can be
// sent between a worker and its page. The readers are, in index.ts,
//   lookAt(file: Blob, given?: { encoding?, delimiter?, country? }): Promise<Looked>
//   readPeople(file: Blob, how: ReadPeople): AsyncGenerator<Item>, which may be left at any item,
// and in chat-export.ts readChat(file: Blob, …) for chats, of which chat-person.ts tells what is one person's.
import type { Day } from '../../domain/day';
import type { Bond, CustomerType, DateKind } from '../../domain/kinds';
import type { Said } from '../../domain/said';
import type { Encoding, TextProblem } from '../text-file';
import type { DateOrder } from './read-date';

/** A key date as a file has it; see `KeyDate` for the fields. */
export interface IncomingDate {
  kind: DateKind;
  label: string;
  calendar: 'solar' | 'lunar';
  year: number | null;
  month: number;
  leapMonth: boolean;
  day: number;
  /** 12 is yearly, null is once. */
  everyMonths: number | null;
}

/** By what a site knows a person for ever: `handle` is the value of a permanent id as the site's own file writes it. */
export interface IncomingId {
  site: string;
  handle: string;
}

/**
 * Somebody in a file. Texts are plain, within the lengths of the records, empty where the file says nothing; every list holds each value once.
 * The name is never empty: where there is none it is the e-mail address, the number or the link.
 */
export interface IncomingPerson {
  /** Where it stands: the line of the file on which its row or card begins, from 1. */
  row: number;
  name: string;
  /** In E.164. */
  phones: string[];
  /** In lower case. */
  emails: string[];
  /** Addresses of profiles and pages, beginning with `https://` or `http://`. */
  links: string[];
  ids: IncomingId[];
  company: string;
  role: string;
  source: string;
  tags: string[];
  note: string;
  /** As its name is written; see `stageCalled`. */
  stage: string;
  type: CustomerType | null;
  bonds: Bond[];
  /** Days after which to be in touch again. */
  cadence: number | null;
  quietUntil: Day | null;
  dates: IncomingDate[];
  /** Values of the user's own fields as text, by the name of the field. */
  own: Record<string, string>;
  /** When the other program came to know the person. */
  addedOn: Day | null;
  /** What stands in the row and does not come in, such as a number that no country has. */
  left: Said[];
}

/** A row or card that cannot come in. `cells` are its cells or lines, cut, for a file of what was left behind. */
export interface Rejected {
  row: number;
  why: Said;
  cells: string[];
}

/** How far the file was read: the line, and bytes of `size`. A reading goes on behind `row`. */
export interface Position {
  row: number;
  bytes: number;
  size: number;
}

/** The last one may be a `problem`: the file could not be read to its end. */
export type Item =
  { person: IncomingPerson; at: Position } | { rejected: Rejected; at: Position } | { problem: PeopleProblem; at: Position };

/**
 * What a column can hold. `name` is the whole one; of its parts, or else of `nickname`, one is made. Several columns may hold the same: numbers,
 * addresses, links, ids, tags, notes, dates and own fields are all taken, of others the first that is not empty. `label` names what the column
 * behind it holds; `dates` is the list that our own export writes.
 */
export const COLUMN_FIELDS = [
  ...(['name', 'first', 'middle', 'last', 'nickname', 'company', 'role', 'phone', 'email', 'link', 'tags', 'note'] as const),
  ...(['stage', 'type', 'source', 'birthday', 'lunarBirthday', 'birthYear', 'birthMonth', 'birthDay', 'anniversary', 'date'] as const),
  ...(['addedOn', 'own', 'label', 'id', 'dates', 'bonds', 'cadence', 'quietUntil'] as const),
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/**
 * What one column holds. `name` is that of the user's own field (`own`) or of the date (`date`), `lines` for tags that stand
 * one a line; empty otherwise.
 * Null is nothing that is wanted.
 */
export type Column = { field: ColumnField; name: string } | null;

/** How a table is to be read. Made by `lookAt`, changed by the user. */
export interface Mapping {
  delimiter: string;
  /** Whether a line of the table names the columns, and on which line of the file it begins; what stands above is skipped. */
  header: number | null;
  columns: Column[];
  /** Whether 3/4 is the third of April or the fourth of March. */
  order: DateOrder;
}

/** A program whose files are known, or `table`, `vcard`. */
export type PeopleProgram =
  'rapport' | 'google' | 'outlook' | 'linkedin' | 'hubspot' | 'salesforce' | 'pipedrive' | 'wecom' | 'fxiaoke' | 'table' | 'vcard';

/** What a table looks like: the names of its columns (empty without any) and its first rows, for the user to see what a column holds. */
export interface TableLook {
  names: string[];
  samples: string[][];
  mapping: Mapping;
}

/**
 * Why a file gives nothing. `workbook`: packed like one and not readable (a password, another
 * program's), to be saved as CSV first. `foreign`: no table, no card, no chat. `none`: nobody in
 * it. `gone`: it cannot be read from the disk any more, or has changed since it was chosen.
 */
export type PeopleProblem = TextProblem | 'foreign' | 'none' | 'gone';

/** What a file is. `chat` is a WhatsApp export: see chat-export.ts. */
/** `isWorkbook`: made of a workbook, whose texts can be read in one way only. */
export type Looked =
  | { ok: true; kind: 'table'; program: PeopleProgram; encoding: Encoding; isWorkbook: boolean; table: TableLook }
  | { ok: true; kind: 'cards'; program: PeopleProgram; encoding: Encoding }
  | { ok: true; kind: 'chat'; encoding: Encoding }
  | { ok: false; problem: PeopleProblem };

/**
 * How people are read from a file. `country` (ISO 3166) is where numbers without a country's code belong; null is none. `today` bounds days
 * that lie in the future. Rows up to `after` are skipped: so a reading that was stopped goes on.
 */
export interface ReadPeople {
  encoding: Encoding;
  country: string | null;
  /** Null for cards. */
  mapping: Mapping | null;
  today: Day;
  after?: number;
}
