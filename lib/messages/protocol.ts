// Every message there is: who may send it, what it carries, what comes back, and one sentence. "Who can read my notes?" is
// answered by this table. Everything is plain JSON. Requests and replies are both checked by `serve.ts`; a reply is cut
// down to its schema, so nothing leaves the background that is not written here.
import { z } from 'zod';
import { LINE_KINDS } from '../domain/agenda/line';
import { backupEverySchema } from '../domain/backup-age';
import { bulkChangeSchema } from '../domain/book/bulk-change';
import { tableChangeSchema, tableChoicesSchema } from '../domain/book/choices';
import { querySchema } from '../domain/book/query';
import { careSchema, stageSchema } from '../domain/care';
import { careChangeSchema } from '../domain/care-change';
import { isDay, isTime } from '../domain/day';
import { errorCodes, type ErrorCode } from '../domain/failure';
import { chatFileSchema } from '../domain/import/chat';
import { importChoicesSchema, incomingSchema, PART_PEOPLE, rejectedSchema } from '../domain/import/person';
import { leavingSchema } from '../domain/import/leaving';
import { ACT_KINDS } from '../domain/interaction';
import { followUpSchema, noteSchema, aboutChangeSchema, settingsSchema } from '../domain/records';
import { numbersChangeSchema, numbersChoicesSchema } from '../domain/numbers/choices';
import { ownFieldSchema } from '../domain/own-field';
import { ownFieldChangeSchema } from '../domain/own-field-change';
import { LONGEST_VALUE } from '../domain/own-value';
import { portableSchema } from '../domain/portable-reply';
import { replyChoiceSchema, replyChoicesSchema, replySchema } from '../domain/reply-records';
import { valuesSchema } from '../domain/template/values';
import { BONDS, CUSTOMER_TYPES, NURTURES, TIERS } from '../domain/kinds';
import { SCORE_PARTS } from '../domain/lead/score';
import { ratesSchema } from '../domain/rates';
import type { Said } from '../domain/said';
import { SAME_WORDS } from '../domain/same-person';
import { SPACES } from '../domain/space';
import { TRENDS } from '../domain/tie/trend';
import { itemSchema, TIMELINE_KINDS } from '../domain/timeline/item';
import { dealSchema, factSchema, keyDateSchema } from '../domain/tie-records';
import { isOrigin, taughtReadingSchema, taughtSpecSchema } from '../domain/taught-site';

/**
 * Who asks, decided from the sender alone. `content`: our script in the top frame of an enabled site. `panel`: the panel
 * frame in such a page, holding that tab's token. `teach`: the frame in a page that the user is teaching, holding the token of
 * that. `picker`: the frame at the caret of such a page, holding the token of that. `ui`: popup, workspace, side panel.
 */
export type Level = 'content' | 'panel' | 'picker' | 'teach' | 'ui';

const id = z.string().regex(/^[\w-]{1,64}$/);
const day = z.string().refine(isDay);
const name = z.string().max(200);
const tag = z.string().trim().min(1).max(60);
const at = z.string().max(40).nullable();
const nothing = z.object({});
const done = z.object({ undo: id.nullable() });
const ref = z.string().regex(/^[\w-]{1,40}$/);

/**
 * About whom. The panel frame names the conversation it shows by `ref`; its tab is taken from the sender. A top-level
 * screen names a tab and a ref, or a contact.
 */
export const subjectSchema = z.object({ tab: z.number().int().optional(), ref: ref.optional(), contact: id.optional() });
export type Subject = z.infer<typeof subjectSchema>;

export const partSchema = z.enum(['account', 'conversation', 'messages', 'composer']);
export type Part = z.infer<typeof partSchema>;

/** How well a page can be read now. `since` (ms) is when that began. */
export const readingSchema = z.object({
  state: z.enum(['reading', 'partly', 'unrecognised']),
  missing: z.array(partSchema),
  since: z.number(),
});
export type Reading = z.infer<typeof readingSchema>;

export const conversationSchema = z.object({
  kind: z.enum(['person', 'group']),
  ids: z
    .array(z.object({ value: z.string().min(1).max(500), kind: z.enum(['permanent', 'weak']) }))
    .min(1)
    .max(6),
  name: z.string().min(1).max(200),
});

export const messageSchema = z.object({
  key: z.string().min(1).max(500),
  direction: z.enum(['in', 'out']),
  /** A time that is none is not known: the message counts all the same. */
  at: at.transform((text) => (text !== null && isTime(text) ? text : null)),
  live: z.boolean(),
});
export type SeenMessage = z.input<typeof messageSchema>;

