import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangedRows, type SortedBy } from '../../../src/views/tables/data/arranged.ts';
import { type TableModel, type TableRow, tableRow } from '../../../src/views/tables/data/table-model.ts';

type Value = number | string | undefined;

const columns = ['class', 'balance'].map((id) => ({
  id,
  heading: id,
  unit: null,
  kind: 'words' as const,
  shown: true,
  listed: false,
}));

const modelOf = (values: readonly (readonly [Value, Value])[]): TableModel => ({
  columns,
  rows: values.map((pair, index) => {
    const cells = pair.map((sort, at) => {
      const cell = { text: String(sort ?? ''), sort, written: null, source: null };
      return [columns[at]?.id ?? '', cell] as const;
    });
    return tableRow(String(index), new Map(cells));
  }),
});

const nothing = { search: '', lists: new Map<string, string>() };
const idsOf = (rows: readonly TableRow[]): readonly string[] => rows.map(({ id }) => id);

const sorted = (values: readonly Value[], desc: boolean): readonly Value[] =>
  arrangedRows(modelOf(values.map((value) => [value, undefined])), [{ id: 'class', desc }], nothing).map(
    ({ cells }) => cells.get('class')?.sort,
  );

describe('rows of a table', () => {
  it('are sorted as people sort, with empty cells last either way', () => {
    expect(sorted(['A-10', undefined, 'A-2', 'M-1'], false)).toEqual(['A-2', 'A-10', 'M-1', undefined]);
    expect(sorted(['A-10', undefined, 'A-2', 'M-1'], true)).toEqual(['M-1', 'A-10', 'A-2', undefined]);
    expect(sorted([3, undefined, -1, 20], false)).toEqual([-1, 3, 20, undefined]);
    expect(sorted(['true', 3, 'false', 1], false)).toEqual([1, 3, 'false', 'true']);
  });

  it('stay in their order where they sort alike, by each of several columns', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('A-2', 'A-10', 'a', undefined));
    const by = fc.array(fc.record({ id: fc.constantFrom('class', 'balance'), desc: fc.boolean() }), { maxLength: 2 });
    const rank = (one: Value): number => ['A-2', 'A-10'].indexOf(String(one)) + 10;
    const order = (one: Value): number => (typeof one === 'number' ? one : one === 'a' ? 9 : rank(one));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), by, (values, sortedBy: SortedBy) => {
        const model = modelOf(values);
        const naive = [...model.rows].sort((left, right) => {
          for (const { id, desc } of sortedBy) {
            const [a, b] = [left.cells.get(id)?.sort, right.cells.get(id)?.sort];
            if (a === b) continue;
            if (a === undefined) return 1;
            if (b === undefined) return -1;
            return (order(a) - order(b)) * (desc ? -1 : 1);
          }
          return 0;
        });
        expect(idsOf(arrangedRows(model, sortedBy, nothing))).toEqual(idsOf(naive));
      }),
    );
  });

  it('are found by all words of a search and by the text of a cell', () => {
    const model = modelOf([
      ['March 2002', '1'],
      ['March 2003', '2'],
      ['April 2002', '1'],
    ]);
    const found = (search: string, lists: readonly (readonly [string, string])[] = []): readonly string[] =>
      idsOf(arrangedRows(model, [{ id: 'class', desc: true }], { search, lists: new Map(lists) }));
    expect(found('march 2002')).toEqual(['0']);
    expect(found('2002 MAR')).toEqual(['0']);
    expect(found('march 2004')).toEqual([]);
    expect(found('')).toEqual(['1', '0', '2']);
    expect(found('', [['balance', '1']])).toEqual(['0', '2']);
    expect(found('april', [['balance', '2']])).toEqual([]);
  });
});
