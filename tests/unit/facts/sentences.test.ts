import { expect, test } from 'vitest';
import { readText } from './compare.ts';

/** Labels that are sentences, in statements that print no tables: what each line is read as. */

const head = ['Sunrise Card and Auto Trust 2001-4', 'Distribution Date: March 25, 2002', ''];

/** Statements print such lines below others; three that are read make them one. */
const around = [
  '',
  'Beginning pool balance      911,220.10',
  'Number of loans at the end         41',
  'Servicing fee     1,020.10',
];

function read(...lines: readonly string[]): string[] {
  const { statements } = readText([...head, ...lines, ...around, ''].join('\n'));
  return statements
    .flatMap(({ facts }) => facts)
    .slice(0, -3)
    .map(({ text, concept, class: name, member }) =>
      [text, concept ?? '?', name, member].filter((part) => part !== null).join(' '),
    );
}

test('balances at the first and the last day of a period', () => {
  expect(
    read(
      '(e) The principal balance of the receivables at the beginning',
      '    of the related Collection Period was                       $381,252,850.88',
      '(f) The principal balance of the receivables on the last day',
      '    of the Collection Period was                               $357,249,637.92',
    ),
  ).toEqual(['381,252,850.88 poolBeginningBalance', '357,249,637.92 poolEndingBalance']);
});

test('a balance of an earlier period is not that of this one', () => {
  const [fact] = read(
    'Principal balance of the receivables at the end of the second preceding Collection Period  $9,250.88',
  );
  expect(fact).not.toContain('poolEndingBalance');
});

test('arrears, as of the close of business', () => {
  expect(
    read(
      '(g) The aggregate outstanding balance of the receivables which were two payments',
      '    (30-59 days) delinquent as of the close of business on the last day of the',
      '    Collection Period was                                      $12,960,000.00',
    ),
  ).toEqual(['12,960,000.00 delinquentStatedBalance 30-59']);
});

test("an investor's interest in the pool is a balance, not interest", () => {
  expect(read('(d) Class A Investor Interest          $664,990,000.00')).toEqual(['664,990,000.00 endingBalance A']);
});

test('losses, interest included', () => {
  expect(
    read(
      'Current Period Realized Loss - Includes Interest Shortfall         468.05',
      'Cumulative Realized Losses - Includes Interest Shortfall         9,468.05',
    ),
  ).toEqual(['468.05 realizedLosses', '9,468.05 cumulativeRealizedLosses']);
});

test('a rate that is words is of no arrears', () => {
  expect(read('Class B Notes Balance, at One Month LIBOR      33,444,888.51').join()).not.toContain('30-59');
});

test('where only a month is printed, its last day stands for it, and that is said', () => {
  const reading = readText(
    ['Sunrise Master Trust (RECEIVABLES)', 'MONTHLY PERIOD: August 2008', ...around, ''].join('\n'),
  );
  const [statement] = reading.statements;
  expect(statement?.date).toBe('2008-08-31');
  expect(statement?.deal).toBe('Sunrise Master Trust');
  expect(statement?.problems.map(({ found }) => found).join()).toContain('August 2008');
});
