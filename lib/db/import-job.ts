// The records of an import of contacts while it goes on. They belong to this machine: in no backup.
import type { ImportChoices, Incoming, RejectedRow } from '../domain/import/person';

/** The file an import reads, known again by its size and the SHA-256 of its bytes, in hex. */
export interface ImportFile {
  name: string;
  size: number;
  hash: string;
}

/** How many people of the file are new, change somebody, change nothing, stay as they are by the rep's choice, are named twice, stay out. */
export interface ImportTally {
  fresh: number;
  changed: number;
  same: number;
  skipped: number;
  twice: number;
  /** Values that did not come in, of people who do. */
  left: number;
  rejected: number;
}
export const noTally: ImportTally = { fresh: 0, changed: 0, same: 0, skipped: 0, twice: 0, left: 0, rejected: 0 };

/** One person of the file who is new, or changes somebody, for the rep to look at before anything is changed. */
export interface ImportExample {
  row: number;
  name: string;
  /** Null is a new one. */
  changes: { field: string; before: string; after: string }[] | null;
}

/**
 * `staging`: the file is being read. `ready`: it can be looked at and taken over. `taking`: parts go into the book, one transaction each;
 * nobody stops in between for good. `taken`: all are in. `undoing`: it is being taken back.
 */
export interface ImportJob {
  id: string;
  at: number;
  file: ImportFile;
  choices: ImportChoices;
  /** How the file is read, as the page that reads it wrote it. */
  how: string;
  state: 'staging' | 'ready' | 'taking' | 'taken' | 'undoing';
  /** Parts that were set aside, and those of them that are in the book; while it is taken back, those that were, and those that are out again. */
  parts: number;
  done: number;
  /** People in these parts. */
  people: number;
  tally: ImportTally;
  examples: ImportExample[];
  undo: string | null;
}

/** A person with whom it is in the book, or is to be made under the id. `isMade`: by an earlier row of the same file. */
export interface PlannedPerson {
  person: Incoming;
  target: string | null;
  isMade: boolean;
}

/** Part `n` of a file, all but the last with PART_PEOPLE people. When it is in the book only its rejected rows are left. */
export interface ImportPart {
  job: string;
  n: number;
  /** In the order of the file; null stays out. */
  people: (PlannedPerson | null)[];
  rejected: RejectedRow[];
}
