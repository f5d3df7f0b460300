import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../src/export/csv.ts';
import { classConcepts, classesByMonth } from '../../../src/views/tables/data/classes-by-month.ts';
import { factsOfStatement, notRecognised } from '../../../src/views/tables/data/facts-of-statement.ts';
import { poolByMonth } from '../../../src/views/tables/data/pool-by-month.ts';
import { layoutOf } from '../../../src/views/tables/data/table-layout.ts';
import { exportOf, pointPadding, type TableModel } from '../../../src/views/tables/data/table-model.ts';
import { dealOf, madeDeal, statementOf } from '../charts/synthetic-deal.ts';

const shownText = ({ columns, rows }: TableModel): string[][] =>
  rows.map(({ cells, remark }) =>
    remark === null ? columns.map(({ id }) => cells.get(id)?.text ?? '') : [cells.get('date')?.text ?? '', remark],
  );
const csvOf = ({ columns, rows }: TableModel): string[][] =>
  Papa.parse<string[]>(toCsv(exportOf(columns, rows)), { delimiter: ',' }).data;

describe('classes by month', () => {
  const deal = dealOf([
    statementOf('2002-05-28', [
      { concept: 'principal', class: 'A', text: '1,767,306' },
      { concept: 'endingBalance', class: 'M-1', text: '12,415,000' },
      { concept: 'endingBalance', class: 'A', text: '158,463,799' },
      { concept: 'endingBalance', class: 'Total', text: '170,878,799' },
      { concept: 'realizedLoss', class: 'A', text: '(338.25)' },
      { concept: 'cusip', class: 'A', text: '64352VCC3' },
    ]),
    statementOf('2002-07-25', [{ concept: 'endingBalance', class: 'A', text: '155,259,164' }]),
  ]);

  test('ending balances come first among the concepts printed', () => {
    expect(classConcepts(deal)).toEqual(['endingBalance', 'principal', 'realizedLoss', 'cusip']);
  });

  test('months as rows, classes from senior to junior as columns, the total last, a gap as a row that says so', () => {
    const model = classesByMonth(deal, 'endingBalance');
    expect(model.columns.map(({ heading }) => heading)).toEqual(['Distribution date', 'Class A', 'Class M-1', 'Total']);
    expect(shownText(model)).toEqual([
      ['28 May 2002', '158,463,799', '12,415,000', '170,878,799'],
      ['June 2002', 'No statement loaded'],
      ['25 July 2002', '155,259,164', '', ''],
    ]);
  });

  test('written out: ISO dates, plain numbers, empty where nothing is printed, no rows for gaps', () => {
    expect(csvOf(classesByMonth(deal, 'endingBalance'))).toEqual([
      ['Distribution date', 'Class A', 'Class M-1', 'Total'],
      ['2002-05-28', '158463799', '12415000', '170878799'],
      ['2002-07-25', '155259164', '', ''],
    ]);
    expect(csvOf(classesByMonth(deal, 'realizedLoss'))[1]).toEqual(['2002-05-28', '-338.25']);
  });

  test('a class that is printed by loan group only has a column for each group', () => {
    const grouped = dealOf([
      statementOf('2002-05-28', [
        { concept: 'interest', class: 'A', group: '1', text: '10' },
        { concept: 'interest', class: 'A', group: '2', text: '20' },
      ]),
    ]);
    const model = classesByMonth(grouped, 'interest');
    expect(model.columns.map(({ heading }) => heading).slice(1)).toEqual(['Class A, group 1', 'Class A, group 2']);
    expect(shownText(model)).toEqual([['28 May 2002', '10', '20']]);
  });
});

test('pool by month: a column per concept, bucket and group that is printed; buckets wait to be chosen', () => {
  const deal = dealOf([
    statementOf('2002-05-28', [
      { concept: 'delinquentCount', member: 'reo', text: '0' },
      { concept: 'delinquentCount', member: '30-59', text: '9' },
      { concept: 'poolEndingBalance', text: '196,206,895' },
      { concept: 'delinquencyPercentage', text: '1.11144%' },
      { concept: 'stepdownDateOccurred', text: 'NO' },
      { concept: 'endingBalance', class: 'A', text: '1' },
    ]),
  ]);
  const model = poolByMonth(deal);
  expect(model.columns.map(({ heading, shown }) => [heading, shown])).toEqual([
    ['Distribution date', true],
    ['Pool ending balance', true],
    ['Delinquency percentage', true],
    ['Stepdown date occurred', true],
    ['Delinquent loans, 30–59 days', false],
    ['Delinquent loans, REO', false],
  ]);
  expect(csvOf(model)[1]).toEqual(['2002-05-28', '196206895', '1.11144', 'false', '9', '0']);
});

describe('figures of a statement', () => {
  const statement = statementOf('2002-05-28', [
    { concept: 'certificateFactor', class: 'A', text: '1.00000000' },
    { concept: null, text: '=cmd' },
  ]);
  const model = factsOfStatement(statement);

  test('every figure is a row, in the order printed, the unrecognised ones too', () => {
    expect(model.rows).toHaveLength(2);
    const [first, second] = model.rows;
    expect(first?.cells.get('value')?.text).toBe('1.00000000');
    expect(first?.cells.get('line')?.text).toBe('10');
    expect(second?.cells.get('concept')?.text).toBe(notRecognised);
  });

  test('columns that nothing fills are not shown at first', () => {
    expect(model.columns.filter(({ shown }) => shown).map(({ id }) => id)).not.toContain('group');
  });

  test('written out with all digits and nothing that runs', () => {
    const [headings, first, second] = csvOf(model);
    const at = headings?.indexOf('Value') ?? -1;
    expect(first?.[at]).toBe('1.00000000');
    expect(second?.[at]).toBe("'=cmd");
  });
});

describe('alignment', () => {
  test.each([
    [
      ['1.5', '12', '0.25'],
      ['0', '.00', ''],
    ],
    [
      ['1.11144%', '5%', '0.000%'],
      ['', '.00000', '00'],
    ],
    [
      ['(338.25)', '1,200.00', '7'],
      ['', ')', '.00)'],
    ],
    [
      ['100', '2,000'],
      ['', ''],
    ],
    [
      ['99999VAV8', '4.57750%', '0.00'],
      ['', '', '000%'],
    ],
    [
      ['56,000,000.', '1.25'],
      ['00', ''],
    ],
    [
      ['NO', 'YES'],
      ['S', ''],
    ],
  ])('%j', (texts, expected) => {
    expect(pointPadding(texts)).toEqual(expected);
  });

  test('columns are wide enough for their longest figure', () => {
    const model = classesByMonth(madeDeal({ months: 12, classes: 8 }), 'endingBalance');
    const layout = layoutOf(model);
    for (const { id } of model.columns) {
      const longest = Math.max(...model.rows.map(({ cells }) => cells.get(id)?.text.length ?? 0));
      expect(layout.get(id)?.width).toBeGreaterThan(longest);
    }
  });
});
