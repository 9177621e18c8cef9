// Answers about reply templates as the rep keeps them: list, change, remove, the ones that Rapport brings, and those out of a file.
import { db } from '@/lib/db/database';
import { arrangeReplies, renameFolder } from '@/lib/db/arrange-replies';
import { dropReplies, importReplies, stageReplies } from '@/lib/db/import-replies';
import { deleteReply, saveReply } from '@/lib/db/replies';
import { addStarter, removeStarter } from '@/lib/db/starter';
import { sumOutcomes } from '@/lib/domain/reply-tally';
import type { Answers } from '@/lib/messages/serve';
import { valuesFor } from './reply-values';
import { tellChanged } from './tell';

export const templateAnswers: Pick<
  Answers,
  | `reply.${'list' | 'save' | 'delete' | 'values' | 'arrange'}`
  | 'folder.rename'
  | `starter.${'add' | 'remove'}`
  | `replies.${'stage' | 'import' | 'drop'}`
> = {
  'reply.list': async () => ({ replies: (await db.replies.toArray()).map((reply) => ({ ...reply, ...sumOutcomes(reply.outcomes) })) }),
  'reply.save': async ({ id, title, body, ...more }) => {
    const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
    const saved = await saveReply(id, title, body, Date.now(), given);
    tellChanged('replies');
    return { id: saved };
  },
  'reply.delete': async ({ reply }) => {
    const undo = await deleteReply(reply, Date.now());
    tellChanged('replies');
    return { undo };
  },
  'reply.arrange': async ({ replies, change }) => {
    const done = await arrangeReplies(replies, change, Date.now());
    tellChanged('replies');
    return done;
  },
  'folder.rename': async ({ from, to }) => {
    const undo = await renameFolder(from, to, Date.now());
    tellChanged('replies');
    return { undo };
  },
  'reply.values': async ({ contact }, from) => ({ values: await valuesFor({ contact }, from) }),
  'starter.add': async ({ language }) => {
    const undo = await addStarter(language, Date.now());
    tellChanged('replies');
    return { undo };
  },
  'starter.remove': async () => {
    const undo = await removeStarter(Date.now());
    tellChanged('replies');
    return { undo };
  },
  'replies.stage': async ({ job, n, replies }) => {
    await stageReplies(job, n, replies, Date.now());
    return {};
  },
  'replies.import': async ({ job }) => {
    const done = await importReplies(job, Date.now());
    tellChanged('replies');
    return done;
  },
  'replies.drop': async ({ job }) => {
    await dropReplies(job);
    return {};
  },
};
