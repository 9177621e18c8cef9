// What can be done to many contacts at once.
import { z } from 'zod';
import { careDays } from '../care';
import { id, line } from '../fields';

const tag = line(60).refine((text) => text.trim() !== '');
export const bulkChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tag'), tag }),
  z.object({ what: z.literal('untag'), tag }),
  z.object({ what: z.literal('cadence'), cadence: careDays.nullable() }),
  z.object({ what: z.literal('stage'), stage: id.nullable() }),
  z.object({ what: z.literal('delete') }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;
