import { describe, expect, it } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { type Layout, layouts, print } from '../../../scripts/samples/print/print.ts';
import { printRandom } from '../../../scripts/samples/print/random.ts';
import type { PrintedFile } from '../../../scripts/samples/print/sheet.ts';
import { printUsBankAnnual } from '../../../scripts/samples/print/usbank.ts';
import { sampleSources } from '../../../scripts/samples/samples.ts';
import { annualStatement, monthlyStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';
import { checkDeal } from '../../../src/checks/check-deal.ts';
import type { CheckResult } from '../../../src/checks/result.ts';
import { verdicts } from '../../../src/checks/verdicts.ts';
import { type ConceptId, concepts } from '../../../src/facts/concepts.ts';
import type { Fact, Statement, StatementKind } from '../../../src/facts/fact.ts';
import { dealOf } from './statements.ts';

/** A simulated statement as it would be read without a mistake. */
const statementOf = (file: string, printed: PrintedFile, kind: StatementKind = 'monthly'): Statement => {
  const facts = printed.truth.map((truth): Fact => {
    const concept = truth.concept as ConceptId;
    const isNumber = typeof truth.value === 'number';
    return {
      concept,
      class: truth.class,
      group: truth.group,
      member: truth.member,
      value: truth.value,
      unit: concepts[concept].unit,
      decimals: isNumber ? (truth.text.replace(/[^\d.]/g, '').split('.')[1]?.length ?? 0) : null,
      text: truth.text,
      line: truth.line,
      column: truth.column,
      section: null,
      label: truth.class,
      columnLabel: null,
    };
  });
  return {
    file,
    exhibit: null,
    form: null,
    statement: kind,
    deal: 'simulated',
    date: printed.truth[0]?.date ?? null,
    accessionNumber: null,
    filed: null,
    amendment: false,
    cover: { depositor: null, trustee: null, fileNumber: null, reportDates: [] },
    facts,
    uncertain: [],
    problems: [],
  };
};

const found = (results: readonly CheckResult[]): readonly CheckResult[] =>
  results.filter(({ holds, kind }) => !holds && kind !== 'soft');

const told = ({ date, sentence }: CheckResult): string => `${date} ${sentence}`;

describe('simulated deals', () => {
  it('nothing fails over more than 1,000 months of different deals in all layouts', () => {
    const wrong: string[] = [];
    let months = 0;
    for (let seed = 1; seed <= 13; seed += 1) {
      const deal = simulate(seed, { ...variedOptions(seed), months: 14 });
      const statements = (layout: Layout | 'random'): Statement[] =>
        deal.months.map(({ number }) => {
          const statement = monthlyStatement(deal, number);
          const printed = layout === 'random' ? printRandom(statement, seed) : print(statement, layout);
          return statementOf(`${seed} ${layout} ${number}`, printed);
        });
      for (const layout of [...(Object.keys(layouts) as Layout[]), 'random'] as const) {
        const series = statements(layout);
        months += series.length;
        wrong.push(...found(checkDeal(dealOf(series))).map((result) => `${seed} ${layout} ${told(result)}`));
      }
    }
    expect(months).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  }, 60_000);

  it('a year is the sum of its months', () => {
    const deal = simulate(5, { months: 26, closingDate: '2003-11-20' });
    const monthly = deal.months.map(({ number }) =>
      statementOf(String(number), print(monthlyStatement(deal, number), 'usbank')),
    );
    const annual = [2003, 2004].map((year) =>
      statementOf(String(year), printUsBankAnnual(annualStatement(deal, year)), 'annual'),
    );
    const results = checkDeal(dealOf(monthly, { annual }));
    expect(found(results).map(told)).toEqual([]);
    const sums = results.filter(({ rule }) => rule.startsWith('Y1'));
    expect(sums.length).toBeGreaterThan(80);
    expect(results.filter(({ rule }) => rule.startsWith('Y2')).length).toBeGreaterThan(80);
  });
});

describe('a deal with a careless trustee', () => {
  const source = sampleSources().find(({ description }) => description.includes('careless'));
  const monthly = (source?.statements ?? []).flatMap(({ name, month, printed }) =>
    source === undefined || month === null
      ? []
      : [{ statement: statementOf(name, printed), sound: print(monthlyStatement(source.deal, month), 'usbank').truth }],
  );
  const misprinted = monthly.map(({ statement, sound }) =>
    statement.facts.filter(({ value }, index) => value !== sound[index]?.value),
  );
  const results = checkDeal(dealOf(monthly.map(({ statement }) => statement)));

  it('every misprinted number is contradicted, and few others', () => {
    const verdict = verdicts(results);
    const numbers = misprinted.flat().filter(({ value }) => typeof value === 'number');
    expect(numbers.length).toBeGreaterThanOrEqual(8);
    expect(numbers.filter((fact) => verdict.get(fact) !== 'contradicted').map(({ concept }) => concept)).toEqual([]);
    const contradicted = [...verdict.values()].filter((one) => one === 'contradicted').length;
    expect(contradicted).toBeLessThanOrEqual(5 * numbers.length);
  });

  it('only months with a mistake and those after them have findings', () => {
    const dates = new Set(found(results).map(({ date }) => date));
    const withFindings = monthly.map(({ statement }) => dates.has(statement.date));
    withFindings.forEach((has, index) => {
      const mistaken = (misprinted[index] ?? []).length > 0;
      const mayHave = mistaken || (misprinted[index - 1] ?? []).length > 0;
      if (mistaken) expect(has, `month ${index + 1}`).toBe(true);
      if (!mayHave) expect(has, `month ${index + 1}`).toBe(false);
    });
    expect(withFindings.filter(Boolean).length).toBeGreaterThanOrEqual(7);
  });
});
