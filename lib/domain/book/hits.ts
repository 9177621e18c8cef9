// The rows that have a word, being gathered sheet by sheet.
import type { WordLines } from './columns';

/** No rank: the row is not found. */
export const NONE = 255;

/** Used again by the next search: as much anew for each of them would have the browser tidy up all the time. */
let room = new Uint32Array(0);

/** One at a time: the next one writes where this one did. */
export class Hits {
  /** The row with which the sheet begins that is being looked at. */
  start = 0;
  #ranks: Uint8Array;
  #rows = room;
  #many = 0;

  /** `many`: how many rows there are. */
  constructor(many: number) {
    this.#ranks = new Uint8Array(many).fill(NONE);
    if (room.length < many) this.#rows = room = new Uint32Array(many);
  }

  /** A line of the sheet has the word; the best of its ranks counts. */
  take(line: number, rank: number): void {
    const row = this.start + line;
    const before = this.#ranks[row]!;
    if (before === NONE) this.#rows[this.#many++] = row;
    if (rank < before) this.#ranks[row] = rank;
  }

  all(): WordLines {
    return { rows: this.#rows.slice(0, this.#many), ranks: this.#ranks };
  }
}
