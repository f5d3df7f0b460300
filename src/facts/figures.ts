import type { Block, Column, Row } from '../layout/blocks.ts';
import { parsePrintedNumber } from '../layout/figure.ts';
import type { Cell } from '../layout/scan.ts';
import type { ConceptId } from './concepts.ts';
import { concepts } from './concepts.ts';
import type { Unit } from './fact.ts';
import type { LabelMeaning } from './label.ts';
import { labelMeaning } from './label.ts';
import type { Meaning, Surroundings, ValueShape } from './meaning.ts';
import { crossBucket, findMeaning } from './meaning.ts';

/** A figure with what its surroundings say of it, before it gets its place in the file. */
export interface ReadFigure {
  concept: ConceptId | null;
  readonly class: string | null;
  readonly group: string | null;
  readonly member: string | null;
  readonly value: number | boolean | string;
  readonly unit: Unit;
  readonly decimals: number | null;
  readonly cell: Cell;
  /** Index of its line in the document. */
  readonly row: number;
  readonly section: string | null;
  readonly label: string | null;
  readonly columnLabel: string | null;
}

export interface UnsettledCell {
  readonly cell: Cell;
  readonly row: number;
  readonly label: string | null;
}

export type BlockShape = 'class rows' | 'item rows' | 'label value' | 'grid';

export interface BlockReading {
  readonly shape: BlockShape;
  readonly figures: readonly ReadFigure[];
  /** Cells whose characters are numbers run together. */
  readonly damaged: readonly UnsettledCell[];
}

/** What the words around a block's columns and rows say, settled once for the block. */
interface BlockFrame {
  readonly block: Block;
  readonly columns: readonly LabelMeaning[];
  /** Where a record takes two lines: the headings of its first and of its second line. */
  readonly twoLines: { readonly first: readonly LabelMeaning[]; readonly second: readonly LabelMeaning[]; readonly secondPerThousand: readonly boolean[] } | null;
  readonly spanning: readonly LabelMeaning[];
  readonly stub: LabelMeaning;
  readonly titles: readonly LabelMeaning[];
  readonly classRows: boolean;
  readonly classColumns: boolean;
  readonly bucketTable: boolean;
  readonly groupColumns: boolean;
  readonly longDecimals: boolean;
  readonly underwriters: boolean;
  /** Per column: its amounts are for each $1,000 of original balance. */
  readonly perThousand: readonly boolean[];
  /** The titles speak of amounts per $1,000. */
  readonly titledPerThousand: boolean;
  /** Per column: a figure with four places or more stands in it. */
  readonly longColumns: readonly boolean[];
}

const EMPTY_MEANING = labelMeaning('');
const classStub = /\b(?:class(?:es)?|clas|tranche|certificates?|notes?|securit(?:y|ies)|bonds?)\b/i;
const continues = /(?:\b(?:of|the|and|to|for|in|on|from|by|that|which|with|or|per|under|as)|[,(-])$/i;
const enumerated = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]/;

/** `Class A-1 Notes`: a class and nothing else. */
const namesNothingElse = (meaning: LabelMeaning): boolean => meaning.words.every((word) => word === 'certificate' || word === 'class');

