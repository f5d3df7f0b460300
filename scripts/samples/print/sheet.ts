import { type Quantity, roundedQuotient } from '../exact.ts';
import type { Dimensions, Figure } from '../ledger.ts';
import type { SimulatedStatement } from '../statement.ts';

/** One printed figure, its meaning and where its first character stands (1-based), for tests of a reader. */
export interface Truth {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly concept: string;
  readonly class: string | null;
  readonly member: string | null;
  readonly group: string | null;
  readonly value: number | boolean | string;
  /** ISO date of the statement. */
  readonly date: string;
}

/** A statement as text and what is printed in it, in the order of the file. */
export interface PrintedFile {
  readonly text: string;
  readonly truth: readonly Truth[];
}

export interface NumberStyle {
  readonly decimals: number;
  readonly commas: boolean;
  readonly negative: 'parentheses' | 'minus' | 'trailing minus';
  /** How zero is printed; `blank` prints nothing. */
  readonly zero: 'digits' | 'dash' | 'blank';
  /** Printed before the digits, not part of the figure. */
  readonly currency: '' | '$' | '$ ';
  readonly percentSign: boolean;
  /** A figure without places keeps its point: `56,000,000.` */
  readonly point: boolean;
}

export const wholeDollars: NumberStyle = {
  decimals: 0,
  commas: true,
  negative: 'parentheses',
  zero: 'digits',
  currency: '',
  percentSign: false,
  point: false,
};

export const inCents: NumberStyle = { ...wholeDollars, decimals: 2 };
export const plainNumber = (decimals: number): NumberStyle => ({ ...wholeDollars, decimals, commas: false });
export const percentage = (decimals: number): NumberStyle => ({ ...wholeDollars, decimals, percentSign: true });

/** A figure as printed: `before` is a currency sign, `text` the figure's own characters, `value` what a reader makes of them. */
export interface PrintedFigure {
  readonly before: string;
  readonly text: string;
  readonly value: number | boolean | string;
}

/** Rounds and prints an exact number (halves away from zero); flags become YES and NO. */
export function printFigure(figure: Figure, style: NumberStyle): PrintedFigure {
  if (typeof figure === 'boolean') return { before: '', text: figure ? 'YES' : 'NO', value: figure };
  if (typeof figure === 'string') return { before: '', text: figure, value: figure };
  return printNumber(figure, style);
}

function printNumber(exact: Quantity, style: NumberStyle): PrintedFigure {
  const scaled = roundedQuotient(exact.numerator * 10n ** BigInt(style.decimals), exact.denominator);
  if (scaled === 0n && style.zero === 'dash') return { before: style.currency, text: '-', value: 0 };
  if (scaled === 0n && style.zero === 'blank') return { before: '', text: '', value: 0 };
  const negative = scaled < 0n;
  const digits = String(negative ? -scaled : scaled).padStart(style.decimals + 1, '0');
  const whole = digits.slice(0, digits.length - style.decimals);
  const places = digits.slice(digits.length - style.decimals);
  const value = Number(style.decimals === 0 ? whole : `${whole}.${places}`);
  const grouped = style.commas ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const unsigned =
    grouped + (style.decimals > 0 ? `.${places}` : style.point ? '.' : '') + (style.percentSign ? '%' : '');
  const text = !negative
    ? unsigned
    : style.negative === 'parentheses'
      ? `(${unsigned})`
      : style.negative === 'minus'
        ? `-${unsigned}`
        : `${unsigned}-`;
  return { before: style.currency, text, value: negative ? -value : value };
}

/** What a figure means, beside its place. */
export interface Meaning extends Dimensions {
  readonly concept: string;
  readonly group?: string | null;
}

/** Something at a place of a line: its first character at `left`, or its last one before `right` (0-based columns). */
export interface Cell {
  readonly text: string;
  readonly before?: string;
  readonly left?: number;
  readonly right?: number;
  /** Present where the text is a figure. */
  readonly meaning?: Meaning;
  readonly value?: number | boolean | string;
}

/** A page that is written line by line and remembers where its figures stand. */
export interface Sheet {
  /** Writes a line without figures, or empty lines. */
  line(text?: string): void;
  lines(...texts: string[]): void;
  blank(count: number): void;
  /** Writes the text in the middle of `width`. */
  centre(text: string, width: number): void;
  /** Writes cells in order, nothing for null. A cell that would run into the one before is put one space behind it, or `glued` at its end. */
  row(cells: readonly (Cell | null)[], glued?: boolean): void;
  /** Keeps what comes next on one page with the row after it. */
  keep(): void;
  finish(): PrintedFile;
}

/** Page marks: after `length` lines, before a row of figures, with the lines that head every page. */
export interface Paging {
  readonly length: number;
  /** `<PAGE>` where nothing is said. */
  readonly mark?: string;
  readonly heading: readonly string[];
}

