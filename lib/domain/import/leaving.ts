// A contact on the way into a file for other programs.
import { z } from 'zod';
import { at, count, day, line } from '../fields';
import { contactSchema } from '../records';
import { keyDateSchema } from '../tie-records';

export const leavingSchema = z.object({
  contact: contactSchema.omit({ words: true, deletedAt: true, mergedInto: true }),
  /** How sites know the person for ever. */
  ids: z.array(z.object({ site: line(40), handle: line(1200) })),
  links: z.array(line(2000)),
  in: count,
  out: count,
  lastIn: at,
  lastOut: at,
  note: line(20_000),
  dates: z.array(keyDateSchema),
  /** The open follow-up. */
  next: z.object({ due: day, reason: line(500) }).nullable(),
});
export type LeavingPerson = z.infer<typeof leavingSchema>;
