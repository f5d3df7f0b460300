import { describe, expect, test } from 'vitest';
import type { Fact, Statement } from '../../../src/facts/fact.ts';
import { readText } from './compare.ts';

/** What servicers and agents of filers print in ways of their own. */

function statementOf(text: string, file = 'statement.txt'): Statement {
  const [statement] = readText(text, file).statements;
  if (statement === undefined) throw new Error('No statement was read.');
  return statement;
}

const meanings = (facts: readonly Fact[]): string[] =>
  facts.map(({ text, concept, class: name, member }) =>
    [text, concept ?? '?', name, member].filter((part) => part !== null).join(' '),
  );

const html = (...rows: readonly string[]): string =>
  `<html><body><p>Larch Mortgage Trust 2016-C2</p><p>Distribution Date: March 17, 2017</p><table>${rows.join('\n')}</table></body></html>`;

/** A figure as agents print it, with room for a currency sign and a percent sign; a dash spans all of it. */
const cell = (text: string): string =>
  /\d/.test(text)
    ? `<td>&#160;</td><td></td><td align="right">${text}</td><td></td>`
    : `<td>&#160;</td><td colspan="3" align="right">${text}</td>`;
const row = (label: string, ...cells: readonly string[]): string =>
  `<tr><td>${label}</td>${cells.map(cell).join('')}</tr>`;

describe('dashes for zero in pages', () => {
  const columns = [
    'Prior Balance',
    'Principal Distributed',
    'Interest Distributed',
    'Realized Loss',
    'Current Balance',
  ];
  const rows = [
    ['A-1', '40,500,000.00', '1,250,000.00', '151,875.00', '-', '39,250,000.00'],
    ['A-2', '62,000,000.00', '-', '258,333.33', '-', '62,000,000.00'],
    ['B', '8,250,000.00', '-', '41,250.00', '-', '8,250,000.00'],
    ['Totals', '110,750,000.00', '1,250,000.00', '451,458.33', '', '109,500,000.00'],
  ] as const;

  test.each([
    ['-', 3],
    ['—', 3],
    ['-', 1],
    ['--', 1],
  ])('a dash %s that stands over %i columns is no sign of the figure in the next column', (dash, span) => {
    const place = (text: string): string =>
      text === '-'
        ? `<td>&#160;</td><td colspan="${span}" align="right">${dash}</td>${'<td></td>'.repeat(3 - span)}`
        : cell(text);
    const { facts } = statementOf(
      html(
        row('Class', ...columns),
        ...rows.map(([label, ...cells]) => `<tr><td>${label}</td>${cells.map(place).join('')}</tr>`),
      ),
      'a.htm',
    );
    const values = (concept: string): unknown[] =>
      facts.filter((fact) => fact.concept === concept).map(({ value, class: name }) => `${name} ${value}`);
    expect(values('interest')).toEqual(['A-1 151875', 'A-2 258333.33', 'B 41250', 'Total 451458.33']);
    expect(values('principal')).toEqual(['A-1 1250000', 'A-2 0', 'B 0', 'Total 1250000']);
    expect(values('endingBalance')).toEqual(['A-1 39250000', 'A-2 62000000', 'B 8250000', 'Total 109500000']);
    expect(values('realizedLoss')).toEqual(['A-1 0', 'A-2 0', 'B 0']);
  });
});

