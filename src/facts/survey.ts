import type { Block } from '../layout/blocks.ts';
import { parsePrintedNumber } from '../layout/figure.ts';
import type { Cell } from '../layout/scan.ts';

/** What the figures in a column of a block look like. */
interface ColumnSurvey {
  /** The topmost. */
  first: Cell | null;
  withPercent: boolean;
  withoutPercent: boolean;
  /** Places behind the point. */
  readonly decimals: Set<number>;
  /** Where the widest begins, by the characters from its point on. */
  readonly widest: Map<number, number>;
}

/** By column; at -1 the figures that stand in none. */
type Survey = ReadonlyMap<number, ColumnSurvey>;

const surveys = new WeakMap<Block, Survey>();

/** Characters from the point on, the point included; 0 where there is none. */
const placesOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') : 0);

function surveyOf(block: Block): Survey {
  const known = surveys.get(block);
  if (known !== undefined) return known;
  const columns = new Map<number, ColumnSurvey>();
  for (const { cells, columnOf } of block.rows) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (cell.kind !== 'figure') continue;
      const column = columnOf[i]!;
      let survey = columns.get(column);
      if (survey === undefined) {
        survey = { first: cell, withPercent: false, withoutPercent: false, decimals: new Set(), widest: new Map() };
        columns.set(column, survey);
      }
      if (cell.text.includes('%')) survey.withPercent = true;
      else survey.withoutPercent = true;
      survey.decimals.add(parsePrintedNumber(cell.text).decimals);
      const places = placesOf(cell.text);
      survey.widest.set(places, Math.min(survey.widest.get(places) ?? cell.start, cell.start));
    }
  }
  surveys.set(block, columns);
  return columns;
}

export const hasFigures = (block: Block): boolean => surveyOf(block).size > 0;

/** The topmost figure of the column. */
export const firstFigure = (block: Block, column: number): Cell | null => surveyOf(block).get(column)?.first ?? null;

/** Whether the column has a figure with a percent sign, or without. */
export function columnPrints(block: Block, column: number, percent: boolean): boolean {
  const survey = surveyOf(block).get(column);
  return survey !== undefined && (percent ? survey.withPercent : survey.withoutPercent);
}

/** The places that figures of the columns have behind the point. */
export function decimalsOfColumns(block: Block, columns: readonly number[]): Set<number> {
  const decimals = new Set<number>();
  for (const column of columns) for (const its of surveyOf(block).get(column)?.decimals ?? []) decimals.add(its);
  return decimals;
}

/** Another row prints a figure in the column that begins as far left and has as many places. */
export function noWiderThanOthers(block: Block, cell: Cell, column: number): boolean {
  const widest = surveyOf(block).get(column)?.widest.get(placesOf(cell.text));
  return widest !== undefined && widest <= cell.start;
}
