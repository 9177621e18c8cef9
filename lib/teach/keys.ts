// Where a message's own id stands: an attribute with another value on every row.
import { isSelector } from '../domain/selector';
import { IDENTIFYING } from './stable';

/** `at` empty: on the row itself. */
export interface Key {
  at: string[];
  attribute: string;
  digits: boolean;
  isUnique: 'conversation' | 'account';
  /** Rows without it: notices, separators, messages on their way. */
  share: number;
  score: number;
}

/** Attributes that number what is drawn, tell looks, times, words, or are made up anew by the framework. */
const NEVER =
  /^(class|style|title|alt|src|srcset|href|value|placeholder|datetime|role|tabindex|dir|lang|width|height|d|slot|part|aria-.*|on.*|xmlns.*|transform|points|fill|.*(index|idx|position|offset|order|height|width|top|left|size|count|delay|style|color|src|url|href|name|text|title|label|time|timestamp|date|status|state|reactid|reactroot))$/i;
const MADE_UP = /^(:r|«r|_r_|ember\d|radix-|headlessui|mui-|yui_|ext-|react-|rc_|cdk-|mat-|ng-|el-id|bn-|v-\d)/i;

const isId = (value: string): boolean => value.length <= 500 && !MADE_UP.test(value) && !/\s/.test(value.slice(0, 1));

/** The best attribute that tells these rows apart, on them or inside them; null when there is none. */
export function keyOf(rows: readonly Element[], examples: readonly Element[]): Key | null {
  const found: Key[] = [];
  const tried = new Set<string>();
  for (const holder of holdersIn(examples[0]!)) {
    for (const { name } of holder.attributes) {
      if (NEVER.test(name) || !/^[a-z_][\w.-]*$/i.test(name)) continue;
      // A picture of the sender may bear the attribute, too: then the tag tells which is meant.
      const places = holder === examples[0] ? [[]] : [[`[${name}]`], [`${holder.localName}[${name}]`]];
      for (const at of places) {
        const id = `${at.join()}|${name}`;
        if (tried.has(id) || !at.every(isSelector)) continue;
        tried.add(id);
        const key = weigh(rows, examples, at, name);
        if (key) found.push(key);
      }
    }
  }
  return found.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** The row and what is in it, as far as an id may stand there. */
function holdersIn(row: Element): Element[] {
  return [row, ...[...row.querySelectorAll('*')].slice(0, 60)];
}

function weigh(rows: readonly Element[], examples: readonly Element[], at: string[], attribute: string): Key | null {
  const read = (row: Element): string | null => (at[0] ? row.querySelector(at[0]) : row)?.getAttribute(attribute) || null;
  if (!examples.every((row) => read(row) !== null)) return null;
  const holders = new Map<string, Element>();
  let bearing = 0;
  for (const row of rows) {
    const value = read(row);
    if (!value) continue;
    bearing += 1;
    // Hidden copies of a message, drawn to measure them, may bear its id. Anything else proves that it is none.
    if ((holders.get(value)?.textContent ?? row.textContent) !== row.textContent) return null;
    holders.set(value, row);
  }
  const values = [...holders.keys()];
  if (values.length < examples.length || values.length < 2 || new Set(examples.map(read)).size < examples.length || !values.every(isId))
    return null;
  // Places in what is drawn: another one after the next message.
  const isCounted = values.every((value, i) => value === String(i) || value === String(i + 1));
  const share = bearing / rows.length;
  if (isCounted || share < 0.5) return null;
  const longest = Math.max(...values.map((value) => value.length));
  const semantic = IDENTIFYING.test(attribute) ? 12 : attribute.startsWith('data-') ? 3 : 0;
  // Short ids that are words could be anything.
  if (longest < 3 || (!semantic && !values.every((value) => /\d/.test(value)))) return null;
  return {
    at,
    attribute,
    digits: values.length >= 4 && values.every((value) => /^\d+$/.test(value)),
    isUnique: areWorldwide(values) ? 'account' : 'conversation',
    share,
    score:
      semantic +
      share * 10 +
      (at.length ? 0 : 4) -
      (values.some((value) => value.length > 80) ? 4 : 0) +
      (values.every((value) => /\d/.test(value)) ? 4 : 0),
  };
}

/** Ids that no second conversation has: UUIDs and other long random ones, and the long numbers of large services. */
function areWorldwide(ids: readonly string[]): boolean {
  const parts = ids.map((id) => /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9A-Za-z_]{20,}|\d{16,}/.exec(id)?.[0]);
  // A long part that is the same on all rows names the chat or the user, and what follows may be a mere number.
  return parts.every((part) => part !== undefined && new Set(part).size >= 6) && new Set(parts).size === parts.length;
}
