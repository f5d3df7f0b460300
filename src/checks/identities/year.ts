import { type ConceptId, concepts } from '../../facts/concepts.ts';
import { beginningsTie, firstPeriod, poolIsTheClasses, stepdownNotReached } from '../conditions.ts';
import {
  classes,
  cusip,
  derived,
  difference,
  figure,
  months,
  number,
  otherClasses,
  otherDerived,
  otherFigure,
  product,
  quotient,
  sum,
} from '../formula.ts';
import { type Each, type Identity, rowsWith } from '../identity.ts';

/** This statement is the annual one, the other a month of its year. */
const againstTheYear = rowsWith({
  scope: 'months against the year',
  statements: ['annual'],
  gapCounts: 'always',
});

const conceptIds = Object.keys(concepts) as ConceptId[];

const rowsOf = (concept: ConceptId): Each => {
  const { scope } = concepts[concept];
  return scope === 'class' ? 'class or total' : scope;
};

const flows = conceptIds.filter((concept) => concepts[concept].nature === 'flow' && concepts[concept].scope !== 'loan');

/** Figures that say nothing of the date of the annual statement's ending balances. */
const notOfTheEnd: ReadonlySet<ConceptId> = new Set([
  'originalBalance',
  'beginningBalance',
  'beginningBalancePer1000',
  'poolBeginningBalance',
  'loanCountBeginning',
  'aggregateLossSeverity',
  'holdersOfRecord',
  'underwriterAllocation',
  'offeredBalance',
]);

const stocks = conceptIds.filter((concept) => {
  const { nature, scope, unit } = concepts[concept];
  return (nature === 'stock' || nature === 'rate') && scope !== 'loan' && unit !== 'flag' && !notOfTheEnd.has(concept);
});

/** Flows of the year against the sum of its months; tested where every month of the year is loaded. */
export const yearTable: readonly Identity[] = flows.map((concept) => {
  const title = concepts[concept].title.toLowerCase();
  // Each payment per $1,000 was rounded to the cent of a whole class before it was divided.
  const rounded = concepts[concept].unit === 'perThousand' ? [derived('centTerm')] : [];
  return againstTheYear({
    id: `Y1[${concept}]`,
    about: `${concepts[concept].title} of the year`,
    leftWords: 'the annual statement',
    rightWords: 'the months together',
    each: rowsOf(concept),
    forms: [
      {
        left: figure(concept),
        right: sum(months(concept), ...rounded),
        title: `${title} of the year = sum of the months`,
      },
    ],
  });
});

/** The annual statement's ending balances and rates against those of the month of its date. */
export const yearEndTable: readonly Identity[] = stocks.map((concept) => {
  const title = concepts[concept].title.toLowerCase();
  return againstTheYear({
    id: `Y2[${concept}]`,
    about: `${concepts[concept].title} at the end of the year`,
    leftWords: 'the annual statement',
    rightWords: "the last month's statement",
    each: rowsOf(concept),
    forms: [
      {
        left: figure(concept),
        right: otherFigure(concept),
        title: `${title} at the end of the year = ${title} of the last month`,
      },
    ],
    gapCounts: 'established',
    pattern: 'Y2',
  });
});

const originalOfMonth = quotient(
  product(otherFigure('endingBalance'), number(1000)),
  otherFigure('endingBalancePer1000'),
);

