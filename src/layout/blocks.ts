import type { LineForm } from './forms.ts';
import { isHeadingLine } from './heading-lines.ts';
import type { ScannedLine } from './lines.ts';
import { scanLines } from './lines.ts';
import type { DraftRow } from './rows.ts';
import { nextRun, startsEnumerated } from './rows.ts';
import type { Cell } from './scan.ts';
import type { Section, Standing, WordsLine } from './sections.ts';
import { continues, lineText, sectionKeeper } from './sections.ts';
import type { Column, TableForm } from './tables.ts';
import { continuedTable, findTable, isBarelyHeaded, isHeaded, tableFormOf } from './tables.ts';

/** A document's lines to blocks: rows that share columns, with the headings and titles that they stand under. */

/** One printed row: a label and what stands to its right. */
export interface Row {
  /** Index of its line. */
  readonly line: number;
  /** Enumerators and words left of the first value, as printed; empty where the row has none. */
  readonly label: string;
  readonly labelStart: number;
  /** Values and words right of the label. */
  readonly cells: readonly Cell[];
  /** Column of each cell. */
  readonly columnOf: readonly number[];
  /** Lines of words directly above, top to bottom: a label that wraps, or a heading of the rows below it. */
  readonly above: readonly string[];
  /** The line above begins where the label begins, behind the number of its item if it is one: it may be the label's first half. */
  readonly wraps: boolean;
  /** A line of words directly below that may end the label. */
  readonly below: string | null;
  /** The second line of the record above: no label, and a code where labels stand. */
  readonly continued: boolean;
  /** A rule is drawn above it. */
  readonly ruled: boolean;
  /** The nearest that it stands under: a row that it is indented below, a section title. */
  readonly section: Section | null;
  /** The last line of words before it, whether it stands under it or not. */
  readonly preceding: WordsLine | null;
}

/** Rows that share columns. */
export interface Block {
  readonly table: TableForm;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** Words over the row labels. */
  readonly stub: string;
  /** Words over the whole table. */
  readonly titles: readonly string[];
}

/** Lines over which a label may wrap. */
const MOST_ABOVE = 6;

const EMPTY: readonly string[] = [];

/** Whether a line of words may be the first half of the label below it. */
const mayWrap = (above: string | undefined, label: string): boolean =>
  above !== undefined && !above.endsWith(':') && !startsEnumerated.test(above) && !startsEnumerated.test(label);

const numberOfItem = /^\(?(?:\d{1,3}|[a-zA-Z]{1,4})[.)]\s{1,6}/;

/** `Charge Offs for the Month` under the words of `(a)  The amount of Class A Investor`: the item goes on. */
const hangs = (above: string | undefined, aboveStart: number, { label, labelStart }: DraftRow): boolean => {
  if (above === undefined || aboveStart < 0 || above.endsWith(':') || numberOfItem.test(label)) return false;
  const number = numberOfItem.exec(above);
  return number !== null && aboveStart + number[0].length === labelStart;
};

/** `Prior Number` over `of Loans`, `Number of` over `Mortgage Loans`: a label and no title. */
const isHalved = (above: readonly string[], label: string): boolean => {
  const last = above[above.length - 1];
  return last !== undefined && mayWrap(last, label) && (/^[a-z]/.test(label) || continues.test(last));
};

/** The line of `above` on which the label of the row begins whose item it names: `{5} Accelerated Payment` over `Shortfall   {5}   0.00`; -1 for others. */
const beginningOfItem = (above: readonly string[], { item, label }: DraftRow): number =>
  item === null || label === '' || startsEnumerated.test(label)
    ? -1
    : above.findLastIndex((line) => line.startsWith(item));

/** A line of words in a passage. */
export interface PassageWords {
  /** Its position in the scanned lines. */
  readonly at: number;
  /** Stands close above some rows of a headed table, and speaks of those alone. */
  readonly inside: boolean;
}

/** A block, and the lines that were read for it. */
export interface Passage {
  readonly block: Block;
  /** Positions in the scanned lines: from the first behind the block before to behind its own last. */
  readonly from: number;
  readonly to: number;
  /** Position behind the last line that had a say in where it ends. */
  readonly seen: number;
  /** The lines that what follows may look back to. */
  readonly words: readonly PassageWords[];
  /** Its table has no headings of its own: the table with headings above has a say in what it means. */
  readonly goesOn: boolean;
}

/** Reads the blocks of a document one after another. */
export interface BlockReader {
  /** The next block; null where there is none. */
  next(): Passage | null;
  /** Position in the scanned lines from which the next block will be read. */
  position(): number;
  /** What stands above that position. */
  standing(): Standing;
  /** Leaves out lines, after which this stands above. */
  skip(lines: number, standing: Standing): void;
}

