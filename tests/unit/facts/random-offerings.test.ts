import { expect, test } from 'vitest';
import { printRandomOffering } from '../../../scripts/samples/print/random-offering.ts';
import { compare, readText } from './compare.ts';

/** Offerings in layouts of chance: covers with other columns, marks of footnotes, floating rates as words, tables of underwriters. */

const CASES = 600;

test(`${CASES} offering supplements are read back`, { timeout: 120_000 }, () => {
  let figures = 0;
  let found = 0;
  const wrong: string[] = [];
  const invented: string[] = [];
  for (let seed = 1; seed <= CASES; seed++) {
    const printed = printRandomOffering(seed);
    const comparison = compare(readText(printed.text), printed.truth);
    figures += comparison.figures;
    found += comparison.found + comparison.uncertain.length;
    wrong.push(...comparison.wrong.map((words) => `seed ${seed}: ${words}`));
    invented.push(
      ...comparison.invented.filter((words) => !words.endsWith(' null')).map((words) => `seed ${seed}: ${words}`),
    );
  }
  expect(wrong).toEqual([]);
  expect(invented).toEqual([]);
  expect(found / figures).toBeGreaterThan(0.99);
});
