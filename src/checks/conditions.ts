import type { ConceptId } from '../facts/concepts.ts';
import {
  capMayExplain,
  classesMakeUpPool,
  classOfRole,
  daysOf,
  endsThatTie,
  excessClassHasBalance,
  isFirstPeriod,
  isHighestRate,
  mayBeNotional,
  noShortfall,
  rateIsFixed,
  rateShift,
} from './context.ts';
import { checkDigit, cusipOf } from './cusip.ts';
import { column, factAt, intervalAt, isPrinted, isZero, numberAt, subjectAt, subjectOf } from './figures.ts';
import type { Scope } from './formula.ts';
import { divide, exactly, meet, multiply } from './interval.ts';

/** What has to be known of a statement before an identity's gap counts, in words and as a test. */
export interface Condition {
  readonly words: string;
  readonly test: (scope: Scope) => boolean;
}

export const mayHaveNotionalBalance: Condition = {
  words: 'the balance changes without principal or loss: it may be notional, or grow by interest',
  test: ({ context, entity }) => entity !== null && mayBeNotional(context, entity),
};

export const someClassMayBeNotional: Condition = {
  words: 'a class whose balance may be notional is in the table',
  test: ({ context, entity }) =>
    entity === null && context.figures.classes.some((other) => mayBeNotional(context, other)),
};

export const poolIsTheClasses: Condition = {
  words: "the classes' balances add up to the pool's",
  test: ({ context, group }) => classesMakeUpPool(context, group),
};

export const excessClassIsPrinted: Condition = {
  words: 'a class on excess cash flow carries the overcollateralization as its balance',
  test: ({ context, group }) => excessClassHasBalance(context, group),
};

export const liquidationsApart: Condition = {
  words: 'liquidation proceeds are not printed between the first prepayment and the total',
  test: ({ context, group }) => {
    const line = (concept: 'curtailments' | 'liquidationProceeds' | 'totalPrepayments'): number | undefined =>
      factAt(context.figures, concept, subjectOf('', group))?.line;
    const first = line('curtailments') ?? 0;
    const liquidations = line('liquidationProceeds');
    return liquidations === undefined || liquidations < first || liquidations > (line('totalPrepayments') ?? 0);
  },
};

export const chargesClassIsPrinted: Condition = {
  words: 'there is a class on prepayment charges',
  test: ({ context, group }) => classOfRole(context, 'prepaymentCharges', group) !== null,
};

/** Cash goes out to the excess class only once the target is met. */
export const excessClassReleasesCash: Condition = {
  words: 'the class on excess cash flow is paid interest, and overcollateralization neither grows nor shrinks',
  test: ({ context, group }) => {
    const { figures } = context;
    const excess = classOfRole(context, 'excess', group);
    const pool = subjectOf('', group);
    return (
      excess !== null &&
      excessClassHasBalance(context, group) &&
      (numberAt(figures, 'interest', excess.subject) ?? 0) > 0 &&
      isZero(figures, 'overcollateralizationIncrease', pool) &&
      isZero(figures, 'overcollateralizationReduction', pool)
    );
  },
};

export const shortfallsAreZero: Condition = {
  words: 'shortfalls of interest are printed, and none fell on the class',
  test: ({ context, entity }) => entity !== null && noShortfall(context, entity),
};

export const accrualsOfOthersFit: Condition = {
  words: "the same days reproduce other classes' interest",
  test: ({ context }) => (daysOf(context)?.classes ?? 0) >= 2,
};

export const classFloats: Condition = {
  words: 'the class is a senior or subordinate one and its rate is not fixed',
  test: ({ context, entity }) =>
    entity !== null && (entity.role === 'senior' || entity.role === 'subordinate') && !rateIsFixed(context, entity),
};

export const partnersMove: Condition = {
  words: 'three different rates of classes of its group move alike at least',
  test: ({ context, entity }) => {
    const shift = rateShift(context);
    return shift !== null && shift.rates.size >= 3 && (entity === null || entity.group === shift.reference.group);
  },
};

