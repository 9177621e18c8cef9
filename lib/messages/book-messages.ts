// The book of contacts: table, changes of many, board and numbers.
import { z } from 'zod';
import { bulkChangeSchema } from '../domain/book/bulk-change';
import { tableChangeSchema, tableChoicesSchema } from '../domain/book/choices';
import { querySchema } from '../domain/book/query';
import { stageSchema } from '../domain/care';
import { CUSTOMER_TYPES, NURTURES, TIERS } from '../domain/kinds';
import { SCORE_PARTS } from '../domain/lead/score';
import { numbersChangeSchema, numbersChoicesSchema } from '../domain/numbers/choices';
import { ratesSchema } from '../domain/rates';
import { TRENDS } from '../domain/tie/trend';
import { type Message, at, day, done, id, name, nothing, said } from './shapes';

const contactRow = z.object({
  id,
  kind: z.enum(['person', 'group']),
  name,
  tags: z.array(z.string()),
  sites: z.array(name),
  approximate: z.boolean(),
  in: z.number(),
  out: z.number(),
  last: at,
  due: z.string().nullable(),
});
export type ContactRow = z.infer<typeof contactRow>;

const sums = z.record(z.string(), z.string());

/** A lead on the board. */
const leadCard = z.object({
  id,
  kind: z.enum(['person', 'group']),
  name,
  in: z.number(),
  out: z.number(),
  last: at,
  /** Null is not known. */
  score: z.number().nullable(),
  stage: z.string().nullable(),
  since: day.nullable(),
  /** Days in the stage, the most there should be, and how many beyond. */
  dwell: z.object({ days: z.number(), most: z.number().nullable(), over: z.number() }).nullable(),
  next: z.object({ due: day, reason: z.string() }).nullable(),
  source: z.string(),
  nurture: z.enum(NURTURES).nullable(),
  /** The open ones. */
  deals: z.array(z.object({ id, item: z.string(), amount: z.string().nullable(), currency: z.string().nullable() })),
  lostReason: z.string(),
});
export type LeadCard = z.infer<typeof leadCard>;

/** A line of the table of contacts. */
const bookRow = contactRow.extend({
  /** The next key date. */
  date: day.nullable(),
  added: z.number(),
  stage: z.string().nullable(),
  score: z.number().nullable(),
  source: z.string(),
  nurture: z.enum(NURTURES).nullable(),
  /** These four are null while nobody has reckoned them. */
  type: z.enum(CUSTOMER_TYPES).nullable(),
  tier: z.enum(TIERS).nullable(),
  trend: z.enum(TRENDS).nullable(),
  strength: z.number().nullable(),
});
export type BookRow = z.infer<typeof bookRow>;

