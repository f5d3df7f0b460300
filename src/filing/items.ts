import { emptyLine, type TextLine } from './textline.ts';

/** What a document or a cell holds, in order. */
export type Item = TextLine | Table;

export interface Table {
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly items: readonly Item[];
}

/** Distance between paragraphs: an empty line where text is, nothing within a row. */
export const gap: TextLine = { ...emptyLine };
