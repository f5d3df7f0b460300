import { type ConceptId, concepts } from '../../facts/concepts.ts';
import { figure, term, terms } from '../formula.ts';
import type { Identity } from '../identity.ts';
import { printed } from './rows.ts';

const pooled = [
  'poolBeginningBalance',
  'poolEndingBalance',
  'loanCountBeginning',
  'loanCountEnding',
  'servicingFee',
  'curtailments',
  'payoffs',
  'totalPrepayments',
  'realizedLosses',
  'cumulativeRealizedLosses',
] as const satisfies readonly ConceptId[];

/** Figures printed more than once: for each loan group, or in two places. */
export const repeatedTable: readonly Identity[] = [
  ...pooled.map(
    (concept): Identity => ({
      id: `G1[${concept}]`,
      about: `${concepts[concept].title} of the loan groups`,
      leftWords: 'the groups together',
      rightWords: 'the whole pool',
      kind: 'equality',
      relation: 'equal',
      scope: 'statement',
      statements: printed,
      each: 'sum of the groups',
      concept,
      forms: [{ left: terms, right: figure(concept), title: 'sum of the groups = whole pool' }],
      gapCounts: 'established',
      pattern: 'G1',
      customary: true,
    }),
  ),
  {
    id: 'A1',
    about: 'A figure printed twice',
    leftWords: 'the first',
    rightWords: 'the second',
    kind: 'equality',
    relation: 'equal',
    scope: 'statement',
    statements: ['monthly', 'annual', 'offering'],
    each: 'printed twice',
    forms: [{ left: term(0), right: term(1), title: 'both printings agree' }],
    gapCounts: 'established',
    customary: true,
  },
];
