// What the content script reports. Nothing private ever goes back.
import { z } from 'zod';
import { isTime } from '../domain/day';
import { ACT_KINDS } from '../domain/interaction';
import { taughtSpecSchema } from '../domain/taught-site';
import { type Message, at, id, nothing, ref } from './shapes';
import { readingSchema } from './views';

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

export const pageMessages = {
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
} as const satisfies Record<string, Message>;
