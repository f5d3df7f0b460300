import { expect, test } from 'vitest';
import { readText } from './compare.ts';

/** How statements of auto loan trusts print classes, units, footnotes and the numbers of their items. */

const said = (...lines: readonly string[]): string[] =>
  readText(['Harbor Auto Trust 2000-A', 'Distribution Date: April 16, 2001', '', ...lines, ''].join('\n'))
    .statements.flatMap(({ facts }) => facts)
    .filter(({ concept }) => concept !== null)
    .map((fact) => `${fact.concept} ${fact.class ?? fact.member} ${fact.text}`);

const balances = [
  'Beginning Pool Balance                                          $370,214,882.10',
  'Ending Pool Balance                                             $356,524,563.44',
];
const ofBalances = ['poolBeginningBalance null 370,214,882.10', 'poolEndingBalance null 356,524,563.44'];

test('a title that says what kind of notes a class is names the class', () => {
  for (const kind of ['2001-A Term', 'Asset Backed', 'Floating Rate', 'Floating Rate Asset Backed'])
    expect(
      said(
        `     Class A ${kind} Notes`,
        '       Beginning Principal Balance                        $1,500,000,000.00',
        '       Interest Distribution                                  $6,641,250.00',
        '       Ending Principal Balance                           $1,400,000,000.00',
      ),
    ).toEqual(['beginningBalance A 1,500,000,000.00', 'interest A 6,641,250.00', 'endingBalance A 1,400,000,000.00']);
});

test('the unit of a heading is no figure, beside words or under `per`', () => {
  const row = ['Class A-1 Notes       411.2042      38.1182        205,602,100.00    19,059,100.00'];
  for (const headings of [
    [
      '                      Principal     Interest      Principal         Interest',
      '                      Payment per   Payment per   Payment           Payment',
      '                      $1000 Face    $1000 Face',
    ],
    [
      '                         AMOUNT PAID PER',
      '                             $1,000                       AMOUNT PAID',
      '                      PRINCIPAL     INTEREST        PRINCIPAL         INTEREST',
    ],
  ])
    expect(said(...headings, ...row)).toEqual([
      'principalPer1000 A-1 411.2042',
      'interestPer1000 A-1 38.1182',
      'principal A-1 205,602,100.00',
      'interest A-1 19,059,100.00',
    ]);
});

test('the mark of a footnote that touches a figure is no part of it', () => {
  expect(
    said(...balances, 'Net Losses                                                          $525,085.84(a)'),
  ).toEqual([...ofBalances, 'realizedLosses null 525,085.84']);
  expect(
    said(
      '                                                                 ACCOUNTS                AMOUNT',
      'DELINQUENT AND REPOSSESSED CONTRACTS:',
      ' 31-60 Days Delinquent                                              1,614        $20,204,118.33',
      ' 61-90 Days Delinquent                                                182         $2,411,204.18',
      ' Total Delinquencies                                                1,796        $22,615,322.51',
      ' Repossessed Vehicle Inventory                                       104*',
    ).at(-1),
  ).toBe('delinquentCount repossession 104');
});

test('the number of an item that stands again before its figures is none', () => {
  expect(
    said(
      ...balances,
      ' (43)  Overcollateralization Amount  ((41) - (42))                      (43)    $55,779,756.04',
      '',
      '                                                            # OF CONTRACTS        AMOUNT',
      ' (45)  Receivables 31 - 60 Days Delinquent                  (45)     3,412      (45)    $42,118,204.18',
      ' (46)  Receivables 61 - 90 Days Delinquent                  (46)       988      (46)    $12,004,118.77',
    ),
  ).toEqual([
    ...ofBalances,
    'overcollateralization null 55,779,756.04',
    'delinquentCount 30-59 3,412',
    'delinquentStatedBalance 30-59 42,118,204.18',
    'delinquentCount 60-89 988',
    'delinquentStatedBalance 60-89 12,004,118.77',
  ]);
});

