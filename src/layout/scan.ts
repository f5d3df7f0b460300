import { codesOf, FIXED_SPACE, LONG_DASH } from './codes.ts';
import { isDigit, numberShape } from './figure.ts';

/**
 * One line to cells: words that stand together, figures, blanks. A cell ends at two spaces, a tab, a dot leader, or where words turn into figures.
 *
 * Whether a number is a figure or part of a label is decided by what stands around it: `30-59 days`, `Class A 1`, `1. Pool`, `per $1,000 unit`
 * are words; a number with a gap before it and a gap, another number or the line's end behind it is a figure.
 */

/** `dash` is a dash that stands for zero where figures stand; `blank` is NA and its kin; `code` mixes digits and capitals (identifiers); `date` a numeric date. */
export type CellKind = 'text' | 'figure' | 'damaged' | 'dash' | 'blank' | 'code' | 'date' | 'answer';

export interface Cell {
  readonly kind: CellKind;
  /** Exactly as printed, without a currency sign that stands before the figure. */
  readonly text: string;
  /** 0-based offset of its first character in the line. */
  readonly offset: number;
  /** Printed position: tabs expanded to eights. */
  readonly start: number;
  /** Position behind its last character. */
  readonly end: number;
  /** A figure with a currency sign before it. */
  readonly currency: boolean;
  /** A figure with the things behind it that it counts: `402 contracts`. */
  readonly counted: boolean;
}

const TAB = 9;
const SPACE = 32;
const DOLLAR = 36;
const PERCENT = 37;
const OPEN = 40;
const CLOSE = 41;
const STAR = 42;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const EQUALS = 61;
const QUESTION = 63;
const BAR = 124;

// What kinds of characters a word holds, one bit each.
const DIGIT = 1;
const CAPITAL = 2;
const SMALL = 4;
const PERIOD = 8;
const NUMBER_SIGN = 16;
const OTHER = 32;
const BREAK = 64;
const LETTER = CAPITAL | SMALL;

const characters = new Uint8Array(256).fill(OTHER);
characters.fill(BREAK, 0, SPACE + 1);
characters[BAR] = BREAK;
characters[FIXED_SPACE] = BREAK;
characters.fill(DIGIT, 48, 58);
characters.fill(CAPITAL, 65, 91);
characters.fill(SMALL, 97, 123);
characters[POINT] = PERIOD;
for (const code of [DOLLAR, PERCENT, OPEN, CLOSE, COMMA, MINUS]) characters[code] = NUMBER_SIGN;

// Kinds of words: those of cells by their place in `cellKinds`, and four that are no cells.
const cellKinds: readonly CellKind[] = ['text', 'figure', 'damaged', 'dash', 'blank', 'code', 'date', 'answer'];
const TEXT = 0;
const FIGURE = 1;
const DAMAGED = 2;
const DASH = 3;
const BLANK = 4;
const CODE = 5;
const DATE = 6;
const ANSWER = 7;
const CURRENCY = 8;
const ENUMERATOR = 9;
const CLOSING = 10;
const OPENING = 11;

/** The words of one line, an array for each property: a line of a large file would else leave dozens of objects behind. */
interface Words {
  count: number;
  /** A bit for each kind among them. */
  kinds: number;
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  /** Spaces before it; large after a leader or at the line's start. */
  gap: Int32Array;
  /** 1 where a currency sign of its own stands before it. */
  currency: Uint8Array;
}

const emptyWords = (capacity: number): Words => ({
  count: 0,
  kinds: 0,
  kind: new Uint8Array(capacity),
  start: new Int32Array(capacity),
  end: new Int32Array(capacity),
  gap: new Int32Array(capacity),
  currency: new Uint8Array(capacity),
});

/** Reused from line to line; a longer line gets its own. */
const usualWords = emptyWords(4096);

