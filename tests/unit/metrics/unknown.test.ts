import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/deal/deal.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import type { Fact, Statement } from '../../../src/facts/fact.ts';
import type { Measure } from '../../../src/metrics/measure.ts';
import { measureOf, measureOfYear, measureSeries } from '../../../src/metrics/measure-series.ts';
import { measures } from '../../../src/metrics/measures.ts';
import { stepdownTest, triggerTest } from '../../../src/metrics/trigger.ts';
import { yearsOf, yearView } from '../../../src/metrics/year.ts';
import { sampleDeal, seedDeals } from './deals.ts';

const sample = sampleDeal();

/** Three months, a gap, one more, the year, the offering: small enough to be tried many times. */
const statements: readonly Statement[] = [
  ...sample.months.filter((_, index) => [0, 1, 2, 4].includes(index)).map(({ statement }) => statement),
  ...sample.annual.slice(0, 1),
  ...sample.offering,
];

/** What may happen to a figure: it stays, it is not printed, or it is printed as something that breaks formulas. */
const change = (fact: Fact, fate: number): readonly Fact[] => {
  const fates: readonly (readonly Fact[])[] = [
    [fact],
    [],
    [{ ...fact, value: 0 }],
    [{ ...fact, value: typeof fact.value === 'number' ? -fact.value : fact.value }],
    [{ ...fact, value: typeof fact.value === 'number' ? fact.value * 1e6 : fact.value }],
    [{ ...fact, value: 'NA', decimals: null }],
  ];
  return fates[fate] ?? [fact];
};

const faulty = (measure: Measure): boolean => {
  if ('reason' in measure) return measure.reason.trim() === '' || 'value' in measure;
  const { value, formula, terms } = measure;
  return (
    !Number.isFinite(value) ||
    formula === '' ||
    /NaN|Infinity|undefined|null/.test(formula) ||
    terms.some((term) => !Number.isFinite(term.value))
  );
};

const faultsOf = (deal: Deal): readonly string[] => {
  const faults: string[] = [];
  for (const { id, scope } of measures) {
    for (const name of scope === 'class' ? deal.classes : [undefined]) {
      for (const { month, measure } of measureSeries(deal, id, name)) {
        if (faulty(measure)) faults.push(`${id} ${name ?? ''} ${month} ${JSON.stringify(measure)}`);
      }
      for (const year of yearsOf(deal)) {
        const measure = measureOfYear(deal, id, year, name);
        if (faulty(measure)) faults.push(`${id} ${name ?? ''} ${year} ${JSON.stringify(measure)}`);
      }
    }
  }
  for (const { month } of deal.months) {
    const trigger = triggerTest(deal, month, 0.5);
    const stepdown = stepdownTest(deal, month);
    const parts = [
      trigger.delinquency,
      trigger.threshold,
      trigger.ratio,
      stepdown.age,
      stepdown.enhancement,
      stepdown.required,
    ];
    if (parts.some(faulty)) faults.push(`tests of ${month}`);
    if (typeof trigger.recomputed === 'boolean' && trigger.sentence === '')
      faults.push(`trigger of ${month} says nothing`);
  }
  for (const year of yearsOf(deal)) {
    const { flows, balances, derived } = yearView(deal, year);
    const numbers = [
      ...flows.flatMap(({ sum, difference, rounding }) => [sum ?? 0, difference ?? 0, rounding]),
      ...balances.flatMap(({ difference, rounding }) => [difference ?? 0, rounding]),
      ...derived.flatMap(({ value, rounding }) => [value, rounding]),
    ];
    if (!numbers.every(Number.isFinite)) faults.push(`year ${year}`);
  }
  return faults;
};

const dealOf = (given: readonly Statement[]): Deal | undefined => groupDeals(given)[0];

describe('what is not known', () => {
  it('is never a number, whatever figures are missing or absurd', () => {
    const fates = fc.array(fc.nat({ max: 9 }), { minLength: 17, maxLength: 61 });
    fc.assert(
      fc.property(fates, fc.subarray([...statements], { minLength: 1 }), (pattern, chosen) => {
        // Every concept is kept or lost as a whole in some runs and figure by figure in others.
        const given = chosen.map((statement) => ({
          ...statement,
          facts: statement.facts.flatMap((fact, index) => change(fact, pattern[index % pattern.length] ?? 0)),
        }));
        const deal = dealOf(given);
        expect(deal === undefined ? [] : faultsOf(deal)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is never a number when whole concepts are missing', () => {
    const concepts = [...new Set(statements.flatMap(({ facts }) => facts.flatMap(({ concept }) => concept ?? [])))];
    fc.assert(
      fc.property(fc.subarray(concepts), (kept) => {
        const given = statements.map((statement) => ({
          ...statement,
          facts: statement.facts.filter(({ concept }) => concept !== null && kept.includes(concept)),
        }));
        const deal = dealOf(given);
        expect(deal === undefined ? [] : faultsOf(deal)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has a reason for everything where a statement prints nothing', () => {
    const [{ monthAlone }] = seedDeals as readonly [(typeof seedDeals)[number]];
    const [{ statement, date, month }] = monthAlone.months as readonly [(typeof monthAlone.months)[number]];
    const empty: Deal = {
      ...monthAlone,
      months: [{ date, month, statement: { ...statement, facts: [] }, superseded: [] }],
    };
    for (const { id, scope } of measures) {
      const measure = measureOf(empty, id, month, scope === 'class' ? 'A' : undefined);
      expect(measure, id).toHaveProperty('reason');
      expect(Object.keys(measure), id).toEqual(['reason']);
    }
  });

  it('names the figure that is missing and the month', () => {
    const [{ monthAlone }] = seedDeals as readonly [(typeof seedDeals)[number]];
    const [loaded] = monthAlone.months;
    if (loaded === undefined) throw new Error('no month');
    const without = (...lost: readonly string[]): Deal => ({
      ...monthAlone,
      months: [
        {
          ...loaded,
          statement: {
            ...loaded.statement,
            facts: loaded.statement.facts.filter(({ concept }) => concept === null || !lost.includes(concept)),
          },
        },
      ],
    });
    expect(measureOf(without('netMonthlyExcessCashFlow'), 'excessSpread', '2002-05')).toEqual({
      reason: 'Net monthly excess cash flow not printed in May 2002.',
    });
    expect(measureOf(without('realizedLosses', 'weightedAverageCoupon'), 'smm', '2002-05')).toEqual({
      reason: 'Realized losses not printed in May 2002.',
    });
    expect(measureOf(without('realizedLosses', 'liquidationProceeds'), 'lossSeverity', '2002-05')).toEqual({
      reason: 'Realized losses not printed in May 2002. Liquidation proceeds not printed in May 2002.',
    });
    expect(measureOf(monthAlone, 'smm', '2002-06')).toEqual({ reason: 'No statement of June 2002 is loaded.' });
    expect(measureOf(monthAlone, 'classCoupon', '2002-05', 'Z')).toEqual({
      reason: 'Pass-through rate is that of a class, and Z is no class of this deal.',
    });
  });
});
