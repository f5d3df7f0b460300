import { interestOn, rateOf, roundsCleanly, walkIndex } from './accrual.ts';
import { daysBetween, distributionDate } from './calendar.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { issueClasses, type SimulatedClass } from './classes.ts';
import { share, sum } from './exact.ts';
import { type GroupedPoolMonth, type PoolMonth, simulatePool } from './loans.ts';
import { type DealOptions, defaultDealOptions } from './options.ts';
import { rateScale, servicingFeeRate, trustFeeRate } from './rates.ts';
import { distributePrincipal, type PrincipalOutcome } from './waterfall.ts';

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

const firstStepdownMonth = 37;

/** What a deal carries from one month to the next. */
interface Progress {
  readonly balances: Map<string, number>;
  readonly lossByClass: Map<string, number>;
  readonly delinquencies: number[];
  cumulativeRealizedLosses: number;
  steppedDown: boolean;
  triggered: boolean;
  date: string;
  index: number;
}

/** What a deal is made of and never changes. */
interface Terms {
  readonly settings: DealOptions;
  readonly classes: readonly SimulatedClass[];
  readonly offered: readonly SimulatedClass[];
  /** Name of the class that holds the overcollateralization. */
  readonly excess: string | null;
  readonly originalPool: number;
  readonly originalTarget: number;
  readonly initialEnhancement: number;
  readonly nextIndex: (suits: (index: number) => boolean) => number;
}

/** Cents by which the pool exceeds all classes but the excess class. */
function overcollateralizationOf(
  classes: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  pool: number,
): number {
  return pool - sum(classes.filter(({ kind }) => kind !== 'excess').map(({ name }) => balances.get(name) ?? 0));
}

/** Mezzanine classes and overcollateralization as a part of the pool. */
function enhancementOf(
  classes: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  pool: number,
): number {
  const mezzanine = sum(classes.filter(({ kind }) => kind === 'mezzanine').map(({ name }) => balances.get(name) ?? 0));
  return pool === 0 ? 0 : (mezzanine + overcollateralizationOf(classes, balances, pool)) / pool;
}

/** Cents of the loans that count for the delinquency percentage. */
export function seriouslyDelinquent(month: PoolMonth): number {
  const { buckets } = month;
  const counted = [buckets['60-89'], buckets['90+'], buckets.foreclosure, buckets['bankruptcy60+'], buckets.reo];
  return sum(counted.map(({ stated }) => stated));
}

interface Shortfalls {
  readonly prepaymentInterest: number;
  readonly reliefAct: number;
}

function drawShortfalls(chance: Chance, settings: DealOptions, pool: PoolMonth): Shortfalls {
  if (!settings.shortfalls) return { prepaymentInterest: 0, reliefAct: 0 };
  return {
    prepaymentInterest: share(pool.payoffs, chance.integer(0, 40), 100_000),
    reliefAct: chance.happens(0.4) ? chance.integer(5_00, 900_00) : 0,
  };
}

/** One class of the month. `interest` has the interest of all classes that get any. */
function classMonthOf(
  issued: SimulatedClass,
  before: ReadonlyMap<string, number>,
  interest: ReadonlyMap<string, number>,
  outcome: PrincipalOutcome,
  month: {
    readonly pool: PoolMonth;
    readonly index: number;
    readonly nextIndex: number;
    readonly shortfalls: Shortfalls;
  },
): ClassMonth {
  const { name, kind } = issued;
  const isExcess = kind === 'excess';
  const bearsInterest = kind === 'senior' || kind === 'mezzanine';
  const beginningBalance = before.get(name) ?? 0;
  const principal = isExcess ? outcome.excessPrincipal : (outcome.paid.get(name) ?? 0);
  const realizedLoss = isExcess ? outcome.excessLoss : (outcome.losses.get(name) ?? 0);
  const paidInterest = interest.get(name) ?? 0;
  return {
    beginningBalance,
    principal,
    realizedLoss,
    endingBalance: beginningBalance - principal - realizedLoss,
    interest: paidInterest,
    rate: bearsInterest
      ? rateOf(issued, month.index)
      : isExcess
        ? share(paidInterest, 12 * rateScale, month.pool.beginningBalance)
        : null,
    nextRate: bearsInterest ? rateOf(issued, month.nextIndex) : null,
    interestShortfall: isExcess ? month.shortfalls.prepaymentInterest : 0,
    reliefActShortfall: isExcess ? month.shortfalls.reliefAct : 0,
  };
}