test('what a reserve fund has is no balance of the classes that it serves', () => {
  expect(
    said(
      ...balances,
      '',
      'RESERVE FUND',
      '                                                          CLASS A             TOTAL',
      ' Beginning Balance                                     $13,140,886.53      $13,140,886.53',
      ' Total Withdraw                                                 $0.00               $0.00',
    ),
  ).toEqual(ofBalances);
});

test('an average of months, or of the rates of certificates, is no measure of the month and its loans', () => {
  expect(
    said(
      ...balances,
      'Delinquency Ratio                                                        0.66412%',
      'Delinquency Ratio (3 mo. Weighted Avg.)                                  0.70412%',
      'Weighted Average Certificate Rate                                            6.03%',
    ),
  ).toEqual([...ofBalances, 'delinquencyPercentage null 0.66412%']);
});

test('the rate at which a fee is reckoned is no part of what it is', () => {
  expect(said(...balances, 'Servicing Fee (1.00% per annum)                                     $308,512.40')).toEqual([
    ...ofBalances,
    'servicingFee null 308,512.40',
  ]);
});

test('an item that goes on below its number is read whole', () => {
  expect(
    said(
      ...balances,
      '     5.   Investor Charge Offs',
      '',
      '          (a)  The aggregate amount of Class A Investor',
      '               Charge Offs for the related Monthly Period . . . .   $     1,240.00',
      '',
      '          (b)  The aggregate amount of Class A Investor',
      '               Charge Offs set forth in 5(a) above per',
      '               $1,000 of original certificate principal amount  .   $         0.02',
    ),
  ).toEqual([...ofBalances, 'realizedLoss A 1,240.00', 'lossPer1000 A 0.02']);
});

test('the number of a page behind its mark heads and ends nothing', () => {
  expect(
    said(
      ...balances,
      '',
      '10.  Reimbursement of Investor Losses for March, 2001',
      '     (a)  Group One                                                     $0.00',
      '',
      '12.  Investor Monthly Servicing Fee Payable on this Distribution Date',
      '     ----------------------------------------------------------------',
      '     (c)  Class A                                                                  $1,666,666.67',
      '',
      '          Class B                                                                     $87,720.00',
      '<PAGE>   3',
      '13.  Class A Principal Distribution                                                $1,000.00',
    ),
  ).toEqual([...ofBalances, 'principal A 1,000.00']);
});

test('what was repossessed in the month is not what is held at its end', () => {
  expect(
    said(
      ...balances,
      '',
      'Delinquency Information:                             # of loans      Dollars',
      '        30 - 59 days                                    1,612     17,118,204.11',
      '        60 - 89 days                                      402      4,204,118.73',
      '',
      'Repossession Information                             # of loans      Dollars',
      '        Repossession Loans in the Current Period          161      1,704,118.11',
      '        Ending Repossession Inventory                     153      1,613,204.40',
    ).slice(6),
  ).toEqual(['delinquentCount repossession 153', 'delinquentStatedBalance repossession 1,613,204.40']);
});

test('the title of an item of an annual report heads no column', () => {
  expect(
    said(
      'FORM 10-K',
      'For the year ended December 31, 2000',
      ...['A-1', 'A-2'].map((name) => `Class ${name} Notes  Ending Balance           100,000,000.00`),
      '',
      "ITEM 5.  MARKET FOR REGISTRANT'S COMMON EQUITY AND RELATED STOCKHOLDER MATTERS",
      '',
      '      (b) As of December 31, 2000, the number of holders of record of each class:',
      '<TABLE>',
      '<CAPTION>',
      '<S>                                            <C>',
      '          Class A-1 Notes                      1',
      '          Class A-2 Notes                      3',
      '</TABLE>',
    ).slice(2),
  ).toEqual(['holdersOfRecord A-1 1', 'holdersOfRecord A-2 3']);
});
