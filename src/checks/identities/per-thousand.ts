import type { ConceptId } from '../../facts/concepts.ts';
import { concepts } from '../../facts/concepts.ts';
import {
  classIsRanked,
  cusipsOfSameIssuerPass,
  interestAccruesOnPool,
  lossNotPer1000,
  lossOnlyInDollars,
  mayHaveNotionalBalance,
  writeDownMayBeUnprinted,
} from '../conditions.ts';
import { cusip, derived, figure, number, product, quotient, sum } from '../formula.ts';
import type { Form, Identity } from '../identity.ts';
import { equality, printed } from './rows.ts';

const perThousand = (share: ConceptId, amount: ConceptId): Identity => ({
  id: `P1[${share}]`,
  about: concepts[share].title,
  leftWords: 'it',
  rightWords: `${concepts[amount].title.toLowerCase()} over the original balance × 1,000`,
  kind: 'equality',
  relation: 'equal',
  scope: 'row',
  statements: printed,
  each: 'class',
  forms: [
    {
      left: figure(share),
      right: quotient(product(figure(amount), number(1000)), derived('originalBalance')),
      title: `${concepts[share].title.toLowerCase()} = amount / original balance × 1,000`,
    },
  ],
  gapCounts: 'always',
  sharesMayBeRough: true,
  customary: true,
});

const lossFromAmount = quotient(product(figure('realizedLoss'), number(1000)), derived('originalBalance'));

/** Statements print the loss per $1,000, or in dollars only, or none; and the beginning balance per $1,000, or in dollars. */
const rollForwards = (
  [
    [figure('beginningBalancePer1000'), 'beginning balance per $1,000'],
    [
      quotient(product(figure('beginningBalance'), number(1000)), derived('originalBalance')),
      'beginning balance / original balance × 1,000',
    ],
  ] as const
).flatMap(([right, rightTitle]) =>
  (
    [
      [[figure('lossPer1000')], ' + loss', null],
      [[], '', null],
      [[lossFromAmount], ' + loss', lossNotPer1000],
    ] as const
  ).map(
    ([loss, lossTitle, when]): Form => ({
      left: sum(figure('endingBalancePer1000'), figure('principalPer1000'), ...loss),
      right,
      title: `ending balance + principal${lossTitle} per $1,000 = ${rightTitle}`,
      ...(when === null ? {} : { when }),
    }),
  ),
) as [Form, ...Form[]];

/** Amounts per $1,000 of original balance, certificate factors, identifiers. */
export const perThousandTable: readonly Identity[] = [
  perThousand('beginningBalancePer1000', 'beginningBalance'),
  perThousand('principalPer1000', 'principal'),
  perThousand('interestPer1000', 'interest'),
  perThousand('totalPer1000', 'totalDistribution'),
  perThousand('lossPer1000', 'realizedLoss'),
  perThousand('endingBalancePer1000', 'endingBalance'),
  equality({
    id: 'P2',
    about: 'Total per $1,000',
    leftWords: 'the total',
    rightWords: 'principal and interest',
    scope: 'row',
    each: 'class or total',
    forms: [
      {
        left: figure('totalPer1000'),
        right: sum(figure('principalPer1000'), figure('interestPer1000')),
        title: 'total per $1,000 = principal + interest per $1,000',
      },
    ],
    sharesMayBeRough: true,
    gapCounts: 'established',
    wholeTable: true,
  }),
  equality({
    id: 'P3',
    about: 'Roll-forward per $1,000',
    leftWords: 'ending balance, principal and loss per $1,000',
    rightWords: 'beginning balance per $1,000 of original balance',
    scope: 'row',
    each: 'class',
    forms: rollForwards,
    sharesMayBeRough: true,
    gapCounts: 'established',
    gapExplainedBy: [mayHaveNotionalBalance, writeDownMayBeUnprinted, lossOnlyInDollars],
  }),
  equality({
    id: 'F1',
    about: 'Certificate factor',
    leftWords: 'the factor',
    rightWords: 'ending balance over original balance',
    scope: 'row',
    each: 'class',
    forms: [
      {
        left: figure('certificateFactor'),
        right: quotient(figure('endingBalance'), derived('originalBalance')),
        title: 'factor = ending balance / original balance',
      },
    ],
    sharesMayBeRough: true,
    gapCounts: 'always',
    gapOnlyIf: [classIsRanked],
    customary: true,
  }),
  equality({
    id: 'F2',
    about: 'Certificate factor',
    leftWords: 'the factor × 1,000',
    rightWords: 'the ending balance per $1,000',
    scope: 'row',
    each: 'class',
    forms: [
      {
        left: product(figure('certificateFactor'), number(1000)),
        right: figure('endingBalancePer1000'),
        title: 'factor × 1,000 = ending balance per $1,000',
      },
    ],
    sharesMayBeRough: true,
    gapCounts: 'always',
    gapOnlyIf: [classIsRanked],
    customary: true,
  }),
  equality({
    id: 'F3',
    about: 'Factor of a notional class',
    leftWords: 'the factor',
    rightWords: 'pool ending balance over the sum of the original balances',
    scope: 'statement',
    each: 'notional class',
    forms: [
      {
        left: figure('certificateFactor'),
        right: quotient(figure('poolEndingBalance'), derived('poolOriginalBalance')),
        title: 'factor = pool ending balance / sum of the original balances',
      },
    ],
    sharesMayBeRough: true,
    gapCounts: 'always',
    gapNeeds: [interestAccruesOnPool],
    customary: true,
  }),
  {
    id: 'Q1',
    about: 'CUSIP check digit',
    leftWords: 'the last digit',
    rightWords: 'the other eight characters',
    kind: 'equality',
    relation: 'equal',
    scope: 'row',
    statements: ['monthly', 'annual', 'offering'],
    each: 'class',
    forms: [{ left: cusip('last'), right: cusip('check'), title: 'ninth digit = check digit of the first eight' }],
    gapCounts: 'always',
    gapNeeds: [cusipsOfSameIssuerPass],
  },
];
