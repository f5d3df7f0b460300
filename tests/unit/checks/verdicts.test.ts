import { describe, expect, it } from 'vitest';
import { checkStatement } from '../../../src/checks/check-deal.ts';
import { verdicts } from '../../../src/checks/verdicts.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { type Sketch, statementOf } from './statements.ts';

const verdictsOf = (statement: Statement): string[] => {
  const found = verdicts(checkStatement(statement));
  return statement.facts
    .filter((fact) => found.get(fact) === 'contradicted')
    .map(({ concept, class: name }) => `${concept} ${name}`);
};

const rows = {
  A: { beginningBalance: '800', principal: '100', endingBalance: '700' },
  B: { beginningBalance: '150', principal: '20', endingBalance: '130' },
  C: { beginningBalance: '50', principal: '7', endingBalance: '43' },
  Total: { beginningBalance: '1,000', principal: '127', endingBalance: '873' },
};

describe('verdicts', () => {
  it('a figure in an equality that holds is proven, one in none is not', () => {
    const statement = statementOf({ classes: rows, pool: { advances: '12' } });
    const found = verdicts(checkStatement(statement));
    const values = statement.facts.map((fact) => found.get(fact) ?? 'unproven');
    expect(values.filter((verdict) => verdict === 'proven')).toHaveLength(12);
    expect(values.at(-1)).toBe('unproven');
  });

  it('an ordering proves nothing', () => {
    const statement = statementOf({ pool: { loanCountBeginning: '10', loanCountEnding: '9' } });
    expect([...verdicts(checkStatement(statement)).values()]).toEqual(['unproven', 'unproven']);
  });

  it('failing equalities point at the figure that none supports, and only at it', () => {
    const wrong = { ...rows, A: { ...rows.A, principal: '190' } };
    expect(verdictsOf(statementOf({ classes: wrong }))).toEqual(['principal A']);
  });

  it('where all are supported by others, both sides of the gap are contradicted: the total and what is not zero', () => {
    const losses = (name: string, inTable: string, inClasses: string): Sketch['classes'] => ({
      [name]: {
        realizedLossReduction: inTable,
        realizedLoss: inClasses,
        beginningBalance: '100',
        principal: '0',
        endingBalance: '100',
      },
    });
    const statement = statementOf({
      classes: {
        ...losses('A', '0', '0'),
        ...losses('M-1', '0', '0'),
        ...losses('CE', '126', '0'),
        ...losses('Total', '0', '0'),
      },
      pool: { realizedLosses: '126' },
    });
    const contradicted = verdictsOf(statement);
    expect(contradicted).toContain('realizedLossReduction CE');
    expect(contradicted).toContain('realizedLossReduction Total');
    expect(contradicted).toContain('realizedLoss CE');
    expect(contradicted).not.toContain('realizedLossReduction A');
    expect(contradicted).not.toContain('realizedLoss Total');
  });

  it('where one equality alone fails, either side of it may be wrong', () => {
    const statement = statementOf({
      classes: {
        A: { principal: '100', interest: '10', totalDistribution: '110' },
        P: { principal: '0', interest: '30', totalDistribution: '30' },
      },
      pool: { prepaymentCharges: '35' },
    });
    expect(verdictsOf(statement)).toEqual(['interest P', 'prepaymentCharges null']);
  });
});
