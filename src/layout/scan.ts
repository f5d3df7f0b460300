import { COLON, codesOf, DOLLAR, OPEN, QUESTION, SPACE, STAR, TAB } from './codes.ts';
import { isDigit } from './figure.ts';
import { endOfCounted, isFigureHere, unitWords } from './numbers-in-words.ts';
import { settleDesignators, settleRanges, settleSigns, settleSpans } from './parted-signs.ts';
import type { Words } from './words.ts';
import {
  ANSWER,
  BLANK,
  CLOSING,
  CODE,
  CURRENCY,
  DAMAGED,
  DASH,
  DATE,
  ENUMERATOR,
  FIGURE,
  findWords,
  isWords,
  OPENING,
  TEXT,
} from './words.ts';

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

/** By their number among the kinds of words. */
const cellKinds: readonly CellKind[] = ['text', 'figure', 'damaged', 'dash', 'blank', 'code', 'date', 'answer'];

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

/** `060506 X2 1`: a CUSIP as supplements print it, its issuer, issue and check digit apart. */
const partedCusip = /^\d{3}[\dA-Z]{3} [A-Z][\dA-Z] \d$/;
const PARTED_CUSIP = 11;

/** Cells of the line whose codes begin at `base`, left to right. */
export function cellsOf(line: string, codes: Uint8Array, base: number): Cell[] {
  const words = findWords(line, codes, base, base + line.length);
  const { kind: kinds, start: starts, end: ends, gap: gaps, count } = words;
  if ((words.kinds & (1 << DASH)) !== 0) {
    settleRanges(line, codes, base, words);
    settleDesignators(codes, words);
  }
  if ((words.kinds & (1 << FIGURE)) !== 0) settleSpans(line, codes, base, words);
  if ((words.kinds & ((1 << CURRENCY) | (1 << CLOSING) | (1 << OPENING))) !== 0) settleSigns(codes, words);
  const stops = visualStops(line);
  const cells: Cell[] = [];
  const pushText = (from: number, to: number): void => {
    const isCode = to - from === PARTED_CUSIP && partedCusip.test(line.slice(from - base, to - base));
    cells.push(cellOf(isCode ? 'code' : 'text', line, from - base, to - base, stops, false, false));
  };
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
        pushText(textStart, textEnd);
        textStart = starts[i]!;
      }
      textEnd = end;
      continue;
    }
    if (textStart >= 0) pushText(textStart, textEnd);
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
  if (textStart >= 0) pushText(textStart, textEnd);
  return cells;
}

/** Cells of one line, left to right. */
export function scanLine(line: string): Cell[] {
  return cellsOf(line, codesOf(line), 0);
}
