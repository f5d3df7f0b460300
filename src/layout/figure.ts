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

const ZERO = 48;
const NINE = 57;
const COMMA = 44;
const POINT = 46;
const MINUS = 45;
const OPEN = 40;
const CLOSE = 41;
const DOLLAR = 36;
const PERCENT = 37;
const SPACE = 32;

export const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/**
 * Classifies `text[start, end)`: a well-formed printed number, a damaged one, or neither. Linear, allocates nothing.
 * A number needs a digit; groups of three after the first comma; at most one point; signs and `$`, `%`, parentheses only where they are printed.
 */
export function numberShape(text: string, start: number, end: number): NumberShape {
  let i = start;
  let code = text.charCodeAt(i);
  let open = false;
  let signed = false;
  for (; i < end; i++) {
    code = text.charCodeAt(i);
    if (code === OPEN && !open) open = true;
    else if (code === MINUS && !signed) signed = true;
    else if (code !== DOLLAR && code !== SPACE) break;
  }
  // No column prints `02,238,177`: a zero and an amount that touch.
  const zeroInFront = code === ZERO && isDigit(text.charCodeAt(i + 1)) && i + 1 < end;
  let digits = 0;
  let groupDigits = 0;
  let commas = 0;
  let points = 0;
  let ragged = false;
  for (; i < end; i++) {
    code = text.charCodeAt(i);
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
  const wholeEnd = i;
  for (; i < end; i++) {
    code = text.charCodeAt(i);
    if (code === CLOSE && open) open = false;
    else if (code === MINUS && !signed) signed = true;
    else if (code !== PERCENT && code !== SPACE) return 'none';
  }
  if (text.charCodeAt(wholeEnd - 1) === COMMA) return 'none';
  if (points === 0 && commas > 0 && groupDigits !== 3) ragged = true;
  if (zeroInFront && (commas > 0 || points > 0 || digits > 6)) return 'damaged';
  if (points > 1 || ragged) return commas > 0 || digits > 4 ? 'damaged' : 'none';
  return 'number';
}

/** Reads a well-formed printed number. The value is the double nearest to the decimal that is printed. */
export function parsePrintedNumber(text: string): PrintedNumber {
  let digits = '';
  let decimals = 0;
  let seenPoint = false;
  let percent = false;
  let grouped = false;
  let negative = false;
  let runStart = -1;
  const end = text.length;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      if (runStart < 0) runStart = i;
      if (seenPoint) decimals++;
      continue;
    }
    if (code === POINT) {
      seenPoint = true;
      if (runStart < 0) runStart = i;
      continue;
    }
    if (runStart >= 0) {
      digits += text.slice(runStart, i);
      runStart = -1;
    }
    if (code === COMMA) grouped = true;
    else if (code === PERCENT) percent = true;
    else if (code === MINUS || code === OPEN) negative = true;
  }
  if (runStart >= 0) digits += text.slice(runStart, end);
  const magnitude = Number(digits);
  const zeroBetweenDashes = negative && magnitude === 0;
  return { value: negative && !zeroBetweenDashes ? -magnitude : magnitude, decimals, percent, grouped, negative };
}
