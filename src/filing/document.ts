/** What an EDGAR submission's header says, in either dialect. Absent values are null, never empty. */
export interface FilingHeader {
  readonly accessionNumber: string | null;
  /** Conformed submission type: `8-K`, `8-K/A`, `10-D`, `424B5`. */
  readonly form: string | null;
  /** ISO date of CONFORMED PERIOD OF REPORT. */
  readonly periodOfReport: string | null;
  /** ISO date of FILED AS OF DATE. */
  readonly filed: string | null;
  /** Each filer's conformed name, in order: trust, depositor. */
  readonly filers: readonly Filer[];
}

export interface Filer {
  readonly name: string | null;
  readonly cik: string | null;
  /** SEC file number, `333-72880`. */
  readonly fileNumber: string | null;
}

/**
 * The text of one document as lines to read, with the way back to where each character stands in the file as given.
 * Plain text: the file's own lines, dash escapes of a PEM envelope undone. HTML: a rendering of its tables as text
 * tables in fixed-width columns. Line terminators are not part of a line; tabs and form feeds are left in.
 */
export interface DocumentText {
  readonly lines: readonly string[];
  /** 1-based line in the file of the character at `offset` (0-based) of `lines[index]`. */
  lineOf(index: number, offset: number): number;
  /** 1-based column in the file, in characters, of the character at `offset` (0-based) of `lines[index]`. */
  columnOf(index: number, offset: number): number;
}

/** One document of a file. A file that is no EDGAR submission has exactly one, with `exhibit` null. */
export interface FilingDocument extends DocumentText {
  /** EDGAR `<TYPE>`: `8-K`, `EX-99.1`; null outside a submission. */
  readonly exhibit: string | null;
  readonly description: string | null;
  /** EDGAR `<FILENAME>`. */
  readonly fileName: string | null;
  readonly kind: 'text' | 'html' | 'binary';
}

/** A file taken apart, nothing of its finance understood yet. */
export interface Filing {
  readonly file: string;
  readonly header: FilingHeader | null;
  readonly documents: readonly FilingDocument[];
  /** What is wrong with the container, for a person: `found` and `advice` as in a Problem. */
  readonly faults: readonly { readonly line: number | null; readonly found: string; readonly advice: string }[];
}
