import type { Chance } from './chance.ts';
import { roundedQuotient, share, sum } from './exact.ts';
import { rateScale, servicingFeeRate } from './rates.ts';

type Standing = 'paying' | 'bankruptcy' | 'foreclosure' | 'reo';

interface Loan {
  readonly number: string;
  /** From 0. */
  readonly group: number;
  /** Stated principal balance, cents: as if the borrower had paid everything due. */
  stated: number;
  /** What the borrower owes, cents: not lower than stated. */
  unpaid: number;
  readonly rate: number;
  /** Recast after a curtailment. */
  payment: number;
  readonly chargeMonths: number;
  remainingTerm: number;
  standing: Standing;
  paymentsMissed: number;
}

/** Loans of one delinquency bucket at the end of a month; amounts in cents. */
export interface Bucket {
  readonly count: number;
  readonly unpaid: number;
  readonly stated: number;
}

/** In order of severity; bankruptcy60+ is a part of bankruptcy, the others do not overlap. */
export const bucketNames = ['30-59', '60-89', '90+', 'foreclosure', 'bankruptcy', 'bankruptcy60+', 'reo'] as const;
export type BucketName = (typeof bucketNames)[number];

export interface ReoLoan {
  readonly number: string;
  readonly unpaid: number;
  readonly stated: number;
}

export interface Liquidation {
  readonly number: string;
  readonly proceeds: number;
  readonly loss: number;
}

/** What happened to the loans in one month; amounts in cents. Beginning = ending + scheduled + curtailments + payoffs + proceeds + losses. */
export interface PoolMonth {
  readonly beginningBalance: number;
  readonly endingBalance: number;
  readonly loanCountBeginning: number;
  readonly loanCountEnding: number;
  /** Interest due on the beginning balances, 30/360. */
  readonly interest: number;
  /** Average loan rate weighted by beginning balances. */
  readonly weightedAverageCoupon: number;
  /** Average remaining term in months weighted by ending balances. */
  readonly remainingTerm: number;
  /** Includes the part of REO loans. */
  readonly scheduledPrincipal: number;
  readonly reoPrincipalAmortization: number;
  readonly curtailments: number;
  readonly payoffs: number;
  readonly liquidationProceeds: number;
  readonly realizedLosses: number;
  readonly bankruptcyLosses: number;
  readonly prepaymentCharges: number;
  readonly advances: number;
  readonly buckets: Readonly<Record<BucketName, Bucket>>;
  /** Status crossed with days in arrears: `bankruptcy30-59`, `foreclosure90+`, `reo90+`. */
  readonly crossed: ReadonlyMap<string, Bucket>;
  readonly newReoLoans: readonly ReoLoan[];
  readonly liquidations: readonly Liquidation[];
}

export interface PoolOptions {
  /** Original balance in cents. */
  readonly originalBalance: number;
  readonly loans: number;
  /** Loan groups; 1 for an undivided pool. */
  readonly groups: number;
  /** 1 is an ordinary subprime pool; 3 a failing one. */
  readonly stress: number;
  /** Added to the stress every month. */
  readonly stressGrowth: number;
  /** 1 peaks at about 30 % a year. */
  readonly prepaymentSpeed: number;
  /** Range of the loss on a liquidated loan, in percent of its balance. */
  readonly severity: readonly [number, number];
}

/** The level payment in cents that repays `balance` over `months` at `rate`. Repeated products instead of powers, so that all machines agree. */
function levelPayment(balance: number, rate: number, months: number): number {
  const monthly = rate / rateScale / 12;
  let growth = 1;
  for (let month = 0; month < months; month += 1) growth *= 1 + monthly;
  return Math.round((balance * monthly * growth) / (growth - 1));
}

