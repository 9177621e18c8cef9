// What the readers of other programs' files give: replies as they would come in, what was changed about them, and what cannot come in.
import type { Portable } from '../../domain/portable-reply';
import type { Csv } from '../csv';
import type { TextProblem } from '../text-file';

/**
 * Something that is not as it was in the file. `field`: a placeholder became ours. `asked`: one without an equal becomes a blank to be filled
 * in. `literal`: braces that stay text were marked so. `left-out`: it has no equal and is gone. `plain`: formatting is gone.
 * `shortened`, `shortcut`: too long, written otherwise.
 */
export type ChangeKind = 'field' | 'asked' | 'literal' | 'left-out' | 'plain' | 'shortened' | 'shortcut';
/** `from` and `to` are pieces of text; `to` is empty where nothing is left. */
export interface Change {
  kind: ChangeKind;
  from: string;
  to: string;
}

/** `fits.stages` are names here: an id means something on one machine only. `line` is where it begins in the file, from 1; null is unknown. */
export interface Incoming extends Portable {
  line: number | null;
  changes: Change[];
}

/**
 * Why one cannot come in. `empty`: no text. `long`: more than a reply may hold. `image`: a picture and no text. `quotes`: quotation marks
 * that do not match, so that cells cannot be told apart. `wrong`: fields that are none of a reply's.
 */
export type RejectReason = 'empty' | 'long' | 'image' | 'quotes' | 'wrong';
export interface Rejected {
  line: number | null;
  title: string;
  why: RejectReason;
}

export type Program = 'rapport' | 'text-blaze' | 'briskine' | 'espanso' | 'sheet' | 'table';

/** What a column of a table holds. Several may hold the text, a part of the folder, or tags. */
export const ROLES = ['title', 'body', 'folder', 'tags', 'shortcut'] as const;
export type Role = (typeof ROLES)[number];
/** What each column holds, null nothing that is wanted; `header`: the first row names the columns. */
export interface Mapping {
  columns: (Role | null)[];
  header: boolean;
}

export interface Found {
  program: Program;
  replies: Incoming[];
  rejected: Rejected[];
  /** There are more than may come in at once. */
  more: boolean;
  /** Of a plain table: what the columns were taken for, to be changed by the user. */
  table: { csv: Csv; mapping: Mapping } | null;
}

/**
 * Why a file gives nothing. `foreign`: none of the kinds that are known. `broken`: of a known kind, but it cannot be read; `line` is where, if that
 * is known. `newer`: written by a later version of Rapport. `none`: not one reply in it.
 */
export type ReplyProblem = { code: TextProblem | 'foreign' | 'newer' | 'none'; line: null } | { code: 'broken'; line: number | null };

export type ReadReplies = { ok: true; found: Found } | { ok: false; problem: ReplyProblem };
