import { codesOf } from '../layout/codes.ts';
import { numberShape, parsePrintedNumber } from '../layout/figure.ts';
import type { Cell } from '../layout/scan.ts';

/** Numbers that were printed without a space between them: the ways to part them, and which of the ways ties with the rest of the row. */

/** One way: the cells that the characters would be. */
export type Parting = readonly Cell[];

const MOST_PARTS = 6;
const MOST_WAYS = 200;
const code = /^(?=[0-9A-Z]*[0-9])[0-9A-Z]{8}[0-9]/;

function piece(cell: Cell, from: number, to: number, kind: Cell['kind']): Cell {
  return {
    kind,
    text: cell.text.slice(from, to),
    offset: cell.offset + from,
    start: cell.start + from,
    end: cell.start + to,
    currency: kind === 'figure' && from === 0 && cell.currency,
    counted: false,
  };
}

/** Whether the characters are one number as a column prints it: groups of three or none, and the column's places. */
function isOneNumber(text: string, from: number, to: number, decimals: ReadonlySet<number>): boolean {
  if (numberShape(codesOf(text), from, to) !== 'number') return false;
  const first = text.charCodeAt(from);
  if (first === 44 || first === 46) return false;
  const printed = text.slice(from, to);
  if (/^0\d/.test(printed)) return false;
  const number = parsePrintedNumber(printed);
  if (!decimals.has(number.decimals)) return false;
  // With groups anywhere in the cell, a number of four digits and more has them too.
  return number.grouped || !text.includes(',') || number.value < 1000;
}

/**
 * Every way to part a damaged cell into as many cells as there are columns without one, numbers with the places that the columns print.
 * A code may come first. Empty where there is none or where there are too many to tell.
 */
export function waysToPart(cell: Cell, columns: number, decimals: ReadonlySet<number>): Parting[] {
  const { text } = cell;
  const ways: Parting[] = [];
  if (columns < 2 || columns > MOST_PARTS || text.length > 140) return ways;
  const extend = (from: number, parts: Cell[]): void => {
    if (ways.length > MOST_WAYS) return;
    if (from === text.length) {
      if (parts.length === columns) ways.push([...parts]);
      return;
    }
    if (parts.length >= columns) return;
    for (let to = from + 1; to <= text.length; to++) {
      if (!isOneNumber(text, from, to, decimals)) continue;
      parts.push(piece(cell, from, to, 'figure'));
      extend(to, parts);
      parts.pop();
    }
  };
  const leading = code.exec(text);
  if (leading !== null && /[A-Z]/.test(leading[0])) extend(9, [piece(cell, 0, 9, 'code')]);
  else extend(0, []);
  return ways.length > MOST_WAYS ? [] : ways;
}
