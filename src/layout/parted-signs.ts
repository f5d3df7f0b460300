import { CLOSE, DOLLAR, OPEN, PERCENT } from './codes.ts';
import { numberShape } from './figure.ts';
import { isStrong } from './numbers-in-words.ts';
import type { Words } from './words.ts';
import { BLANK, CLOSING, CURRENCY, DASH, FIGURE, OPENING, TEXT } from './words.ts';

/** Signs and dashes that stand apart from the numbers they belong to. */

const days = /^days?\b/i;

/** `35 -  64 days`: the range goes on though a number of two digits stands further off. */
const namesDays = (line: string, base: number, words: Words, index: number): boolean =>
  index < words.count &&
  words.kind[index] === TEXT &&
  words.gap[index]! <= 2 &&
  days.test(line.slice(words.start[index]! - base, words.end[index]! - base));

/** `$10,000 - $650,000`, `5.501% - 6.000%`: from one to the other, and no zero between them. */
function isBetweenAmounts(codes: Uint8Array, words: Words, index: number): boolean {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  if (index + 1 >= count || gaps[index + 1]! > 1) return false;
  const [before, behind] = [index - 1, index + 1];
  if (kinds[behind] === CURRENCY) return codes[starts[before]!] === DOLLAR;
  if (kinds[behind] !== FIGURE) return false;
  if (codes[starts[behind]!] === DOLLAR) return codes[starts[before]!] === DOLLAR;
  return codes[ends[before]! - 1] === PERCENT && codes[ends[behind]! - 1] === PERCENT;
}

/** `30 - 59 days`: numbers of a label, not two figures and a dash. */
export function settleRanges(line: string, codes: Uint8Array, base: number, words: Words): void {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  for (let i = 1; i < count; i++) {
    if (kinds[i] !== DASH || gaps[i]! > 1 || kinds[i - 1] !== FIGURE) continue;
    if (isBetweenAmounts(codes, words, i)) {
      kinds[i] = BLANK;
      continue;
    }
    const near = i + 1 < count && (gaps[i + 1]! <= 1 || (gaps[i + 1]! <= 3 && namesDays(line, base, words, i + 2)));
    if (ends[i - 1]! - starts[i - 1]! > 3) continue;
    // The other end may stand on the next line: `60 -` over `89`.
    if (near && (kinds[i + 1] !== FIGURE || ends[i + 1]! - starts[i + 1]! > 3)) continue;
    kinds[i - 1] = TEXT;
    kinds[i] = TEXT;
    if (!near) continue;
    kinds[i + 1] = TEXT;
    gaps[i + 1] = Math.min(gaps[i + 1]!, 1);
  }
}

/** `$1,000 Face`, `$1000 Original Principal`: the unit of a heading, and no figure. */
function isUnit(line: string, base: number, words: Words, index: number): boolean {
  const length = words.end[index]! - words.start[index]!;
  if (length < 5 || length > 6 || words.gap[index + 1] !== 1) return false;
  const text = line.slice(words.start[index]! - base, words.end[index]! - base);
  return text === '$1,000' || text === '$1000';
}

/** `$514.00 to $82,006.12`: two amounts in words, of which neither stands in a column. */
export function settleSpans(line: string, codes: Uint8Array, base: number, words: Words): void {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  for (let i = 0; i + 1 < count; i++) {
    if (kinds[i] !== FIGURE || kinds[i + 1] !== TEXT || gaps[i + 1] !== 1) continue;
    if (isUnit(line, base, words, i)) kinds[i] = TEXT;
    if (i === 0 || i + 2 >= count || gaps[i + 2] !== 1) continue;
    if (line.slice(starts[i + 1]! - base, ends[i + 1]! - base).toLowerCase() !== 'to') continue;
    const first = codes[starts[i + 2]!]!;
    if (first === DOLLAR || (first >= 48 && first <= 57)) kinds[i] = TEXT;
  }
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** `II - A - 1   74,802.38`: the number goes on with the capitals before its dash. */
export function settleDesignators(codes: Uint8Array, words: Words): void {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  for (let i = 1; i + 2 < count; i++) {
    if (kinds[i] !== DASH || kinds[i - 1] !== TEXT || kinds[i + 1] !== FIGURE || gaps[i] !== 1 || gaps[i + 1] !== 1)
      continue;
    if (ends[i]! - starts[i]! > 1 || ends[i + 1]! - starts[i + 1]! > 2 || gaps[i + 2]! < 2) continue;
    if (ends[i - 1]! - starts[i - 1]! > 4 || !isCapital(codes[starts[i - 1]!]!) || !isCapital(codes[ends[i - 1]! - 1]!))
      continue;
    kinds[i] = TEXT;
    kinds[i + 1] = TEXT;
  }
}

/** Room between a sign and its figure, at most. */
const FROM_SIGN = 12;

/** `(   12,345.00)`: the parenthesis at `index` is that of the figure behind it; else it is a word. */
function settleOpening(codes: Uint8Array, words: Words, index: number): void {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  const at = kinds[index + 1] === CURRENCY ? index + 2 : index + 1;
  kinds[index] = TEXT;
  if (at >= count || gaps[at]! > FROM_SIGN) return;
  const closes = kinds[at + 1] === CLOSING && at + 1 < count && gaps[at + 1]! <= 2 ? at + 1 : at;
  if (codes[ends[closes]! - 1] !== CLOSE || numberShape(codes, starts[index]!, ends[closes]!) !== 'number') return;
  // `( 12)` may be a mark, and so may be what stands close behind words.
  const long = ends[at]! - starts[at]! > 3 && gaps[index]! >= 2;
  if (!long && !isStrong(codes, words, at)) return;
  kinds[index] = CURRENCY;
  kinds[at] = FIGURE;
  starts[at] = starts[index]!;
  ends[at] = ends[closes]!;
  gaps[at] = Math.max(gaps[index]!, 2);
  words.currency[at] = words.currency[index]!;
}

/** Joins signs that stand apart to their figures: `$   1,000`, `(   338.25)`, `(338.25 )`, `5.25 %`. */
export function settleSigns(codes: Uint8Array, words: Words): void {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  for (let i = 0; i < count; i++) {
    if (kinds[i] === CURRENCY) {
      if (i + 1 < count && kinds[i + 1] !== TEXT && gaps[i + 1]! <= FROM_SIGN) {
        words.currency[i + 1] = 1;
        gaps[i + 1] = Math.max(gaps[i]!, 2);
      }
    } else if (kinds[i] === OPENING) settleOpening(codes, words, i);
    else if (kinds[i] === CLOSING) {
      const before = i > 0 && gaps[i]! <= 2 ? kinds[i - 1] : CLOSING;
      const opened = before === TEXT && codes[starts[i - 1]!] === OPEN;
      if (before === FIGURE || (opened && numberShape(codes, starts[i - 1]!, ends[i]!) === 'number')) {
        kinds[i - 1] = FIGURE;
        ends[i - 1] = ends[i]!;
      }
      // A sign that closes no figure is a word: `UNPAID   % OF`.
      else if (codes[starts[i]!] === PERCENT) kinds[i] = TEXT;
    }
  }
}
