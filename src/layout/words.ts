import {
  BAR,
  CLOSE,
  COMMA,
  DOLLAR,
  FIXED_SPACE,
  LONG_DASH,
  MINUS,
  OPEN,
  PERCENT,
  POINT,
  SPACE,
  STAR,
} from './codes.ts';
import { isDigit, numberShape } from './figure.ts';

/** The words of a line and what each may be, before its neighbours are asked. */

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

// Kinds of words: those of cells, and from `CURRENCY` on four that are none.
export const TEXT = 0;
export const FIGURE = 1;
export const DAMAGED = 2;
export const DASH = 3;
export const BLANK = 4;
export const CODE = 5;
export const DATE = 6;
export const ANSWER = 7;
export const CURRENCY = 8;
export const ENUMERATOR = 9;
export const CLOSING = 10;
export const OPENING = 11;

/** The words of one line, an array for each property: a line of a large file would else leave dozens of objects behind. */
export interface Words {
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

export const WIDE = 99;

const blankWords = new Set(['NA', 'N/A', 'n/a', 'N/A*', 'N.A.', 'na', 'NAP', 'NAV', '#N/A', 'NaN', 'NULL']);

const answers = new Set(['YES', 'NO', 'Yes', 'No', 'TRUE', 'FALSE', 'True', 'False']);

/** The first characters of blanks and answers. */
const opensSpecial = new Uint8Array(256);
for (const word of [...blankWords, ...answers]) opensSpecial[word.charCodeAt(0)] = 1;

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
 * Where the number ends that marks of footnotes are glued to: `6.910%(4)`, `$412,350,000(1)(2)`, `525,085.84(a)`, `1,104*`; -1 where there
 * are none. Only an amount in groups and a percentage are parted so, and three digits or more from a star: `5(2)` may be anything.
 */
function endOfMarked(codes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at - 1 > start && codes[at - 1] === STAR) at--;
  const stars = end - at;
  while (at - 3 > start && codes[at - 1] === CLOSE && isMark(codes[at - 2]!)) {
    const open = isDigit(codes[at - 3]!) && isDigit(codes[at - 2]!) ? at - 4 : at - 3;
    if (open <= start || codes[open] !== OPEN) break;
    at = open;
  }
  if (at === end || numberShape(codes, start, at) !== 'number') return -1;
  if (codes[at - 1] === PERCENT || (stars > 0 && at - start > 2)) return at;
  for (let i = start; i < at; i++) if (codes[i] === COMMA) return at;
  return -1;
}

/** A digit or a small letter, as marks of footnotes are. */
const isMark = (code: number): boolean => isDigit(code) || (code >= 97 && code <= 122);

/** Splits the line with the codes `codes[from, to)`, behind which a break stands, into words, dot leaders set apart from what they follow. */
export function findWords(line: string, codes: Uint8Array, from: number, to: number): Words {
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
      if (kind !== FIGURE && (marks & DIGIT) !== 0 && (codes[i - 1] === CLOSE || codes[i - 1] === STAR)) {
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

export const isWords = (kind: number): boolean => kind === TEXT || kind === ENUMERATOR;
