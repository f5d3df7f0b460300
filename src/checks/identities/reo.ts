import { difference, figure, loans } from '../formula.ts';
import type { Identity } from '../identity.ts';
import { equality, ordering } from './rows.ts';

/** Real estate that was taken over. */
export const reoTable: readonly Identity[] = [
  equality({
    id: 'E1',
    about: 'REO',
    leftWords: "the month's new REO",
    rightWords: 'the total book value',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: loans('reoLoanStatedBalance'),
        right: figure('reoBookValue'),
        title: "stated balances of the month's new REO = total book value of REO",
      },
    ],
    gapCounts: 'always',
    oneOf: 'book value of REO',
    customary: true,
  }),
  equality({
    id: 'E2',
    about: 'REO',
    leftWords: 'the total book value',
    rightWords: 'the stated balance',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('reoBookValue'),
        right: figure('reoStatedBalance'),
        title: 'total book value of REO = stated balance of REO',
      },
    ],
    gapCounts: 'always',
    oneOf: 'book value of REO',
    customary: true,
  }),
  equality({
    id: 'E3',
    about: 'REO',
    leftWords: 'the total book value',
    rightWords: "the stated balance without the month's new REO",
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('reoBookValue'),
        right: difference(figure('reoStatedBalance'), loans('reoLoanStatedBalance')),
        title: "total book value of REO = stated balance of REO − the month's new REO",
      },
    ],
    gapCounts: 'always',
    oneOf: 'book value of REO',
    customary: true,
  }),
  ordering({
    id: 'E4',
    about: 'REO',
    leftWords: "the month's new REO",
    rightWords: 'the stated balance of all',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: loans('reoLoanStatedBalance'),
        right: figure('reoStatedBalance'),
        title: "stated balances of the month's new REO ≤ stated balance of REO",
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  equality({
    id: 'E5',
    about: 'New REO',
    leftWords: 'the unpaid balance',
    rightWords: 'the stated balance',
    scope: 'row',
    each: 'loan',
    forms: [
      {
        left: figure('reoLoanUnpaidBalance'),
        right: figure('reoLoanStatedBalance'),
        title: 'unpaid balance = stated balance',
      },
    ],
    gapCounts: 'never',
  }),
];
