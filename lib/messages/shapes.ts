// What messages are made of: who may ask, about whom, and the small things that many carry.
import { z } from 'zod';
import { isDay } from '../domain/day';
import type { Said } from '../domain/said';

/**
 * Who asks, decided from the sender alone. `content`: our script in the top frame of an enabled site. `panel`: the panel
 * frame in such a page, holding that tab's token. `teach`: the frame in a page that the user is teaching, holding the token of
 * that. `picker`: the frame at the caret of such a page, holding the token of that. `ui`: popup, workspace, side panel.
 */
export type Level = 'content' | 'panel' | 'picker' | 'teach' | 'ui';

export const id = z.string().regex(/^[\w-]{1,64}$/);
export const day = z.string().refine(isDay);
export const name = z.string().max(200);
export const tag = z.string().trim().min(1).max(60);
export const at = z.string().max(40).nullable();
export const nothing = z.object({});

export const done = z.object({ undo: id.nullable() });
export const ref = z.string().regex(/^[\w-]{1,40}$/);

/**
 * About whom. The panel frame names the conversation it shows by `ref`; its tab is taken from the sender. A top-level
 * screen names a tab and a ref, or a contact.
 */
export const subjectSchema = z.object({ tab: z.number().int().optional(), ref: ref.optional(), contact: id.optional() });
export type Subject = z.infer<typeof subjectSchema>;

/** Something that a rule says, see domain/said.ts; the screens have the words. */
export const said: z.ZodType<Said> = z.object({
  word: z.string().max(60),
  args: z.array(z.union([z.string(), z.number(), z.object({ day }), z.lazy(() => said)])),
  count: z.literal(true).optional(),
}) as z.ZodType<Said>;

export const many = z.number().int().min(0);

export interface Message {
  levels: readonly Level[];
  says: string;
  request: z.ZodType;
  reply: z.ZodType;
}

export const both = ['panel', 'ui'] as const;
export const withSubject = { subject: subjectSchema };
