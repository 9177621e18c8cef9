// A WhatsApp chat as "Export chat" writes it (`.txt`): who wrote when. No word of any message leaves this file.
import { numberOf } from '../../domain/dates/day-number';
import { dayNumber, monthLength } from '../../domain/dates/day-number';
import type { Day } from '../../domain/day';
import type { Encoding } from '../text-file';
import { textPieces } from '../text-stream';
import { readChatLine, type ChatLine } from './chat-line';
import type { PeopleProblem, Position } from './incoming';

export type ChatOrder = 'dmy' | 'mdy' | 'ymd';

/** Who wrote, by place in `authors`, and when: seconds since 1970 of the clock on the wall, as if it stood in Greenwich. In the file's order. */
export interface Chat {
  authors: { name: string; messages: number }[];
  by: Uint16Array;
  at: Float64Array;
  order: ChatOrder;
  /** Nothing in the file tells days from months: the user has to say. */
  isGuess: boolean;
  /** Messages whose day is none in this order. */
  odd: number;
  /** There were more messages, or more people, than are kept. */
  more: boolean;
}
export type ReadChat = { ok: true; chat: Chat } | { ok: false; problem: PeopleProblem };

/** Nobody has more: about forty years of fifty a day. */
const MOST_MESSAGES = 1_000_000;
const MOST_AUTHORS = 1024;
/** A line longer than this is text. */
const LONGEST_LINE = 4096;

/** Whether a text is such a chat: its first line with words is the beginning of a message. */
export function looksLikeChat(text: string): boolean {
  const first = /^[\s\ufeff]*([^\n]{1,600})/.exec(text)?.[1];
  return first !== undefined && readChatLine(first) !== null;
}

/**
 * Reads a chat. `today` tells what lies in the future, `order` is what the user says of the days, `tell` hears how far it is, after each
 * piece of the file. Never throws.
 */
export async function readChat(
  file: Blob,
  { encoding, today, order }: { encoding: Encoding; today: Day; order?: ChatOrder },
  tell?: (at: Position) => void,
): Promise<ReadChat> {
  const found = new Found();
  try {
    for await (const { text, bytes } of textPieces(file, encoding)) {
      found.add(text);
      tell?.({ row: found.line, bytes, size: file.size });
    }
  } catch {
    return { ok: false, problem: 'gone' };
  }
  found.add('\n');
  return found.dates.length === 0 ? { ok: false, problem: 'none' } : { ok: true, chat: found.chat(today, order ?? null) };
}

class Found {
  line = 0;
  readonly dates: (readonly [number, number, number])[] = [];
  private readonly times: number[] = [];
  private readonly by: number[] = [];
  private readonly authors = new Map<string, number>();
  private shape: string | null = null;
  private yearFirst = false;
  private rest = '';
  private more = false;

  add(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop()!.slice(0, LONGEST_LINE);
    for (const line of lines) {
      this.line += 1;
      const read = readChatLine(line);
      if (read && (this.shape === null || read.shape === this.shape)) this.take(read);
    }
  }

  private take({ shape, numbers, yearFirst, time, author }: ChatLine): void {
    this.shape = shape;
    this.yearFirst ||= yearFirst;
    if (author === null) return;
    let place = this.authors.get(author);
    if (this.dates.length >= MOST_MESSAGES || (place === undefined && this.authors.size >= MOST_AUTHORS)) {
      this.more = true;
      return;
    }
    if (place === undefined) this.authors.set(author, (place = this.authors.size));
    this.dates.push(numbers);
    this.times.push(time);
    this.by.push(place);
  }

  chat(today: Day, said: ChatOrder | null): Chat {
    const found = this.yearFirst ? { order: 'ymd' as const, isGuess: false } : orderOf(this.dates, this.times, this.shape ?? '', today);
    const { order, isGuess } = said === null ? found : { order: said, isGuess: false };
    const at: number[] = [];
    const by: number[] = [];
    const counts = new Array<number>(this.authors.size).fill(0);
    for (let i = 0; i < this.dates.length; i++) {
      const day = dayIn(this.dates[i]!, order);
      if (day === null) continue;
      at.push(day * 86_400 + this.times[i]!);
      by.push(this.by[i]!);
      counts[this.by[i]!]! += 1;
    }
    return {
      authors: [...this.authors.keys()].map((name, i) => ({ name, messages: counts[i]! })),
      by: Uint16Array.from(by),
      at: Float64Array.from(at),
      order,
      isGuess,
      odd: this.dates.length - at.length,
      more: this.more,
    };
  }
}

const PLACES: Record<ChatOrder, readonly [year: number, month: number, day: number]> = { dmy: [2, 1, 0], mdy: [2, 0, 1], ymd: [0, 1, 2] };

/** The day's number, or null when there is no such day. WhatsApp is from 2009. */
function dayIn(numbers: readonly [number, number, number], order: ChatOrder): number | null {
  const [y, month, day] = PLACES[order].map((place) => numbers[place]!) as [number, number, number];
  const year = y < 100 ? 2000 + y : y;
  // In Thailand and Persia years are others.
  if (year < 2009 || year > 2100 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return numberOf(year, month, day);
}

/** The order in which days are days, follow one another and lie in the past; where two are as good, the one that is usual in such a form. */
function orderOf(
  dates: readonly (readonly [number, number, number])[],
  times: readonly number[],
  shape: string,
  today: Day,
): { order: ChatOrder; isGuess: boolean } {
  const latest = (dayNumber(today) + 2) * 86_400;
  const costs = (['dmy', 'mdy', 'ymd'] as const).map((order) => {
    let wrong = 0;
    let back = 0;
    let before = 0;
    for (let i = 0; i < dates.length; i++) {
      const day = dayIn(dates[i]!, order);
      const at = day === null ? null : day * 86_400 + times[i]!;
      if (at === null || at > latest) wrong += 1;
      // Clocks are set back by an hour, and phones travel.
      else {
        if (at < before - 90_000) back += 1;
        before = at;
      }
    }
    return { order, wrong, cost: wrong * 4 + back };
  });
  const usual: ChatOrder = /[<>]$/.test(shape) && shape.includes('/') ? 'mdy' : 'dmy';
  costs.sort(
    (a, b) =>
      a.cost - b.cost || Number(b.order === usual) - Number(a.order === usual) || Number(a.order === 'ymd') - Number(b.order === 'ymd'),
  );
  const [best, next] = costs;
  const sameDays = dates.every(([a, b]) => a === b);
  return { order: best!.order, isGuess: best!.cost === next!.cost && !sameDays };
}
