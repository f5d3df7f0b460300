import type { Block, Row } from '../layout/blocks.ts';
import type { Section, WordsLine } from '../layout/sections.ts';
import type { Column, TableForm } from '../layout/tables.ts';
import { findDates } from './dates.ts';
import type { LabelMeaning } from './label.ts';
import { labelMeaning } from './label.ts';
import { isOfClass } from './meaning.ts';
import { remembered } from './remembered.ts';
import type { Resolution } from './resolve.ts';

/**
 * What the words around a block say: its columns, what is over its labels, and the sections that its rows stand under. Frames are shared by
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
  readonly contexts: Map<string, Context>;
}

/** The sections that rows of a frame stand under, and what the rows' labels mean there. */
export interface Context {
  readonly frame: Frame;
  /** Nearest first: words over the table, over its labels, section titles. */
  readonly meanings: readonly LabelMeaning[];
  readonly class: string | null;
  readonly group: string | null;
  readonly bucket: string | null;
  readonly delinquency: boolean;
  readonly perThousand: boolean;
  readonly section: string | null;
  /** Its title is an item of the classes above that no figure was printed for: the rows go on with those of a class, or do not. */
  readonly belowItem: boolean;
  readonly rows: Map<string, RowPlan>;
}

/** What a row's label means in its context, and what was settled for its cells so far, by column and shape. */
export interface RowPlan {
  readonly label: string | null;
  readonly meaning: LabelMeaning;
  readonly class: string | null;
  readonly isDimension: boolean;
  readonly underwriter: string | null;
  readonly resolutions: Map<number, Resolution | null>;
}

/** `Class` over the labels of rows. */
const classesBelow = /^(?:class(?:es)?|tranche)\b/i;
const classStub = /\b(?:class(?:es)?|clas|tranche|certificates?|notes?|securit(?:y|ies)|bonds?)\b/i;

/** `Class A-1 Notes`: a class and nothing else. */
const namesNothingElse = (meaning: LabelMeaning): boolean =>
  meaning.words.every((word) => word === 'certificate' || word === 'class');

const frames = new Map<string, Frame>();
const MOST_FRAMES = 5_000;

interface RowEvidence {
  bare: number;
  /** Every row is a total. */
  onlyTotals: boolean;
  named: number;
  buckets: number;
  codes: boolean;
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
    continued: 0,
    long: 0,
    longArrears: false,
  };
  for (const row of block.rows) {
    const meaning = labelMeaning(row.label);
    if (meaning.bareClass !== null) evidence.bare++;
    if (!meaning.total) evidence.onlyTotals = false;
    if (meaning.class !== null && namesNothingElse(meaning)) evidence.named++;
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
  let key = `${few(evidence.bare)}${few(evidence.named)}${few(evidence.buckets)}${evidence.codes ? 1 : 0}${evidence.onlyTotals ? 1 : 0}${evidence.longArrears ? 1 : 0}${records ? 1 : 0}${evidence.long}${afterClassColumns ? 'c' : ''}\u0000${block.stub}`;
  for (const title of block.titles) key += `\u0001${title}`;
  for (const column of block.columns) key += `\u0002${column.heading}\u0003${column.spanning}`;
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
  return meaning.words.every((word) => unitWords.has(word));
}

/** Its columns, with the headings of the table that it goes on with where they hold for its rows too. */
function columnsOf(block: Block, evidence: RowEvidence): readonly Column[] {
  const { continued } = block.table;
  if (continued === null) return block.columns;
  const ofClasses = evidence.named > 0 || evidence.bare > 0;
  return ofClasses || continued.every(namesDimension) ? continued : block.columns;
}

