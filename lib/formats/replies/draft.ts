// A reply as one program's file has it, before it is made one of ours; and how fields of foreign JSON are read without trusting them.
import type { Piece } from './pieces';

export interface Draft {
  line: number | null;
  title: string;
  pieces: Piece[];
  shortcut: string;
  folder: string;
  tags: string[];
  /** Pictures that are not in the pieces. */
  images: number;
  /** Bold, lists or links were lost. */
  formatted: boolean;
  /** Fields of the file that have no place here, as they are named to the user. */
  gone?: string[];
  /** Cells of its row cannot be told apart. */
  torn?: boolean;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of a JSON object, never one that it inherits. */
export const own = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A text, a number or a truth value as text; all else is empty. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

export const textAt = (value: unknown, key: string): string => textOf(own(value, key));
