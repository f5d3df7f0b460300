import type { ConceptId } from '../../facts/concepts.ts';
import { delinquencyMembersPrinted, someBucketPrinted } from '../conditions.ts';
import { type Formula, figure, ifPrinted, quotient, sum, terms } from '../formula.ts';
import type { Form, Identity } from '../identity.ts';
import { equality, ordering, printed } from './rows.ts';

const bucketColumns = [
  'delinquentCount',
  'delinquentUnpaidBalance',
  'delinquentStatedBalance',
] as const satisfies readonly ConceptId[];

/** What delinquency percentages are made of; deals differ in whether they count bankruptcies and REO. */
const stated = (member: string): Formula => ifPrinted('delinquentStatedBalance', { member });

const seriously = [stated('60-89'), stated('90+'), stated('foreclosure')];

const reo = [ifPrinted('reoStatedBalance'), stated('reo')];

const delinquencyForm = (title: string, parts: readonly Formula[], pool: ConceptId): Form => ({
  left: figure('delinquencyPercentage'),
  right: quotient(sum(...parts), figure(pool)),
  when: someBucketPrinted,
  title: `delinquency % = (${title}) / pool ${pool === 'poolEndingBalance' ? 'ending' : 'beginning'} balance`,
});

const delinquencyParts: readonly (readonly [string, readonly Formula[]])[] = [
  ['60–89 + 90+ + foreclosure + bankruptcy 60+ + REO', [...seriously, stated('bankruptcy60+'), ...reo]],
  ['60–89 + 90+ + foreclosure + bankruptcy + REO', [...seriously, stated('bankruptcy'), ...reo]],
  ['60–89 + 90+ + foreclosure + REO', [...seriously, ...reo]],
  ['60–89 + 90+', [stated('60-89'), stated('90+')]],
  ['30–59 + 60–89 + 90+', [stated('30-59'), stated('60-89'), stated('90+')]],
  ['30–59 + 60–89 + 90+ + foreclosure + REO', [stated('30-59'), ...seriously, ...reo]],
];

/** Delinquent loans by bucket, and the percentage made of them. */
export const delinquencyTable: readonly Identity[] = [
  equality({
    id: 'D1',
    about: 'Delinquency percentage',
    leftWords: 'the percentage',
    rightWords: 'the delinquent balances over the pool',
    scope: 'statement',
    each: 'pool',
    forms: [
      delinquencyForm(...(delinquencyParts[0] as (typeof delinquencyParts)[number]), 'poolEndingBalance'),
      ...delinquencyParts.slice(1).map(([title, parts]) => delinquencyForm(title, parts, 'poolEndingBalance')),
      ...delinquencyParts.map(([title, parts]) => delinquencyForm(title, parts, 'poolBeginningBalance')),
    ],
    sharesMayBeRough: true,
    gapCounts: 'always',
    gapOnlyIf: [delinquencyMembersPrinted],
    customary: true,
  }),
  ordering({
    id: 'D2',
    about: 'Delinquent balances',
    leftWords: 'the stated balance',
    rightWords: 'the unpaid balance',
    scope: 'row',
    each: 'bucket',
    forms: [
      {
        left: figure('delinquentStatedBalance'),
        right: figure('delinquentUnpaidBalance'),
        title: 'stated balance ≤ unpaid balance',
      },
    ],
    gapCounts: 'established',
  }),
  ...(['delinquentStatedBalance', 'delinquentUnpaidBalance'] as const).map(
    (balance): Identity => ({
      id: `D3[${balance}]`,
      about: 'Delinquent loans',
      leftWords: 'their number',
      rightWords: 'their balance',
      kind: 'ordering',
      relation: 'zero together',
      scope: 'row',
      statements: printed,
      each: 'bucket',
      forms: [
        {
          left: figure('delinquentCount'),
          right: figure(balance),
          title: 'no loans exactly where there is no balance',
        },
      ],
      gapCounts: 'established',
      pattern: 'D3',
    }),
  ),
  ...bucketColumns.map(
    (concept): Identity => ({
      id: `D4[${concept}]`,
      about: 'Bankruptcies',
      leftWords: 'those of 60 days and more',
      rightWords: 'all',
      kind: 'ordering',
      relation: 'at most',
      scope: 'table',
      statements: printed,
      each: 'pool',
      forms: [
        {
          left: figure(concept, { member: 'bankruptcy60+' }),
          right: figure(concept, { member: 'bankruptcy' }),
          title: 'bankruptcies of 60 days and more ≤ all bankruptcies',
        },
      ],
      gapCounts: 'always',
      customary: true,
    }),
  ),
  ordering({
    id: 'D5',
    about: 'Number of loans',
    leftWords: 'the ending count',
    rightWords: 'the beginning count',
    scope: 'statement',
    each: 'pool',
    forms: [
      {
        left: figure('loanCountEnding'),
        right: figure('loanCountBeginning'),
        title: 'loans, ending ≤ loans, beginning',
      },
    ],
    gapCounts: 'always',
    customary: true,
  }),
  equality({
    id: 'D6',
    about: 'Delinquent percentage',
    leftWords: 'the percentage',
    rightWords: 'the balance over the pool',
    scope: 'row',
    each: 'bucket',
    forms: (['poolEndingBalance', 'poolBeginningBalance'] as const).map(
      (pool): Form => ({
        left: figure('delinquentPercentage'),
        right: quotient(figure('delinquentStatedBalance'), figure(pool)),
        title: `delinquent % = stated balance / pool ${pool === 'poolEndingBalance' ? 'ending' : 'beginning'} balance`,
      }),
    ) as [Form, Form],
    sharesMayBeRough: true,
    gapCounts: 'established',
    customary: true,
  }),
  ...([...bucketColumns, 'delinquentPercentage'] as const).map(
    (concept): Identity => ({
      id: `D7[${concept}]`,
      about: 'Delinquent loans in total',
      leftWords: 'the buckets together',
      rightWords: 'the total',
      kind: 'equality',
      relation: 'equal',
      scope: 'table',
      statements: printed,
      each: 'bucket total',
      concept,
      forms: [{ left: terms, right: figure(concept, { member: 'total' }), title: 'sum of the buckets = total' }],
      gapCounts: 'established',
      pattern: 'D7',
      wholeTable: true,
      customary: true,
    }),
  ),
];
