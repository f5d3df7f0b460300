import { expect, test } from 'vitest';
import { readFiling } from '../../../src/facts/read.ts';

/** A class table whose headings were moved sideways, as conversions to text move them. */

const cover = [
  'Harbor Sound Mortgage Trust 2001-3',
  'Statement to Certificateholders',
  'Distribution Date:  June 25, 2001',
  '',
];

const headings = [
  '             Original         Beginning                                                       Realized           Ending',
  'Class         Balance           Balance       Principal        Interest           Total         Losses          Balance',
];

const rows = [
  'A-1    100,000,000.00     82,114,306.18    1,402,118.44      410,571.53    1,812,689.97           0.00    80,712,187.74',
  'A-2     50,000,000.00     50,000,000.00            0.00      270,833.33      270,833.33           0.00    50,000,000.00',
  'M-1     12,500,000.00     12,500,000.00            0.00       72,916.67       72,916.67           0.00    12,500,000.00',
  'B        7,500,000.00      7,213,402.55       11,846.20       45,083.77       56,929.97       3,118.09     7,198,438.26',
];

const meaningsOf = (heads: readonly string[]): ReadonlyMap<string, string | null> => {
  const text = [...cover, ...heads, ...rows, ''].join('\n');
  const { statements } = readFiling('moved.txt', new TextEncoder().encode(text));
  return new Map(
    statements.flatMap(({ facts }) => facts).map((fact) => [`${fact.line}:${fact.column}`, fact.concept] as const),
  );
};

const moved = (line: string, by: number): string => (by < 0 ? line.slice(-by) : ' '.repeat(by) + line);

test('where headings stand right, every figure has its meaning', () => {
  expect(new Set(meaningsOf(headings).values())).toEqual(
    new Set([
      'originalBalance',
      'beginningBalance',
      'principal',
      'interest',
      'totalDistribution',
      'realizedLoss',
      'endingBalance',
    ]),
  );
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('headings moved by %i places to the right mean the same', (by) => {
  expect(meaningsOf(headings.map((line) => moved(line, by)))).toEqual(meaningsOf(headings));
});

test.each([1, 2, 3, 4, 5])('headings moved by %i places to the left mean the same', (by) => {
  // The first word of the labels stands at the margin: only what is over the columns can move.
  const heads = headings.map((line) => `${line.slice(0, 5)}${line.slice(5 + by)}`);
  expect(meaningsOf(heads)).toEqual(meaningsOf(headings));
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('the lowest line alone moved by %i places means the same, or nothing', (by) => {
  const usual = meaningsOf(headings);
  for (const [place, concept] of meaningsOf([headings[0]!, moved(headings[1]!, by)])) {
    if (concept !== null) expect([place, concept]).toEqual([place, usual.get(place)]);
  }
});
