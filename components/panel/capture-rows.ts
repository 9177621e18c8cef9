// What was found in a typed line, as rows to confirm, and what is asked for to keep those that were.
import type { Found, FoundDate, FoundFact } from '../../lib/domain/capture/capture';
import type { Day } from '../../lib/domain/day';
import { DEFAULT_LEADS } from '../../lib/domain/dates/leads';
import { nextOccurrence, type Occurrence } from '../../lib/domain/dates/occurrences';
import type { Request } from '../../lib/messages/protocol';

/** One thing found. `key` is the same for the same thing while the line grows around it. */
export type Row = { key: string } & (
  { is: 'date'; date: FoundDate; next: Occurrence } | { is: 'fact'; fact: FoundFact } | { is: 'tag'; tag: string }
);

/** More than anybody says in a line; a pasted page is not taken for one. */
const MOST = 20;

/** Dates, then facts, then tags; what is there already (`tags`) and what was said twice is left out. */
export function rowsOf(found: Found, tags: readonly string[], today: Day): Row[] {
  const createdAt = Date.parse(`${today}T00:00:00Z`);
  const rows: Row[] = [
    ...found.dates.map((date): Row => {
      const next = nextOccurrence({ ...date, createdAt }, today) ?? { on: date.on, years: null };
      return { is: 'date', key: `date ${date.kind} ${date.label} ${date.text}`, date, next };
    }),
    ...found.facts.map((fact): Row => ({ is: 'fact', key: `fact ${fact.kind} ${fact.text}`, fact })),
    ...found.tags.filter(({ tag }) => !tags.includes(tag)).map(({ tag }): Row => ({ is: 'tag', key: `tag ${tag}`, tag })),
  ];
  return rows.filter(({ key }, index) => rows.findIndex((other) => other.key === key) === index).slice(0, MOST);
}

/** The dates and facts among the rows as they are saved; `idOf` gives the record id of a row. */
export function lifeOf(rows: readonly Row[], idOf: (key: string) => string, today: Day): Omit<Request<'life.save'>, 'subject'> {
  return {
    deals: [],
    facts: rows.flatMap((row) =>
      row.is === 'fact'
        ? [{ id: idOf(row.key), kind: row.fact.kind, on: today, text: row.fact.text.slice(0, 500), score: null, other: null }]
        : [],
    ),
    keyDates: rows.flatMap((row) => {
      if (row.is !== 'date') return [];
      const { kind, label, calendar, year, month, leapMonth, day, everyMonths, inferred } = row.date;
      const rule = { calendar, year, month, leapMonth, day, everyMonths };
      return [{ id: idOf(row.key), kind, label, ...rule, leads: DEFAULT_LEADS, inferred }];
    }),
  };
}