const WIDE = 99;
const blankWords = new Set(['NA', 'N/A', 'n/a', 'N/A*', 'N.A.', 'na', 'NAP', 'NAV', '#N/A', 'NaN', 'NULL']);
const answers = new Set(['YES', 'NO', 'Yes', 'No', 'TRUE', 'FALSE', 'True', 'False']);
/** The first characters of blanks and answers. */
const opensSpecial = new Uint8Array(256);
for (const word of [...blankWords, ...answers]) opensSpecial[word.charCodeAt(0)] = 1;
const unitWords = /^(?:months?|mos\.?)\b/i;
/** What is counted, in a word or two. */
const countedThings = /^(?:mortgage )?(?:contract|loan|receivable|account|lease|unit)s?(?![^\s|])/i;
/** After these words a number belongs to the sentence. */
const prepositions = new Set(
  'of to is was were than at by for equal and or per approximately in on from exceed exceeds over under between section page item rule no. number suite series class group pool exhibit ex sec rule form tel phone fax telephone facsimile +'.split(
    ' ',
  ),
);
const datePattern =
  /^(?:\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|\d{1,2}-[A-Za-z]{3,9}-\d{2,4}|\d{4}-\d{2}-\d{2})[,.:;]?$/;
/** An identifier of nine characters, glued to what follows or not. */
const codePattern =
  /^(?=[0-9A-Z]{0,5}[0-9])(?=[0-9A-Z]*[A-Z]|[0-9]{9}$)[0-9A-Z]{8}[0-9]$|^(?=(?:[A-Z]*[0-9]){4})(?=[0-9]*[A-Z])[0-9A-Z]{9}$/;
/** One without its last character, the check digit. */
const shortCodePattern = /^(?=\d*[A-Z][A-Z\d]*[A-Z])(?=(?:[A-Z]*\d){3})\d[0-9A-Z]{7}$/;
const gluedCodePattern = /^(?=[0-9A-Z]*[A-Z])(?=[0-9A-Z]*[0-9])[0-9A-Z]{8}[0-9](?=[$(]?[0-9.,]*[.,][0-9])/;

const isRoman = (code: number): boolean => {
  const small = code | 32;
  return small === 105 || small === 118 || small === 120;
};

/** `a)`, `bb.`, `(iv)`, `12.`, `(3a)`: a letter or two equal ones, a small roman number, up to three digits, digits and a letter. */
function isEnumerator(codes: Uint8Array, start: number, end: number): boolean {
  const last = codes[end - 1]!;
  if (last !== CLOSE && last !== POINT) return false;
  const opened = codes[start] === OPEN;
  const from = opened ? start + 1 : start;
  const to = end - 1;
  const length = to - from;
  if (length < 1 || length > 5) return false;
  let digits = 0;
  while (digits < length && isDigit(codes[from + digits]!)) digits++;
  if (digits === length) return length <= 3;
  if (digits > 0) {
    const closed = !opened || last === CLOSE;
    return digits === length - 1 && digits <= 2 && characters[codes[to - 1]!] === SMALL && closed;
  }
  let letters = 0;
  let romans = 0;
  for (let i = from; i < to; i++) {
    if ((characters[codes[i]!]! & LETTER) !== 0) letters++;
    if (isRoman(codes[i]!)) romans++;
  }
  if (letters !== length) return false;
  return length === 1 || romans === length || (length === 2 && codes[from] === codes[from + 1]);
}

/** `July 25,1999` */
const dayAndYear = /^\d{1,2},(?:19|20)\d\d$/;

/** The kind of a word of the line that begins at `base` of the codes; `marks` are the kinds of its characters. */
function wordKind(line: string, codes: Uint8Array, base: number, start: number, end: number, marks: number): number {
  const first = codes[start]!;
  const length = end - start;
  if ((marks & ~LETTER) === 0) {
    if (opensSpecial[first] === 0) return TEXT;
  } else if (length === 1) {
    if (first === DOLLAR) return CURRENCY;
    if (first === MINUS || first === LONG_DASH) return DASH;
    if (first === PERCENT || first === CLOSE) return CLOSING;
    if (first === OPEN) return OPENING;
  } else if (length === 2 && (first === OPEN || first === DOLLAR)) {
    const second = codes[start + 1]!;
    if (first + second === OPEN + DOLLAR) return OPENING;
  }
  if (isDigit(first) || first === OPEN || first === DOLLAR || first === MINUS || first === POINT) {
    if ((marks & DIGIT) === 0) {
      if (length === 2 && codes[start + 1] === MINUS && (first === MINUS || first === DOLLAR)) return DASH;
      return length <= 5 && isEnumerator(codes, start, end) ? ENUMERATOR : TEXT;
    }
    const shape = (marks & (LETTER | OTHER)) === 0 ? numberShape(codes, start, end) : 'none';
    if (shape === 'number') return length <= 5 && isEnumerator(codes, start, end) ? ENUMERATOR : FIGURE;
    if (shape === 'damaged') return dayAndYear.test(line.slice(start - base, end - base)) ? TEXT : DAMAGED;
    if (isDigit(first) && length >= 6) {
      const word = line.slice(start - base, end - base);
      if (length <= 12 && datePattern.test(word)) return DATE;
      if (length === 9 && codePattern.test(word)) return CODE;
      if (length === 8 && shortCodePattern.test(word)) return CODE;
      if (length > 12 && gluedCodePattern.test(word)) return DAMAGED;
    }
    return length <= 5 && isEnumerator(codes, start, end) ? ENUMERATOR : TEXT;
  }
  if (length <= 5) {
    if (opensSpecial[first] === 1) {
      const word = line.slice(start - base, end - base);
      if (blankWords.has(word)) return BLANK;
      if (answers.has(word)) return ANSWER;
    }
    return isEnumerator(codes, start, end) ? ENUMERATOR : TEXT;
  }
  if ((marks & DIGIT) !== 0 && (marks & CAPITAL) !== 0 && (length === 9 || length > 12)) {
    const word = line.slice(start - base, end - base);
    if (length === 9 && codePattern.test(word)) return CODE;
    if (length > 12 && gluedCodePattern.test(word)) return DAMAGED;
  }
  return TEXT;
}

/**
 * Where the number ends that marks of footnotes are glued to: `6.910%(4)`, `$412,350,000(1)(2)`; -1 where there are none. Only an amount in
 * groups and a percentage are parted so: `5(2)` may be anything.
 */
function endOfMarked(codes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at - 3 > start && codes[at - 1] === CLOSE && isDigit(codes[at - 2]!)) {
    const open = isDigit(codes[at - 3]!) ? at - 4 : at - 3;
    if (open <= start || codes[open] !== OPEN) break;
    at = open;
  }
  if (at === end || numberShape(codes, start, at) !== 'number') return -1;
  if (codes[at - 1] === PERCENT) return at;
  for (let i = start; i < at; i++) if (codes[i] === COMMA) return at;
  return -1;
}