/** The annual statement against any month of its year. */
export const monthOfYearTable: readonly Identity[] = [
  againstTheYear({
    id: 'X1',
    about: 'Original balance',
    leftWords: 'the annual statement',
    rightWords: "ending balance over ending balance per $1,000 of the month's",
    each: 'class',
    forms: [
      {
        left: figure('beginningBalance'),
        right: originalOfMonth,
        title: "beginning balance of the deal's first year = original balance that follows from the month",
        when: firstPeriod,
      },
      {
        left: quotient(product(figure('endingBalance'), number(1000)), figure('endingBalancePer1000')),
        right: originalOfMonth,
        title: 'original balance that follows from the year = that from the month',
      },
      {
        left: figure('originalBalance'),
        right: otherFigure('originalBalance'),
        title: 'original balance is the same',
      },
    ],
    gapCounts: 'established',
  }),
  againstTheYear({
    id: 'X2',
    about: 'Original pool',
    leftWords: "the beginning of the deal's first year",
    rightWords: 'the original balances that follow from the month, together',
    each: 'pool',
    forms: [
      {
        left: figure('poolBeginningBalance'),
        right: otherDerived('poolOriginalBalance'),
        title: "pool beginning balance of the deal's first year = sum of the month's original balances",
        when: firstPeriod,
      },
    ],
    gapNeeds: [poolIsTheClasses],
  }),
  againstTheYear({
    id: 'X3',
    about: 'Margin over the other class',
    leftWords: 'the year',
    rightWords: 'the month',
    each: 'class beside the reference',
    forms: [
      {
        left: difference(figure('passThroughRate'), figure('passThroughRate', 'partner')),
        right: difference(otherFigure('passThroughRate'), otherFigure('passThroughRate', 'partner')),
        title: "the rate's distance from another floating class's is the same",
      },
    ],
    gapCounts: 'never',
  }),
  againstTheYear({
    id: 'X4',
    about: 'CUSIP',
    leftWords: 'the year',
    rightWords: 'the month',
    each: 'class',
    forms: [{ left: cusip('whole'), right: cusip('whole', 'other'), title: 'the CUSIP is the same' }],
    gapCounts: 'established',
  }),
  ...(['loanCount', 'poolBalance'] as const).flatMap((quantity): Identity[] => {
    const count = quantity === 'loanCount';
    const beginning = count ? 'loanCountBeginning' : 'poolBeginningBalance';
    const ending = count ? 'loanCountEnding' : 'poolEndingBalance';
    const about = count ? 'Number of loans within the year' : 'Pool within the year';
    const shared = { kind: 'ordering', relation: 'at most', each: 'pool', gapCounts: 'reproduced', about } as const;
    return [
      againstTheYear({
        ...shared,
        id: `${count ? 'X5' : 'X6'}[beginning]`,
        leftWords: "the month's beginning",
        rightWords: "the year's beginning",
        forms: [
          { left: otherFigure(beginning), right: figure(beginning), title: "month's beginning ≤ year's beginning" },
        ],
      }),
      againstTheYear({
        ...shared,
        id: `${count ? 'X5' : 'X6'}[ending]`,
        leftWords: "the year's end",
        rightWords: "the month's end",
        forms: [{ left: figure(ending), right: otherFigure(ending), title: "year's end ≤ month's end" }],
      }),
    ];
  }),
  ...flows.map((concept) =>
    againstTheYear({
      id: `X7[${concept}]`,
      about: `${concepts[concept].title} of a month within the year`,
      leftWords: 'the month',
      rightWords: 'the year',
      kind: 'ordering',
      relation: 'at most',
      each: rowsOf(concept),
      forms: [
        {
          left: otherFigure(concept),
          right: figure(concept),
          title: `${concepts[concept].title.toLowerCase()} of the month ≤ of the year`,
        },
      ],
      gapCounts: 'reproduced',
    }),
  ),
  againstTheYear({
    id: 'X8',
    about: 'Required overcollateralization',
    leftWords: 'the year',
    rightWords: 'the month',
    each: 'pool',
    forms: [
      {
        left: figure('requiredOvercollateralization'),
        right: otherFigure('requiredOvercollateralization'),
        title: 'required overcollateralization is the same before the stepdown date',
        when: stepdownNotReached,
      },
    ],
    gapCounts: 'reproduced',
  }),
  againstTheYear({
    id: 'X9',
    about: 'Principal before the month',
    leftWords: 'the decline of the classes',
    rightWords: 'the decline of the pool',
    each: 'pool',
    forms: [
      {
        left: difference(classes('beginningBalance'), otherClasses('beginningBalance')),
        right: difference(figure('poolBeginningBalance'), otherFigure('poolBeginningBalance')),
        title: "classes' decline from the year's beginning to the month's = decline of the pool",
      },
    ],
    gapOnlyIf: [beginningsTie],
  }),
  againstTheYear({
    id: 'Y3',
    about: 'Reports of the year',
    leftWords: 'the list of 8-K reports for the month',
    rightWords: 'the statements loaded for it',
    each: 'pool',
    forms: [
      {
        left: derived('listedReports'),
        right: number(1),
        title: "the annual report's list of 8-K reports has one for the month",
      },
    ],
    withoutFigures: true,
  }),
];
