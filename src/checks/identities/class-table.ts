import type { ConceptId } from '../../facts/concepts.ts';
import { type AccrualConvention, accrualConventions } from '../accrual.ts';
import {
  accrualsOfOthersFit,
  classFloats,
  factorFollowsPool,
  lossesPrinted,
  mayHaveNotionalBalance,
  partnersMove,
  rateFixed,
  ratesNotCapped,
  shortfallsAreZero,
  someClassMayBeNotional,
  writeDownMayBeUnprinted,
} from '../conditions.ts';
import { classes, derived, difference, figure, ifPrinted, number, product, quotient, sum, terms } from '../formula.ts';
import type { Form, Identity } from '../identity.ts';
import { equality, printed } from './rows.ts';

const columnTotal = (id: string, concept: ConceptId, about: string): Identity => ({
  id: `${id}[${concept}]`,
  about,
  leftWords: 'the classes together',
  rightWords: 'the total',
  kind: 'equality',
  relation: 'equal',
  scope: 'table',
  statements: printed,
  each: 'total row',
  concept,
  forms: [{ left: terms, right: figure(concept, 'total'), title: 'sum over the classes = total' }],
  gapCounts: 'always',
  wholeTable: true,
});

/** Interest by each convention on one base: balance x rate x days of the period / days of the year. */
const accrualForms = (base: AccrualConvention['base']): [Form, ...Form[]] => {
  const balance: ConceptId = base === 'class' ? 'beginningBalance' : 'poolBeginningBalance';
  return accrualConventions
    .filter((convention) => convention.base === base)
    .map(({ id, days, year }): Form => {
      const yearly = product(figure(balance), figure('passThroughRate'));
      return {
        left: figure('interest'),
        right:
          days === 'actual'
            ? quotient(product(yearly, derived('accrualDays')), number(year))
            : quotient(yearly, number(12)),
        title: `interest = ${base === 'class' ? '' : 'pool '}beginning balance × rate ${days === 'actual' ? `× {days}/${year}` : '/ 12'} (${id})`,
        accrual: id,
      };
    }) as [Form, ...Form[]];
};

