import { describe, expect, test } from 'vitest';
import { certificateFactors } from '../../../src/views/charts/data/certificate-factors.ts';
import { type ChartData, type ChartSeries, chartMonths } from '../../../src/views/charts/data/chart-data.ts';
import { classPaydown } from '../../../src/views/charts/data/class-paydown.ts';
import { delinquency } from '../../../src/views/charts/data/delinquency.ts';
import { prepayments } from '../../../src/views/charts/data/prepayments.ts';
import { summaryOf } from '../../../src/views/charts/data/words.ts';
import { dealOf, madeDeal, type Printed, statementOf } from './synthetic-deal.ts';

const seriesOf = (data: ChartData, id: string): ChartSeries => {
  const found = data.series.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no series ${id} among ${data.series.map((each) => each.id).join(', ')}`);
  return found;
};
const texts = ({ figures }: ChartSeries) => figures.map((figure) => figure?.text ?? null);
const values = ({ figures }: ChartSeries) => figures.map((figure) => figure?.value ?? null);

const balance = (name: string, text: string): Printed => ({ concept: 'endingBalance', class: name, text });
const factor = (name: string, text: string): Printed => ({ concept: 'certificateFactor', class: name, text });
const stated = (member: string, text: string): Printed => ({ concept: 'delinquentStatedBalance', member, text });
const unpaid = (member: string, text: string): Printed => ({ concept: 'delinquentUnpaidBalance', member, text });

describe('time axis', () => {
  test('true distribution dates, missing months between them without a statement', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [balance('A', '100')]),
      statementOf('2002-06-25', [balance('A', '90')]),
      statementOf('2002-09-25', [balance('A', '80')]),
    ]);
    const months = chartMonths(deal);
    expect(months.map(({ date }) => date)).toEqual([
      '2002-05-28',
      '2002-06-25',
      '2002-07-28',
      '2002-08-28',
      '2002-09-25',
    ]);
    expect(months.map(({ statement }) => statement !== null)).toEqual([true, true, false, false, true]);
    expect(months[0]?.time).toBe(Date.UTC(2002, 4, 28));
    expect(values(seriesOf(classPaydown(deal, 'stack', 'amount'), 'A'))).toEqual([100, 90, null, null, 80]);
  });
});

describe('class balances', () => {
  const statements = [
    statementOf('2002-05-28', [
      balance('A', '158,463,799'),
      balance('M-1', '12,415,000'),
      balance('R', '0'),
      balance('IO', '60,000,000'),
      balance('Total', '170,878,799'),
      { concept: 'originalBalance', class: 'A', text: '160,901,000' },
      { concept: 'originalBalance', class: 'M-1', text: '12,415,000' },
    ]),
    statementOf('2002-06-25', [
      balance('A', '156,670,399'),
      balance('M-1', '12,415,000'),
      balance('R', '0'),
      balance('IO', '59,000,000'),
      balance('Total', '169,085,399'),
    ]),
  ];
  const deal = dealOf(statements);

  test('stacked as printed; a notional balance is a dashed line, a class of zeros is only named', () => {
    const data = classPaydown(deal, 'stack', 'amount');
    expect(data.series.map(({ id, mark, dashed }) => [id, mark, dashed])).toEqual([
      ['A', 'area', false],
      ['M-1', 'area', false],
      ['IO', 'line', true],
    ]);
    expect(texts(seriesOf(data, 'A'))).toEqual(['158,463,799', '156,670,399']);
    expect(seriesOf(data, 'IO').remark).toBe('notional');
    expect(data.notes).toEqual([
      'Notional and not part of the deal’s balance: IO.',
      'Zero in every month and not drawn: R.',
    ]);
    expect(data.empty).toBeNull();
  });

  test('as lines', () => {
    expect(classPaydown(deal, 'lines', 'amount').series.map(({ mark }) => mark)).toEqual(['line', 'line', 'line']);
  });

  test('as a share: of the class’s own original as a line, of the deal’s in the stack', () => {
    const lines = classPaydown(deal, 'lines', 'share');
    expect(values(seriesOf(lines, 'M-1'))).toEqual([100, 100]);
    expect(seriesOf(lines, 'A').figures[0]?.text).toBe('98.485 %');
    expect(seriesOf(lines, 'A').figures[0]?.derived).toBe('158,463,799 of 160,901,000');
    expect(lines.notes.join(' ')).toContain('no original balance is printed or follows from other figures: IO.');
    const stack = classPaydown(deal, 'stack', 'share');
    const first = stack.series.map((each) => each.figures[0]?.value ?? 0);
    expect(first.reduce((sum, value) => sum + value, 0)).toBeCloseTo((100 * 170_878_799) / 173_316_000, 10);
  });

  test('says what is missing', () => {
    const without = dealOf([statementOf('2002-05-28', [{ concept: 'poolEndingBalance', text: '5' }])]);
    expect(classPaydown(without, 'stack', 'amount').empty).toContain('No ending balances by class');
    const noOriginal = dealOf([statementOf('2002-05-28', [balance('A', '5')])]);
    expect(classPaydown(noOriginal, 'lines', 'share').empty).toContain('No original balances');
  });
});

describe('certificate factors', () => {
  test('printed ones as printed, a notional class dashed and marked', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [
        balance('A', '158,463,799'),
        balance('CE', '3,972,996'),
        factor('A', '0.98485279'),
        factor('CE', '0.98773082'),
        { concept: 'endingBalancePer1000', class: 'A', text: '984.852792' },
        { concept: 'endingBalancePer1000', class: 'CE', text: '1000.000000' },
      ]),
    ]);
    const data = certificateFactors(deal);
    expect(texts(seriesOf(data, 'A'))).toEqual(['0.98485279']);
    expect(seriesOf(data, 'A')).toMatchObject({ dashed: false, remark: null });
    expect(seriesOf(data, 'CE')).toMatchObject({ dashed: true, remark: 'notional' });
    expect(data.notes).toEqual(['Factor of a notional amount, not of a balance: CE.']);
  });

  test('derived where none is printed, and said so', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [
        balance('A', '158,463,799'),
        { concept: 'originalBalance', class: 'A', text: '160,901,000' },
      ]),
      statementOf('2002-06-25', [balance('A', '156,670,399')]),
    ]);
    const data = certificateFactors(deal);
    expect(texts(seriesOf(data, 'A'))).toEqual(['0.98485279', '0.97370681']);
    expect(seriesOf(data, 'A').figures[0]?.derived).toBe('158,463,799 / 160,901,000');
    expect(seriesOf(data, 'A').remark).toBe('derived');
    expect(data.notes[0]).toContain('Derived as ending over original balance');
  });

  test('nothing to derive from', () => {
    const deal = dealOf([statementOf('2002-05-28', [balance('A', '158,463,799')])]);
    expect(certificateFactors(deal).empty).toContain('No certificate factors were found');
  });
});

describe('delinquency', () => {
  test('stated balances by severity, the percentage on its own axis', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [
        unpaid('30-59', '2,837,157'),
        stated('30-59', '2,832,755'),
        stated('60-89', '583,189'),
        stated('foreclosure', '1,597,529'),
        stated('bankruptcy', '500'),
        stated('bankruptcy60+', '400'),
        { concept: 'reoStatedBalance', text: '0' },
        { concept: 'delinquencyPercentage', text: '1.11144%' },
      ]),
    ]);
    const data = delinquency(deal);
    expect(data.series.map(({ id, axis, mark }) => [id, axis, mark])).toEqual([
      ['30-59', 'left', 'area'],
      ['60-89', 'left', 'area'],
      ['foreclosure', 'left', 'area'],
      ['bankruptcy', 'left', 'area'],
      ['reo', 'left', 'area'],
      ['delinquencyPercentage', 'right', 'line'],
    ]);
    expect(texts(seriesOf(data, '30-59'))).toEqual(['2,832,755']);
    expect(values(seriesOf(data, 'bankruptcy'))).toEqual([500]);
    expect(texts(seriesOf(data, 'delinquencyPercentage'))).toEqual(['1.11144%']);
    expect(data.measure).toContain('Stated principal balance');
    expect(data.notes).toEqual(['Not printed: 90+ days.']);
  });

  test('unpaid balances where nothing else is printed, named', () => {
    const data = delinquency(dealOf([statementOf('2002-05-28', [unpaid('30-59', '2,837,157')])]));
    expect(data.measure).toContain('Unpaid principal balance');
    expect(seriesOf(data, '30-59').figures[0]?.derived).toBe('unpaid balance');
    expect(data.notes[0]).toContain('unpaid principal balances are drawn');
  });

  test('a grid of status by days is added up to the status, without counting 60+ twice', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [
        stated('30-59', '10'),
        stated('bankruptcy30-59', '1.50'),
        stated('bankruptcy60-89', '2.25'),
        stated('bankruptcy90+', '4.00'),
        stated('bankruptcy60+', '6.25'),
      ]),
    ]);
    expect(seriesOf(delinquency(deal), 'bankruptcy').figures[0]).toMatchObject({
      value: 7.75,
      text: '7.75',
      derived: 'sum of 30-59, 60-89 and 90+ days',
    });
  });

  test('loan groups without a total are added up', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [
        { ...stated('30-59', '100.50'), group: '1' },
        { ...stated('30-59', '200.25'), group: '2' },
      ]),
    ]);
    expect(seriesOf(delinquency(deal), '30-59').figures[0]).toMatchObject({
      text: '300.75',
      derived: 'sum of groups 1, 2',
    });
  });

  test('a percentage alone takes the left axis', () => {
    const data = delinquency(
      dealOf([statementOf('2002-05-28', [{ concept: 'delinquencyPercentage', text: '1.11144%' }])]),
    );
    expect(data).toMatchObject({ left: 'percent', right: null, empty: null });
    expect(data.series[0]).toMatchObject({ axis: 'left' });
  });

  test('nothing found', () => {
    expect(delinquency(dealOf([statementOf('2002-05-28', [])])).empty).toContain('No delinquency figures were found');
  });
});

describe('prepayments', () => {
  test('stacked in columns, the total as printed', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [
        { concept: 'curtailments', text: '18,332' },
        { concept: 'payoffs', text: '1,626,789' },
        { concept: 'liquidationProceeds', text: '0' },
        { concept: 'totalPrepayments', text: '1,645,120' },
      ]),
    ]);
    const data = prepayments(deal);
    expect(data.series.map(({ id, mark }) => [id, mark])).toEqual([
      ['curtailments', 'column'],
      ['payoffs', 'column'],
      ['liquidationProceeds', 'column'],
      ['totalPrepayments', 'points'],
    ]);
    expect(texts(seriesOf(data, 'totalPrepayments'))).toEqual(['1,645,120']);
    expect(data.notes).toEqual([]);
  });

  test('what is not printed is named, nothing is made up', () => {
    const data = prepayments(dealOf([statementOf('2002-05-28', [{ concept: 'payoffs', text: '5' }])]));
    expect(data.series.map(({ id }) => id)).toEqual(['payoffs']);
    expect(data.notes).toEqual(['Not printed: Curtailments and Liquidation proceeds.', 'No total is printed.']);
    expect(prepayments(dealOf([statementOf('2002-05-28', [])])).empty).toContain('No prepayments were found');
  });
});

describe('in words', () => {
  test('where series start and end', () => {
    const deal = dealOf([
      statementOf('2002-05-28', [balance('A', '158,463,799')]),
      statementOf('2002-12-26', [balance('A', '134,501,458')]),
    ]);
    expect(summaryOf(classPaydown(deal, 'stack', 'amount'))).toBe(
      'Class A paid down from $158.5m to $134.5m, May to December 2002.',
    );
  });

  test('when a class fell most, unless a month is missing in which it may have been', () => {
    const months = ['2002-05-28', '2002-06-25', '2002-07-25', '2002-08-26', '2002-09-25'];
    const balances = ['160,000,000', '159,000,000', '154,000,000', '153,000,000', '150,000,000'];
    const statements = months.map((date, index) => statementOf(date, [balance('A', balances[index] ?? '')]));
    expect(summaryOf(classPaydown(dealOf(statements), 'stack', 'amount'))).toBe(
      'Class A paid down from $160.0m to $150.0m (most in July 2002), May to September 2002.',
    );
    expect(
      summaryOf(classPaydown(dealOf(statements.filter((_, index) => index !== 3)), 'stack', 'amount')),
    ).not.toContain('most in');
  });

  test('many series are counted', () => {
    expect(summaryOf(classPaydown(madeDeal({ months: 3, classes: 25 }), 'stack', 'amount'))).toMatch(
      /; and 21 more series, March to May 2002\.$/,
    );
  });

  test('an empty chart says why', () => {
    expect(summaryOf(prepayments(dealOf([statementOf('2002-05-28', [])])))).toContain('No prepayments were found');
  });
});

test.each([
  [1, 2],
  [12, 8],
  [36, 8],
  [120, 25],
])('%i months and %i classes: every chart has every month', (months, classes) => {
  const deal = madeDeal({ months, classes });
  for (const data of [
    classPaydown(deal, 'stack', 'amount'),
    certificateFactors(deal),
    delinquency(deal),
    prepayments(deal),
  ]) {
    expect(data.empty).toBeNull();
    expect(data.months).toHaveLength(months);
    for (const each of data.series) expect(each.figures).toHaveLength(months);
  }
  expect(classPaydown(deal, 'stack', 'amount').series).toHaveLength(classes);
});
