// The replies of the rep, as they are kept, brought in and put in order.
import { z } from 'zod';
import { portableSchema } from '../domain/portable-reply';
import { replyChoiceSchema, replyChoicesSchema, replySchema } from '../domain/reply-records';
import { valuesSchema } from '../domain/template/values';
import { type Message, done, id, nothing, tag } from './shapes';

const replyShape = replySchema.shape;
const replyStats = replySchema.extend({ sent: z.number(), edited: z.number(), answered: z.number() });
export type ReplyWithStats = z.infer<typeof replyStats>;

export const repliesMessages = {
  'reply.list': {
    levels: ['ui'],
    says: 'All reply templates with what became of them.',
    request: nothing,
    reply: z.object({ replies: z.array(replyStats) }),
  },
  'reply.choices': {
    levels: ['ui'],
    says: 'How replies are offered.',
    request: nothing,
    reply: z.object({ choices: replyChoicesSchema }),
  },
  'reply.choose': {
    levels: ['ui'],
    says: 'Change how replies are offered.',
    request: z.object({ choices: replyChoiceSchema }),
    reply: nothing,
  },
  'reply.save': {
    levels: ['ui'],
    says: 'Create a reply template, or change one.',
    request: z.object({
      id: id.nullable(),
      title: z.string().trim().min(1).max(120),
      body: z.string().min(1).max(10_000),
      /** What is not given stays as it was. */
      shortcut: replyShape.shortcut.unwrap().optional(),
      language: replyShape.language.unwrap().optional(),
      folder: replyShape.folder.unwrap().optional(),
      tags: replyShape.tags.unwrap().optional(),
      fits: replyShape.fits.unwrap().optional(),
      sells: replyShape.sells.unwrap().optional(),
    }),
    reply: z.object({ id }),
  },
  'reply.arrange': {
    levels: ['ui'],
    says: 'Put several replies into a folder, change their tags, archive them or bring them back; undoable in one step.',
    request: z.object({
      replies: z.array(id).min(1).max(5000),
      change: z.object({
        folder: replyShape.folder.unwrap().optional(),
        addTags: z.array(tag).max(40).optional(),
        removeTags: z.array(tag).max(40).optional(),
        archived: z.boolean().optional(),
      }),
    }),
    /** `freed`: shortcuts that replies brought back have no more, because another has them now. */
    reply: z.object({ undo: id.nullable(), freed: z.array(z.string()) }),
  },
  'folder.rename': {
    levels: ['ui'],
    says: 'Give a folder of replies another name, or join it with the one of that name; undoable.',
    request: z.object({ from: z.string().min(1).max(60), to: replyShape.folder.unwrap() }),
    reply: done,
  },
  'replies.stage': {
    levels: ['ui'],
    says: 'Replies out of a file, part `n` of them, at most 1 MB: set aside under the id that `restore.begin` gave, nothing is changed yet.',
    request: z.object({
      job: id,
      n: z.number().int().min(0).max(5000),
      replies: z
        .array(portableSchema)
        .min(1)
        .max(500)
        // A character is three bytes at most, and the rest of a reply is small.
        .refine((replies) => replies.reduce((sum, { body }) => sum + body.length, 0) <= 250_000),
    }),
    reply: nothing,
  },
  'replies.import': {
    levels: ['ui'],
    says: 'Put in the replies that were set aside, all at once; undoable in one step. `bare` lost their shortcut to another.',
    request: z.object({ job: id }),
    reply: z.object({ undo: id.nullable(), added: z.number(), bare: z.number() }),
  },
  'replies.drop': { levels: ['ui'], says: 'Forget the replies that were set aside.', request: z.object({ job: id }), reply: nothing },
  'starter.add': {
    levels: ['ui'],
    says: 'Put in the replies that Rapport brings, in one language; undoable.',
    request: z.object({ language: z.enum(['en', 'zh']) }),
    reply: done,
  },
  'starter.remove': {
    levels: ['ui'],
    says: 'Remove the replies that Rapport brought and whose words nobody changed; undoable.',
    request: nothing,
    reply: done,
  },
  'reply.values': {
    levels: ['ui'],
    says: 'What a reply would be filled in with for a contact: to show a reply as it is written.',
    request: z.object({ contact: id }),
    reply: z.object({ values: valuesSchema }),
  },
  'example.list': {
    levels: ['ui'],
    says: 'The messages that were kept as examples of what a reply answers.',
    request: z.object({ reply: id }),
    reply: z.object({ examples: z.array(z.object({ id, text: z.string() })) }),
  },
  'example.drop': { levels: ['ui'], says: 'Forget an example; undoable.', request: z.object({ example: id }), reply: done },
  'reply.delete': { levels: ['ui'], says: 'Delete a reply template; undoable.', request: z.object({ reply: id }), reply: done },
} as const satisfies Record<string, Message>;
