import { pointPadding, type TableModel } from './table-model.ts';

/** How one column is set. */
export interface ColumnLayout {
  /** In characters. */
  readonly width: number;
  /** By text, what follows it unseen so that numbers stand on their points. */
  readonly padding: ReadonlyMap<string, string>;
}

/** Words longer than this end in an ellipsis and are whole in the title. */
const widestWords = 22;
const narrowest = 7;
/** Longer headings break into lines. */
const headingWidth = 14;
/** Padding of the cell, and the arrow of a sorted column. */
const extra = 3;
/** Room for a small line beside the text. */
const trendWidth = 10;

/** Width and alignment of every column, from all rows, so that nothing moves while one scrolls or filters. */
export const layoutOf = ({ columns, rows }: TableModel): ReadonlyMap<string, ColumnLayout> =>
  new Map(
    columns.map(({ id, heading, kind, widest = widestWords }) => {
      const texts = [...new Set(rows.flatMap(({ cells }) => cells.get(id)?.text ?? []))];
      const padding = kind === 'figure' ? pointPadding(texts) : texts.map(() => '');
      const longest = texts.reduce((most, text, at) => Math.max(most, text.length + (padding[at]?.length ?? 0)), 0);
      const content = kind === 'figure' ? longest : Math.min(widest, longest);
      const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
      const beside = rows.some(({ cells }) => cells.get(id)?.trend !== undefined) ? trendWidth : 0;
      const width = Math.max(narrowest, content + beside, longestWord, Math.min(heading.length, headingWidth)) + extra;
      return [id, { width, padding: new Map(texts.map((text, at) => [text, padding[at] ?? ''])) }];
    }),
  );
