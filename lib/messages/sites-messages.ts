// Sites, tabs and sites that the rep taught.
import { z } from 'zod';
import { isOrigin, taughtSpecSchema } from '../domain/taught-site';
import { type Message, done, id, name, nothing } from './shapes';
import { readingSchema } from './views';

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

export const sitesMessages = {
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
} as const satisfies Record<string, Message>;
