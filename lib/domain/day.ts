// Calendar days. A day is a string `YYYY-MM-DD` in the rep's own time zone, so that it means the same after travel or DST.

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** The calendar day on which an instant (ms since 1970) falls in an IANA time zone. */
export function dayOf(ms: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The Monday after this day: what "next week" means for a follow-up. */
export function nextMonday(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.add({ days: 8 - date.dayOfWeek }).toString();
}

/** The first millisecond of a day in a time zone, as ms since 1970; right on days that start at 01:00, too. */
export function startOfDay(day: Day, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** Whether the text is a real calendar day (`2026-02-30` is not). */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a time as sites give it: an instant in UTC (`2026-03-01T09:30:00.000Z`) or a day. */
export function isTime(text: string): boolean {
  return isDay(text) || (/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text) && !Number.isNaN(Date.parse(text)));
}
