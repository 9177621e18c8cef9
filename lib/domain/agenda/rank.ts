// Which lines make the day's list. DOMAIN.md §6: care at the scale of 200–2,000 needs a number that can be done; the rest waits.
import { BANDS, strongerFirst, type Line } from './line';

export interface Agenda {
  /** The day's list, in its order. */
  lines: Line[];
  /** How many more there would be: promises and dates of the rep's own, and suggestions. They wait without guilt. */
  waiting: { asked: number; suggested: number };
}

/**
 * The first `budget` lines of all contacts. Lines that were dealt with today (`settled`) use up the budget of suggestions, never that of
 * what the rep asked for: a promise is not put off because other work was done. The order of `all` does not matter. O(n · log budget).
 */
export function agenda(all: Iterable<Line>, budget: number, settled = 0): Agenda {
  const asked = firstOf(budget);
  const suggested = firstOf(budget);
  for (const line of all) (line.band < BANDS.suggested ? asked : suggested).add(line);
  const room = Math.max(0, budget - settled - asked.lines.length);
  const lines = [...asked.lines, ...suggested.lines.slice(0, room)];
  const shown = lines.length - asked.lines.length;
  return { lines, waiting: { asked: asked.seen() - asked.lines.length, suggested: suggested.seen() - shown } };
}

/** Keeps the strongest `most` of what is added, in order. */
function firstOf(most: number): { lines: Line[]; add: (line: Line) => void; seen: () => number } {
  const lines: Line[] = [];
  let seen = 0;
  const add = (line: Line): void => {
    seen += 1;
    if (lines.length === most && (most === 0 || strongerFirst(line, lines[most - 1]!) > 0)) return;
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (strongerFirst(lines[middle]!, line) < 0) low = middle + 1;
      else high = middle;
    }
    lines.splice(low, 0, line);
    if (lines.length > most) lines.pop();
  };
  return { lines, add, seen: () => seen };
}
