// What a chat holds for one person: days both ways, and the latest messages with their time.
import { dayFrom } from '../../domain/dates/day-number';
import type { Day } from '../../domain/day';
import type { Chat } from './chat-export';

/** Voices are places in `authors`. `me`: the user's; nobody's where the user wrote nothing. */
export interface Voices {
  me: readonly number[];
  theirs: readonly number[];
}

/** How much was written on a day. */
export interface ChatDay {
  day: Day;
  in: number;
  out: number;
}

const DAY = 86_400;

/** Whether others than these wrote, too. */
export const isGroupChat = ({ authors }: Pick<Chat, 'authors'>, { me, theirs }: Voices): boolean =>
  authors.some(({ messages }, i) => messages > 0 && !me.includes(i) && !theirs.includes(i));

/**
 * The messages between the user and one person, in the file's order. In a group what the user wrote is for the one who wrote last before it,
 * so that it counts for one person at most.
 */
function* between(chat: Pick<Chat, 'authors' | 'by' | 'at'>, voices: Voices): Generator<{ at: number; isOut: boolean }> {
  const mine = new Set(voices.me);
  const theirs = new Set(voices.theirs);
  const isGroup = isGroupChat(chat, voices);
  let isWithThem = !isGroup;
  for (let i = 0; i < chat.at.length; i++) {
    const by = chat.by[i]!;
    const isOut = mine.has(by);
    if (!isOut && isGroup) isWithThem = theirs.has(by);
    if (isOut ? isWithThem : theirs.has(by)) yield { at: chat.at[i]!, isOut };
  }
}

/** The days on which the two wrote, in order. */
export function chatDays(chat: Pick<Chat, 'authors' | 'by' | 'at'>, voices: Voices): ChatDay[] {
  const days = new Map<number, { in: number; out: number }>();
  for (const { at, isOut } of between(chat, voices)) {
    const number = Math.floor(at / DAY);
    let day = days.get(number);
    if (!day) days.set(number, (day = { in: 0, out: 0 }));
    day[isOut ? 'out' : 'in'] += 1;
  }
  return [...days].sort(([a], [b]) => a - b).map(([number, counts]) => ({ day: dayFrom(number), ...counts }));
}

/** The latest messages of these days, at most so many, by the clock of an IANA time zone: in order, each with its instant (ISO, UTC). */
export function chatTimes(
  chat: Pick<Chat, 'authors' | 'by' | 'at'>,
  voices: Voices,
  { days, most, zone }: { days: ReadonlySet<Day>; most: number; zone: string },
): { day: Day; at: string; direction: 'in' | 'out' }[] {
  const named = new Map<number, Day>();
  const dayIn = (at: number): Day => {
    const number = Math.floor(at / DAY);
    const day = named.get(number) ?? dayFrom(number);
    named.set(number, day);
    return day;
  };
  const found = [...between(chat, voices)].filter(({ at }) => days.has(dayIn(at)));
  found.sort((a, b) => a.at - b.at);
  return found
    .slice(-most)
    .map(({ at, isOut }) => ({ day: dayIn(at), at: instantOf(at, dayIn(at), zone), direction: isOut ? 'out' : 'in' }));
}

/** What the clock on the wall showed, as an instant. A time that a zone leaves out is an hour later. */
const instantOf = (at: number, day: Day, zone: string): string =>
  new Date(
    Temporal.PlainDate.from(day)
      .toPlainDateTime()
      .add({ seconds: at % DAY })
      .toZonedDateTime(zone).epochMilliseconds,
  ).toISOString();

/** How much was written each way in a month (`2026-03`), of these days; months in which nothing was stay out. */
export function chatMonths(days: readonly ChatDay[]): { month: string; in: number; out: number }[] {
  const months = new Map<string, { in: number; out: number }>();
  for (const { day, ...counts } of days) {
    const sum = months.get(day.slice(0, 7)) ?? { in: 0, out: 0 };
    months.set(day.slice(0, 7), { in: sum.in + counts.in, out: sum.out + counts.out });
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, counts]) => ({ month, ...counts }));
}
