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

  test('names of underwriters that go over two lines, the first of them right below the headings', () => {
    const text = supplement(
      'Underwriters                Class A-1        Class A-2',
      '---------------------------------------------------------',
      'Alder Lakes First Harbor',
      ' LLC....................   $50,000,000     $20,000,000',
      'Birch Securities Inc....     10,000,000      10,000,000',
      'Cedar Capital',
      '  Markets Inc...........     10,000,000      10,000,000',
      'Dogwood Partners........      5,000,000       5,000,000',
      '  L.P.',
      '                           ------------     -----------',
      'Total...................   $75,000,000     $45,000,000',
    );
    expect(said(text).filter((fact) => fact.includes(' A-1 '))).toEqual([
      'underwriterAllocation A-1 Alder Lakes First Harbor LLC 50000000',
      'underwriterAllocation A-1 Birch Securities Inc 10000000',
      'underwriterAllocation A-1 Cedar Capital Markets Inc 10000000',
      'underwriterAllocation A-1 Dogwood Partners L.P 5000000',
      'underwriterAllocation A-1 Total 75000000',
    ]);
  });

  test('words below the rule of the headings are those of the rows, and a range holds no zero', () => {
    const text = supplement(
      '                   Initial Class        Initial',
      '                   Certificate          Pass-Through',
      '     Class         Balance (1)          Rate',
      '     -----         -------------        ------------',
      '     Offered Certificates',
      '      A-1          $    70,000,000      1.7200% (2)',
      '      M-1               37,000,000      2.3700% (2)',
      '',
      'Pool Characteristics',
      'Range of original principal balances                     $10,000 - $650,000',
      'Range of mortgage rates                                  5.250% - 11.990%',
    );
    expect(said(text)).toEqual([
      'offeredBalance null null 120000000',
      'originalBalance A-1 null 70000000',
      'passThroughRate A-1 null 1.72',
      'originalBalance M-1 null 37000000',
      'passThroughRate M-1 null 2.37',
    ]);
    expect(factsIn(text).map((fact) => fact.text)).not.toContain('-');
  });

  test('underwriters over the rows of classes', () => {
    const text = supplement(
      '                   Alder Securities    Birch Brothers',
      'Class                    LLC                Inc.              Total',
      '---------------    ----------------   ----------------   ----------------',
      'Class A-1.......   $    50,000,000    $    20,000,000    $    70,000,000',
      'Class B.........        30,000,000         20,000,000         50,000,000',
      'Total...........   $    80,000,000    $    40,000,000    $   120,000,000',
    );
    expect(said(text)).toEqual([
      'offeredBalance null null 120000000',
      'underwriterAllocation A-1 Alder Securities LLC 50000000',
      'underwriterAllocation A-1 Birch Brothers Inc 20000000',
      'underwriterAllocation A-1 Total 70000000',
      'underwriterAllocation B Alder Securities LLC 30000000',
      'underwriterAllocation B Birch Brothers Inc 20000000',
      'underwriterAllocation B Total 50000000',
      'underwriterAllocation Total Alder Securities LLC 80000000',
      'underwriterAllocation Total Birch Brothers Inc 40000000',
      'underwriterAllocation Total Total 120000000',
    ]);
  });

  test('the form is that of the document where no header names it, or of the words below the title', () => {
    const table = [
      'Class    Original Balance    Pass-Through Rate',
      'A-1            70,000,000               5.25%',
      'B              50,000,000               6.25%',
    ];
    const typed = ['<DOCUMENT>', '<TYPE>424B2', '<TEXT>', 'SUPPLEMENT', '', ...table, '</TEXT>', '</DOCUMENT>'].join(
      '\n',
    );
    const plain = [
      'SUPPLEMENT',
      '(To Prospectus Supplement dated March 26, 2003',
      ' to Prospectus dated March 11, 2003)',
      '',
      ...table,
    ];
    expect(readText(typed).statements.map(({ form, statement }) => [form, statement])).toEqual([['424B2', 'offering']]);
    expect(readText(plain.join('\n')).statements.map(({ form, statement }) => [form, statement])).toEqual([
      ['424B', 'offering'],
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

  test('underwriters that no word over them calls so', () => {
    const text = supplement(
      'Each of the underwriters has agreed to purchase the amounts set forth opposite its name:',
      '',
      '                                     CLASS A-1       CLASS A-2',
      '                                    -----------     -----------',
      'Alder, Birch & Co. Inc..........    $50,000,000     $20,000,000',
      'Cedar Investment Services LLC...     30,000,000      20,000,000',
      '                                    -----------     -----------',
      '     Total......................    $80,000,000     $40,000,000',
    );
    expect(said(text)).toEqual([
      'offeredBalance null null 120000000',
      'underwriterAllocation A-1 Alder, Birch & Co. Inc 50000000',
      'underwriterAllocation A-2 Alder, Birch & Co. Inc 20000000',
      'underwriterAllocation A-1 Cedar Investment Services LLC 30000000',
      'underwriterAllocation A-2 Cedar Investment Services LLC 20000000',
      'underwriterAllocation A-1 Total 80000000',
      'underwriterAllocation A-2 Total 40000000',
    ]);
  });

  test('underwriters over the columns of classes', () => {
    const text = supplement(
      '                  Alder         Cedar Securities',
      'Class         Brothers Inc.       Corporation           Total',
      'A-1             $50,000,000         $30,000,000      $80,000,000',
      'A-2             $20,000,000         $20,000,000      $40,000,000',
    );
    expect(said(text).slice(1)).toEqual([
      'underwriterAllocation A-1 Alder Brothers Inc 50000000',
      'underwriterAllocation A-1 Cedar Securities Corporation 30000000',
      'underwriterAllocation A-1 Total 80000000',
      'underwriterAllocation A-2 Alder Brothers Inc 20000000',
      'underwriterAllocation A-2 Cedar Securities Corporation 20000000',
      'underwriterAllocation A-2 Total 40000000',
    ]);
  });

  test('what companies are said to have of a class, but no whole dollars of it, is no allocation', () => {
    const text = supplement(
      '                                  Class A-1     Class A-2',
      'Discount of Alder & Co. Inc.          0.250%        0.300%',
      'Proceeds to Cedar Corporation     $49,000,000   $19,000,000',
    );
    expect(said(text).filter((fact) => fact.startsWith('underwriter'))).toEqual([]);
  });

  test.each([
    ['                    APPROXIMATELY $518,347,000', 518347000],
    ['   APPROXIMATE TOTAL PRINCIPAL BALANCE AT ISSUANCE: $604,218,000', 604218000],
    ['                    $587,162,340 (APPROXIMATE)', 587162340],
  ])('the amount on the first page: %s', (line, value) => {
    const text = supplement(
      'Class    Original Balance',
      ...['A-1', 'A-2', 'B  '].map((name) => `${name}          40,000,000`),
    ).replace(/^ {16}\$120,000,000$/m, () => line);
    const [offered] = factsIn(text).filter(({ concept }) => concept === 'offeredBalance');
    expect([offered?.value, offered?.line, offered?.column]).toEqual([value, 4, line.indexOf('$') + 2]);
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
