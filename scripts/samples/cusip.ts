const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check digit of the first eight characters of a CUSIP (digits and capitals), by the "modulus 10 double add double" rule. */
export function cusipCheckDigit(base: string): string {
  let total = 0;
  for (let index = 0; index < 8; index += 1) {
    const value = alphabet.indexOf(base.charAt(index)) * (index % 2 === 1 ? 2 : 1);
    total += Math.floor(value / 10) + (value % 10);
  }
  return String((10 - (total % 10)) % 10);
}

/** A CUSIP with its check digit, in the range that is kept for private use (issuers that begin with 99999). */
export function simulatedCusip(issue: string): string {
  const base = `99999${issue}`.slice(0, 8);
  return base + cusipCheckDigit(base);
}
