import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { readText } from './compare.ts';

const supplement = (...lines: string[]): string =>
  [
    'PROSPECTUS SUPPLEMENT',
    '(To Prospectus dated March 4, 2001)',
    '',
    '                $120,000,000',
    '',
    'Example Harbor Loan Trust 2001-2',
    '',
    ...lines,
    '',
    'The date of this prospectus supplement is March 21, 2001.',
  ].join('\n');

const factsIn = (text: string): readonly Fact[] => readText(text).statements.flatMap(({ facts }) => facts);
const said = (text: string): string[] =>
  factsIn(text)
    .filter(({ concept }) => concept !== null)
    .map((fact) => `${fact.concept} ${fact.class} ${fact.member} ${fact.value}`);

describe('offerings', () => {
  test('the date is that of the supplement, not of the prospectus that it goes with', () => {
    const text = supplement(
      'Class    Original Balance    Rate',
      'A-1      70,000,000    5.25%',
      'B      50,000,000    6.25%',
    );
    expect(readText(text).statements.map(({ date, statement }) => [statement, date])).toEqual([
      ['offering', '2001-03-21'],
    ]);
  });

  test('a rate with the mark of a footnote is that rate; what is added to an index is none', () => {
    const text = supplement(
      'Class    Original Balance    Pass-Through Rate',
      'A-1         70,000,000(1)         5.250%(2)',
      'M-1         30,000,000      LIBOR + 0.45%',
      'B           20,000,000          6.500%',
    );
    expect(said(text)).toEqual([
      'offeredBalance null null 120000000',
      'originalBalance A-1 null 70000000',
      'passThroughRate A-1 null 5.25',
      'originalBalance M-1 null 30000000',
      'originalBalance B null 20000000',
      'passThroughRate B null 6.5',
    ]);
  });

  test('underwriters beside columns that only name the classes', () => {
    const text = supplement(
      'Underwriter              Class A-1 Notes     Class B Notes',
      'Alder Securities             $50,000,000       $30,000,000',
      'Birch Brothers                20,000,000        20,000,000',
    );
    expect(said(text)).toContain('underwriterAllocation A-1 Birch Brothers 20000000');
    expect(said(text)).toContain('underwriterAllocation B Alder Securities 30000000');
  });

  test('losses and arrears of other loans are none of this deal', () => {
    const text = supplement(
      'Class    Original Balance    Rate',
      'A-1      70,000,000    5.25%',
      'B      50,000,000    6.25%',
      '',
      'Loss Experience of the Servicer',
      'Net Losses                     1,234,567.00',
      '30-59 days delinquent          9,876,543.00',
    );
    expect(factsIn(text).filter(({ value }) => value === 1_234_567 || value === 9_876_543)).toMatchObject([
      { concept: null },
      { concept: null },
    ]);
  });
});

describe('annual reports', () => {
  const listed = (...lines: string[]): readonly string[] | undefined =>
    readText(
      [
        'FORM 10-K',
        'For the fiscal year ended December 31, 2002',
        'Example Harbor Loan Trust 2001-2',
        ...lines,
        '(c) Exhibits of January 2, 2003',
        '',
        'Class    Beginning Balance    Principal    Ending Balance',
        'A-1      70,000,000.00    1,000,000.00    69,000,000.00',
        'B      50,000,000.00    0.00    50,000,000.00',
      ].join('\n'),
    ).statements[0]?.cover.reportDates;

  test.each([
    [['(b) Reports on Form 8-K: January 25, 2002 and February 25, 2002.'], ['2002-01-25', '2002-02-25']],
    [
      ['Current Reports on Form 8-K were filed on January 25, February', '25 and March 25, 2002.'],
      ['2002-01-25', '2002-02-25', '2002-03-25'],
    ],
    [
      ['Reports under Form 8-K dated 01/25/2002;', '02/25/2002'],
      ['2002-01-25', '2002-02-25'],
    ],
  ])('%j', (lines, dates) => {
    expect(listed(...lines)).toEqual(dates);
  });
});

test('what is due beside what is paid is not what was paid', () => {
  const text = [
    'Example Harbor Loan Trust 2001-2',
    'Distribution Date: April 25, 2002',
    '',
    '                              Class A-1        Class B',
    'Beginning Balance         70,000,000.00  50,000,000.00',
    'Quarterly Interest Due       312,004.10     220,000.01',
    'Quarterly Interest Paid      300,000.00     220,000.01',
    'Ending Balance            69,000,000.00  50,000,000.00',
  ].join('\n');
  const interest = factsIn(text).filter(({ concept }) => concept === 'interest');
  expect(interest.map(({ class: name, value }) => [name, value])).toEqual([
    ['A-1', 300_000],
    ['B', 220_000.01],
  ]);
});
