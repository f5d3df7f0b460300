import type { DateStyle } from '../calendar.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { NumberStyle } from './sheet.ts';

/** What a random layout has decided on; anything may be set by the caller instead. */
export interface LayoutChoices {
  readonly decimals: 0 | 2;
  readonly commas: boolean;
  readonly negative: NumberStyle['negative'];
  /** How zero amounts are printed; `blank` applies to losses and arrears alone. */
  readonly zero: NumberStyle['zero'];
  readonly currency: 'none' | 'everywhere' | 'first row';
  readonly currencySpace: boolean;
  /** Whole dollars keep their decimal point. */
  readonly point: boolean;
  readonly rateDecimals: number;
  readonly percentSign: boolean;
  readonly factorDecimals: number;
  readonly perThousandDecimals: number;
  /** What stands where a class has no rate or CUSIP. */
  readonly absent: '' | 'N/A' | 'NA';

  readonly classTable: 'class rows' | 'item rows' | 'class by class';
  /** Tables into which the columns of class rows are divided. */
  readonly blocks: 1 | 2 | 3;
  readonly classesPerBlock: number;
  readonly shuffledColumns: boolean;
  readonly perThousand: boolean;
  readonly factors: 'column' | 'list' | 'none';
  readonly totals: boolean;
  readonly totalWord: 'Total' | 'TOTAL' | 'Totals' | 'TOTALS';
  /** Printed before a class's name in its row. */
  readonly classPrefix: '' | 'Class ' | 'CLASS ';
  readonly holderWord: 'Certificate' | 'Note';

  /** Lines over which headings may be stacked at most. */
  readonly headingLines: 1 | 2 | 3 | 4;
  readonly headingAlignment: 'right' | 'centre' | 'left';
  /** Headings of fewer lines stand at the bottom or at the top. */
  readonly headingsAtTop: boolean;
  readonly upperCaseHeadings: boolean;
  /** Spaces between columns; 0 lets headings and the widest figures touch. */
  readonly gap: number;
  readonly indentation: number;
  readonly rules: 'none' | 'under headings' | 'around' | 'column dashes';
  readonly ruleCharacter: '-' | '=' | '_';
  readonly tags: boolean;
  readonly blankLinesInTables: boolean;

  readonly lines: 'leaders' | 'spaces' | 'colon' | 'numbered' | 'two pairs';
  readonly wrappedLabels: boolean;
  readonly poolPairs: boolean;
  readonly arrears: 'bucket rows' | 'bucket columns' | 'status grid' | 'none';
  readonly loans: boolean;

  readonly dateStyle: DateStyle;
  readonly centredTitle: boolean;
  readonly pageLength: number | null;
  readonly pageMark: '<PAGE>' | '\f';
  readonly tabs: boolean;
  readonly windowsLines: boolean;
}

/** Draws a layout. Most statements are tame; each oddity comes in a small part of them. */
export function drawChoices(seed: number): { readonly choices: LayoutChoices; readonly chance: Chance } {
  const chance = chanceFrom(seed ^ 0x1a9007);
  const rarely = (part: number): boolean => chance.happens(part);
  const decimals = chance.pick([0, 2, 2] as const);
  const choices: LayoutChoices = {
    decimals,
    commas: !rarely(0.12),
    negative: chance.pick(['parentheses', 'parentheses', 'minus', 'trailing minus']),
    zero: chance.pick(['digits', 'digits', 'digits', 'dash', 'blank']),
    currency: chance.pick(['none', 'none', 'everywhere', 'first row']),
    currencySpace: rarely(0.3),
    point: decimals === 0 && rarely(0.08),
    rateDecimals: chance.integer(5, 7),
    percentSign: !rarely(0.2),
    factorDecimals: chance.pick([8, 8, 9, 10]),
    perThousandDecimals: chance.integer(6, 9),
    absent: chance.pick(['', 'N/A', 'NA']),

    classTable: chance.pick(['class rows', 'class rows', 'class rows', 'item rows', 'class by class']),
    blocks: chance.pick([1, 2, 2, 3]),
    classesPerBlock: chance.integer(2, 5),
    shuffledColumns: rarely(0.35),
    perThousand: !rarely(0.4),
    factors: chance.pick(['column', 'list', 'none']),
    totals: !rarely(0.25),
    totalWord: chance.pick(['Total', 'TOTAL', 'Totals', 'TOTALS']),
    classPrefix: chance.pick(['', '', 'Class ', 'CLASS ']),
    holderWord: chance.pick(['Certificate', 'Certificate', 'Note']),

    headingLines: chance.pick([1, 2, 3, 4]),
    headingAlignment: chance.pick(['right', 'right', 'centre', 'left']),
    headingsAtTop: rarely(0.15),
    upperCaseHeadings: rarely(0.4),
    gap: chance.pick([1, 2, 2, 3, 4, 6]),
    indentation: chance.pick([0, 0, 2, 5, 10]),
    rules: chance.pick(['none', 'under headings', 'around', 'column dashes']),
    ruleCharacter: chance.pick(['-', '-', '=', '_']),
    tags: rarely(0.4),
    blankLinesInTables: rarely(0.2),

    lines: chance.pick(['leaders', 'spaces', 'colon', 'numbered', 'two pairs']),
    wrappedLabels: rarely(0.25),
    poolPairs: rarely(0.4),
    arrears: chance.pick(['bucket rows', 'bucket rows', 'bucket columns', 'status grid', 'none']),
    loans: rarely(0.3),

    dateStyle: chance.pick([
      'October 25, 2002',
      '10/25/2002',
      '10/25/02',
      '25-Oct-02',
      '25-Oct-2002',
      '25 October 2002',
    ]),
    centredTitle: rarely(0.6),
    pageLength: rarely(0.2) ? chance.integer(15, 60) : null,
    pageMark: chance.pick(['<PAGE>', '\f']),
    tabs: rarely(0.07),
    windowsLines: rarely(0.1),
  };
  return { choices, chance };
}
