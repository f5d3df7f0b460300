import type { ConceptId } from '../../facts/concepts.ts';
import { concepts } from '../../facts/concepts.ts';
import { classIsRanked, cusipsOfSameIssuerPass, interestAccruesOnPool, mayHaveNotionalBalance } from '../conditions.ts';
import { cusip, derived, figure, ifPrinted, number, product, quotient, sum } from '../formula.ts';
import type { Identity } from '../identity.ts';

const printed = ['monthly', 'annual'] as const;

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
  mayBeCutOff: true,
  customary: true,
});

/** Amounts per $1,000 of original balance, certificate factors, identifiers. */
export const perThousandTable: readonly Identity[] = [
  perThousand('beginningBalancePer1000', 'beginningBalance'),
  perThousand('principalPer1000', 'principal'),
  perThousand('interestPer1000', 'interest'),
  perThousand('totalPer1000', 'totalDistribution'),
  perThousand('lossPer1000', 'realizedLoss'),
  perThousand('endingBalancePer1000', 'endingBalance'),
  {
    id: 'P2',
    about: 'Total per $1,000',
    leftWords: 'the total',
    rightWords: 'principal and interest',
    kind: 'equality',
    relation: 'equal',
    scope: 'row',
    statements: printed,
    each: 'class or total',
    forms: [
      {
        left: figure('totalPer1000'),
        right: sum(figure('principalPer1000'), figure('interestPer1000')),
        title: 'total per $1,000 = principal + interest per $1,000',
      },
    ],
    gapCounts: 'established',
    wholeTable: true,
  },
  {
    id: 'P3',
    about: 'Roll-forward per $1,000',
    leftWords: 'ending balance, principal and loss per $1,000',
    rightWords: 'beginning balance per $1,000 of original balance',
    kind: 'equality',
    relation: 'equal',
    scope: 'row',
    statements: printed,
    each: 'class',
    forms: [
      {
        left: sum(figure('endingBalancePer1000'), figure('principalPer1000'), ifPrinted('lossPer1000')),
        right: figure('beginningBalancePer1000'),
        title: 'ending balance + principal + loss per $1,000 = beginning balance per $1,000',
      },
      {
        left: sum(figure('endingBalancePer1000'), figure('principalPer1000'), ifPrinted('lossPer1000')),
        right: quotient(product(figure('beginningBalance'), number(1000)), derived('originalBalance')),
        title: 'ending balance + principal + loss per $1,000 = beginning balance / original balance × 1,000',
      },
      {
        left: sum(figure('endingBalancePer1000'), figure('principalPer1000')),
        right: quotient(product(figure('beginningBalance'), number(1000)), derived('originalBalance')),
        title: 'ending balance + principal per $1,000 = beginning balance / original balance × 1,000',
      },
    ],
    mayBeCutOff: true,
    gapCounts: 'established',
    gapExplainedBy: [mayHaveNotionalBalance],
  },
  {
    id: 'F1',
    about: 'Certificate factor',
    leftWords: 'the factor',
    rightWords: 'ending balance over original balance',
    kind: 'equality',
    relation: 'equal',
    scope: 'row',
    statements: printed,
    each: 'class',
    forms: [
      {
        left: figure('certificateFactor'),
        right: quotient(figure('endingBalance'), derived('originalBalance')),
        title: 'factor = ending balance / original balance',
      },
    ],
    mayBeCutOff: true,
    gapCounts: 'always',
    gapNeeds: [classIsRanked],
    customary: true,
  },
  {
    id: 'F2',
    about: 'Certificate factor',
    leftWords: 'the factor × 1,000',
    rightWords: 'the ending balance per $1,000',
    kind: 'equality',
    relation: 'equal',
    scope: 'row',
    statements: printed,
    each: 'class',
    forms: [
      {
        left: product(figure('certificateFactor'), number(1000)),
        right: figure('endingBalancePer1000'),
        title: 'factor × 1,000 = ending balance per $1,000',
      },
    ],
    mayBeCutOff: true,
    gapCounts: 'always',
    gapNeeds: [classIsRanked],
    customary: true,
  },
  {
    id: 'F3',
    about: 'Factor of a notional class',
    leftWords: 'the factor',
    rightWords: 'pool ending balance over the sum of the original balances',
    kind: 'equality',
    relation: 'equal',
    scope: 'statement',
    statements: printed,
    each: 'notional class',
    forms: [
      {
        left: figure('certificateFactor'),
        right: quotient(figure('poolEndingBalance'), derived('poolOriginalBalance')),
        title: 'factor = pool ending balance / sum of the original balances',
      },
    ],
    mayBeCutOff: true,
    gapCounts: 'always',
    gapNeeds: [interestAccruesOnPool],
    customary: true,
  },
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
