// Of a sheet, who is in which tier: all that the flow between the tiers asks of the book, in a fraction of its bytes. Their ids are most of it,
// and stand apart: they are asked for only when somebody has moved.
import type { TiersNow } from '../numbers/flow';
import type { Sheet } from './sheet';

/** As it is stored beside its sheet; columns as there. */
export interface TierSheet {
  from: string;
  tiers: Uint8Array;
  added: Float64Array;
}
/** Whose lines those are, a line each. */
export interface TierIds {
  from: string;
  ids: string;
}

export const tierSheetOf = ({ from, codes, numbers }: Sheet): TierSheet => ({ from, tiers: codes.tier, added: numbers.added });
export const tierIdsOf = ({ from, texts }: Sheet): TierIds => ({ from, ids: texts.id });

/** Everybody in these; without ids where those were not asked for. */
export function tiersIn(sheets: readonly TierSheet[], ids: readonly TierIds[]): TiersNow[] {
  const known = new Map(ids.map((one) => [one.from, one.ids]));
  return sheets.map(({ from, tiers, added }) => ({ tiers, added, ids: known.get(from)?.split('\n') ?? [] }));
}
