import { type ConceptId, concepts } from '../../facts/concepts.ts';
import { carryforwardMayExplain, stepdownNotReached } from '../conditions.ts';
import {
  cusip,
  difference,
  type Formula,
  figure,
  ifPrinted,
  number,
  otherFigure,
  product,
  quotient,
  sum,
} from '../formula.ts';
import { type Each, type GapCounts, type Identity, rowsWith } from '../identity.ts';

/** This statement is the later of two in consecutive months, the other one the earlier. */
const acrossMonths = rowsWith({ scope: 'consecutive months', statements: ['monthly'], gapCounts: 'always' });

const carriedOver = (
  id: string,
  later: ConceptId,
  earlier: ConceptId,
  each: Each,
  more: { readonly gapCounts?: GapCounts; readonly gapExplainedBy?: Identity['gapExplainedBy'] } = {},
): Identity =>
  acrossMonths({
    id,
    about: `${concepts[later].title} and the month before`,
    leftWords: `${concepts[later].title.toLowerCase()} of this month`,
    rightWords: `${concepts[earlier].title.toLowerCase()} of the month before`,
    each,
    forms: [
      {
        left: figure(later),
        right: otherFigure(earlier),
        title: `${concepts[later].title.toLowerCase()} = ${concepts[earlier].title.toLowerCase()} of the month before`,
      },
    ],
    ...(more.gapCounts === undefined ? {} : { gapCounts: more.gapCounts }),
    ...(more.gapExplainedBy === undefined ? {} : { gapExplainedBy: more.gapExplainedBy }),
  });

/** What is left of a year's interest rate on the pool after servicing fee and interest paid: the trust's other fees. */
const feesLeft = (of: (concept: ConceptId, whose?: 'total') => Formula, charges: Formula): Formula =>
  quotient(
    product(
      difference(
        quotient(product(of('poolBeginningBalance'), of('weightedAverageCoupon')), number(12)),
        of('servicingFee'),
        difference(of('interest', 'total'), charges),
      ),
      number(12),
    ),
    of('poolBeginningBalance'),
  );

