// When customers left, and came back: a buyer who is silent for longer than a year counts as gone. DOMAIN.md §7 (churn), §3.
import { dayOf, type Day } from '../day';
import type { Evidence } from '../tie/evidence';
import { TOLD, type Standing } from '../tie/standing';
import { LAPSED } from '../tie/tier';
import { dayFrom, dayNumber } from '../dates/day-number';

export interface Lapse {
  day: Day;
  what: 'left' | 'back';
}

/** The lapses of a contact in their order. The last one may lie ahead: it comes true if nothing happens until then. */
export function lapsesOf({ days, facts, deals, interactions, zone }: Evidence, { purchases }: Standing): Lapse[] {
  if (!purchases) return [];
  const signs = new Set<Day>([purchases.first, purchases.last]);
  for (const row of days) if (row.in + row.out > 0) signs.add(row.day);
  for (const fact of facts) if (TOLD.includes(fact.kind)) signs.add(fact.on);
  for (const deal of deals) if (deal.closedOn !== null) signs.add(deal.closedOn);
  for (const one of interactions) if (one.day === null) signs.add(dayOf(one.seenAt, zone));
  const since = [...signs].filter((day) => day >= purchases.first).sort();
  return since.flatMap((day, i): Lapse[] => {
    const gone = dayNumber(day) + LAPSED + 1;
    const next = since[i + 1];
    if (next === undefined) return [{ day: dayFrom(gone), what: 'left' }];
    return dayNumber(next) < gone
      ? []
      : [
          { day: dayFrom(gone), what: 'left' },
          { day: next, what: 'back' },
        ];
  });
}
