// Who has a shortcut: of the replies in use one at most.
import type { Reply } from '../domain/reply-records';
import { db } from './database';

/** The reply in use that has this shortcut, but for `id` itself. */
export function holderOf(shortcut: string, id: string | null): Promise<Reply | undefined> {
  return db.replies.filter((one) => one.id !== id && one.archivedAt === null && one.shortcut === shortcut).first();
}

/**
 * Takes from these replies, which have just come back, the shortcuts that others got meanwhile. Gives what was taken away. Runs inside the
 * caller's transaction, which has to name `replies`.
 */
export async function yieldShortcuts(ids: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  for (const id of ids) {
    const reply = await db.replies.get(id);
    if (!reply || reply.archivedAt !== null || reply.shortcut === '' || !(await holderOf(reply.shortcut, id))) continue;
    lost.push(reply.shortcut);
    await db.replies.update(id, { shortcut: '' });
  }
  return lost;
}