function frameOf(block: Block): BlockFrame {
  const columns = block.columns.map((column) => labelMeaning(column.heading));
  const spanning = block.columns.map((column) => (column.spanning === '' ? EMPTY_MEANING : labelMeaning(column.spanning)));
  const stub = labelMeaning(block.stub);
  const titles = block.titles.map(labelMeaning);
  let bareRows = 0;
  let namedRows = 0;
  let bucketRows = 0;
  const longColumns = columns.map(() => false);
  for (const row of block.rows) {
    const meaning = labelMeaning(row.label);
    if (meaning.bareClass !== null) bareRows++;
    if (meaning.class !== null && namesNothingElse(meaning)) namedRows++;
    if (meaning.bucket !== null && (/\d/.test(meaning.bucket) || meaning.words.length <= 2)) bucketRows++;
    for (let i = 0; i < row.cells.length; i++) {
      const cell = row.cells[i]!;
      if (cell.kind === 'figure' && row.columnOf[i]! >= 0 && /\.\d{4,}(?!.*%)/.test(cell.text)) longColumns[row.columnOf[i]!] = true;
    }
  }
  let bareColumns = 0;
  let namedColumns = 0;
  let bucketColumns = 0;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    if (column.class !== null) namedColumns++;
    else if (column.bareClass !== null) bareColumns++;
    if (column.bucket !== null || spanning[i]!.bucket !== null) bucketColumns++;
  }
  const codes = block.rows.some((row) => row.cells.some((cell) => cell.kind === 'code'));
  const classRows =
    namedRows > 0 || (bareRows > 0 && (classStub.test(block.stub) || codes || bareRows >= 2 || columns.some((column) => column.words.length > 0 && bareRows > 0 && block.columns.length >= 3)));
  const continuedRows = block.rows.filter((row) => row.continued).length;
  return {
    block,
    columns,
    twoLines: continuedRows >= 2 && continuedRows * 3 >= block.rows.length ? twoLinesOf(block) : null,
    spanning,
    stub,
    titles,
    classRows,
    classColumns: !classRows && (namedColumns > 0 || bareColumns >= 2),
    groupColumns: columns.some((column) => column.group !== null),
    bucketTable: bucketRows >= 2 || bucketColumns >= 2,
    longDecimals: longColumns.includes(true),
    longColumns,
    perThousand: columns.map((column, i) => longColumns[i]! && column.perThousand),
    titledPerThousand: !columns.some((column) => column.perThousand) && [...spanning, ...titles, stub].some((meaning) => meaning.perThousand),
    underwriters: stub.words.includes('underwriter') || titles.some((title) => title.words.includes('underwriter')),
  };
}

/** `Closing Balance` over `Per $1,000`: where the lower line only gives the unit, the upper one says what of. */
function twoLinesOf(block: Block): NonNullable<BlockFrame['twoLines']> {
  const first = block.columns.map((column) => labelMeaning(column.upper));
  const lowest = block.columns.map((column) => labelMeaning(column.lowest));
  return {
    first,
    second: lowest.map((meaning, i) => (meaning.words.length === 0 ? first[i]! : meaning)),
    secondPerThousand: lowest.map((meaning) => meaning.perThousand),
  };
}