const window_ = z.object({ in: z.number(), out: z.number(), watched: z.number() });
const countsSchema = z.object({
  /** Somewhere among these is a site whose messages have no ids: the numbers may be off by a few. */
  approximate: z.boolean(),
  week: window_,
  month: window_,
  in: z.number(),
  out: z.number(),
  /** Of `out`, how many were likes, comments and reposts. */
  acts: z.number(),
  /** The last message each way. */
  lastIn: at,
  lastOut: at,
  watchedSince: z.number().nullable(),
  /** Out and in per week, the current week last, twelve entries. */
  weeks: z.array(z.object({ in: z.number(), out: z.number(), watched: z.boolean() })),
});
export type Counts = z.infer<typeof countsSchema>;

const identityView = z.object({
  id,
  site: name,
  siteName: name,
  name,
  account: z.string(),
  weak: z.boolean(),
  link: z.string().nullable(),
  /** Out of a file of the chat, and no conversation that was seen. */
  isFile: z.boolean().optional(),
});

const ownField = ownFieldSchema.omit({ createdAt: true, updatedAt: true });

/** A remembered person with all that a screen shows. */
export const personSchema = z.object({
  id,
  kind: z.enum(['person', 'group']),
  name,
  since: z.number(),
  tags: z.array(z.string()),
  notes: z.array(noteSchema),
  followUp: followUpSchema.nullable(),
  counts: countsSchema,
  identities: z.array(identityView),
});
export type Person = z.infer<typeof personSchema>;

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

/** Something that a rule says, see domain/said.ts; the screens have the words. */
const said: z.ZodType<Said> = z.object({
  word: z.string().max(60),
  args: z.array(z.union([z.string(), z.number(), z.object({ day }), z.lazy(() => said)])),
  count: z.literal(true).optional(),
}) as z.ZodType<Said>;

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

const reasoned = z.object({ label: said, why: said });

/** How the relationship stands today, each property with its reason. */
export const tieViewSchema = z.object({
  existence: reasoned.extend({ is: z.enum(['none', 'live', 'dormant']), sure: z.boolean() }),
  direction: reasoned.extend({ is: z.enum(['none', 'out', 'in', 'both', 'unknown']) }),
  /** Null: nothing dated was ever seen. */
  strength: reasoned.extend({ value: z.number() }).nullable(),
  reciprocity: z.object({ label: said }).nullable(),
  replies: z.object({ mine: said.nullable(), theirs: said.nullable() }),
  trend: reasoned.extend({ is: z.enum(['warming', 'steady', 'cooling', 'unknown']) }),
  bonds: z.object({
    marked: z.array(z.enum(BONDS)),
    missing: z.object({ bond: z.enum(BONDS), label: said, why: said }).nullable(),
  }),
  type: reasoned.extend({ is: z.enum(CUSTOMER_TYPES), derived: z.enum(CUSTOMER_TYPES), action: said, how: said }),
  tier: reasoned.extend({ is: z.enum(TIERS), step: z.number(), next: said.nullable() }),
  /** What this contact gives to the six metrics of the tiers; what nobody put down is missing. */
  metrics: z.array(reasoned.extend({ missing: z.boolean() })),
  /** What to say now. */
  now: z.object({ recall: said.nullable(), date: said.nullable(), act: said }),
  /** What changed of late, the newest week first. */
  changes: z.array(z.object({ week: day, said })),
  /** What the rep said of the contact. */
  own: z.object({
    company: z.string(),
    phones: z.array(z.string()),
    emails: z.array(z.string()),
    lostReason: z.string(),
    source: z.string(),
    nurture: z.enum(NURTURES).nullable(),
    type: z.enum(CUSTOMER_TYPES).nullable(),
    cadence: z.number().nullable(),
    quietUntil: day.nullable(),
    stage: z.string().nullable(),
    stageSince: day.nullable(),
  }),
  /** Those to choose from, won and lost behind them, and the contact's own where it was removed since. */
  stages: z.array(stageSchema.omit({ days: true })),
});
export type TieView = z.infer<typeof tieViewSchema>;

const lineAct = z.discriminatedUnion('how', [
  z.object({ how: z.literal('done') }),
  z.object({ how: z.literal('snooze'), until: day }),
  z.object({ how: z.literal('skip'), reason: z.string().max(200) }),
  z.object({ how: z.literal('pin'), pinned: z.boolean() }),
  z.object({ how: z.literal('reopen') }),
]);
const lineRef = { key: z.string().min(1).max(200), kind: z.enum(LINE_KINDS), ref: z.string().max(200) };
const reasonView = z.object({ ...lineRef, why: said });
/** One line of Today: who, why now, what to do, where; and what else there is with this contact. */
const todayLine = reasonView.extend({
  contact: id,
  name,
  sites: z.array(name),
  act: said,
  pinned: z.boolean(),
  /** Asked for by the rep: a promise, a date; else suggested. */
  asked: z.boolean(),
  also: z.array(reasonView),
});
export type TodayLineView = z.infer<typeof todayLine>;

