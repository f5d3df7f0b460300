import type { Block } from '../layout/blocks.ts';
import type { Column, TableForm } from '../layout/tables.ts';
import { isCompany, nameAlone } from './company-names.ts';
import type { Context } from './context.ts';
import { findDates } from './dates.ts';
import type { LabelMeaning } from './label.ts';
import { labelMeaning } from './label.ts';

/**
 * What the words around a block say: its columns and what is over its labels. Frames are shared by
 * all blocks with the same words, so that what a row's label means under them is settled once.
 */

export const EMPTY_MEANING = labelMeaning('');

/** Where a record takes two printed lines: the headings of each. */
interface TwoLines {
  readonly first: readonly LabelMeaning[];
  readonly second: readonly LabelMeaning[];
  readonly secondPerThousand: readonly boolean[];
}

export interface Frame {
  readonly columns: readonly LabelMeaning[];
  readonly spanning: readonly LabelMeaning[];
  /** Per column, its words as printed, spanning ones first. */
  readonly columnLabels: readonly (string | null)[];
  readonly twoLines: TwoLines | null;
  readonly stub: LabelMeaning;
  readonly titles: readonly LabelMeaning[];
  /** Rows are classes. */
  readonly classRows: boolean;
  /** Columns are classes. */
  readonly classColumns: boolean;
  readonly groupColumns: boolean;
  /** One of several columns of classes is headed `Total` or speaks of notes: one headed `Certificates` is a class too. */
  readonly amongNotes: boolean;
  /** The group that the headings name over one of several columns: it is that of all. */
  readonly loneGroup: string | null;
  /** The headings are those of a table above that it goes on with. */
  readonly continued: boolean;
  /** One column without a heading, and not far above a table whose columns are classes. */
  readonly afterClasses: boolean;
  /** Rows or columns are delinquency buckets. */
  readonly bucketTable: boolean;
  /** Rows or columns go on beyond 90 days: `90 days` is then no open bucket. */
  readonly longArrears: boolean;
  /** Per column: a figure with four places or more stands in it. */
  readonly longColumns: readonly boolean[];
  /** Per column: its own heading says that amounts are for each $1,000 of original balance. */
  readonly perThousand: readonly boolean[];
  /** The titles speak of amounts per $1,000. */
  readonly titledPerThousand: boolean;
  /** Row labels are underwriters. */
  readonly underwriters: boolean;
  /** Per column: the underwriter whose share of the classes below it are, or their `Total`; null where it heads other things. */
  readonly underwriterColumns: readonly (string | null)[];
  readonly contexts: Map<string, Context>;
}

/** `Class` over the labels of rows. */
const classesBelow = /^(?:class(?:es)?|tranche)\b/i;

const classStub = /\b(?:class(?:es)?|clas|tranche|certificates?|notes?|securit(?:y|ies)|bonds?)\b/i;

/** `Credit Grade   A   B   C`: letters that are no classes. */
const gradesBelow = /\b(?:grades?|risk|tiers?|documentation|program|states?|fico|scores?)\b/i;

/** `Term Notes` over the labels of rows. */
const notesBelow = /\bnotes$/i;

/** `Class A-1 Notes`: a class and nothing else. */
export const namesNothingElse = (meaning: LabelMeaning): boolean =>
  meaning.words.every((word) => word === 'certificate' || word === 'class');

/** `Class A-3   Class A-4   Certificates   Total`, `iii  Certificates`: the trust's certificates are a class beside its notes. */
export const isCertificates = ({ text }: LabelMeaning): boolean =>
  /^(?:\(?(?:[ivx]{1,4}|\d{1,2}|[a-z])[.)]?\s+)?(?:owner )?(?:trust )?certificates?:?$/i.test(text);

const frames = new Map<string, Frame>();

const MOST_FRAMES = 5_000;

