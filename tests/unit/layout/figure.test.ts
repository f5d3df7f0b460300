import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf } from '../../../src/layout/codes.ts';
import { type NumberShape, numberShape, parsePrintedNumber } from '../../../src/layout/figure.ts';

const shapeOf = (text: string): NumberShape => numberShape(codesOf(text), 0, text.length);

/** Digits before the point, without a zero in front, and behind it. */
const digits = fc.tuple(
  fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String),
  fc.string({ unit: fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9'.split(' ')), maxLength: 10 }),
);

const grouped = (whole: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, ',');

interface Style {
  readonly name: string;
  readonly negative: boolean;
  readonly percent: boolean;
  readonly print: (number: string) => string;
}

const styles: readonly Style[] = [
  { name: 'plain', negative: false, percent: false, print: (number) => number },
  { name: 'dollars', negative: false, percent: false, print: (number) => `$${number}` },
  { name: 'dollars apart', negative: false, percent: false, print: (number) => `$ ${number}` },
  { name: 'percent', negative: false, percent: true, print: (number) => `${number}%` },
  { name: 'percent apart', negative: false, percent: true, print: (number) => `${number} %` },
  { name: 'minus', negative: true, percent: false, print: (number) => `-${number}` },
  { name: 'minus behind', negative: true, percent: false, print: (number) => `${number}-` },
  { name: 'minus dollars', negative: true, percent: false, print: (number) => `-$${number}` },
  { name: 'parentheses', negative: true, percent: false, print: (number) => `(${number})` },
  { name: 'dollars in parentheses', negative: true, percent: false, print: (number) => `($${number})` },
  { name: 'parentheses behind dollars', negative: true, percent: false, print: (number) => `$(${number})` },
  { name: 'percent in parentheses', negative: true, percent: true, print: (number) => `(${number}%)` },
];

describe('a printed number', () => {
  for (const { name, negative, percent, print } of styles) {
    test(`is read as it is printed: ${name}`, () => {
      fc.assert(
        fc.property(digits, fc.boolean(), fc.boolean(), ([whole, decimals], inGroups, pointAlone) => {
          const point = decimals !== '' || pointAlone ? '.' : '';
          const text = print(`${inGroups ? grouped(whole) : whole}${point}${decimals}`);
          const magnitude = Number(`${whole}.${decimals}0`);
          expect(shapeOf(text), text).toBe('number');
          expect(parsePrintedNumber(text), text).toEqual({
            value: negative && magnitude !== 0 ? -magnitude : magnitude,
            decimals: decimals.length,
            percent,
            grouped: inGroups && whole.length > 3,
            negative,
          });
        }),
      );
    });
  }

  test('may begin with its point', () => {
    expect(shapeOf('.5000')).toBe('number');
    expect(parsePrintedNumber('.5000')).toMatchObject({ value: 0.5, decimals: 4 });
    expect(parsePrintedNumber('(.5%)')).toMatchObject({ value: -0.5, decimals: 1, percent: true });
  });

  test('between dashes is a zero, not a negative one', () => {
    expect(Object.is(parsePrintedNumber('-0-').value, 0)).toBe(true);
    expect(Object.is(parsePrintedNumber('(0.00)').value, 0)).toBe(true);
  });

  test('of more digits than a double holds is the nearest double', () => {
    for (const text of ['9007199254740993', '123456789012345678901234567890', '0.1000000000000000055511151231257827'])
      expect(parsePrintedNumber(text).value).toBe(Number(text));
  });
});

describe('the shape of what is no number', () => {
  const amounts = fc.integer({ min: 1_000, max: 999_999_999 }).map((cents) => {
    const [whole, decimals] = (cents / 100).toFixed(2).split('.') as [string, string];
    return `${grouped(whole)}.${decimals}`;
  });

  test('two amounts run together are damaged, never one number', () => {
    fc.assert(
      fc.property(amounts, amounts, (first, second) => {
        expect(shapeOf(first + second), first + second).toBe('damaged');
      }),
    );
  });

  test('groups of a wrong size are damaged', () => {
    for (const text of ['1,23,456', '12345,678', '1,234,56', '1,234.5,678', '1,2', '02,238,177', '1,0000.00'])
      expect(shapeOf(text), text).toBe('damaged');
  });

  test('a row of digits longer than any amount is damaged, not infinite', () => {
    expect(shapeOf('1'.repeat(40))).toBe('number');
    for (const length of [41, 320, 5000]) expect(shapeOf('1'.repeat(length)), String(length)).toBe('damaged');
  });

  test('words, dates, ranges and lone signs are none', () => {
    for (const text of ['', '$', '()', '-', '.', ',', 'A-1', '30-59', '5/28', '12a', '5)', '1.2.3', '12,'])
      expect(shapeOf(text), text).toBe('none');
  });

  test('only the part asked for counts', () => {
    const text = 'Class 1,234.00 x';
    expect(numberShape(codesOf(text), 6, 14)).toBe('number');
    expect(numberShape(codesOf(text), 5, 14)).toBe('number');
    expect(numberShape(codesOf(text), 0, 14)).toBe('none');
  });
});
