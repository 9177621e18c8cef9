// One line of a contact's timeline, and the order in which they stand.
import { z } from 'zod';
import { day, id, line, ms } from '../fields';
import type { Said } from '../said';
import { dealSchema } from '../tie-records';

/** What a line can be about; the timeline can be narrowed down to one of these. */
export const TIMELINE_KINDS = ['note', 'messages', 'reply', 'move', 'deal', 'fact', 'date', 'followUp'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Where a line leads: a record on the contact's own page, or another contact. */
export const placeSchema = z.object({ on: z.enum(['note', 'record', 'contact']), id });
export type TimelinePlace = z.infer<typeof placeSchema>;

/** A line without what it says: `what` is said by a rule. */
export const itemSchema = z.object({
  /** Unlike any other of the day, and the same as long as the record is there. */
  key: line(200),
  kind: z.enum(TIMELINE_KINDS),
  /** The rep's local day. */
  day,
  /** The time on that day; null where only the day is known. */
  at: ms.nullable(),
  /** The rep's own words, and other particulars. */
  more: z.string().max(2000),
  /** Of a deal; words write it as the language does. */
  price: dealSchema.pick({ amount: true, currency: true }).optional(),
  place: placeSchema.nullable(),
});
export type TimelineItem = z.infer<typeof itemSchema> & { what: Said };

/** Greater is newer. Of one day, what has no time stands below what has one. It is the cursor, too. */
export const orderOf = ({ day: on, at, key }: Pick<TimelineItem, 'day' | 'at' | 'key'>): string =>
  `${on} ${String(at ?? 0).padStart(16, '0')} ${key}`;

/** Up to where the items after a cursor reach: on this day those before `before` (ms; null takes none that has a time). */
export function reachOf(cursor: string): { day: string; before: number | null } {
  const time = Number(cursor.slice(11, 27));
  return { day: cursor.slice(0, 10), before: time > 0 ? time : null };
}

/** A page of lines, the newest first. `next` is the cursor of the page after; null when there is none. */
export interface TimelinePage {
  items: TimelineItem[];
  next: string | null;
}

/** The next `limit` of these items after the cursor; null begins with the newest. */
export function pageOf(items: readonly TimelineItem[], cursor: string | null, limit: number): TimelinePage {
  const left = items
    .map((item) => ({ item, order: orderOf(item) }))
    .filter(({ order }) => cursor === null || order < cursor)
    .sort((a, b) => (a.order > b.order ? -1 : a.order < b.order ? 1 : 0));
  const page = left.slice(0, limit);
  return { items: page.map(({ item }) => item), next: left.length > limit ? page[limit - 1]!.order : null };
}
