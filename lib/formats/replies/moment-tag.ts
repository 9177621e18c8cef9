// Dates of other template languages. They have a format; ours are written as one says them, in the language of the reply.

/** So far from today; null is today, `other` is a shift that we do not have. */
export type Shift = { n: number; unit: 'd' | 'w' | 'm' | 'y' } | null | 'other';

/** What stands between our braces for a date of this format, as moment.js writes formats, or strftime's with `%`. Null: there is a time of day in it. */
export function momentTag(format: string, shift: Shift): string | null {
  if (shift === 'other') return null;
  const isStrftime = format.includes('%');
  if (
    isStrftime
      ? /%[-_0^#]?[HIklMSpPTRrXsLfNzZ+cn]/.test(format)
      : /[HhmsSaAkZxX]/.test(format.replace(/\[[^\]]*\]/g, '').replace(/^date$/i, ''))
  )
    return null;
  const isDay = isStrftime
    ? /%[-_0^#]?[DdejFvxmbBhYyGCU]/.test(format)
    : /[DMYQwWL]/.test(format.replace(/d{1,4}/g, '')) || /^date$/i.test(format);
  const isWeekday = isStrftime ? /%[-_0^#]?[Aauw]/.test(format) : /d{1,4}/.test(format.replace(/^date$/i, ''));
  const field = isDay ? 'date' : isWeekday ? 'weekday' : null;
  if (field === null) return null;
  return shift === null || shift.n === 0 ? field : `${field}${shift.n < 0 ? '-' : '+'}${Math.abs(shift.n)}${shift.unit}`;
}
