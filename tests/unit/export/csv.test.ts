import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type ExportCell, plainFigure, toCsv, toCsvPieces } from '../../../src/export/csv.ts';
import { toTsv, toTsvPieces } from '../../../src/export/tsv.ts';
import type { Fact } from '../../../src/facts/fact.ts';

const figure = (text: string, value: number | boolean | string, decimals: number | null = 0): Fact => ({
  concept: 'endingBalance',
  class: 'A',
  group: null,
  member: null,
  value,
  unit: 'USD',
  decimals,
  text,
  line: 1,
  column: 1,
  section: null,
  label: null,
  columnLabel: null,
});

const parse = (csv: string): string[][] => Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' }).data;

describe('a printed figure as a plain number', () => {
  test.each([
    ['$1,645,120', 1645120, 0, '1645120'],
    ['(338.25)', -338.25, 2, '-338.25'],
    ['$(1,338.25)', -1338.25, 2, '-1338.25'],
    ['338.25-', -338.25, 2, '-338.25'],
    ['-12.50', -12.5, 2, '-12.50'],
    ['1.11144%', 1.11144, 5, '1.11144'],
    ['0.000%', 0, 3, '0.000'],
    ['0.98485279', 0.98485279, 8, '0.98485279'],
    ['1.00000000', 1, 8, '1.00000000'],
    ['.5', 0.5, 1, '0.5'],
    ['56,000,000.', 56000000, 0, '56000000'],
    ['-', 0, 0, '0'],
    ['$ 0.00', 0, 2, '0.00'],
    ['1,234.50 CR', -1234.5, 2, '-1234.50'],
    ['12345678901234.56', 12345678901234.56, 2, '12345678901234.56'],
  ])('%s', (text, value, decimals, expected) => {
    expect(plainFigure(figure(text, value, decimals))).toBe(expected);
    expect(Number(plainFigure(figure(text, value, decimals)))).toBe(value);
  });

  test('flags and identifiers', () => {
    expect(plainFigure(figure('YES', true, null))).toBe('true');
    expect(plainFigure(figure('64352VCC3', '64352VCC3', null))).toBe('64352VCC3');
  });
});

describe('formulas', () => {
  const exported = (text: string): string | undefined => parse(toCsv({ headings: ['a'], rows: [[{ text }]] }))[1]?.[0];

  test.each([
    '=1+1',
    '=1+1\nmore',
    '@SUM(A1)',
    '+1+1',
    '-1+1',
    '-2+cmd|/C calc!A0',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '+',
    '-',
    '-A',
  ])('%j is made harmless', (text) => {
    expect(exported(text)).toBe(`'${text}`);
  });

  test.each([
    '-338.25',
    '-1,234.50',
    '-5%',
    '+5',
    '-.5',
    'A-1',
    'M-1',
    '30-59',
    "O'Hare",
    '"quoted", with comma',
    'two\nlines',
  ])('%j is left alone', (text) => {
    expect(exported(text)).toBe(text);
  });

  test('in headings too', () => {
    expect(parse(toCsv({ headings: ['=1'], rows: [] }))[0]).toEqual(["'=1"]);
  });
});

/** Numbers as statements print them: cents or not, thousands separated or not, negatives three ways, dollar or per cent. */
const printedNumber = fc
  .record({
    cents: fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }),
    decimals: fc.constantFrom(0, 2, 5, 8),
    thousands: fc.boolean(),
    negative: fc.constantFrom('minus', 'parentheses', 'trailing'),
    mark: fc.constantFrom('', '$', '%'),
  })
  .map(({ cents, decimals, thousands, negative, mark }) => {
    const digits = (cents < 0n ? -cents : cents).toString().padStart(decimals + 1, '0');
    const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
    const places = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
    const grouped = thousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
    const body = `${mark === '$' ? '$' : ''}${grouped}${places}${mark === '%' ? '%' : ''}`;
    const signed = { minus: `-${body}`, parentheses: `(${body})`, trailing: `${body}-` }[negative];
    const value = Number(`${cents < 0n ? '-' : ''}${whole}${places}`);
    return { figure: figure(cents < 0n ? signed : body, value, decimals), digits: `${whole}${places}` };
  });

const cell: fc.Arbitrary<ExportCell> = fc.oneof(
  printedNumber.map(({ figure }) => ({ figure })),
  fc.string({ unit: 'grapheme' }).map((text) => ({ text })),
  fc.constantFrom('=1+1', '-1', '-A', '"', ',', '\r\n', "'", '﻿x', ' ').map((text) => ({ text })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => ({ number })),
  fc.constant(null),
);

test('every table reads back as it was', () => {
  const table = fc.integer({ min: 1, max: 6 }).chain((columns) =>
    fc.record({
      headings: fc.array(fc.string({ minLength: 1 }), { minLength: columns, maxLength: columns }),
      rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(table, ({ headings, rows }) => {
      const [first = [], ...others] = parse(toCsv({ headings, rows }));
      const same = (read: string | undefined, text: string) => {
        expect([text, `'${text}`]).toContain(read);
      };
      headings.forEach((heading, column) => {
        same(first[column], heading);
      });
      expect(others).toHaveLength(rows.length);
      rows.forEach((row, index) => {
        row.forEach((each, column) => {
          const read = others[index]?.[column];
          if (each === null) expect(read).toBe('');
          else if ('text' in each) same(read, each.text);
          else if ('date' in each) expect(read).toBe(each.date);
          else expect(Number(read) === ('number' in each ? each.number : each.figure.value)).toBe(true);
        });
      });
    }),
    { numRuns: 300 },
  );
});

test('every printed digit is kept', () => {
  fc.assert(
    fc.property(printedNumber, ({ figure, digits }) => {
      expect(plainFigure(figure).replace('-', '')).toBe(digits);
    }),
  );
});

test('a long table written in pieces is the same text, and others get their turn between them', async () => {
  for (const count of [0, 1, 1000, 1001, 4321]) {
    const rows = Array.from({ length: count }, (_, at): ExportCell[] => [{ number: at }, { text: `=row ${at}` }, null]);
    const table = { headings: ['Number', 'Words', 'Nothing'], rows };
    let rests = 0;
    const pieces = await toCsvPieces(table, async () => {
      rests += 1;
    });
    expect(pieces.join('')).toBe(toCsv(table));
    expect((await toTsvPieces(table, async () => undefined)).join('')).toBe(toTsv(table));
    expect(rests).toBe(Math.max(0, Math.ceil(count / 1000) - 1));
  }
});