describe('numbers of lines beside the figures', () => {
  const top = [
    'Poplar Automobile Receivables Trust 2004-A-F',
    '',
    'DISTRIBUTION DATE:     05/06/2005',
    '',
    'II.  PERIOD NOTE BALANCE CALCULATION:',
    '',
  ];

  test('in parentheses behind a label that has the same, they are no figures', () => {
    const { facts, deal } = statementOf(
      [
        ...top,
        '                                                       CLASS A-1       CLASS A-2           TOTAL',
        '(1) Original Note Balance                      (1)   90,000,000.00   60,000,000.00   150,000,000.00',
        '(2) Beginning of period Note Balance           (2)    4,400,000.00   60,000,000.00    64,400,000.00',
        '(3) Principal Distributable Amount             (3)    4,400,000.00    1,100,000.00     5,500,000.00',
        '(4) End of period Note Balance                 (4)            0.00   58,900,000.00    58,900,000.00',
      ].join('\n'),
    );
    expect(deal).toBe('Poplar Automobile Receivables Trust 2004-A-F');
    expect(meanings(facts)).toEqual([
      '90,000,000.00 originalBalance A-1',
      '60,000,000.00 originalBalance A-2',
      '150,000,000.00 originalBalance Total',
      '4,400,000.00 beginningBalance A-1',
      '60,000,000.00 beginningBalance A-2',
      '64,400,000.00 beginningBalance Total',
      '4,400,000.00 principal A-1',
      '1,100,000.00 principal A-2',
      '5,500,000.00 principal Total',
      '0.00 endingBalance A-1',
      '58,900,000.00 endingBalance A-2',
      '58,900,000.00 endingBalance Total',
    ]);
  });

  test('negative figures in parentheses stay figures', () => {
    const { facts } = statementOf(
      [
        ...top,
        'Beginning Pool Balance          64,400,000.00',
        '(7) Adjustments                           (7)      (1,204.10)',
        '(8) Other Adjustments                     (7)          (9)          (20)          0',
        'Ending Pool Balance             58,900,000.00',
        'Servicing Fee                       44,000.00',
      ].join('\n'),
    );
    const adjustments = facts.filter(({ label }) => label?.includes('Adjustments') === true);
    expect(adjustments.map(({ value }) => value)).toEqual([-1204.1, -7, -9, -20, 0]);
  });

  test('in braces behind the second line of a label, they tell where it begins', () => {
    const { facts } = statementOf(
      [
        ...top,
        '                                               CLASS A-1        CLASS A-2            TOTAL',
        '  {2}  Beginning of period Note',
        '       Balance                    {2}       4,400,000.00    60,000,000.00    64,400,000.00',
        '                                         ---------------  ---------------  ---------------',
        "  {3}  Noteholders' Principal",
        '       Distributable Amount       {3}       4,400,000.00     1,100,000.00     5,500,000.00',
        "  {4}  Noteholders' Accelerated",
        '       Principal Amount           {4}               0.00       250,000.00       250,000.00',
        '  {5}  End of period Balance      {5}               0.00    58,650,000.00    58,650,000.00',
      ].join('\n'),
    );
    expect(facts.map(({ label, concept }) => `${label?.replace(/\s+/g, ' ')}: ${concept}`)).toEqual(
      [
        '{2} Beginning of period Note Balance: beginningBalance',
        "{3} Noteholders' Principal Distributable Amount: principal",
        "{4} Noteholders' Accelerated Principal Amount: null",
        '{5} End of period Balance: endingBalance',
      ].flatMap((text) => [text, text, text]),
    );
  });
});

describe('whose statement it is', () => {
  test('the contact beside a name is no part of it', () => {
    const { deal, date } = statementOf(
      [
        'Alder Mortgage Trust                 Contact: Customer Service - Link',
        'Mortgage Pass-Through Certificates            Meadow Bank, N.A.',
        'Record Date:           31-Mar-2001            Securities Administration',
        'Distribution Date:     20-Apr-2001            10 Main Street',
        '',
        '                         AMT SERIES 2001-3',
        '',
        '  Class      CUSIP       Beginning Balance     Interest Distribution',
        '    A      123456AA1        41,250,977.05          285,122.34',
        '    B      ALD20013B         3,217,640.15           21,106.73',
      ].join('\n'),
    );
    expect([deal, date]).toEqual(['Alder Mortgage Trust 2001-3', '2001-04-20']);
  });

  test('nor is the title of the report before it', () => {
    const { deal } = statementOf(
      [
        '             CEDAR MOTOR CREDIT CORPORATION',
        "   Servicer's Certificate - Cedar Auto Lease Trust 1999-B",
        '   Distribution Date of June 25, 2001 for the Collection Period of',
        '          May 1, 2001 through May 31, 2001',
        'Number of Current Contracts                        27,640',
        'Weighted Average Remaining Term                      13.8',
        'Servicing Fee                                  $44,120.11',
      ].join('\n'),
    );
    expect(deal).toBe('Cedar Auto Lease Trust 1999-B');
  });
});

