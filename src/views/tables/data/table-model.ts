import type { ExportCell, ExportTable } from '../../../export/csv.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';

/** A cell: what is read, what is sorted by, what is written out, and where it was printed. */
export interface TableCell {
  readonly text: string;
  /** undefined sorts last, whichever way. */
  readonly sort: number | string | undefined;
  readonly written: ExportCell;
  /** The printed figure that it shows; null for words and empty cells. */
  readonly source: { readonly statement: Statement; readonly fact: Fact } | null;
  /** The address of a place in the app that the cell leads to. */
  readonly address?: string;
  /** What is said of it beyond its text: how it was computed, or why there is nothing. */
  readonly note?: string;
  /** The end of the text that stays to be seen where the rest has no room: the series of a deal's name. */
  readonly tail?: string;
  /** Whether it is what one has to know first: a trigger that has failed. */
  readonly alarming?: boolean;
  /** How it came to be what it is, oldest first, null where nothing is known: drawn small beside it. */
  readonly trend?: readonly (number | null)[];
}

export interface TableColumn {
  readonly id: string;
  readonly heading: string;
  /** Second line of the heading: the unit. */
  readonly unit: string | null;
  /** Figures stand on their points at the right, words at the left. */
  readonly kind: 'figure' | 'words';
  /** Whether it is to be seen before anybody chose columns. */
  readonly shown: boolean;
  /** Whether rows can be picked by its values from a list. */
  readonly listed: boolean;
  /** Characters that its words may take before they are cut; as usual where left out. */
  readonly widest?: number;
}

export interface TableRow {
  readonly id: string;
  readonly cells: ReadonlyMap<string, TableCell>;
  /** Said in place of the cells, for a month without a statement; such rows are not written out. */
  readonly remark: string | null;
  /** Everything in it that can be searched, in lower case. */
  readonly words: string;
}

/** A table as plain data, before sorting, filtering and choice of columns. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export const wordsCell = (text: string, sort: string | number | undefined = text): TableCell => ({
  text,
  sort: text === '' ? undefined : sort,
  written: text === '' ? null : { text },
  source: null,
});

export const figureCell = (statement: Statement, fact: Fact): TableCell => ({
  text: fact.text,
  sort: typeof fact.value === 'boolean' ? String(fact.value) : fact.value,
  written: { figure: fact },
  source: { statement, fact },
});

/** A row with its searchable words put together. */
export const tableRow = (
  id: string,
  cells: ReadonlyMap<string, TableCell>,
  remark: string | null = null,
): TableRow => ({
  id,
  cells,
  remark,
  words: [...[...cells.values()].map(({ text }) => text), remark ?? ''].join(' ').toLowerCase(),
});

/** The columns and rows that are seen, in their order, as a table to write out. */
export const exportOf = (columns: readonly TableColumn[], rows: readonly TableRow[]): ExportTable => ({
  headings: columns.map(({ heading }) => heading),
  rows: rows
    .filter(({ remark }) => remark === null)
    .map(({ cells }) => columns.map(({ id }) => cells.get(id)?.written ?? null)),
});

/** Whether a text is one of words: a CUSIP among amounts has no point to stand on. */
const isWords = (text: string): boolean => /\p{L}/u.test(text);

/** A printed number cut where it is aligned: `(338.25)` has two places and the end `)`. */
const ending = (text: string): { readonly places: number | null; readonly end: string } => {
  const [, point, places = '', end = ''] = /(?:(\.)(\d*))?([^\d.]*)$/.exec(text) ?? [];
  return { places: point === undefined ? null : places.length, end };
};

/**
 * What to add after each text, unseen, so that right-aligned numbers stand on their points: with `1.5%` in the
 * column, `12` is followed by the width of `.0%`. As many as the texts.
 */
export const pointPadding = (texts: readonly string[]): readonly string[] => {
  const mixed = !texts.every(isWords);
  const endings = texts.map((text) => (mixed && isWords(text) ? null : ending(text)));
  const numbers = endings.filter((each) => each !== null);
  const most = numbers.reduce((largest, { places }) => Math.max(largest, places ?? -1), -1);
  const longest = numbers.reduce((best, { end }) => (end.length > best.length ? end : best), '');
  return endings.map((each) => {
    if (each === null) return '';
    const { places, end } = each;
    const point = most >= 0 && places === null ? '.' : '';
    return `${point}${'0'.repeat(Math.max(0, most - (places ?? 0)))}${longest.slice(end.length)}`;
  });
};
