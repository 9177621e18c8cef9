// Records of replies: the templates, what they answered, what was learned of them, and what became of each insertion.
import { z } from 'zod';
import { count, id, line, ms } from './fields';
import { CUSTOMER_TYPES, DATE_KINDS, TIERS } from './kinds';

/** What the day can bring: a key date of the kind, an answer owed, a check after use, a tie that cools, a festival. */
export const OCCASIONS = [...DATE_KINDS, 'owed', 'promise', 'after-use', 'cooling', 'festival'] as const;

/** When a reply is the right one (DOMAIN.md §2–§6). An empty list says nothing about that side: it fits everybody. */
export const fitsSchema = z.object({
  types: z.array(z.enum(CUSTOMER_TYPES)).max(9),
  tiers: z.array(z.enum(TIERS)).max(4),
  /** Lead stages, ids of the settings' `stages`. */
  stages: z.array(id).max(20),
  occasions: z.array(z.enum(OCCASIONS)).max(11),
});
export type Fits = z.infer<typeof fitsSchema>;

/** What became of the insertions of a reply: sent as it was, answered of these, and sent after heavy editing, which counts apart. */
const outcomeSchema = z.object({ sent: count, answered: count, edited: count });
export type Outcomes = z.infer<typeof replySchema>['outcomes'];

/** A reply template. */
export const replySchema = z.object({
  id,
  title: line(120),
  body: z.string().min(1).max(10_000),
  /** What to type for it: `price` for `/price`, see shortcut.ts; no other reply in use has it. Empty has none. */
  shortcut: line(40).default(''),
  /** The language of the words: chooses dates and greetings, and what it is suggested for. Null fits any. */
  language: z.enum(['en', 'zh']).nullable().default(null),
  folder: line(60).default(''),
  tags: z.array(line(60)).max(40).default([]),
  fits: fitsSchema.default({ types: [], tiers: [], stages: [], occasions: [] }),
  /** Pushes a sale: never suggested to a shallow tie (DOMAIN.md §3). */
  sells: z.boolean().default(false),
  /** Put away: kept with its counts, offered nowhere, and its shortcut is free for another. */
  archivedAt: ms.nullable().default(null),
  /** Which of the replies that Rapport brings this one was; null is the rep's own. */
  starter: line(40).nullable().default(null),
  uses: count,
  /** Counts beside the credits, by the tier the contact had reached: they stay when a person is forgotten. */
  outcomes: z.partialRecord(z.enum([...TIERS, 'unknown']), outcomeSchema).default({}),
  lastUsedAt: ms.nullable(),
  createdAt: ms,
  /** When its title or text was last changed: what was sent before that was another text. */
  wordedAt: ms.default(0),
  updatedAt: ms,
});
export type Reply = z.infer<typeof replySchema>;

/** A message to which a reply was the right answer: kept only because the rep said so. */
export const exampleSchema = z.object({ id, replyId: id, text: line(2000), createdAt: ms });
export type Example = z.infer<typeof exampleSchema>;

/**
 * What accepted suggestions taught about a reply: weights of hashed features, from which no word can be read back. `id` is the
 * reply's. Features are unsigned 32-bit hashes, the heaviest first.
 */
export const learnedSchema = z.object({
  id,
  accepted: count,
  features: z.array(z.tuple([z.number().int().min(0).max(0xffffffff), z.number()])).max(2000),
  updatedAt: ms,
});
export type Learned = z.infer<typeof learnedSchema>;

/** One insertion of a reply and what became of it. */
export const creditSchema = z.object({
  id,
  replyId: id,
  identityId: id,
  /** The tier the contact had reached then; null where it was not known yet. */
  tier: z.enum(TIERS).nullable().default(null),
  insertedAt: ms,
  sentAt: ms.nullable(),
  /** True when more than half of the text was changed before sending; such ones are counted apart. */
  edited: z.boolean(),
  answeredAt: ms.nullable(),
});
export type Credit = z.infer<typeof creditSchema>;

export const REPLY_ORDERS = ['used', 'answered', 'recent', 'name'] as const;

/** How the page of replies is laid out. */
const shelfSchema = z.object({
  order: z.enum(REPLY_ORDERS),
  byFolder: z.boolean(),
  /** Names of the folders that are shut. */
  shut: z.array(line(60)).max(500),
});
export type Shelf = z.infer<typeof shelfSchema>;
const defaultShelf: Shelf = { order: 'used', byFolder: true, shut: [] };

/** How replies are offered. */
export const replyChoicesSchema = z.object({
  /** Typing `/` in a message box opens the picker. */
  slash: z.boolean(),
  /** Sites (ids) whose own `/` is left alone, and sites where the user wants ours all the same. */
  slashSites: z.record(line(40), z.boolean()),
  /** Offer to keep as a reply what was typed by hand a second time. */
  typed: z.boolean(),
  /** The starter replies were put in once; whoever removed them does not find them again. */
  starterCame: z.boolean().default(false),
  shelf: shelfSchema.default(defaultShelf),
});
export type ReplyChoices = z.infer<typeof replyChoicesSchema>;
/** A change of some of it by the user. Without defaults: what is not given is left as it is. */
export const replyChoiceSchema = replyChoicesSchema.omit({ starterCame: true }).extend({ shelf: shelfSchema }).partial();
export const defaultReplyChoices: ReplyChoices = { slash: true, slashSites: {}, typed: true, starterCame: false, shelf: defaultShelf };