describe('names on covers', () => {
  const body = ['', 'Class A Interest    1,204.11', 'Class A Principal   9,100.20', 'Servicing Fee         880.00'];
  const dealOn = (...cover: readonly string[]): string => statementOf([...cover, ...body].join('\n')).deal;

  test('over two lines of a remark', () => {
    expect(
      dealOn(
        'Maple Mortgage Securities Inc. (as Sponsor of the Maple Home Equity',
        '   Loan Trust 1999-4 Home Equity Loan Asset-Backed Notes, Series 1999-4,',
        '              Class A-1 Notes and Class A-2 Notes)',
        '',
        'MAPLE MORTGAGE SECURITIES INC.',
        '(Exact Name of Registrant as Specified in Its Charter)',
        'March 15, 2000',
      ),
    ).toBe('Maple Home Equity Loan Trust 1999-4');
  });

  test('above shortened certificates', () => {
    expect(
      dealOn(
        '              HAWTHORN HOME EQUITY CORPORATION',
        '   Home Equity Loan Asset-Backed Certs., Series 1999-7 Trust',
        '',
        'On December 27, 1999 a distribution was made to holders of HAWTHORN HOME',
        'EQUITY CORPORATION, Home Equity Loan Asset-Backed Certs., Series 1999-7',
        'Trust.',
      ),
    ).toBe('Hawthorn Home Equity Corporation 1999-7');
  });

  test('rather than the letters that stand for it, or the end of a sentence', () => {
    expect(
      dealOn(
        '              BIRCH INTEGRATED PORTFOLIO ASSETS, INC.',
        '   Mortgage Pass-Through Certificates, Series 1999-6 Trust',
        '',
        'On October 25, 1999 a distribution was made to holders of BIRCH INTEGRATED',
        'PORTFOLIO ASSETS, INC., Mortgage Pass-Through Certificates, Series 1999-6',
        'Trust.',
        '',
        '                       INDEX TO EXHIBITS',
        'EX-99.1        Monthly report distributed to holders of Mortgage Pass-Through',
        '               Certificates, Series 1999-6 Trust',
        '',
        'BIPA  Series: 1999-6',
      ),
    ).toBe('Birch Integrated Portfolio Assets, Inc. 1999-6');
  });

  test('of a trust that a bank services, in parentheses', () => {
    expect(
      dealOn(
        '          HOLLY BANK, NATIONAL ASSOCIATION',
        '   (Exact name of registrant as specified in its charter)',
        '   (AS SERVICER ON BEHALF OF HOLLY CREDIT CARD MASTER TRUST)',
        'March 15, 2000',
      ),
    ).toBe('Holly Credit Card Master Trust');
  });

  test('of a company before contracts that go on in the next line, and over a series a space apart', () => {
    expect(
      dealOn(
        'For the Remittance Date of March 8, 1999, the Trustee made the distributions to the holders of the',
        'Rowan Mortgage and Finance, Inc. Manufactured Housing Contract',
        'Senior/Subordinate Pass-Through Certificates, Series 1999B.',
      ),
    ).toBe('Rowan Mortgage and Finance, Inc. 1999B');
    expect(
      dealOn(
        'RS Mortgage Securities Corporation II',
        '(Sponsor)',
        '(Issuer in Respect of Commercial Mortgage Pass-Through',
        'Certificates Series 1998-RL 1)',
        'This Current Report on Form 8-K relates to the',
        'Trust Fund formed, and the Commercial Mortgage Pass-Through',
        'Certificates Series 1998-RL1 issued pursuant to, an agreement',
      ),
    ).toBe('RS Mortgage Securities Corporation II 1998-RL1');
  });

  test('the title beside a name is no part of it', () => {
    expect(
      dealOn('Juniper Mortgage                       SERVICING CERTIFICATE', '', 'Asset-Backed Notes', 'Series 1999-2'),
    ).toBe('Juniper Mortgage 1999-2');
  });
});

