import { describe, expect, it } from 'vitest';
import { checkStatement } from '../../../src/checks/check-deal.ts';
import type { CheckResult } from '../../../src/checks/result.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { factOf, type Sketch, statementOf } from './statements.ts';

const run = (sketch: Sketch): readonly CheckResult[] => checkStatement(statementOf(sketch));
const gaps = (results: readonly CheckResult[]): string[] =>
  results.filter(({ holds }) => !holds).map(({ rule, class: name }) => (name === null ? rule : `${rule} ${name}`));
const of = (results: readonly CheckResult[], rule: string, name?: string): CheckResult | undefined =>
  results.find((result) => result.rule === rule && (name === undefined || result.class === name));

const classes = {
  A: { beginningBalance: '79,000,000', principal: '1,000,000', realizedLoss: '0', endingBalance: '78,000,000' },
  'M-1': { beginningBalance: '15,000,000', principal: '0', realizedLoss: '0', endingBalance: '15,000,000' },
  CE: { beginningBalance: '5,000,000', principal: '0', realizedLoss: '0', endingBalance: '5,000,000' },
  P: { beginningBalance: '100', principal: '0', realizedLoss: '0', endingBalance: '100' },
  Total: { beginningBalance: '99,000,100', principal: '1,000,000', realizedLoss: '0', endingBalance: '98,000,100' },
};

const pool = { poolBeginningBalance: '99,000,100', poolEndingBalance: '98,000,100' };

const interest = {
  A: {
    interest: '136,056',
    totalDistribution: '1,136,056',
    passThroughRate: '2.00000%',
    nextPassThroughRate: '2.10000%',
  },
  'M-1': {
    interest: '38,750',
    totalDistribution: '38,750',
    passThroughRate: '3.00000%',
    nextPassThroughRate: '3.10000%',
  },
  'M-2': {
    interest: '17,222',
    totalDistribution: '17,222',
    passThroughRate: '4.00000%',
    nextPassThroughRate: '4.10000%',
  },
};

const floating: Sketch = {
  date: '2002-05-28',
  classes: {
    A: { ...classes.A, ...interest.A },
    'M-1': { ...classes['M-1'], ...interest['M-1'] },
    'M-2': {
      beginningBalance: '5,000,000',
      principal: '0',
      realizedLoss: '0',
      endingBalance: '5,000,000',
      ...interest['M-2'],
    },
  },
};

describe('class table', () => {
  it('a statement that ties has no gap', () => {
    const results = run({ classes, pool });
    expect(gaps(results)).toEqual([]);
    for (const rule of ['B1', 'B2[beginningBalance]', 'L2', 'L3', 'L4', 'O1']) expect(of(results, rule)).toBeDefined();
  });

  it('a wrong ending balance is found, with both sides and the gap in a sentence', () => {
    const wrong = { ...classes, A: { ...classes.A, endingBalance: '78,100,000' } };
    const results = run({ classes: wrong, pool });
    expect(gaps(results)).toEqual(['B1 A', 'B2[endingBalance] Total', 'O1']);
    expect(of(results, 'B1', 'A')?.sentence).toBe(
      'Balance roll-forward, class A: the ending balance prints 78,100,000, beginning balance less principal and losses = 78,000,000; the gap is 100,000.',
    );
  });

  it('rounding of each cell is allowed for, and no more', () => {
    const total = (text: string): Sketch => ({ classes: { ...classes, Total: { ...classes.Total, principal: text } } });
    // Four cells and the total, half a dollar each: the total alone may be off by two, the roll-forward of it not.
    expect(of(run(total('1,000,002')), 'B2[principal]')?.holds).toBe(true);
    expect(of(run(total('1,000,003')), 'B2[principal]')?.holds).toBe(false);
  });

  it('a total row may leave notional classes out of balances, not out of payments', () => {
    const io = { beginningBalance: '50,000,000', principal: '0', endingBalance: '48,000,000', interest: '40,000' };
    const rows = {
      A: { beginningBalance: '10,000', principal: '1,000', endingBalance: '9,000', interest: '50' },
      B: { beginningBalance: '5,000', principal: '0', endingBalance: '5,000', interest: '30' },
      'A-IO': io,
    };
    const total = { beginningBalance: '15,000', principal: '1,000', endingBalance: '14,000' };
    expect(gaps(run({ classes: { ...rows, Total: { ...total, interest: '40,080' } } }))).toEqual([]);
    expect(gaps(run({ classes: { ...rows, Total: { ...total, interest: '80' } } }))).toEqual(['B2[interest] Total']);
  });

  it('a class that accretes is not called wrong', () => {
    const accreting = { beginningBalance: '5,000', principal: '0', endingBalance: '5,040', deferredInterest: '40' };
    const results = run({ classes: { A: classes.A, 'M-1': classes['M-1'], Z: accreting } });
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'B1', 'Z')?.title).toContain('deferred interest');
  });

  it('where total distributions hold something else as a rule, no row of them is called wrong', () => {
    const rows = {
      A: { principal: '100', interest: '10', totalDistribution: '115' },
      B: { principal: '200', interest: '20', totalDistribution: '225' },
      C: { principal: '0', interest: '30', totalDistribution: '30' },
    };
    expect(gaps(run({ classes: rows }))).toEqual([]);
  });

  it('a sum with a figure that was not understood among its rows is left open', () => {
    const wrong = { ...classes, Total: { ...classes.Total, principal: '1,500,000' } };
    expect(gaps(run({ classes: wrong }))).toContain('B2[principal] Total');
    const unread = factOf(null, '500,000', { line: 3 });
    expect(gaps(run({ classes: wrong, more: [unread] }))).not.toContain('B2[principal] Total');
  });

  it('each loan group has its own total', () => {
    const group = (scale: number): { classes: Record<string, { principal: string }> } => ({
      classes: {
        [`${scale}-A`]: { principal: `${scale}00` },
        [`${scale}-M`]: { principal: `${scale}0` },
        Total: { principal: `${scale}${scale}0` },
      },
    });
    const results = run({ groups: { '1': group(1), '2': group(2) }, classes: {} });
    expect(results.filter(({ rule }) => rule === 'B2[principal]').map(({ group: own, holds }) => [own, holds])).toEqual(
      [
        ['1', true],
        ['2', true],
      ],
    );
  });
});

