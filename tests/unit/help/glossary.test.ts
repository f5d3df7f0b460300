import { expect, test } from 'vitest';
import { glossary, glossaryTerm } from '../../../src/views/help/data/glossary.ts';

test('every term that another leads to is explained', () => {
  for (const { see = [] } of glossary) for (const id of see) expect(glossaryTerm(id), id).toBeDefined();
});

test('terms stand in the order of the alphabet, each once', () => {
  const terms = glossary.map(({ term }) => term);
  expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.localeCompare(b, 'en')));
  expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
});
