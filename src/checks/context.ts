import type { Role } from '../deal/roles.ts';
import { type AccrualDays, accrualDays, accrualDaysOfYear, monthlyFeeRate } from './accrual.ts';
import {
  type ClassEntity,
  column,
  type Figures,
  find,
  intervalAt,
  intervalOf,
  isPrinted,
  isZero,
  missing,
  numberAt,
  subjectAt,
  subjectOf,
  totalName,
} from './figures.ts';
import { add, between, type Interval, meet, zero } from './interval.ts';
import { originalBalance, withoutBalance } from './original-balance.ts';

/** What the other statements of a deal tell about each of them. */
export interface DealKnowledge {
  /** Original balances by class subject, from statements that show them. */
  readonly originals: ReadonlyMap<string, Interval>;
  /** Whether the deal's class balances add up to its pool. */
  readonly classesMakeUpPool: boolean;
  /** The servicing fee's annual rate in quarter basis points. */
  readonly feeRate: number | null;
}

const nothingKnown: DealKnowledge = { originals: new Map(), classesMakeUpPool: false, feeRate: null };

/** The figures of one statement and what follows from them; everything is worked out once and on demand. */
export interface Context {
  readonly figures: Figures;
  /** ISO date of the distribution before this one. */
  readonly previousDate: string | null;
  readonly deal: DealKnowledge;
  readonly memo: Map<string, unknown>;
  readonly originals: Map<string, Interval | null>;
}

/** A statement by itself. */
export const contextOf = (figures: Figures): Context => ({
  figures,
  previousDate: null,
  deal: nothingKnown,
  memo: new Map(),
  originals: new Map(),
});

/** The same statement with what its deal tells; what already followed from its own figures stays. */
export const informed = (own: Context, deal: DealKnowledge, previousDate: string | null = null): Context => ({
  ...own,
  deal,
  previousDate,
});

const once = <T>(context: Context, key: string, compute: () => T): T => {
  if (context.memo.has(key)) return context.memo.get(key) as T;
  const value = compute();
  context.memo.set(key, value);
  return value;
};

const inGroup = (entity: ClassEntity, group: string | null): boolean => group === null || entity.group === group;

/** The first class of a role in a group that prints a balance or interest. */
export const classOfRole = (context: Context, role: Role, group: string | null): ClassEntity | null => {
  const candidates = once(context, role, () => context.figures.classes.filter((entity) => entity.role === role));
  return candidates.find((entity) => inGroup(entity, group)) ?? null;
};

/** Original balance of a class as the figures of this statement imply it. */
export const ownOriginal = (context: Context, entity: ClassEntity): Interval | null => {
  let original = context.originals.get(entity.subject);
  if (original === undefined) {
    original = originalBalance(context.figures, entity);
    context.originals.set(entity.subject, original);
  }
  return original;
};

/** Original balance of a class from this statement, else from the deal's others. */
export const originalOf = (context: Context, entity: ClassEntity): Interval | null =>
  ownOriginal(context, entity) ?? context.deal.originals.get(entity.subject) ?? null;

/**
 * Sum of the original balances of all classes; null where one of them is unknown, as that of a class long paid off.
 * Residual classes that print no balance never had one.
 */
export const poolOriginal = (context: Context): Interval | null =>
  once(context, 'pool original', () => {
    let sum: Interval = zero;
    for (const entity of context.figures.classes) {
      const original = originalOf(context, entity);
      if (original !== null) sum = add(sum, original);
      else if (entity.role !== 'residual' || !withoutBalance(context.figures, entity.subject)) return null;
    }
    return sum === zero ? null : sum;
  });

/** The days that the month's interest accrued for. */
export const daysOf = (context: Context): AccrualDays | null =>
  once(context, 'days', () => accrualDays(context.figures, context.figures.classes, context.previousDate));

/** Whether a class's rate does not change to the next period though other classes' rates do. */
const staysWhileOthersMove = (context: Context, subject: string): boolean => {
  const reference = rateShift(context)?.reference;
  return shiftOf(context, subject) === 0 && reference !== undefined && shiftOf(context, reference.subject) !== 0;
};

