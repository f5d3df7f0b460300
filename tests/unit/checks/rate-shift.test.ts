import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDeal } from '../../../src/checks/check-deal.ts';
import { resultOf } from '../../../src/checks/reported.ts';
import { readFiling } from '../../../src/facts/read.ts';
import { dealOf } from './statements.ts';

const fixture = new URL('../../fixtures/shapes/two-remics.txt', import.meta.url);

test('classes that are all paid the rate of the same loans tell nothing of those of other loans', () => {
  const { statements } = readFiling('two-remics.txt', readFileSync(fixture));
  const results = testDeal(dealOf(statements)).map(resultOf);
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ holds }) => !holds)).toEqual([]);
});
