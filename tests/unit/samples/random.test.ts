import { describe, expect, it } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { printRandom } from '../../../scripts/samples/print/random.ts';
import { gluedFigures, type PrintedFile } from '../../../scripts/samples/print/sheet.ts';
import { stackWords } from '../../../scripts/samples/print/table.ts';
import { monthlyStatement, type SimulatedStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';
import { concepts } from '../../../src/facts/concepts.ts';
import { faultsOf } from './truth.ts';

const statements = Array.from({ length: 30 }, (_, seed): SimulatedStatement => {
  const deal = simulate(seed, { ...variedOptions(seed), months: 14, loans: 100 });
  return monthlyStatement(deal, 1 + (seed % 14));
});
const printed = (seed: number): PrintedFile =>
  printRandom(statements[seed % statements.length] as SimulatedStatement, seed);

describe('a random layout', () => {
  it('has its figures where its truth says', () => {
    for (let seed = 0; seed < 600; seed += 1) {
      const file = printed(seed);
      const text = { ...file, text: file.text.replaceAll('\r', '') };
      expect(faultsOf(text), `seed ${seed}`).toEqual([]);
      expect(file.truth.length, `seed ${seed}`).toBeGreaterThan(10);
      for (const { concept } of file.truth) expect(concepts).toHaveProperty(concept);
    }
  });

  it('says each figure once', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const said = printed(seed).truth.map(({ concept, class: name, member, group }) =>
        [concept, name, member, group].join('|'),
      );
      expect(new Set(said).size, `seed ${seed}`).toBe(said.length);
    }
  });

  it('is the same from the same seed and differs between seeds', () => {
    expect(printed(7)).toEqual(printed(7));
    const [statement] = statements as [SimulatedStatement];
    const texts = new Set(Array.from({ length: 40 }, (_, seed) => printRandom(statement, seed).text));
    expect(texts.size).toBe(40);
  });

  it('glues figures where there is no gap, and only there', () => {
    let glued = 0;
    for (let seed = 0; seed < 40; seed += 1) {
      const statement = statements[seed % statements.length] as SimulatedStatement;
      const calm = { classTable: 'class rows', decimals: 2, tabs: false, lines: 'spaces' } as const;
      glued += gluedFigures(printRandom(statement, seed, { ...calm, gap: 0 })).size;
      expect(gluedFigures(printRandom(statement, seed, { ...calm, gap: 2 })).size).toBe(0);
    }
    expect(glued).toBeGreaterThan(100);
  });

  it('takes choices from the caller', () => {
    const [statement] = statements as [SimulatedStatement];
    expect(printRandom(statement, 3, { tabs: true }).text).toContain('\t');
    expect(printRandom(statement, 3, { windowsLines: true }).text).toContain('\r\n');
    expect(printRandom(statement, 3, { pageLength: 15, pageMark: '\f' }).text.split('\f').length).toBeGreaterThan(3);
    expect(printRandom(statement, 3, { tags: true }).text).toContain('<S>');
    expect(
      printRandom(statement, 3, { classTable: 'class rows', totals: false }).truth.some(
        (fact) => fact.class === 'Total',
      ),
    ).toBe(false);
  });
});

describe('stacked headings', () => {
  it('take at most the lines allowed, as narrow as these allow', () => {
    expect(stackWords('Beginning Certificate Principal Balance', 4)).toEqual([
      'Beginning',
      'Certificate',
      'Principal',
      'Balance',
    ]);
    expect(stackWords('Beginning Certificate Principal Balance', 2)).toEqual([
      'Beginning Certificate',
      'Principal Balance',
    ]);
    expect(stackWords('Beginning Certificate Principal Balance', 1)).toEqual([
      'Beginning Certificate Principal Balance',
    ]);
  });
});