/** Classes whose balance stands unchanged at the original all year, in order of their rate. */
const unchangedClasses = (context: Context): readonly ClassEntity[] => {
  const { figures } = context;
  return figures.classes
    .filter(
      ({ role, subject }) =>
        (role === 'senior' || role === 'subordinate') &&
        isZero(figures, 'principalPer1000', subject) &&
        numberAt(figures, 'endingBalancePer1000', subject) === 1000 &&
        numberAt(figures, 'passThroughRate', subject) !== null &&
        !staysWhileOthersMove(context, subject),
    )
    .sort(
      (a, b) =>
        (numberAt(figures, 'passThroughRate', a.subject) ?? 0) - (numberAt(figures, 'passThroughRate', b.subject) ?? 0),
    );
};

/** Neighbours by rate among the classes at unchanged balance, lower rate first. */
export const unchangedPairs = (context: Context): readonly (readonly [ClassEntity, ClassEntity])[] =>
  once(context, 'pairs', () => {
    const classes = unchangedClasses(context);
    return classes.slice(1).map((entity, index) => [classes[index] as ClassEntity, entity] as const);
  });

export const daysOfYear = (context: Context): number | null =>
  once(context, 'days of year', () => accrualDaysOfYear(context.figures, unchangedPairs(context)));

/** How many monthly payments an annual statement covers: those that its cover lists, at most twelve where none are. */
export const paymentsOfYear = (context: Context): number => {
  const { reportDates } = context.figures.statement.cover;
  return reportDates.length > 0 ? reportDates.length : 12;
};

/**
 * What rounding each payment of a class to the cent may add up to over a year, per $1,000: payments x half a cent over
 * the original balance.
 */
export const centTerm = (context: Context, entity: ClassEntity): Interval | null => {
  const original = originalOf(context, entity);
  if (original === null || original.low <= 0) return null;
  const reach = (paymentsOfYear(context) * 5) / original.low;
  return between(-reach, reach);
};

/** The change of rate to the next period that most floating classes share, and the first class that has it. */
export interface RateShift {
  readonly reference: ClassEntity;
  readonly classes: number;
  /** The rates of those classes: several where an index moves them, one where each is paid what the same loans pay. */
  readonly rates: ReadonlySet<number | null>;
}

/** In units of the last printed place of the rates, which are compared within one table. */
const shiftOf = (context: Context, subject: string): number | null => {
  const rate = numberAt(context.figures, 'passThroughRate', subject);
  const next = numberAt(context.figures, 'nextPassThroughRate', subject);
  if (rate === null || next === null) return null;
  return Math.round((next - rate) * 1e6) / 1e6;
};

/** Classes whose rate can float with an index: not those on excess interest, charges or residuals. */
const mayFloat = ({ role }: ClassEntity): boolean => role === 'senior' || role === 'subordinate' || role === 'other';

export const rateShift = (context: Context): RateShift | null =>
  once(context, 'shift', () => {
    const groups = new Map<number, { reference: ClassEntity; classes: number; rates: Set<number | null> }>();
    for (const entity of context.figures.classes) {
      const shift = mayFloat(entity) ? shiftOf(context, entity.subject) : null;
      if (shift === null) continue;
      const group = groups.get(shift);
      const rate = numberAt(context.figures, 'passThroughRate', entity.subject);
      if (group === undefined) groups.set(shift, { reference: entity, classes: 1, rates: new Set([rate]) });
      else {
        group.classes += 1;
        group.rates.add(rate);
      }
    }
    let best: RateShift | null = null;
    for (const group of groups.values()) if (best === null || group.classes > best.classes) best = group;
    return best !== null && best.classes >= 2 ? best : null;
  });

