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

const registrant = '             (Exact name of registrant as specified in its charter)';

test('certificates of a series that is called a trust are those of the company above', () => {
  expect(
    dealOf('LARCH ASSET SECURITIES CORPORATION', 'Mortgage Pass-Through Certificates, Series 1999-8 Trust', registrant),
  ).toBe('Larch Asset Securities Corporation 1999-8');
});

test('a bank reports on behalf of a trust that had another name', () => {
  expect(
    dealOf(
      '                     SECOND STREET BANK, NATIONAL ASSOCIATION',
      registrant,
      '  (AS SERVICER ON BEHALF OF PINE MASTER CREDIT CARD TRUST (FORMERLY LONG LANE',
      '                          MASTER CREDIT CARD TRUST))',
    ),
  ).toBe('Pine Master Credit Card Trust');
});

test('a sponsor is no deal', () => {
  expect(
    dealOf(
      'Alder Mortgage Securities Inc. (as Sponsor of the Alder Home Equity Loan Trust',
      '1998-2 Revolving Home Equity Loan Asset-Backed Notes, Series 1998-2)',
      '                      ALDER MORTGAGE SECURITIES INC.',
      registrant,
    ),
  ).toBe('Alder Home Equity Loan Trust 1998-2');
});

test('what a sentence says of another trust names nothing', () => {
  expect(
    dealOf(
      '                       MAPLE HOME EQUITY LOAN TRUST 1997-A',
      registrant,
      '(b) On August 15, 1996, (the "August Remittance Date") a scheduled',
      'distribution was made from Maple Home Equity Loan Trust 1996-1 to holders of',
    ),
  ).toBe('Maple Home Equity Loan Trust 1997-A');
});

test('a trust of accounts is no account of a trust', () => {
  expect(
    dealOf(
      '                  Juniper Credit Account Master Trust',
      '                            (Issuer in respect of the',
      '             Class A Series 1996-1 6.80% Asset Backed Certificates,',
      '             Class A Series 1997-1 6.40% Asset Backed Certificates)',
      '                         Juniper Bank',
      registrant,
    ),
  ).toBe('Juniper Credit Account Master Trust');
});

test('the trust of certificates that a company issues', () => {
  expect(
    dealOf(
      '                  TRUST CREATED BY OAK MORTGAGE FINANCE, INC.',
      '                 (under a Pooling and Servicing Agreement dated',
      '                as of January 1, 1998, which Trust is the issuer',
      '                        of Oak Mortgage Finance Asset Backed',
      '                          Certificates, Series 1998-1)',
      registrant,
    ),
  ).toBe('Oak Mortgage Finance 1998-1');
});

test('a trust named without its series takes the only one that is printed', () => {
  expect(dealOf('Cedar Mortgage Trust', 'Mortgage Pass-Through Certificates', '', '        CMT  SERIES  2000-4')).toBe(
    'Cedar Mortgage Trust 2000-4',
  );
});

test('a balance of trust loans is no name', () => {
  expect(
    dealOf(
      'ALDER MORTGAGE                                 Statement to Noteholders',
      '========================================================================',
      'Revolving Home Equity Loan        LIBOR:                         5.58984%',
      'Series 1998-1                     Class A Certificate Rate:      5.78984%',
      'Retransferred Mortgage Loan Trust Balances (Current Retransfer Date)              0.00',
    ),
  ).toBe('Alder Mortgage 1998-1');
});