export const ratesNotCapped: Condition = {
  words: 'no cap on the rate can be the reason',
  test: ({ context, entity }) => entity !== null && !capMayExplain(context, entity),
};

export const rateFixed: Condition = {
  words: 'the class pays a fixed rate',
  test: ({ context, entity }) => entity !== null && rateIsFixed(context, entity),
};

/** The factor of a class on excess cash flow is the pool's where its interest accrues on the pool. */
export const interestAccruesOnPool: Condition = {
  words: 'interest of the class is its rate on the pool balance for a twelfth of a year',
  test: ({ context, entity }) => {
    if (entity === null) return false;
    const { figures } = context;
    const rate = intervalAt(figures, 'passThroughRate', entity.subject);
    const pool =
      intervalAt(figures, 'poolBeginningBalance', subjectOf('', entity.group)) ??
      intervalAt(figures, 'poolBeginningBalance', '');
    const interest = intervalAt(figures, 'interest', entity.subject);
    if (rate === null || pool === null || interest === null || rate.low <= 0) return false;
    return meet(multiply(rate, pool), multiply(interest, exactly(12))) !== 'no';
  },
};

/** A class whose factor is the pool's has the pool as its notional amount. */
export const factorFollowsPool: Condition = {
  words: "the class's factor is not that of its own balance but falls with the pool",
  test: ({ context, entity }) => {
    if (entity === null) return false;
    const { figures } = context;
    const factor = intervalAt(figures, 'certificateFactor', entity.subject);
    const perThousand = intervalAt(figures, 'endingBalancePer1000', entity.subject);
    const pool =
      intervalAt(figures, 'poolEndingBalance', subjectOf('', entity.group)) ??
      intervalAt(figures, 'poolEndingBalance', '');
    if (factor === null || perThousand === null || pool === null) return false;
    const own = divide(perThousand, exactly(1000));
    return own !== null && meet(factor, own) === 'no';
  },
};

export const firstPeriod: Condition = {
  words: "every class begins the period at its original balance: it is the deal's first",
  test: ({ context }) => isFirstPeriod(context),
};

export const stepdownNotReached: Condition = {
  words: 'the stepdown date has occurred at neither date',
  test: ({ context, other, group }) =>
    [context, other].every(
      (side) => side !== null && factAt(side.figures, 'stepdownDateOccurred', subjectOf('', group))?.value === false,
    ),
};

/** Residual classes often bear an identifier of the trustee's own in the CUSIP column. */
export const cusipsOfSameIssuerPass: Condition = {
  words: 'another CUSIP of the same issuer passes its check digit',
  test: ({ context: { figures }, subject }) => {
    const own = cusipOf(factAt(figures, 'cusip', subject)?.value);
    return column(figures, 'cusip').some((other) => {
      const text = cusipOf(figures.facts[other]?.value);
      return (
        subjectAt(figures, other) !== subject &&
        text !== null &&
        text.slice(0, 6) === own?.slice(0, 6) &&
        checkDigit(text) === Number(text[8])
      );
    });
  },
};

export const noLoss: Condition = {
  words: 'no loss is printed for the period',
  test: ({ context, group }) => isZero(context.figures, 'realizedLosses', subjectOf('', group)),
};

/** An increase may only make good a loss: without the loss it says nothing of the balance. */
export const lossesPrinted: Condition = {
  words: 'losses of the period are printed',
  test: ({ context, group }) => isPrinted(context.figures, 'realizedLosses', subjectOf('', group)),
};

export const someLoss: Condition = {
  words: 'a loss is printed for the period',
  test: ({ context, group }) => (numberAt(context.figures, 'realizedLosses', subjectOf('', group)) ?? 0) !== 0,
};

/** A statement that counts bankruptcies of 60 days and more apart does so for this percentage. */
export const delinquencyMembersPrinted: Condition = {
  words: 'bankruptcies of 60 days and more are printed apart, and so are the other terms',
  test: ({ context, group }) =>
    ['60-89', '90+', 'foreclosure', 'bankruptcy60+'].every((member) =>
      isPrinted(context.figures, 'delinquentStatedBalance', subjectOf(member, group)),
    ) &&
    (isPrinted(context.figures, 'reoStatedBalance', subjectOf('', group)) ||
      isPrinted(context.figures, 'delinquentStatedBalance', subjectOf('reo', group))),
};

