import { expect, test } from 'vitest';
import { readText } from './compare.ts';

/** What deals are called by covers that print no sentence such as `Home Loan Trust 2001-4`. */

const table = [
  '',
  '                              Class A     Class B',
  'Beginning Principal Balance  1,000.00      120.00',
  'Principal Distribution         100.00       20.00',
  'Ending Principal Balance       900.00      100.00',
  '',
];
const dealOf = (...cover: readonly string[]): string | undefined =>
  readText([...cover, ...table].join('\n')).statements[0]?.deal;

test('the company stands over what is issued, dates beside it', () => {
  expect(
    dealOf(
      'Valley Bank of Marlow                    Determination Date:           04-Oct-00',
      'Manufactured Housing Contracts           Remittance Date:              10-Oct-00',
      'Senior/Subordinated Pass-Through',
      'Certificates Series 2000A                For the Period Ended:         25-Sep-00',
    ),
  ).toBe('Valley Bank of Marlow 2000A');
});

test('a servicer says what it reports on', () => {
  expect(
    dealOf(
      "                             SERVICER'S CERTIFICATE",
      '',
      'IN ACCORDANCE WITH SECTION 4.10 OF THE SERVICING AGREEMENT DATED AS',
      'OF MARCH 31,1999, LENDING HOUSE INC. REPORTS THE FOLLOWING INFORMATION',
      'PERTAINING TO SERIES 1999-B FOR THE July 12, 2000 DETERMINATION DATE',
    ),
  ).toBe('Lending House Inc. 1999-B');
});

test('what a company has issued is called by the company', () => {
  expect(
    dealOf(
      'MEADOW ASSET SECURITIES CORPORATION',
      'Mortgage Pass-Through Certificates, Series 2002-7 Trust',
      '(Exact name of registrant as specified in its charter)',
      'holders of MEADOW ASSET SECURITIES CORPORATION, Mortgage Pass-Through Certificates, Series 2002-7',
      'Trust.',
    ),
  ).toBe('Meadow Asset Securities Corporation 2002-7');
});

test('a name goes on behind its year', () => {
  expect(dealOf('', '          Harbor Financial 1998-A Owner Trust')).toBe('Harbor Financial 1998-A Owner Trust');
});

test('a bank that pays out gives way to who is registered', () => {
  expect(
    dealOf(
      '                 Harbor Mortgage and Finance, Inc.',
      '             ------------------------------------------',
      '             (Exact name of registrant as specified in its charter)',
      '',
      'Valley Bank                              Determination Date:           02-Jul-99',
      'Manufactured Housing Contracts           Remittance Date:              07-Jul-99',
      'Senior/Subordinated Pass-Through',
      'Certificates Series 1999B                For the Period Ended:         25-Jun-99',
    ),
  ).toBe('Harbor Mortgage and Finance, Inc. 1999B');
});

test('the issuer behind the company that reports', () => {
  const { statements } = readText(
    [
      '                                  June 4, 1998',
      '                Date of Report (Date of Earliest Event Reported)',
      '',
      '      Meadow Mortgage Funding Corporation (as Sponsor of Meadow Mortgage',
      '     Trust 1, the Issuer of Collateralized Mortgage Bonds under an Indenture',
      '                            dated as of June 1, 1997)',
      ...table,
    ].join('\n'),
  );
  expect(statements.map(({ deal, date }) => `${deal} ${date}`)).toEqual(['Meadow Mortgage Trust 1 1998-06-04']);
});

test('a distribution period ends with the day of payment', () => {
  const { statements } = readText(
    [
      'FORM 10-D',
      'For the monthly distribution period from:   May 18, 2024 to June 17, 2024',
      'Harbor Commercial Mortgage Trust 2014-C19',
      ...table,
    ].join('\n'),
  );
  expect(statements[0]?.date).toBe('2024-06-17');
});

test('a day without a space before its year is no figure', () => {
  const { statements } = readText(['Harbor Loan Trust 1999-2', '                 July 25,1999', ...table].join('\n'));
  expect(statements[0]?.uncertain).toEqual([]);
  expect(statements[0]?.date).toBe('1999-07-25');
});

test('a sponsor names the trust over two lines', () => {
  expect(
    dealOf(
      'Meadow Mortgage Securities Inc. (as Sponsor of the Meadow Home Equity Loan',
      'Trust 1998-2 Revolving Home Equity Loan Asset-Backed Notes, Series 1998-2)',
      '                      MEADOW MORTGAGE SECURITIES INC.',
    ),
  ).toBe('Meadow Home Equity Loan Trust 1998-2');
});

test('the registrant, with the series that its sentence ends with', () => {
  const cover = (issue: string): string[] => [
    'The Harbor Store Inc. (as Representative under a Pooling and Servicing Agreement',
    'dated as of July 31, 1998 providing for the issuance of',
    issue,
    'attached hereto.',
    '                             The Harbor Store, Inc.',
    '                             ----------------------',
    '            (Exact name of registrant as specified in its charter)',
  ];
  expect(dealOf(...cover('Certificates, Series 1998-B) and each of the Originators listed on Schedule A'))).toBe(
    'The Harbor Store, Inc. 1998-B',
  );
  expect(dealOf(...cover('issuance of Mortgage Pass- Through Certificates, Series 1998-S6)'))).toBe(
    'The Harbor Store, Inc. 1998-S6',
  );
});

test('a trust of accounts, under a label that speaks of the trust', () => {
  expect(
    dealOf(
      'SUNRISE CREDIT ACCOUNT MASTER TRUST',
      'A. Trust Activity                                          Trust Totals',
      '   Trust Portfolio Yield                                       24.1110%',
    ),
  ).toBe('Sunrise Credit Account Master Trust');
});

test('the statement of a day is titled with its label', () => {
  const { statements } = readText(
    [
      'Sunrise Floorplan Master Trust',
      'Distribution Date Statement',
      'Report Date                   10/31/00',
      'Determination Date            11/13/00',
      'Distribution Date             11/15/00',
      ...table,
    ].join('\n'),
  );
  expect(statements[0]?.date).toBe('2000-11-15');
});