describe('accrual', () => {
  it('infers the days from the classes and names the convention', () => {
    const results = run(floating);
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'I1', 'A')?.title).toBe('interest = beginning balance × rate × 31/360 (actual/360)');
    expect(of(results, 'I1', 'A')?.accrual).toBe('actual/360');
  });

  it('finds 30/360 for a fixed-rate class beside floating ones', () => {
    const fixed = { beginningBalance: '12,000,000', passThroughRate: '6.00%', interest: '60,000' };
    const results = run({ ...floating, classes: { ...floating.classes, 'A-2': fixed } });
    expect(of(results, 'I1', 'A-2')?.accrual).toBe('30/360');
    expect(gaps(results)).toEqual([]);
  });

  it('finds actual/365', () => {
    const accrue = (balance: number, rate: number): string => String(Math.round((balance * rate * 31) / 365));
    const results = run({
      classes: {
        A: { beginningBalance: '79,000,000', passThroughRate: '2.00%', interest: accrue(79e6, 0.02) },
        B: { beginningBalance: '15,000,000', passThroughRate: '3.00%', interest: accrue(15e6, 0.03) },
      },
    });
    expect(of(results, 'I1', 'A')?.accrual).toBe('actual/365');
    expect(of(results, 'I1', 'B')?.title).toContain('31/365');
  });

  it('interest below the accrual is no gap where shortfalls are not printed', () => {
    const short = {
      ...floating.classes,
      A: { ...floating.classes?.A, interest: '130,000', totalDistribution: '1,130,000' },
    };
    expect(gaps(run({ ...floating, classes: short }))).toEqual([]);
  });

  it('it is one where they are printed as zero', () => {
    const none = { prepaymentInterestShortfallReduction: '0', reliefActReduction: '0' };
    const short = { ...floating.classes, A: { ...floating.classes?.A, ...none, interest: '130,000' } };
    expect(gaps(run({ ...floating, classes: short }))).toContain('I1 A');
  });

  it('a rate that does not move with the others is found, unless a cap may hold it', () => {
    const next = (name: 'M-1' | 'M-2', rate: string): Sketch => ({
      ...floating,
      classes: {
        ...floating.classes,
        'M-3': { ...floating.classes?.['M-1'], passThroughRate: '3.50000%', nextPassThroughRate: '3.60000%' },
        [name]: { ...floating.classes?.[name], nextPassThroughRate: rate },
      },
    });
    expect(gaps(run(next('M-1', '3.05000%')))).toEqual(['I3 M-1']);
    expect(gaps(run(next('M-2', '4.05000%')))).toEqual([]);
    expect(gaps(run(next('M-1', '3.00000%')))).toEqual([]);
  });
});

