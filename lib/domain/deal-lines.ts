// What a deal consists of, and what that costs.
import { decimal, divided, SCALE, tenThousandths } from './decimal';
import type { DealLine } from './tie-records';

/** As many digits as an amount may have before the point. */
const MOST = 10n ** 12n * SCALE;

type Priced = Pick<DealLine, 'quantity' | 'price'>;

/** So many at a price each, in ten-thousandths. Both have four places, so the product may have eight: it is rounded half up. */
const costOf = ({ quantity, price }: Priced): bigint => divided(tenThousandths(quantity) * tenThousandths(price), SCALE);

/** What one line costs, as a decimal number. */
export const lineTotal = (line: Priced): string => decimal(costOf(line));

/** What all lines cost together: the sum of what each line shows. Null where it is too large to be an amount. */
export function linesTotal(lines: readonly Priced[]): string | null {
  const sum = lines.reduce((all, line) => all + costOf(line), 0n);
  return sum < MOST ? decimal(sum) : null;
}

/** The amount of a deal: of lines their sum, else what was given. */
export const amountOf = (deal: { lines: readonly Priced[]; amount: string | null }): string | null =>
  deal.lines.length > 0 ? linesTotal(deal.lines) : deal.amount;
