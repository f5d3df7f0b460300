import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../src/facts/fact.ts';
import { amendmentOf } from '../../../src/views/timeline/data/amendment.ts';
import { statementsTable } from '../../../src/views/timeline/data/statements-table.ts';
import { timelineOf } from '../../../src/views/timeline/data/timeline.ts';
import { dealOf, type Printed, statementOf } from '../charts/synthetic-deal.ts';
import { sampleDeal } from '../metrics/deals.ts';

const pool = (text: string): readonly Printed[] => [{ concept: 'poolEndingBalance', text }];

const monthly = (date: string, change: Partial<Statement> = {}, printed = pool(date)): Statement => ({
  ...statementOf(date, printed),
  ...change,
});

const annual = (date: string, reportDates: readonly string[]): Statement => {
  const statement = statementOf(date, pool('1'), 'annual');
  return { ...statement, cover: { ...statement.cover, reportDates } };
};

const states = (statements: readonly Statement[]): readonly string[] =>
  timelineOf(dealOf(statements)).map(({ month, state }) => `${month} ${state}`);

describe('the timeline', () => {
  test('every month from the first to the last, gaps among them', () => {
    expect(states([monthly('2002-05-28'), monthly('2002-07-25')])).toEqual([
      '2002-05 loaded',
      '2002-06 missing',
      '2002-07 loaded',
    ]);
  });

  test('months before the first and after the last that an annual statement lists', () => {
    const deal = dealOf([
      monthly('2002-05-28'),
      annual('2002-12-26', ['2002-04-25', '2002-05-28', '2002-06-25', '2001-12-26']),
    ]);
    expect(timelineOf(deal).map(({ month, state, because }) => [month, state, because])).toEqual([
      ['2002-04', 'missing', ['The annual statement of 2002 lists its report.']],
      ['2002-05', 'loaded', []],
      ['2002-06', 'missing', ['The annual statement of 2002 lists its report.']],
    ]);
  });

  test('a loaded month that the list leaves out is told', () => {
    const deal = dealOf([monthly('2002-05-28'), monthly('2002-06-25'), annual('2002-12-26', ['2002-05-28'])]);
    const [may, june] = timelineOf(deal);
    expect([may?.leftOutBy, may?.listedBy]).toEqual([null, deal.annual[0]]);
    expect([june?.leftOutBy, june?.listedBy]).toEqual([deal.annual[0], null]);
  });

  test('two statements of a month are doubled; where the one that counts is an amendment, amended', () => {
    const other = monthly('2002-05-28', { file: 'other.txt', filed: '2002-06-02' }, pool('7'));
    expect(states([monthly('2002-05-28', { filed: '2002-05-28' }), other])).toEqual(['2002-05 doubled']);
    const correction = { ...other, amendment: true, form: '8-K/A' };
    expect(states([monthly('2002-05-28', { filed: '2002-05-28' }), correction])).toEqual(['2002-05 amended']);
    expect(states([correction])).toEqual(['2002-05 amended']);
  });

  test('the healthy sample has all its months, each listed by the annual statement of its year', () => {
    const timeline = timelineOf(sampleDeal());
    expect(timeline).toHaveLength(48);
    expect(timeline.every(({ state }) => state === 'loaded')).toBe(true);
    expect(timeline.filter(({ listedBy }) => listedBy !== null).map(({ month }) => month.slice(0, 4))).toHaveLength(46);
    expect(timeline.some(({ leftOutBy }) => leftOutBy !== null)).toBe(false);
    const gapped = timelineOf(sampleDeal((path) => path.includes('200407')));
    expect(gapped.find(({ state }) => state === 'missing')).toMatchObject({
      month: '2004-07',
      because: ['The annual statement of 2004 lists its report.', 'Months before and after it are loaded.'],
    });
  });

  test('as a table: every statement has its file, a missing month says why', () => {
    const original = monthly('2002-05-28', { filed: '2002-05-28', file: 'may.txt' });
    const correction = monthly(
      '2002-05-28',
      { filed: '2002-06-02', file: 'may-a.txt', amendment: true, form: '8-K/A' },
      pool('7'),
    );
    const deal = dealOf([original, correction, monthly('2002-07-25'), annual('2002-12-26', [])]);
    const { rows } = statementsTable(deal, timelineOf(deal));
    const told = rows.map(({ cells, remark }) => [cells.get('state')?.text, cells.get('file')?.text ?? remark]);
    expect(told).toEqual([
      ['amended', 'may-a.txt'],
      ['original', 'may.txt'],
      ['missing', 'Missing. Months before and after it are loaded.'],
      ['loaded', 'made-monthly-2002-07-25.txt'],
      ['annual', 'made-annual-2002-12-26.txt'],
    ]);
    expect(rows[0]?.cells.get('state')?.address).toMatch(/section=timeline&amended=2002-05$/);
    expect(rows[0]?.cells.get('file')?.address).toBe('#/source/may-a.txt?line=10');
  });
});