function originate(chance: Chance, options: PoolOptions): Loan[] {
  const sizes = Array.from(
    { length: options.loans },
    () => 30 + chance.integer(0, 70) + chance.integer(0, 120) * chance.integer(0, 1),
  );
  const totalSize = sum(sizes);
  const balances = sizes.map((size) => Math.floor((options.originalBalance / totalSize) * size));
  balances[0] = (balances[0] ?? 0) + options.originalBalance - sum(balances);
  let number = 500_000 + chance.integer(0, 99_999);
  return balances.map((balance, index): Loan => {
    number += chance.integer(1, 40);
    const rate = 12_500 * (chance.integer(30, 39) + chance.integer(30, 39));
    const remainingTerm = 360 - chance.integer(1, 5);
    return {
      number: String(number),
      group: index % options.groups,
      stated: balance,
      unpaid: balance,
      rate,
      payment: levelPayment(balance, rate, remainingTerm),
      chargeMonths: chance.happens(0.7) ? 12 * chance.integer(1, 3) : 0,
      remainingTerm,
      standing: 'paying',
      paymentsMissed: 0,
    };
  });
}

/** Chance in a month that a paying loan is repaid in full: a ramp over 18 months, then a slow decline. */
function payoffProbability(age: number, speed: number): number {
  const peak = 0.029 * speed;
  if (age <= 18) return peak * (0.12 + (0.88 * age) / 18);
  return peak * Math.max(0.55, 1 - (age - 18) * 0.008);
}

/** Moves a loan to its standing at the end of the month. */
function roll(chance: Chance, loan: Loan, stress: number): void {
  const draw = chance.fraction();
  const pays = (cure: number): boolean => draw < cure;
  const miss = (): void => {
    loan.paymentsMissed += 1;
  };
  const cure = (): void => {
    loan.standing = 'paying';
    loan.paymentsMissed = 0;
    loan.unpaid = loan.stated;
  };
  if (loan.standing === 'reo') return;
  if (loan.standing === 'foreclosure') {
    if (draw < 0.1) {
      loan.standing = 'reo';
      loan.unpaid = loan.stated;
    } else if (draw < 0.1 + 0.05 / stress) cure();
    else miss();
    return;
  }
  if (loan.standing === 'bankruptcy') {
    if (draw < 0.06) cure();
    else if (draw < 0.1 && loan.paymentsMissed > 1) loan.standing = 'foreclosure';
    else if (draw < 0.7) miss();
    return;
  }
  if (loan.paymentsMissed === 0) {
    if (draw < 0.012 * stress) miss();
    else if (draw < 0.0124 * stress) loan.standing = 'bankruptcy';
    return;
  }
  if (loan.paymentsMissed === 1) {
    if (pays(0.45 / stress)) cure();
    else if (draw < 0.45 / stress + 0.22) return;
    else miss();
    return;
  }
  if (loan.paymentsMissed === 2) {
    if (pays(0.22 / stress)) cure();
    else if (draw < 0.22 / stress + 0.14) return;
    else if (draw > 0.95) loan.standing = 'bankruptcy';
    else miss();
    return;
  }
  if (pays(0.06 / stress)) cure();
  else if (draw > 0.68) loan.standing = 'foreclosure';
  else if (draw > 0.65) loan.standing = 'bankruptcy';
  else miss();
}

const bucketOf = (loan: Loan): BucketName | null => {
  if (loan.standing !== 'paying') return loan.standing;
  if (loan.paymentsMissed === 0) return null;
  return loan.paymentsMissed === 1 ? '30-59' : loan.paymentsMissed === 2 ? '60-89' : '90+';
};

const bucketFor = (members: readonly Loan[]): Bucket => ({
  count: members.length,
  unpaid: sum(members.map((loan) => loan.unpaid)),
  stated: sum(members.map((loan) => loan.stated)),
});

