// Answers about replies: which fit, and putting one into the composer.
import { db } from '@/lib/db/database';
import { creditInsertion } from '@/lib/db/replies';
import { readSettings } from '@/lib/db/settings';
import { whoIs } from '@/lib/db/who';
import { Failure } from '@/lib/domain/failure';
import { newId } from '@/lib/domain/id';
import { rankReplies } from '@/lib/domain/rank';
import { fillTemplate } from '@/lib/domain/template';
import { maySell, tierOf } from '@/lib/domain/tie/tier';
import type { InsertOutcome, Subject } from '@/lib/messages/protocol';
import type { Answers, Sender } from '@/lib/messages/serve';
import { rememberHere } from './act';
import { contactFor, locate } from './subject';
import { tellChanged, tellPage } from './tell';

export const replyAnswers: Pick<Answers, 'reply.offer' | 'reply.insert'> = {
  'reply.offer': async ({ subject, query }, from) => {
    const name = await nameFor(subject, from);
    const replies = await db.replies.toArray();
    // Who looks for a reply by its words has decided for it; only what comes unasked is held back.
    const fitting = query.trim() !== '' || (await maySellTo(subject, from)) ? replies : replies.filter(({ sells }) => !sells);
    const offered = rankReplies(fitting, query)
      .slice(0, 50)
      .map(({ id, title, body }) => {
        const result = fillTemplate(body, { name });
        return 'filled' in result
          ? { id, title, body, text: result.filled.text, problem: null }
          : { id, title, body, text: null, problem: { code: result.errors[0]!.code, word: result.errors[0]!.word } };
      });
    return { replies: offered, total: replies.length };
  },

  'reply.insert': async ({ subject, reply }, from) => {
    const located = await locate(subject, from);
    const { tab, ref, place } = located;
    const template = await db.replies.get(reply);
    if (!template) throw new Failure('gone');
    const result = fillTemplate(template.body, { name: await nameFor(subject, from) });
    if (!('filled' in result)) throw new Failure('invalid');
    const { text, cursor } = result.filled;
    const now = Date.now();
    if ((await whoIs(place)).is === 'ask') throw new Failure('moved');
    const insertion = newId(now);
    const outcome: InsertOutcome = (await tellPage<InsertOutcome>(tab, { order: 'insert', ref, text, cursor, insertion })) ?? 'no-page';
    if (outcome === 'inserted') {
      const { identity } = await rememberHere(located, now);
      await creditInsertion(insertion, reply, identity.id, now);
      tellChanged('contacts', 'replies', 'credits');
    }
    return { outcome, text };
  },
};

/** Whether a reply that pushes a sale may be suggested here: it drives off whoever is not close yet. DOMAIN.md §3. */
async function maySellTo(subject: Subject, from: Sender): Promise<boolean> {
  const contact = await contactFor(subject, from).catch(() => null);
  const standing = contact === null ? undefined : await db.standings.get(contact);
  if (!standing) return false;
  return maySell(tierOf(standing, Temporal.Now.plainDateISO().toString(), (await readSettings()).care).is);
}

/** The name that goes into a reply: the contact's, else the one the conversation shows; null for a group or an unclear person. */
async function nameFor(subject: Subject, from: Sender): Promise<string | null> {
  if (subject.ref === undefined) return null;
  const { place } = await locate(subject, from);
  if (place.conversation.kind === 'group') return null;
  const who = await whoIs(place);
  if (who.is === 'ask') return null;
  if (who.is === 'known') return (await db.contacts.get(who.identity.contactId))?.name ?? place.conversation.name;
  return place.conversation.name;
}
