import type { DocumentText } from '../filing/document.ts';
import type { Block, Row } from '../layout/blocks.ts';
import { ClassTotals, isTotalOfClasses } from './class-totals.ts';
import { fullName } from './company-names.ts';
import type { Context } from './context.ts';
import { contextOf, planOf } from './context.ts';
import type { DamagedRow, UnsettledCell } from './damaged-rows.ts';
import { damagedCell, readDamagedRows } from './damaged-rows.ts';
import type { Fact } from './fact.ts';
import type { Frame } from './frame.ts';
import { frameOf } from './frame.ts';
import { fullLabel } from './full-label.ts';
import type { LabelMeaning } from './label.ts';
import type { PairedFacts } from './paired-facts.ts';
import { settlePairs } from './paired-facts.ts';
import type { Reader, RowReading } from './row-reading.ts';
import { dateLabel, factsOf, findReading, MOST_CONTEXTS, readingsOf, settleRow } from './row-reading.ts';

/** Blocks of rows to facts. */

export type BlockShape = 'class rows' | 'item rows' | 'label value' | 'grid';

export interface BlockReading {
  readonly shape: BlockShape;
  readonly facts: readonly Fact[];
  readonly unsettled: readonly UnsettledCell[];
  readonly frame: Frame;
  /** What the cells of each row stand for; null where that depends on the digits of figures. */
  readonly rows: readonly RowReading[] | null;
  /** Lines further up were asked what some of the cells stand for. */
  readonly askedFurther: boolean;
  /** How often rows stand under another title than the row before them, the first row counted. */
  readonly titles: number;
  /** Index of the document's line from which on its rows were not read. */
  readonly unreadFrom: number | null;
}

/** A row without a label that is ruled off, or the last of several cells; a row with a label of its own and fewer may follow. */
function endsClasses(block: Block, r: number): boolean {
  const row = block.rows[r]!;
  if (row.ruled) return true;
  return (
    r > 1 &&
    block.rows.slice(r + 1).every(({ label, cells }) => label !== '' && cells.length < row.cells.length) &&
    row.cells.length >= 2 &&
    row.above.length === 0 &&
    row.cells.every((cell) => cell.kind !== 'code')
  );
}

const measureWords = new Set([
  'number',
  'loan',
  'balance',
  'principal',
  'percent',
  'pool',
  'unpaid',
  'stated',
  'amount',
]);

/** `Number of Loans` under `Group I   Principal Balance`: of the same group where it stands further in. */
const namesMeasure = ({ words }: LabelMeaning): boolean =>
  words.length > 0 && words.every((word) => measureWords.has(word));

/** Nothing but percentages. */
const holdsShares = (row: Row): boolean =>
  row.cells.length > 0 && row.cells.every((cell) => cell.kind === 'figure' && cell.text.endsWith('%'));

/**
 * Reads every value of a block, as long as its rows stand under `mostTitles` titles at most; places come from the document.
 * One of the blocks just above it may have had classes as columns (`afterClassColumns`).
 */
export function readBlock(
  block: Block,
  document: DocumentText,
  afterClassColumns: boolean,
  mostTitles: number,
): BlockReading {
  const frame = frameOf(block, afterClassColumns);
  const reader: Reader = { block, frame, document, lasting: true };
  const facts: Fact[] = [];
  const unsettled: UnsettledCell[] = [];
  const damaged: DamagedRow[] = [];
  let context: Context | null = null;
  let previous: Row | null = null;
  let sawClassRow = false;
  let goesOn = false;
  let recordClass: string | null = null;
  let date: string | null = null;
  const known = readingsOf(block.table);
  const rows: RowReading[] = [];
  const paired: PairedFacts[] = [];
  let askedFurther = false;
  let dated = false;
  let titles = 0;
  let unreadFrom: number | null = null;
  const totals = new ClassTotals(block, frame);
  let held: { readonly group: string; readonly labelStart: number } | null = null;
  for (let r = 0; r < block.rows.length; r++) {
    const row = block.rows[r]!;
    if (context === null || previous === null || previous.section !== row.section) {
      if (titles >= mostTitles) {
        unreadFrom = row.line;
        break;
      }
      titles++;
      context = contextOf(frame, row, block.rows[0]!.section);
    }
    previous = row;
    const isWhole = row.above.length === 0 && row.below === null;
    const label = isWhole ? row.label : frame.underwriters ? fullName(block.rows, r) : fullLabel(row);
    let plan = planOf(context, label, null);
    if (plan.meaning.group !== null) held = { group: plan.meaning.group, labelStart: row.labelStart };
    else if (held !== null && row.labelStart <= held.labelStart) held = null;
    else if (held !== null && row.above.length === 0 && namesMeasure(plan.meaning))
      plan = planOf(context, `${held.group} ${label}`, null);
    if (context.class !== null && !plan.meaning.total) totals.row(context.class);
    if (plan.class !== null) {
      sawClassRow = true;
      if (isTotalOfClasses(plan.meaning)) totals.named(plan.class);
    } else if (frame.twoLines !== null && row.continued) plan = planOf(context, label, recordClass);
    else if (context.class !== null && isTotalOfClasses(plan.meaning)) {
      if (totals.isOfAll(context.class, block.rows[r + 1])) plan = planOf(context, label, 'Total');
    } else if (
      frame.classRows &&
      (isTotalOfClasses(plan.meaning) ||
        (row.label === '' && sawClassRow && (row.ruled || !goesOn) && endsClasses(block, r)))
    )
      plan = planOf(context, label, 'Total');
    else if (row.label === '' && r > 0 && holdsShares(row) && block.rows[r - 1]!.label !== '') {
      // `30-59 days   64   9,411,002.12` and below it the shares of both.
      const above = planOf(context, block.rows[r - 1]!.label, null);
      if (above.meaning.bucket !== null) plan = above;
    }
    // A row without a label behind the total, or behind others like it, goes on with the row above.
    if (plan.class === 'Total' || (row.label === '' && !row.ruled)) goesOn = true;
    recordClass = plan.class;
    const readings = known[r] ?? [];
    let reading = findReading(readings, context, plan, row);
    if (reading === null) {
      const at = damagedCell(block, row);
      if (at >= 0) {
        damaged.push({ row, plan, context, at });
        continue;
      }
      reading = settleRow(reader, context, plan, row);
      if (reading.lasting) known[r] = [reading, ...readings.slice(0, MOST_CONTEXTS - 1)];
    }
    rows.push(reading);
    if (!(row.label === '' && holdsShares(row))) date = dateLabel(row);
    if (!reading.lasting) askedFurther = true;
    if (date !== null) dated = true;
    const from = facts.length;
    factsOf(reading, row, document, facts, date);
    if (row.columnOf[0] === -1 && facts.length > from) paired.push({ row: row.line, from, to: facts.length });
  }
  const repeated = paired.length > 1 && settlePairs(facts, paired);
  readDamagedRows(reader, damaged, facts, unsettled);
  const shape: BlockShape = frame.classRows
    ? 'class rows'
    : frame.bucketTable && block.columns.length > 1
      ? 'grid'
      : block.columns.length > 1
        ? 'item rows'
        : 'label value';
  return {
    shape,
    facts,
    unsettled,
    frame,
    rows: damaged.length === 0 && !dated && !repeated && unreadFrom === null ? rows : null,
    askedFurther,
    titles,
    unreadFrom,
  };
}
