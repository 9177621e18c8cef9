// What one counted message or act is, and how counts are read. Direction and windows: DOMAIN.md §1 (the tie: direction, strength).
import { addDays, dayOf, type Day } from './day';

export type Direction = 'in' | 'out';

/** What makes a message itself: the same message read twice, in two tabs or on two machines has the same parts. */
export interface MessageParts {
  site: string;
  account: string;
  /** The conversation's id where keys are unique only within it, else the empty string. */
  conversation: string;
  key: string;
}

/** What the rep can do to something another person published. */
export const ACT_KINDS = ['like', 'comment', 'repost'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What makes an act itself: each kind of act counts once per item, the post or comment that it is done to. */
export interface ActParts {
  site: string;
  account: string;
  kind: ActKind;
  item: string;
}

const text = new TextEncoder();

/** The id of a message. */
export function interactionId({ site, account, conversation, key }: MessageParts): Promise<string> {
  return hashOfParts([site, account, conversation, key]);
}

/** The id of an act. It has one part more than a message's, so no page can make one pass for the other. */
export function actId({ site, account, kind, item }: ActParts): Promise<string> {
  return hashOfParts([site, account, 'act', kind, item]);
}

/** 128 bits of SHA-256 over the parts, 22 characters of base64url. No part can be read back. */
export async function hashOfParts(parts: readonly string[]): Promise<string> {
  const whole = parts.map((part) => `${part.length}:${part}`).join('|');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(whole))).subarray(0, 16);
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}

/**
 * The local day to which a message belongs, or null when nobody knows: an undated message counts in totals only,
 * unless it was seen arriving.
 */
export function dayOfMessage(at: string | null, live: boolean, seenAt: number, zone: string): Day | null {
  if (at === null) return live ? dayOf(seenAt, zone) : null;
  return at.includes('T') ? dayOf(Date.parse(at), zone) : at;
}

/** Messages counted on one day, and whether the conversation was open on that day. */
export interface DayCount {
  day: Day;
  in: number;
  out: number;
  watched: boolean;
}

/** Counts over the last `length` days, today included. `watched` says on how many of them the conversation was open. */
export interface Window {
  in: number;
  out: number;
  watched: number;
}

/** Adds up the days that lie in the window of `length` days ending with `today`. A day without a row was not watched. */
export function windowOf(days: readonly DayCount[], today: Day, length: number): Window {
  const first = addDays(today, 1 - length);
  const watched = new Set<Day>();
  const sum: Window = { in: 0, out: 0, watched: 0 };
  for (const row of days) {
    if (row.day < first || row.day > today) continue;
    sum.in += row.in;
    sum.out += row.out;
    if (row.watched) watched.add(row.day);
  }
  sum.watched = watched.size;
  return sum;
}

/** The later of two times (ISO instants or days), null meaning never. A day counts as its first moment. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  if (b === null) return a;
  return a >= b ? a : b;
}
