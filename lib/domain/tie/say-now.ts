// The one line "what to say now". DOMAIN.md §2 (one action each), §6 (care, one to one).
import type { Day } from '../day';
import { said, type Said, type Value } from '../said';
import { dayNumber } from '../workdays';
import type { Standing } from './standing';
import type { Typed } from './customer-type';

/** What there is to talk about. */
export interface Occasions {
  standing: Pick<Standing, 'thread' | 'undatedOut' | 'followUps'>;
  /** The last note that is not hidden. */
  note: { text: string; on: Day } | null;
  /** The next key date, what it is in words. */
  date: { on: Day; what: Value } | null;
  type: Pick<Typed, 'action' | 'how'>;
}

/** The parts of the line, said one after the other. */
export interface SayNow {
  /** What lies between the two: their open question, the rep's promise, the last note. */
  recall: Said | null;
  date: Said | null;
  act: Said;
}

/** A date further off is nothing to talk about now. */
const SOON = 30;
/** Nobody waits for an answer any more after so many days. */
const OWED_FOR = 28;
/** Of a note so many characters are enough to remember by. */
const LONGEST = 80;

/** What to say now to a contact: an open question goes before a promise, a promise before a note; a date that comes soon; the type's action. */
export function sayNow({ standing, note, date, type }: Occasions, today: Day): SayNow {
  const owed = owedSince(standing, today);
  const away = date === null ? null : dayNumber(date.on) - dayNumber(today);
  return {
    recall: owed === null ? (promiseOf(standing) ?? lastNoted(note)) : said('say_owed', { day: owed }),
    date: date !== null && away !== null && away >= 0 && away <= SOON ? said('say_date', date.what, { day: date.on }) : null,
    act: owed === null ? said('say_act', type.action, type.how) : said('say_answer'),
  };
}

/** The day of their message that waits for an answer; null when undated messages of the rep's, seen later, may be the answer. */
function owedSince({ thread: { owed }, undatedOut }: Occasions['standing'], today: Day): Day | null {
  if (owed === null || (undatedOut !== null && undatedOut > owed.day)) return null;
  return dayNumber(today) - dayNumber(owed.day) > OWED_FOR ? null : owed.day;
}

function promiseOf({ followUps }: Occasions['standing']): Said | null {
  const [next] = followUps.filter((one) => one.reason.trim() !== '').sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return next === undefined ? null : said('say_promise', beginning(next.reason), { day: next.due });
}

function lastNoted(note: Occasions['note']): Said | null {
  const text = note === null ? '' : beginning(note.text);
  return note === null || text === '' ? null : said('say_note', text, { day: note.on });
}

/** The first line that says something, cut between characters, never within one. */
function beginning(text: string): string {
  const line =
    text
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? '';
  const characters = [...line];
  return characters.length <= LONGEST
    ? line
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
