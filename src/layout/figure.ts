import { CLOSE, COMMA, DOLLAR, MINUS, OPEN, PERCENT, POINT, SPACE } from './codes.ts';
/**
 * The grammar of one printed number: `12,415,000`, `$0.00`, `(338.25)`, `338.25-`, `56,000,000.`, `.5000`, `1.11144%`, `-0-`.
 * Knows digits, groups and signs; not what a number is about.
 */

export interface PrintedNumber {
  readonly value: number;
  /** Printed places after the point. */
  readonly decimals: number;
  readonly percent: boolean;
  /** Printed with thousands commas. */
  readonly grouped: boolean;
  readonly negative: boolean;
}

/** What a word made of number characters is. `damaged` has too many points or groups of a wrong size: two numbers run together. */
export type NumberShape = 'number' | 'damaged' | 'none';

/** No amount is printed with more; what has more digits is several numbers, or a drawn line. */
export const MOST_DIGITS = 40;

const ZERO = 48;
const NINE = 57;

export const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/**
 * Classifies the characters with the codes `codes[start, end)`: a well-formed printed number, a damaged one, or neither. Linear, allocates nothing.
 * A number needs a digit; groups of three after the first comma; at most one point; signs and `$`, `%`, parentheses only where they are printed.
 */
export function numberShape(codes: Uint8Array, start: number, end: number): NumberShape {
  let i = start;
  let code = codes[i]!;
  let open = false;
  let signed = false;
  for (; i < end; i++) {
    code = codes[i]!;
    if (code === OPEN && !open) open = true;
    else if (code === MINUS && !signed) signed = true;
    else if (code !== DOLLAR && code !== SPACE) break;
  }
  // No column prints `02,238,177`: a zero and an amount that touch.
  const zeroInFront = code === ZERO && isDigit(codes[i + 1]!) && i + 1 < end;
  let digits = 0;
  let groupDigits = 0;
  let commas = 0;
  let points = 0;
  let ragged = false;
  for (; i < end; i++) {
    code = codes[i]!;
    if (isDigit(code)) {
      digits++;
      groupDigits++;
    } else if (code === COMMA && points === 0) {
      if (commas === 0 ? groupDigits === 0 || groupDigits > 3 : groupDigits !== 3) ragged = true;
      commas++;
      groupDigits = 0;
    } else if (code === COMMA) {
      ragged = true;
      groupDigits = 0;
      commas++;
    } else if (code === POINT) {
      if (points === 0 && commas > 0 && groupDigits !== 3) ragged = true;
      points++;
      groupDigits = 0;
    } else break;
  }
  if (digits === 0) return 'none';
  if (digits > MOST_DIGITS) return 'damaged';
  const wholeEnd = i;
  for (; i < end; i++) {
    code = codes[i]!;
    if (code === CLOSE && open) open = false;
    else if (code === MINUS && (!signed || (digits === 1 && codes[wholeEnd - 1] === ZERO))) signed = true;
    else if (code !== PERCENT && code !== SPACE) return 'none';
  }
  if (codes[wholeEnd - 1] === COMMA) return 'none';
  if (points === 0 && commas > 0 && groupDigits !== 3) ragged = true;
  if (zeroInFront && (commas > 0 || points > 0 || digits > 6)) return 'damaged';
  if (points > 1 || ragged) return commas > 0 || digits > 4 ? 'damaged' : 'none';
  return 'number';
}

/** Powers of ten that a double holds exactly. */
const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** Reads a well-formed printed number. The value is the double nearest to the decimal that is printed. */
export function parsePrintedNumber(text: string): PrintedNumber {
  let mantissa = 0;
  let decimals = 0;
  let seenPoint = false;
  let percent = false;
  let grouped = false;
  let negative = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      mantissa = mantissa * 10 + (code - ZERO);
      if (seenPoint) decimals++;
    } else if (code === POINT) seenPoint = true;
    else if (code === COMMA) grouped = true;
    else if (code === PERCENT) percent = true;
    else if (code === MINUS || code === OPEN) negative = true;
  }
  // Of two numbers that are exact the quotient is rounded once, to the nearest; longer ones are left to the language.
  const exact = mantissa <= Number.MAX_SAFE_INTEGER && decimals < powersOfTen.length;
  const magnitude = exact ? mantissa / powersOfTen[decimals]! : Number(text.replace(/[^\d.]/g, ''));
  const zeroBetweenDashes = negative && magnitude === 0;
  return { value: negative && !zeroBetweenDashes ? -magnitude : magnitude, decimals, percent, grouped, negative };
}