/** Whether no other floating class prints a higher rate in the column. */
export const isHighestRate = (
  context: Context,
  concept: 'passThroughRate' | 'nextPassThroughRate',
  subject: string,
): boolean => {
  const own = numberAt(context.figures, concept, subject) ?? 0;
  return context.figures.classes.every(
    (other) => !mayFloat(other) || (numberAt(context.figures, concept, other.subject) ?? 0) <= own,
  );
};

/**
 * Whether a cap on the rate may be why a class's rate does not move with the others'. A cap reaches the highest rate
 * first: it may hold down its next rate, or hold down its rate now, unless a zero Net WAC carryforward is printed.
 */
export const capMayExplain = (context: Context, entity: ClassEntity): boolean => {
  const reference = rateShift(context)?.reference;
  const own = shiftOf(context, entity.subject);
  const common = reference === undefined ? null : shiftOf(context, reference.subject);
  if (own === null || common === null) return true;
  if (own < common) return isHighestRate(context, 'nextPassThroughRate', entity.subject);
  return (
    isHighestRate(context, 'passThroughRate', entity.subject) &&
    !isZero(context.figures, 'netWacCarryforward', entity.subject)
  );
};

/** Whether a fixed rate is printed: this and the next are the same while other classes' rates move. */
export const rateIsFixed = (context: Context, entity: ClassEntity): boolean => shiftOf(context, entity.subject) === 0;

/** The class balances of one side of the month as one amount: the total row, else the sum of the classes. */
const classBalances = (
  context: Context,
  concept: 'beginningBalance' | 'endingBalance',
  group: string | null,
): Interval | null => {
  const total = intervalAt(context.figures, concept, subjectOf(totalName, group));
  if (total !== null) return total;
  let sum: Interval | null = null;
  for (const index of column(context.figures, concept)) {
    const interval = intervalOf(context.figures, index);
    const subject = subjectAt(context.figures, index);
    const entity = context.figures.classes.find((other) => other.subject === subject);
    if (interval === null || entity === undefined || !inGroup(entity, group)) continue;
    sum = sum === null ? interval : add(sum, interval);
  }
  return sum;
};

const tie = (a: Interval | null, b: Interval | null): boolean => a !== null && b !== null && meet(a, b) !== 'no';

/** Whether a class on excess cash flow carries a balance, which is then the overcollateralization. */
export const excessClassHasBalance = (context: Context, group: string | null): boolean => {
  const excess = classOfRole(context, 'excess', group);
  if (excess === null) return false;
  return (['beginningBalance', 'endingBalance'] as const).some(
    (concept) => (numberAt(context.figures, concept, excess.subject) ?? 0) > 0,
  );
};

/** At which ends of the month the classes' balances add up to the pool's. */
export const endsThatTie = (context: Context, group: string | null): { beginning: boolean; ending: boolean } =>
  once(context, group === null ? 'ends' : `ends ${group}`, () => {
    const { figures } = context;
    const pool = subjectOf('', group);
    return {
      beginning: tie(
        classBalances(context, 'beginningBalance', group),
        intervalAt(figures, 'poolBeginningBalance', pool),
      ),
      ending: tie(classBalances(context, 'endingBalance', group), intervalAt(figures, 'poolEndingBalance', pool)),
    };
  });

/**
 * Whether the classes' balances add up to the pool's. They do not where the overcollateralization is in no class, and at
 * first such a deal looks as if they did; so one end of the month is enough only where a class holds it, or where they
 * do in other months.
 */
export const classesMakeUpPool = (context: Context, group: string | null): boolean => {
  const { beginning, ending } = endsThatTie(context, group);
  if (beginning && ending) return true;
  return (beginning || ending) && (excessClassHasBalance(context, group) || context.deal.classesMakeUpPool);
};

/**
 * Whether a class's balance may be notional, or grow by interest: it changes though no principal is paid and no loss
 * falls on it. Subordinate classes are neither.
 */
