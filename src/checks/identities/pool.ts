import { bothEndsTie, firstPeriod, poolIsTheClasses, someLossesPrinted } from '../conditions.ts';
import { derived, difference, figure, ifPrinted, sum } from '../formula.ts';
import type { Identity } from '../identity.ts';
import { equality } from './rows.ts';

/** The pool and its loans. */
export const poolTable: readonly Identity[] = [
  equality({
    id: 'L1',
    about: 'Loans and REO',
    leftWords: 'loans without REO, and REO',
    rightWords: 'the pool ending balance',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: sum(figure('statedBalanceExcludingReo'), figure('reoStatedBalance')),
        right: figure('poolEndingBalance'),
        title: 'loans excluding REO + REO = pool ending balance',
      },
      {
        left: figure('statedBalanceExcludingReo'),
        right: figure('poolEndingBalance'),
        title: 'loans excluding REO = pool ending balance',
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  equality({
    id: 'L2',
    about: 'Ending balances of classes and pool',
    leftWords: 'the total of the classes',
    rightWords: 'the pool ending balance',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('endingBalance', 'total'),
        right: figure('poolEndingBalance'),
        title: 'total of ending balances = pool ending balance',
      },
      {
        left: sum(figure('endingBalance', 'total'), figure('overcollateralization')),
        right: figure('poolEndingBalance'),
        title: 'total of ending balances + overcollateralization = pool ending balance',
      },
    ],
    gapCounts: 'always',
    gapNeeds: [poolIsTheClasses],
    customary: true,
  }),
  equality({
    id: 'L3',
    about: 'Beginning balances of classes and pool',
    leftWords: 'the total of the classes',
    rightWords: 'the pool beginning balance',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('beginningBalance', 'total'),
        right: figure('poolBeginningBalance'),
        title: 'total of beginning balances = pool beginning balance',
      },
    ],
    gapCounts: 'always',
    gapNeeds: [poolIsTheClasses],
    customary: true,
  }),
  equality({
    id: 'L4',
    about: 'Decline of the pool',
    leftWords: 'beginning less ending balance',
    rightWords: 'principal and losses of the classes',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: difference(figure('poolBeginningBalance'), figure('poolEndingBalance')),
        right: sum(figure('principal', 'total'), ifPrinted('realizedLoss', 'total')),
        title: 'pool beginning − ending balance = total principal + total losses',
      },
      {
        left: difference(figure('poolBeginningBalance'), figure('poolEndingBalance')),
        right: figure('principal', 'total'),
        title: 'pool beginning − ending balance = total principal',
      },
      {
        left: difference(figure('poolBeginningBalance'), figure('poolEndingBalance')),
        right: sum(figure('principal', 'total'), figure('realizedLosses')),
        title: 'pool beginning − ending balance = total principal + realized losses of the pool',
      },
    ],
    gapCounts: 'always',
    gapOnlyIf: [bothEndsTie, someLossesPrinted],
    customary: true,
  }),
  equality({
    id: 'L5',
    about: "The pool at the deal's start",
    leftWords: 'the pool beginning balance',
    rightWords: 'the original balances together',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('poolBeginningBalance'),
        right: derived('poolOriginalBalance'),
        title: "pool beginning balance = sum of the original balances (the deal's first period)",
        when: firstPeriod,
      },
    ],
    gapCounts: 'always',
    gapNeeds: [poolIsTheClasses],
    customary: true,
  }),
];
