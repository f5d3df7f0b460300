import { cusipCheckDigit } from '../../../scripts/samples/cusip.ts';
import type { SimulatedDeal } from '../../../scripts/samples/deal.ts';
import type { PrintedFile, Truth } from '../../../scripts/samples/print/sheet.ts';

/** What a printed number stands for: everything that rounds to it. */
export type Interval = readonly [low: number, high: number];

const exactly = (value: number): Interval => [value, value];
export const add = (...terms: readonly Interval[]): Interval =>
  terms.reduce((total, [low, high]) => [total[0] + low, total[1] + high], exactly(0));
const negate = ([low, high]: Interval): Interval => [-high, -low];
const subtract = (from: Interval, ...terms: readonly Interval[]): Interval => add(from, ...terms.map(negate));
const multiply = (left: Interval, right: Interval): Interval => {
  const products = [left[0] * right[0], left[0] * right[1], left[1] * right[0], left[1] * right[1]];
  return [Math.min(...products), Math.max(...products)];
};
const divide = (left: Interval, right: Interval): Interval => multiply(left, [1 / right[1], 1 / right[0]]);
export const meets = (left: Interval, right: Interval): boolean => {
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
export function lookUp(printed: PrintedFile) {
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
export function broken(deal: SimulatedDeal, printed: PrintedFile, days: number | null): string[] {
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
    if (fact.concept === 'cusip')
      if (cusipCheckDigit(String(fact.value)) !== String(fact.value).at(-1)) failures.push(`CUSIP ${fact.text}`);
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
    if ((find('delinquentStatedBalance', '', member)?.value === 0) !== none)
      failures.push(`count and balance of ${member}`);
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
  } else if (find('aggregateLossSeverity')?.value !== 0) failures.push('severity without a loss');
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
export function brokenBetween(earlier: PrintedFile, later: PrintedFile): string[] {
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
