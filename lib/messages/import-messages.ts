// People and chats out of files, and contacts into them.
import { z } from 'zod';
import { errorCodes } from '../domain/failure';
import { chatFileSchema } from '../domain/import/chat';
import { leavingSchema } from '../domain/import/leaving';
import { PART_PEOPLE, importChoicesSchema, incomingSchema, rejectedSchema } from '../domain/import/person';
import { type Message, day, done, id, many, name, nothing } from './shapes';

const importView = z.object({
  id,
  at: z.number(),
  file: z.object({ name, size: z.number(), hash: z.string() }),
  choices: importChoicesSchema,
  how: z.string(),
  state: z.enum(['staging', 'ready', 'taking', 'taken', 'undoing']),
  /** Parts that were read, and those of them that are in the book. */
  parts: many,
  done: many,
  people: many,
  tally: z.object({ fresh: many, changed: many, same: many, skipped: many, twice: many, left: many, rejected: many }),
  examples: z.array(
    z.object({
      row: z.number(),
      name,
      /** Null is a new one. */
      changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })).nullable(),
    }),
  ),
  undo: id.nullable(),
});
export type ImportView = z.infer<typeof importView>;

export const importMessages = {
  'contact.part': {
    levels: ['ui'],
    says: 'The next contacts for a file that other programs read; null begins.',
    request: z.object({ after: id.nullable() }),
    reply: z.object({ people: z.array(leavingSchema), next: id.nullable() }),
  },
  'chat.compare': {
    levels: ['ui'],
    says: 'How a file of a chat stands against the book: for each of its people, days of it that are counted already, and whether they are on the never list.',
    request: chatFileSchema,
    reply: z.object({ people: z.array(z.object({ counted: z.array(day), never: z.boolean() })) }),
  },
  'chat.take': {
    levels: ['ui'],
    says: 'Count a file of a chat for its people: days, and the times of the latest messages; what is counted already stays. Undoable in one step.',
    request: chatFileSchema,
    reply: done.extend({ messages: z.number(), contacts: z.array(id) }),
  },
  'contact.some': {
    levels: ['ui'],
    says: 'These contacts for such a file, in this order; groups and who is gone are left out.',
    request: z.object({ contacts: z.array(id).min(1).max(200) }),
    reply: z.object({ people: z.array(leavingSchema) }),
  },
  'import.begin': {
    levels: ['ui'],
    says: 'A file of people is about to be read in, known again by its size and hash: nothing is changed yet. One import at a time.',
    request: z.object({
      file: z.object({ name, size: z.number().int().min(0), hash: z.string().regex(/^[\da-f]{64}$/) }),
      choices: importChoicesSchema,
      /** How the file is read, for a page that goes on with it. */
      how: z.string().max(100_000),
    }),
    reply: z.object({ job: id }),
  },
  'import.rows': {
    levels: ['ui'],
    says: 'Part `n` of the file, full but for the last one: compared with the book and set aside; asked twice, it is there once.',
    request: z.object({
      job: id,
      n: z.number().int().min(0).max(1e6),
      people: z.array(incomingSchema).max(PART_PEOPLE),
      rejected: z.array(rejectedSchema).max(5000),
      /** How many were the same as an earlier one, word for word. */
      twice: z.number().int().min(0),
      isLast: z.boolean(),
    }),
    reply: nothing,
  },
  'import.state': {
    levels: ['ui'],
    says: 'The import that goes on, else the last one: how far it is, what it changes, the first of them by name, and its undo.',
    request: nothing,
    /** `failed`: why it stopped by itself. */
    reply: z.object({ job: importView.nullable(), failed: z.enum(errorCodes).nullable() }),
  },
  'import.rejected': {
    levels: ['ui'],
    says: 'The rows of an import that stay out, a part at a time, with the reason and what the file says in them.',
    request: z.object({ job: id, after: z.number().int().min(-1).max(1e6) }),
    reply: z.object({ rejected: z.array(rejectedSchema), next: z.number().nullable() }),
  },
  'import.commit': {
    levels: ['ui'],
    says: 'Take the people of the file into the book, part by part. It goes on after the answer, and after the worker was stopped: import.state tells how far.',
    request: z.object({ job: id }),
    reply: nothing,
  },
  'import.drop': {
    levels: ['ui'],
    says: 'Forget an import that has changed nothing yet or is done; what it changed stays, with its undo.',
    request: z.object({ job: id }),
    reply: nothing,
  },
} as const satisfies Record<string, Message>;