function countBuckets(loans: readonly Loan[]): Record<BucketName, Bucket> {
  const named = (name: BucketName): Bucket => bucketFor(loans.filter((loan) => bucketOf(loan) === name));
  return {
    '30-59': named('30-59'),
    '60-89': named('60-89'),
    '90+': named('90+'),
    foreclosure: named('foreclosure'),
    bankruptcy: named('bankruptcy'),
    'bankruptcy60+': bucketFor(loans.filter((loan) => loan.standing === 'bankruptcy' && loan.paymentsMissed >= 2)),
    reo: named('reo'),
  };
}

function crossBuckets(loans: readonly Loan[]): Map<string, Bucket> {
  const crossed = new Map<string, Bucket>();
  for (const standing of ['bankruptcy', 'foreclosure', 'reo'] as const) {
    for (const [missed, days] of [
      [1, '30-59'],
      [2, '60-89'],
      [3, '90+'],
    ] as const) {
      const members = loans.filter((loan) => loan.standing === standing && Math.min(3, loan.paymentsMissed) === missed);
      crossed.set(`${standing}${days}`, bucketFor(members));
    }
  }
  return crossed;
}

/** What one loan did in one month; amounts in cents. */
interface LoanMonth {
  readonly loan: Loan;
  readonly beginningBalance: number;
  /** Balance times rate. */
  readonly annualInterest: bigint;
  readonly scheduledPrincipal: number;
  readonly reoPrincipalAmortization: number;
  readonly curtailment: number;
  readonly payoff: number;
  readonly prepaymentCharge: number;
  readonly liquidation: Liquidation | null;
  readonly bankruptcyLoss: number;
  readonly advance: number;
  readonly becameReo: ReoLoan | null;
  readonly remains: boolean;
}

/** The chances that all loans of a month share. */
interface Climate {
  readonly age: number;
  readonly stress: number;
  readonly payoffProbability: number;
  readonly severity: readonly [number, number];
}

function advanceLoan(chance: Chance, loan: Loan, climate: Climate): LoanMonth {
  const beginningBalance = loan.stated;
  const interest = share(loan.stated, loan.rate, 12 * rateScale);
  const scheduledPrincipal = Math.max(0, Math.min(loan.stated, loan.payment - interest));
  loan.stated -= scheduledPrincipal;
  loan.remainingTerm -= 1;
  const { standing } = loan;
  const onTime = standing === 'paying' && loan.paymentsMissed === 0;
  if (onTime || standing === 'reo') loan.unpaid = loan.stated;
  const quiet: LoanMonth = {
    loan,
    beginningBalance,
    annualInterest: BigInt(beginningBalance) * BigInt(loan.rate),
    scheduledPrincipal,
    reoPrincipalAmortization: standing === 'reo' ? scheduledPrincipal : 0,
    curtailment: 0,
    payoff: 0,
    prepaymentCharge: 0,
    liquidation: null,
    bankruptcyLoss: 0,
    advance: 0,
    becameReo: null,
    remains: false,
  };

  const exit = chance.fraction();
  if (loan.stated === 0) return quiet;
  const sold =
    (standing === 'foreclosure' && exit < 0.025) ||
    (standing === 'reo' && exit < 0.14) ||
    (standing === 'bankruptcy' && exit < 0.006);
  if (sold) {
    const [low, high] = climate.severity;
    const loss = share(loan.stated, chance.integer(low * 1000, high * 1000), 100_000);
    return {
      ...quiet,
      liquidation: { number: loan.number, proceeds: loan.stated - loss, loss },
      bankruptcyLoss: standing === 'bankruptcy' ? loss : 0,
    };
  }
  if (standing === 'paying' && loan.paymentsMissed < 2 && exit < climate.payoffProbability) {
    const charged = climate.age <= loan.chargeMonths;
    const prepaymentCharge = charged ? share(loan.stated, loan.rate * 4, 10 * rateScale) : 0;
    return { ...quiet, payoff: loan.stated, prepaymentCharge };
  }
  let curtailment = 0;
  if (onTime && exit > 0.985) {
    curtailment = Math.min(loan.stated - 1, share(loan.stated, chance.integer(50, 2500), 100_000));
    loan.payment = share(loan.payment, loan.stated - curtailment, loan.stated);
    loan.stated -= curtailment;
    loan.unpaid = loan.stated;
  }
  roll(chance, loan, climate.stress);
  const isReo = loan.standing === 'reo';
  const becameReo =
    isReo && standing !== 'reo' ? { number: loan.number, unpaid: loan.unpaid, stated: loan.stated } : null;
  const advance =
    loan.paymentsMissed > 0 && !isReo ? loan.payment - share(loan.stated, servicingFeeRate, 12 * rateScale) : 0;
  return { ...quiet, curtailment, advance, becameReo, remains: true };
}

