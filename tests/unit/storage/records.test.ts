import { describe, expect, it } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { print } from '../../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { packReading } from '../../../src/ingest/packed-reading.ts';
import { factsIn, headRecord, isNewer, removalRecord } from '../../../src/storage/records.ts';
import { recordFormat } from '../../../src/storage/schema.ts';
import { readText } from '../facts/compare.ts';

const { text } = print(monthlyStatement(simulate(5, { months: 2 }), 1), 'usbank');
const { packed } = packReading(readText(text)).statements[0]!;
const facts = (changes: object) => ({ format: recordFormat, files: [[{ ...packed, ...changes }], [packed]] });

describe('figures as they are found in the storage', () => {
  it('are those that were kept', () => {
    expect(packed.count).toBeGreaterThan(2);
    expect(factsIn(facts({}))).toEqual([[packed], [packed]]);
    expect(factsIn({ format: recordFormat, files: [null, []] })).toEqual([null, []]);
  });

  const withCell = (column: number, value: number) => {
    const columns = packed.columns.slice();
    columns[column] = value;
    return { columns };
  };
  it.each([
    ['a count that is another', { count: 1e9 }],
    ['a count in quotes', { count: String(packed.count) }],
    ['too few numbers', { numbers: packed.numbers.slice(1) }],
    ['numbers of another kind', { numbers: [...packed.numbers] }],
    ['a number that is none', { numbers: packed.numbers.map(() => Number.NaN) }],
    ['too few columns', { columns: packed.columns.slice(1) }],
    ['a concept that does not exist', withCell(0, 60_000)],
    ['a concept of another meaning of the word', { texts: new TextEncoder().encode('["__proto__"]') }],
    ['a unit that does not exist', withCell(5, 0)],
    ['a text that is not there', withCell(7, 60_000)],
    ['no line', withCell(8, 0)],
    ['no column', withCell(9, 0)],
    ['texts cut off', { texts: packed.texts.slice(0, -1) }],
    ['texts that are numbers', { texts: new TextEncoder().encode('[1]') }],
    ['no texts', { texts: null }],
  ])('of a file with %s are not had, those beside it are', (_, changes) => {
    expect(factsIn(facts(changes))).toEqual([null, [packed]]);
  });

  it.each([null, 7, 'x', {}, { files: 'x' }, { ...facts({}), format: recordFormat + 1 }])(
    'of a record that is none, or newer, are none: %#',
    (record) => expect(factsIn(record)).toEqual([]),
  );
});

it('a record of heads that is damaged has none', () => {
  const heads = new TextEncoder().encode('[]');
  expect(headRecord(3, { format: 1, heads, bytes: 9 })).toEqual({ chunk: 3, format: 1, heads, bytes: 9 });
  for (const record of [null, {}, { format: 1, heads: '[]' }, { format: '1', heads }]) {
    expect(headRecord(3, record)).toEqual({ chunk: 3, format: recordFormat, heads: new Uint8Array(), bytes: 0 });
  }
});

it('only a number makes a record newer', () => {
  expect([{ format: recordFormat + 1 }, { format: '99' }, { format: recordFormat }, {}, null].map(isNewer)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('a note of what was taken away that does not say so takes nothing away', () => {
  const whole = [
    { at: 1, what: { upTo: 4 } },
    { at: 1, what: [{ chunk: 1, index: 0 }] },
  ];
  expect(whole.map(removalRecord)).toEqual(whole);
  for (const record of [
    null,
    {},
    { at: 1 },
    { at: 'x', what: [] },
    { at: 1, what: 'all' },
    { at: 1, what: {} },
    { at: 1, what: { upTo: Number.POSITIVE_INFINITY } },
    { at: 1, what: [{ chunk: 1 }] },
    { at: 1, what: [{ chunk: -1, index: 0 }] },
  ]) {
    expect(removalRecord(record)).toBeNull();
  }
});
