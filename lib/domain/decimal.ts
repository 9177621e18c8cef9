// Decimal numbers in words of digits, reckoned with exactly: whole ten-thousandths, no floats. Adding, multiplying and rounding is all
// there is to do with them, so that a library would bring more than it saves.

export const SCALE = 10_000n;

/** A decimal number in ten-thousandths, exactly; more than four places are cut off. */
export function tenThousandths(amount: string): bigint {
  const [whole = '0', rest = ''] = amount.split('.');
  return BigInt(whole) * SCALE + BigInt(rest.slice(0, 4).padEnd(4, '0'));
}

/** Back to words of digits, without zeros at the end that nobody wrote. */
export function decimal(value: bigint): string {
  const rest = (value % SCALE)
    .toString()
    .padStart(4, '0')
    .replace(/0{1,4}$/, '');
  const whole = (value / SCALE).toString();
  return rest === '' ? whole : `${whole}.${rest.padEnd(2, '0')}`;
}

/** One number divided by another, neither negative, rounded half up. */
export const divided = (value: bigint, by: bigint): bigint => (2n * value + by) / (2n * by);
