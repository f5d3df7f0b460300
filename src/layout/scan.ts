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
}

const SPACE = 32;
const TAB = 9;
const POINT = 46;
const DOLLAR = 36;
const BAR = 124;

type WordKind = CellKind | 'leader' | 'currency' | 'enumerator' | 'closing';

interface Word {
  kind: WordKind;
  start: number;
  end: number;
  /** Spaces before it; large after a leader or at the line's start. */
  gap: number;
  currency: boolean;
}

const WIDE = 99;
const blankWords = new Set(['NA', 'N/A', 'n/a', 'N/A*', 'N.A.', 'na', 'NAP', 'NAV', '#N/A', 'NaN', 'NULL']);
const unitWords = /^(?:months?|mos\.?)\b/i;
const answers = new Set(['YES', 'NO', 'Yes', 'No', 'TRUE', 'FALSE', 'True', 'False']);
/** After these words a number belongs to the sentence. */
const prepositions = new Set(
  'of to is was were than at by for equal and or per approximately in on from exceed exceeds over under between section page item rule no. number suite series class group pool'.split(
    ' ',
  ),
);
const enumeratorPattern =
  /^(?:\(?(?:[a-zA-Z]|([a-zA-Z])\1)[.)]|\(?[ivxIVX]{1,5}[.)]|\(?\d{1,3}[.)]|\(\d{1,2}[a-z]\)|\d{1,2}[a-z][.)])$/;
const datePattern =
  /^(?:\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|\d{1,2}-[A-Za-z]{3,9}-\d{2,4}|\d{4}-\d{2}-\d{2})[,.:;]?$/;
/** An identifier of nine characters, glued to what follows or not. */
const codePattern =
  /^(?=[0-9A-Z]{0,5}[0-9])(?=[0-9A-Z]*[A-Z]|[0-9]{9}$)[0-9A-Z]{8}[0-9]$|^(?=(?:[A-Z]*[0-9]){4})(?=[0-9]*[A-Z])[0-9A-Z]{9}$/;
