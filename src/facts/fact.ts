import type { ConceptId } from './concepts.ts';

/** An annual statement's flows cover the year: they never enter a monthly series. */
export type StatementKind = 'monthly' | 'annual' | 'offering';

export type Unit = 'USD' | 'percent' | 'factor' | 'perThousand' | 'count' | 'months' | 'flag' | 'text' | 'date';

/** One printed figure with its meaning and its place. */
export interface Fact {
  /** null for a figure that was read but not recognised. */
  readonly concept: ConceptId | null;
  /** The certificate class as printed, without the word Class; `Total` for a total row; null for the pool. */
  readonly class: string | null;
  /** Loan group or REMIC where the statement has several. */
  readonly group: string | null;
  /** Any other dimension: delinquency bucket, loan number, underwriter. */
  readonly member: string | null;
  /** As printed: `12,415,000` is 12415000, `(338.25)` is -338.25, `1.11144%` is 1.11144, YES is true, a CUSIP is a string. */
  readonly value: number | boolean | string;
  readonly unit: Unit;
  /** Printed places after the point; null for what is no number. */
  readonly decimals: number | null;
  /** The figure's characters exactly as printed. */
  readonly text: string;
  /** 1-based line of its first character in the file as given. */
  readonly line: number;
  /** 1-based column, counted in characters, of its first character in the file as given. */
  readonly column: number;
  readonly section: string | null;
  readonly label: string | null;
  readonly columnLabel: string | null;
}

/** A figure whose characters were seen but whose value or meaning could not be settled: never a fact, always reported. */
export interface UncertainFigure {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly label: string | null;
  /** In words: what the possible readings are and why none was chosen. */
  readonly reason: string;
}

/** Something that a person should know about a file: what was found, where, and what to do about it. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly found: string;
  readonly advice: string;
}

/** What a document's cover and headings say about the deal. */
export interface Cover {
  readonly depositor: string | null;
  /** Trustee, trust administrator or paying agent, as printed. */
  readonly trustee: string | null;
  /** SEC file number, `333-72880`. */
  readonly fileNumber: string | null;
  /** Annual statements list the dates of the year's 8-K reports (ISO, in order). */
  readonly reportDates: readonly string[];
}

/** All facts of one document that is a statement. */
export interface Statement {
  readonly file: string;
  readonly exhibit: string | null;
  readonly form: string | null;
  readonly statement: StatementKind;
  readonly deal: string;
  /** ISO date: monthly the distribution date, annual that of its ending balances, offering that of the document. */
  readonly date: string | null;
  /** EDGAR accession number, where the file is a full submission. */
  readonly accessionNumber: string | null;
  /** ISO date on which it was filed, where the file says so. */
  readonly filed: string | null;
  readonly amendment: boolean;
  readonly cover: Cover;
  readonly facts: readonly Fact[];
  readonly uncertain: readonly UncertainFigure[];
  readonly problems: readonly Problem[];
}

/** What a document of a file turned out to be. */
export interface DocumentSummary {
  readonly exhibit: string | null;
  readonly description: string | null;
  readonly kind: 'statement' | 'cover' | 'other' | 'binary';
  readonly firstLine: number;
  readonly lines: number;
  /** Shapes of the blocks found, for the reading report: `class rows`, `item rows`, `label value`, `grid`. */
  readonly shapes: readonly string[];
  readonly facts: number;
}

/** The outcome of reading one file. Never throws for content: what is wrong is in `problems`. */
export interface FileReading {
  readonly file: string;
  /** Size in bytes as given. */
  readonly size: number;
  readonly documents: readonly DocumentSummary[];
  readonly statements: readonly Statement[];
  /** Not empty and `statements` empty: the file was not read. */
  readonly problems: readonly Problem[];
}
