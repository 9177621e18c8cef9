// A chat out of a file, on its way into the book: on which days how much was written each way, when the last of it was, and with whom. No word
// of what was said.
import { z } from 'zod';
import { count, day, id } from '../fields';
import { isTime } from '../day';
import { hashOfParts } from '../interaction';

/** The site of which files of chats are read. */
export const CHAT_SITE = 'whatsapp';

/** So many of the latest messages keep their time, as when old ones are rolled up; of those before, the days are known. */
export const TIMED = 400;

/** More people of one group are not taken in at once. */
export const MOST_CHATTING = 20;

/** One person of the chat. `contact` null makes a new one of the name. Each day stands there once. */
export const chattingSchema = z.object({
  contact: id.nullable(),
  name: z.string().trim().min(1).max(200),
  days: z
    .array(z.object({ day, in: count, out: count }))
    .max(10_000)
    .refine((days) => new Set(days.map((one) => one.day)).size === days.length),
  /** The latest messages with their time (ISO, UTC); they are counted in `days`, too. */
  timed: z
    .array(z.object({ day, at: z.string().refine((at) => at.includes('T') && isTime(at)), direction: z.enum(['in', 'out']) }))
    .max(TIMED),
});
export type Chatting = z.infer<typeof chattingSchema>;

/** A file of a chat, known again by its SHA-256 in hex. */
export const chatFileSchema = z.object({
  hash: z.string().regex(/^[\da-f]{64}$/),
  /** In a group, which is never counted live. */
  isGroup: z.boolean(),
  people: z
    .array(chattingSchema)
    .min(1)
    .max(MOST_CHATTING)
    .refine((people) => new Set(people.map(({ contact, name }) => contact ?? ` ${name}`)).size === people.length),
});
export type ChatFile = z.infer<typeof chatFileSchema>;

/** The id of what is made of a file: the same file makes the same one. */
export const chatId = (hash: string, ...what: string[]): Promise<string> => hashOfParts(['chat file', hash, ...what]);
