import type { TableModel, TableRow } from './table-model.ts';

/** What a table is sorted by: columns, the first first. */
export type SortedBy = readonly { readonly id: string; readonly desc: boolean }[];

/** What rows are picked by. */
export interface Picked {
  /** Words that a row must have, in any order and part of any cell. */
  readonly search: string;
  /** By column the text that a cell must have. */
  readonly lists: ReadonlyMap<string, string>;
}

type Value = number | string | undefined;

/** Words so that their characters sort as people sort them: `A-2` before `A-10`, capitals among the others. */
const sortable = (text: string): string => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(15, '0'));

/** A number for each value that sorts as the values do; not a number for what comes last either way. */
const keysOf = (values: readonly Value[]): Float64Array => {
  const keys = new Float64Array(values.length).fill(Number.NaN);
  if (values.every((value) => typeof value !== 'string')) {
    values.forEach((value, index) => {
      if (value !== undefined) keys[index] = value;
    });
    return keys;
  }
  // The same words stand in many rows, so they are compared once; numbers come before words.
  const numbers = [...new Set(values.filter((value) => typeof value === 'number'))].sort((a, b) => a - b);
  const written = new Map<Value, string>();
  for (const value of values) if (typeof value === 'string') written.set(value, sortable(value));
  const places = new Map<Value, number>();
  for (const number of numbers) places.set(number, places.size);
  const placesOfWords = new Map<string | undefined, number>();
  for (const text of [...new Set(written.values())].sort())
    placesOfWords.set(text, numbers.length + placesOfWords.size);
  values.forEach((value, index) => {
    const place = typeof value === 'string' ? placesOfWords.get(written.get(value)) : places.get(value);
    if (place !== undefined) keys[index] = place;
  });
  return keys;
};

const known = new WeakMap<TableModel, Map<string, Float64Array>>();

/** The sort keys of a column, made once for a table. */
const columnKeys = (model: TableModel, id: string): Float64Array => {
  const ofModel = known.get(model) ?? new Map<string, Float64Array>();
  known.set(model, ofModel);
  let keys = ofModel.get(id);
  if (keys === undefined) {
    keys = keysOf(model.rows.map(({ cells }) => cells.get(id)?.sort));
    ofModel.set(id, keys);
  }
  return keys;
};

const pickedRows = ({ rows }: TableModel, { search, lists }: Picked): Uint32Array => {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Uint32Array(rows.length);
  let count = 0;
  rows.forEach((row, index) => {
    for (const word of wanted) if (!row.words.includes(word)) return;
    for (const [id, text] of lists) if (row.cells.get(id)?.text !== text) return;
    found[count] = index;
    count += 1;
  });
  return found.subarray(0, count);
};

/** The rows of a table that are picked, sorted. Rows that sort alike keep their order; empty cells come last either way. */
export const arrangedRows = (model: TableModel, sortedBy: SortedBy, picked: Picked): readonly TableRow[] => {
  const found = pickedRows(model, picked);
  const keys = sortedBy.map(({ id, desc }) => ({ values: columnKeys(model, id), sign: desc ? -1 : 1 }));
  if (keys.length > 0) {
    found.sort((left, right) => {
      for (const { values, sign } of keys) {
        const a = values[left] as number;
        const b = values[right] as number;
        if (a === b) continue;
        if (Number.isNaN(a)) {
          if (Number.isNaN(b)) continue;
          return 1;
        }
        if (Number.isNaN(b)) return -1;
        return (a - b) * sign;
      }
      return left - right;
    });
  }
  return Array.from(found, (index) => model.rows[index] as TableRow);
};
