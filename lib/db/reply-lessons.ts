// What replies answered: learned as weights at each insertion, and kept as words only where the rep says so.
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { learn } from '../domain/rank';
import { db } from './database';
import { undoable } from './undo';

/** So many examples of one reply are enough; the oldest gives way. */
const MOST_EXAMPLES = 30;

/** Learns that a reply was chosen for a message. Of the message nothing is kept but hashed weights. */
export async function learnFrom(replyId: string, message: string, now: number): Promise<void> {
  await db.transaction('rw', db.replies, db.learned, async () => {
    if (!(await db.replies.get(replyId))) return;
    await db.learned.put(learn((await db.learned.get(replyId)) ?? null, replyId, message, now));
  });
}

/** Keeps a message as an example of what a reply answers: the rep's own click. Undoable; the same words are kept once. */
export async function keepExample(replyId: string, message: string, now: number): Promise<string | null> {
  const text = message.trim().slice(0, 2000);
  if (text === '') throw new Failure('invalid');
  if (!(await db.replies.get(replyId))) throw new Failure('gone');
  const there = await db.examples.where({ replyId }).sortBy('createdAt');
  if (there.some((example) => example.text === text)) return null;
  const id = newId(now);
  const over = there.slice(0, Math.max(0, there.length + 1 - MOST_EXAMPLES)).map((example) => example.id);
  return undoable(
    [id, ...over].map((example): [string, string] => ['examples', example]),
    now,
    async () => {
      await db.examples.bulkDelete(over);
      await db.examples.add({ id, replyId, text, createdAt: now });
    },
  );
}

/** Forgets an example. Undoable. */
export async function dropExample(id: string, now: number): Promise<string | null> {
  return undoable([['examples', id]], now, () => db.examples.delete(id));
}
