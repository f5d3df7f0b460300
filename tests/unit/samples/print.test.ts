import { describe, expect, it } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { printOffering } from '../../../scripts/samples/print/offering.ts';
import { type Layout, layouts, print } from '../../../scripts/samples/print/print.ts';
import { wrapSubmission } from '../../../scripts/samples/print/submission.ts';
import { printUsBankAnnual } from '../../../scripts/samples/print/usbank.ts';
import { annualStatement, monthlyStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';
import { concepts } from '../../../src/facts/concepts.ts';
import { faultsOf } from './truth.ts';

const deals = Array.from({ length: 12 }, (_, seed) =>
  simulate(seed, { ...variedOptions(seed), months: 15, loans: 120 }),
);
const names = Object.keys(layouts) as Layout[];

describe('the truth of a printed statement', () => {
  it.each(names)('stands where it says, in layout %s', (layout) => {
    for (const deal of deals) {
      const statement = monthlyStatement(deal, 9);
      for (const options of [
        {},
        { decimals: 0 as const },
        { decimals: 2 as const, totals: false, widening: 3 },
        { pageLength: 20 },
      ]) {
        const printed = print(statement, layout, options);
        expect(faultsOf(printed)).toEqual([]);
        expect(printed.truth.length).toBeGreaterThan(15);
        for (const { concept } of printed.truth) expect(concepts).toHaveProperty(concept);
      }
    }
  });

  it('stands where it says in annual statements, offerings and submissions', () => {
    for (const deal of deals) {
      const statement = monthlyStatement(deal, 3);
      expect(faultsOf(printOffering(deal))).toEqual([]);
      expect(faultsOf(printOffering(deal, { classesPerTable: 2 }))).toEqual([]);
      for (const year of new Set(deal.months.map(({ date }) => Number(date.slice(0, 4))))) {
        expect(faultsOf(printUsBankAnnual(annualStatement(deal, year)))).toEqual([]);
      }
      for (const layout of names) {
        for (const envelope of [true, false])
          expect(faultsOf(wrapSubmission(print(statement, layout), statement, { envelope }))).toEqual([]);
      }
    }
  });

  it('has every figure: what looks like an amount is in it', () => {
    const statement = monthlyStatement(simulate(5), 8);
    for (const layout of names) {
      const { text, truth } = print(statement, layout);
      const places = new Set(truth.map(({ line, column }) => `${line}:${column}`));
      text.split('\n').forEach((line, index) => {
        for (const match of line.matchAll(/(?<![\w.,$-])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+\.\d{2,}%?/g)) {
          if (match[0] === '1,000' || /\$1,000/.test(line)) continue;
          expect(places, `${layout} ${index + 1}: ${line}`).toContain(`${index + 1}:${match.index + 1}`);
        }
      });
    }
  });

  it('repeats headings on every page where pages are asked for', () => {
    const statement = monthlyStatement(simulate(5), 8);
    const pages = print(statement, 'usbank', { pageLength: 40 }).text.split('<PAGE>').length;
    expect(pages).toBeGreaterThan(4);
  });

  it('says that it is simulated', () => {
    const statement = monthlyStatement(simulate(5), 8);
    for (const layout of names) expect(print(statement, layout).text).toMatch(/SIMULATED statement/);
  });
});