describe('per $1,000', () => {
  const row = {
    beginningBalance: '790,000.00',
    principal: '10,000.00',
    interest: '1,360.56',
    endingBalance: '780,000.00',
    principalPer1000: '12.500000',
    interestPer1000: '1.700700',
    endingBalancePer1000: '975.000000',
    certificateFactor: '0.97500000',
  };

  it('derives the original balance from what the columns agree on', () => {
    const results = run({ classes: { A: row } });
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'P1[interestPer1000]')?.right).toBeCloseTo(1.7007, 9);
  });

  it('so a misprint points at itself', () => {
    const results = run({ classes: { A: { ...row, endingBalancePer1000: '985.000000' } } });
    expect(gaps(results)).toEqual(['P1[endingBalancePer1000] A', 'F2 A']);
  });

  it('numbers cut off instead of rounded are no gap', () => {
    const odd = { originalBalance: '3,000,000.00', endingBalance: '2,000,000.00', certificateFactor: '0.66666666' };
    expect(of(run({ classes: { A: odd } }), 'F1', 'A')?.holds).toBe(true);
    expect(gaps(run({ classes: { A: { ...odd, certificateFactor: '0.66666665' } } }))).toEqual(['F1 A']);
  });

  it('the factor of a class on excess cash flow may be that of the pool', () => {
    const results = run({
      classes: {
        A: { originalBalance: '800', endingBalance: '700', beginningBalance: '800', certificateFactor: '0.87500000' },
        CE: { originalBalance: '200', endingBalance: '200', beginningBalance: '200', certificateFactor: '0.90000000' },
      },
      pool: { poolBeginningBalance: '1,000', poolEndingBalance: '900' },
    });
    expect(of(results, 'F3', 'CE')?.holds).toBe(true);
    expect(gaps(results)).toEqual([]);
  });

  it('CUSIPs are held against their check digit, trustees’ own identifiers are not', () => {
    const cusips = (last: string): Sketch => ({
      classes: { A: { cusip: '64352VCC3' }, 'M-1': { cusip: `64352VCD${last}` }, R: { cusip: 'SIM02000R' } },
    });
    expect(gaps(run(cusips('1')))).toEqual([]);
    expect(gaps(run(cusips('2')))).toEqual(['Q1 M-1']);
    expect(of(run(cusips('2')), 'Q1', 'M-1')?.sentence).toBe(
      'CUSIP check digit, class M-1: 64352VCD2 ends in 2, its other characters call for 1.',
    );
    expect(gaps(run({ classes: { R: { cusip: 'SIM020008' } } }))).toEqual([]);
  });
});

describe('what a structure does not have does not fire', () => {
  it('a deal whose overcollateralization is in no class', () => {
    const rows = {
      A: { beginningBalance: '800', principal: '100', endingBalance: '700' },
      B: { beginningBalance: '100', principal: '0', endingBalance: '100' },
      Total: { beginningBalance: '900', principal: '100', endingBalance: '800' },
    };
    const results = run({ classes: rows, pool: { poolBeginningBalance: '1,000', poolEndingBalance: '920' } });
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'L2')).toBeUndefined();
  });

  it('nor does it look wrong in its first month, when both are equal', () => {
    const rows = {
      A: { beginningBalance: '900', principal: '100', endingBalance: '800' },
      B: { beginningBalance: '100', principal: '0', endingBalance: '100' },
      Total: { beginningBalance: '1,000', principal: '100', endingBalance: '900' },
    };
    expect(gaps(run({ classes: rows, pool: { poolBeginningBalance: '1,000', poolEndingBalance: '920' } }))).toEqual([]);
  });

  it('printed overcollateralization makes up the difference', () => {
    const rows = { A: { endingBalance: '700' }, B: { endingBalance: '100' }, Total: { endingBalance: '800' } };
    const results = run({ classes: rows, pool: { poolEndingBalance: '920', overcollateralization: '120' } });
    expect(of(results, 'O1')?.holds).toBe(true);
    expect(of(results, 'L2')?.title).toContain('overcollateralization');
  });

  it('a target that is not met', () => {
    const results = run({ classes, pool: { ...pool, requiredOvercollateralization: '6,000,000' } });
    expect(gaps(results)).toEqual([]);
  });

  it('another definition of credit enhancement or delinquency', () => {
    const results = run({
      classes: { A: { endingBalance: '700' }, B: { endingBalance: '300' } },
      pool: { poolEndingBalance: '1,000', creditEnhancementPercentage: '31.5%', delinquencyPercentage: '4.2%' },
      buckets: { '60-89': { delinquentStatedBalance: '10' }, '90+': { delinquentStatedBalance: '20' } },
    });
    expect(gaps(results)).toEqual([]);
  });
});

