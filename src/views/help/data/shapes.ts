import type { ConceptId } from '../../../facts/concepts.ts';

/** A figure that is read in an example. */
export interface ShapeFigure {
  readonly concept: ConceptId;
  readonly class?: string;
  readonly member?: string;
  /** As printed in the example. */
  readonly text: string;
}

/** One way in which statements print their figures. */
export interface Shape {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  /** A short statement of that shape, invented. */
  readonly example: string;
  /** Some of what is read in it. */
  readonly figures: readonly ShapeFigure[];
}

const head = (title: string): string => `Example Home Loan Trust 2004-1
${title}
Distribution Date: June 25, 2004
`;

/** The shapes that are read, whoever prints them. */
export const shapes: readonly Shape[] = [
  {
    id: 'class-rows',
    title: 'A table with a row for each class',
    words:
      'Headings of one to four lines, with or without rules; totals under any of their names; tables that go on in further blocks with other columns. A column belongs to the heading that stands over it.',
    example: `${head('Statement to Certificateholders')}
            Beginning                                                  Ending
            Principal        Principal       Interest      Realized    Principal
  Class     Balance          Distribution    Distribution  Loss        Balance
  A-1       120,000,000.00   2,400,000.00    500,000.00        0.00    117,600,000.00
  M-1        12,000,000.00           0.00     55,000.00        0.00     12,000,000.00
  Total     132,000,000.00   2,400,000.00    555,000.00        0.00    129,600,000.00
`,
    figures: [
      { concept: 'beginningBalance', class: 'A-1', text: '120,000,000.00' },
      { concept: 'principal', class: 'A-1', text: '2,400,000.00' },
      { concept: 'interest', class: 'M-1', text: '55,000.00' },
      { concept: 'endingBalance', class: 'Total', text: '129,600,000.00' },
    ],
  },
  {
    id: 'per-thousand',
    title: 'Amounts per $1,000',
    words:
      'Tables per $1,000 of original balance or per single certificate, with factors. They are kept apart from the amounts in dollars and held against them.',
    example: `${head('Statement to Certificateholders')}
  AMOUNTS PER $1,000 OF ORIGINAL BALANCE
            Principal       Interest       Ending            Certificate
  Class     Distribution    Distribution   Balance           Factor
  A-1       20.00000000     4.16666667     980.00000000      0.98000000
  M-1        0.00000000     4.58333333   1,000.00000000      1.00000000
`,
    figures: [
      { concept: 'principalPer1000', class: 'A-1', text: '20.00000000' },
      { concept: 'endingBalancePer1000', class: 'M-1', text: '1,000.00000000' },
      { concept: 'certificateFactor', class: 'A-1', text: '0.98000000' },
    ],
  },
  {
    id: 'label-value',
    title: 'A label and its value',
    words:
      'Lines with a label and a value, with dots between or without, numbered or lettered; labels that wrap; two or three pairs on a line.',
    example: `${head('Pool Information')}
  (a) Aggregate principal balance of the mortgage loans, beginning ....... 132,000,000.00
  (b) Aggregate principal balance of the mortgage loans, ending .......... 129,600,000.00
  (c) Number of mortgage loans, ending ...................................          1,204
  (d) Weighted average mortgage rate ....................................        7.8125 %
  Realized losses                    0.00      Principal prepayments in full     1,900,000.00
`,
    figures: [
      { concept: 'poolBeginningBalance', text: '132,000,000.00' },
      { concept: 'poolEndingBalance', text: '129,600,000.00' },
      { concept: 'loanCountEnding', text: '1,204' },
      { concept: 'weightedAverageCoupon', text: '7.8125 %' },
      { concept: 'payoffs', text: '1,900,000.00' },
    ],
  },
  {
    id: 'item-rows',
    title: 'A row for each item, a column for each class',
    words:
      'Tables turned round: items down the side, classes, loan groups or pools across the top; empty cells; further classes in repeated blocks.',
    example: `${head('Payment Summary')}
                                       Class A-1         Class M-1
  Beginning certificate balance     120,000,000.00     12,000,000.00
  Principal distribution              2,400,000.00              0.00
  Interest distribution                 500,000.00         55,000.00
  Ending certificate balance        117,600,000.00     12,000,000.00
`,
    figures: [
      { concept: 'beginningBalance', class: 'M-1', text: '12,000,000.00' },
      { concept: 'principal', class: 'A-1', text: '2,400,000.00' },
      { concept: 'endingBalance', class: 'A-1', text: '117,600,000.00' },
    ],
  },
  {
    id: 'delinquency-grid',
    title: 'Delinquencies by status',
    words:
      'Days past due, foreclosure, bankruptcy and real estate owned as rows or as columns, with number and balance, also statuses crossed with days.',
    example: `${head('Delinquency Information')}
  DELINQUENT LOANS          Number        Unpaid Principal
                            of Loans      Balance
  30 to 59 days                 14          1,512,000.00
  60 to 89 days                  5            498,500.00
  90 days or more                3            301,250.00
  Foreclosure                    2            220,000.00
`,
    figures: [
      { concept: 'delinquentCount', member: '30-59', text: '14' },
      { concept: 'delinquentUnpaidBalance', member: '90+', text: '301,250.00' },
      { concept: 'delinquentUnpaidBalance', member: 'foreclosure', text: '220,000.00' },
    ],
  },
];
