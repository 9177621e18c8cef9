// Reply templates and what became of each insertion.
import { blankReply } from '../domain/blank-reply';
import { Failure } from '../domain/failure';
import { isSending } from '../domain/credit';
import type { Credit, Reply } from '../domain/reply-records';
import { plainShortcut } from '../domain/shortcut';
import { db } from './database';
import { holderOf } from './shortcuts';
import { undoable } from './undo';

/** What the rep says of a reply beside its title and words. */
export type Said = Pick<Reply, 'shortcut' | 'language' | 'folder' | 'tags' | 'fits' | 'sells'>;

/**
 * Creates a reply (`id` null) or changes one; what is not given stays as it was. Gives its id. Fails with `gone`, and with `taken`
 * when another reply has the shortcut. A starter reply with other words is the rep's own from then on.
 */
export async function saveReply(id: string | null, title: string, body: string, now: number, more: Partial<Said> = {}): Promise<string> {
  const said = { ...more, ...(more.shortcut === undefined ? {} : { shortcut: plainShortcut(more.shortcut) }) };
  return db.transaction('rw', db.replies, async () => {
    const { shortcut } = said;
    const other = shortcut ? await holderOf(shortcut, id) : undefined;
    if (other) throw new Failure('taken');
    if (id === null) {
      const fresh: Reply = { ...blankReply(title, body, now), ...said };
      await db.replies.add(fresh);
      return fresh.id;
    }
    const old = await db.replies.get(id);
    if (!old) throw new Failure('gone');
    const isSame = old.title === title && old.body === body;
    const { starter, wordedAt } = isSame ? old : { starter: null, wordedAt: now };
    await db.replies.update(id, { title, body, ...said, starter, wordedAt, updatedAt: now });
    return id;
  });
}

/** Deletes a reply. Undoable. */
export async function deleteReply(id: string, now: number): Promise<string | null> {
  const examples = await db.examples.where({ replyId: id }).primaryKeys();
  return undoable(
    [['replies', id], ['tombstones', id], ['learned', id], ...examples.map((example): [string, string] => ['examples', example])],
    now,
    async () => {
      await db.replies.delete(id);
      await db.learned.delete(id);
      await db.examples.bulkDelete(examples);
      await db.tombstones.put({ id, deletedAt: now });
    },
  );
}

/**
 * Notes that a reply was put into a composer, for a contact of this tier (null: not known yet). The insertion id was made before the text
 * went out.
 */
export async function creditInsertion(
  insertion: string,
  replyId: string,
  identityId: string,
  tier: Credit['tier'],
  now: number,
): Promise<void> {
  await db.transaction('rw', db.replies, db.credits, async () => {
    await db.credits.add({ id: insertion, replyId, identityId, tier, insertedAt: now, sentAt: null, edited: false, answeredAt: null });
    const reply = await db.replies.get(replyId);
    if (reply) await db.replies.update(replyId, { uses: reply.uses + 1, lastUsedAt: now });
  });
}

/** Notes that an inserted reply was sent. Too late or twice changes nothing. Gives whether it counted. */
export async function creditSending(insertion: string, edited: boolean, now: number): Promise<boolean> {
  return db.transaction('rw', db.replies, db.credits, async () => {
    const credit = await db.credits.get(insertion);
    if (!credit || !isSending(credit, now)) return false;
    await db.credits.update(insertion, { sentAt: now, edited });
    await countOutcome(credit, edited ? 'edited' : 'sent');
    return true;
  });
}

/** Notes that a sent reply was answered. Runs inside the caller's transaction, which has to name `replies`. */
export async function creditAnswer(credit: Credit, answeredAt: number): Promise<void> {
  await db.credits.update(credit.id, { answeredAt });
  if (!credit.edited) await countOutcome(credit, 'answered');
}

async function countOutcome({ replyId, tier }: Credit, what: 'sent' | 'answered' | 'edited'): Promise<void> {
  const reply = await db.replies.get(replyId);
  if (!reply) return;
  const before = reply.outcomes[tier ?? 'unknown'] ?? { sent: 0, answered: 0, edited: 0 };
  await db.replies.update(replyId, { outcomes: { ...reply.outcomes, [tier ?? 'unknown']: { ...before, [what]: before[what] + 1 } } });
}

/** Ids of the replies that were sent through these identities as they now are: a text that was changed since is another one. */
export async function sentTo(identityIds: readonly string[]): Promise<string[]> {
  const credits = (
    await Promise.all(identityIds.map((id) => db.credits.where('[identityId+insertedAt]').between([id, 0], [id, Infinity]).toArray()))
  ).flat();
  const sent = credits.filter(({ sentAt }) => sentAt !== null);
  const replies = await db.replies.bulkGet(sent.map(({ replyId }) => replyId));
  return [...new Set(sent.flatMap(({ replyId, sentAt }, i) => (replies[i] && replies[i].wordedAt <= sentAt! ? [replyId] : [])))];
}
