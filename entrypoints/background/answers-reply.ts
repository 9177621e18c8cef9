// Answers about replies: which fit, and putting one into the composer.
import { db } from '@/lib/db/database';
import { creditInsertion } from '@/lib/db/replies';
import { rebuildIndex } from '@/lib/db/reply-index';
import { dropExample, keepExample, learnFrom } from '@/lib/db/reply-lessons';
import { changeSettings, readSettings } from '@/lib/db/settings';
import { forgetTyped } from '@/lib/db/typed';
import { whoIs } from '@/lib/db/who';
import { Failure } from '@/lib/domain/failure';
import { newId } from '@/lib/domain/id';
import { fillTemplate, textOf } from '@/lib/domain/template/fill';
import type { InsertOutcome } from '@/lib/messages/protocol';
import type { Answers } from '@/lib/messages/serve';
import { rememberHere } from './act';
import { meanings } from './meanings';
import { heardBy, offerReplies } from './reply-offer';
import { wordsIn } from './reply-scene';
import { valuesFor } from './reply-values';
import { standsNow } from './stands-now';
import { locate } from './subject';
import { bringParts, tellChanged, tellPage } from './tell';

export const replyAnswers: Pick<Answers, `reply.${'offer' | 'insert' | 'choices' | 'choose'}` | `example.${'keep' | 'list' | 'drop'}`> = {
  'reply.offer': ({ subject, query }, from) => offerReplies(subject, query, from),

  'reply.insert': async ({ subject, reply, filled }, from) => {
    const located = await locate(subject, from);
    const { tab, ref, place } = located;
    const template = await db.replies.get(reply);
    // A panel may still show a list of before.
    if (!template || template.archivedAt !== null) throw new Failure('gone');
    const made = fillTemplate(template.body, await valuesFor(subject, from), template.language);
    const result = made.problem ? null : textOf(made, filled);
    if (!result || !('text' in result)) throw new Failure('invalid');
    const { text, cursor } = result;
    const now = Date.now();
    if ((await whoIs(place)).is === 'ask') throw new Failure('moved');
    const heard = await wordsIn(tab, ref, 'in');
    const insertion = newId(now);
    await bringParts(tab, 'page-insert');
    const outcome: InsertOutcome =
      (await tellPage<InsertOutcome>(tab, { order: 'insert', ref, text, cursor, insertion, picked: from.level === 'picker' })) ?? 'no-page';
    if (outcome === 'inserted') {
      const { identity } = await rememberHere(located, now);
      await creditInsertion(insertion, reply, identity.id, (await standsNow(identity.contactId)).tier, now);
      if (heard !== null) {
        await learnFrom(reply, heard, now);
        rebuildSoon();
      }
      tellChanged('contacts', 'replies', 'credits');
    }
    return { outcome, text, heard: heard !== null };
  },

  'example.keep': async ({ subject, reply }, from) => {
    const heard = await heardBy(subject, from);
    if (heard === null) throw new Failure('moved');
    const undo = await keepExample(reply, heard, Date.now());
    tellChanged('replies');
    return { undo };
  },
  'example.list': async ({ reply }) => ({
    examples: (await db.examples.where({ replyId: reply }).sortBy('createdAt')).map(({ id, text }) => ({ id, text })),
  }),
  'example.drop': async ({ example }) => {
    const undo = await dropExample(example, Date.now());
    tellChanged('replies');
    return { undo };
  },

  'reply.choices': async () => ({ choices: (await readSettings()).replies }),
  'reply.choose': async ({ choices }) => {
    const given = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
    // In one stroke: who switches it off wants it forgotten, too.
    await db.transaction('rw', db.settings, db.typed, async () => {
      await changeSettings(Date.now(), ({ replies }) => ({ replies: { ...replies, ...given } }));
      if (given['typed'] === false) await forgetTyped();
    });
    tellChanged('settings');
    return {};
  },
};

let rebuilding: ReturnType<typeof setTimeout> | undefined;
/** What was learned goes into the index when nobody waits for it. Should the worker die first, the next insertion brings it in. */
function rebuildSoon(): void {
  clearTimeout(rebuilding);
  rebuilding = setTimeout(
    () =>
      void meanings()
        .then(rebuildIndex)
        .catch(() => undefined),
    1_500,
  );
}