/** Makes the month's distribution and moves the deal on to the next. */
function distribute(
  chance: Chance,
  terms: Terms,
  progress: Progress,
  number: number,
  grouped: GroupedPoolMonth,
): SimulatedMonth {
  const { settings, classes, offered, excess } = terms;
  const { total: pool, groups } = grouped;
  const { balances, index } = progress;
  const date = distributionDate(settings.closingDate, number);
  const days = daysBetween(progress.date, date);
  const before = new Map(balances);
  const overcollateralization = overcollateralizationOf(classes, before, pool.beginningBalance);

  const interest = new Map<string, number>();
  for (const issued of offered) {
    interest.set(issued.name, interestOn(before.get(issued.name) ?? 0, rateOf(issued, index), days, issued.accrual));
  }
  const shortfalls = drawShortfalls(chance, settings, pool);
  const fees = [servicingFeeRate, trustFeeRate].map((rate) => share(pool.beginningBalance, rate, 12 * rateScale));
  const spent = sum([...interest.values(), ...fees, shortfalls.prepaymentInterest, shortfalls.reliefAct]);
  const excessInterest = pool.interest - spent;
  if (excessInterest < 0) {
    throw new Error(
      `month ${number} of ${settings.series}: interest of ${pool.interest} cents does not cover ${spent}; lower the index or the margins`,
    );
  }
  if (excess !== null) interest.set(excess, excessInterest);
  for (const { name, kind } of classes) if (kind === 'prepayment') interest.set(name, pool.prepaymentCharges);

  const { realizedLosses } = pool;
  const collected = pool.beginningBalance - pool.endingBalance - realizedLosses;
  const outcome = distributePrincipal(
    offered,
    before,
    { collected, realizedLosses, excessInterest, overcollateralization },
    {
      originalPool: terms.originalPool,
      endingPool: pool.endingBalance,
      overcollateralizationTarget: settings.overcollateralizationTarget,
      originalTarget: terms.originalTarget,
      steppedDown: progress.steppedDown && !progress.triggered,
    },
  );
  for (const { name, kind } of classes) {
    const paid = kind === 'excess' ? outcome.excessPrincipal : (outcome.paid.get(name) ?? 0);
    const lost = kind === 'excess' ? outcome.excessLoss : (outcome.losses.get(name) ?? 0);
    balances.set(name, (before.get(name) ?? 0) - paid - lost);
    progress.lossByClass.set(name, (progress.lossByClass.get(name) ?? 0) + lost);
  }

  // The next index keeps clear of interest that would round up twice, to cents and then to dollars.
  const nextDays = daysBetween(date, distributionDate(settings.closingDate, number + 1));
  const nextIndex = terms.nextIndex((candidate) =>
    offered.every(
      (issued) =>
        issued.accrual.kind === 'fixed' ||
        roundsCleanly(balances.get(issued.name) ?? 0, rateOf(issued, candidate), nextDays, issued.accrual),
    ),
  );
  const classMonths = new Map(
    classes.map((issued) => [
      issued.name,
      classMonthOf(issued, before, interest, outcome, { pool, index, nextIndex, shortfalls }),
    ]),
  );

  progress.cumulativeRealizedLosses += realizedLosses;
  progress.delinquencies.push(pool.endingBalance === 0 ? 0 : seriouslyDelinquent(pool) / pool.endingBalance);
  const recent = progress.delinquencies.slice(-3);
  const enhancement = enhancementOf(classes, balances, pool.endingBalance);
  progress.triggered = sum(recent) / recent.length >= (enhancement * settings.triggerPercentage) / 100;
  progress.steppedDown ||= number >= firstStepdownMonth && enhancement >= 2 * terms.initialEnhancement;
  progress.date = date;
  progress.index = nextIndex;
  const change = overcollateralizationOf(classes, balances, pool.endingBalance) - overcollateralization;
  return {
    number,
    date,
    days,
    pool,
    groups,
    classes: classMonths,
    requiredOvercollateralization: outcome.required,
    overcollateralizationIncrease: Math.max(0, change),
    overcollateralizationReduction: Math.max(0, -change),
    cumulativeRealizedLosses: progress.cumulativeRealizedLosses,
    cumulativeLossByClass: new Map(progress.lossByClass),
    stepdownDateOccurred: progress.steppedDown,
    triggerEventOccurred: progress.triggered,
  };
}

/**
 * Simulates a subprime home-equity deal from its closing, in exact cents. Deterministic: the same seed and options give
 * the same deal.
 *
 * Losses reduce the excess class (then the mezzanine classes from the bottom); interest that is left over restores the
 * overcollateralization by paying the offered classes, which shows as negative principal of the excess class. Before the
 * stepdown, and while the trigger of the month before stands, principal is sequential.
 *
 * Throws where interest does not cover the classes' rates or where the options leave no balance to a class.
 */
export function simulate(seed: number, options: Partial<DealOptions> = {}): SimulatedDeal {
  const settings: DealOptions = { ...defaultDealOptions, ...options };
  const chance = chanceFrom(seed);
  const classes = issueClasses(chance, settings);
  const originalPool = settings.originalPool * 100;
  const balances = new Map(classes.map(({ name, originalBalance }) => [name, originalBalance]));
  const { overcollateralizationAtClosing, overcollateralizationTarget } = settings;
  const terms: Terms = {
    settings,
    classes,
    offered: classes.filter(({ kind }) => kind === 'senior' || kind === 'mezzanine'),
    excess: classes.find(({ kind }) => kind === 'excess')?.name ?? null,
    originalPool,
    // Offered classes are whole thousands, so that at closing the target is met with what rounding leaves over.
    originalTarget:
      overcollateralizationAtClosing === overcollateralizationTarget
        ? overcollateralizationOf(classes, balances, originalPool)
        : share(originalPool, overcollateralizationTarget, 10_000),
    initialEnhancement: enhancementOf(classes, balances, originalPool),
    nextIndex: walkIndex(chance, settings.index),
  };
  const { loans, groups, stress, stressGrowth, prepaymentSpeed, severity } = settings;
  const pool = simulatePool(
    chance,
    { originalBalance: originalPool, loans, groups, stress, stressGrowth, prepaymentSpeed, severity },
    settings.months,
  );
  const progress: Progress = {
    balances,
    lossByClass: new Map(classes.map(({ name }) => [name, 0])),
    delinquencies: [],
    cumulativeRealizedLosses: 0,
    steppedDown: false,
    triggered: false,
    date: settings.closingDate,
    index: settings.index,
  };
  const months = pool.map((month, position) => distribute(chance, terms, progress, position + 1, month));
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