describe('which day it is of', () => {
  const body = ['', 'Class A Interest    1,204.11', 'Class A Principal   9,100.20', 'Servicing Fee         880.00'];

  test.each([
    ['For Distribution on 10/25/2001', '2001-10-25'],
    ['Collection Period ended September 30, 2001 Distribution Date October 15, 2001', '2001-10-15'],
    ['for the October 15, 2001 Distribution Date', '2001-10-15'],
  ])('%s', (line, date) => {
    expect(statementOf(['Elm Home Loan Trust 2000-1', line, ...body].join('\n')).date).toBe(date);
  });

  test('a certificate of a year without a form is annual', () => {
    const { statement, date } = statementOf(
      ['Elm Auto Lease Trust 2002-A', 'For the Annual Collection Period ended December 2003', ...body].join('\n'),
    );
    expect([statement, date]).toEqual(['annual', '2003-12-31']);
  });

  test('a year over the heading of the only column is no figure', () => {
    const { facts } = statementOf(
      [
        'ELM CARD MASTER TRUST',
        'SERIES 1997-1 STATEMENT - ANNUAL CERTIFICATE',
        '                                               2001',
        '                                        Aggregate Amounts',
        'Class A Interest                               1,204.11',
        'Class B Interest                                 204.11',
        'Servicing Fee                                    880.00',
      ].join('\n'),
    );
    expect(facts.map(({ text }) => text)).toEqual(['1,204.11', '204.11', '880.00']);
  });
});

