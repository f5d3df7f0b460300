/** An exact number, as a fraction. Amounts are cents over 100, percentages hundred-thousandths over 100,000. */
export interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction `numerator / denominator`; the denominator must be positive. */
export function quantity(numerator: number | bigint, denominator: number | bigint = 1): Quantity {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** An amount of whole cents, in dollars. */
export function dollars(cents: number | bigint): Quantity {
  return quantity(cents, 100);
}

/** `numerator / denominator` rounded to a whole number, halves away from zero. The denominator must be positive. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** `amount × numerator / denominator` without loss on the way, rounded to a whole number, halves away from zero. */
export function share(amount: number, numerator: number | bigint, denominator: number | bigint): number {
  return Number(roundedQuotient(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
}

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
