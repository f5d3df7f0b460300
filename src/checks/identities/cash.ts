import { excessClassIsPrinted, increasePrinted, lossesPrinted, noLoss, someLoss } from '../conditions.ts';
import { derived, difference, figure, ifPrinted, number, product, quotient, range, sum } from '../formula.ts';
import type { Identity } from '../identity.ts';
import { equality, printed } from './rows.ts';

const excess = { role: 'excess' } as const;
const charges = { role: 'prepaymentCharges' } as const;

/** Fees, interest left over, shortfalls, excess cash flow and loss severity. */
export const cashTable: readonly Identity[] = [
  {
    id: 'S1',
    about: 'Servicing fee',
    leftWords: 'the fee',
    rightWords: 'its rate on the pool',
    kind: 'equality',
    relation: 'equal',
    scope: 'statement',
    statements: ['monthly'],
    each: 'pool',
    forms: [
      {
        left: figure('servicingFee'),
        // The rate counts quarter basis points a year: 1/40,000 of the balance, a twelfth of it a month.
        right: quotient(product(figure('poolBeginningBalance'), derived('feeRate')), number(480_000)),
        title: 'servicing fee = pool beginning balance × {fee rate} / 12',
      },
    ],
    gapCounts: 'reproduced',
  },
  ...(['poolEndingBalance', 'poolBeginningBalance'] as const).map((pool): Identity => {
    const fee = quotient(product(figure(pool), derived('feeRate'), derived('paymentsOfYear')), number(480_000));
    const least = pool === 'poolEndingBalance';
    return {
      id: least ? 'S1a' : 'S1b',
      about: "The year's servicing compensation",
      leftWords: least ? "the year's payments at the monthly fee's rate on the ending pool" : 'the compensation',
      rightWords: least ? 'the compensation' : "the year's payments at the monthly fee's rate on the beginning pool",
      kind: 'ordering',
      relation: 'at most',
      scope: 'statement',
      statements: ['annual'],
      each: 'pool',
      forms: [
        {
          left: least ? fee : figure('masterServicerCompensation'),
          right: least ? figure('masterServicerCompensation') : fee,
          title: `compensation ${least ? '≥' : '≤'} payments × {fee rate} / 12 × pool ${least ? 'ending' : 'beginning'} balance`,
        },
      ],
      gapCounts: 'never',
    };
  }),
  {
    id: 'S2',
    about: 'Interest left over',
    leftWords: "the pool's interest less servicing fee and interest paid, a year",
    rightWords: 'fees of up to 0.1 %',
    kind: 'soft',
    relation: 'equal',
    scope: 'statement',
    statements: ['monthly'],
    each: 'pool',
    forms: [
      {
        left: quotient(
          product(
            difference(
              quotient(product(figure('poolBeginningBalance'), figure('weightedAverageCoupon')), number(12)),
              figure('servicingFee'),
              difference(figure('interest', 'total'), ifPrinted('interest', charges)),
            ),
            number(12),
          ),
          figure('poolBeginningBalance'),
        ),
        right: range(0, 0.001),
        title: 'coupon − servicing fee − interest paid leaves a fee of no more than 0.1 % a year',
        when: excessClassIsPrinted,
      },
    ],
    gapCounts: 'never',
  },
  equality({
    id: 'T5',
    about: 'Prepayment interest shortfalls',
    leftWords: 'those not covered',
    rightWords: 'the total over the classes',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('prepaymentInterestShortfallUncovered'),
        right: figure('prepaymentInterestShortfallReduction', 'total'),
        title: 'shortfalls not covered by the servicer = total over the classes',
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  equality({
    id: 'T6',
    about: 'Relief Act shortfalls',
    leftWords: 'the shortfall',
    rightWords: 'the total over the classes',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('reliefActShortfall'),
        right: figure('reliefActReduction', 'total'),
        title: 'Relief Act shortfall = total over the classes',
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  equality({
    id: 'T7',
    about: 'Net monthly excess cash flow',
    leftWords: 'it',
    rightWords: 'interest of the excess class and losses covered',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('netMonthlyExcessCashFlow'),
        right: sum(figure('interest', excess), ifPrinted('realizedLosses')),
        title: 'net monthly excess cash flow = interest of the excess class + realized losses covered',
      },
      {
        left: figure('netMonthlyExcessCashFlow'),
        right: figure('interest', excess),
        title: 'net monthly excess cash flow = interest of the excess class',
      },
      {
        left: figure('netMonthlyExcessCashFlow'),
        right: sum(figure('interest', excess), figure('overcollateralizationIncrease')),
        title: 'net monthly excess cash flow = interest of the excess class + overcollateralization increase',
      },
    ],
    gapCounts: 'always',
    gapNeeds: [excessClassIsPrinted],
    gapOnlyIf: [lossesPrinted, increasePrinted],
    customary: true,
  }),
  equality({
    id: 'T8',
    about: 'Aggregate loss severity',
    leftWords: 'the rate',
    rightWords: 'losses over losses and liquidation proceeds',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('aggregateLossSeverity'),
        right: quotient(figure('realizedLosses'), sum(figure('realizedLosses'), figure('liquidationProceeds'))),
        title: 'aggregate loss severity = realized losses / (realized losses + liquidation proceeds)',
        when: someLoss,
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  {
    id: 'T8[no loss]',
    about: 'Aggregate loss severity',
    leftWords: 'the rate',
    rightWords: 'realized losses',
    kind: 'equality',
    relation: 'zero together',
    scope: 'statement',
    statements: printed,
    each: 'pool',
    forms: [
      {
        left: figure('aggregateLossSeverity'),
        right: figure('realizedLosses'),
        title: 'no loss, no severity',
        when: noLoss,
      },
    ],
    gapCounts: 'always',
    customary: true,
  },
];