describe('what figures are', () => {
  const top = ['OAK CARD MASTER TRUST', 'SERIES 1998-2', 'Distribution Date: March 15, 2002', ''];

  test('amounts in cents under a section that states them for each $1,000', () => {
    const { facts } = statementOf(
      [
        ...top,
        'A.   THE CURRENT DISTRIBUTION (STATED ON THE BASIS OF',
        '     $1,000 ORIGINAL CERTIFICATE PRINCIPAL BALANCE)',
        '     1.  Class A Monthly Principal                  $          -',
        '     2.  Class A Monthly Interest                   $       4.88',
        '     3.  Class B Monthly Interest                   $       5.02',
      ].join('\n'),
    );
    expect(facts.map(({ concept, unit, value }) => `${concept} ${unit} ${value}`)).toEqual([
      'principalPer1000 perThousand 0',
      'interestPer1000 perThousand 4.88',
      'interestPer1000 perThousand 5.02',
    ]);
  });

  test('amounts in full under such a section stay amounts', () => {
    const { facts } = statementOf(
      [
        ...top,
        'A.   THE CURRENT DISTRIBUTION (STATED ON THE BASIS OF $1,000 ORIGINAL CERTIFICATE PRINCIPAL BALANCE)',
        '     1.  Class A Monthly Principal                  $  120,000.00',
        '     2.  Class A Monthly Interest                   $      310.20',
        '     3.  Class B Monthly Interest                   $       45.02',
      ].join('\n'),
    );
    expect(facts.map(({ unit }) => unit)).toEqual(['USD', 'USD', 'USD']);
  });

  test('what the pool was at issue is no balance of all classes', () => {
    const { facts, deal } = statementOf(
      [
        'Servicer’s Certificate—Oak Auto Receivables 2001-B Owner Trust',
        'Distribution Date of March 15, 2002',
        '                                        Total         Class A-1        Class A-2',
        'Pool Data - Original Deal Parameters',
        'Securities Balance                150,602,000.00    90,000,000.00    60,602,000.00',
        'Receivables Pool Balance          157,322,188.00',
        'Pool Data - Current Month',
        'Securities Balance                135,195,092.02    74,593,092.02    60,602,000.00',
        'Receivables Pool Balance          139,915,280.02',
        '',
        'Servicing Fee                         131,101.02',
        'Net Losses                             12,101.02',
      ].join('\n'),
    );
    expect(deal).toBe('Oak Auto Receivables 2001-B Owner Trust');
    expect(meanings(facts)).toEqual([
      '150,602,000.00 originalBalance Total',
      '90,000,000.00 originalBalance A-1',
      '60,602,000.00 originalBalance A-2',
      '157,322,188.00 ?',
      '135,195,092.02 endingBalance Total',
      '74,593,092.02 endingBalance A-1',
      '60,602,000.00 endingBalance A-2',
      '139,915,280.02 poolEndingBalance',
      '131,101.02 servicingFee',
      '12,101.02 realizedLosses',
    ]);
  });

  test('what was owed by those who were liquidated is no proceeds; what went out of an inventory is not what is in it', () => {
    const { facts, deal } = statementOf(
      [
        'SPRUCE MORTGAGE INVESTORS, INC. 2000-C      REPORT DATE:    November 7, 2002',
        '',
        '    Beginning            Liquidated         Liquidation            Ending',
        '     Balance              Principal          Proceeds             Balance',
        '  154,702,118.40        (318,265.91)        140,877.29       153,920,447.66',
        '',
        '           May 2008-Aug 2009        7%',
        '',
        'Repossession Profile',
        '                                       Number         Principal Balance',
        'Repossessions Incurred                      5              112,345.00',
        'Less Liquidation                            4               91,234.00',
        'Ending Repossession Inventory              13              433,456.00',
        '',
        '                    31 to 59 days            60 to 89 days',
        '                    #      Balance           #      Balance',
        'Excluding Repos    121   3,904,118.26       41   1,277,560.08',
        'Repos                3      98,210.44       12     376,902.15',
        'Total              124   4,002,328.70       53   1,654,462.23',
      ].join('\n'),
    );
    expect(deal).toBe('Spruce Mortgage Investors, Inc. 2000-C');
    const known = meanings(facts.filter(({ concept }) => concept !== null));
    expect(known.filter((text) => /Proceeds/.test(text) && !text.startsWith('140,877.29'))).toEqual([]);
    expect(known.filter((text) => text.endsWith(' repossession'))).toEqual([
      '13 delinquentCount repossession',
      '433,456.00 delinquentStatedBalance repossession',
    ]);
    expect(known.filter((text) => text.endsWith(' 30-59'))).toEqual([
      '124 delinquentCount 30-59',
      '4,002,328.70 delinquentStatedBalance 30-59',
    ]);
    expect(facts.filter(({ label }) => label === 'Excluding Repos').map(({ concept }) => concept)).toEqual(
      Array<null>(4).fill(null),
    );
  });

  test('what several classes have together is that of none', () => {
    const { facts } = statementOf(
      [
        ...top,
        'Class A Ending Principal Balance                                 100,000.00',
        'Outstanding Class A, Class B and Class C Principal Balances      171,567.89',
        'Class A and Class B Ending Balance                               150,000.00',
        'Class A and B Interest Distribution                                1,000.00',
        'Class A-1, A-2 and A-3 Interest Distribution                       2,000.00',
        'Class A/Class B Interest Distribution                              2,000.00',
        'Class B Interest Distribution                                      1,500.00',
        'Class A Interest Distribution - Pool A                             1,700.00',
        'Class A Interest Distribution - Pool B                             1,900.00',
      ].join('\n'),
    );
    expect(facts.map(({ concept, class: name, group }) => `${concept} ${name} ${group}`)).toEqual([
      'endingBalance A null',
      ...Array<string>(5).fill('null null null'),
      'interest B null',
      'interest A Group A',
      'interest A Group B',
    ]);
  });

  test('a long word with its letters mixed up', () => {
    const { facts } = statementOf(
      [
        ...top,
        '              Beginning         Ending',
        '              Certificate      Ceritifcate',
        '  Class        Balance           Balance',
        '    A       1,240,000.00      1,200,000.00',
        '    B         310,000.00        300,000.00',
      ].join('\n'),
    );
    expect(facts.map(({ concept }) => concept)).toEqual([
      'beginningBalance',
      'endingBalance',
      'beginningBalance',
      'endingBalance',
    ]);
  });

  test('principal of liquidated receivables is no proceeds; statuses are named in other words', () => {
    const { facts } = statementOf(
      [
        ...top,
        'Principal Portion of Liquidated Receivables        5,876.32',
        'Liquidation Proceeds                               2,100.10',
        '',
        'Delinquent Loans, REO, Foreclosures and Bankruptcies     Count        Amount     Percentage',
        '   Loans in REO status at end of Collection Period          21    808,930.68        1.094%',
        '   Loans in Bankruptcy or Insolvency Proceedings            46    958,765.88        1.540%',
      ].join('\n'),
    );
    expect(meanings(facts)).toEqual([
      '5,876.32 ?',
      '2,100.10 liquidationProceeds',
      '21 delinquentCount reo',
      '808,930.68 delinquentStatedBalance reo',
      '1.094% delinquentPercentage reo',
      '46 delinquentCount bankruptcy',
      '958,765.88 delinquentStatedBalance bankruptcy',
      '1.540% delinquentPercentage bankruptcy',
    ]);
  });
});
