import { daysBetween, distributionDate } from './calendar.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { simulatedCusip } from './cusip.ts';
import { roundedQuotient, share, sum } from './exact.ts';
import { type PoolMonth, rateScale, simulatePool } from './loans.ts';

/**
 * `senior` and `mezzanine` classes are offered and bear interest; `excess` holds the overcollateralization and takes what
 * interest is left; `prepayment` takes prepayment charges; `residual` takes nothing.
 */
export type ClassKind = 'senior' | 'mezzanine' | 'excess' | 'prepayment' | 'residual';

export interface SimulatedClass {
  readonly name: string;
  readonly kind: ClassKind;
  /** Cents. */
  readonly originalBalance: number;
  /** A margin over the index (actual/360) or a rate (30/360), in hundred-thousandths of a percent. */
  readonly accrual:
    | { readonly kind: 'floating'; readonly margin: number }
    | { readonly kind: 'fixed'; readonly rate: number };
  /** null for residual classes. */
  readonly cusip: string | null;
  readonly holdersOfRecord: number;
}

/** A class in one month; amounts in cents, rates in hundred-thousandths of a percent. */
export interface ClassMonth {
  readonly beginningBalance: number;
  /** Negative for an excess class whose interest is turned into principal. */
  readonly principal: number;
  readonly realizedLoss: number;
  readonly endingBalance: number;
  readonly interest: number;
  /** null where none is printed: prepayment and residual classes, and the next rate of the excess class. */
  readonly rate: number | null;
  readonly nextRate: number | null;
  readonly interestShortfall: number;
  readonly reliefActShortfall: number;
}

export interface SimulatedMonth {
  /** 1 for the first distribution. */
  readonly number: number;
  /** ISO distribution date. */
  readonly date: string;
  /** Actual days since the previous distribution or the closing. */
  readonly days: number;
  readonly pool: PoolMonth;
  /** The pool by loan group; empty where it has one. */
  readonly groups: readonly PoolMonth[];
  /** By name, in the order of the deal's classes. */
  readonly classes: ReadonlyMap<string, ClassMonth>;
  readonly requiredOvercollateralization: number;
  /** The month's change of overcollateralization, split by sign. */
  readonly overcollateralizationIncrease: number;
  readonly overcollateralizationReduction: number;
  readonly cumulativeRealizedLosses: number;
  readonly cumulativeLossByClass: ReadonlyMap<string, number>;
  readonly stepdownDateOccurred: boolean;
  readonly triggerEventOccurred: boolean;
}

export interface SimulatedDeal {
  /** As a person would name it: `Simulated Home Equity Loan Trust 2003-1`. */
  readonly name: string;
  readonly trust: string;
  readonly series: string;
  readonly depositor: string;
  readonly trustee: string;
  readonly fileNumber: string;
  readonly closingDate: string;
  readonly seed: number;
  /** Cents. */
  readonly originalPool: number;
  readonly classes: readonly SimulatedClass[];
  readonly months: readonly SimulatedMonth[];
}

export interface DealOptions {
  readonly trust: string;
  readonly series: string;
  readonly depositor: string;
  readonly trustee: string;
  readonly closingDate: string;
  readonly months: number;
  /** Whole dollars. */
  readonly originalPool: number;
  readonly loans: number;
  /** Loan groups into which the pool is divided. */
  readonly groups: number;
  readonly seniorClasses: number;
  readonly mezzanineClasses: number;
  /** Leading classes that have a fixed rate instead of a margin. */
  readonly fixedRateClasses: number;
  /** Which of the classes without a certificate rate are issued; overcollateralization exists without its class too. */
  readonly excessClass: boolean;
  readonly prepaymentClass: boolean;
  readonly residualClasses: number;
  /** `A-1`, `A1`, `AV-1`: `#` is the number, left out where there is one class. */
  readonly seniorName: string;
  readonly mezzanineName: string;
  readonly excessName: string;
  /** Mezzanine classes' part of the pool, in hundredths of a percent. */
  readonly mezzanineShare: number;
  /** Target of overcollateralization, and what there is at closing, in hundredths of a percent of the original pool. */
  readonly overcollateralizationTarget: number;
  readonly overcollateralizationAtClosing: number;
  /** The index at closing in hundred-thousandths of a percent. */
  readonly index: number;
  readonly stress: number;
  readonly stressGrowth: number;
  readonly prepaymentSpeed: number;
  readonly severity: readonly [number, number];
  /** The trigger: mean delinquency of three months against this percentage of the credit enhancement. */
  readonly triggerPercentage: number;
  /** Whether prepayment interest and Relief Act shortfalls occur. */
  readonly shortfalls: boolean;
}