export const excessClassHasLosses: Condition = {
  words: 'the loss table has a row for the class on excess cash flow',
  test: ({ context, group }) => {
    const excess = classOfRole(context, 'excess', group);
    return excess !== null && isPrinted(context.figures, 'realizedLossReduction', excess.subject);
  },
};

export const classIsRanked: Condition = {
  words: 'the class is a senior or subordinate one, whose factor is that of its balance',
  test: ({ entity }) => entity !== null && (entity.role === 'senior' || entity.role === 'subordinate'),
};

export const someBucketPrinted: Condition = {
  words: 'delinquent balances are printed',
  test: ({ context }) => column(context.figures, 'delinquentStatedBalance').length > 0,
};

export const carryforwardMayExplain: Condition = {
  words: 'the rate is the highest and no zero Net WAC carryforward is printed: it may be a capped one',
  test: ({ context, subject }) =>
    isHighestRate(context, 'passThroughRate', subject) && !isZero(context.figures, 'netWacCarryforward', subject),
};

const poolPrints = (scope: Scope, concept: ConceptId): boolean =>
  isPrinted(scope.context.figures, concept, subjectOf('', scope.group));

export const reductionPrinted: Condition = {
  words: 'reductions of the overcollateralization are printed',
  test: (scope) => poolPrints(scope, 'overcollateralizationReduction'),
};

export const increasePrinted: Condition = {
  words: 'increases of the overcollateralization are printed',
  test: (scope) => poolPrints(scope, 'overcollateralizationIncrease'),
};

export const someLossesPrinted: Condition = {
  words: 'losses of the classes or of the pool are printed',
  test: (scope) => poolPrints(scope, 'realizedLosses') || column(scope.context.figures, 'realizedLoss').length > 0,
};

export const writeDownMayBeUnprinted: Condition = {
  words: 'no loss is printed for the class, and its balance falls by more than its principal: it may be written down',
  test: ({ context, subject }) => {
    const { figures } = context;
    const beginning = numberAt(figures, 'beginningBalance', subject);
    const ending = numberAt(figures, 'endingBalance', subject);
    if (isPrinted(figures, 'realizedLoss', subject) || beginning === null || ending === null) return false;
    return beginning - ending > (numberAt(figures, 'principal', subject) ?? 0);
  },
};

export const liquidationsMayBeUnprinted: Condition = {
  words: 'liquidation proceeds are not printed, and the total is more than what is',
  test: ({ context, group }) => {
    const { figures } = context;
    const amount = (concept: ConceptId): number => numberAt(figures, concept, subjectOf('', group)) ?? 0;
    const rest = amount('totalPrepayments') - amount('curtailments') - amount('payoffs');
    return !isPrinted(figures, 'liquidationProceeds', subjectOf('', group)) && rest > 0;
  },
};

export const lossNotPer1000: Condition = {
  words: 'the loss per $1,000 is not printed',
  test: ({ context, subject }) => !isPrinted(context.figures, 'lossPer1000', subject),
};

export const lossOnlyInDollars: Condition = {
  words: 'a loss of the class is printed in dollars and not per $1,000',
  test: (scope) =>
    lossNotPer1000.test(scope) && (numberAt(scope.context.figures, 'realizedLoss', scope.subject) ?? 0) !== 0,
};

export const bothEndsTie: Condition = {
  words: "the classes' balances add up to the pool's at both ends of the period",
  test: ({ context, group }) => {
    const { beginning, ending } = endsThatTie(context, group);
    return beginning && ending;
  },
};

export const beginningsTie: Condition = {
  words: "the classes' balances add up to the pool's at the beginning of both periods",
  test: ({ context, other, group }) =>
    [context, other].every((side) => side !== null && endsThatTie(side, group).beginning),
};
