// Contacts as a table for spreadsheets and other programs, guarded as `writeCsv` guards; it comes back with everything but what only tells.
import { writeCsv } from '../csv';
import { OWN_MARK, TAG_LINES } from './columns';
import { lineOfDate } from './date-line';
import type { IncomingDate } from './incoming';
import type { OutgoingPerson } from './outgoing';

type Cell = (person: OutgoingPerson) => string;

/** Lists stand in one cell, a value a line: a comma may belong to one. The names of the columns are known to columns.ts. */
const COLUMNS: readonly [name: string, cell: Cell][] = [
  ['Name', ({ name }) => name],
  ['Company', ({ company }) => company],
  ['Role', ({ role }) => role],
  ['Phones', ({ phones }) => phones.join('\n')],
  ['Emails', ({ emails }) => emails.join('\n')],
  ['Links', ({ links }) => links.join('\n')],
  [TAG_LINES, ({ tags }) => tags.join('\n')],
  ['Stage', ({ stage }) => stage],
  ['Customer type', ({ type }) => type ?? ''],
  ['Source', ({ source }) => source],
  ['Note', ({ note }) => note],
  ['Birthday', ({ dates }) => birthday(dates)],
  ['Dates', ({ dates }) => dates.map(lineOfDate).join('\n')],
  ['Bonds', ({ bonds }) => bonds.join('\n')],
  ['Cadence (days)', ({ cadence }) => String(cadence ?? '')],
  ['Quiet until', ({ quietUntil }) => quietUntil ?? ''],
  ['Added on', ({ addedOn }) => addedOn ?? ''],
  ['Site ids', ({ ids }) => ids.map(({ site, handle }) => `${site}: ${handle}`).join('\n')],
  ['Messages in', (person) => String(person.in)],
  ['Messages out', (person) => String(person.out)],
  ['Last in', ({ lastIn }) => lastIn ?? ''],
  ['Last out', ({ lastOut }) => lastOut ?? ''],
  ['Next step on', ({ next }) => next?.due ?? ''],
  ['Next step', ({ next }) => next?.reason ?? ''],
];

/** The first line, with the mark by which Excel knows UTF-8. `own` are the names of the user's own fields. */
export const tableHead = (own: readonly string[]): string =>
  '\ufeff' + writeCsv([[...COLUMNS.map(([name]) => name), ...own.map((field) => OWN_MARK + field)]]);

/** The row of one contact, for a table with these own fields. */
export const tableRow = (person: OutgoingPerson, own: readonly string[]): string =>
  writeCsv([
    [...COLUMNS.map(([, cell]) => cell(person)), ...own.map((field) => (Object.hasOwn(person.own, field) ? person.own[field]! : ''))],
  ]);

/** For other programs: what is kept of it stands among the dates. */
function birthday(dates: readonly IncomingDate[]): string {
  const date = dates.find(
    ({ kind, label, calendar, everyMonths }) => kind === 'birthday' && label === '' && calendar === 'solar' && everyMonths === 12,
  );
  if (!date) return '';
  const day = `${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  return date.year === null ? `--${day}` : `${date.year}-${day}`;
}