/** The row's label, with the lines above or below that it wraps over. */
function fullLabel(row: Row): string {
  let { label } = row;
  const { above } = row;
  const last = above[above.length - 1];
  if (last !== undefined && (label === '' || continues.test(last) || (/^[a-z]/.test(label) && !enumerated.test(label)))) {
    let from = above.length - 1;
    while (from > 0) {
      const next = above[from]!;
      const line = above[from - 1]!;
      const wraps = continues.test(line) || /^[a-z]/.test(next) || (line.length > 40 && line.length >= next.length * 0.8 && !/[:.]$/.test(line));
      if (!wraps) break;
      from--;
    }
    label = [...above.slice(from), label].join(' ').trim();
  }
  const { below } = row;
  if (below !== null && row.label !== '' && below.length < 60 && !enumerated.test(below) && (continues.test(row.label) || /^[a-z(]/.test(below))) {
    label = `${label} ${below}`;
  }
  return label;
}

function shapeOf(cell: Cell, decimals: number): ValueShape {
  const { text } = cell;
  if (text.charCodeAt(text.length - 1) === 37 || text.indexOf('%') > 0) return 'percent';
  if (decimals >= 5) return 'long';
  if (cell.currency || decimals === 2) return 'money';
  return decimals === 0 ? 'integer' : 'decimal';
}

function unitOfShape(shape: ValueShape): Unit {
  if (shape === 'percent') return 'percent';
  if (shape === 'long') return 'factor';
  if (shape === 'integer') return 'count';
  if (shape === 'flag') return 'flag';
  return shape === 'code' ? 'text' : 'USD';
}

const speaksOfDelinquency = (meaning: LabelMeaning): boolean =>
  meaning.words.includes('delinquent') || meaning.words.includes('foreclosure') || (meaning.bucket !== null && meaning.words.length <= 2);

const titlePage = /\bseries\b|\btrust\b/i;

/** The group that the lines before the row name, up to where the deal's own name is printed again: titles over a page of tables. */
function groupBefore(row: Row): string | null {
  for (const line of row.preceding) {
    if (line.length > 60) continue;
    const { group, words } = labelMeaning(line);
    if (group !== null && words.length <= 2) return group;
    if (titlePage.test(line)) return null;
  }
  return null;
}

interface RowFrame {
  readonly row: Row;
  readonly label: string;
  readonly meaning: LabelMeaning;
  readonly context: readonly LabelMeaning[];
  readonly contextKey: string;
  readonly contextClass: string | null;
  readonly contextGroup: string | null;
  readonly contextBucket: string | null;
  readonly delinquency: boolean;
  readonly perThousandNear: boolean;
}

function rowFrame(frame: BlockFrame, row: Row, previous: RowFrame | null): RowFrame {
  const label = row.above.length === 0 && row.below === null ? row.label : fullLabel(row);
  const meaning = labelMeaning(label);
  if (previous !== null && previous.row.sections === row.sections) return { ...previous, row, label, meaning };
  const context: LabelMeaning[] = [];
  for (const title of frame.titles) context.push(title);
  if (frame.stub.text !== '') context.push(frame.stub);
  for (const section of row.sections.slice(0, 4)) {
    // A label that wraps is no section of itself.
    if (!label.startsWith(section) && section !== frame.stub.text) context.push(labelMeaning(section));
  }
  let contextClass: string | null = null;
  let contextGroup: string | null = null;
  let contextBucket: string | null = null;
  for (const section of context) {
    if (section === frame.stub && frame.classRows) continue;
    if (contextClass === null && section.class !== null && section.words.every((word) => word === 'certificate' || word === 'class' || word === 'distribution' || word === 'principal' || word === 'balance' || word === 'interest')) contextClass = section.class;
    contextGroup ??= section.group;
    if (contextBucket === null && section.total && frame.bucketTable) contextBucket = 'total';
    if (contextBucket === null && section.bucket !== null && !/\d/.test(section.bucket) && section.words.length <= 3) contextBucket = section.bucket;
  }
  contextGroup ??= groupBefore(row);
  return {
    row,
    label,
    meaning,
    context,
    contextKey: context.map((section) => section.id).join(','),
    contextClass,
    contextGroup,
    contextBucket,
    delinquency: frame.bucketTable || context.some(speaksOfDelinquency),
    perThousandNear: context.slice(0, 3).some((section) => section.perThousand || (section.words.includes('factor') && frame.longDecimals)),
  };
}

const meaningCache = new Map<string, Meaning | null>();

function cachedMeaning(key: string, around: Surroundings): Meaning | null {
  const cached = meaningCache.get(key);
  if (cached !== undefined) return cached;
  const meaning = findMeaning(around);
  if (meaningCache.size > 100_000) meaningCache.clear();
  meaningCache.set(key, meaning);
  return meaning;
}

const joinHeading = (column: Column | undefined): string | null => {
  if (column === undefined) return null;
  const joined = column.spanning === '' ? column.heading : `${column.spanning} ${column.heading}`.trim();
  return joined === '' ? null : joined;
};

const postalCode = /(?:,\s*|\s)(?:[A-Z]{2}|D\.?\s?C\.?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\.?$/;

/** Neighbouring lines joined, since a sentence breaks over lines; nearest first. */
const sentencesOf = (preceding: readonly string[]): string[] => preceding.map((line, i) => (i + 1 < preceding.length ? `${preceding[i + 1]} ${line}` : line));

/** Reads every value of a block. */
export function readBlock(block: Block): BlockReading {
  const frame = frameOf(block);
  const figures: ReadFigure[] = [];
  const damaged: UnsettledCell[] = [];
  let previous: RowFrame | null = null;
  let sawClassRow = false;
  let recordClass: string | null = null;
  for (const row of block.rows) {
    const around: RowFrame = rowFrame(frame, row, previous);
    previous = around;
    const { meaning } = around;
    let rowClass = frame.classRows ? (meaning.class ?? meaning.bareClass) : meaning.class;
    let rowIsDimension = rowClass !== null && (namesNothingElse(meaning) || meaning.bareClass !== null);
    const continued = frame.twoLines !== null && row.continued;
    if (rowClass !== null) sawClassRow = true;
    else if (continued) {
      rowClass = recordClass;
      rowIsDimension = true;
    } else if (frame.classRows && (meaning.total || (row.label === '' && row.ruled && sawClassRow))) {
      rowClass = 'Total';
      rowIsDimension = true;
    }
    recordClass = rowClass;
    const headings = frame.twoLines === null ? frame.columns : continued ? frame.twoLines.second : frame.twoLines.first;
    const underwriter = frame.underwriters && rowClass === null ? row.label.replace(/[\s.]+$/, '') : null;
    let loan: string | null = null;
    for (let c = 0; c < row.cells.length; c++) {
      const cell = row.cells[c]!;
      const columnIndex = row.columnOf[c]!;
      let column = columnIndex < 0 ? EMPTY_MEANING : headings[columnIndex]!;
      const spanning = columnIndex < 0 ? EMPTY_MEANING : frame.spanning[columnIndex]!;
      if (cell.kind === 'damaged') {
        damaged.push({ cell, row: row.line, label: around.label || null });
        continue;
      }
      if (column.loanNumber && (cell.kind === 'figure' || cell.kind === 'text' || cell.kind === 'code') && /^[\dA-Z-]+$/.test(cell.text)) {
        loan = cell.text;
        continue;
      }
      const isCusipColumn = column.words.includes('cusip');
      let shape: ValueShape;
      let value: number | boolean | string;
      let decimals: number | null = null;
      if (cell.kind === 'code' || (isCusipColumn && cell.kind !== 'blank' && cell.kind !== 'dash')) {
        if (!/^[0-9A-Z]{8,9}$/.test(cell.text)) continue;
        shape = 'code';
        value = cell.text;
      } else if (cell.kind === 'figure') {
        const number = parsePrintedNumber(cell.text);
        shape = shapeOf(cell, number.decimals);
        value = number.value;
        decimals = number.decimals;
      } else if (cell.kind === 'dash') {
        if (!columnHasFigure(block, columnIndex, row)) continue;
        shape = 'integer';
        value = 0;
        decimals = 0;
      } else if (cell.kind === 'answer') {
        shape = 'flag';
        value = /^(?:yes|true)$/i.test(cell.text);
      } else continue;
      // A heading `per $1,000` does not speak of a figure in whole cents.
      if (column.perThousand && shape === 'money' && !continued) column = EMPTY_MEANING;
      const columnClass = column.class ?? (frame.classColumns ? (column.bareClass ?? (column.total ? 'Total' : null)) : null);
      const spanningClass = spanning.class;
      const cls = rowClass ?? columnClass ?? spanningClass ?? around.contextClass;
      // The total beside columns of groups is that of the pool.
      const totalOfGroups = column.total && frame.groupColumns;
      if (totalOfGroups) column = EMPTY_MEANING;
      const group = totalOfGroups ? null : (meaning.group ?? column.group ?? spanning.group ?? around.contextGroup);
      const days = [meaning.bucket, column.bucket, spanning.bucket, around.contextBucket].filter((bucket) => bucket !== null);
      const status = days.find((bucket) => !/^\d/.test(bucket)) ?? null;
      let bucket = crossBucket(status, days.find((day) => /^\d/.test(day)) ?? null);
      if (bucket === null && around.delinquency && (meaning.total || column.total)) bucket = 'total';
      const perThousand =
        cls !== null &&
        shape !== 'percent' &&
        frame.longColumns[columnIndex] === true &&
        (continued ? frame.twoLines!.secondPerThousand[columnIndex]! : frame.twoLines !== null ? false : frame.perThousand[columnIndex]! || frame.titledPerThousand || around.perThousandNear || meaning.perThousand);
      const columnForMeaning = frame.classColumns && column.class === null && columnClass !== null ? EMPTY_MEANING : column;
      const ofClass = cls !== null;
      const classFromContext = ofClass && rowClass === null && columnClass === null && spanningClass === null;
      if (cell.kind === 'dash') shape = dashShape(block, columnIndex);
      const besideMoney = bucket !== null && shape === 'integer' && row.cells.some((other) => other.kind === 'figure' && /\.\d\d$/.test(other.text));
      const key = `${meaning.id} ${columnForMeaning.id} ${spanning.id} ${around.contextKey} ${shape} ${ofClass ? 1 : 0}${classFromContext ? 1 : 0}${rowIsDimension ? 1 : 0}${perThousand ? 1 : 0}${around.delinquency ? 1 : 0}${loan === null ? 0 : 1}${underwriter === null ? 0 : 1}${besideMoney ? 1 : 0} ${bucket ?? ''}`;
      const found = cachedMeaning(key, {
        row: underwriter === null ? meaning : EMPTY_MEANING,
        column: columnForMeaning,
        spanning,
        context: around.context,
        stub: frame.stub,
        preceding: rowIsDimension && columnForMeaning.words.length === 0 ? sentencesOf(row.preceding).map(labelMeaning) : [],
        ofClass,
        classFromContext,
        rowIsDimension,
        perThousand,
        delinquency: around.delinquency,
        bucket,
        besideMoney,
        ofLoan: loan !== null,
        shape,
      });
      if (found === null) {
        if (shape === 'code' && !(ofClass || isCusipColumn)) continue;
        if (shape === 'flag') continue;
        if (shape === 'integer' && /^\d{5}$/.test(cell.text) && postalCode.test(row.label)) continue;
      }
      let concept = found?.concept ?? null;
      if (shape === 'code' && (ofClass || isCusipColumn)) concept = 'cusip';
      const scope = concept === null ? null : concepts[concept].scope;
      const member =
        scope === 'bucket' ? bucket : scope === 'loan' || loan !== null ? loan : concept === 'underwriterAllocation' ? underwriter : concept === null ? bucket : null;
      figures.push({
        concept,
        class: scope === 'pool' || scope === 'bucket' ? null : cls,
        group,
        member,
        value,
        unit: concept === null ? unitOfShape(shape) : concepts[concept].unit,
        decimals,
        cell,
        row: row.line,
        section: around.context[0]?.text ?? null,
        label: around.label === '' ? null : around.label,
        columnLabel: joinHeading(block.columns[columnIndex]),
      });
    }
  }
  const shape: BlockShape = frame.classRows
    ? 'class rows'
    : frame.bucketTable && block.columns.length > 1
      ? 'grid'
      : block.columns.length > 1
        ? 'item rows'
        : 'label value';
  return { shape, figures, damaged };
}

/** A dash is a zero where figures stand: in a column that holds one, or beside one in its row. */
function columnHasFigure(block: Block, column: number, row: Row): boolean {
  if (row.cells.some((cell) => cell.kind === 'figure')) return true;
  return block.rows.some((other) => other.cells.some((cell, i) => other.columnOf[i] === column && cell.kind === 'figure'));
}

function dashShape(block: Block, column: number): ValueShape {
  for (const row of block.rows) {
    for (let i = 0; i < row.cells.length; i++) {
      const cell = row.cells[i]!;
      if (row.columnOf[i] === column && cell.kind === 'figure') return shapeOf(cell, parsePrintedNumber(cell.text).decimals);
    }
  }
  return 'integer';
}