/** A new page for a statement of an ISO date. */
export function sheetFor(date: string, paging: Paging | null = null): Sheet {
  const written: string[] = [];
  let pageStart = 0;
  let kept = false;
  const turnPage = (): void => {
    if (paging === null || kept || written.length - pageStart < paging.length) return;
    written.push(paging.mark ?? '<PAGE>', ...paging.heading);
    pageStart = written.length;
  };
  const truth: Truth[] = [];
  const sheet: Sheet = {
    line: (text = '') => {
      written.push(text);
    },
    lines: (...texts) => {
      written.push(...texts);
    },
    blank: (count) => {
      for (let index = 0; index < count; index += 1) written.push('');
    },
    centre: (text, width) => {
      written.push(' '.repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text);
    },
    row: (cells, glued = false) => {
      if (cells.some((cell) => cell?.meaning !== undefined)) turnPage();
      kept = false;
      let text = '';
      for (const cell of cells) {
        if (cell === null) continue;
        const before = cell.before ?? '';
        const full = before + cell.text;
        if (full === '') continue;
        const wanted = cell.right === undefined ? (cell.left ?? text.length) : cell.right - full.length;
        const start = text === '' ? Math.max(0, wanted) : Math.max(wanted, text.length + (glued ? 0 : 1));
        text = text.padEnd(start) + full;
        if (cell.meaning !== undefined && cell.value !== undefined) {
          truth.push({
            line: written.length + 1,
            column: start + before.length + 1,
            text: cell.text,
            concept: cell.meaning.concept,
            class: cell.meaning.class ?? null,
            member: cell.meaning.member ?? null,
            group: cell.meaning.group ?? null,
            value: cell.value,
            date,
          });
        }
      }
      written.push(text);
    },
    keep: () => {
      turnPage();
      kept = true;
    },
    finish: () => ({ text: `${written.join('\n')}\n`, truth }),
  };
  return sheet;
}

/** A cell of an exact number, or null where it is left blank. */
export function numberCell(
  exact: Quantity,
  meaning: Meaning,
  style: NumberStyle,
  place: { readonly left?: number; readonly right?: number } = {},
): Cell | null {
  const printed = printFigure(exact, style);
  return printed.text === '' ? null : { ...printed, ...place, meaning };
}

/** A cell of a statement's figure, or null where the statement has none or it is left blank. */
export function figureCell(
  statement: SimulatedStatement,
  meaning: Meaning,
  style: NumberStyle,
  place: { readonly left?: number; readonly right?: number } = {},
): Cell | null {
  const figure = statement.figure(meaning.concept, meaning);
  if (figure === undefined) return null;
  const printed = printFigure(figure, style);
  if (printed.text === '') return null;
  return { ...printed, ...place, meaning };
}

const tabStop = 8;

/** Writes spaces that reach a tab stop as a tab; returns the line and, by old offset, the new one. */
function withTabs(line: string): { readonly text: string; readonly moved: readonly number[] } {
  let text = '';
  const moved: number[] = [];
  let offset = 0;
  while (offset < line.length) {
    const spaces = /^ +/.exec(line.slice(offset))?.[0].length ?? 0;
    const stop = (Math.floor(offset / tabStop) + 1) * tabStop;
    const reaches = spaces >= 2 && offset + spaces >= stop;
    const step = reaches ? stop - offset : 1;
    for (let index = 0; index < step; index += 1) moved.push(text.length);
    text += reaches ? '\t' : line.charAt(offset);
    offset += step;
  }
  return { text, moved };
}

/** The same statement typed with tabs instead of runs of spaces, or with the line ends of Windows; columns count characters. */
export function retyped(
  printed: PrintedFile,
  ways: { readonly tabs: boolean; readonly windowsLines: boolean },
): PrintedFile {
  const lines = printed.text.split('\n').map((line) => (ways.tabs ? withTabs(line) : { text: line, moved: null }));
  const truth = printed.truth.map((fact) => {
    const moved = lines[fact.line - 1]?.moved;
    return moved === null || moved === undefined
      ? fact
      : { ...fact, column: (moved[fact.column - 1] ?? fact.column - 1) + 1 };
  });
  return { text: lines.map(({ text }) => text).join(ways.windowsLines ? '\r\n' : '\n'), truth };
}

/** The figures that touch another figure or a word without a space between: what a reader may call uncertain. */
export function gluedFigures(printed: PrintedFile): Set<Truth> {
  const lines = printed.text.split('\n');
  const touches = (character: string | undefined): boolean => character !== undefined && /[\w%)(]/.test(character);
  return new Set(
    printed.truth.filter(({ line, column, text }) => {
      const whole = lines[line - 1] ?? '';
      return touches(whole[column - 2]) || touches(whole[column - 1 + text.length]);
    }),
  );
}
