import { CLOSE, COLON, COMMA, DOLLAR, EQUALS, MINUS, OPEN, PERCENT, POINT } from './codes.ts';
import { isDigit } from './figure.ts';
import type { Words } from './words.ts';
import { CURRENCY, DASH, ENUMERATOR, FIGURE, isWords, TEXT, WIDE } from './words.ts';

/** Whether a number among the words of a line is a figure or belongs to the words, by what stands around it. */

export const unitWords = /^(?:months?|mos\.?)\b/i;

/** What is counted, in a word or two. */
const countedThings = /^(?:mortgage )?(?:contract|loan|receivable|account|lease|unit)s?(?![^\s|])/i;

/** After these words a number belongs to the sentence. */
const prepositions = new Set(
  'of to is was were than at by for equal and or per approximately in on from exceed exceeds over under between section page item rule no. number suite series class group pool exhibit ex sec rule form tel phone fax telephone facsimile +'.split(
    ' ',
  ),
);

/** Points, percent signs, currency or groups make a number one that a label seldom holds. */
export function isStrong(codes: Uint8Array, words: Words, index: number): boolean {
  const end = words.end[index]!;
  if (words.currency[index] === 1 || end - words.start[index]! > 7) return true;
  let decimals = -1;
  for (let i = words.start[index]!; i < end; i++) {
    const code = codes[i]!;
    if (code === COMMA || code === PERCENT || code === DOLLAR) return true;
    if (code === POINT) decimals = 0;
    else if (decimals >= 0 && isDigit(code)) decimals++;
  }
  return decimals >= 2;
}

/** `1.`, `100.`: digits and a point. */
function isPointed(codes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 4 || codes[end - 1] !== POINT) return false;
  for (let i = start; i < end - 1; i++) if (!isDigit(codes[i]!)) return false;
  return true;
}

/** `MONTHLY ADVANCE (6.11)`: two digits at most before the point, in parentheses a space behind words, is a section of an agreement. */
function isReference(codes: Uint8Array, words: Words, index: number): boolean {
  const start = words.start[index]!;
  if (codes[start] !== OPEN || words.currency[index] === 1) return false;
  return codes[start + 2] === POINT || codes[start + 3] === POINT;
}

/** How far from its label a footnote's mark never stands. */
const FROM_LABEL = 6;

/**
 * `Prepayments   (11)   (9)   (20)`, `Liquidations      (1)   0   (1)`: negatives of one digit or two behind a label, where only figures follow.
 * `Class   (1)   (2)   (3)` numbers columns: the digits grow.
 */
function standsInRow(codes: Uint8Array, words: Words, index: number): boolean {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  let first = index;
  while (first > 0 && kinds[first] === ENUMERATOR && codes[starts[first]!] === OPEN && gaps[first]! >= 2) first--;
  // What stands before is words, and the first behind them is far.
  if (kinds[first] !== TEXT || gaps[first + 1]! < FROM_LABEL) return false;
  let plain = false;
  let shrinks = ends[first + 1]! - starts[first + 1]! > 3;
  for (let i = first + 1; i < count; i++) {
    if (kinds[i] === FIGURE || kinds[i] === DASH) plain = true;
    else if (kinds[i] !== ENUMERATOR || codes[starts[i]!] !== OPEN || !isDigit(codes[starts[i]! + 1]!)) return false;
    else if (i > first + 1 && ends[i]! - starts[i]! < ends[i - 1]! - starts[i - 1]!) shrinks = true;
    if (gaps[i]! < 2) return false;
  }
  return count - first > 2 && (plain || shrinks);
}

/**
 * `Repossessions   402 contracts   $5,123,456.78`: the end of the things that the figure counts, -1 where none stand behind it. Nothing else
 * may stand close behind them; `1 Unit   2 Units` head columns.
 */
