import {
  chargesClassIsPrinted,
  excessClassHasLosses,
  firstPeriod,
  liquidationsApart,
  liquidationsMayBeUnprinted,
} from '../conditions.ts';
import { classes, derived, difference, figure, ifPrinted, sum } from '../formula.ts';
import type { Identity } from '../identity.ts';
import { equality, ordering } from './rows.ts';

const charges = { role: 'prepaymentCharges' } as const;

/** Prepayments, liquidations and losses. */
export const lossTable: readonly Identity[] = [
  equality({
    id: 'R1',
    about: 'Principal prepayments',
    leftWords: 'curtailments, payments in full and liquidation proceeds',
    rightWords: 'the total',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: sum(figure('curtailments'), figure('payoffs'), ifPrinted('liquidationProceeds')),
        right: figure('totalPrepayments'),
        title: 'curtailments + payments in full + liquidation proceeds = total prepayments',
      },
      {
        left: sum(figure('curtailments'), figure('payoffs')),
        right: figure('totalPrepayments'),
        title: 'curtailments + payments in full = total prepayments',
        when: liquidationsApart,
      },
    ],
    gapCounts: 'always',
    gapExplainedBy: [liquidationsMayBeUnprinted],
    wholeTable: true,
    customary: true,
  }),
  equality({
    id: 'R2',
    about: 'Prepayment charges',
    leftWords: 'the charges collected',
    rightWords: 'interest of the class that receives them',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('prepaymentCharges'),
        right: figure('interest', charges),
        title: 'prepayment charges = interest of the class on prepayment charges',
      },
      {
        left: figure('prepaymentCharges'),
        right: figure('totalDistribution', charges),
        title: 'prepayment charges = distribution to the class on prepayment charges',
      },
    ],
    gapCounts: 'always',
    gapNeeds: [chargesClassIsPrinted],
    customary: true,
  }),
  ordering({
    id: 'R3',
    about: 'Realized losses',
    leftWords: 'bankruptcy losses',
    rightWords: 'all realized losses',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('bankruptcyLosses'),
        right: figure('realizedLosses'),
        title: 'bankruptcy losses ≤ realized losses',
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  ordering({
    id: 'R4',
    about: 'Cumulative losses',
    leftWords: 'losses of the period',
    rightWords: 'cumulative losses',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('realizedLosses'),
        right: figure('cumulativeRealizedLosses'),
        title: 'realized losses ≤ cumulative realized losses',
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  equality({
    id: 'R4[first period]',
    about: "Cumulative losses of the deal's first period",
    leftWords: 'cumulative losses',
    rightWords: 'losses of the period',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('cumulativeRealizedLosses'),
        right: figure('realizedLosses'),
        title: "cumulative realized losses = realized losses (the deal's first period)",
        when: firstPeriod,
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  equality({
    id: 'R5',
    about: 'Losses borne by the classes',
    leftWords: 'the classes together',
    rightWords: 'realized losses of the pool',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: classes('realizedLossReduction'),
        right: figure('realizedLosses'),
        title: 'losses allocated to the classes = realized losses of the pool',
      },
    ],
    gapCounts: 'always',
    gapNeeds: [excessClassHasLosses],
    customary: true,
  }),
  ordering({
    id: 'R6',
    about: 'Scheduled principal',
    leftWords: 'prepayments and losses',
    rightWords: 'the decline of the pool',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: sum(figure('totalPrepayments'), figure('realizedLosses')),
        right: difference(figure('poolBeginningBalance'), figure('poolEndingBalance')),
        title: 'prepayments + losses ≤ decline of the pool (scheduled principal is not negative)',
      },
    ],
    gapCounts: 'reproduced',
  }),
  {
    id: 'R7',
    about: 'Scheduled principal',
    leftWords: 'decline of the pool less prepayments and losses',
    rightWords: 'level-pay amortisation, give or take 5 %',
    kind: 'soft',
    relation: 'equal',
    scope: 'statement',
    statements: ['monthly'],
    each: 'pool',
    forms: [
      {
        left: difference(
          figure('poolBeginningBalance'),
          figure('poolEndingBalance'),
          figure('totalPrepayments'),
          figure('realizedLosses'),
        ),
        right: derived('levelPayPrincipal'),
        title: 'implied scheduled principal ≈ level-pay amortisation of pool, coupon and remaining term',
      },
    ],
    gapCounts: 'never',
  },
];