const todayView = z.object({
  today: day,
  lines: z.array(todayLine),
  /** Lines that are not among these: of the rep's own asking, and suggested. */
  waiting: z.object({ asked: z.number(), suggested: z.number() }),
  /** Follow-ups of later days. */
  later: z.number(),
  /** Whether anybody is remembered. */
  anybody: z.boolean(),
  /** False while the morning's reckoning goes on. */
  complete: z.boolean(),
});

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

export const timelineLine = itemSchema.extend({ what: said });
export type TimelineLine = z.infer<typeof timelineLine>;

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

const siteRow = z.object({
  id: z.string(),
  name,
  origins: z.array(z.string()),
  selfHosted: z.boolean(),
  /** Taught by the user, on one origin. */
  taught: z.boolean(),
  granted: z.boolean(),
  off: z.boolean(),
  everyone: z.boolean(),
  surface: z.enum(['overlay', 'sidepanel']),
  /** Whether typing "/" opens the picker there; null while that is off everywhere. */
  slash: z.boolean().nullable(),
});
export type SiteRow = z.infer<typeof siteRow>;

const tabRow = z.object({
  tab: z.number().int(),
  site: z.string(),
  title: z.string(),
  /** Whether our script has found the site's app and answers. */
  running: z.boolean(),
  /** Whether it still looks for the app. Where neither is so, the page has to be loaded again. */
  waiting: z.boolean(),
  reading: readingSchema.nullable(),
});
export type TabRow = z.infer<typeof tabRow>;

const replyShape = replySchema.shape;
const replyStats = replySchema.extend({ sent: z.number(), edited: z.number(), answered: z.number() });
export type ReplyWithStats = z.infer<typeof replyStats>;

const patchSettings = settingsSchema.pick({ language: true, theme: true, paused: true, blurred: true }).partial();
const shownSettings = settingsSchema.pick({ language: true, theme: true, paused: true, blurred: true });
export type ShownSettings = z.infer<typeof shownSettings>;

/** One row that a backup would bring, change or take away. */
const difference = z.object({
  table: z.string(),
  kind: z.enum(['added', 'changed', 'gone']),
  contact: z.string().nullable(),
  name: name.nullable(),
  text: z.string(),
  before: z.string(),
  fields: z.array(z.string()),
});
export type Difference = z.infer<typeof difference>;
/** In which parts the rows of a table stand. */
const partSpans = z.record(z.string().max(40), z.tuple([z.number().int(), z.number().int()]));
const previewCursor = z.union([
  z.object({ look: z.literal('parts'), after: z.number().int(), spans: partSpans }),
  z.object({ look: z.literal('gone'), table: z.number().int().min(0).max(100), spans: partSpans }),
]);
/** Whether there is room for more, and the bytes that the browser would still take; null when it does not say. */
const spaceView = z.object({ space: z.enum(SPACES), free: z.number().nullable() });
const backupView = z.object({ last: z.number().nullable(), every: backupEverySchema, auto: z.boolean(), due: z.boolean() });
/** A backup that was saved from here. */
const savedFile = z.object({ id, at: z.number(), name: z.string(), where: z.enum(['file', 'folder', 'downloads']), sealed: z.boolean() });

const many = z.number().int().min(0);
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

/** Tables with their number of rows. */
const tally = z.record(z.string(), z.number());

export const insertOutcome = z.enum(['inserted', 'not-arrived', 'moved', 'no-composer', 'no-page']);
export type InsertOutcome = z.infer<typeof insertOutcome>;

interface Message {
  levels: readonly Level[];
  says: string;
  request: z.ZodType;
  reply: z.ZodType;
}

const both = ['panel', 'ui'] as const;
const withSubject = { subject: subjectSchema };

/** What the background adds to a record. */
const added = { contactId: true, createdAt: true, updatedAt: true } as const;
const life = { deals: z.array(dealSchema), facts: z.array(factSchema), keyDates: z.array(keyDateSchema) };

