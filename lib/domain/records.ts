// Every kind of record that is stored, as zod schemas: the one source of the types, of the backup's checks and of the tables.
import { backupChoicesSchema, defaultBackupChoices } from './backup-age';
import { careSchema, defaultCare } from './care';
import { defaultTableChoices, tableChoicesSchema } from './book/choices';
import { at, count, day, id, line, ms } from './fields';
import { ACT_KINDS } from './interaction';
import { defaultNumbersChoices, numbersChoicesSchema } from './numbers/choices';
import { BONDS, CUSTOMER_TYPES, NURTURES } from './kinds';
import { ownValuesSchema } from './own-field';
import { defaultReplyChoices, replyChoicesSchema } from './reply-records';
import { z } from 'zod';

/** What the rep says of a contact directly, see db/marks.ts. */
const aboutShape = {
  company: line(200),
  /** In E.164 (`+8613800138000`), as far as the rep or an import gave them. */
  phones: z.array(line(20)).max(20),
  /** In lower case. */
  emails: z.array(line(254)).max(20),
  /** What holds the tie together (DOMAIN.md §1). */
  bonds: z.array(z.enum(BONDS)).max(3),
  /** The customer type by the rep's word, over what the facts say (DOMAIN.md §2). */
  type: z.enum(CUSTOMER_TYPES).nullable(),
  /** Days after which to be in touch again; null follows tag, type or tier. */
  cadence: z.number().int().min(1).max(1000).nullable(),
  /** Quiet time: until this day, the day itself included, nobody is to be reminded of this contact. */
  quietUntil: day.nullable(),
  /** The lead stage, one of the settings' `stages` or how it ended (lead/closed.ts); null is no lead. */
  stage: id.nullable(),
  /** Why the lead was lost; empty in every other stage. */
  lostReason: line(200),
  /** The channel by which the lead came. */
  source: line(60),
  /** How the lead is nurtured (DOMAIN.md §5). */
  nurture: z.enum(NURTURES).nullable(),
};
export const aboutSchema = z.object(aboutShape).partial();
export type About = z.infer<typeof aboutSchema>;

/** The same as a change: of lists whole ones, or what is added and removed (see list-change.ts). */
const listOr = <S extends z.ZodType<string[]>>(list: S) => z.union([list, z.object({ add: list, remove: list })]).optional();
export const aboutChangeSchema = aboutSchema.extend({ phones: listOr(aboutShape.phones), emails: listOr(aboutShape.emails) });
export type AboutChange = z.infer<typeof aboutChangeSchema>;

/** Somebody (or a group) the rep keeps. Interactions hang on identities, so that joining two people can be undone. */
export const contactSchema = z.object({
  id,
  kind: z.enum(['person', 'group']),
  name: line(200),
  /** The name as `plainName` has it: by it namesakes are found. */
  called: z.string().max(4000).default(''),
  tags: z.array(line(60)).max(100),
  /** Index words of names, tags and values of text fields, see search-words.ts. */
  words: z.array(line(60)).max(400),
  company: aboutShape.company.default(''),
  phones: aboutShape.phones.default([]),
  emails: aboutShape.emails.default([]),
  bonds: aboutShape.bonds.default([]),
  type: aboutShape.type.default(null),
  cadence: aboutShape.cadence.default(null),
  quietUntil: aboutShape.quietUntil.default(null),
  stage: aboutShape.stage.default(null),
  /** Since when the contact is in its stage. */
  stageSince: day.nullable().default(null),
  lostReason: aboutShape.lostReason.default(''),
  source: aboutShape.source.default(''),
  nurture: aboutShape.nurture.default(null),
  /** Values of the fields the rep invented. */
  own: ownValuesSchema.default({}),
  createdAt: ms,
  updatedAt: ms,
  /** When the rep deleted it; purged 30 days later. */
  deletedAt: ms.nullable(),
  /** The contact into which this one was merged: it is hidden as a deleted one is, but never purged, so that a split brings it back. */
  mergedInto: id.nullable().default(null),
});
export type Contact = z.infer<typeof contactSchema>;

/** One way in which a site knows a contact, with what was counted there. */
export const identitySchema = z.object({
  id,
  contactId: id,
  site: line(40),
  /** Whose mailbox; empty on sites that do not show it. */
  account: line(300),
  /** Every name by which the site knows the conversation, see `handleOf`; what the identity is looked up by. */
  handles: z.array(line(1200)).max(24),
  /** Known by display name only: two people may share it. */
  weak: z.boolean(),
  name: line(200),
  link: line(2000).nullable(),
  in: count,
  out: count,
  /** Of `out`, how many were no messages but likes, comments and reposts. */
  acts: count,
  /** The last message each way. A like answers nobody, so acts do not show here. */
  lastIn: at,
  lastOut: at,
  /** When the last message each way was seen whose time nobody knows: it was written then or at any time before. */
  undatedIn: ms.nullable().default(null),
  undatedOut: ms.nullable().default(null),
  /**
   * Made of a file of the chat. `until`: its last message; on days that are counted here, messages up to then are counted live no more. Null is
   * a group, which is never counted live.
   */
  file: z.object({ until: at }).optional(),
  watchedSince: ms,
  createdAt: ms,
  updatedAt: ms,
});
export type Identity = z.infer<typeof identitySchema>;