interface RowEvidence {
  bare: number;
  /** Every row is a total. */
  onlyTotals: boolean;
  named: number;
  buckets: number;
  codes: boolean;
  /** A row names the notes of a class. */
  notes: boolean;
  continued: number;
  long: number;
  longArrears: boolean;
}

/** Four places or more behind the point, and no percent sign. */
function isLong(text: string): boolean {
  const point = text.indexOf('.');
  return (
    point >= 0 &&
    text.length - point > 4 &&
    text.charCodeAt(point + 4) >= 48 &&
    text.charCodeAt(point + 4) <= 57 &&
    !text.endsWith('%')
  );
}

const isLongArrears = (meaning: LabelMeaning): boolean => meaning.bucket !== null && /^1[258]0/.test(meaning.bucket);

function evidenceOf(block: Block): RowEvidence {
  const evidence: RowEvidence = {
    bare: 0,
    onlyTotals: true,
    named: 0,
    buckets: 0,
    codes: false,
    notes: false,
    continued: 0,
    long: 0,
    longArrears: false,
  };
  for (const row of block.rows) {
    const meaning = labelMeaning(row.label);
    if (meaning.bareClass !== null) evidence.bare++;
    if (!meaning.total) evidence.onlyTotals = false;
    if (meaning.class !== null && namesNothingElse(meaning)) {
      evidence.named++;
      evidence.notes ||= /\bnotes?\b/i.test(row.label);
    }
    // `Prior   Current`: of two times, and not of loans that are current.
    const ofArrears = meaning.bucket !== null && meaning.bucket !== 'current';
    if (ofArrears && (meaning.words.length <= 2 || /\d/.test(meaning.bucket))) evidence.buckets++;
    if (isLongArrears(meaning)) evidence.longArrears = true;
    if (row.continued) evidence.continued++;
    for (let i = 0; i < row.cells.length; i++) {
      const cell = row.cells[i]!;
      if (cell.kind === 'code') evidence.codes = true;
      else if (cell.kind === 'figure' && isLong(cell.text) && row.columnOf[i]! >= 0)
        evidence.long |= 1 << Math.min(row.columnOf[i]!, 30);
    }
  }
  return evidence;
}

const few = (count: number): number => Math.min(count, 2);

/** Frames of tables printed alike: alone, and after a table whose columns are classes. */
const framesOfTables = new WeakMap<TableForm, { alone: Frame | null; after: Frame | null }>();

/** The frame of the block's words, settled once for tables printed alike. */
export function frameOf(block: Block, afterClassColumns: boolean): Frame {
  const frames = framesOfTables.get(block.table) ?? { alone: null, after: null };
  const known = afterClassColumns ? frames.after : frames.alone;
  if (known !== null) return known;
  const frame = findFrame(block, afterClassColumns);
  framesOfTables.set(block.table, frames);
  if (afterClassColumns) frames.after = frame;
  else frames.alone = frame;
  return frame;
}

/**
 * The frame of the block's words; the same object for the same words and the same kinds of rows. A lone column of totals under a table of
 * class columns (`afterClassColumns`) goes on with it.
 */
function findFrame(block: Block, afterClassColumns: boolean): Frame {
  const evidence = evidenceOf(block);
  const records = evidence.continued >= 2 && evidence.continued * 3 >= block.rows.length;
  let key = `${few(evidence.bare)}${few(evidence.named)}${few(evidence.buckets)}${evidence.codes ? 1 : 0}${evidence.notes ? 1 : 0}${evidence.onlyTotals ? 1 : 0}${evidence.longArrears ? 1 : 0}${records ? 1 : 0}${evidence.long}${afterClassColumns ? 'c' : ''}\u0000${block.stub}`;
  for (const title of block.titles) key += `\u0001${title}`;
  for (const column of block.columns) key += `\u0002${column.heading}\u0003${column.spanning}`;
  for (const { text } of block.table.headings.spare) key += `\u0005${text}`;
  if (block.table.continued !== null)
    key += block.table.continued.map(({ heading, spanning }) => `\u0004${heading}\u0003${spanning}`).join('');
  const known = frames.get(key);
  if (known !== undefined) return known;
  const frame = newFrame(block, evidence, records, afterClassColumns);
  if (frames.size > MOST_FRAMES) frames.clear();
  frames.set(key, frame);
  return frame;
}

