// Replies from a file: set aside part by part, then put in all at once, or not at all.
import { blankReply } from '../domain/blank-reply';
import { Failure } from '../domain/failure';
import { newId } from '../domain/id';
import { meet, MOST_REPLIES, type Portable } from '../domain/portable-reply';
import type { Reply } from '../domain/reply-records';
import { plainShortcut } from '../domain/shortcut';
import { db } from './database';
import { undoable, type Touched } from './undo';

/** Set aside apart from what a restore of the same id would take over. */
const keyOf = (job: string): string => `replies-${job}`;

/** Sets part `n` aside; asked twice, it is there once. Nothing of the replies is touched before `importReplies`. */
export async function stageReplies(job: string, n: number, replies: readonly Portable[], now: number): Promise<void> {
  await db.staged.put({ job: keyOf(job), n, table: 'replies', rows: [...replies], at: now });
}

/** Forgets what was set aside. */
export async function dropReplies(job: string): Promise<void> {
  await db.staged.where({ job: keyOf(job) }).delete();
}

/**
 * Puts in what was set aside, in one transaction, in the order of the file; undoable in one step. A shortcut that another reply in use has is
 * left out. Gives how many there are and how many of them lost their shortcut. Fails with `gone` when nothing is set aside, as after
 * the first time, and with `invalid` when it is too much.
 */
export async function importReplies(job: string, now: number): Promise<{ undo: string | null; added: number; bare: number }> {
  return db.transaction('rw', db.tables, async () => {
    const parts = await db.staged.where({ job: keyOf(job) }).sortBy('n');
    const incoming = parts.flatMap(({ rows }) => rows as unknown as Portable[]);
    if (incoming.length === 0) throw new Failure('gone');
    if (incoming.length > MOST_REPLIES) throw new Failure('invalid');
    const plain = incoming.map((one) => ({ ...one, shortcut: plainShortcut(one.shortcut) }));
    const held = (await db.replies.toArray()).filter(({ archivedAt }) => archivedAt === null);
    // Whoever ticked one with a text that is here already wants it: only shortcuts are looked at.
    const meetings = meet(
      plain.map((one, i) => ({ ...one, body: String(i) })),
      held.map((one) => ({ ...one, body: '' })),
    );
    const fresh = plain.map((one, i): Reply => ({
      ...blankReply(one.title, one.body, now),
      ...one,
      // Ids are made of the time: those of one file stand in its order.
      id: newId(now + i),
      shortcut: meetings[i]!.taken === null ? one.shortcut : '',
    }));
    const undo = await undoable(
      fresh.map(({ id }): Touched => ['replies', id]),
      now,
      async () => {
        await db.replies.bulkAdd(fresh);
        await dropReplies(job);
      },
    );
    return { undo, added: fresh.length, bare: meetings.filter(({ taken }) => taken !== null).length };
  });
}