/** One month's statement against that of the month before. */
export const acrossMonthsTable: readonly Identity[] = [
  carriedOver('N1', 'beginningBalance', 'endingBalance', 'class or total'),
  carriedOver('N2', 'poolBeginningBalance', 'poolEndingBalance', 'pool'),
  carriedOver('N3', 'loanCountBeginning', 'loanCountEnding', 'pool'),
  carriedOver('N4', 'passThroughRate', 'nextPassThroughRate', 'class', {
    gapCounts: 'established',
    gapExplainedBy: [carryforwardMayExplain],
  }),
  acrossMonths({
    id: 'N5',
    about: 'Cumulative losses',
    leftWords: 'cumulative losses of this month',
    rightWords: "those of the month before and this month's losses",
    each: 'pool',
    forms: [
      {
        left: figure('cumulativeRealizedLosses'),
        right: sum(otherFigure('cumulativeRealizedLosses'), figure('realizedLosses')),
        title: 'cumulative losses = cumulative losses of the month before + losses of this month',
      },
    ],
    gapCounts: 'reproduced',
    zerosTell: true,
  }),
  acrossMonths({
    id: 'N6',
    about: 'Cumulative losses',
    leftWords: 'cumulative losses of this month',
    rightWords: "those of the month before and this month's losses",
    each: 'class or total',
    forms: [
      {
        left: figure('cumulativeRealizedLoss'),
        right: sum(otherFigure('cumulativeRealizedLoss'), figure('realizedLoss')),
        title: 'cumulative losses = cumulative losses of the month before + losses of this month',
      },
    ],
    gapCounts: 'reproduced',
    zerosTell: true,
  }),
  acrossMonths({
    id: 'N7',
    about: 'Required overcollateralization and the month before',
    leftWords: 'this month',
    rightWords: 'the month before',
    each: 'pool',
    forms: [
      {
        left: figure('requiredOvercollateralization'),
        right: otherFigure('requiredOvercollateralization'),
        title: 'required overcollateralization is the same before the stepdown date',
        when: stepdownNotReached,
      },
    ],
    gapCounts: 'reproduced',
  }),
  carriedOver('N8', 'beginningBalancePer1000', 'endingBalancePer1000', 'class'),
  carriedOver('N9', 'originalBalance', 'originalBalance', 'class or total', { gapCounts: 'established' }),
  ...(['endingBalancePer1000', 'certificateFactor'] as const).map(
    (share): Identity =>
      acrossMonths({
        id: `N10[${share}]`,
        about: 'Original balance that follows',
        leftWords: 'this month',
        rightWords: 'the month before',
        each: 'class',
        forms: [
          {
            left: quotient(figure('endingBalance'), figure(share)),
            right: quotient(otherFigure('endingBalance'), otherFigure(share)),
            title: `ending balance / ${concepts[share].title.toLowerCase()} is the same in both months`,
          },
        ],
        gapCounts: 'never',
      }),
  ),
  acrossMonths({
    id: 'N11',
    about: 'Margin over the other class',
    leftWords: 'this month',
    rightWords: 'the month before',
    each: 'class beside the reference',
    forms: [
      {
        left: difference(figure('passThroughRate'), figure('passThroughRate', 'partner')),
        right: difference(otherFigure('passThroughRate'), otherFigure('passThroughRate', 'partner')),
        title: "the rate's distance from another floating class's is the same in both months",
      },
    ],
    gapCounts: 'never',
  }),
  acrossMonths({
    id: 'N12',
    about: 'CUSIP and the month before',
    leftWords: 'this month',
    rightWords: 'the month before',
    each: 'class',
    forms: [{ left: cusip('whole'), right: cusip('whole', 'other'), title: 'the CUSIP is the same in both months' }],
    gapCounts: 'established',
  }),
  acrossMonths({
    id: 'N13',
    about: 'Interest left for other fees',
    leftWords: 'its rate this month',
    rightWords: 'the month before',
    each: 'pool',
    forms: [
      {
        left: feesLeft(
          (concept, whose) => figure(concept, whose),
          ifPrinted('interest', { role: 'prepaymentCharges' }),
        ),
        right: feesLeft((concept, whose) => otherFigure(concept, whose), {
          kind: 'figure',
          concept: 'interest',
          whose: { role: 'prepaymentCharges' },
          statement: 'other',
          absent: 'zero',
        }),
        title: 'coupon − servicing fee − interest paid leaves the same rate in both months',
      },
    ],
    gapCounts: 'never',
  }),
  acrossMonths({
    id: 'N14',
    about: 'Overcollateralization roll-forward',
    leftWords: 'this month',
    rightWords: 'the month before with increase and reduction',
    each: 'pool',
    forms: [
      {
        left: figure('overcollateralization'),
        right: difference(
          sum(otherFigure('overcollateralization'), figure('overcollateralizationIncrease')),
          ifPrinted('overcollateralizationReduction'),
        ),
        title: 'overcollateralization = that of the month before + increase − reduction',
      },
      {
        left: figure('overcollateralization'),
        right: difference(
          sum(otherFigure('overcollateralization'), figure('overcollateralizationIncrease')),
          ifPrinted('overcollateralizationReduction'),
          figure('realizedLosses'),
        ),
        title: 'overcollateralization = that of the month before + increase − reduction − losses',
      },
    ],
    gapCounts: 'never',
  }),
  acrossMonths({
    id: 'N15',
    about: 'Weighted average remaining term',
    leftWords: 'this month',
    rightWords: 'the month before and a month',
    kind: 'ordering',
    relation: 'at most',
    each: 'pool',
    forms: [
      {
        left: figure('weightedAverageRemainingTerm'),
        right: sum(otherFigure('weightedAverageRemainingTerm'), number(1)),
        title: 'remaining term ≤ remaining term of the month before + 1',
      },
    ],
    gapCounts: 'reproduced',
  }),
];
