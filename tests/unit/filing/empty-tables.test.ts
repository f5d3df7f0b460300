import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/filing/html.ts';

/** Tables by which a small file asks for more space than memory holds. */

const lines = (html: string): string[] => renderHtml(html).lines;
const cells = (...texts: readonly string[]): string => texts.map((text) => `<td>${text}</td>`).join('');

describe('a table of more space than any statement prints is a list of its cells', () => {
  const headings = (count: number): string =>
    `<tr>${cells(...Array.from({ length: count }, () => 'x'.repeat(70)))}</tr>`;
  const rows = (count: number, columns: number): string =>
    `<tr><td>A</td><td colspan="${columns}"></td><td>1.00</td></tr>`.repeat(count);

  test.each([
    ['wide', 900, 10],
    ['long', 100, 5_000],
  ])('%s', (_, columns, count) => {
    const printed = lines(`<table>${headings(columns)}${rows(count, columns - 2)}</table>`);
    // Nothing of it is left out.
    expect(printed.filter((line) => line.endsWith('1.00'))).toHaveLength(count);
    expect(printed.filter((line) => line.startsWith('xx'))).toHaveLength(columns);
    expect(printed.reduce((sum, line) => sum + line.length, 0)).toBeLessThan(200_000);
  });

  test('and no table that is printed full', () => {
    const full = (row: number): string =>
      `<tr>${cells(...Array.from({ length: 20 }, (_, at) => `${row * at}.00`))}</tr>`;
    const printed = lines(`<table>${Array.from({ length: 6_000 }, (_, row) => full(row)).join('')}</table>`);
    expect(printed).toHaveLength(6_000);
    expect(printed[1]).toMatch(/^ *0\.00 +1\.00 +2\.00 .* 19\.00$/);
  });
});
