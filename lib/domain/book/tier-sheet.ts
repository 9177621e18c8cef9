// Of a sheet, who is in which tier: all that the flow between the tiers asks of the book, in a fraction of its bytes.
import { TIERS } from '../kinds';
import type { TierNow } from '../numbers/flow';
import type { Sheet } from './sheet';

/** As it is stored beside its sheet; columns as there. */
export interface TierSheet {
  from: string;
  ids: string;
  tiers: Uint8Array;
  added: Float64Array;
}

export const tierSheetOf = ({ from, texts, codes, numbers }: Sheet): TierSheet => ({
  from,
  ids: texts.id,
  tiers: codes.tier,
  added: numbers.added,
});

/** Everybody in these, in their order. */
export function* tiersIn(sheets: readonly TierSheet[]): Generator<TierNow> {
  for (const { ids, tiers, added } of sheets) {
    const names = ids.split('\n');
    for (let i = 0; i < tiers.length; i++) yield { id: names[i]!, tier: TIERS[tiers[i]! - 1] ?? null, added: added[i]! };
  }
}
