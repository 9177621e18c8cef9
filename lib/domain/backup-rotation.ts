// Which automatic backups stay: the newest of each of the last seven days and of each of the last four weeks that have any.
import { dayOf, nextMonday, startOfDay } from './day';

export const KEEP_DAYS = 7;
export const KEEP_WEEKS = 4;

/** A backup that was saved. `at` in ms. */
export interface SavedAt {
  id: string;
  at: number;
}

/** The backups that are too many. The newest always stays. `zone`: the rep's IANA time zone. */
export function surplusBackups<T extends SavedAt>(saved: readonly T[], zone: string): T[] {
  const newestFirst = [...saved].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const kept = new Set([
    ...firstOfEach(newestFirst, KEEP_DAYS, ({ at }) => dayOf(at, zone)),
    ...firstOfEach(newestFirst, KEEP_WEEKS, ({ at }) => nextMonday(dayOf(at, zone))),
  ]);
  return newestFirst.filter((one) => !kept.has(one));
}

/** The first of each group, of the first so many groups. */
function firstOfEach<T>(list: readonly T[], many: number, groupOf: (one: T) => string): T[] {
  const groups = new Map<string, T>();
  for (const one of list) if (!groups.has(groupOf(one)) && groups.size < many) groups.set(groupOf(one), one);
  return [...groups.values()];
}

/** Whether today has no automatic backup yet. */
export function isDailyDue(saved: readonly SavedAt[], now: number, zone: string): boolean {
  const last = Math.max(...saved.map(({ at }) => at));
  return !(last >= startOfDay(dayOf(now, zone), zone) && last <= now);
}