export const mayBeNotional = (context: Context, entity: ClassEntity): boolean => {
  const { figures } = context;
  if (entity.role === 'subordinate') return false;
  const paid = (['principal', 'scheduledPrincipal', 'unscheduledPrincipal', 'realizedLoss'] as const).some(
    (concept) => (numberAt(figures, concept, entity.subject) ?? 0) !== 0,
  );
  const beginning = intervalAt(figures, 'beginningBalance', entity.subject);
  const ending = intervalAt(figures, 'endingBalance', entity.subject);
  return !paid && beginning !== null && ending !== null && meet(beginning, ending) === 'no';
};

/** Classes whose balance a total row may leave out. */
export const notionalCandidates = (context: Context): readonly ClassEntity[] =>
  once(context, 'notional', () =>
    context.figures.classes.filter(
      (entity) =>
        entity.role === 'interestOnly' ||
        entity.role === 'excess' ||
        entity.role === 'other' ||
        (entity.role === 'senior' && mayBeNotional(context, entity)),
    ),
  );

/** Whether every class with a balance begins the period at its original balance: the deal's first period. */
export const isFirstPeriod = (context: Context): boolean =>
  once(context, 'first period', () => {
    const { figures } = context;
    let known = 0;
    for (const entity of figures.classes) {
      const beginning = find(figures, 'beginningBalance', entity.subject);
      if (beginning === missing || figures.facts[beginning]?.value === 0) continue;
      const original = originalOf(context, entity);
      if (original === null) continue;
      if (!tie(intervalOf(figures, beginning), original)) return false;
      known += 1;
    }
    return known > 0;
  });

/** Whether interest shortfalls are printed for a class or the pool, and every one printed is zero. */
export const noShortfall = (context: Context, entity: ClassEntity): boolean => {
  const { figures } = context;
  const told = (['prepaymentInterestShortfallReduction', 'reliefActReduction'] as const).some((concept) =>
    isPrinted(figures, concept, entity.subject),
  );
  return (
    told &&
    (
      [
        'prepaymentInterestShortfallReduction',
        'reliefActReduction',
        'realizedLossReduction',
        'interestCarryForward',
        'netWacCarryforward',
        'deferredInterest',
      ] as const
    ).every((concept) => (numberAt(figures, concept, entity.subject) ?? 0) === 0)
  );
};

/** The servicing fee's annual rate in quarter basis points: the one that reproduces the fee, else that of other months. */
export const feeRate = (context: Context, group: string | null): number | null => {
  const fee = intervalAt(context.figures, 'servicingFee', subjectOf('', group));
  const pool = intervalAt(context.figures, 'poolBeginningBalance', subjectOf('', group));
  return (fee === null || pool === null ? null : monthlyFeeRate(fee, pool)) ?? context.deal.feeRate;
};

/** How far level-pay amortisation of one loan may be from that of a pool of many. */
const levelPayReach = 0.05;

/**
 * A month's principal if the pool were one level-pay loan at its coupon and remaining term, give or take a twentieth:
 * B c / ((1 + c)^n - 1), c the monthly rate, n the months left.
 */
export const levelPayPrincipal = (context: Context, group: string | null): Interval | null => {
  const { figures } = context;
  const subject = subjectOf('', group);
  const balance = numberAt(figures, 'poolBeginningBalance', subject);
  const coupon = numberAt(figures, 'weightedAverageCoupon', subject);
  const term = numberAt(figures, 'weightedAverageRemainingTerm', subject);
  if (balance === null || coupon === null || term === null || coupon <= 0 || term <= 0) return null;
  const rate = coupon / 1200;
  const principal = (balance * rate) / ((1 + rate) ** term - 1);
  return between(principal * (1 - levelPayReach), principal * (1 + levelPayReach));
};

/** How many reports an annual statement's cover lists for the month of another statement; null where it lists none at all. */
export const listedReports = (annual: Context, month: Context): number | null => {
  const { reportDates } = annual.figures.statement.cover;
  const date = month.figures.statement.date;
  if (reportDates.length === 0 || date === null) return null;
  return reportDates.filter((listed) => listed.slice(0, 7) === date.slice(0, 7)).length;
};
