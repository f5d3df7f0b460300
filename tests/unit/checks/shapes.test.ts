import { describe, expect, it } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { printUsBank } from '../../../scripts/samples/print/usbank.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { testDeal } from '../../../src/checks/check-deal.ts';
import { type Figures, figuresOf, type Shape } from '../../../src/checks/figures.ts';
import { factsOf } from '../../../src/checks/outcome.ts';
import { resultOf } from '../../../src/checks/reported.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { readFiling } from '../../../src/facts/read.ts';
import { dealOf } from './statements.ts';

const encoder = new TextEncoder();

const deal = simulate(3, { months: 30, stress: 3 });
const months: readonly Statement[] = deal.months.flatMap(({ number }) => {
  const { text } = printUsBank(monthlyStatement(deal, number));
  return readFiling(`month ${number}`, encoder.encode(text)).statements;
});

/** What stands where in a statement, however it was indexed. */
const indexed = ({ facts, order, columns, again, twice, loans }: Figures) => ({
  facts: facts.map((_, figure) => order?.[figure] ?? figure),
  columns: columns.map((column) => column?.cells),
  again: [...again],
  twice,
  loans,
});

describe('statements of one shape', () => {
  it('are indexed as each would be by itself, whatever loans come and go', () => {
    const shapes: Shape[] = [];
    const together = months.map((statement) => figuresOf(statement, shapes));
    expect(shapes.length).toBeLessThan(months.length);
    expect(new Set(together.map(({ loans }) => loans.length)).size).toBeGreaterThan(2);
    for (const figures of together) expect(indexed(figures)).toEqual(indexed(figuresOf(figures.statement)));
  });

  it('each figure that a check names is the one that the check is about', () => {
    for (const outcome of testDeal(dealOf(months))) {
      const facts = factsOf(outcome);
      for (const { fact, statement, index } of facts) expect(statement.facts[index]).toBe(fact);
      const { class: name, facts: told, scope } = resultOf(outcome);
      expect(told).toEqual(facts);
      if (scope !== 'row' || name === null) continue;
      for (const { fact } of facts) expect([name, null]).toContain(fact.class);
    }
  });
});
