import type { Deal } from '../../deal/deal.ts';
import type { Measure, MeasureUnit } from '../measure.ts';

/** What measures are about, in the order in which a page may show them. */
export type MeasureFamily =
  | 'Balances and age'
  | 'Prepayments'
  | 'Defaults and losses'
  | 'Delinquency'
  | 'Enhancement'
  | 'Rates'
  | 'Excess spread';

/** A measure as a row of data. */
export interface MeasureDefinition {
  readonly id: string;
  readonly family: MeasureFamily;
  readonly title: string;
  readonly unit: MeasureUnit;
  /** In the field's letters: B0, B1 pool beginning and ending, S scheduled principal, U unscheduled, L realized loss. */
  readonly formula: string;
  /** Where the formula stands, with its page, or whose figure it is. */
  readonly source: string;
  readonly scope: 'deal' | 'class';
  /** Whether it means something for an annual statement: a year's flow, or a figure of the year's end. */
  readonly overYear: boolean;
  /** The measure of one calendar month (`2002-05`); `name` is the class, for those of scope class. */
  readonly measure: (deal: Deal, month: string, name?: string) => Measure;
}

type Row = Omit<MeasureDefinition, 'family'>;

type InFamily<Rows extends readonly Row[]> = {
  readonly [Place in keyof Rows]: Rows[Place] & { readonly family: MeasureFamily };
};

/** Rows of one family of measures; their ids stay known to the compiler. */
export const inFamily = <const Rows extends readonly Row[]>(family: MeasureFamily, rows: Rows): InFamily<Rows> =>
  rows.map((row) => ({ ...row, family })) as unknown as InFamily<Rows>;

/** A formula of the standard, with its page. */
export const standard = (page: string): string =>
  `Bond Market Association, Uniform Practices, Standard Formulas, 1999, ${page}`;

export const asPrinted = 'as the statement prints it';

export const reports = 'trust statements and pooling agreements';