const unitWords = new Set(['total', 'amount', 'original', 'aggregate', 'balance', 'current']);

/** Whether the heading says whose amounts stand below it, or in which unit, and nothing of what they are. */
function namesDimension({ heading, spanning }: Column): boolean {
  const meaning = labelMeaning(heading);
  if (meaning.class !== null || meaning.group !== null || meaning.bareClass !== null || meaning.total) return true;
  if (heading === '') return spanning !== '' && labelMeaning(spanning).group !== null;
  // `Pool   Totals   Class A-2`: beside classes, all of the loans.
  return meaning.words.every((word) => unitWords.has(word) || word === 'pool');
}

/** `Beginning of Period`, `End of Period` */
const namesTime = ({ heading }: Column): boolean => says(heading, 'beginning') || says(heading, 'ending');

/** Its columns, with the headings of the table that it goes on with where they hold for its rows too. */
function columnsOf(block: Block, evidence: RowEvidence): readonly Column[] {
  const { continued } = block.table;
  if (continued === null) return block.columns;
  const ofClasses = evidence.named > 0 || evidence.bare > 0;
  if (block.table.underSpanning)
    return !ofClasses && (continued.every(namesTime) || continued.every(namesDimension)) ? continued : block.columns;
  return ofClasses || continued.every(namesDimension) ? continued : block.columns;
}

/** A quarter, in milliseconds. */
const LONGEST_PERIOD = 100 * 86_400_000;

/** `12/31/2004   Activity   3/31/2005`: the earlier is the beginning, the later the end; of three, such as that of issue and two more, the one a period before the last. */
function withTimes(headings: readonly string[]): readonly string[] {
  const dates = headings.map((heading) => findDates(heading)[0] ?? null);
  const times = [...new Set(dates.flatMap((date) => (date === null ? [] : [date.date])))].sort();
  if (times.length < 2) return headings;
  const before = times.at(-2)!;
  const isNext = Date.parse(times.at(-1)!) - Date.parse(before) <= LONGEST_PERIOD;
  return headings.map((heading, i) => {
    const date = dates[i]!;
    if (date === null) return heading;
    const rest = `${heading.slice(0, date.start)} ${heading.slice(date.end)}`.trim();
    if (date.date === times.at(-1)) return `Ending ${rest}`;
    return times.length === 2 || (times.length === 3 && isNext && date.date === before)
      ? `Beginning ${rest}`
      : `Earlier ${rest}`;
  });
}

const kindOfLoans = /^(fixed|adjustable|variable|floating|arm)(?:[\s-]rate)?(?:\s+(?:loans?|mortgages?))?$/i;

/** `Fixed   Adjustable   Total`: groups, where there are two. */
function withKinds(headings: readonly string[]): readonly string[] {
  const kinds = headings.map((heading) => kindOfLoans.exec(heading)?.[1] ?? null);
  if (new Set(kinds.filter((kind) => kind !== null)).size < 2) return headings;
  return headings.map((heading, i) => (kinds[i] == null ? heading : `${kinds[i]} Group`));
}

const isInterestFactor = ({ words }: LabelMeaning): boolean => words.includes('interest') && words.includes('factor');

const ofBalances = new Set(['beginning', 'ending', 'current', 'original', 'pool', 'certificate', 'balance', 'note']);