/** Balances, payments, rates and interest by class. */
export const classTable: readonly Identity[] = [
  equality({
    id: 'B1',
    about: 'Balance roll-forward',
    leftWords: 'the ending balance',
    rightWords: 'beginning balance less principal and losses',
    scope: 'row',
    each: 'class or total',
    forms: [
      {
        left: figure('endingBalance'),
        right: difference(figure('beginningBalance'), figure('principal'), ifPrinted('realizedLoss')),
        title: 'ending balance = beginning balance − principal − realized loss',
      },
      {
        left: figure('endingBalance'),
        right: difference(
          sum(figure('beginningBalance'), figure('deferredInterest')),
          figure('principal'),
          ifPrinted('realizedLoss'),
        ),
        title: 'ending balance = beginning balance + deferred interest − principal − realized loss',
      },
      {
        left: figure('endingBalance'),
        right: difference(figure('beginningBalance'), figure('principal')),
        title: 'ending balance = beginning balance − principal',
      },
      {
        left: figure('endingBalance'),
        right: difference(sum(figure('beginningBalance'), figure('deferredInterest')), figure('principal')),
        title: 'ending balance = beginning balance + deferred interest − principal',
      },
      {
        left: figure('endingBalance'),
        right: difference(
          figure('beginningBalance'),
          figure('scheduledPrincipal'),
          figure('unscheduledPrincipal'),
          ifPrinted('realizedLoss'),
        ),
        title: 'ending balance = beginning balance − scheduled − unscheduled principal − realized loss',
      },
    ],
    gapCounts: 'established',
    gapExplainedBy: [mayHaveNotionalBalance, someClassMayBeNotional, writeDownMayBeUnprinted],
    wholeTable: true,
  }),
  columnTotal('B2', 'originalBalance', 'Original balances by class'),
  columnTotal('B2', 'beginningBalance', 'Beginning balances by class'),
  columnTotal('B2', 'principal', 'Principal by class'),
  columnTotal('B2', 'scheduledPrincipal', 'Scheduled principal by class'),
  columnTotal('B2', 'unscheduledPrincipal', 'Unscheduled principal by class'),
  columnTotal('B2', 'interest', 'Interest by class'),
  columnTotal('B2', 'totalDistribution', 'Total distributions by class'),
  columnTotal('B2', 'realizedLoss', 'Losses by class'),
  columnTotal('B2', 'deferredInterest', 'Deferred interest by class'),
  columnTotal('B2', 'cumulativeRealizedLoss', 'Cumulative losses by class'),
  columnTotal('B2', 'endingBalance', 'Ending balances by class'),
  equality({
    id: 'B3',
    about: 'Total distribution',
    leftWords: 'the total',
    rightWords: 'principal and interest',
    scope: 'row',
    each: 'class or total',
    forms: [
      {
        left: figure('totalDistribution'),
        right: sum(figure('principal'), figure('interest')),
        title: 'total distribution = principal + interest',
      },
      {
        left: figure('totalDistribution'),
        right: difference(sum(figure('principal'), figure('interest')), figure('deferredInterest')),
        title: 'total distribution = principal + interest − deferred interest',
      },
      {
        left: figure('totalDistribution'),
        right: sum(figure('principal'), figure('interest'), figure('netWacCarryforward')),
        title: 'total distribution = principal + interest + Net WAC carryforward',
      },
    ],
    gapCounts: 'established',
    wholeTable: true,
  }),
  equality({
    id: 'B4',
    about: 'Principal',
    leftWords: 'principal',
    rightWords: 'scheduled and unscheduled principal',
    scope: 'row',
    each: 'class or total',
    forms: [
      {
        left: figure('principal'),
        right: sum(figure('scheduledPrincipal'), figure('unscheduledPrincipal')),
        title: 'principal = scheduled + unscheduled principal',
      },
    ],
    gapCounts: 'established',
    wholeTable: true,
  }),
  {
    id: 'I1',
    about: 'Interest accrued',
    leftWords: 'interest',
    rightWords: 'the rate on the beginning balance',
    kind: 'equality',
    relation: 'equal',
    scope: 'row',
    statements: ['monthly'],
    each: 'class',
    forms: accrualForms('class'),
    gapCounts: 'always',
    sharesMayBeRough: true,
    gapOnlyIf: [accrualsOfOthersFit, classFloats, shortfallsAreZero],
    customary: true,
  },
  {
    id: 'I2',
    about: 'Interest accrued on the pool',
    leftWords: 'interest',
    rightWords: 'the rate on the pool balance',
    kind: 'equality',
    relation: 'equal',
    scope: 'row',
    statements: ['monthly'],
    each: 'notional class',
    forms: [
      ...accrualForms('pool'),
      {
        left: sum(figure('interest'), figure('realizedLossReduction')),
        right: quotient(product(figure('poolBeginningBalance'), figure('passThroughRate')), number(12)),
        title: 'interest + losses borne = pool beginning balance × rate / 12 (30/360 on the pool)',
      },
      {
        left: sum(figure('interest'), figure('overcollateralizationIncrease')),
        right: quotient(product(figure('poolBeginningBalance'), figure('passThroughRate')), number(12)),
        title: 'interest + overcollateralization increase = pool beginning balance × rate / 12 (30/360 on the pool)',
      },
    ],
    gapCounts: 'always',
    sharesMayBeRough: true,
    gapOnlyIf: [factorFollowsPool, lossesPrinted],
    customary: true,
  },
  equality({
    id: 'I3',
    about: 'Shift of the floating rates',
    leftWords: 'the change to the next rate',
    rightWords: "another class's change",
    scope: 'table',
    each: 'class beside the reference',
    forms: [
      {
        left: difference(figure('nextPassThroughRate'), figure('passThroughRate')),
        right: difference(figure('nextPassThroughRate', 'partner'), figure('passThroughRate', 'partner')),
        title: 'next rate − rate is the same for every floating class',
      },
    ],
    gapCounts: 'always',
    gapOnlyIf: [partnersMove, ratesNotCapped],
    gapExplainedBy: [rateFixed],
    customary: true,
  }),
  {
    id: 'I4',
    about: "Differences of the year's interest",
    leftWords: 'interest per $1,000 above the class before',
    rightWords: 'the difference of the rates over the days of the year',
    kind: 'equality',
    relation: 'equal',
    scope: 'table',
    statements: ['annual'],
    each: 'pair of unchanged classes',
    forms: [
      {
        left: sum(
          difference(figure('interestPer1000'), figure('interestPer1000', 'partner')),
          derived('centTerm'),
          derived('centTerm', 'partner'),
        ),
        right: quotient(
          product(
            difference(figure('passThroughRate'), figure('passThroughRate', 'partner')),
            derived('accrualDaysOfYear'),
            number(1000),
          ),
          number(360),
        ),
        title: 'difference of interest per $1,000 = difference of rates × {days of year}/360 × 1,000',
      },
    ],
    gapCounts: 'established',
    customary: true,
  },
  equality({
    id: 'T1',
    about: 'Interest distribution amount',
    leftWords: 'the interest distribution amount',
    rightWords: 'interest in the class table',
    scope: 'statement',
    each: 'class',
    forms: [
      {
        left: figure('interestDistributionAmount'),
        right: figure('interest'),
        title: 'interest distribution amount = interest',
      },
      {
        left: sum(figure('interestDistributionAmount'), figure('interestCarryForward')),
        right: figure('interest'),
        title: 'interest distribution amount + carry forward = interest',
      },
      {
        left: difference(figure('interestDistributionAmount'), figure('interestCarryForward')),
        right: figure('interest'),
        title: 'interest distribution amount − carry forward = interest',
      },
    ],
    gapCounts: 'established',
    customary: true,
  }),
  columnTotal('T2', 'interestDistributionAmount', 'Interest distribution amounts by class'),
  equality({
    id: 'T3',
    about: 'Interest distribution amounts',
    leftWords: 'their total',
    rightWords: 'total interest without the classes that the table leaves out',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('interestDistributionAmount', 'total'),
        right: difference(figure('interest', 'total'), classes('interest', { lacking: 'interestDistributionAmount' })),
        title: 'total of interest distribution amounts = total interest − interest of classes without one',
      },
    ],
    gapCounts: 'established',
    pattern: 'T1',
    customary: true,
  }),
  columnTotal('T4', 'interestCarryForward', 'Interest carried forward by class'),
  columnTotal('T4', 'realizedLossReduction', 'Realized losses by class'),
  columnTotal('T4', 'prepaymentInterestShortfallReduction', 'Prepayment interest shortfalls by class'),
  columnTotal('T4', 'reliefActReduction', 'Relief Act shortfalls by class'),
  columnTotal('T4', 'netWacCarryforward', 'Net WAC carryforwards by class'),
  columnTotal('T4', 'netWacCarryforwardUnpaid', 'Net WAC carryforwards unpaid by class'),
  equality({
    id: 'T9',
    about: 'Loss in two tables',
    leftWords: 'the loss table',
    rightWords: 'the class table',
    scope: 'statement',
    each: 'class or total',
    forms: [
      {
        left: figure('realizedLossReduction'),
        right: figure('realizedLoss'),
        title: 'loss in the loss table = loss in the class table',
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
];
