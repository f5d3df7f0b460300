import { expect, test } from 'vitest';
import { readText } from './compare.ts';

/** Rows of the same words with different figures, of one class or of the pool. */

const around = ['', 'Loan Pool', 'Beginning pool balance      911,220.10', 'Number of loans at the end         41', ''];

/** Concept of each figure of the lines, in order, and what was told. */
function read(...lines: readonly string[]): { concepts: string[]; told: string[] } {
  const text = ['Sunrise Loan Trust 2001-4', 'Distribution Date: March 25, 2002', '', ...lines, ...around].join('\n');
  const { statements } = readText(text);
  return {
    concepts: statements
      .flatMap(({ facts }) => facts)
      .filter(({ line }) => line <= lines.length + 3)
      .map(({ concept, class: name }) => [concept ?? '?', name].filter((part) => part !== null).join(' ')),
    told: statements.flatMap(({ problems }) => problems).map(({ line, found }) => `${line}: ${found}`),
  };
}

test('titles further up tell what was paid from what was due', () => {
  const { concepts, told } = read(
    'Amounts Due',
    '  Class A-1',
    '    Interest                                       1,234.56',
    '    Principal                                     10,000.00',
    '',
    'Amounts Paid',
    '  Class A-1',
    '    Interest                                       1,200.00',
    '    Principal                                     10,000.00',
  );
  expect(concepts).toEqual(['? A-1', 'principal A-1', 'interest A-1', 'principal A-1']);
  expect(told).toEqual([]);
});

test('words over rows of classes tell the same', () => {
  const { concepts } = read(
    'Interest Due',
    '  Class A-1                                        1,234.56',
    '  Class A-2                                        2,234.56',
    'Interest Paid',
    '  Class A-1                                        1,200.00',
    '  Class A-2                                        2,200.00',
  );
  expect(concepts).toEqual(['? A-1', '? A-2', 'interest A-1', 'interest A-2']);
});

test('where nothing tells, none has a meaning, and a person is told', () => {
  const { concepts, told } = read(
    'Class A-1 Certificates',
    '    Interest                                       1,234.56',
    '    Interest                                       1,334.56',
    '    Principal                                     10,000.00',
  );
  expect(concepts).toEqual(['? A-1', '? A-1', 'principal A-1']);
  expect(told).toEqual([
    '6: “Interest” is printed with different figures (1,234.56, 1,334.56), and which of them it is stays uncertain.',
  ]);
});

test('the same amount, taken off or rounded, is no conflict', () => {
  const { concepts, told } = read(
    'Liquidation Proceeds                          660,048.25',
    'Less: Liquidation Proceeds                   (660,048.25)',
    'Liquidation Proceeds                          660,048',
  );
  expect(concepts).toEqual(['liquidationProceeds', 'liquidationProceeds', 'liquidationProceeds']);
  expect(told).toEqual([]);
});

test('a servicing fee that was paid stands before one that is called otherwise', () => {
  expect(read('Total Servicing Fee       123.45', 'Servicing Fee Paid      1,234.56').concepts).toEqual([
    '?',
    'servicingFee',
  ]);
  expect(read('Total Servicing Fee       123.45', 'Servicing Fee Amount    1,234.56').concepts).toEqual(['?', '?']);
});
