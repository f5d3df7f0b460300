import { describe, expect, it } from 'vitest';
import { checkDeal } from '../../../src/checks/check-deal.ts';
import { dayCounts } from '../../../src/checks/day-counts.ts';
import type { CheckResult } from '../../../src/checks/result.ts';
import { verdicts } from '../../../src/checks/verdicts.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { changed, dealOf, factOf, type Sketch, statementOf } from './statements.ts';

const gaps = (results: readonly CheckResult[]): string[] =>
  results.filter(({ holds, kind }) => !holds && kind !== 'soft').map(({ rule, date }) => `${rule} ${date}`);
const of = (results: readonly CheckResult[], rule: string): readonly CheckResult[] =>
  results.filter((result) => result.rule === rule);

const dates = [
  '2002-01-25',
  '2002-02-25',
  '2002-03-25',
  '2002-04-25',
  '2002-05-28',
  '2002-06-25',
  '2002-07-25',
  '2002-08-26',
  '2002-09-25',
  '2002-10-25',
  '2002-11-25',
  '2002-12-26',
];
const days = [31, 31, 28, 31, 33, 28, 30, 32, 30, 30, 31, 31];
const dollars = (value: number): string => Math.round(value).toString();
const rate = (index: number, margin: number): number => 2 - index / 100 + margin;

const principalOf = (index: number): number => (index + 1) * 10_000;
const seniorAt = (index: number): number =>
  8_000_000 - Array.from({ length: index }, (_, month) => principalOf(month)).reduce((sum, next) => sum + next, 0);

/** Month by month of a deal with three floating classes and one on excess cash flow; the pool pays what class A is paid. */
const month = (index: number, more: Sketch = {}): Statement => {
  const senior = seniorAt(index);
  const principal = principalOf(index);
  const interest = (balance: number, margin: number): number =>
    (balance * rate(index, margin) * (days[index] ?? 0)) / 36_000;
  const mezzanine = (balance: number, margin: number): Record<string, string> => ({
    beginningBalance: dollars(balance),
    principal: '0',
    endingBalance: dollars(balance),
    interest: dollars(interest(balance, margin)),
    prepaymentInterestShortfallReduction: '0',
    passThroughRate: `${rate(index, margin).toFixed(5)}%`,
    nextPassThroughRate: `${rate(index + 1, margin).toFixed(5)}%`,
    certificateFactor: '1.00000000',
  });
  const losses = (index + 1) * 100;
  return statementOf({
    date: dates[index] ?? '',
    classes: {
      A: {
        beginningBalance: dollars(senior),
        principal: dollars(principal),
        endingBalance: dollars(senior - principal),
        interest: dollars(interest(senior, 0)),
        prepaymentInterestShortfallReduction: '0',
        passThroughRate: `${rate(index, 0).toFixed(5)}%`,
        nextPassThroughRate: `${rate(index + 1, 0).toFixed(5)}%`,
        certificateFactor: ((senior - principal) / 8_000_000).toFixed(8),
      },
      'M-1': mezzanine(1_000_000, 1),
      'M-2': mezzanine(500_000, 2),
      CE: { beginningBalance: '500000', principal: '0', endingBalance: '500000' },
    },
    pool: {
      poolBeginningBalance: dollars(senior + 2_000_000),
      poolEndingBalance: dollars(senior - principal + 2_000_000),
      loanCountBeginning: String(100 - index),
      loanCountEnding: String(99 - index),
      realizedLosses: String(losses),
      cumulativeRealizedLosses: String(50 * (index + 1) * (index + 2)),
    },
    ...more,
  });
};

const months = dates.map((_, index) => month(index));

describe('consecutive months', () => {
  it('a series that ties has no gap', () => {
    const results = checkDeal(dealOf(months));
    expect(gaps(results)).toEqual([]);
    for (const [rule, tests] of [
      ['N1', 44],
      ['N2', 11],
      ['N3', 11],
      ['N4', 33],
      ['N5', 11],
    ] as const) {
      expect(of(results, rule).filter(({ holds }) => holds)).toHaveLength(tests);
    }
  });

  it('a balance that does not carry over is found and the balance contradicted', () => {
    const third = months[2] as Statement;
    const beginning = third.facts.find(({ concept }) => concept === 'beginningBalance') as Statement['facts'][number];
    const wrong = changed(third, beginning, '7980000');
    const results = checkDeal(dealOf(months.map((own) => (own === third ? wrong.statement : own))));
    expect(gaps(results)).toContain('N1 2002-03-25');
    expect(verdicts(results).get(wrong.fact)).toBe('contradicted');
  });

  it('a count that was misread is found', () => {
    const second = months[1] as Statement;
    const count = second.facts.find(({ concept }) => concept === 'loanCountEnding') as Statement['facts'][number];
    const wrong = changed(second, count, '97');
    const results = checkDeal(dealOf(months.map((own) => (own === second ? wrong.statement : own))));
    expect(gaps(results)).toEqual(['N3 2002-03-25']);
  });

  it('nothing is compared over a gap in the series', () => {
    const results = checkDeal(dealOf(months.slice(0, 6).filter((_, index) => index !== 2)));
    expect(of(results, 'N2').map(({ date }) => date)).toEqual(['2002-02-25', '2002-05-28', '2002-06-25']);
    expect(gaps(results)).toEqual([]);
  });
});