/** `Principal Factor   Interest Factor`: what is paid of each $1,000; `Ending Factor` beside them is what is left. */
function withPaymentFactors(headings: readonly string[]): readonly string[] {
  if (!headings.some((heading) => isInterestFactor(labelMeaning(heading)))) return headings;
  return headings.map((heading) => {
    const { words } = labelMeaning(heading);
    const ofPayment = words.length > 1 && words.includes('factor') && !words.some((word) => ofBalances.has(word));
    return ofPayment ? `${heading.replace(/\bfactors?\b/i, ' ')} per $1,000` : heading;
  });
}

/** `Pass-Through Rates Current   Estimated Next`: the next of what stands before it. */
function withNext(headings: readonly string[]): readonly string[] {
  return headings.map((heading, i) => {
    const before = headings[i - 1];
    if (before === undefined || !says(heading, 'next')) return heading;
    const ofRate = labelMeaning(before).words.includes('rate') && /\bcurrent\b/i.test(before);
    return ofRate ? before.replace(/\bcurrent\b/i, 'Next') : heading;
  });
}

const says = (heading: string, word: string): boolean => {
  const { words } = labelMeaning(heading);
  return words.length === 1 && words[0] === word;
};

const statusOfDays = /^(?:foreclosure|bankruptcy|reo|repossession)\d/;

/** `Foreclosure` that happens to stand over one of `30-59 Days   60-89 Days   90+ Days   Totals`: the title of them all. */
function withStatus(texts: readonly string[]): readonly string[] {
  const buckets = texts.map((text) => labelMeaning(text).bucket ?? '');
  const of = buckets.findIndex((bucket) => statusOfDays.test(bucket));
  if (of < 0 || buckets.some((bucket, i) => i !== of && !/^\d|^$|^total$/.test(bucket))) return texts;
  if (!buckets.some((bucket) => /^\d/.test(bucket))) return texts;
  const status = /^\D+?(?=\s*\d)/.exec(texts[of]!)?.[0];
  if (status === undefined) return texts;
  return texts.map((text, i) => {
    const names = i !== of && (buckets[i] !== '' || labelMeaning(text).total);
    return names ? `${status} ${text}` : text;
  });
}

/** `Total $ Amount   Per $1,000`: beside a column of units, the other names the unit of its own, no total. */
function headingsOf(printed: readonly Column[], ofClasses: boolean): LabelMeaning[] {
  const dated = withStatus(withNext(withPaymentFactors(withTimes(withKinds(printed.map(({ heading }) => heading))))));
  const columns = printed.map(({ heading }, i) => {
    const meaning = labelMeaning(dated[i]!);
    const before = i === 0 ? '' : printed[i - 1]!.heading;
    // `Interest Payable   Per $1,000 of Original Principal`: of the interest.
    if (
      !meaning.perThousand ||
      !/^\W*(?:amount\s+)?per\b/i.test(heading) ||
      meaning.words.some((word) => word !== 'amount') ||
      before === '' ||
      labelMeaning(before).perThousand
    )
      return meaning;
    if (labelMeaning(before).words.every((word) => unitWords.has(word))) return meaning;
    const both = labelMeaning(`${before} ${heading}`);
    return ofClasses ? both : meaning;
  });
  if (columns.length !== 2 || !columns.some((column) => column.perThousand)) return columns;
  return columns.map((column) =>
    !column.perThousand && column.class === null && column.words.every((word) => unitWords.has(word))
      ? EMPTY_MEANING
      : column,
  );
}

/** How many buckets are named over no figures. */
const sparesOf = ({ table }: Block): number =>
  table.headings.spare.filter(({ text }) => labelMeaning(text).bucket !== null).length;

