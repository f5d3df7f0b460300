import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type LongRow, longColumns } from './long-form.ts';
import { inGroups } from './long-text.ts';

type Type = Pick<SchemaElement, 'type' | 'converted_type'>;

const words: Type = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };

/** Columns that are no words. */
const types: Partial<Readonly<Record<keyof LongRow, Type>>> = {
  date: { type: 'INT32', converted_type: 'DATE' },
  superseded: { type: 'BOOLEAN' },
  value: { type: 'DOUBLE' },
  decimals: { type: 'INT32' },
  line: { type: 'INT32' },
  column: { type: 'INT32' },
};

const required: ReadonlySet<string> = new Set([
  'deal',
  'dealName',
  'file',
  'statement',
  'superseded',
  'unit',
  'text',
  'line',
  'column',
]);

interface Column {
  readonly element: SchemaElement;
  readonly cell: (row: LongRow) => unknown;
}

/** `value` has the numbers alone; flags and CUSIPs are in `valueText`. */
const columnsOf = (left: ReadonlySet<string>): readonly Column[] =>
  longColumns.flatMap((name): Column[] => {
    if (left.has(name)) return [];
    const element: SchemaElement = {
      name,
      ...(types[name] ?? words),
      repetition_type: required.has(name) ? 'REQUIRED' : 'OPTIONAL',
    };
    if (name === 'date') return [{ element, cell: ({ date }) => (date === null ? null : new Date(date)) }];
    if (name !== 'value') return [{ element, cell: (row) => row[name] }];
    return [
      { element, cell: ({ value }) => (typeof value === 'number' ? value : null) },
      {
        element: { name: 'valueText', ...words, repetition_type: 'OPTIONAL' },
        cell: ({ value }) => (typeof value === 'number' ? null : String(value)),
      },
    ];
  });

/**
 * The long form as Parquet, a row group for every `group` rows. `left` names columns that are not written, since the
 * folder that a file lies in says them.
 */
export function* longParquet(
  rows: Iterable<LongRow>,
  group: number,
  left: readonly (keyof LongRow)[] = [],
): Generator<Uint8Array> {
  const columns = columnsOf(new Set(left));
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'figures', num_children: columns.length }, ...columns.map(({ element }) => element)],
    createdBy: 'paydown',
  });
  for (const part of inGroups(rows, group)) {
    const columnData = columns.map(({ element, cell }) => ({ name: element.name, data: part.map(cell) }));
    void writer.write({ columnData, rowGroupSize: group });
    yield new Uint8Array(0);
  }
  void writer.finish();
  yield new Uint8Array(bytes.getBuffer());
}