const submission = (filer: string, ...cover: readonly string[]): string | undefined =>
  dealOf(
    '<SEC-DOCUMENT>0000000000-99-000001.txt : 19990630',
    '<SEC-HEADER>0000000000-99-000001.hdr.sgml : 19990630',
    'ACCESSION NUMBER:\t\t0000000000-99-000001',
    'CONFORMED SUBMISSION TYPE:\t8-K',
    '',
    'FILER:',
    '',
    '\tCOMPANY DATA:',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${filer}`,
    '</SEC-HEADER>',
    '<DOCUMENT>',
    '<TYPE>8-K',
    '<TEXT>',
    ...cover,
  );

test('a filer whose name is shortened is called in full, unless the cover names it', () => {
  expect(submission('LARCH HM EQ LN TR 1999-2 REV HM EQ ASS BK NOT SE 1999-2')).toBe(
    'Larch Home Equity Loan Trust 1999-2',
  );
  expect(
    submission(
      'LARCH ASSET SECURITIES CORP MOR PAS THR CER SER 1999-8 TR',
      'LARCH ASSET SECURITIES CORPORATION',
      'Mortgage Pass-Through Certificates, Series 1999-8 Trust',
      registrant,
    ),
  ).toBe('Larch Asset Securities Corporation 1999-8');
});

test('a sentence that breaks in the name of a trust does not cut it short', () => {
  expect(
    dealOf(
      '                         OAKDALE ASSET FUNDING TRUST',
      '             Mortgage Pass-Through Certificates, Series 2003-7 Trust',
      registrant,
      ' On December 26, 2003 a distribution was made to holders of OAKDALE ASSET',
      ' FUNDING TRUST, Mortgage Pass-Through Certificates, Series 2003-7 Trust.',
    ),
  ).toBe('Oakdale Asset Funding Trust 2003-7');
});

test('how much was issued is no name', () => {
  expect(dealOf('Harbor Energy Transition Bond Company, LLC', '$748,897,000 Transition Bonds, Series 2001-1')).toBe(
    'Harbor Energy Transition Bond Company, LLC 2001-1',
  );
});

test('who signs the page before is no deal', () => {
  expect(
    dealOf(
      'behalf of the Company pursuant to the Agreement between the Company and Valley Bank',
      'National Association, as Trustee (all capitalized terms used herein without',
      'definition having the respective meanings specified in the Agreement)',
      '                                     HARBOR FINANCE CORP.',
      '',
      '                                     BY: /s/ Ann Example',
      '<PAGE>',
      '                                                                   SERIES 2000-5',
      '                                     CERTIFICATES for MANUFACTURED HOUSING LOANS',
    ),
  ).toBe('Harbor Finance Corp. 2000-5');
});

test('a trust that any company might have is called by the company close above it', () => {
  expect(
    dealOf(
      '               BIRCHWOOD RESIDENTIAL SECURITIES CORPORATION',
      '                   MORTGAGE LOAN TRUST 1997-3',
      registrant,
    ),
  ).toBe('Birchwood Residential Securities Corporation Mortgage Loan Trust 1997-3');
});

test('a name in one line, and not its end behind the break of a sentence', () => {
  expect(
    dealOf(
      'Exact name of Registrant as specified in its charter:',
      '    FIRST HARBOR CORPORATE CARD MASTER TRUST',
      '   Asset Backed Certificates, Series 1997-1, issued by First Harbor Corporate',
      '   Card Master Trust',
    ),
  ).toBe('First Harbor Corporate Card Master Trust 1997-1');
});

test('contracts that a bank sold, behind the rate of their certificates', () => {
  expect(
    dealOf(
      'BANK OF ELM NATIONAL TRUST AND SAVINGS ASSOCIATION,',
      'CONTRACT SELLER,',
      '5.89% BANKELM MANUFACTURED HOUSING CONTRACT V',
      'SENIOR/SUBORDINATE PASS-THROUGH CERTIFICATES, SERIES 1998-2, CLASS A-1',
    ),
  ).toBe('Bankelm Manufactured Housing Contract V 1998-2');
});

test('the trust whose trustee reports', () => {
  expect(
    dealOf(
      '                   HARBOR SECONDARY MARKET SERVICES, INC.',
      registrant,
      'Item 5.    The Registrant,through the Trustee for Harbor Student Loan Trust 1997-A,',
      '           hereby files its quarterly report of distributions.',
    ),
  ).toBe('Harbor Student Loan Trust 1997-A');
});

test('the last day of a collection period stands for the day of payment, and that is said', () => {
  const { statements } = readText(
    [
      'Harbor Student Loan Trust 2000-B',
      'Interest Period July 28, 2000 through October 29, 2000',
      'Collection Period July 1, 2000 through September 30, 2000',
      ...table,
    ].join('\n'),
  );
  expect(statements[0]?.date).toBe('2000-09-30');
  expect(statements[0]?.problems.map(({ found }) => found).join()).toContain('September 30, 2000');
});

test('invested amounts as of a day, where no other day is told', () => {
  const { statements } = readText(
    ['Alder Master Credit Card Trust', 'SERIES 1995-1', 'INVESTED AMOUNTS, as of June 15, 2000', ...table].join('\n'),
  );
  expect(statements[0]?.date).toBe('2000-06-15');
});

test('of two trusts with a stroke between them, the one that issues', () => {
  expect(dealOf('Harbor Card Issuance Trust / Harbor Card Master Trust I', '')).toBe('Harbor Card Issuance Trust');
  expect(dealOf('HARBOR CARD ISSUANCE TRUST/HARBOR CARD MASTER TRUST I', '')).toBe('Harbor Card Issuance Trust');
});