export const defaultDealOptions: DealOptions = {
  trust: 'Simulated Home Equity Loan Trust',
  series: '2003-1',
  depositor: 'Simulated Mortgage Securities, Inc.',
  trustee: 'Simulated Bank National Association',
  closingDate: '2003-02-26',
  months: 24,
  originalPool: 198_644_096,
  loans: 620,
  groups: 1,
  seniorClasses: 1,
  mezzanineClasses: 4,
  fixedRateClasses: 0,
  excessClass: true,
  prepaymentClass: true,
  residualClasses: 1,
  seniorName: 'A-#',
  mezzanineName: 'M-#',
  excessName: 'CE',
  mezzanineShare: 1700,
  overcollateralizationTarget: 200,
  overcollateralizationAtClosing: 200,
  index: 189_000,
  stress: 1,
  stressGrowth: 0,
  prepaymentSpeed: 1,
  severity: [22, 48],
  triggerPercentage: 50,
  shortfalls: false,
};

/** 0.50 % a year of the beginning pool balance, in hundred-thousandths of a percent. */
export const servicingFeeRate = 50_000;
/** Trust administration: 0.0165 % a year. */
const trustFeeRate = 1_650;
const prepaymentClassBalance = 10_000;
const dollar = 100;
const thousandDollars = 100_000;

