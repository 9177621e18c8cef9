// What screens are shown of people, the day and replies: parts of several answers.
import { z } from 'zod';
import { backupEverySchema } from '../domain/backup-age';
import { followUpSchema, noteSchema } from '../domain/records';
import { SPACES } from '../domain/space';
import { at, id, name } from './shapes';

export const partSchema = z.enum(['account', 'conversation', 'messages', 'composer']);
export type Part = z.infer<typeof partSchema>;

/** How well a page can be read now. `since` (ms) is when that began. */
export const readingSchema = z.object({
  state: z.enum(['reading', 'partly', 'unrecognised']),
  missing: z.array(partSchema),
  since: z.number(),
});
export type Reading = z.infer<typeof readingSchema>;

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

/** Whether there is room for more, and the bytes that the browser would still take; null when it does not say. */
export const spaceView = z.object({ space: z.enum(SPACES), free: z.number().nullable() });

export const backupView = z.object({ last: z.number().nullable(), every: backupEverySchema, auto: z.boolean(), due: z.boolean() });

/** A backup that was saved from here. */
export const savedFile = z.object({
  id,
  at: z.number(),
  name: z.string(),
  where: z.enum(['file', 'folder', 'downloads']),
  sealed: z.boolean(),
});

/** Tables with their number of rows. */
export const tally = z.record(z.string(), z.number());