describe('an amendment', () => {
  const before = statementOf('2002-05-28', [
    { concept: 'poolEndingBalance', text: '1,000' },
    { concept: 'endingBalance', class: 'A', text: '900.00' },
    { concept: 'delinquentCount', member: '30-59', text: '7' },
    { concept: 'triggerEventOccurred', text: 'NO' },
    { concept: 'reoLoanStatedBalance', member: '1', text: '5' },
  ]);

  test('figures are matched by their meaning wherever they stand; the same value otherwise printed is no change', () => {
    const after = statementOf('2002-05-28', [
      { concept: 'triggerEventOccurred', text: 'YES' },
      { concept: 'endingBalance', class: 'A', text: '900.25' },
      { concept: 'poolEndingBalance', text: '$1,000' },
      { concept: 'delinquentCount', member: '30-59', text: '7' },
      { concept: 'delinquentCount', member: '60-89', text: '2' },
    ]);
    const { changed, added, dropped, unchanged } = amendmentOf(before, after);
    expect(
      changed.map(({ title, subject, before: was, after: is, difference }) => [
        title,
        subject,
        was?.text,
        is?.text,
        difference,
      ]),
    ).toEqual([
      ['Trigger event occurred', '', 'NO', 'YES', null],
      ['Ending balance', 'Class A', '900.00', '900.25', 0.25],
    ]);
    expect(unchanged.map(({ subject }) => subject)).toEqual(['', '30–59']);
    expect(added.map(({ title, subject }) => [title, subject])).toEqual([['Delinquent loans', '60–89']]);
    expect(dropped.map(({ before: was }) => was?.text)).toEqual(['5']);
  });

  test('of figures that mean the same the first is held against the first', () => {
    const twice = (first: string, second: string) =>
      statementOf('2002-05-28', [
        { concept: 'payoffs', text: first },
        { concept: 'payoffs', text: second },
      ]);
    const { changed, unchanged } = amendmentOf(twice('5', '6'), twice('5', '8'));
    expect(changed.map(({ before: was, after: is }) => [was?.text, is?.text])).toEqual([['6', '8']]);
    expect(unchanged).toHaveLength(1);
  });

  test('figures without a known meaning are matched by their labels', () => {
    const other = (text: string) => statementOf('2002-05-28', [{ concept: null, text }]);
    expect(amendmentOf(other('5'), other('6')).changed).toHaveLength(1);
  });

  test('no figure is lost between the four kinds', () => {
    const deal = sampleDeal();
    const [first, second] = deal.months.map(({ statement }) => statement);
    if (first === undefined || second === undefined) throw new Error('no months');
    const { changed, added, dropped, unchanged } = amendmentOf(first, second);
    expect(changed.length + dropped.length + unchanged.length).toBe(first.facts.length);
    expect(changed.length + added.length + unchanged.length).toBe(second.facts.length);
  });
});
