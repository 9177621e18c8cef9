// Answers about replies: which fit, and putting one into the composer.
import { db } from '@/lib/db/database';
import { creditInsertion } from '@/lib/db/replies';
import { changeSettings, readSettings } from '@/lib/db/settings';
import { whoIs } from '@/lib/db/who';
import { Failure } from '@/lib/domain/failure';
import { findReplies } from '@/lib/domain/find-replies';
import { newId } from '@/lib/domain/id';
import { rankReplies } from '@/lib/domain/rank';
import type { Reply } from '@/lib/domain/reply-records';
import { fillTemplate, textOf } from '@/lib/domain/template/fill';
import { maySell, tierOf } from '@/lib/domain/tie/tier';
import type { InsertOutcome, Subject } from '@/lib/messages/protocol';
import type { Answers, Sender } from '@/lib/messages/serve';
import { rememberHere } from './act';
import { valuesFor } from './reply-values';
import { contactFor, locate } from './subject';
import { bringParts, tellChanged, tellPage } from './tell';

export const replyAnswers: Pick<Answers, `reply.${'offer' | 'insert' | 'choices' | 'choose'}`> = {
  'reply.offer': async ({ subject, query }, from) => {
    const values = await valuesFor(subject, from);
    const replies = await db.replies.filter(({ archivedAt }) => !archivedAt).toArray();
    // Who looks for a reply by its words has decided for it; only what comes unasked is held back.
    const fitting = query.trim() !== '' ? findReplies(replies, query) : rankReplies(await suggestable(replies, subject, from), '');
    const offered = fitting.slice(0, 50).map(({ id, title, shortcut, body, language }) => {
      const { parts, blanks, problem } = fillTemplate(body, values, language);
      const done = problem || blanks.length > 0 ? null : textOf({ parts, blanks });
      return {
        id,
        title,
        shortcut,
        body,
        text: done && 'text' in done ? done.text : null,
        parts,
        blanks,
        problem: problem && { code: problem.code, word: problem.word },
      };
    });
    return { replies: offered, total: replies.length };
  },

  'reply.insert': async ({ subject, reply, filled }, from) => {
    const located = await locate(subject, from);
    const { tab, ref, place } = located;
    const template = await db.replies.get(reply);
    if (!template) throw new Failure('gone');
    const made = fillTemplate(template.body, await valuesFor(subject, from), template.language);
    const result = made.problem ? null : textOf(made, filled);
    if (!result || !('text' in result)) throw new Failure('invalid');
    const { text, cursor } = result;
    const now = Date.now();
    if ((await whoIs(place)).is === 'ask') throw new Failure('moved');
    const insertion = newId(now);
    await bringParts(tab, 'page-insert');
    const outcome: InsertOutcome =
      (await tellPage<InsertOutcome>(tab, { order: 'insert', ref, text, cursor, insertion, picked: from.level === 'picker' })) ?? 'no-page';
    if (outcome === 'inserted') {
      const { identity } = await rememberHere(located, now);
      await creditInsertion(insertion, reply, identity.id, now);
      tellChanged('contacts', 'replies', 'credits');
    }
    return { outcome, text };
  },

  'reply.choices': async () => ({ choices: (await readSettings()).replies }),
  'reply.choose': async ({ choices }) => {
    const given = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
    await changeSettings(Date.now(), ({ replies }) => ({ replies: { ...replies, ...given } }));
    tellChanged('settings');
    return {};
  },
};

/** Those that may come unasked. */
async function suggestable(replies: Reply[], subject: Subject, from: Sender): Promise<Reply[]> {
  return (await maySellTo(subject, from)) ? replies : replies.filter(({ sells }) => !sells);
}

/** Whether a reply that pushes a sale may be suggested here: it drives off whoever is not close yet. DOMAIN.md §3. */
async function maySellTo(subject: Subject, from: Sender): Promise<boolean> {
  const contact = await contactFor(subject, from).catch(() => null);
  const standing = contact === null ? undefined : await db.standings.get(contact);
  if (!standing) return false;
  return maySell(tierOf(standing, Temporal.Now.plainDateISO().toString(), (await readSettings()).care).is);
}
