import { describe, expect, test } from 'vitest';
import { checkDeal } from '../../../src/checks/check-deal.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import { sumsOfClasses } from '../../../src/facts/class-sums.ts';
import { readText } from './compare.ts';

/** Totals under the titles of classes: whose they are, what proves them, and that they are no classes of the deal. */

const heading = [
  '',
  '                     Original Principal    Ending Principal',
  '                     Amount                Balance',
];

const row = (label: string, original: string, ending: string): string =>
  `${label.padEnd(21)}${original.padStart(16)}      ${ending.padStart(16)}`;

const read = (...lines: readonly string[]) =>
  readText(['Sunrise Loan Trust 2001-4', 'Distribution Date: March 25, 2002', ...heading, ...lines, ''].join('\n'))
    .statements;

/** Class and text of each ending balance. */
const endings = (...lines: readonly string[]): string[] =>
  read(...lines).flatMap(({ facts }) =>
    facts
      .filter(({ concept }) => concept === 'endingBalance')
      .map(({ class: name, text }) => `${name ?? 'no class'} ${text}`),
  );

const byLetter = [
  'Class A:',
  row('Class A-1', '1,500,000,000.00', '1,400,000,000.00'),
  row('Class A-2', '1,250,000,000.00', '1,250,000,000.00'),
  row('Total', '2,750,000,000.00', '2,650,000,000.00'),
  'Class M:',
  row('Class M-1', '2,350,000,000.00', '2,350,000,000.00'),
  row('Total', '2,350,000,000.00', '2,350,000,000.00'),
  row('Total', '5,100,000,000.00', '5,000,000,000.00'),
];

describe('a total under the title of a class', () => {
  test('is that of its classes, and the one behind it that of all', () => {
    expect(endings(...byLetter)).toEqual([
      'A-1 1,400,000,000.00',
      'A-2 1,250,000,000.00',
      'A 2,650,000,000.00',
      'M-1 2,350,000,000.00',
      'M 2,350,000,000.00',
      'Total 5,000,000,000.00',
    ]);
  });

  test('is that of all where the class has had its own', () => {
    for (const total of ['Total:', 'Grand total:'])
      expect(
        endings(
          'Class A :',
          row('Class A (2023-02)', '1,500,000,000.00', '1,500,000,000.00'),
          row('Class A (2024-01)', '1,250,000,000.00', '1,150,000,000.00'),
          row('Class A Total:', '2,750,000,000.00', '2,650,000,000.00'),
          'Class B :',
          row('Fixed tranche', '2,350,000,000.00', '2,350,000,000.00'),
          row('Total Class B:', '2,350,000,000.00', '2,350,000,000.00'),
          row(total, '5,100,000,000.00', '5,000,000,000.00'),
        ),
      ).toEqual([
        'A (2023-02) 1,500,000,000.00',
        'A (2024-01) 1,150,000,000.00',
        'A 2,650,000,000.00',
        'B 2,350,000,000.00',
        'Total 5,000,000,000.00',
      ]);
  });

  test('is that of all where the classes before it have none', () => {
    expect(
      endings(
        'Class A:',
        row('Floating tranche', '1,500,000,000.00', '1,400,000,000.00'),
        'Class B:',
        row('Fixed tranche', '2,350,000,000.00', '2,350,000,000.00'),
        row('Total', '3,850,000,000.00', '3,750,000,000.00'),
      ),
    ).toEqual(['Total 3,750,000,000.00']);
    // A single class needs none of its own.
    expect(endings(...byLetter.slice(0, 6), byLetter[7]!).slice(-2)).toEqual([
      'M-1 2,350,000,000.00',
      'Total 5,000,000,000.00',
    ]);
  });
});

test('sums of classes are proven by the classes, and are none of the deal', () => {
  const [deal] = groupDeals(read(...byLetter));
  expect(deal?.classes).toEqual(['A-1', 'A-2', 'M-1']);
  const results = checkDeal(deal!).filter(({ rule }) => rule === 'B2[endingBalance]');
  expect(results.map(({ class: name, left, right, holds }) => [name, left, right, holds])).toEqual([
    ['A', 2_650_000_000, 2_650_000_000, true],
    ['M', 2_350_000_000, 2_350_000_000, true],
    ['Total', 5_000_000_000, 5_000_000_000, true],
  ]);

  const [wrong] = groupDeals(read(...byLetter.map((line) => line.replace('2,650,000,000', '2,650,000,100'))));
  const broken = checkDeal(wrong!).filter(({ holds }) => !holds);
  expect(broken.map(({ rule, class: name, difference }) => [rule, name, Math.abs(difference)])).toEqual([
    ['B2[endingBalance]', 'A', 100],
  ]);
});

test('the total of several classes is told by what its row is called', () => {
  const [statement] = read(...byLetter);
  const called = (label: string) =>
    sumsOfClasses(
      statement!.facts.map((fact) => (fact.class === 'A' ? { ...fact, label } : fact)),
      new Set(['A', 'A-1', 'A-2']),
    );
  for (const label of [
    'Total',
    'Class A Total:',
    'Total Class A',
    'Total for Class A Notes',
    'Class A Certificates Total',
    '* Sub-total',
    'Grand total',
    'A Totals',
  ])
    expect([label, ...called(label)]).toEqual([label, 'A']);
  for (const label of ['Class A', 'Total Class A Principal Distribution', 'Total interest', 'A', 'Notional'])
    expect([label, ...called(label)]).toEqual([label]);
});