/** Adds up the loans of a pool, or of one group of it. */
function addUp(loanMonths: readonly LoanMonth[]): PoolMonth {
  const over = (amount: (month: LoanMonth) => number): number => sum(loanMonths.map(amount));
  const loans = loanMonths.filter(({ remains }) => remains).map(({ loan }) => loan);
  const annualInterest = loanMonths.reduce((total, month) => total + month.annualInterest, 0n);
  const beginningBalance = over((month) => month.beginningBalance);
  const endingBalance = sum(loans.map((loan) => loan.stated));
  const termWeight = loans.reduce((total, loan) => total + BigInt(loan.stated) * BigInt(loan.remainingTerm), 0n);
  const average = (total: bigint, weight: number): number =>
    weight === 0 ? 0 : Number(roundedQuotient(total, BigInt(weight)));
  return {
    beginningBalance,
    endingBalance,
    loanCountBeginning: loanMonths.length,
    loanCountEnding: loans.length,
    interest: Number(roundedQuotient(annualInterest, BigInt(12 * rateScale))),
    weightedAverageCoupon: average(annualInterest, beginningBalance),
    remainingTerm: average(termWeight, endingBalance),
    scheduledPrincipal: over((month) => month.scheduledPrincipal),
    reoPrincipalAmortization: over((month) => month.reoPrincipalAmortization),
    curtailments: over((month) => month.curtailment),
    payoffs: over((month) => month.payoff),
    liquidationProceeds: over((month) => month.liquidation?.proceeds ?? 0),
    realizedLosses: over((month) => month.liquidation?.loss ?? 0),
    bankruptcyLosses: over((month) => month.bankruptcyLoss),
    prepaymentCharges: over((month) => month.prepaymentCharge),
    advances: over((month) => month.advance),
    buckets: countBuckets(loans),
    crossed: crossBuckets(loans),
    newReoLoans: loanMonths.flatMap(({ becameReo }) => becameReo ?? []),
    liquidations: loanMonths.flatMap(({ liquidation }) => liquidation ?? []),
  };
}

/** A month of a pool and, where it has several, of each of its loan groups. */
export interface GroupedPoolMonth {
  readonly total: PoolMonth;
  readonly groups: readonly PoolMonth[];
}

/** The months of a pool of level-pay loans, one loan at a time: payments due, prepayments, arrears, foreclosures and losses. */
export function simulatePool(chance: Chance, options: PoolOptions, months: number): GroupedPoolMonth[] {
  let loans = originate(chance, options);
  const history: GroupedPoolMonth[] = [];
  for (let age = 1; age <= months && loans.length > 0; age += 1) {
    const climate: Climate = {
      age,
      stress: options.stress + options.stressGrowth * age,
      payoffProbability: payoffProbability(age, options.prepaymentSpeed) * (0.8 + 0.4 * chance.fraction()),
      severity: options.severity,
    };
    const loanMonths = loans.map((loan) => advanceLoan(chance, loan, climate));
    loans = loanMonths.filter(({ remains }) => remains).map(({ loan }) => loan);
    const groups = Array.from({ length: options.groups > 1 ? options.groups : 0 }, (_, group) =>
      addUp(loanMonths.filter(({ loan }) => loan.group === group)),
    );
    history.push({ total: addUp(loanMonths), groups });
  }
  return history;
}