function newFrame(block: Block, evidence: RowEvidence, records: boolean, afterClassColumns: boolean): Frame {
  const printed = columnsOf(block, evidence);
  const columns = headingsOf(printed, evidence.named > 0 || evidence.bare > 0);
  const spanning = withTimes(printed.map((column) => column.spanning)).map((text) =>
    text === '' ? EMPTY_MEANING : labelMeaning(text),
  );
  const stub = labelMeaning(block.stub);
  const titles = block.titles.map(labelMeaning);
  let bareColumns = 0;
  let namedColumns = 0;
  let bucketColumns = 0;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    if (column.class !== null) namedColumns++;
    else if (column.bareClass !== null) bareColumns++;
    if (column.bucket !== null || spanning[i]!.bucket !== null) bucketColumns++;
  }
  // `30-59 days   60 days   90+ days   Totals` where no figure stands under most of them.
  if (bucketColumns === 1) bucketColumns += sparesOf(block);
  const headed = columns.length >= 3 && columns.some((column) => column.words.length > 0);
  const classRows =
    evidence.named > 0 ||
    // Nothing is printed of the classes, only of their total.
    (evidence.onlyTotals && classesBelow.test(block.stub)) ||
    (evidence.bare > 0 &&
      (classStub.test(block.stub) ||
        (!gradesBelow.test(block.stub) && (evidence.codes || evidence.bare >= 2 || headed))));
  const ofGroups = columns.map((column, i) => column.group ?? spanning[i]!.group).filter((group) => group !== null);
  const loneGroup = columns.length >= 2 && ofGroups.length === 1 ? ofGroups[0]! : null;
  const longColumns = columns.map((_, i) => (evidence.long & (1 << Math.min(i, 30))) !== 0);
  const columnLabels = printed.map(
    ({ heading, spanning: over }) => (over === '' ? heading : `${over} ${heading}`.trim()) || null,
  );
  return {
    columns,
    spanning,
    columnLabels,
    twoLines: records ? twoLinesOf(block) : null,
    stub,
    titles,
    classRows,
    classColumns:
      !classRows &&
      (namedColumns > 0 ||
        bareColumns >= 2 ||
        (afterClassColumns &&
          columns.length > 0 &&
          columns.every((column) => column.total || column.bareClass !== null))),
    continued: printed !== block.columns,
    afterClasses:
      afterClassColumns && columns.length === 1 && printed[0]!.heading === '' && printed[0]!.spanning === '',
    amongNotes:
      evidence.notes ||
      notesBelow.test(block.stub) ||
      columns.some((column) => column.total || /\bnotes?\b/i.test(column.text)),
    groupColumns: loneGroup === null && columns.some((column) => column.group !== null),
    loneGroup,
    longArrears: evidence.longArrears || columns.some(isLongArrears),
    bucketTable: evidence.buckets >= 2 || bucketColumns >= 2,
    longColumns,
    perThousand: columns.map((column, i) => longColumns[i]! && column.perThousand),
    titledPerThousand:
      !columns.some((column) => column.perThousand) &&
      [...spanning, ...titles, stub].some((meaning) => meaning.perThousand),
    underwriters: stub.words.includes('underwriter') || titles.some((title) => title.words.includes('underwriter')),
    underwriterColumns: classRows ? underwritersOver(columns, columnLabels) : [],
    contexts: new Map(),
  };
}

/** `Class   Alder Securities LLC   Birch & Co.   Total`: two companies or more over the rows of classes, and nothing else but their total. */
function underwritersOver(
  columns: readonly LabelMeaning[],
  labels: readonly (string | null)[],
): readonly (string | null)[] {
  const names = labels.map((label, i) =>
    columns[i]!.total ? 'Total' : label !== null && isCompany(label) ? nameAlone(label) : null,
  );
  return names.filter((name) => name !== null && name !== 'Total').length >= 2 && !names.includes(null) ? names : [];
}

/** `Closing Balance` over `Per $1,000`: where the lower line only gives the unit, the upper one says what of. */
function twoLinesOf(block: Block): TwoLines {
  const first = block.columns.map((column) => labelMeaning(column.upper));
  const lowest = block.columns.map((column) => labelMeaning(column.lowest));
  return {
    first,
    second: lowest.map((meaning, i) => (meaning.words.length === 0 ? first[i]! : meaning)),
    secondPerThousand: lowest.map((meaning) => meaning.perThousand),
  };
}
