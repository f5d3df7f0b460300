import type { Statement } from '../facts/fact.ts';

/** One distribution date of a deal. */
export interface DealMonth {
  /** ISO distribution date. */
  readonly date: string;
  /** `2002-05`. */
  readonly month: string;
  /** The statement that counts: the one filed last. */
  readonly statement: Statement;
  /** Other statements of the same month (originals of an amendment, doubles with other figures), oldest first. */
  readonly superseded: readonly Statement[];
}

/** The statements of one trust and series, in order. */
export interface Deal {
  /** Stable id for URLs, made of the name: `new-century-home-equity-loan-trust-2002-1`. */
  readonly id: string;
  /** As a person would name it: `New Century Home Equity Loan Trust 2002-1`. */
  readonly name: string;
  readonly depositor: string | null;
  readonly trustee: string | null;
  readonly fileNumber: string | null;
  /** By date, ascending; one entry per calendar month at most. */
  readonly months: readonly DealMonth[];
  /** Calendar months (`2002-07`) between the first and the last for which nothing is loaded. */
  readonly gaps: readonly string[];
  readonly annual: readonly Statement[];
  readonly offering: readonly Statement[];
  /** Statements whose date could not be read: kept and shown, in no series. */
  readonly undated: readonly Statement[];
  /** Class names from senior to junior, residuals last; never `Total`. */
  readonly classes: readonly string[];
}