describe('pool', () => {
  it('book value of REO is one of three things', () => {
    const reo = (bookValue: string): Sketch => ({
      pool: { reoBookValue: bookValue, reoStatedBalance: '1,386' },
      loans: { '532002': { reoLoanStatedBalance: '421' }, '542639': { reoLoanStatedBalance: '433' } },
    });
    expect(gaps(run(reo('1,386')))).toEqual([]);
    expect(gaps(run(reo('854')))).toEqual([]);
    expect(gaps(run(reo('532')))).toEqual([]);
    expect(gaps(run(reo('550')))).toEqual(['E1', 'E2', 'E3']);
  });

  it('delinquency totals and percentages', () => {
    const buckets = {
      '30-59': { delinquentCount: '7', delinquentStatedBalance: '2,477', delinquentPercentage: '2.477%' },
      '60-89': { delinquentCount: '4', delinquentStatedBalance: '1,412', delinquentPercentage: '1.412%' },
      '90+': { delinquentCount: '3', delinquentStatedBalance: '967', delinquentPercentage: '0.967%' },
      total: { delinquentCount: '14', delinquentStatedBalance: '4,856', delinquentPercentage: '4.856%' },
    };
    const results = run({ buckets, pool: { poolEndingBalance: '100,000' } });
    expect(gaps(results)).toEqual([]);
    expect(of(results, 'D7[delinquentCount]')?.holds).toBe(true);
    expect(results.filter(({ rule, holds }) => rule === 'D6' && holds)).toHaveLength(4);
    const wrong = { ...buckets, total: { ...buckets.total, delinquentCount: '15' } };
    expect(gaps(run({ buckets: wrong, pool: { poolEndingBalance: '100,000' } }))).toEqual(['D7[delinquentCount]']);
  });

  it('a figure printed twice under one name leaves open which is meant', () => {
    const second = factOf('poolEndingBalance', '98,500,000', { line: 90 });
    expect(gaps(run({ classes, pool, more: [second] }))).toEqual([]);
    const first: Statement = statementOf({ classes, pool: { ...pool, poolEndingBalance: '98,500,000' } });
    const both = { ...first, facts: [...first.facts, factOf('poolEndingBalance', '98,000,100', { line: 90 })] };
    expect(of(checkStatement(both), 'L2')?.holds).toBe(true);
  });

  it('groups add up to the whole pool', () => {
    const group = (ending: string, count: string) => ({ pool: { poolEndingBalance: ending, loanCountEnding: count } });
    const results = run({
      groups: { '1': group('600', '6'), '2': group('400', '4') },
      pool: { poolEndingBalance: '1,000', loanCountEnding: '10' },
    });
    expect(of(results, 'G1[poolEndingBalance]')?.holds).toBe(true);
    expect(of(results, 'G1[loanCountEnding]')?.holds).toBe(true);
  });
});

describe('offering', () => {
  const allocation = (name: string, member: string, text: string, line: number) =>
    factOf('underwriterAllocation', text, { line, class: name, member });
  const cells = [
    allocation('A-1', 'First Securities', '70,000', 1),
    allocation('A-1', 'Second Securities', '30,000', 2),
    allocation('M-1', 'First Securities', '7,000', 3),
    allocation('M-1', 'Second Securities', '3,000', 4),
  ];

  it('allocations add up to what is offered', () => {
    const results = run({ kind: 'offering', pool: { offeredBalance: '110,000' }, more: cells });
    expect(of(results, 'U1')?.holds).toBe(true);
    expect(of(results, 'U1')?.facts).toHaveLength(5);
    expect(gaps(run({ kind: 'offering', pool: { offeredBalance: '111,000' }, more: cells }))).toEqual(['U1']);
  });
});