export function blockReader(lines: readonly ScannedLine[]): BlockReader {
  const keeper = sectionKeeper();
  let cursor = 0;
  let headed: TableForm | null = null;
  let follows = false;
  const next = (): Passage | null => {
    const run = nextRun(lines, cursor);
    if (run === null) return null;
    const words: PassageWords[] = [];
    const own = tableFormOf(lines, cursor, run.first, run.last, () => findTable(lines, cursor, run));
    const goesOn = run.most >= 2 && isBarelyHeaded(own);
    const table: TableForm = goesOn && headed !== null ? continuedTable(own, headed, follows) : own;
    follows = isHeaded(own) && table === own;
    if (follows) headed = own;
    const { extents: columns, columnOf, labelEnd, headings } = table;
    const headerTop = run.first - table.height;
    let titled = false;
    for (let i = cursor; i < headerTop; i++) {
      const line = lines[i]!;
      words.push({ at: i, inside: false });
      if (keeper.words(line, i > cursor && line.blanksBefore === 0 && !line.ruleBefore)) titled = true;
    }
    // `{2}  Beginning of Period` between headings and the row that goes on with it.
    const firstItem = run.rows[0]?.item ?? null;
    const itemLine = lines[run.first - 1];
    const beginsItem =
      firstItem !== null && itemLine?.kind === 'text' && lineText(itemLine).startsWith(firstItem) ? itemLine : null;
    const headerLines = lines.slice(headerTop, run.first).filter((line) => !line.pageHead && line !== beginsItem);
    // `POOL INFORMATION   FIXED   ADJUSTABLE   TOTAL`: a section that is named on the line of its headings.
    if (!titled && headings.stub.includes(' ') && headerLines[0] !== undefined)
      keeper.title(headerLines[0], headings.stub, false);
    // Words over the labels may also head a group of rows (`DELINQUENCY INFORMATION`, `Class A`).
    for (const line of headerLines) {
      const [only, ...others] = line.cells;
      if (others.length === 0 && only!.start < labelEnd && !isHeadingLine(line, columns, labelEnd))
        keeper.title(line, only!.text, false);
    }
    const rows: Row[] = [];
    let position = run.first;
    let tabularIndex = 0;
    let above: string[] = [];
    let aboveStart = -1;
    const hasHeadings = isHeaded(table);
    const wordsFrom = headerTop === run.first ? Math.max(cursor, run.first - 4) : run.first - table.labelLines;
    if (wordsFrom < run.first) {
      for (let i = run.first - 1; i >= wordsFrom; i--) {
        const below = lines[i + 1]!;
        if (below.blanksBefore > 0 || below.ruleBefore || lines[i]!.kind !== 'text' || lines[i]!.cells.length > 1)
          break;
        if (above.length === 0) aboveStart = lines[i]!.cells[0]!.start;
        above.unshift(lines[i]!.cells[0]!.text);
      }
    } else if (beginsItem !== null) above = [lineText(beginsItem)];
    for (const draft of run.rows) {
      while (lines[position] !== draft.line) {
        const between = lines[position]!;
        if (between.kind === 'text') {
          if (between.blanksBefore > 0 || between.ruleBefore || between.pageHead) above = [];
          if (!between.pageHead) above.push(lineText(between));
          if (above.length > MOST_ABOVE) above.shift();
          aboveStart = between.cells.length === 1 ? between.cells[0]!.start : -1;
          if (!between.pageHead) {
            const close = between.blanksBefore === 0 && !between.ruleBefore;
            words.push({ at: position, inside: close && hasHeadings });
            keeper.words(between, close);
          }
        }
        position++;
      }
      if (draft.line.blanksBefore > 0 || draft.line.ruleBefore) above = [];
      if (draft.heads !== null) keeper.head(draft.heads.text, draft.heads.start);
      const begins = beginningOfItem(above, draft);
      const label = begins < 0 ? draft.label : [...above.slice(begins), draft.label].join(' ');
      if (begins >= 0) {
        keeper.goesOn();
        above = above.slice(0, begins);
      }
      if (draft.label !== '' && aboveStart === draft.labelStart && isHalved(above, draft.label)) keeper.goesOn();
      if (draft.label !== '') keeper.row(draft.labelStart, label);
      const last = above[above.length - 1];
      rows.push({
        line: draft.line.index,
        label,
        labelStart: draft.labelStart,
        cells: draft.cells,
        columnOf: draft.paired ? draft.cells.map(() => -1) : columnOf[tabularIndex++]!,
        above: above.length > 0 ? above : EMPTY,
        wraps: aboveStart === draft.labelStart ? mayWrap(last, draft.label) : hangs(last, aboveStart, draft),
        below: wordsBelow(lines[position + 1]),
        continued:
          draft.label === '' &&
          draft.cells[0]?.kind === 'code' &&
          draft.cells[0].start < labelEnd + 2 &&
          draft.line.blanksBefore === 0,
        ruled: draft.line.ruleBefore,
        section: keeper.section(),
        preceding: keeper.preceding(),
      });
      above = [];
      aboveStart = -1;
    }
    keeper.leave(
      rows[0]?.section ?? null,
      words.map(({ inside }) => inside),
    );
    const block = { table, rows, columns: table.columns, stub: headings.stub, titles: headings.titles };
    const from = cursor;
    cursor = run.last + 1;
    return { block, from, to: cursor, seen: run.seen, words, goesOn };
  };
  return {
    next,
    position: () => cursor,
    standing: () => keeper.standing(headed, follows),
    skip(count, standing) {
      cursor += count;
      ({ headed, follows } = standing);
      keeper.resume(standing);
    },
  };
}

/** The words of the line below a row, where it may go on with the row's label. */
function wordsBelow(line: ScannedLine | undefined): string | null {
  if (line === undefined || line.kind !== 'text' || line.blanksBefore > 0 || line.ruleBefore) return null;
  return line.cells.length === 1 ? line.cells[0]!.text : null;
}

/** All blocks of a document's lines, in order; `forms` are those of the lines. */
export function readBlocks(documentLines: readonly string[], forms: readonly LineForm[]): Block[] {
  const reader = blockReader(scanLines(documentLines, forms));
  const blocks: Block[] = [];
  for (let passage = reader.next(); passage !== null; passage = reader.next()) blocks.push(passage.block);
  return blocks;
}
