// What the panel asks, in the page or at the side, and the frames at the caret and in a page that is being taught.
import { z } from 'zod';
import { taughtReadingSchema } from '../domain/taught-site';
import { type Message, at, both, done, id, name, nothing, ref, said, withSubject } from './shapes';
import { personSchema, readingSchema } from './views';

/** What tells namesakes apart and is no secret: the chat's own page shows as much. */
const candidateSchema = z.object({ identity: id, name, since: z.number(), lastIn: at, lastOut: at });

/** What the panel shows for a tab. */
export const panelViewSchema = z.object({
  /** The tab's site, null where Rapport does not run. */
  site: z.object({ id: z.string(), name }).nullable(),
  reading: readingSchema.nullable(),
  paused: z.boolean(),
  /** There is no room for more: nothing is counted. */
  full: z.boolean().optional(),
  open: z.boolean(),
  /** Between two conversations: nothing is shown, for it might be the wrong person. */
  settling: z.boolean(),
  ref: ref.nullable(),
  conversation: z.object({ kind: z.enum(['person', 'group']), name, account: z.string().nullable(), weak: z.boolean() }).nullable(),
  /** On the never list: nothing else is shown. */
  never: z.boolean(),
  /** Several remembered people could be meant: the rep has to say which before anything of them is shown. */
  which: z.array(candidateSchema).nullable(),
  person: personSchema.nullable(),
  draft: z.string(),
  /** The rep has just written here nearly what was written once before: it could be a reply. */
  again: z.boolean(),
  /** Follow-ups due today or before, of this person: the edge tab's dot. */
  due: z.boolean(),
  /** How many tiers this person has reached: the knots of the edge tab. */
  knots: z.number(),
});
export type PanelView = z.infer<typeof panelViewSchema>;

const offered = z.object({
  id,
  title: z.string(),
  shortcut: z.string(),
  body: z.string(),
  /** Ready to be inserted; null where something is asked first, or nothing can be inserted. */
  text: z.string().nullable(),
  /** The text in order, with the name of a blank where something is asked. */
  parts: z.array(z.union([z.object({ text: z.string() }), z.object({ blank: z.string() }), z.object({ cursor: z.literal(true) })])),
  /** What is asked before it can be inserted, see domain/template/fill.ts. */
  blanks: z.array(
    z.object({ name: z.string(), kind: z.enum(['ask', 'choice', 'field']), default: z.string(), choices: z.array(z.string()) }),
  ),
  problem: z.object({ code: z.string(), word: z.string() }).nullable(),
  /** Why it is suggested; null for one that only stands at hand. */
  why: said.nullable(),
});
export type OfferedReply = z.infer<typeof offered>;

export const insertOutcome = z.enum(['inserted', 'not-arrived', 'moved', 'no-composer', 'no-page']);
export type InsertOutcome = z.infer<typeof insertOutcome>;

export const panelMessages = {
  'panel.view': {
    levels: both,
    says: 'Everything the panel shows for the open conversation of a tab.',
    request: z.object({ tab: z.number().int().optional() }),
    reply: panelViewSchema,
  },
  'panel.place': {
    levels: ['panel'],
    says: 'The panel was opened, collapsed, widened, or its edge tab moved down by so many pixels; remembered for all sites.',
    request: z.object({ open: z.boolean().optional(), width: z.number().optional(), by: z.number().optional(), final: z.boolean() }),
    reply: nothing,
  },
  'draft.keep': {
    levels: both,
    says: 'What is being typed as a note, kept at every pause.',
    request: z.object({ ...withSubject, text: z.string().max(20_000) }),
    reply: nothing,
  },
  'reply.offer': {
    levels: [...both, 'picker'],
    says: 'Replies for this conversation, best first, filled in for this person.',
    request: z.object({ ...withSubject, query: z.string().max(200) }),
    /** The first `suggested` of them fit now. `heard`: they wrote last. */
    reply: z.object({ replies: z.array(offered), total: z.number(), suggested: z.number(), heard: z.boolean() }),
  },
  'reply.insert': {
    levels: [...both, 'picker'],
    says: 'Put a reply into the composer of this very conversation, unsent; remembers the person.',
    /** `filled`: the answers to all blanks of the offer, by name; none may be empty. */
    request: z.object({ ...withSubject, reply: id, filled: z.record(z.string().max(200), z.string().max(2000)).default({}) }),
    /** `heard`: it answers a message of theirs. */
    reply: z.object({ outcome: insertOutcome, text: z.string(), heard: z.boolean() }),
  },
  'reply.keep': {
    levels: both,
    says: 'Keep a text as a reply, word for word: what the rep wrote, or marked in the page.',
    request: z.object({ title: z.string().trim().min(1).max(120), text: z.string().trim().min(1).max(8_000) }),
    reply: z.object({ id }),
  },
  'reply.written': {
    levels: both,
    says: 'A text to make a reply of: what is marked in the page, else what the rep wrote last in this conversation, else nothing.',
    request: z.object(withSubject),
    reply: z.object({ text: z.string() }),
  },
  'reply.dismiss': {
    levels: both,
    says: 'What was written twice is not to be a reply.',
    request: z.object(withSubject),
    reply: nothing,
  },
  'example.keep': {
    levels: both,
    says: 'The rep wants their last message kept as an example of what this reply answers: the one way in which words of theirs are kept; undoable.',
    request: z.object({ ...withSubject, reply: id }),
    reply: done,
  },
  'undo.run': { levels: both, says: 'Take back what this undo id stands for.', request: z.object({ undo: id }), reply: nothing },
  'picker.close': {
    levels: ['picker'],
    says: 'The picker is done: its token opens nothing any more.',
    request: nothing,
    reply: nothing,
  },
  'teach.save': {
    levels: ['teach'],
    says: 'This is how the site of this tab is read from now on.',
    request: z.object({ name: z.string().trim().min(1).max(60), reading: taughtReadingSchema }),
    reply: nothing,
  },
  'teach.stop': { levels: ['teach'], says: 'The user is done with teaching, or has given it up.', request: nothing, reply: nothing },
} as const satisfies Record<string, Message>;
