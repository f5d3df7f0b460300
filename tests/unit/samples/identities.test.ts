import { describe, expect, it } from 'vitest';
import { cusipCheckDigit } from '../../../scripts/samples/cusip.ts';
import { type SimulatedDeal, simulate } from '../../../scripts/samples/deal.ts';
import type { PrintedFile, Truth } from '../../../scripts/samples/print/sheet.ts';
import { printUsBank, printUsBankAnnual } from '../../../scripts/samples/print/usbank.ts';
import { annualStatement, monthlyStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';

/** What a printed number stands for: everything that rounds to it. */
type Interval = readonly [low: number, high: number];

const exactly = (value: number): Interval => [value, value];
const add = (...terms: readonly Interval[]): Interval =>
  terms.reduce((total, [low, high]) => [total[0] + low, total[1] + high], exactly(0));
const negate = ([low, high]: Interval): Interval => [-high, -low];
const subtract = (from: Interval, ...terms: readonly Interval[]): Interval => add(from, ...terms.map(negate));
const multiply = (left: Interval, right: Interval): Interval => {
  const products = [left[0] * right[0], left[0] * right[1], left[1] * right[0], left[1] * right[1]];
  return [Math.min(...products), Math.max(...products)];
};
const divide = (left: Interval, right: Interval): Interval => multiply(left, [1 / right[1], 1 / right[0]]);
const meets = (left: Interval, right: Interval): boolean => {
  const grain = 1e-11 * Math.max(1, Math.abs(left[0]), Math.abs(right[0]));
  return left[0] <= right[1] + grain && right[0] <= left[1] + grain;
};

const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
const intervalOf = (printed: Truth): Interval => {
  const half = 0.5 * 10 ** -decimalsOf(printed.text);
  const value = printed.value as number;
  return [value - half, value + half];
};

/** The printed figures of one statement, to look up; `get` throws where a figure is not printed. */
function lookUp(printed: PrintedFile) {
  const byKey = new Map(
    printed.truth.map((fact) => [`${fact.concept}|${fact.class ?? ''}|${fact.member ?? ''}`, fact]),
  );
  const find = (concept: string, name = '', member = ''): Truth | undefined =>
    byKey.get(`${concept}|${name}|${member}`);
  const get = (concept: string, name = '', member = ''): Interval => {
    const fact = find(concept, name, member);
    if (fact === undefined) throw new Error(`${concept} of ${name || member || 'the pool'} is not printed`);
    return intervalOf(fact);
  };
  const classes = (concept: string): string[] =>
    printed.truth.filter((fact) => fact.concept === concept && fact.class !== 'Total').map((fact) => fact.class ?? '');
  return { find, get, classes, truth: printed.truth };
}

/** Names of the identities that a statement breaks, each with both sides. */
function broken(deal: SimulatedDeal, printed: PrintedFile, days: number | null): string[] {
  const { find, get, classes, truth } = lookUp(printed);
  const failures: string[] = [];
  const holds = (name: string, left: Interval, right: Interval): void => {
    if (!meets(left, right)) failures.push(`${name}: ${left.join('..')} against ${right.join('..')}`);
  };
  const ordered = (name: string, smaller: Interval, larger: Interval): void => {
    if (smaller[0] > larger[1]) failures.push(`${name}: ${smaller.join('..')} above ${larger.join('..')}`);
  };
  const total = (concept: string): void =>
    holds(`total of ${concept}`, add(...classes(concept).map((name) => get(concept, name))), get(concept, 'Total'));

  const originals = new Map(deal.classes.map(({ name, originalBalance }) => [name, exactly(originalBalance / 100)]));
  const kindOf = new Map(deal.classes.map(({ name, kind }) => [name, kind]));
  const excess = deal.classes.find(({ kind }) => kind === 'excess')?.name;
  for (const name of [...classes('beginningBalance'), 'Total']) {
    const end = subtract(get('beginningBalance', name), get('principal', name), get('realizedLoss', name));
    holds(`roll-forward of ${name}`, get('endingBalance', name), end);
    holds(`cash of ${name}`, get('totalDistribution', name), add(get('principal', name), get('interest', name)));
  }
  for (const concept of [
    'beginningBalance',
    'principal',
    'realizedLoss',
    'endingBalance',
    'interest',
    'totalDistribution',
  ])
    total(concept);
  for (const concept of ['interestDistributionAmount', 'interestCarryForward', 'realizedLossReduction']) total(concept);
  for (const concept of ['prepaymentInterestShortfallReduction', 'reliefActReduction', 'netWacCarryforward'])
    total(concept);
  total('netWacCarryforwardUnpaid');

  const pairs = [
    ['principalPer1000', 'principal'],
    ['interestPer1000', 'interest'],
    ['totalPer1000', 'totalDistribution'],
    ['lossPer1000', 'realizedLoss'],
    ['endingBalancePer1000', 'endingBalance'],
  ] as const;
  for (const [name, original] of originals) {
    if (kindOf.get(name) === 'residual' || original[0] === 0) continue;
    for (const [perThousand, amount] of pairs) {
      holds(
        `${perThousand} of ${name}`,
        get(perThousand, name),
        multiply(exactly(1000), divide(get(amount, name), original)),
      );
    }
    holds(
      `total per $1,000 of ${name}`,
      get('totalPer1000', name),
      add(get('principalPer1000', name), get('interestPer1000', name)),
    );
    const beginning = multiply(exactly(1000), divide(get('beginningBalance', name), original));
    const parts = add(get('endingBalancePer1000', name), get('principalPer1000', name), get('lossPer1000', name));
    holds(`roll-forward per $1,000 of ${name}`, parts, beginning);
    if (kindOf.get(name) === 'excess') {
      holds(
        `factor of ${name}`,
        get('certificateFactor', name),
        divide(get('poolEndingBalance'), exactly(deal.originalPool / 100)),
      );
    } else if (kindOf.get(name) !== 'prepayment') {
      holds(`factor of ${name}`, get('certificateFactor', name), divide(get('endingBalance', name), original));
      holds(
        `factor against $1,000 of ${name}`,
        multiply(exactly(1000), get('certificateFactor', name)),
        get('endingBalancePer1000', name),
      );
    }
  }
  for (const fact of truth) {
    if (fact.concept === 'cusip') expect(cusipCheckDigit(String(fact.value))).toBe(String(fact.value).at(-1));
  }

  if (days !== null) {
    for (const issued of deal.classes) {
      if (issued.kind !== 'senior' && issued.kind !== 'mezzanine') continue;
      const year = issued.accrual.kind === 'floating' ? days / 360 : 1 / 12;
      const accrued = multiply(
        multiply(get('beginningBalance', issued.name), get('passThroughRate', issued.name)),
        exactly(year / 100),
      );
      holds(`interest of ${issued.name}`, get('interest', issued.name), accrued);
    }
    if (excess !== undefined) {
      const accrued = multiply(
        multiply(get('poolBeginningBalance'), get('passThroughRate', excess)),
        exactly(1 / 1200),
      );
      holds(`interest of ${excess}`, get('interest', excess), accrued);
    }
    holds('servicing fee', get('servicingFee'), multiply(get('poolBeginningBalance'), exactly(0.005 / 12)));
    const implied = subtract(
      multiply(multiply(get('poolBeginningBalance'), get('weightedAverageCoupon')), exactly(1 / 1200)),
      get('servicingFee'),
      excess === undefined ? exactly(0) : get('interestDistributionAmount', 'Total'),
    );
    if (excess !== undefined)
      holds('trust fee', implied, multiply(get('poolBeginningBalance'), exactly(0.000165 / 12)));
  } else {
    const fee = (balance: Interval): Interval => multiply(balance, exactly((0.005 / 12) * deal.months.length));
    ordered(
      'compensation below fee on beginning balance',
      get('masterServicerCompensation'),
      fee(get('poolBeginningBalance')),
    );
  }
  const shifts = deal.classes
    .filter(({ kind, accrual }) => (kind === 'senior' || kind === 'mezzanine') && accrual.kind === 'floating')
    .map(({ name }) => subtract(get('nextPassThroughRate', name), get('passThroughRate', name)));
  for (const shift of shifts) holds('parallel shift', shift, shifts[0] ?? shift);

  holds('loans and REO', add(get('statedBalanceExcludingReo'), get('reoStatedBalance')), get('poolEndingBalance'));
  const overcollateralization = subtract(
    get('poolEndingBalance'),
    ...deal.classes.filter(({ kind }) => kind !== 'excess').map(({ name }) => get('endingBalance', name)),
  );
  const mezzanine = deal.classes
    .filter(({ kind }) => kind === 'mezzanine')
    .map(({ name }) => get('endingBalance', name));
  if (excess !== undefined) {
    holds('class total is the pool', get('endingBalance', 'Total'), get('poolEndingBalance'));
    holds('class total was the pool', get('beginningBalance', 'Total'), get('poolBeginningBalance'));
    const paid = add(get('principal', 'Total'), get('realizedLoss', 'Total'));
    holds('decline is principal and losses', subtract(get('poolBeginningBalance'), get('poolEndingBalance')), paid);
    holds('overcollateralization', overcollateralization, get('endingBalance', excess));
    const change = subtract(get('overcollateralizationIncrease'), get('overcollateralizationReduction'));
    holds(
      'change of overcollateralization',
      get('endingBalance', excess),
      add(get('beginningBalance', excess), change),
    );
    const enhancement = multiply(
      exactly(100),
      divide(add(...mezzanine, get('endingBalance', excess)), get('poolEndingBalance')),
    );
    holds('credit enhancement', get('creditEnhancementPercentage'), enhancement);
    holds('excess cash flow', get('netMonthlyExcessCashFlow'), add(get('interest', excess), get('realizedLosses')));
    holds('losses by class', get('realizedLossReduction', 'Total'), get('realizedLosses'));
    const chargeInterest = classes('interest')
      .filter((name) => kindOf.get(name) === 'prepayment')
      .map((name) => get('interest', name));
    holds(
      'interest table and class table',
      get('interestDistributionAmount', 'Total'),
      subtract(get('interest', 'Total'), ...chargeInterest),
    );
    holds(
      'shortfall',
      get('prepaymentInterestShortfallUncovered'),
      get('prepaymentInterestShortfallReduction', 'Total'),
    );
    holds('relief', get('reliefActShortfall'), get('reliefActReduction', 'Total'));
  }
  for (const name of classes('interestDistributionAmount')) {
    holds(`interest of ${name} in both tables`, get('interestDistributionAmount', name), get('interest', name));
    holds(`loss of ${name} in both tables`, get('realizedLossReduction', name), get('realizedLoss', name));
  }

  const serious = ['60-89', '90+', 'foreclosure', 'bankruptcy60+'].map((member) =>
    get('delinquentStatedBalance', '', member),
  );
  const delinquency = divide(add(...serious, get('reoStatedBalance')), get('poolEndingBalance'));
  holds('delinquency', get('delinquencyPercentage'), multiply(exactly(100), delinquency));
  for (const member of ['30-59', '60-89', '90+', 'foreclosure', 'bankruptcy', 'bankruptcy60+']) {
    ordered(
      `stated under unpaid ${member}`,
      get('delinquentStatedBalance', '', member),
      get('delinquentUnpaidBalance', '', member),
    );
    const none = find('delinquentCount', '', member)?.value === 0;
    expect(find('delinquentStatedBalance', '', member)?.value === 0).toBe(none);
  }
  for (const concept of ['delinquentCount', 'delinquentUnpaidBalance', 'delinquentStatedBalance']) {
    ordered(`bankruptcies of ${concept}`, get(concept, '', 'bankruptcy60+'), get(concept, '', 'bankruptcy'));
  }
  ordered('loans', get('loanCountEnding'), get('loanCountBeginning'));

  const prepayments = add(get('curtailments'), get('payoffs'), get('liquidationProceeds'));
  holds('prepayments', prepayments, get('totalPrepayments'));
  for (const name of classes('interest').filter((of) => kindOf.get(of) === 'prepayment')) {
    holds('prepayment charges', get('prepaymentCharges'), get('interest', name));
  }
  ordered('bankruptcy losses', get('bankruptcyLosses'), get('realizedLosses'));
  ordered('cumulative losses', get('realizedLosses'), get('cumulativeRealizedLosses'));
  const scheduled = subtract(
    get('poolBeginningBalance'),
    get('poolEndingBalance'),
    get('totalPrepayments'),
    get('realizedLosses'),
  );
  ordered('REO amortization is scheduled', get('reoPrincipalAmortization'), scheduled);
  const liquidated = add(get('realizedLosses'), get('liquidationProceeds'));
  if (liquidated[0] > 1) {
    holds('severity', get('aggregateLossSeverity'), multiply(exactly(100), divide(get('realizedLosses'), liquidated)));
  } else expect(find('aggregateLossSeverity')?.value).toBe(0);
  holds('REO book value', get('reoBookValue'), get('reoStatedBalance'));
  const newReo = truth.filter(({ concept }) => concept === 'reoLoanStatedBalance');
  ordered('new REO', add(...newReo.map(intervalOf)), get('reoStatedBalance'));
  for (const { member } of newReo)
    holds(
      `REO loan ${member}`,
      get('reoLoanUnpaidBalance', '', member ?? ''),
      get('reoLoanStatedBalance', '', member ?? ''),
    );
  return failures;
}

/** Names of the relations between consecutive months that two statements break. */
function brokenBetween(earlier: PrintedFile, later: PrintedFile): string[] {
  const before = lookUp(earlier);
  const after = lookUp(later);
  const failures: string[] = [];
  const holds = (name: string, left: Interval, right: Interval): void => {
    if (!meets(left, right)) failures.push(`${name}: ${left.join('..')} then ${right.join('..')}`);
  };
  for (const name of before.classes('endingBalance')) {
    holds(`balance of ${name}`, before.get('endingBalance', name), after.get('beginningBalance', name));
  }
  for (const name of before.classes('nextPassThroughRate')) {
    holds(`rate of ${name}`, before.get('nextPassThroughRate', name), after.get('passThroughRate', name));
  }
  holds('pool', before.get('poolEndingBalance'), after.get('poolBeginningBalance'));
  holds('loans', before.get('loanCountEnding'), after.get('loanCountBeginning'));
  holds(
    'losses',
    add(before.get('cumulativeRealizedLosses'), after.get('realizedLosses')),
    after.get('cumulativeRealizedLosses'),
  );
  return failures;
}

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