/** One counted message, or act on what the person published. Its id is a hash; nothing of what was said is kept. */
export const interactionSchema = z.object({
  id,
  identityId: id,
  kind: z.enum(['message', ...ACT_KINDS]),
  direction: z.enum(['in', 'out']),
  at,
  day: day.nullable(),
  live: z.boolean(),
  seenAt: ms,
  /** The tab session that recorded it, so that a page that invents messages can be undone. */
  source: id,
});
export type Interaction = z.infer<typeof interactionSchema>;

/** What was counted for one identity on one local day; the row exists when the conversation was open or a message is dated so. */
export const daySchema = z.object({
  identityId: id,
  day,
  in: count,
  out: count,
  watched: z.boolean(),
  /** Of these, how many have no row of their own any more. */
  rolled: z.object({ in: count, out: count }).optional(),
});
export type DayRow = z.infer<typeof daySchema>;

/** Old messages of one identity, rolled up: their ids, by which they are known again, and the last of them each way. */
export const rolledSchema = z.object({ id, identityId: id, ids: z.array(id).max(1000), lastIn: at, lastOut: at });
export type Rolled = z.infer<typeof rolledSchema>;

export const noteSchema = z.object({
  id,
  contactId: id,
  text: line(20_000),
  pinned: z.boolean(),
  hiddenAt: ms.nullable(),
  createdAt: ms,
  updatedAt: ms,
});
export type Note = z.infer<typeof noteSchema>;

/**
 * What is being typed and not saved yet. `id` is `contact:<id>` or a hash of the conversation, so a stranger leaves no name.
 * Where only a name is known, the messages on the screen (`hashes`) tell whose draft it is.
 */
export interface Draft {
  id: string;
  text: string;
  hashes: string[];
  updatedAt: number;
}

export const followUpSchema = z.object({
  id,
  contactId: id,
  due: day,
  reason: line(500),
  status: z.enum(['open', 'done', 'skipped', 'replaced']),
  /** When it was done or skipped. */
  endedAt: ms.optional(),
  createdAt: ms,
  updatedAt: ms,
});
export type FollowUp = z.infer<typeof followUpSchema>;

/** Somebody never to be recorded: only a keyed hash (the id) and its key are kept. */
export const neverSchema = z.object({ id, salt: line(64), createdAt: ms });
export type Never = z.infer<typeof neverSchema>;

/** What remains of a purged record: that it was there, and when it went. */
export const tombstoneSchema = z.object({ id, deletedAt: ms });
export type Tombstone = z.infer<typeof tombstoneSchema>;

const origin = z.string().regex(/^https?:\/\/[^/\s]{1,255}$/);

/** What the user chose. One row. */
export const settingsSchema = z.object({
  id: z.literal('settings'),
  language: z.enum(['auto', 'en', 'zh_CN']),
  theme: z.enum(['auto', 'light', 'dark']),
  paused: z.boolean(),
  /** Names and notes blurred for screen sharing. */
  blurred: z.boolean(),
  panel: z.object({
    open: z.boolean(),
    /** CSS pixels. */
    width: z.number().int().min(280).max(560),
    /** Where the edge tab stands, as a share of the window's height; null lets it find a free place. */
    tab: z.number().min(0).max(1).nullable(),
  }),
  /** Choices per site id; a site without an entry has the defaults. */
  sites: z.record(line(40), z.object({ off: z.boolean(), everyone: z.boolean(), surface: z.enum(['overlay', 'sidepanel']).nullable() })),
  /** Origins the user added for self-hosted sites: origin → site id. */
  origins: z.record(origin, line(40)),
  /** Backups: reminders, the last one, and whether they are made by themselves. */
  backup: backupChoicesSchema.default(defaultBackupChoices),
  /** How the book of contacts is to be cared for. */
  care: careSchema.default(defaultCare),
  replies: replyChoicesSchema.default(defaultReplyChoices),
  table: tableChoicesSchema.default(defaultTableChoices),
  numbers: numbersChoicesSchema.default(defaultNumbersChoices),
  updatedAt: ms,
});
export type Settings = z.infer<typeof settingsSchema>;
