import { describe, expect, it } from 'vitest';
import { type SimulatedDeal, simulate } from '../../../scripts/samples/deal.ts';
import { printUsBank, printUsBankAnnual } from '../../../scripts/samples/print/usbank.ts';
import { annualStatement, monthlyStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';
import { add, broken, brokenBetween, lookUp, meets } from './ties.ts';

const checkDeal = (deal: SimulatedDeal): string[] => {
  const printed = deal.months.map((month) => printUsBank(monthlyStatement(deal, month.number)));
  return printed.flatMap((statement, index) => {
    const previous = printed[index - 1];
    const within = broken(deal, statement, deal.months[index]?.days ?? null);
    const between = previous === undefined ? [] : brokenBetween(previous, statement);
    return [...within, ...between].map((failure) => `seed ${deal.seed}, month ${index + 1}: ${failure}`);
  });
};

describe('a simulated deal', () => {
  it('ties in all identities over 50 seeds of the usual structure', () => {
    for (let seed = 1; seed <= 50; seed += 1) expect(checkDeal(simulate(seed, { months: 24, loans: 250 }))).toEqual([]);
  });

  it('ties in all identities in varied structures and fortunes', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      expect(checkDeal(simulate(seed, { ...variedOptions(seed), months: 24 }))).toEqual([]);
    }
  });

  it('ties over its whole life, through stepdown and trigger', () => {
    const deal = simulate(7, { months: 90, prepaymentSpeed: 1.3 });
    expect(checkDeal(deal)).toEqual([]);
    expect(deal.months.some((month) => month.stepdownDateOccurred)).toBe(true);
    expect(deal.months.some((month) => month.overcollateralizationReduction > 0)).toBe(true);
  });

  it('ties with interest shortfalls too, which the trust fee cannot explain', () => {
    const deal = simulate(4, { months: 18, shortfalls: true });
    const failures = checkDeal(deal);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.filter((failure) => !failure.includes('trust fee'))).toEqual([]);
  });

  it('adds its loan groups up to the pool', () => {
    const { months } = simulate(6, { months: 12, groups: 3 });
    for (const { pool, groups } of months) {
      expect(groups).toHaveLength(3);
      for (const amount of [
        'beginningBalance',
        'endingBalance',
        'payoffs',
        'realizedLosses',
        'loanCountEnding',
      ] as const) {
        expect(groups.reduce((total, group) => total + group[amount], 0)).toBe(pool[amount]);
      }
    }
  });

  it('is refused where the pool is too small for its classes', () => {
    expect(() => simulate(1, { originalPool: 9_000, mezzanineClasses: 12 })).toThrow('too small for 13 classes');
  });

  it('is the same again from the same seed and another from another', () => {
    expect(simulate(11, { months: 6 })).toEqual(simulate(11, { months: 6 }));
    expect(simulate(12, { months: 6 }).months[0]?.pool.payoffs).not.toBe(
      simulate(11, { months: 6 }).months[0]?.pool.payoffs,
    );
  });
});

describe('the loans of a simulated deal', () => {
  it('amortize as a level-pay loan of their average rate and term would, within 5 %', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const { pool } of simulate(seed, { months: 36 }).months) {
        const rate = pool.weightedAverageCoupon / 1e7 / 12;
        const levelPay = (pool.beginningBalance * rate) / ((1 + rate) ** pool.remainingTerm - 1);
        expect(Math.abs(pool.scheduledPrincipal / levelPay - 1)).toBeLessThan(0.05);
      }
    }
  });
});

describe('an annual statement', () => {
  it('ties by itself and adds up its months', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const deal = simulate(seed, { months: 22, closingDate: '2002-02-26', series: '2002-1', loans: 250 });
      const annual = printUsBankAnnual(annualStatement(deal, 2002));
      expect(broken(deal, annual, null)).toEqual([]);
      const year = lookUp(annual);
      const monthsOfYear = deal.months.filter(({ date }) => date.startsWith('2002-'));
      const months = monthsOfYear.map((month) => lookUp(printUsBank(monthlyStatement(deal, month.number))));
      const last = months.at(-1);
      const flows = [
        'principal',
        'interest',
        'realizedLoss',
        'totalDistribution',
        'interestDistributionAmount',
        'realizedLossReduction',
      ];
      for (const concept of flows) {
        for (const name of [...year.classes(concept), 'Total']) {
          expect(meets(year.get(concept, name), add(...months.map((month) => month.get(concept, name))))).toBe(true);
        }
      }
      const poolFlows = [
        'curtailments',
        'payoffs',
        'liquidationProceeds',
        'totalPrepayments',
        'prepaymentCharges',
        'realizedLosses',
      ];
      for (const concept of [
        ...poolFlows,
        'bankruptcyLosses',
        'reoPrincipalAmortization',
        'netMonthlyExcessCashFlow',
      ]) {
        expect(meets(year.get(concept), add(...months.map((month) => month.get(concept))))).toBe(true);
      }
      expect(
        meets(year.get('masterServicerCompensation'), add(...months.map((month) => month.get('servicingFee')))),
      ).toBe(true);
      for (const name of year.classes('endingBalance')) {
        expect(year.find('endingBalance', name)?.value).toBe(last?.find('endingBalance', name)?.value);
      }
      for (const concept of [
        'poolEndingBalance',
        'loanCountEnding',
        'creditEnhancementPercentage',
        'delinquencyPercentage',
        'reoStatedBalance',
      ]) {
        expect(year.find(concept)?.value).toBe(last?.find(concept)?.value);
      }
      expect(year.find('poolBeginningBalance')?.value).toBe(deal.originalPool / 100);
    }
  });
});
