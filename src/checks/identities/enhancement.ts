import {
  excessClassIsPrinted,
  excessClassReleasesCash,
  lossesPrinted,
  poolIsTheClasses,
  reductionPrinted,
} from '../conditions.ts';
import { classes, difference, figure, ifPrinted, quotient, sum } from '../formula.ts';
import type { Identity } from '../identity.ts';
import { equality } from './rows.ts';

const excess = { role: 'excess' } as const;

const subordinates = classes('endingBalance', { roles: ['subordinate'], orNone: true });

/** Overcollateralization and credit enhancement. */
export const enhancementTable: readonly Identity[] = [
  equality({
    id: 'O1',
    about: 'Overcollateralization',
    leftWords: 'the class that holds it',
    rightWords: 'the pool less the other classes',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('endingBalance', excess),
        right: difference(figure('poolEndingBalance'), classes('endingBalance', { except: ['excess'] })),
        title: 'overcollateralization = pool ending balance − other classes = ending balance of the excess class',
      },
      {
        left: figure('overcollateralization'),
        right: difference(figure('poolEndingBalance'), classes('endingBalance', { except: ['excess'] })),
        title: 'overcollateralization = pool ending balance − classes',
      },
    ],
    gapCounts: 'always',
    gapNeeds: [excessClassIsPrinted, poolIsTheClasses],
    customary: true,
  }),
  equality({
    id: 'O2',
    about: 'Overcollateralization target',
    leftWords: 'the required amount',
    rightWords: 'overcollateralization',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('requiredOvercollateralization'),
        right: figure('overcollateralization'),
        title: 'required overcollateralization = overcollateralization (target met)',
      },
      {
        left: figure('requiredOvercollateralization'),
        right: figure('endingBalance', excess),
        title: 'required overcollateralization = ending balance of the excess class (target met)',
      },
    ],
    gapCounts: 'always',
    gapOnlyIf: [excessClassReleasesCash],
    customary: true,
  }),
  equality({
    id: 'O3',
    about: 'Overcollateralization roll-forward',
    leftWords: 'the ending amount',
    rightWords: 'the beginning amount with increase and reduction',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('endingBalance', excess),
        right: difference(
          sum(figure('beginningBalance', excess), figure('overcollateralizationIncrease')),
          ifPrinted('overcollateralizationReduction'),
        ),
        title: 'overcollateralization, ending = beginning + increase − reduction',
      },
      {
        left: figure('endingBalance', excess),
        right: difference(
          sum(figure('beginningBalance', excess), figure('overcollateralizationIncrease')),
          ifPrinted('overcollateralizationReduction'),
          figure('realizedLosses'),
        ),
        title: 'overcollateralization, ending = beginning + increase − reduction − losses',
      },
      {
        left: figure('endingBalance', excess),
        right: difference(
          sum(figure('beginningBalance', excess), figure('overcollateralizationIncrease')),
          ifPrinted('overcollateralizationReduction'),
          figure('realizedLoss', excess),
        ),
        title: 'overcollateralization, ending = beginning + increase − reduction − losses of the excess class',
      },
    ],
    gapCounts: 'always',
    gapNeeds: [excessClassIsPrinted, poolIsTheClasses, lossesPrinted],
    gapOnlyIf: [reductionPrinted],
    customary: true,
  }),
  equality({
    id: 'O4',
    about: 'Overcollateralization',
    leftWords: 'the amount printed',
    rightWords: 'the ending balance of the class that holds it',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('overcollateralization'),
        right: figure('endingBalance', excess),
        title: 'overcollateralization = ending balance of the excess class',
      },
    ],
    gapCounts: 'reproduced',
  }),
  equality({
    id: 'C1',
    about: 'Credit enhancement',
    leftWords: 'the percentage',
    rightWords: 'subordinate classes and overcollateralization over the pool',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('creditEnhancementPercentage'),
        right: quotient(sum(subordinates, figure('endingBalance', excess)), figure('poolEndingBalance')),
        title: 'credit enhancement % = (subordinate classes + overcollateralization) / pool ending balance',
      },
      {
        left: figure('creditEnhancementPercentage'),
        right: quotient(sum(subordinates, figure('overcollateralization')), figure('poolEndingBalance')),
        title: 'credit enhancement % = (subordinate classes + overcollateralization) / pool ending balance',
      },
      {
        left: figure('creditEnhancementPercentage'),
        right: quotient(
          sum(
            classes('beginningBalance', { roles: ['subordinate'], orNone: true }),
            figure('beginningBalance', excess),
          ),
          figure('poolBeginningBalance'),
        ),
        title: 'credit enhancement % = (subordinate classes + overcollateralization) / pool, all at the beginning',
      },
      {
        left: figure('creditEnhancementPercentage'),
        right: quotient(
          difference(
            figure('poolEndingBalance'),
            classes('endingBalance', { roles: ['senior', 'prepaymentCharges', 'residual'] }),
          ),
          figure('poolEndingBalance'),
        ),
        title: 'credit enhancement % = (pool ending balance − senior classes) / pool ending balance',
      },
      {
        left: figure('creditEnhancementPercentage'),
        right: quotient(classes('endingBalance', { roles: ['subordinate'] }), figure('poolEndingBalance')),
        title: 'credit enhancement % = subordinate classes / pool ending balance',
      },
    ],
    sharesMayBeRough: true,
    gapCounts: 'always',
    gapNeeds: [excessClassIsPrinted, poolIsTheClasses],
    customary: true,
  }),
];
