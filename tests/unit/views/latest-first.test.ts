import { expect, test } from 'vitest';
import { statementsOf } from '../../../src/deal/statements.ts';
import { latestFirst } from '../../../src/views/deal/latest-first.ts';
import { madeDeal } from '../charts/synthetic-deal.ts';

test('while files are read, the deal that got the last of them stands first, the others by name', () => {
  const deals = ['a', 'b', 'c'].map((id) => ({ ...madeDeal({ months: 2, classes: 2 }), id }));
  const [first, second, third] = deals.map(statementsOf);
  if (first === undefined || second === undefined || third === undefined) throw new Error('no deals');
  const ids = (...statements: Parameters<typeof latestFirst>[1]) => latestFirst(deals, statements).map(({ id }) => id);
  expect(ids(...first, ...third, ...second)).toEqual(['b', 'a', 'c']);
  expect(ids(...second, ...third)).toEqual(['c', 'a', 'b']);
  expect(latestFirst(deals, [...second, ...first])).toBe(deals);
  expect(latestFirst(deals, [])).toBe(deals);
});
