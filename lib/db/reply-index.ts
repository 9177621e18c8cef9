// The index by which replies are matched with messages, kept so that a worker that starts need not build it. Derived: it is in no
// backup, and whatever it was made of may change at any time.
import { buildIndex, type Meanings, type RankIndex } from '../domain/rank';
import type { Reply } from '../domain/reply-records';
import { db } from './database';

/** What is kept: the index, and from which replies and examples it was made. */
export interface KeptIndex {
  id: 'replies';
  stamp: string;
  index: RankIndex;
}

/** Held while the worker lives: reading it takes longer than using it. */
let held: KeptIndex | null = null;

async function stampOf(replies: readonly Reply[]): Promise<string> {
  const examples = await db.examples.toCollection().primaryKeys();
  return JSON.stringify([replies.map(({ id, title }) => [id, title]), examples]);
}

async function build(replies: readonly Reply[], stamp: string, meanings: Meanings | null): Promise<KeptIndex> {
  const [examples, learned] = await Promise.all([db.examples.toArray(), db.learned.bulkGet(replies.map(({ id }) => id))]);
  const texts = new Map<string, string[]>();
  for (const { replyId, text } of examples) texts.set(replyId, [...(texts.get(replyId) ?? []), text]);
  const known = replies.map(({ id, title }, i) => ({ id, title, examples: texts.get(id) ?? [], learned: learned[i] ?? null }));
  const index = buildIndex(known, meanings);
  held = { id: 'replies', stamp, index };
  await db.replyIndex.put(held);
  return held;
}

/**
 * The index over these replies, which are all there are. It is made anew when a title or an example has changed; what was learned since it
 * was made may be missing, see `rebuildIndex`.
 */
export async function replyIndex(replies: readonly Reply[], meanings: Meanings | null): Promise<RankIndex> {
  const stamp = await stampOf(replies);
  if (held?.stamp !== stamp) held = (await db.replyIndex.get('replies')) ?? null;
  return (held?.stamp === stamp ? held : await build(replies, stamp, meanings)).index;
}

/** What is kept is of another book now: after a restore. Runs inside the caller's transaction. */
export async function dropIndex(): Promise<void> {
  held = null;
  await db.replyIndex.clear();
}

/** Makes the index anew with everything learned: some time after a reply was accepted, while nobody waits. */
export async function rebuildIndex(meanings: Meanings | null): Promise<void> {
  const replies = await db.replies.toArray();
  await build(replies, await stampOf(replies), meanings);
}
