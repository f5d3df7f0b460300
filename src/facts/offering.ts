import type { FilingDocument } from '../filing/document.ts';
import { parsePrintedNumber } from '../layout/figure.ts';
import { scanLine } from '../layout/scan.ts';
import type { Fact } from './fact.ts';

/** The amount that an offering document prints on its first page: `$1,465,297,000 (Approximate)`. Null where none stands by itself. */
export function readOfferedBalance(document: FilingDocument): Fact | null {
  const end = Math.min(document.lines.length, 120);
  for (let i = 0; i < end; i++) {
    const line = document.lines[i]!;
    if (!line.includes('$')) continue;
    const cells = scanLine(line);
    const [first, second] = cells;
    if (first === undefined || first.kind !== 'figure' || !first.currency || cells.length > 2) continue;
    if (second !== undefined && !/^\(?approximate/i.test(second.text)) continue;
    const number = parsePrintedNumber(first.text);
    if (number.value < 1_000_000) continue;
    return {
      concept: 'offeredBalance',
      class: null,
      group: null,
      member: null,
      value: number.value,
      unit: 'USD',
      decimals: number.decimals,
      text: first.text,
      line: document.lineOf(i, first.offset),
      column: document.columnOf(i, first.offset),
      section: null,
      label: second?.text ?? null,
      columnLabel: null,
    };
  }
  return null;
}
