// The replies as a list to keep in order: which are shown, in what order, in which folders, and which nobody uses any more.
import { beliefOf, type Belief } from './rank/answered';
import type { Reply, Shelf } from './reply-records';
import { sumOutcomes } from './reply-tally';
import { nearDuplicates } from './simhash';

/** Those in use, those of them that were never used, that are nearly the same as another, or those that were put away. */
export const SHOWN = ['use', 'never', 'twins', 'archived'] as const;

/** What is to be shown. Null says nothing about that side; the folder '' holds those in none, the language 'any' those of no language. */
export interface ReplyFilter {
  show: (typeof SHOWN)[number];
  folder: string | null;
  tag: string | null;
  language: 'en' | 'zh' | 'any' | null;
}
export const everyReply: ReplyFilter = { show: 'use', folder: null, tag: null, language: null };

/** Of which other replies in use each is nearly the same, by id. Who stands alone is not in it. */
export function twinsOf(replies: readonly Reply[]): Map<string, string[]> {
  const inUse = replies.filter(({ archivedAt }) => archivedAt === null);
  const groups = nearDuplicates(inUse.map(({ id, body }) => ({ id, text: body })));
  return new Map(groups.flatMap((group) => group.map((id) => [id, group.filter((other) => other !== id)] as const)));
}

/** How often each is answered, with the interval, by id. Who was never sent as it is has none. */
export function answerBeliefs(replies: readonly Reply[]): Map<string, Belief> {
  const sums = replies.map(({ id, outcomes }) => ({ id, ...sumOutcomes(outcomes) }));
  const usual = usualShare(sums);
  return new Map(sums.flatMap(({ id, ...tally }) => (tally.sent > 0 ? [[id, beliefOf(tally, usual)] as const] : [])));
}

/** The share that replies are answered on the whole, which is what is believed of one of which little is known. */
export function usualShare(sums: readonly { sent: number; answered: number }[]): number {
  const sum = (what: 'sent' | 'answered') => sums.reduce((total, one) => total + one[what], 0);
  return beliefOf({ sent: sum('sent'), answered: sum('answered') }).mean;
}

/** With fewer sent than this, the interval says little, and that is said. */
export const FEW_SENT = 10;

export function showsReply(reply: Reply, { show, folder, tag, language }: ReplyFilter, twins: ReadonlyMap<string, unknown>): boolean {
  return (
    (reply.archivedAt !== null) === (show === 'archived') &&
    (show !== 'never' || reply.uses === 0) &&
    (show !== 'twins' || twins.has(reply.id)) &&
    (folder === null || reply.folder === folder) &&
    (tag === null || reply.tags.includes(tag)) &&
    (language === null || (reply.language ?? 'any') === language)
  );
}

/** Puts replies in an order; of equals, what was used last, then by name, then by id. `byName` compares two titles in the reader's language. */
export function orderReplies<T extends Reply>(
  replies: readonly T[],
  order: Shelf['order'],
  beliefs: ReadonlyMap<string, Belief>,
  byName: (a: string, b: string) => number,
): T[] {
  const last = (one: Reply) => one.lastUsedAt ?? 0;
  // By what is sure at least: one answer of one says less than nine of ten. Never sent comes behind all.
  const sure = ({ id }: Reply) => beliefs.get(id)?.low ?? -1;
  const first: Record<Shelf['order'], (a: T, b: T) => number> = {
    used: (a, b) => b.uses - a.uses,
    answered: (a, b) => sure(b) - sure(a),
    recent: (a, b) => last(b) - last(a),
    name: (a, b) => byName(a.title, b.title),
  };
  return [...replies].sort(
    (a, b) => first[order](a, b) || last(b) - last(a) || byName(a.title, b.title) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** The replies by folder, folders by name, those in none at the end. The order within is kept. */
export function inFolders<T extends Reply>(
  replies: readonly T[],
  byName: (a: string, b: string) => number,
): { folder: string; replies: T[] }[] {
  const folders = new Map<string, T[]>();
  for (const reply of replies) folders.set(reply.folder, [...(folders.get(reply.folder) ?? []), reply]);
  return [...folders]
    .map(([folder, inside]) => ({ folder, replies: inside }))
    .sort((a, b) => Number(a.folder === '') - Number(b.folder === '') || byName(a.folder, b.folder));
}

const UNUSED_MS = 180 * 24 * 3_600_000;

/** Those in use that nobody used for 180 days, made and worded before that: whose last use is the longest ago first. */
export function unusedReplies<T extends Reply>(replies: readonly T[], now: number): T[] {
  const touched = ({ lastUsedAt, createdAt, wordedAt }: Reply) => Math.max(lastUsedAt ?? 0, createdAt, wordedAt);
  return replies
    .filter((reply) => reply.archivedAt === null && touched(reply) < now - UNUSED_MS)
    .sort((a, b) => (a.lastUsedAt ?? 0) - (b.lastUsedAt ?? 0) || touched(a) - touched(b) || (a.id < b.id ? -1 : 1));
}
