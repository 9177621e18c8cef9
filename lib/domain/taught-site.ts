// A site that the user taught Rapport by pointing: selectors and nothing else. It may come from somebody else's file, so every
// field is checked and none can hold an address, code or a word of a message.
import { z } from 'zod';
import { isSelector } from './selector';

/** The layout of this record and of the file it is shared in. */
export const TAUGHT_VERSION = 1;

const ms = z.number().int().min(0).max(8.64e15);
const selector = z.string().refine(isSelector, 'not a selector Rapport can use');
/** Most stable first; the first that finds exactly one element counts. */
const selectors = z.array(selector).min(1).max(6);
const maybe = z.array(selector).max(6);
const attribute = z.string().regex(/^[a-z_][\w.:-]{0,80}$/i);
const piece = z.string().max(120);

/**
 * How a row shows who wrote it. `mark`: something on the row, inside it or around it; `otherwise` is what a row without either
 * is. `sender`: the name beside the message, on the first row of a run; `own` is the user's own there; with `named` only the
 * name over the messages is the other one. `side`: own messages stand on that side.
 */
const directionSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('mark'),
    where: z.enum(['row', 'inside', 'around']),
    out: maybe,
    in: maybe,
    otherwise: z.enum(['in', 'out', 'unknown']),
  }),
  z.strictObject({ by: z.literal('sender'), sender: selectors, own: z.string().min(1).max(120), named: z.boolean() }),
  z.strictObject({ by: z.literal('side'), own: z.enum(['left', 'right']) }),
]);

/**
 * What tells two people apart. `name`: only what stands over the messages. `address`: the part of the address between `before` and
 * `after`. `attribute`: the value of an attribute. The last two were confirmed by the user, or seen to change with the person.
 */
const identitySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('name') }),
  z.strictObject({ by: z.literal('address'), in: z.enum(['path', 'hash', 'search']), before: piece, after: piece }),
  z.strictObject({ by: z.literal('attribute'), at: selectors, attribute }),
]);

/** Whether this is an origin in the one form in which browsers write it. */
export function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** The id of the site taught on an origin: the same on every machine, so that a shared or restored one finds its people again. */
export function taughtId(origin: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(origin)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `taught-${hash.toString(16).padStart(8, '0')}`;
}

/** What is learned from the page, and what a page script needs to read it. */
export const taughtReadingSchema = z.strictObject({
  /** One of these is there whenever the app is, also while no chat is open. */
  app: selectors,
  /** The name of the person, over the messages. */
  title: selectors,
  list: selectors,
  /** Message rows, inside the list. */
  row: selectors,
  /** What was said, inside a row; empty when it is the row itself. */
  said: maybe,
  direction: directionSchema,
  /** Where a message's own id stands: `at` inside the row, empty for the row itself. Null: no ids, counts are approximate. */
  key: z.strictObject({ at: maybe, attribute, digits: z.boolean() }).nullable(),
  keysUniqueIn: z.enum(['conversation', 'account']),
  /** A row that matches, or holds, one of these is on its way or failed. */
  unsettled: z.array(selector).max(20),
  /** Where a message's instant stands. */
  time: z.strictObject({ at: maybe, attribute }).nullable(),
  composer: selectors,
  identity: identitySchema,
});
export type TaughtReading = z.infer<typeof taughtReadingSchema>;

/** What makes a taught site on one origin: what is edited, shared and imported. */
export const taughtSpecSchema = taughtReadingSchema
  .extend({
    version: z.literal(TAUGHT_VERSION),
    id: z.string().regex(/^taught-[0-9a-f]{8}$/),
    name: z.string().trim().min(1).max(60),
    origin: z.string().max(260).refine(isOrigin, 'not the address of a site'),
    surface: z.enum(['overlay', 'sidepanel']),
  })
  .refine(({ id, origin }) => id === taughtId(origin), { path: ['id'], message: 'not the id of this address' });
export type TaughtSpec = z.infer<typeof taughtSpecSchema>;

export const taughtSiteSchema = taughtSpecSchema.safeExtend({
  createdAt: ms,
  updatedAt: ms,
  /** When the user deleted it: its name is still needed beside the people it was for. */
  deletedAt: ms.nullable(),
});
export type TaughtSite = z.infer<typeof taughtSiteSchema>;

/** What is edited, shared and given to page scripts: everything but its dates. */
export function specOf({ createdAt: _, updatedAt: __, deletedAt: ___, ...spec }: TaughtSite): TaughtSpec {
  return spec;
}