/** Splits the line with the codes `codes[from, to)`, behind which a break stands, into words, dot leaders set apart from what they follow. */
function findWords(line: string, codes: Uint8Array, from: number, to: number): Words {
  const longest = (to - from + 3) >> 1;
  const words = longest <= usualWords.kind.length ? usualWords : emptyWords(longest);
  const { kind: kinds, start: starts, end: ends, gap: gaps, currency } = words;
  let count = 0;
  let seen = 0;
  /** The blank that a dash stands before. */
  let dashed = -1;
  let gap = WIDE;
  let i = from;
  while (i < to) {
    const code = codes[i]!;
    if (code === SPACE || code === FIXED_SPACE) {
      gap++;
      i++;
      continue;
    }
    if (code < SPACE || code === BAR) {
      gap += 8;
      i++;
      continue;
    }
    const start = i;
    let marks = 0;
    let leader = false;
    // Ends at the line's end, which is a break as well.
    for (;;) {
      const character = characters[codes[i]!]!;
      if (character >= PERIOD) {
        if (character === BREAK) break;
        if (character === PERIOD && codes[i + 1] === POINT && codes[i + 2] === POINT) {
          leader = true;
          break;
        }
      }
      marks |= character;
      i++;
    }
    if (i > start && !(i - start === 1 && marks === PERIOD && !leader)) {
      const plain = (marks & ~LETTER) === 0 && i - start > 5;
      let kind = plain ? TEXT : wordKind(line, codes, from, start, i, marks);
      let end = i;
      // `(12,602.76)$ 958,124.24`: the sign is that of the next figure.
      const signed = codes[i - 1] === DOLLAR && i - start > 2 && numberShape(codes, start, i - 1) === 'number';
      if (signed) {
        kind = FIGURE;
        end = i - 1;
      }
      if (kind !== FIGURE && codes[i - 1] === CLOSE && (marks & (LETTER | OTHER)) === 0) {
        const marked = endOfMarked(codes, start, i);
        if (marked > 0) {
          kind = FIGURE;
          end = marked;
        }
      }
      // `- N/A -`: no figure, and its dashes are no zeros.
      if (gap === 1 && count > 0) {
        const before = kinds[count - 1];
        if ((kind === BLANK && before === DASH) || (kind === DASH && count - 1 === dashed)) {
          dashed = count - 1;
          kinds[dashed] = BLANK;
          ends[dashed] = end;
          seen |= 1 << BLANK;
          gap = 0;
          continue;
        }
      }
      kinds[count] = kind;
      starts[count] = start;
      ends[count] = end;
      gaps[count] = gap;
      currency[count] = 0;
      seen |= 1 << kind;
      count++;
      gap = 0;
      if (signed) {
        kinds[count] = CURRENCY;
        starts[count] = i - 1;
        ends[count] = i;
        gaps[count] = 0;
        currency[count] = 0;
        seen |= 1 << CURRENCY;
        count++;
      }
    } else gap = WIDE;
    if (leader) {
      gap = WIDE;
      while (codes[i] === POINT) i++;
    }
  }
  words.count = count;
  words.kinds = seen;
  return words;
}