export function endOfCounted(line: string, codes: Uint8Array, base: number, words: Words, index: number): number {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  const next = index + 1;
  if (next >= count || kinds[next] !== TEXT || gaps[next]! >= 2 || !isDigit(codes[starts[index]!]!)) return -1;
  if (!isDigit(codes[ends[index]! - 1]!)) return -1;
  const thing = countedThings.exec(line.slice(starts[next]! - base, ends[Math.min(next + 1, count - 1)]! - base))?.[0];
  if (thing === undefined) return -1;
  const end = starts[next]! + thing.length;
  const isSmall = ends[index] === starts[index]! + 1;
  let behind = next + 1;
  while (behind < count && starts[behind]! < end) behind++;
  if (behind === count) return isSmall && /^unit/i.test(thing) ? -1 : end;
  const kind = kinds[behind]!;
  if (isWords(kind)) return gaps[behind]! >= 2 && !isSmall ? end : -1;
  if (kind === FIGURE) return isSmall && ends[behind]! - starts[behind]! <= 3 ? -1 : end;
  return gaps[behind]! >= 2 || kind === CURRENCY ? end : -1;
}

export function isFigureHere(line: string, codes: Uint8Array, base: number, words: Words, index: number): boolean {
  const { kind: kinds, start: starts, end: ends, gap: gaps } = words;
  const kind = kinds[index]!;
  const start = starts[index]!;
  const end = ends[index]!;
  const gap = gaps[index]!;
  const first = index === 0;
  const last = index === words.count - 1;
  const gapBehind = last ? WIDE : gaps[index + 1]!;
  const afterIsWords = !last && gapBehind < 2 && isWords(kinds[index + 1]!);
  if (kind === ENUMERATOR) {
    // `(12)` may be a negative in a column of figures, `0.` and `100.` whole dollars with their point; `a)` is neither.
    if (first || afterIsWords) return false;
    // `Realized Losses: 0.`
    if (gap < 2) return last && codes[ends[index - 1]! - 1] === COLON && isPointed(codes, start, end);
    if (isPointed(codes, start, end)) return true;
    const isNegative = codes[start] === OPEN && isDigit(codes[start + 1]!) && codes[end - 2]! <= 57;
    return isNegative && (kinds[index - 1] === FIGURE || standsInRow(codes, words, index));
  }
  if (first) {
    if (kind === FIGURE && isPointed(codes, start, end)) return false;
    if (last || !isWords(kinds[1]!)) return true;
    if (!isStrong(codes, words, index)) return false;
    return gapBehind >= 2 || ((words.currency[index] === 1 || codes[start] === DOLLAR) && codes[starts[1]!] === OPEN);
  }
  const before = kinds[index - 1]!;
  const lastOfBefore = codes[ends[index - 1]! - 1]!;
  const apart = gap >= 2 || lastOfBefore === COLON || lastOfBefore === EQUALS;
  if (!isWords(before) || apart) {
    if (!afterIsWords || isStrong(codes, words, index)) return true;
    // `348 months` is a term, `1 Month   2 Months` head arrears.
    const mayBeUnit = !(before === ENUMERATOR && apart) && kinds[index + 1] === TEXT && end - start > 1;
    if (mayBeUnit && unitWords.test(line.slice(starts[index + 1]! - base, ends[index + 1]! - base))) return true;
    return !(before === ENUMERATOR && apart) && endOfCounted(line, codes, base, words, index) > 0;
  }
  if (afterIsWords || !isStrong(codes, words, index)) return false;
  // `Deposit- 0.00%`
  if (lastOfBefore === MINUS && ends[index - 1]! - starts[index - 1]! > 2) return false;
  if (isReference(codes, words, index)) return false;
  const wordBefore = line.slice(starts[index - 1]! - base, ends[index - 1]! - base).toLowerCase();
  if (prepositions.has(wordBefore)) return false;
  const lastCode = codes[end - 1]!;
  // `LIBOR + 0.27%`: what is added to an index.
  if (lastCode === PERCENT && (wordBefore === '+' || wordBefore === 'plus')) return false;
  const behind = last ? TEXT : kinds[index + 1]!;
  const figureBehind = gapBehind >= 2 && (behind === FIGURE || behind === CURRENCY);
  // `Servicing Fee (0.50%)   82,489`, `Class A 6.5%   1,000`: a rate inside the label; `Percentage of Pool 2.87%   0.65%` is none.
  const amongShares = lastCode === PERCENT && behind === FIGURE && codes[ends[index + 1]! - 1] === PERCENT;
  return amongShares || !(figureBehind && (lastCode === PERCENT || lastCode === CLOSE));
}