describe('day count', () => {
  it('is kept by class', () => {
    const counts = dayCounts(checkDeal(dealOf(months)));
    expect(counts.get('A')).toEqual({ accrual: 'actual/360', statements: 12 });
    expect(counts.get('M-1')).toEqual({ accrual: 'actual/360', statements: 12 });
    expect(counts.has('CE')).toBe(false);
  });

  it('takes the days since the distribution before', () => {
    const titles = of(checkDeal(dealOf(months)), 'I1').map(({ title }) => title);
    expect(titles).toContain('interest = beginning balance × rate × 33/360 (actual/360)');
  });
});

describe('definitions', () => {
  const withFee = (fees: readonly string[]): Statement[] =>
    fees.map((fee, index) =>
      month(index, { date: dates[index] ?? '', pool: { poolBeginningBalance: '9,600,000', servicingFee: fee } }),
    );

  it('a gap of what other months obey is found', () => {
    const right = checkDeal(dealOf(withFee(['4,000', '4,000', '4,000', '4,000', '4,000'])));
    expect(of(right, 'S1').map(({ holds }) => holds)).toEqual([true, true, true, true, true]);
    const wrong = checkDeal(dealOf(withFee(['4,000', '4,000', '4,040', '4,000', '4,000'])));
    expect(gaps(wrong)).toEqual(['S1 2002-03-25']);
  });

  it('what no month obeys is no rule of the deal', () => {
    const odd = checkDeal(dealOf(withFee(['3,911', '3,987', '4,041', '3,955', '4,022'])));
    expect(gaps(odd)).toEqual([]);
  });

  it('what fails alike in every month is the deal’s definition, shown as such', () => {
    const severity = (index: number): Statement =>
      statementOf({
        date: dates[index] ?? '',
        pool: { aggregateLossSeverity: '55.000%', realizedLosses: '400', liquidationProceeds: '600' },
      });
    expect(gaps(checkDeal(dealOf([severity(0)])))).toEqual(['T8 2002-01-25']);
    const results = checkDeal(dealOf([0, 1, 2].map(severity)));
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'T8').map(({ kind }) => kind)).toEqual(['soft', 'soft', 'soft']);
  });
});

describe('the year', () => {
  const annual = (principal: string, reportDates: readonly string[] = dates): Statement =>
    statementOf({
      kind: 'annual',
      date: '2002-12-26',
      reportDates,
      classes: {
        A: { beginningBalance: '8000000', principal, endingBalance: '7220000', certificateFactor: '0.90250000' },
        'M-1': { beginningBalance: '1000000', principal: '0', endingBalance: '1000000' },
        'M-2': { beginningBalance: '500000', principal: '0', endingBalance: '500000' },
        CE: { beginningBalance: '500000', principal: '0', endingBalance: '500000' },
      },
      pool: {
        poolBeginningBalance: '10000000',
        poolEndingBalance: '9220000',
        loanCountBeginning: '100',
        realizedLosses: '7800',
      },
    });

  it('flows are the sum of the months, balances those of the last', () => {
    const results = checkDeal(dealOf(months, { annual: [annual('780000')] }));
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'Y1[principal]').map(({ class: name, holds }) => [name, holds])).toContainEqual(['A', true]);
    expect(of(results, 'Y1[realizedLosses]')[0]).toMatchObject({ left: 7800, right: 7800, tolerance: 6.5 });
    expect(of(results, 'Y2[endingBalance]')).toHaveLength(4);
    expect(of(results, 'Y3')).toHaveLength(12);
  });

  it('a year that is not the sum of its months is found', () => {
    const results = checkDeal(dealOf(months, { annual: [annual('781000')] }));
    expect(gaps(results)).toContain('Y1[principal] 2002-12-26');
  });

  it('flows are not compared while a month is missing', () => {
    const results = checkDeal(dealOf(months.slice(1), { annual: [annual('781000')] }));
    expect(of(results, 'Y1[principal]')).toEqual([]);
  });

  it('a month that the list of reports leaves out is found', () => {
    const results = checkDeal(dealOf(months, { annual: [annual('780000', dates.slice(0, 11))] }));
    expect(gaps(results)).toEqual(['Y3 2002-12-26']);
  });
});

describe('the offering', () => {
  const offering = (first: string): Statement =>
    statementOf({
      kind: 'offering',
      date: '2001-12-20',
      more: [
        factOf('underwriterAllocation', first, { line: 1, class: 'A', member: 'First Securities' }),
        factOf('underwriterAllocation', '3,000,000', { line: 2, class: 'A', member: 'Second Securities' }),
        factOf('underwriterAllocation', '1,000,000', { line: 3, class: 'M-1', member: 'First Securities' }),
      ],
    });

  it('allocations are the original balances that follow from the months', () => {
    const results = checkDeal(dealOf(months, { offering: [offering('5,000,000')] }));
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'V1').map(({ class: name, holds }) => [name, holds])).toEqual([
      ['A', true],
      ['M-1', true],
    ]);
  });
});
