// How large a customer is: by all that was bought, in steps of 1, 2, 5, 10, 20 … of one currency. Bounds between small, medium and large are
// such steps, so that they can be moved without reading every order again. DOMAIN.md §5 (mix).
import { tenThousandths } from '../decimal';

/** The largest step: 5 × 10^13, more than any sum of a person's orders. */
const MOST = 42;

/** What a step begins with, in whole units: 0 is everything below 1, 1 is 1, 2 is 2, 3 is 5, 4 is 10 … */
export function stepFrom(step: number): bigint {
  if (step <= 0) return 0n;
  return [1n, 2n, 5n][(step - 1) % 3]! * 10n ** BigInt(Math.floor((step - 1) / 3));
}

/** The step in which an amount lies, a decimal number in words of digits. */
export function sizeStep(amount: string): number {
  const value = tenThousandths(amount);
  let step = 0;
  while (step < MOST && stepFrom(step + 1) * 10_000n <= value) step += 1;
  return step;
}