const gluedCodePattern = /^(?=[0-9A-Z]*[A-Z])(?=[0-9A-Z]*[0-9])[0-9A-Z]{8}[0-9](?=[$(]?[0-9.,]*[.,][0-9])/;

function isNumberStart(code: number): boolean {
  return isDigit(code) || code === 40 || code === DOLLAR || code === 45 || code === POINT;
}

function wordKind(line: string, start: number, end: number): WordKind {
  const code = line.charCodeAt(start);
  const length = end - start;
  if (length === 1) {
    if (code === DOLLAR) return 'currency';
    if (code === 45 || code === 8211 || code === 8212) return 'dash';
    if (code === 37 || code === 41) return 'closing';
  }
  if (isNumberStart(code)) {
    const shape = numberShape(line, start, end);
    if (shape === 'number') {
      if (length <= 5 && enumeratorPattern.test(line.slice(start, end))) return 'enumerator';
      return 'figure';
    }
    if (shape === 'damaged') return 'damaged';
    if (length === 2 && (code === 45 || code === DOLLAR) && line.charCodeAt(start + 1) === 45) return 'dash';
    const word = line.slice(start, end);
    if (isDigit(code) && length >= 6 && length <= 12 && datePattern.test(word)) return 'date';
    if (isDigit(code) && length === 9 && codePattern.test(word)) return 'code';
    if (length > 12 && isDigit(code) && gluedCodePattern.test(word)) return 'damaged';
    if (length <= 5 && enumeratorPattern.test(word)) return 'enumerator';
    return 'text';
  }
  if (length <= 5) {
    const word = line.slice(start, end);
    if (blankWords.has(word)) return 'blank';
    if (answers.has(word)) return 'answer';
    if (enumeratorPattern.test(word)) return 'enumerator';
    return 'text';
  }
  if (length === 9 && code <= 90 && codePattern.test(line.slice(start, end))) return 'code';
  if (length > 12 && code <= 90 && gluedCodePattern.test(line.slice(start, end))) return 'damaged';
  return 'text';
}

/** Splits the line into words, dot leaders set apart from what they follow. */
function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  const length = line.length;
  let gap = WIDE;
  let i = 0;
  while (i < length) {
    let code = line.charCodeAt(i);
    if (code === SPACE || code === 160) {
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
    let dots = 0;
    let leaderStart = -1;
    while (i < length) {
      code = line.charCodeAt(i);
      if (code <= SPACE || code === 160 || code === BAR) break;
      if (code === POINT) {
        dots++;
        if (dots === 3) leaderStart = i - 2;
      } else {
        if (leaderStart >= 0) break;
        dots = 0;
      }
      i++;
    }
    if (leaderStart >= 0) {
      if (leaderStart > start)
        words.push({ kind: wordKind(line, start, leaderStart), start, end: leaderStart, gap, currency: false });
      gap = WIDE;
      continue;
    }
    if (i - start === 1 && line.charCodeAt(start) === POINT) {
      gap = WIDE;
      continue;
    }
    words.push({ kind: wordKind(line, start, i), start, end: i, gap, currency: false });
    gap = 0;
  }
  return words;
}

/** Points, percent signs, currency or groups make a number one that a label seldom holds. */
function isStrong(line: string, word: Word): boolean {
  if (word.currency || word.end - word.start > 7) return true;
  let decimals = -1;
  for (let i = word.start; i < word.end; i++) {
    const code = line.charCodeAt(i);
    if (code === 44 || code === 37 || code === DOLLAR) return true;
    if (code === POINT) decimals = 0;
    else if (decimals >= 0 && isDigit(code)) decimals++;
  }
  return decimals >= 2;
}

/** `1.`, `100.`: digits and a point. */
function isPointed(line: string, word: Word): boolean {
  if (word.end - word.start > 4 || line.charCodeAt(word.end - 1) !== POINT) return false;
  for (let i = word.start; i < word.end - 1; i++) if (!isDigit(line.charCodeAt(i))) return false;
  return true;
}

function isFigureHere(line: string, words: readonly Word[], index: number): boolean {
  const word = words[index]!;
  const before = words[index - 1];
  const after = words[index + 1];
  const gapBehind = after === undefined ? WIDE : after.gap;
  const afterIsWords = after !== undefined && (after.kind === 'text' || after.kind === 'enumerator') && gapBehind < 2;
  const unitBehind = afterIsWords && after.kind === 'text' && unitWords.test(line.slice(after.start, after.end));
  const strong = isStrong(line, word);
  if (word.kind === 'enumerator') {
    // `(12)` may be a negative in a column of figures, `0.` and `100.` whole dollars with their point; `a)` is neither.
    if (isPointed(line, word)) return before !== undefined && word.gap >= 2 && !afterIsWords;
    if (
      line.charCodeAt(word.start) !== 40 ||
      !isDigit(line.charCodeAt(word.start + 1)) ||
      line.charCodeAt(word.end - 2) > 57
    )
      return false;
    return before !== undefined && word.gap >= 2 && !afterIsWords && before.kind === 'figure';
  }
  if (word.kind === 'figure' && before === undefined && isPointed(line, word)) return false;
  if (before === undefined) {
    if (after === undefined || !(after.kind === 'text' || after.kind === 'enumerator')) return true;
    if (gapBehind < 2)
      return strong && (word.currency || line.charCodeAt(word.start) === DOLLAR) && line.charCodeAt(after.start) === 40;
    return strong;
  }
  const beforeIsValue = before.kind !== 'text' && before.kind !== 'enumerator';
  if (beforeIsValue) return !afterIsWords || strong || unitBehind;
  const lastOfBefore = line.charCodeAt(before.end - 1);
  if (word.gap >= 2 || lastOfBefore === 58 || lastOfBefore === 61) {
    if (before.kind === 'enumerator' && afterIsWords && !strong) return false;
    return !afterIsWords || strong || unitBehind;
  }
  if (!strong || afterIsWords) return false;
  if (prepositions.has(line.slice(before.start, before.end).toLowerCase())) return false;
  const last = line.charCodeAt(word.end - 1);
  const figureBehind = after !== undefined && after.gap >= 2 && (after.kind === 'figure' || after.kind === 'currency');
  // `Servicing Fee (0.50%)   82,489`, `Class A 6.5%   1,000`: a rate inside the label.
  return !(figureBehind && (last === 37 || last === 41));
}

/** `30 - 59 days`: numbers of a label, not two figures and a dash. */
function settleRanges(words: Word[]): void {
  for (let i = 1; i < words.length; i++) {
    const from = words[i - 1]!;
    const dash = words[i]!;
    if (dash.kind !== 'dash' || dash.gap > 1 || from.kind !== 'figure' || from.end - from.start > 3) continue;
    const to = words[i + 1];
    // The other end may stand on the next line: `60 -` over `89`.
    if (to !== undefined && to.gap <= 1 && (to.kind !== 'figure' || to.end - to.start > 3)) continue;
    from.kind = 'text';
    dash.kind = 'text';
    if (to !== undefined && to.gap <= 1) to.kind = 'text';
  }
}

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

/** Cells of one line, left to right. */
export function scanLine(line: string): Cell[] {
  const words = wordsOf(line);
  settleRanges(words);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.kind === 'currency') {
      const next = words[i + 1];
      if (next !== undefined && next.kind !== 'text' && next.gap <= 12) {
        next.currency = true;
        next.gap = Math.max(word.gap, 2);
      }
    } else if (word.kind === 'closing') {
      const previous = words[i - 1];
      if (previous !== undefined && (previous.kind === 'figure' || previous.kind === 'text') && word.gap <= 2) {
        const previousFirst = line.charCodeAt(previous.start);
        if (
          previous.kind === 'figure' ||
          (previousFirst === 40 && numberShape(line, previous.start, word.end) === 'number')
        ) {
          previous.kind = 'figure';
          previous.end = word.end;
          continue;
        }
      }
      // A sign that closes no figure is a word: `UNPAID   % OF`.
      if (word.end - word.start === 1 && line.charCodeAt(word.start) === 37) word.kind = 'text';
    }
  }
  const stops = visualStops(line);
  const cells: Cell[] = [];
  let textStart = -1;
  let textEnd = -1;
  const at = (offset: number): number => (stops === null ? offset : stops[offset]!);
  const flushText = (): void => {
    if (textStart < 0) return;
    cells.push({
      kind: 'text',
      text: line.slice(textStart, textEnd),
      offset: textStart,
      start: at(textStart),
      end: at(textEnd - 1) + 1,
      currency: false,
    });
    textStart = -1;
  };
  let swallowedUntil = -1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.kind === 'currency') {
      if (textStart >= 0 && words[i + 1]?.kind === 'text') textEnd = word.end;
      continue;
    }
    if (word.kind === 'closing' || word.end <= swallowedUntil) {
      if (textStart >= 0 && word.gap < 2) textEnd = word.end;
      continue;
    }
    let kind: CellKind | 'enumerator' = word.kind === 'leader' ? 'text' : word.kind;
    if (kind === 'figure' || kind === 'enumerator' || kind === 'damaged') {
      if (!isFigureHere(line, words, i)) {
        kind = 'text';
        // What follows is judged by what this turned out to be.
        if (word.kind !== 'enumerator') word.kind = 'text';
      } else if (kind === 'enumerator') kind = 'figure';
    } else if (kind === 'dash' || kind === 'blank' || kind === 'answer' || kind === 'code' || kind === 'date') {
      const after = words[i + 1];
      const before = words[i - 1];
      const joinedBefore = before !== undefined && word.gap < 2 && before.kind === 'text' && textStart >= 0;
      const joinedBehind =
        after !== undefined && after.gap < 2 && (after.kind === 'text' || after.kind === 'enumerator');
      const colon = before !== undefined && line.charCodeAt(before.end - 1) === 58;
      if (kind === 'code') {
        if (joinedBehind && joinedBefore) kind = 'text';
      } else if (kind === 'date') {
        if (joinedBehind || (joinedBefore && !colon)) kind = 'text';
      } else if ((joinedBefore && !colon) || joinedBehind || (before === undefined && kind !== 'blank')) kind = 'text';
    }
    if (kind === 'text') {
      const numbered = i === 1 && words[0]!.kind === 'enumerator' && word.gap <= 6;
      if (textStart >= 0 && (word.gap < 2 || numbered)) textEnd = word.end;
      else {
        flushText();
        textStart = word.start;
        textEnd = word.end;
      }
      continue;
    }
    flushText();
    let start = word.start;
    while (line.charCodeAt(start) === DOLLAR || line.charCodeAt(start) === SPACE) start++;
    const currency =
      word.currency || start > word.start || (line.indexOf('$', start) >= start && line.indexOf('$', start) < word.end);
    cells.push({
      kind,
      text: line.slice(start, word.end),
      offset: start,
      start: at(start),
      end: at(word.end - 1) + 1,
      currency,
    });
    const after = words[i + 1];
    if (
      kind === 'figure' &&
      after !== undefined &&
      after.kind === 'text' &&
      after.gap < 2 &&
      unitWords.test(line.slice(after.start, after.end))
    ) {
      swallowedUntil = after.end;
    }
  }
  flushText();
  return cells;
}
