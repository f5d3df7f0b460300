const wholeCusip = /^[0-9A-Z]{8}\d$/;

/** A fact's value as a CUSIP: eight letters or digits and a check digit; null for identifiers of another make. */
export const cusipOf = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  if (wholeCusip.test(value)) return value;
  const text = value.replace(/\s/g, '').toUpperCase();
  return wholeCusip.test(text) ? text : null;
};

/** The ninth digit that the first eight characters call for (ANSI X9.6: every second value doubled, digits summed). */
export const checkDigit = (text: string): number => {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    const code = text.charCodeAt(index);
    // Digits are themselves, letters go on from ten.
    const value = (code < 65 ? code - 48 : code - 55) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(value / 10) + (value % 10);
  }
  return (10 - (sum % 10)) % 10;
};