/** Points, percent signs, currency or groups make a number one that a label seldom holds. */
function isStrong(codes: Uint8Array, words: Words, index: number): boolean {
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

const isWords = (kind: number): boolean => kind === TEXT || kind === ENUMERATOR;

/**
 * `Repossessions   402 contracts   $5,123,456.78`: the end of the things that the figure counts, -1 where none stand behind it. Nothing else
 * may stand close behind them; `1 Unit   2 Units` head columns.
 */
function endOfCounted(line: string, codes: Uint8Array, base: number, words: Words, index: number): number {
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

function isFigureHere(line: string, codes: Uint8Array, base: number, words: Words, index: number): boolean {
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

const days = /^days?\b/i;

/** `35 -  64 days`: the range goes on though a number of two digits stands further off. */
const namesDays = (line: string, base: number, words: Words, index: number): boolean =>
  index < words.count &&
  words.kind[index] === TEXT &&
  words.gap[index]! <= 2 &&
  days.test(line.slice(words.start[index]! - base, words.end[index]! - base));

/** `30 - 59 days`: numbers of a label, not two figures and a dash. */
function settleRanges(line: string, base: number, words: Words): void {
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  for (let i = 1; i < count; i++) {
    if (kinds[i] !== DASH || gaps[i]! > 1 || kinds[i - 1] !== FIGURE || ends[i - 1]! - starts[i - 1]! > 3) continue;
    const near = i + 1 < count && (gaps[i + 1]! <= 1 || (gaps[i + 1]! <= 3 && namesDays(line, base, words, i + 2)));
    // The other end may stand on the next line: `60 -` over `89`.
    if (near && (kinds[i + 1] !== FIGURE || ends[i + 1]! - starts[i + 1]! > 3)) continue;
    kinds[i - 1] = TEXT;
    kinds[i] = TEXT;
    if (!near) continue;
    kinds[i + 1] = TEXT;
    gaps[i + 1] = Math.min(gaps[i + 1]!, 1);
  }
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** `II - A - 1   74,802.38`: the number goes on with the capitals before its dash. */
function settleDesignators(codes: Uint8Array, words: Words): void {
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
function settleSigns(codes: Uint8Array, words: Words): void {
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

/** Printed position of each offset, tabs expanded to eights; null for a line without tabs. */
function visualStops(line: string): Int32Array | null {
  if (line.indexOf('\t') < 0) return null;
  const stops = new Int32Array(line.length + 1);
  let position = 0;
  for (let i = 0; i < line.length; i++) {
    stops[i] = position;
    position = line.charCodeAt(i) === TAB ? (position + 8) & ~7 : position + 1;
  }
  stops[line.length] = position;
  return stops;
}

/** The cell of `line[start, end)`. */
function cellOf(
  kind: CellKind,
  line: string,
  start: number,
  end: number,
  stops: Int32Array | null,
  currency: boolean,
  counted: boolean,
): Cell {
  const text = line.slice(start, end);
  if (stops === null) return { kind, text, offset: start, start, end, currency, counted };
  return { kind, text, offset: start, start: stops[start]!, end: stops[end - 1]! + 1, currency, counted };
}

/** A dash, blank, answer, code or date that stands among words is one of them. */
function isWordHere(codes: Uint8Array, words: Words, index: number, inText: boolean): boolean {
  const { kind: kinds, end: ends, gap: gaps, count } = words;
  const kind = kinds[index]!;
  const joinedBefore = inText && index > 0 && gaps[index]! < 2 && kinds[index - 1] === TEXT;
  const joinedBehind = index + 1 < count && gaps[index + 1]! < 2 && isWords(kinds[index + 1]!);
  if (kind === CODE) return joinedBehind && joinedBefore;
  const lastBefore = index > 0 ? codes[ends[index - 1]! - 1] : SPACE;
  // `Has a Trigger Event occurred? No`
  const afterColon = lastBefore === COLON || (lastBefore === QUESTION && kind === ANSWER);
  if (joinedBehind || (joinedBefore && !afterColon)) return true;
  return index === 0 && kind !== BLANK && kind !== DATE;
}

/** `(2)`, `*` a space behind a figure, and nothing close behind it. */
function isMarkBehind(codes: Uint8Array, words: Words, index: number): boolean {
  if (index === 0 || words.kind[index - 1] !== FIGURE || words.gap[index]! > 1) return false;
  if (index + 1 < words.count && words.gap[index + 1]! < 2) return false;
  const first = codes[words.start[index]!];
  if (words.kind[index] !== ENUMERATOR) return first === STAR && codes[words.end[index]! - 1] === STAR;
  return first === OPEN && isDigit(codes[words.end[index]! - 2]!);
}

/** Cells of the line whose codes begin at `base`, left to right. */
export function cellsOf(line: string, codes: Uint8Array, base: number): Cell[] {
  const words = findWords(line, codes, base, base + line.length);
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  if ((words.kinds & (1 << DASH)) !== 0) {
    settleRanges(line, base, words);
    settleDesignators(codes, words);
  }
  if ((words.kinds & ((1 << CURRENCY) | (1 << CLOSING) | (1 << OPENING))) !== 0) settleSigns(codes, words);
  const stops = visualStops(line);
  const cells: Cell[] = [];
  // The words gathered so far that the next may join.
  let textStart = -1;
  let textEnd = -1;
  let unitEnd = -1;
  for (let i = 0; i < count; i++) {
    const end = ends[i]!;
    let kind = kinds[i]!;
    if (kind === CURRENCY) {
      if (textStart >= 0 && i + 1 < count && kinds[i + 1] === TEXT) textEnd = end;
      continue;
    }
    if (kind === CLOSING || end <= unitEnd) {
      if (textStart >= 0 && gaps[i]! < 2) textEnd = end;
      continue;
    }
    if (kind === FIGURE || kind === ENUMERATOR || kind === DAMAGED) {
      if (isFigureHere(line, codes, base, words, i)) {
        if (kind === ENUMERATOR) kind = FIGURE;
      } else {
        // What follows is judged by what this turned out to be.
        if (kind !== ENUMERATOR) kinds[i] = TEXT;
        kind = TEXT;
      }
    } else if (kind !== TEXT && isWordHere(codes, words, i, textStart >= 0)) kind = TEXT;
    // `18,333,000 (2)`: the mark of a footnote is no cell of its own.
    if (kind === TEXT && isMarkBehind(codes, words, i)) continue;
    if (kind === TEXT) {
      const numbered = i === 1 && kinds[0] === ENUMERATOR && gaps[1]! <= 6;
      if (textStart < 0) textStart = starts[i]!;
      else if (gaps[i]! >= 2 && !numbered) {
        cells.push(cellOf('text', line, textStart - base, textEnd - base, stops, false, false));
        textStart = starts[i]!;
      }
      textEnd = end;
      continue;
    }
    if (textStart >= 0) cells.push(cellOf('text', line, textStart - base, textEnd - base, stops, false, false));
    textStart = -1;
    let start = starts[i]!;
    while (codes[start] === DOLLAR || codes[start] === SPACE) start++;
    let currency = words.currency[i] === 1 || start > starts[i]!;
    for (let at = start; at < end && !currency; at++) currency = codes[at] === DOLLAR;
    let counted = false;
    if (kind === FIGURE && i + 1 < count && kinds[i + 1] === TEXT && gaps[i + 1]! < 2) {
      if (unitWords.test(line.slice(starts[i + 1]! - base, ends[i + 1]! - base))) unitEnd = ends[i + 1]!;
      else if (!currency) {
        const thingsEnd = endOfCounted(line, codes, base, words, i);
        counted = thingsEnd > 0;
        if (counted) unitEnd = thingsEnd;
      }
    }
    cells.push(cellOf(cellKinds[kind]!, line, start - base, end - base, stops, currency, counted));
  }
  if (textStart >= 0) cells.push(cellOf('text', line, textStart - base, textEnd - base, stops, false, false));
  return cells;
}

/** Cells of one line, left to right. */
export function scanLine(line: string): Cell[] {
  return cellsOf(line, codesOf(line), 0);
}
