// Which replies to offer: suggested ones first, each with its reason, or none; then the others. A search asks for no reason.
import { db } from '@/lib/db/database';
import { replyIndex } from '@/lib/db/reply-index';
import { findReplies } from '@/lib/domain/find-replies';
import { choose, matchMessage, type ReplyScene, type Suggestion } from '@/lib/domain/rank';
import type { Reply } from '@/lib/domain/reply-records';
import { talliesOf } from '@/lib/domain/reply-tally';
import { fillTemplate, textOf } from '@/lib/domain/template/fill';
import type { Values } from '@/lib/domain/template/values';
import { maySell } from '@/lib/domain/tie/tier';
import type { Answer, OfferedReply, Subject } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/serve';
import { meanings } from './meanings';
import { sceneOf, wordsIn } from './reply-scene';
import { valuesFor } from './reply-values';
import { contactFor, locate } from './subject';

/** So many are shown at once; a search finds the rest. */
const MOST = 50;

/** The replies for the person of a request, best first. */
export async function offerReplies(subject: Subject, query: string, from: Sender): Promise<Answer<'reply.offer'>> {
  const values = await valuesFor(subject, from);
  const all = await db.replies.toArray();
  const replies = all.filter(({ archivedAt }) => archivedAt === null);
  if (query.trim() !== '') {
    // Who looks for a reply by its words has decided for it: nothing is held back.
    return { replies: findReplies(replies, query).slice(0, MOST).map(shown(values)), total: replies.length, suggested: 0, heard: false };
  }
  const heard = await heardBy(subject, from);
  const scene = await sceneOf(await contactFor(subject, from).catch(() => null), heard);
  const chosen = await suggest(all, scene, heard);
  const whys = new Map(chosen.map(({ id, why }) => [id, why]));
  const first = chosen.flatMap(({ id }) => replies.find((reply) => reply.id === id) ?? []);
  const rest = findReplies(
    replies.filter(({ id, sells }) => !whys.has(id) && !(sells && (scene.tier === null || !maySell(scene.tier)))),
    '',
  );
  return {
    replies: [...first, ...rest].slice(0, MOST).map((reply) => ({ ...shown(values)(reply), why: whys.get(reply.id) ?? null })),
    total: replies.length,
    suggested: first.length,
    heard: heard !== null,
  };
}

/** The replies that fit now, and their last message if one waits for an answer. */
async function suggest(replies: readonly Reply[], scene: ReplyScene, heard: string | null): Promise<Suggestion[]> {
  const words = heard === null ? null : await meanings();
  const matches = heard === null ? null : matchMessage(await replyIndex(replies, words), heard, words);
  const tallies = new Map(replies.map(({ id, outcomes }) => [id, talliesOf(outcomes)]));
  return choose({ replies, matches, scene, tallies });
}

/** What they wrote last in the conversation of a request, where it waits for an answer. */
export async function heardBy(subject: Subject, from: Sender): Promise<string | null> {
  if (subject.ref === undefined) return null;
  const { tab, ref } = await locate(subject, from);
  return wordsIn(tab, ref, 'in');
}

/** A reply as it stands for somebody: whole, or with what has to be asked. */
const shown =
  (values: Values) =>
  ({ id, title, shortcut, body, language }: Reply): OfferedReply => {
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
      why: null,
    };
  };
