import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareClasses, isTotal } from '../../../src/deal/classes.ts';

it.each([
  [['A', 'M-1', 'M-2', 'M-3', 'M-4', 'CE', 'P', 'R']],
  [['A-1', 'A-2', 'A-10', 'M-1', 'B-1', 'B-2', 'X', 'P', 'R']],
  [['A-1', 'A-2', 'B', 'C', 'D']],
  [['AF-1', 'AV-1', 'MF-1', 'MV-1', 'BF', 'C', 'P', 'R-I', 'R-II']],
  [['1-A-1', '2-A-1', '1-M-1', 'B-1', 'OC', 'R']],
  [['I-A-1', 'II-A-1', 'I-M-1', 'II-M-1', 'A-IO', 'R']],
  [['A', 'M-1', 'IO', 'P', 'RX']],
])('orders %j from senior to junior', (ordered) => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
      expect([...shuffled].sort(compareClasses)).toEqual(ordered);
    }),
    { numRuns: 20 },
  );
});

it('is a total order over any names', () => {
  const name = fc.stringMatching(/^[A-Z0-9-]{1,5}$/);
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(compareClasses(a, b))).toBe(-Math.sign(compareClasses(b, a)) + 0);
      if (compareClasses(a, b) <= 0 && compareClasses(b, c) <= 0) expect(compareClasses(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});

it('knows totals under their names', () => {
  expect(['Total', 'TOTAL', 'Totals', 'A'].map(isTotal)).toEqual([true, true, true, false]);
});
