import { allocations, figure } from '../formula.ts';
import type { Identity } from '../identity.ts';

/** What the offering's figures say of each other. */
export const offeringTable: readonly Identity[] = [
  {
    id: 'U1',
    about: "Underwriters' allocations",
    leftWords: 'all allocations together',
    rightWords: 'the balance offered',
    kind: 'equality',
    relation: 'equal',
    scope: 'statement',
    statements: ['offering'],
    each: 'pool',
    forms: [
      {
        left: allocations('every class'),
        right: figure('offeredBalance'),
        title: "underwriters' allocations of all classes = balance offered",
      },
    ],
    gapCounts: 'always',
    wholeTable: true,
  },
  {
    id: 'U2',
    about: "Underwriters' allocations",
    leftWords: 'the allocations of the class',
    rightWords: 'its original balance',
    kind: 'equality',
    relation: 'equal',
    scope: 'table',
    statements: ['offering'],
    each: 'class',
    forms: [
      {
        left: allocations('own class'),
        right: figure('originalBalance'),
        title: "underwriters' allocations of the class = its original balance",
      },
    ],
    gapCounts: 'established',
    wholeTable: true,
  },
];