export const bookMessages = {
  'contact.list': {
    levels: ['ui'],
    says: 'Contacts by name, a page at a time, or those that a search finds.',
    request: z.object({ query: z.string().max(200), cursor: z.string().nullable(), limit: z.number().int().min(1).max(200) }),
    reply: z.object({ contacts: z.array(contactRow), next: z.string().nullable(), total: z.number() }),
  },
  'book.rows': {
    levels: ['ui'],
    says: 'Lines of the table of contacts: those from one place on, in an order, of everybody whom a search and a filter let pass.',
    request: z.object({ query: querySchema, from: z.number().int().min(0).max(10_000_000), many: z.number().int().min(0).max(200) }),
    reply: z.object({
      rows: z.array(bookRow),
      total: z.number(),
      /** How many contacts there are in all. */
      everybody: z.number(),
      /** False while lines are still being made; who waits hears "changed". */
      complete: z.boolean(),
    }),
  },
  'table.get': {
    levels: ['ui'],
    says: 'Which columns the table of contacts has, and its views.',
    request: nothing,
    reply: z.object({ choices: tableChoicesSchema }),
  },
  'table.set': {
    levels: ['ui'],
    says: 'Choose columns, keep a view or remove one.',
    request: z.object({ change: tableChangeSchema }),
    reply: done,
  },
  'numbers.get': {
    levels: ['ui'],
    says: 'What the page of numbers is drawn from: sums by month of the whole book, nobody by name; replies that were sent; what the rep wants.',
    request: nothing,
    reply: z.object({
      today: day,
      /** Lead stages in use, in their order. */
      stages: z.array(stageSchema),
      /** See domain/numbers/share.ts. */
      sums: z.array(z.object({ month: z.string(), counts: z.record(z.string(), z.number()), money: z.record(z.string(), z.string()) })),
      replies: z.array(z.object({ id, title: z.string(), sent: z.number(), answered: z.number(), edited: z.number() })),
      choices: numbersChoicesSchema,
      /** The rep's own exchange rates. */
      rates: ratesSchema,
      /** The day of the first move between tiers; null when none was seen yet. */
      movesFrom: day.nullable(),
      /** False while somebody who changed is still being worked out. */
      complete: z.boolean(),
    }),
  },
  'numbers.flow': {
    levels: ['ui'],
    says: 'How many contacts moved from tier to tier after the end of one day until the end of another, or stayed.',
    request: z.object({ from: day, to: day }),
    reply: z.object({
      rows: z.array(z.object({ from: z.enum(TIERS).nullable(), to: z.enum(TIERS), many: z.number() })),
      complete: z.boolean(),
    }),
  },
  'numbers.set': {
    levels: ['ui'],
    says: 'Change a goal, a wanted share or a bound between sizes; undoable.',
    request: z.object({ change: numbersChangeSchema }),
    reply: done,
  },
  'book.tags': {
    levels: ['ui'],
    says: 'All tags in use, the most used first; at most ten thousand. Whoever has other ones is still found by a search.',
    request: nothing,
    reply: z.object({ tags: z.array(z.string()) }),
  },
  'book.ids': {
    levels: ['ui'],
    says: 'Who stands in some lines of the table of contacts, so that all of them can be changed.',
    request: z.object({ query: querySchema, from: z.number().int().min(0).max(10_000_000), many: z.number().int().min(1).max(5000) }),
    reply: z.object({ ids: z.array(id) }),
  },
  'bulk.begin': {
    levels: ['ui'],
    says: 'The same change to many contacts is about to begin: a tag, the cadence, the stage, deletion. Whom, is named next.',
    request: z.object({ change: bulkChangeSchema }),
    reply: z.object({ job: id }),
  },
  'bulk.add': {
    levels: ['ui'],
    says: 'Whom such a change is about, from one place on. Nothing is changed before the last of them is named.',
    request: z.object({ job: id, from: z.number().int().min(0).max(1e7), contacts: z.array(id).max(5000), isLast: z.boolean() }),
    reply: nothing,
  },
  'bulk.step': {
    levels: ['ui'],
    says: 'Change the next of them; all of these are one act with one undo.',
    request: z.object({ job: id }),
    reply: z.object({ undo: id.nullable(), changed: z.number(), done: z.number(), of: z.number() }),
  },
  'bulk.list': {
    levels: ['ui'],
    says: 'Such changes that go on, or were left in the middle.',
    request: nothing,
    reply: z.object({
      jobs: z.array(
        z.object({ job: id, change: bulkChangeSchema, changed: z.number(), done: z.number(), of: z.number(), isBack: z.boolean() }),
      ),
    }),
  },
  'bulk.back': {
    levels: ['ui'],
    says: 'Such a change is to be taken back: nobody goes on with it. Gives the undo of what was done.',
    request: z.object({ job: id }),
    reply: done,
  },
  'bulk.drop': {
    levels: ['ui'],
    says: 'Forget what is left of such a change; what was done stays.',
    request: z.object({ job: id }),
    reply: nothing,
  },
  'board.get': {
    levels: ['ui'],
    says: 'The stages of leads, with how many stand in each and what they are worth; how many leads a rep holds, and whom to let go.',
    request: z.object({ query: querySchema }),
    reply: z.object({
      stages: z.array(stageSchema.extend({ count: z.number(), over: z.number(), sums })),
      rates: ratesSchema,
      /** The limit, and how many leads there are in all. */
      holding: z.number().nullable(),
      held: z.number(),
      letGo: z.array(z.object({ id, name, stage: z.string().nullable(), why: z.array(said) })),
      complete: z.boolean(),
    }),
  },
  'board.cards': {
    levels: ['ui'],
    says: 'The leads of one stage from one place on, of everybody whom a search and a filter let pass.',
    request: z.object({
      query: querySchema,
      stage: id,
      from: z.number().int().min(0).max(10_000_000),
      many: z.number().int().min(1).max(100),
    }),
    reply: z.object({ cards: z.array(leadCard), total: z.number() }),
  },
  'lead.score': {
    levels: ['ui'],
    says: 'How promising a lead is, and why.',
    request: z.object({ contact: id }),
    reply: z.object({
      value: z.number().nullable(),
      parts: z.array(z.object({ part: z.enum(SCORE_PARTS), points: z.number().nullable(), most: z.number(), why: said })),
    }),
  },
  'lead.move': {
    levels: ['ui'],
    says: 'A lead goes into another stage, is won or lost with its deals, or leaves the board; undoable.',
    request: z.object({ contact: id, to: id.nullable(), lostReason: z.string().trim().max(200), deals: z.array(id).max(50) }),
    reply: done,
  },
  'lead.reasons': {
    levels: ['ui'],
    says: 'Why leads were lost before, as the rep wrote it, the most frequent first; at most twelve.',
    request: nothing,
    reply: z.object({ reasons: z.array(z.string()) }),
  },
} as const satisfies Record<string, Message>;