const numbered = (pattern: string, number: number, of: number): string =>
  of === 1 ? pattern.replace(/[- ]?#/, '') : pattern.replace('#', String(number));

function issueClasses(chance: Chance, options: DealOptions): SimulatedClass[] {
  const pool = options.originalPool * dollar;
  const wholeThousands = (cents: number): number =>
    Math.max(thousandDollars, Math.floor(cents / thousandDollars) * thousandDollars);
  const classes: SimulatedClass[] = [];
  let issue = chance.integer(0, 25);
  const nextCusip = (): string => {
    issue += 1;
    const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
    return simulatedCusip(`V${letters.charAt(Math.floor(issue / 24) % 24)}${letters.charAt(issue % 24)}`);
  };
  const issueClass = (
    name: string,
    kind: ClassKind,
    originalBalance: number,
    accrual: SimulatedClass['accrual'],
  ): void => {
    classes.push({
      name,
      kind,
      originalBalance,
      accrual,
      cusip: kind === 'residual' ? null : nextCusip(),
      holdersOfRecord: kind === 'senior' ? chance.integer(3, 9) : kind === 'mezzanine' ? chance.integer(1, 4) : 1,
    });
  };

  const mezzanineWeights = Array.from(
    { length: options.mezzanineClasses },
    (_, index) => 100 / (index + 2) + chance.integer(0, 20),
  );
  const mezzanineTotal = options.mezzanineClasses === 0 ? 0 : share(pool, options.mezzanineShare, 10_000);
  const mezzanine = mezzanineWeights.map((weight) => wholeThousands((mezzanineTotal / sum(mezzanineWeights)) * weight));
  const excess = share(pool, options.overcollateralizationAtClosing, 10_000);
  const prepayment = options.prepaymentClass ? prepaymentClassBalance : 0;
  const seniorTotal = wholeThousands(pool - sum(mezzanine) - excess - prepayment);
  const seniorWeights = Array.from({ length: options.seniorClasses }, () => chance.integer(20, 60));
  const senior = seniorWeights.map((weight) => wholeThousands((seniorTotal / sum(seniorWeights)) * weight));
  senior[0] = (senior[0] ?? 0) + seniorTotal - sum(senior);

  let margin = 25_000 + 500 * chance.integer(0, 20);
  const accrue = (rank: number): SimulatedClass['accrual'] =>
    rank < options.fixedRateClasses
      ? { kind: 'fixed', rate: options.index + margin + 120_000 }
      : { kind: 'floating', margin };
  senior.forEach((balance, index) => {
    issueClass(numbered(options.seniorName, index + 1, senior.length), 'senior', balance, accrue(index));
    margin += 500 * chance.integer(4, 20);
  });
  mezzanine.forEach((balance, index) => {
    issueClass(
      numbered(options.mezzanineName, index + 1, mezzanine.length),
      'mezzanine',
      balance,
      accrue(senior.length + index),
    );
    margin += 500 * chance.integer(20, Math.max(30, Math.floor(700 / options.mezzanineClasses)));
  });
  const none: SimulatedClass['accrual'] = { kind: 'fixed', rate: 0 };
  const rest = pool - sum(classes.map((issued) => issued.originalBalance)) - prepayment;
  if (options.excessClass) issueClass(options.excessName, 'excess', rest, none);
  if (options.prepaymentClass) issueClass('P', 'prepayment', prepayment, none);
  for (let number = 1; number <= options.residualClasses; number += 1) {
    issueClass(numbered('R-#', number, options.residualClasses), 'residual', 0, none);
  }
  return classes;
}

/** A bounded walk of the index, in steps of a four-hundredth of a percent. */
function walkIndex(chance: Chance, start: number): (suits: (index: number) => boolean) => number {
  let current = start;
  let trend = 0;
  return (suits) => {
    trend = Math.max(-40, Math.min(40, trend + chance.integer(-12, 12)));
    let next = current;
    for (let tries = 0; tries < 40; tries += 1) {
      next = Math.max(100_000, Math.min(450_000, current + 250 * (trend + chance.integer(-15, 15))));
      if (suits(next)) break;
    }
    if (next === 100_000 || next === 450_000) trend = -trend;
    current = next;
    return current;
  };
}

type Accrual = SimulatedClass['accrual'];

/** Interest as a fraction of cents: actual/360 for floating classes, 30/360 for fixed ones. */
const accruedInterest = (balance: number, rate: number, days: number, accrual: Accrual): [bigint, bigint] =>
  accrual.kind === 'floating'
    ? [BigInt(balance) * BigInt(rate) * BigInt(days), BigInt(360 * rateScale)]
    : [BigInt(balance) * BigInt(rate), BigInt(12 * rateScale)];

/**
 * Interest in cents. An amount just below half a dollar keeps below it, so that a statement in whole dollars prints what
 * balance and rate give.
 */
function interestOn(balance: number, rate: number, days: number, accrual: Accrual): number {
  const [numerator, denominator] = accruedInterest(balance, rate, days, accrual);
  const cents = roundedQuotient(numerator, denominator);
  return Number(cents % 100n === 50n && numerator < cents * denominator ? cents - 1n : cents);
}

/** Whether rounding the interest to cents and then to dollars gives the same as rounding it to dollars at once. */
function roundsCleanly(balance: number, rate: number, days: number, accrual: Accrual): boolean {
  const [numerator, denominator] = accruedInterest(balance, rate, days, accrual);
  const cents = roundedQuotient(numerator, denominator);
  return cents % 100n !== 50n || numerator >= cents * denominator;
}

/** Pays `amount` to the classes one after the other, each up to its balance. */
function paySequentially(
  amount: number,
  classes: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  paid: Map<string, number>,
): number {
  let left = amount;
  for (const { name } of classes) {
    const owed = (balances.get(name) ?? 0) - (paid.get(name) ?? 0);
    const payment = Math.min(left, owed);
    paid.set(name, (paid.get(name) ?? 0) + payment);
    left -= payment;
  }
  return left;
}

/**
 * Pays `amount` down the ranks after the stepdown: each rank down to the balance at which the classes below it and the
 * overcollateralization are twice their original part of the pool; what is left goes sequentially.
 */
function payToTargets(
  amount: number,
  classes: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  paid: Map<string, number>,
  deal: { readonly originalPool: number; readonly overcollateralizationTarget: number; readonly endingPool: number },
): number {
  let left = amount;
  const ranks: (readonly SimulatedClass[])[] = [
    classes.filter(({ kind }) => kind === 'senior'),
    ...classes.filter(({ kind }) => kind === 'mezzanine').map((issued) => [issued]),
  ];
  let senior = 0;
  ranks.forEach((rank, index) => {
    const below = sum(ranks.slice(index + 1).flatMap((other) => other.map(({ originalBalance }) => originalBalance)));
    const enhancement =
      share(below, 2 * deal.endingPool, deal.originalPool) +
      share(deal.endingPool, 2 * deal.overcollateralizationTarget, 10_000);
    const balance = sum(rank.map(({ name }) => balances.get(name) ?? 0));
    const target = Math.max(0, deal.endingPool - enhancement - senior);
    const payment = Math.min(left, Math.max(0, balance - target));
    paySequentially(payment, rank, balances, paid);
    left -= payment;
    senior += balance - payment;
  });
  return paySequentially(left, classes, balances, paid);
}

/**
 * Simulates a subprime home-equity deal from its closing, in exact cents. Deterministic: the same seed and options give
 * the same deal.
 *
 * Losses reduce the excess class (then the mezzanine classes from the bottom); interest that is left over restores the
 * overcollateralization by paying the offered classes, which shows as negative principal of the excess class. Before the
 * stepdown, and while the trigger of the month before stands, principal is sequential.
 *
 * Throws where interest does not cover the classes' rates or where the options leave no balance to a senior class.
 */
export function simulate(seed: number, options: Partial<DealOptions> = {}): SimulatedDeal {
  const settings: DealOptions = { ...defaultDealOptions, ...options };
  const chance = chanceFrom(seed);
  const classes = issueClasses(chance, settings);
  const offered = classes.filter(({ kind }) => kind === 'senior' || kind === 'mezzanine');
  const originalPool = settings.originalPool * dollar;
  // Offered classes are whole thousands, so that at closing the target is met with what rounding leaves over.
  const target =
    settings.overcollateralizationAtClosing === settings.overcollateralizationTarget
      ? originalPool -
        sum(classes.filter(({ kind }) => kind !== 'excess').map(({ originalBalance }) => originalBalance))
      : share(originalPool, settings.overcollateralizationTarget, 10_000);
  const walk = walkIndex(chance, settings.index);
  const pool = simulatePool(
    chance,
    {
      originalBalance: originalPool,
      loans: settings.loans,
      groups: settings.groups,
      stress: settings.stress,
      stressGrowth: settings.stressGrowth,
      prepaymentSpeed: settings.prepaymentSpeed,
      severity: settings.severity,
    },
    settings.months,
  );

  const balances = new Map(classes.map(({ name, originalBalance }) => [name, originalBalance]));
  const lossByClass = new Map(classes.map(({ name }) => [name, 0]));
  const residualInterest = classes.find(({ kind }) => kind === 'excess')?.name ?? null;
  const prepaymentBalance = sum(
    classes.filter(({ kind }) => kind === 'prepayment').map(({ originalBalance }) => originalBalance),
  );
  const overcollateralizationOf = (poolBalance: number): number =>
    poolBalance - prepaymentBalance - sum(offered.map(({ name }) => balances.get(name) ?? 0));
  const initialEnhancement = enhancement(classes, balances, originalPool, overcollateralizationOf(originalPool));
  const delinquencies: number[] = [];
  const months: SimulatedMonth[] = [];
  let cumulativeRealizedLosses = 0;
  let steppedDown = false;
  let triggered = false;
  let previousDate = settings.closingDate;
  let index = settings.index;

  for (const [position, { total: month, groups }] of pool.entries()) {
    const number = position + 1;
    const date = distributionDate(settings.closingDate, number);
    const days = daysBetween(previousDate, date);
    const before = new Map(balances);
    const poolBefore = month.beginningBalance;
    const overcollateralizationBefore = overcollateralizationOf(poolBefore);
    const servicingFee = share(poolBefore, servicingFeeRate, 12 * rateScale);
    const trustFee = share(poolBefore, trustFeeRate, 12 * rateScale);

    const interest = new Map<string, number>();
    for (const issued of offered) {
      interest.set(issued.name, interestOn(before.get(issued.name) ?? 0, rateOf(issued, index), days, issued.accrual));
    }
    const prepaymentInterestShortfall = settings.shortfalls ? share(month.payoffs, chance.integer(0, 40), 100_000) : 0;
    const reliefActShortfall = settings.shortfalls && chance.happens(0.4) ? chance.integer(5_00, 900_00) : 0;
    const excessInterest =
      month.interest -
      servicingFee -
      trustFee -
      sum([...interest.values()]) -
      prepaymentInterestShortfall -
      reliefActShortfall;
    if (excessInterest < 0) {
      throw new Error(
        `month ${number} of ${settings.series}: interest of ${month.interest} cents does not cover the classes; lower index or margins`,
      );
    }

    const required =
      steppedDown && !triggered
        ? stepdownTarget(settings, month.endingBalance, originalPool)
        : Math.min(target, month.endingBalance);
    const collected = month.beginningBalance - month.endingBalance - month.realizedLosses;
    const afterLosses = overcollateralizationBefore - month.realizedLosses;
    const extra = Math.max(0, Math.min(required - afterLosses, excessInterest));
    const released = Math.max(0, Math.min(afterLosses - required, collected));
    const paid = new Map<string, number>();
    const toOffered = collected + extra - released;
    const unpaid =
      steppedDown && !triggered
        ? payToTargets(toOffered, offered, before, paid, {
            originalPool,
            overcollateralizationTarget: settings.overcollateralizationTarget,
            endingPool: month.endingBalance,
          })
        : paySequentially(toOffered, offered, before, paid);
    const excessPrincipal = released - extra + unpaid;

    const losses = new Map<string, number>();
    let lossLeft = Math.max(0, month.realizedLosses - Math.max(0, overcollateralizationBefore - excessPrincipal));
    const excessLoss = month.realizedLosses - lossLeft;
    for (const issued of [...offered].reverse()) {
      const loss = Math.min(lossLeft, (before.get(issued.name) ?? 0) - (paid.get(issued.name) ?? 0));
      losses.set(issued.name, loss);
      lossLeft -= loss;
    }
    if (residualInterest !== null) {
      paid.set(residualInterest, excessPrincipal);
      losses.set(residualInterest, excessLoss);
      interest.set(residualInterest, excessInterest);
    }
    for (const { name, kind } of classes) if (kind === 'prepayment') interest.set(name, month.prepaymentCharges);

    for (const { name } of classes) {
      balances.set(name, (before.get(name) ?? 0) - (paid.get(name) ?? 0) - (losses.get(name) ?? 0));
    }
    const nextDays = daysBetween(date, distributionDate(settings.closingDate, number + 1));
    const nextIndex = walk((candidate) =>
      offered.every(
        (issued) =>
          issued.accrual.kind === 'fixed' ||
          roundsCleanly(balances.get(issued.name) ?? 0, rateOf(issued, candidate), nextDays, issued.accrual),
      ),
    );

    const classMonths = new Map<string, ClassMonth>();
    for (const issued of classes) {
      const beginningBalance = before.get(issued.name) ?? 0;
      const principal = paid.get(issued.name) ?? 0;
      const realizedLoss = losses.get(issued.name) ?? 0;
      const endingBalance = balances.get(issued.name) ?? 0;
      lossByClass.set(issued.name, (lossByClass.get(issued.name) ?? 0) + realizedLoss);
      const bearsInterest = issued.kind === 'senior' || issued.kind === 'mezzanine';
      const excessRate = issued.kind === 'excess' ? share(excessInterest, 12 * rateScale, poolBefore) : null;
      classMonths.set(issued.name, {
        beginningBalance,
        principal,
        realizedLoss,
        endingBalance,
        interest: interest.get(issued.name) ?? 0,
        rate: bearsInterest ? rateOf(issued, index) : excessRate,
        nextRate: bearsInterest ? rateOf(issued, nextIndex) : null,
        interestShortfall: issued.name === residualInterest ? prepaymentInterestShortfall : 0,
        reliefActShortfall: issued.name === residualInterest ? reliefActShortfall : 0,
      });
    }
    cumulativeRealizedLosses += month.realizedLosses;

    const overcollateralization = overcollateralizationOf(month.endingBalance);
    const current = enhancement(classes, balances, month.endingBalance, overcollateralization);
    delinquencies.push(month.endingBalance === 0 ? 0 : seriouslyDelinquent(month) / month.endingBalance);
    const recent = delinquencies.slice(-3);
    triggered = sum(recent) / recent.length >= (current * settings.triggerPercentage) / 100;
    steppedDown ||= number >= 37 && current >= 2 * initialEnhancement;
    const change = overcollateralization - overcollateralizationBefore;
    months.push({
      number,
      date,
      days,
      pool: month,
      groups,
      classes: classMonths,
      requiredOvercollateralization: required,
      overcollateralizationIncrease: Math.max(0, change),
      overcollateralizationReduction: Math.max(0, -change),
      cumulativeRealizedLosses,
      cumulativeLossByClass: new Map(lossByClass),
      stepdownDateOccurred: steppedDown,
      triggerEventOccurred: triggered,
    });
    previousDate = date;
    index = nextIndex;
  }

  return {
    name: `${settings.trust} ${settings.series}`,
    trust: settings.trust,
    series: settings.series,
    depositor: settings.depositor,
    trustee: settings.trustee,
    fileNumber: '333-99999',
    closingDate: settings.closingDate,
    seed,
    originalPool,
    classes,
    months,
  };
}

const rateOf = ({ accrual }: SimulatedClass, index: number): number =>
  accrual.kind === 'fixed' ? accrual.rate : index + accrual.margin;

/** Cents of the loans that count for the delinquency percentage. */
export function seriouslyDelinquent(month: PoolMonth): number {
  const { buckets } = month;
  return sum(
    [buckets['60-89'], buckets['90+'], buckets.foreclosure, buckets['bankruptcy60+'], buckets.reo].map(
      ({ stated }) => stated,
    ),
  );
}

function enhancement(
  classes: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  pool: number,
  overcollateralization: number,
): number {
  const mezzanine = sum(classes.filter(({ kind }) => kind === 'mezzanine').map(({ name }) => balances.get(name) ?? 0));
  return pool === 0 ? 0 : (mezzanine + overcollateralization) / pool;
}

/** After the stepdown: twice the original percentage of the current pool, at least half a percent of the original one. */
function stepdownTarget(options: DealOptions, pool: number, originalPool: number): number {
  const current = share(pool, 2 * options.overcollateralizationTarget, 10_000);
  return Math.min(pool, Math.max(current, share(originalPool, 50, 10_000)));
}
