// A key date as one line of our own table, with everything that is kept of it: `birthday: lunar 1990-08-15, every 12 months, Mum`.
import { DATE_KINDS, type DateKind } from '../../domain/kinds';
import type { IncomingDate } from './incoming';
import { isDate } from './read-date';

const LINE = /^([a-z-]+): (lunar )?(\d{4}-|--)(leap )?(\d{2})-(\d{2}), (?:once|every (\d{1,3}) months)(?:, (.*))?$/;

const two = (number: number): string => String(number).padStart(2, '0');

export function lineOfDate({ kind, label, calendar, year, month, leapMonth, day, everyMonths }: IncomingDate): string {
  const when = `${calendar === 'lunar' ? 'lunar ' : ''}${year === null ? '--' : `${year}-`}${leapMonth ? 'leap ' : ''}${two(month)}-${two(day)}`;
  const often = everyMonths === null ? 'once' : `every ${everyMonths} months`;
  return `${kind}: ${when}, ${often}${label === '' ? '' : `, ${label}`}`;
}

/** Null for a line that is none. */
export function dateOfLine(line: string): IncomingDate | null {
  const match = LINE.exec(line.trim());
  const kind = match?.[1] as DateKind;
  if (!match || !DATE_KINDS.includes(kind)) return null;
  const everyMonths = match[7] === undefined ? null : Number(match[7]);
  const when = {
    calendar: match[2] === undefined ? ('solar' as const) : ('lunar' as const),
    year: match[3] === '--' ? null : Number(match[3]!.slice(0, 4)),
    month: Number(match[5]),
    leapMonth: match[4] !== undefined,
    day: Number(match[6]),
  };
  const isReal = isDate(when) && (everyMonths === null || (everyMonths >= 1 && everyMonths <= 120));
  return isReal ? { kind, label: match[8] ?? '', everyMonths, ...when } : null;
}
