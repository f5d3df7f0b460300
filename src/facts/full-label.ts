import type { Row } from '../layout/blocks.ts';
import { continues } from '../layout/sections.ts';

/** Labels that go over several lines. */

/** The number or letter of an item, whatever is behind it. */
const enumerated = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]/;

/** A parenthesis is open at its end. */
const isUnclosed = (line: string): boolean => line.lastIndexOf('(') > line.lastIndexOf(')');

/** The row's label, with the lines above or below that it wraps over. */
export function fullLabel(row: Row): string {
  let { label } = row;
  const { above, below } = row;
  const last = above[above.length - 1];
  if (
    last !== undefined &&
    (label === '' || continues.test(last) || isUnclosed(last) || (/^[a-z]/.test(label) && !enumerated.test(label)))
  ) {
    let from = above.length - 1;
    while (from > 0) {
      const next = above[from]!;
      const line = above[from - 1]!;
      const wraps =
        continues.test(line) ||
        isUnclosed(line) ||
        /^[a-z]/.test(next) ||
        (line.length > 40 && line.length >= next.length * 0.8 && !/[:.]$/.test(line));
      if (!wraps) break;
      from--;
    }
    label = [...above.slice(from), label].join(' ').trim();
  }
  if (
    below !== null &&
    row.label !== '' &&
    below.length < 60 &&
    !enumerated.test(below) &&
    (continues.test(row.label) || /^[a-z(]/.test(below))
  ) {
    label = `${label} ${below}`;
  }
  return label;
}
