import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsAs, formsOf } from '../../../src/layout/forms.ts';
import { scanLine } from '../../../src/layout/scan.ts';

const throughForms = (lines: readonly string[]) => formsOf(lines).map((form, i) => cellsAs(form, lines[i]!));

describe('the form of a line', () => {
  test('is the same where only the digits of figures differ', () => {
    const [first, second, label, width, zero] = formsOf([
      'Class M-1     1,234.00  5.25%',
      'Class M-1     9,870.15  0.00%',
      'Class M-2     1,234.00  5.25%',
      'Class M-1    21,234.00  5.25%',
      'Class M-1     0,234.00  5.25%',
    ]);
    expect(second).toBe(first);
    expect(label).not.toBe(first);
    expect(width).not.toBe(first);
    expect(zero?.kind).toBe('value');
  });

  test('tells rules, marks and blank lines', () => {
    const kinds = formsOf(['', '   ', '-----  ------', '<PAGE>', '<TABLE>   Class', 'Class A', 'Class A   1.00']).map(
      ({ kind, mark }) => [kind, mark],
    );
    expect(kinds).toEqual([
      ['blank', null],
      ['blank', null],
      ['rule', null],
      ['blank', 'page'],
      ['text', 'other'],
      ['text', null],
      ['value', null],
    ]);
  });

  test('gives a line the cells that it has by itself, whatever was read before it', () => {
    const token = fc.constantFrom(
      'Class',
      'M-1',
      'of',
      '(a)',
      '12.',
      '$',
      '%',
      '-',
      'NA',
      '...',
      '|',
      '—',
      '\u00a0',
      '\t',
      'months',
      '36242DAA1',
    );
    const figure = fc
      .tuple(fc.constantFrom('9,999.99', '99', '0.99%', '(99.9)', '9', '99/99/99', '999,999.999,999.99'), fc.nat())
      .map(([pattern, seed]) => pattern.replace(/9/g, (_, at: number) => String(((seed + 3) * (at + 7) * 31) % 10)));
    const line = fc
      .array(fc.tuple(fc.constantFrom('', ' ', '  ', '     '), fc.oneof(token, figure)), { maxLength: 6 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const isRule = (text: string): boolean => !/[\da-z\u2014]/i.test(text);
        const expected = lines.map((text) => (isRule(text) ? [] : scanLine(text)));
        const found = throughForms(lines).map((cells, i) => (isRule(lines[i]!) ? [] : cells));
        expect(found).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