export const protocol = {
  // The content script reports. Nothing private ever goes back.
  'page.hello': {
    levels: ['content'],
    says: 'A page script has started and wants the address of its panel and how the panel stood last.',
    request: z.object({ site: z.string() }),
    reply: z.object({
      token: z.string(),
      open: z.boolean(),
      width: z.number(),
      tab: z.number().nullable(),
      surface: z.enum(['overlay', 'sidepanel']),
    }),
  },
  'page.conversation': {
    levels: ['content'],
    says: 'This conversation is open now, or none; with the message keys on the screen, and how well the page can be read.',
    request: z.object({
      site: z.string(),
      ref,
      reading: readingSchema,
      account: z.string().max(300).nullable(),
      conversation: conversationSchema.nullable(),
      link: z.string().max(2000).nullable(),
      keys: z.array(z.string().min(1).max(500)).max(60),
    }),
    reply: nothing,
  },
  'page.leaving': {
    levels: ['content'],
    says: 'What was open is changing: nobody is shown until the page is sure again who it is.',
    request: z.object({ site: z.string() }),
    reply: nothing,
  },
  'page.messages': {
    levels: ['content'],
    says: 'These messages of the open conversation are on the screen: key, direction, time; never a word of them.',
    request: z.object({ site: z.string(), ref, messages: z.array(messageSchema).max(200) }),
    reply: nothing,
  },
  'page.sent': {
    levels: ['content'],
    says: 'The composer was emptied after this insertion; whether its text was mostly changed before.',
    request: z.object({ ref, insertion: id, edited: z.boolean() }),
    reply: nothing,
  },
  'page.act': {
    levels: ['content'],
    says: 'The user has just liked, reposted or commented on something that this author published, or taken that back.',
    request: z.object({
      site: z.string(),
      account: z.string().max(300).nullable(),
      kind: z.enum(ACT_KINDS),
      item: z.string().min(1).max(500),
      author: conversationSchema.pick({ ids: true, name: true }),
      done: z.boolean(),
    }),
    reply: nothing,
  },
  'page.slash': {
    levels: ['content'],
    says: 'The user has typed the mark that asks for replies, where a word may begin. Nothing of the draft goes along.',
    request: nothing,
    reply: nothing,
  },
  'page.taught': {
    levels: ['content'],
    says: 'How is the site of this very origin read, if the user taught one? Selectors, which the page could read off itself.',
    request: nothing,
    reply: z.object({ spec: taughtSpecSchema.nullable() }),
  },
  'page.teach': {
    levels: ['content'],
    says: 'The script for teaching has started in a tab where the user asked for it, and wants the address of its frame; or the page let no frame in.',
    request: z.object({ refused: z.boolean() }),
    reply: z.object({ token: z.string() }),
  },
  'sidepanel.open': {
    levels: ['content', 'panel', 'picker'],
    says: 'The user clicked for the side panel of this tab.',
    request: nothing,
    reply: nothing,
  },

  // The panel, in the page or at the side.
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
  'person.remember': { levels: both, says: 'Remember the person of this conversation.', request: z.object(withSubject), reply: done },
  'person.which': {
    levels: both,
    says: 'The rep says which remembered person this conversation is, or that it is nobody of them.',
    request: z.object({ ...withSubject, identity: id.nullable() }),
    reply: nothing,
  },
  'person.find': {
    levels: both,
    says: 'Remembered people whose name begins like this, to say "this is the same person as"; at most eight.',
    request: z.object({ ...withSubject, query: z.string().min(1).max(80) }),
    reply: z.object({ found: z.array(z.object({ id, name, sites: z.array(name) })) }),
  },
  'person.same': {
    levels: both,
    says: 'This conversation belongs to that remembered person; undoable.',
    request: z.object({ ...withSubject, contact: id }),
    reply: done,
  },
  'person.suggested': {
    levels: both,
    says: 'Who may be the same person as this one, and why: what both have is named, nothing else of the other one but name and sites.',
    request: z.object(withSubject),
    reply: z.object({
      suggested: z.array(
        z.object({ id, name, sites: z.array(name), reasons: z.array(z.object({ word: z.enum(SAME_WORDS), args: z.array(z.string()) })) }),
      ),
    }),
  },
  'person.merge': {
    levels: both,
    says: 'A suggested person is the same: everything of that one moves here; undoable, and to be taken apart at any time.',
    request: z.object({ ...withSubject, contact: id }),
    reply: done,
  },
  'person.apart': {
    levels: both,
    says: 'A suggested person is somebody else, and is not suggested again; undoable.',
    request: z.object({ ...withSubject, contact: id }),
    reply: done,
  },
  'person.merged': {
    levels: ['ui'],
    says: 'Who was merged into a person, the newest first, with the day.',
    request: z.object({ contact: id }),
    reply: z.object({ merged: z.array(z.object({ merge: id, name, at: z.number() })) }),
  },
  'person.unmerge': {
    levels: ['ui'],
    says: 'Take somebody who was merged out again, with all that came from there; undoable.',
    request: z.object({ merge: id }),
    reply: done,
  },
  'person.split': {
    levels: ['ui'],
    says: 'Take one identity out of a person, with what was counted for it and these notes, into a person of its own; undoable.',
    request: z.object({ contact: id, identity: id, notes: z.array(id).max(1000) }),
    reply: done.extend({ contact: id }),
  },
  'person.never': {
    levels: both,
    says: 'Forget this conversation and never record it again; undoable.',
    request: z.object(withSubject),
    reply: done,
  },
  'person.allow': { levels: both, says: 'Take this conversation off the never list.', request: z.object(withSubject), reply: nothing },
  'person.rename': {
    levels: both,
    says: 'Give the person another name.',
    request: z.object({ ...withSubject, name: z.string().trim().min(1).max(200) }),
    reply: done,
  },
  'tags.set': {
    levels: both,
    says: 'The tags of a person.',
    request: z.object({ ...withSubject, tags: z.array(tag).max(50) }),
    reply: done,
  },
  'tags.known': {
    levels: both,
    says: 'Tags in use that begin like this, most used first; at most eight.',
    request: z.object({ beginning: z.string().max(60) }),
    reply: z.object({ tags: z.array(z.string()) }),
  },
  'note.add': {
    levels: both,
    says: 'A new note under an id made by the screen, so that asking twice adds one; empties the draft.',
    request: z.object({ ...withSubject, note: id, text: z.string().trim().min(1).max(20_000) }),
    reply: done,
  },
  'note.edit': {
    levels: both,
    says: 'Another text for a note.',
    request: z.object({ ...withSubject, note: id, text: z.string().trim().min(1).max(20_000) }),
    reply: done,
  },
  'note.pin': {
    levels: both,
    says: 'Pin a note to the top, or let it go.',
    request: z.object({ ...withSubject, note: id, pinned: z.boolean() }),
    reply: nothing,
  },
  'note.hide': { levels: both, says: 'Hide a note; undoable.', request: z.object({ ...withSubject, note: id }), reply: done },
  'draft.keep': {
    levels: both,
    says: 'What is being typed as a note, kept at every pause.',
    request: z.object({ ...withSubject, text: z.string().max(20_000) }),
    reply: nothing,
  },
  'followup.set': {
    levels: both,
    says: 'The next follow-up of a person; replaces the open one.',
    request: z.object({ ...withSubject, due: day, reason: z.string().trim().max(500) }),
    reply: done,
  },
  'followup.end': {
    levels: both,
    says: 'A follow-up is done or skipped; undoable.',
    request: z.object({ ...withSubject, followUp: id, status: z.enum(['done', 'skipped']) }),
    reply: done,
  },
  'followup.snooze': {
    levels: both,
    says: 'A follow-up waits until another day; undoable.',
    request: z.object({ ...withSubject, followUp: id, due: day }),
    reply: done,
  },
  'tie.get': {
    levels: both,
    says: 'How the relationship with a person stands, why, and what to say now.',
    request: z.object(withSubject),
    reply: tieViewSchema,
  },
  'tie.say': {
    levels: both,
    says: 'What the rep says of the tie and of the person: bonds, type, stage, cadence, quiet time, company, phones; remembers the person; undoable.',
    request: z.object({ ...withSubject, about: aboutChangeSchema }),
    reply: done,
  },
  'life.get': {
    levels: both,
    says: 'Deals, facts and key dates of a person, and who brought them.',
    request: z.object(withSubject),
    reply: z.object({ ...life, referredBy: z.object({ id, name }).nullable(), brought: z.array(z.object({ id, name })) }),
  },
  'life.save': {
    levels: both,
    says: 'Deals, facts or key dates of a person, new ones or changed, under ids made by the screen; remembers the person; undoable.',
    request: z.object({
      ...withSubject,
      deals: z.array(dealSchema.omit(added)).max(50),
      facts: z.array(factSchema.omit(added)).max(50),
      keyDates: z.array(keyDateSchema.omit(added)).max(50),
    }),
    reply: done,
  },
  'life.delete': {
    levels: ['ui'],
    says: 'Remove a deal, a fact or a key date; undoable.',
    request: z.object({ contact: id, table: z.enum(['deals', 'facts', 'keyDates']), record: id }),
    reply: done,
  },
  'referral.set': {
    levels: ['ui'],
    says: 'Who brought a person, in place of whoever stood there; null is nobody; undoable.',
    request: z.object({ contact: id, by: id.nullable() }),
    reply: done,
  },
  'field.values': {
    levels: both,
    says: 'The fields the rep invented, each with what it says of a person.',
    request: z.object(withSubject),
    reply: z.object({ values: z.array(z.object({ field: ownField, value: z.string() })) }),
  },
  'field.say': {
    levels: both,
    says: 'What one of these fields says of a person, in the form in which it is kept; empty takes it away; undoable.',
    request: z.object({ ...withSubject, field: id, value: z.string().max(LONGEST_VALUE * 2) }),
    reply: done,
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
  'settings.get': {
    levels: [...both, 'picker', 'teach'],
    says: 'Language, theme, pause and blur.',
    request: nothing,
    reply: shownSettings,
  },
  'settings.set': { levels: both, says: 'Change language, theme, pause or blur.', request: patchSettings, reply: nothing },

  'picker.close': {
    levels: ['picker'],
    says: 'The picker is done: its token opens nothing any more.',
    request: nothing,
    reply: nothing,
  },

  // The frame in a page that is being taught.
  'teach.save': {
    levels: ['teach'],
    says: 'This is how the site of this tab is read from now on.',
    request: z.object({ name: z.string().trim().min(1).max(60), reading: taughtReadingSchema }),
    reply: nothing,
  },
  'teach.stop': { levels: ['teach'], says: 'The user is done with teaching, or has given it up.', request: nothing, reply: nothing },

  // Top-level screens only.
  'popup.first': {
    levels: ['ui'],
    says: 'All that the popup draws first but the tab: settings, whom today is for, whether a backup is due, and whether there is room for more.',
    request: nothing,
    reply: z.object({ settings: shownSettings, today: todayView, backup: backupView, space: spaceView }),
  },
  'today.list': {
    levels: ['ui'],
    says: 'Whom today is for, and why: the lines of the day’s budget, or all of them; and how many wait.',
    request: z.object({ all: z.boolean() }),
    reply: todayView,
  },
  'today.act': {
    levels: ['ui'],
    says: 'A line of Today is done, skipped, pinned, put off until another day, or open again; undoable.',
    request: z.object({ line: z.object({ ...lineRef, contact: id }), act: lineAct }),
    reply: done,
  },
  'care.get': {
    levels: ['ui'],
    says: 'How the book is to be cared for, how many people are in each stage, and the first of those left in stages that were removed.',
    request: nothing,
    reply: z.object({ care: careSchema, inStage: tally, left: z.record(z.string(), z.array(z.object({ id, name }))) }),
  },
  'care.set': {
    levels: ['ui'],
    says: 'Change how the book is to be cared for: what the change names, and nothing else; undoable.',
    request: z.object({ care: careChangeSchema }),
    reply: done,
  },
  'field.list': {
    levels: ['ui'],
    says: 'All fields the rep invented, in their order, with those that were removed not long ago.',
    request: nothing,
    reply: z.object({ fields: z.array(ownField) }),
  },
  'field.save': {
    levels: ['ui'],
    says: 'Make, rename, move, remove or bring back a field, or change what a choice offers; values stay; undoable.',
    request: ownFieldChangeSchema,
    reply: done,
  },
  'source.known': {
    levels: ['ui'],
    says: 'The channels by which people came, as the rep wrote them; at most fifty.',
    request: nothing,
    reply: z.object({ sources: z.array(z.string()) }),
  },
  'tab.state': {
    levels: ['ui'],
    says: 'What Rapport reads on a tab, and which site that is.',
    request: z.object({ tab: z.number().int() }),
    reply: z.object({
      origin: z.string().nullable(),
      site: siteRow.nullable(),
      running: z.boolean(),
      waiting: z.boolean(),
      reading: readingSchema.nullable(),
      recordedToday: z.number(),
      /** This page lets no frame of ours in, so it cannot be taught. */
      unteachable: z.boolean(),
    }),
  },
  'tab.forget': { levels: ['ui'], says: 'Undo what this tab recorded today.', request: z.object({ tab: z.number().int() }), reply: done },
  'conversation.open': {
    levels: ['ui'],
    says: 'Bring this person’s conversation to the front: an open tab of the site first, never one that holds unsent text.',
    request: z.object({ contact: id }),
    reply: z.object({ how: z.enum(['focused', 'navigated', 'opened', 'find-by-name', 'nowhere']), name }),
  },
  'site.list': { levels: ['ui'], says: 'All sites with their switches.', request: nothing, reply: z.object({ sites: z.array(siteRow) }) },
  'site.tabs': {
    levels: ['ui'],
    says: 'The open tabs of sites that are on, and how well each can be read.',
    request: nothing,
    reply: z.object({ tabs: z.array(tabRow) }),
  },
  'site.set': {
    levels: ['ui'],
    says: 'Switch a site on or off, everyone or only remembered people, overlay or side panel, the picker.',
    request: z.object({
      site: z.string(),
      off: z.boolean().optional(),
      everyone: z.boolean().optional(),
      surface: z.enum(['overlay', 'sidepanel']).optional(),
      slash: z.boolean().optional(),
    }),
    reply: nothing,
  },
  'site.adopt': {
    levels: ['ui'],
    says: 'A self-hosted site is to be read on this origin, or no longer.',
    request: z.object({ site: z.string(), origin: z.string().regex(/^https?:\/\/[^/\s]{1,255}$/), on: z.boolean() }),
    reply: nothing,
  },
  'site.sync': {
    levels: ['ui'],
    says: 'Permissions changed: put scripts where they belong, take them away elsewhere.',
    request: nothing,
    reply: nothing,
  },
  'teach.begin': {
    levels: ['ui'],
    says: 'The user wants to teach the site of this tab: begun as soon as the browser allows it.',
    request: z.object({ tab: z.number().int(), origin: z.string().max(260).refine(isOrigin) }),
    reply: nothing,
  },
  'teach.drop': {
    levels: ['ui'],
    says: 'The browser was not allowed to: nothing is to be taught in this tab.',
    request: z.object({ tab: z.number().int() }),
    reply: nothing,
  },
  'taught.get': {
    levels: ['ui'],
    says: 'A taught site with its selectors.',
    request: z.object({ site: id }),
    reply: z.object({ site: taughtSpecSchema.nullable() }),
  },
  'taught.save': {
    levels: ['ui'],
    says: 'A taught site as it was edited, or as it came in a file; replaces what its origin had.',
    request: z.object({ site: taughtSpecSchema }),
    reply: nothing,
  },
  'taught.delete': {
    levels: ['ui'],
    says: 'Delete a taught site; undoable. What was counted on it stays with the people.',
    request: z.object({ site: id }),
    reply: done,
  },
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
  'contact.get': {
    levels: ['ui'],
    says: 'One contact with everything about it.',
    request: z.object({ contact: id }),
    reply: z.object({ person: personSchema.nullable(), draft: z.string() }),
  },
  'timeline.get': {
    levels: ['ui'],
    says: 'What happened with a contact, the newest first, a page at a time: of all kinds or of one.',
    request: z.object({
      contact: id,
      kind: z.enum(TIMELINE_KINDS).nullable(),
      cursor: z.string().max(300).nullable(),
      limit: z.number().int().min(1).max(100),
    }),
    reply: z.object({ items: z.array(timelineLine), next: z.string().nullable() }),
  },
  'contact.forget': {
    levels: ['ui'],
    says: 'Forget a contact for good, with all that belongs to it and every undo that holds it; can be taken back for ten minutes. Names the backups that still hold it.',
    request: z.object({ contact: id }),
    reply: done.extend({ files: z.array(savedFile) }),
  },
  'contact.export': {
    levels: ['ui'],
    says: 'All that is kept of one contact, as the tables hold it.',
    request: z.object({ contact: id }),
    reply: z.object({ schema: z.number(), tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) }),
  },
  'contact.delete': { levels: ['ui'], says: 'Delete a contact; undoable for 30 days.', request: z.object({ contact: id }), reply: done },
  'note.delete': { levels: ['ui'], says: 'Delete a note for good; undoable for 30 days.', request: z.object({ note: id }), reply: done },
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
  'backup.state': {
    levels: ['ui'],
    says: 'When the last backup was saved (ms), how often the rep wants to be reminded, and whether it is time.',
    request: nothing,
    reply: backupView,
  },
  'space.state': {
    levels: ['ui'],
    says: 'Whether there is room on the disk for more; without it nothing is counted.',
    request: nothing,
    reply: spaceView,
  },
  'backup.saved': {
    levels: ['ui'],
    says: 'A whole backup was just saved, under this name.',
    request: z.object({ name: z.string().min(1).max(200), where: z.enum(['file', 'folder', 'downloads']), sealed: z.boolean() }),
    reply: nothing,
  },
  'backup.list': {
    levels: ['ui'],
    says: 'The backups that were saved from here and may still be there, the newest first.',
    request: nothing,
    reply: z.object({ files: z.array(savedFile) }),
  },
  'backup.removed': {
    levels: ['ui'],
    says: 'A saved backup is not there any more: it is struck off the list.',
    request: z.object({ file: id }),
    reply: done,
  },
  'backup.auto': {
    levels: ['ui'],
    says: 'Whether a backup is made every day into the folder that the user picked.',
    request: z.object({ on: z.boolean() }),
    reply: nothing,
  },
  'backup.remind': {
    levels: ['ui'],
    says: 'How often to be reminded of a backup, in days; 0 is never.',
    request: z.object({ every: backupEverySchema }),
    reply: nothing,
  },
  'backup.part': {
    levels: ['ui'],
    says: 'The next part of the backup, at most 1 MB; the first call has no cursor.',
    request: z.object({ cursor: z.string().nullable() }),
    reply: z.object({
      table: z.string(),
      rows: z.array(z.record(z.string(), z.unknown())),
      next: z.string().nullable(),
      schema: z.number(),
      /** With the first part: how many rows there are in all. */
      of: z.number().nullable(),
    }),
  },
  'calendar.part': {
    levels: ['ui'],
    says: 'The next part of what goes into a calendar file, of everybody or of one contact: key dates, open follow-ups, and whose they are.',
    request: z.object({ contact: id.nullable(), cursor: z.string().max(200).nullable() }),
    reply: z.object({
      keyDates: z.array(keyDateSchema),
      followUps: z.array(followUpSchema),
      names: z.record(z.string(), name),
      next: z.string().nullable(),
    }),
  },
  'restore.begin': {
    levels: ['ui'],
    says: 'A backup file is about to be read in: nothing is changed yet.',
    request: nothing,
    reply: z.object({ job: id, schema: z.number() }),
  },
  'restore.rows': {
    levels: ['ui'],
    says: 'Part `n` of the file, at most 1 MB; each row is checked and set aside, bad ones are reported.',
    request: z.object({ job: id, n: z.number().int().min(0).max(1e6), table: z.string(), rows: z.array(z.unknown()).max(5000) }),
    reply: z.object({ bad: z.array(z.object({ row: z.number(), why: z.string() })) }),
  },
  'restore.preview': {
    levels: ['ui'],
    says: 'What the file holds against what is here, looked at for a moment: how many rows are new and newer, and the first of them in words; the first call has no cursor and tells what is here.',
    request: z.object({ job: id, cursor: previewCursor.nullable() }),
    reply: z.object({
      here: tally,
      file: tally,
      added: tally,
      changed: tally,
      differences: z.array(difference),
      next: previewCursor.nullable(),
    }),
  },
  'restore.commit': {
    levels: ['ui'],
    says: 'Take the rows over, merged or in place of what is here; the old state is kept as undo. With a large book it goes on after the answer, which has no undo id then: restore.state tells the end.',
    request: z.object({ job: id, mode: z.enum(['merge', 'replace']) }),
    reply: done,
  },
  'restore.state': {
    levels: ['ui'],
    says: 'How far the taking over of a backup is (parts), or how the last one ended.',
    request: nothing,
    reply: z.object({
      going: z.object({ done: z.number(), of: z.number() }).nullable(),
      undo: id.nullable(),
      error: z.enum(errorCodes).nullable(),
    }),
  },
  'restore.drop': { levels: ['ui'], says: 'Forget the rows that were set aside.', request: z.object({ job: id }), reply: nothing },
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

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Request<N extends MessageName> = z.input<Protocol[N]['request']>;
export type Answer<N extends MessageName> = z.output<Protocol[N]['reply']>;

/** Tables whose rows a screen may be showing; `changed` names these and nothing else. */
export const changedSchema = z.object({ changed: z.array(z.string()) });

/** What went wrong, in a form that a screen has words for. */
export type { ErrorCode };

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

/** The background's orders to a page script. */
export type Order =
  /** `picked`: in the picker, for which something stands in the composer. */
  | { order: 'insert'; ref: string; text: string; cursor: number | null; insertion: string; picked: boolean }
  /** Open the picker for this conversation. `marked`: its mark was typed, and stands in the composer. */
  | { order: 'slash'; ref: string; token: string; marked: boolean }
  | { order: 'place'; open?: boolean; width?: number; by?: number }
  | { order: 'again' }
  /** Give the words of the last message, if it went in this direction. */
  | { order: 'words'; ref: string; direction: 'in' | 'out' }
  | { order: 'look' }
  | { order: 'who' }
  | { order: 'mounted' }
  | { order: 'surface'; surface: 'overlay' | 'sidepanel' }
  | { order: 'leave' };
