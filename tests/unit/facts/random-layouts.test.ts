import { expect, test } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { printRandom } from '../../../scripts/samples/print/random.ts';
import { gluedFigures, type Truth } from '../../../scripts/samples/print/sheet.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';
import { compare, readText } from './compare.ts';

/** Random deals in random layouts: other words, tables, columns and numbers each time, with the truth of every figure. */

const CASES = 2000;
const deals = Array.from({ length: 40 }, (_, seed) => simulate(seed, { ...variedOptions(seed), months: 6 }));
const statementOf = (seed: number) => monthlyStatement(deals[seed % deals.length]!, 2 + (seed % 4));

test(`${CASES} statements with columns two spaces apart or more are read back`, { timeout: 300_000 }, () => {
  let figures = 0;
  let found = 0;
  const wrong: string[] = [];
  for (let seed = 1; seed <= CASES; seed++) {
    const printed = printRandom(statementOf(seed), seed, { gap: 2 + (seed % 3) });
    const comparison = compare(readText(printed.text), printed.truth);
    figures += comparison.figures;
    found += comparison.found + comparison.uncertain.length;
    wrong.push(...comparison.wrong.map((words) => `seed ${seed}: ${words}`));
  }
  expect(wrong).toEqual([]);
  expect(found / figures).toBeGreaterThan(0.9997);
});

test('figures that run together are parted as they were, called uncertain, or kept: never read as something else', {
  timeout: 120_000,
}, () => {
  const wrong: string[] = [];
  let glued = 0;
  let read = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const printed = printRandom(statementOf(seed), seed, {
      gap: 0,
      classTable: 'class rows',
      arrears: 'none',
      tabs: false,
    });
    const touching: ReadonlySet<Truth> = gluedFigures(printed);
    const reading = readText(printed.text);
    const comparison = compare(reading, printed.truth);
    glued += touching.size;
    read += comparison.found;
    const touchingWords = [...touching].map(({ line, column, text }) => `${line}:${column} ${text} `);
    wrong.push(
      ...comparison.wrong
        .filter((words) => touchingWords.some((start) => words.startsWith(start)))
        .map((words) => `seed ${seed}: ${words}`),
    );
  }
  expect(glued).toBeGreaterThan(100);
  expect(read).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
