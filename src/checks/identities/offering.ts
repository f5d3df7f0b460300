import { allocations, figure, number, otherFigure, product, quotient } from '../formula.ts';
import { type Identity, rowsWith } from '../identity.ts';

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

const againstTheOffering = rowsWith({
  scope: 'monthly against the offering',
  statements: ['monthly', 'annual'],
  gapCounts: 'established',
});

/** A statement of the deal against its offering, which is the other statement. */
export const againstOfferingTable: readonly Identity[] = [
  againstTheOffering({
    id: 'V1',
    about: 'Original balance and the offering',
    leftWords: 'the original balance',
    rightWords: "the underwriters' allocations",
    each: 'class',
    forms: [
      {
        left: figure('originalBalance'),
        right: allocations('own class', 'other'),
        title: "original balance = underwriters' allocations of the class",
      },
      {
        left: quotient(product(figure('endingBalance'), number(1000)), figure('endingBalancePer1000')),
        right: allocations('own class', 'other'),
        title: "original balance that follows from the month = underwriters' allocations of the class",
      },
      {
        left: quotient(figure('endingBalance'), figure('certificateFactor')),
        right: allocations('own class', 'other'),
        title: "original balance that follows from the factor = underwriters' allocations of the class",
      },
    ],
  }),
  againstTheOffering({
    id: 'V2',
    about: 'Original balance and the offering',
    leftWords: 'the statement',
    rightWords: 'the offering',
    each: 'class',
    forms: [
      {
        left: figure('originalBalance'),
        right: otherFigure('originalBalance'),
        title: 'original balance = original balance in the offering',
      },
      {
        left: quotient(product(figure('endingBalance'), number(1000)), figure('endingBalancePer1000')),
        right: otherFigure('originalBalance'),
        title: 'original balance that follows from the month = original balance in the offering',
      },
    ],
  }),
];