/** `12/31/2004   Activity   3/31/2005`: the earlier is the beginning, the later the end; of more, only the last is told. */
function withTimes(headings: readonly string[]): readonly string[] {
  const dates = headings.map((heading) => findDates(heading)[0] ?? null);
  const times = [...new Set(dates.flatMap((date) => (date === null ? [] : [date.date])))].sort();
  if (times.length < 2) return headings;
  return headings.map((heading, i) => {
    const date = dates[i]!;
    if (date === null) return heading;
    const rest = `${heading.slice(0, date.start)} ${heading.slice(date.end)}`.trim();
    if (date.date === times.at(-1)) return `Ending ${rest}`;
    return times.length === 2 ? `Beginning ${rest}` : `Earlier ${rest}`;
  });
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

/** `Total $ Amount   Per $1,000`: beside a column of units, the other names the unit of its own, no total. */
function headingsOf(printed: readonly Column[], ofClasses: boolean): LabelMeaning[] {
  const dated = withPaymentFactors(withTimes(printed.map(({ heading }) => heading)));
  const columns = printed.map(({ heading }, i) => {
    const meaning = labelMeaning(dated[i]!);
    const before = i === 0 ? '' : printed[i - 1]!.heading;
    // `Interest Payable   Per $1,000 of Original Principal`: of the interest.
    if (
      !meaning.perThousand ||
      !/^\W*per\b/i.test(heading) ||
      meaning.words.length > 0 ||
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

function newFrame(block: Block, evidence: RowEvidence, records: boolean, afterClassColumns: boolean): Frame {
  const printed = columnsOf(block, evidence);
  const columns = headingsOf(printed, evidence.named > 0 || evidence.bare > 0);
  const spanning = printed.map((column) => (column.spanning === '' ? EMPTY_MEANING : labelMeaning(column.spanning)));
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
  const headed = columns.length >= 3 && columns.some((column) => column.words.length > 0);
  const classRows =
    evidence.named > 0 ||
    // Nothing is printed of the classes, only of their total.
    (evidence.onlyTotals && classesBelow.test(block.stub)) ||
    (evidence.bare > 0 && (classStub.test(block.stub) || evidence.codes || evidence.bare >= 2 || headed));
  const ofGroups = columns.map((column, i) => column.group ?? spanning[i]!.group).filter((group) => group !== null);
  const loneGroup = columns.length >= 2 && ofGroups.length === 1 ? ofGroups[0]! : null;
  const longColumns = columns.map((_, i) => (evidence.long & (1 << Math.min(i, 30))) !== 0);
  return {
    columns,
    spanning,
    columnLabels: printed.map(
      ({ heading, spanning: over }) => (over === '' ? heading : `${over} ${heading}`.trim()) || null,
    ),
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
    contexts: new Map(),
  };
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

const speaksOfDelinquency = (meaning: LabelMeaning): boolean =>
  meaning.words.includes('delinquent') ||
  meaning.words.includes('foreclosure') ||
  (meaning.bucket !== null && meaning.words.length <= 2);

const titlePage = /\bseries\b|\btrust\b/i;
const classTitleWords = new Set(['certificate', 'class', 'distribution', 'principal', 'balance', 'interest']);
const DEEPEST = 4;
/** How many lines of words before a row may have a say in what it means. */
export const FARTHEST = 12;

/** The group that a line names and nothing else, and whether it begins a page: what stands above it speaks of something else. */
const groupOnLine = remembered(MOST_FRAMES, (text) => {
  const { group, words } = labelMeaning(text);
  // `Distribution to Date - REMIC III` is the title of one table.
  const ofTable = words.length > 2 || words.includes('distribution') || words.includes('cumulative');
  return { group: ofTable ? null : group, ends: titlePage.test(text) };
});

/** The group that the lines of words from `line` up name, up to where the deal's own name is printed again: titles over a page of tables. */
function groupBefore(line: WordsLine | null): { readonly group: string | null; readonly lines: number } {
  let at = line;
  for (let lines = 0; at !== null && lines < FARTHEST; lines++, at = at.before) {
    if (at.inside || at.text.length > 60) continue;
    const { group, ends } = groupOnLine(at.text);
    if (group !== null || ends) return { group, lines };
  }
  return { group: null, lines: FARTHEST };
}

/** The same where the lines from `line` up name the same group as far above, however many lines stand between them and a row. */
export function groupTrail(line: WordsLine | null): string {
  const { group, lines } = groupBefore(line);
  return `${lines} ${group ?? ''}`;
}

/** Where a row stands in its block: under what the first row stands under, under a title further down, or under one that ends what stood over the labels. */
type Among = 'first' | 'within' | 'ended';

function placeOf(frame: Frame, { section }: Row, first: Section | null): Among {
  if (section === first) return 'first';
  return hasEnded(frame.stub, section, first) ? 'ended' : 'within';
}

function standsUnder(section: Section | null, text: string): boolean {
  for (let at = section; at !== null; at = at.outer) if (at.text === text) return true;
  return false;
}

/** The lowest title over the labels has been followed by another. */
function hasEnded(stub: LabelMeaning, section: Section | null, first: Section | null): boolean {
  let title = first;
  while (title !== null && !stub.text.endsWith(title.text)) title = title.outer;
  return title !== null && !standsUnder(section, title.text);
}

/** The context of a row: what its frame and the sections that it stands under say; `first` is that of the first row of its block. */
export function contextOf(frame: Frame, row: Row, first: Section | null): Context {
  const { group } = groupBefore(row.preceding);
  const place = placeOf(frame, row, first);
  let key = `${place}${group ?? ''}`;
  let section: Section | null = row.section;
  for (let i = 0; section !== null && i < DEEPEST; i++, section = section.outer)
    key += `${section.apart ? '\u0001' : '\u0000'}${section.text}`;
  const known = frame.contexts.get(key);
  if (known !== undefined) return known;
  const context = newContext(frame, row, place, group);
  if (frame.contexts.size > MOST_FRAMES) frame.contexts.clear();
  frame.contexts.set(key, context);
  return context;
}

const namesClass = (meaning: LabelMeaning): boolean =>
  meaning.class !== null && meaning.words.every((word) => classTitleWords.has(word));

/** The class that a title over the row names, one among the rows before those over them all; a title of something else that stands apart ends it. */
function classAbove(frame: Frame, row: Row, place: Among): string | null {
  if (place !== 'first' && row.section !== null) {
    const nearest = labelMeaning(row.section.text);
    if (namesClass(nearest)) return nearest.class;
  }
  for (const title of frame.titles) if (namesClass(title)) return title.class;
  const { stub } = frame;
  if (!frame.classRows && stub.words.length > 0 && place !== 'ended') {
    if (namesClass(stub)) return stub.class;
    if (!stub.words.every((word) => classTitleWords.has(word) || word === 'aggregate' || word === 'amount'))
      return null;
  }
  let section = row.section;
  for (let i = 0; section !== null && i < DEEPEST; i++, section = section.outer) {
    const meaning = labelMeaning(section.text);
    if (namesClass(meaning)) return meaning.class;
    if (section.apart && !section.enumerated) return null;
  }
  return null;
}

function newContext(frame: Frame, row: Row, place: Among, groupOfPage: string | null): Context {
  const meanings = [...frame.titles];
  const { section } = row;
  const among = place !== 'first' && section !== null && section.text !== frame.stub.text;
  if (among) meanings.unshift(labelMeaning(section.text));
  if (frame.stub.text !== '' && place !== 'ended') meanings.push(frame.stub);
  let outer = row.section;
  for (let i = 0; outer !== null && i < DEEPEST; i++, outer = outer.outer)
    if (outer.text !== frame.stub.text && !(among && meanings[0]?.text === outer.text))
      meanings.push(labelMeaning(outer.text));
  const nearest = row.section === null ? null : labelMeaning(row.section.text);
  let group = place === 'first' || nearest === null ? null : nearest.group;
  let bucket: string | null = null;
  for (const meaning of meanings) {
    if (meaning === frame.stub && frame.classRows) continue;
    group ??= meaning.group;
    if (bucket === null && meaning.total && frame.bucketTable) bucket = 'total';
    if (bucket === null && meaning.bucket !== null && !/\d/.test(meaning.bucket) && meaning.words.length <= 3)
      bucket = meaning.bucket;
  }
  // `Delinquent 30-59 days:` over `Number` and `Balance`.
  if (bucket === null && !frame.bucketTable && nearest !== null && nearest.bucket !== null && nearest.words.length <= 3)
    bucket = nearest.bucket;
  const long = frame.longColumns.includes(true);
  return {
    frame,
    meanings,
    class: classAbove(frame, row, place),
    group: group ?? groupOfPage,
    bucket,
    delinquency: frame.bucketTable || meanings.some(speaksOfDelinquency),
    perThousand: meanings
      .slice(0, 3)
      .some((meaning) => meaning.perThousand || (long && meaning.words.includes('factor'))),
    section: meanings[0]?.text ?? null,
    belowItem: frame.afterClasses && nearest !== null && isOfClass(nearest.words),
    rows: new Map(),
  };
}

/** The plan of a row with this label, `class` given where something other than the label says it. */
export function planOf(context: Context, label: string, ofClass: string | null): RowPlan {
  const key = ofClass === null ? label : `${label}\u0000${ofClass}`;
  const known = context.rows.get(key);
  if (known !== undefined) return known;
  const meaning = labelMeaning(label);
  const { frame } = context;
  const named = frame.classRows ? (meaning.class ?? meaning.bareClass) : meaning.class;
  const plan: RowPlan = {
    label: label === '' ? null : label,
    meaning,
    class: ofClass ?? named,
    isDimension: ofClass !== null || (named !== null && (namesNothingElse(meaning) || meaning.bareClass !== null)),
    underwriter: frame.underwriters && named === null ? label.replace(/(?<![\s.])[\s.]+$/, '') : null,
    resolutions: new Map(),
  };
  if (context.rows.size > MOST_FRAMES) context.rows.clear();
  context.rows.set(key, plan);
  return plan;
}
