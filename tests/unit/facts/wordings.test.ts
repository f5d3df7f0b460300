import { expect, test } from 'vitest';
import { readText } from './compare.ts';

/** Labels and headings of a few words, as statements of many kinds print them: what their figures are read as. */

const around = [
  '',
  'Loan Pool',
  'Beginning pool balance      911,220.10',
  'Number of loans at the end         41',
  'Servicing fee     1,020.10',
  '',
];

/** Concept, class, group and member of each figure of the lines, in order. */
function read(...lines: readonly string[]): string[] {
  const text = ['Sunrise Loan Trust 2001-4', 'Distribution Date: March 25, 2002', '', ...lines, ...around].join('\n');
  return readText(text)
    .statements.flatMap(({ facts }) => facts)
    .filter(({ line }) => line <= lines.length + 3)
    .map(({ concept, class: name, group, member }) =>
      [concept ?? '?', name, group, member].filter((part) => part !== null).join(' '),
    );
}

test('groups by number and letter', () => {
  expect(
    read(
      'Servicing Certificate                    Group 1A          Group 1B',
      'Beginning Pool Balance             224,658,663.87    254,029,780.07',
      'Active Loan Count                           9,063             5,955',
    ),
  ).toEqual([
    'poolBeginningBalance Group 1A',
    'poolBeginningBalance Group 1B',
    'loanCountEnding Group 1A',
    'loanCountEnding Group 1B',
  ]);
});

test('spaces around the hyphens of classes, and certificates beside notes', () => {
  expect(
    read(
      '                       Beginning         Ending',
      'Term Notes               Balance        Balance         Interest',
      '-----------              -------        -------         --------',
      'Class I - A - 1   224,356,000.00  224,356,000.00      435,157.16',
      'Class II - A - 2   94,000,000.00   93,000,000.00      408,900.00',
      'Certificates                   -               -    2,347,203.19',
    ),
  ).toEqual([
    'beginningBalance I-A-1',
    'endingBalance I-A-1',
    'interest I-A-1',
    'beginningBalance II-A-2',
    'endingBalance II-A-2',
    'interest II-A-2',
    'beginningBalance Certificates',
    'endingBalance Certificates',
    'interest Certificates',
  ]);
});

test('the pool behind a class is not the class', () => {
  expect(
    read(
      'Beginning Class A-1 Pool Balance                        177,168,728.35',
      'Beginning Class A-1 Note Balance                        171,759,953.36',
    ),
  ).toEqual(['? A-1', 'beginningBalance A-1']);
});

test('arrears without other statuses, and a status over measures', () => {
  expect(
    read(
      'Delinquent Loan Information:',
      '                                           90+ Days',
      '                          30-59            excldg f/c,REO   Loans in',
      '                          Days             & Bkrptcy        Bankruptcy',
      'Number of Loans                175               13               251',
      '',
      '                          Loans in',
      '                          Foreclosure',
      'Principal Balance       14,846,236.69',
      'Number of Loans                   249',
    ),
  ).toEqual([
    'delinquentCount 30-59',
    'delinquentCount 90+',
    'delinquentCount bankruptcy',
    'delinquentStatedBalance foreclosure',
    'delinquentCount foreclosure',
  ]);
});

test('what was so on the day of issue is not of this month', () => {
  expect(
    read(
      'POOL DATA - ORIGINAL DEAL PARAMETERS',
      'Discounted Principal Balance        1,231,231,519.20',
      'Servicer Advance                        2,825,418.78',
      'Weighted Average Remaining Term                 35.8',
    ),
  ).toEqual(['?', '?', '?']);
});

test('overcollateralization of the day of issue, and that of now', () => {
  expect(
    read(
      'ORIGINAL DEAL PARAMETERS',
      'Overcollateralization                                                  41,736,114.95',
      '',
      'OVERCOLLATERALIZATION INFORMATION',
      'Actual Overcollateralization Amount (EOP Pool Balance - EOP Note Balance)   41,736,115.95',
    ),
  ).toEqual(['?', 'overcollateralization']);
});

test('factors at the beginning and at the end', () => {
  expect(
    read(
      '                        Beginning of Period             Ending of Period',
      '                     Balance    Note Factor         Balance    Note Factor',
      'Class A-2 Notes  269,000,000.00    0.763294  247,000,000.00       0.700868',
      'Class A-3 Notes  552,420,000.00    1.000000  552,420,000.00       1.000000',
    ),
  ).toEqual([
    'beginningBalance A-2',
    '? A-2',
    'endingBalance A-2',
    'certificateFactor A-2',
    'beginningBalance A-3',
    '? A-3',
    'endingBalance A-3',
    'certificateFactor A-3',
  ]);
});

test('what is paid beside what is calculated, of neither principal nor interest', () => {
  expect(
    read(
      '                     Beginning Balance     Calculated Amount      Amount Paid',
      'Class A-2 Notes         269,000,000.00          1,300,166.67     1,300,166.67',
      'Class A-3 Notes         552,420,000.00          2,550,339.00     2,550,339.00',
    ),
  ).toEqual(['beginningBalance A-2', '? A-2', '? A-2', 'beginningBalance A-3', '? A-3', '? A-3']);
});

test('the pool at the end of the day on the last day of a period', () => {
  expect(
    read(
      '(a) The aggregate amount of Principal Receivables in the Trust as of',
      '    the end of the day on the last day of the related Monthly Period    411,000,000.00',
    ),
  ).toEqual(['poolEndingBalance']);
});

test('losses since inception, beside the number of vehicles', () => {
  expect(
    read(
      'CREDIT LOSSES:                                  Vehicles            Amount',
      'Net Credit Losses                                                700,000.00',
      'Cumulative Credit Losses since Inception           2,345      19,000,000.00',
    ),
  ).toEqual(['realizedLosses', '?', 'cumulativeRealizedLosses']);
});

test('prepaid, with a hyphen', () => {
  expect(read('Receipts of Pre-Paid Principal                   14,176,335.77')).toEqual(['totalPrepayments']);
});

test('what is distributed to classes, by the name of the amount alone', () => {
  expect(
    read(
      '                                                Class A-1       Class A-2',
      '(a) Class A and Class B Distribution Amounts   1,366,006.51    165,939.37',
      '(c) Interest Distribution                        148,690.46    165,939.37',
    ),
  ).toEqual(['totalDistribution A-1', 'totalDistribution A-2', 'interest A-1', 'interest A-2']);
});

test('a report that is called so is a statement, however little of it is understood', () => {
  const reading = readText(
    [
      'SUNRISE BUSINESS TRUST 1998-2',
      'SERVICER REPORT',
      'FOR THE PAYMENT DATE NOVEMBER 12, 1999',
      'Contract Payments due and received in this period      3,949,420.39',
      'Sales, Use and Property Tax payments received            215,010.16',
      'Servicer Advance                                         507,650.72',
      'Transfer from Reserve Account                              9,579.64',
      'Interest earned on Collection Account                     14,131.13',
    ].join('\n'),
  );
  expect(reading.statements.map(({ deal, facts }) => [deal, facts.length])).toEqual([
    ['Sunrise Business Trust 1998-2', 5],
  ]);
});

test('an item whose figure begins the next line', () => {
  expect(
    read(
      '(i)    Amount of principal being paid or distributed in respect of the Class I-A-1 Notes:',
      '       $8,165,651.91     ( $76.32163669502 per $1,000 original principal amount of Class I-A-1 Notes)',
      '',
      '(viii) Amount of interest being paid or distributed in respect of the Class I-A-1 Notes:',
      '       $234,650.74       ( $2.19320254229 per $1,000 original principal amount of Class I-A-1 Notes)',
    ),
  ).toEqual(['principal I-A-1', 'interest I-A-1']);
});

test('an amount beside what it is of each thousand, in cents', () => {
  expect(
    read(
      '   Series 2001-1                      Aggregate     Per $1,000 of Original Principal Amount',
      '     1. Class A-3 Interest Payment  1,857,600.00                                      14.29',
    ),
  ).toEqual(['interest A-3', '? A-3']);
});

test('transition bonds', () => {
  expect(
    read(
      '                  Transition Bond Interest Rate     Interest Due',
      'Class A-3                                 5.16%     1,857,600.00',
      'Class A-4                                 5.63%    10,862,999.11',
    ),
  ).toEqual(['passThroughRate A-3', 'interest A-3', 'passThroughRate A-4', 'interest A-4']);
});

test('repossessed this month is not what stands repossessed', () => {
  expect(
    read(
      '12. Aggregate Scheduled Balances and number of delinquent Contracts as of Determination Date',
      '    31-59 days                       4,111,000.11          97',
      '    60 days or more                  3,111,000.11          87',
      '    Current Month Repossessions        411,000.11          11',
      '    Repossession Inventory           1,411,000.11          41',
    ),
  ).toEqual([
    'delinquentStatedBalance 30-59',
    'delinquentCount 30-59',
    'delinquentStatedBalance 60+',
    'delinquentCount 60+',
    '? repossession',
    '? repossession',
    'delinquentStatedBalance repossession',
    'delinquentCount repossession',
  ]);
});

test('tests of ratios and losses, for the current date', () => {
  expect(
    read(
      '(a) Sixty-Day Delinquency Ratio for current Remittance Date                1.11%',
      '(b) Current Realized Losses for current Remittance Date               111,000.11',
    ),
  ).toEqual(['delinquencyPercentage', 'realizedLosses']);
});

test('an amount set forth in a paragraph above', () => {
  expect(
    read(
      '(3)   The amount of the distribution set forth in paragraph 1',
      '      above in respect of principal on the Class A',
      '      Certificates, per $1,000 original certificate principal',
      '      amount                                                      $1.2500000',
    ),
  ).toEqual(['principalPer1000 A']);
});

test('a currency sign glued to the figure before it, and what changed between two dates', () => {
  expect(
    read(
      'A. Total Student Loan Portfolio Outstanding       March 31, 2000           Activity         September 30, 2000',
      'i. Portfolio Balance                             $ 970,727,457.00         $ (12,602,960.76)$ 958,124,496.24',
      'ii. Weighted Average Collateral Interest Rate      7.04%                    0.99%            8.03%',
      'iii. Number of Loans                              252,670                  (5,335)          247,335',
      'iv. Number of Accounts                            124,622                   5,072           129,694',
    ),
  ).toEqual([
    'poolBeginningBalance',
    '?',
    'poolEndingBalance',
    '?',
    '?',
    'weightedAverageCoupon',
    'loanCountBeginning',
    '?',
    'loanCountEnding',
    '?',
    '?',
    '?',
  ]);
});

test('a column that has lost its heading among headed ones takes none from a title', () => {
  expect(
    read(
      '                                                                               Principal Payment',
      '                           Initial Balance    Beginning Balance    1st Priority             Regular        Ending Balance     Note Factor',
      '7   Class A-2-A Notes          470,000,000.00       226,139,928.14                 -       43,547,877.86        182,592,050.28       0.3884937',
    ).slice(2),
  ).toEqual(['? A-2-A', '? A-2-A', 'endingBalance A-2-A', 'certificateFactor A-2-A']);
});

test('numbers with what they count behind them', () => {
  expect(
    read(
      'Delinquencies',
      '30-59 days                     402 contracts      $1,234,567.89      1.20%',
      '60-89 days                      55 contracts        $234,567.89      0.20%',
      'Repossessions                    3 contracts         $34,567.89      0.02%',
      '',
      'Prepayments in Full                                   5 mortgage loans        $12,345.67',
      'Pool Balance at the beginning of the period      12,345 mortgage loans    $123,456,789.00',
    ),
  ).toEqual([
    ...['30-59', '60-89', 'repossession'].flatMap((member) => [
      `delinquentCount ${member}`,
      `delinquentStatedBalance ${member}`,
      `delinquentPercentage ${member}`,
    ]),
    '?',
    'payoffs',
    'loanCountBeginning',
    'poolBeginningBalance',
  ]);
});

test('of grids with the total of all statuses, that is the total', () => {
  const rows = [
    '              Delinquent             Foreclosure           Bankruptcy             Total',
    '             Count    Balance     Count     Balance      Count   Balance     Count    Balance',
    '30-59 days      3   1,234,567.89    1      1,111.00        1      2,222.00     5   1,237,900.89',
    '60-89 days      2     234,567.89    1      2,345.00        1      3,333.00     4     240,245.89',
    '90+ days        1      34,567.89    2      3,456.00        1      4,444.00     4      42,467.89',
  ];
  const sums = (total: string): string[] =>
    read(...rows, `Total           6   1,503,703.67    4      6,912.00        3      9,999.00    ${total}`).slice(-8);
  const statuses = ['foreclosure', 'bankruptcy'].flatMap((status) => [
    `delinquentCount ${status}`,
    `delinquentStatedBalance ${status}`,
  ]);
  const total = ['delinquentCount total', 'delinquentStatedBalance total'];
  expect(sums('13   1,520,614.67')).toEqual(['? total', '? total', ...statuses, ...total]);
  expect(sums('18   1,530,614.67')).toEqual([...total, ...statuses, '? total', '? total']);
});

test('of several that earn a fee for servicing, the one called the master is', () => {
  expect(
    read(
      'Master Servicing Fee           123.45',
      'Servicing Compensation       1,234.56',
      'Sub-Servicing Fee              777.12',
    ),
  ).toEqual(['masterServicerCompensation', '?', '?']);
  expect(read('Servicing Compensation       1,234.56')).toEqual(['masterServicerCompensation']);
});

test('loans whose numbers begin with zeros', () => {
  const members = readText(
    [
      'Sunrise Loan Trust 2001-4',
      'Distribution Date: March 25, 2002',
      '',
      'REO Loans',
      'Loan Number        Unpaid Principal Balance     Stated Principal Balance',
      '0001234567                    100,111.11                   100,000.00',
      '0001234568                    200,111.11                   200,000.00',
      '',
      'Bankruptcy Loan Detail',
      'Loan #      Principal Balance      Days',
      '012345678       100,111.11           45',
      ...around,
    ].join('\n'),
  ).statements.flatMap(({ facts, uncertain }) => [
    ...uncertain.map(({ text }) => text),
    ...facts.flatMap(({ concept, member, line }) => (line < 13 ? [`${concept ?? '?'} ${member}`] : [])),
  ]);
  expect(members).toEqual([
    'reoLoanUnpaidBalance 0001234567',
    'reoLoanStatedBalance 0001234567',
    'reoLoanUnpaidBalance 0001234568',
    'reoLoanStatedBalance 0001234568',
    '? 012345678',
    '? 012345678',
  ]);
});

test('groups centred below an item of a list end with the item', () => {
  expect(
    read(
      '        1.  Distributions of principal',
      '                  Group 1',
      '            Prepayments in Full                        200,000.00',
      '                  Group 2',
      '            Prepayments in Full                        210,000.00',
      '        2.  Monthly Advances                             1,234.56',
      '        3.  Ending Pool Balance                     10,911,220.10',
    ),
  ).toEqual(['payoffs Group 1', 'payoffs Group 2', 'advances', 'poolEndingBalance']);
  expect(
    read(
      '(a) Delinquencies',
      '          Group 1',
      '       30-59 days                  12                  4,911.10',
      '          Group 2',
      '       30-59 days                  11                  3,911.10',
      '       60-89 days                   2                    911.10',
      '(b) Monthly Advances                                     1,234.56',
      '(c) Realized Losses',
      '       Current                                           1,000.00',
      '       Cumulative Realized Losses                       11,000.00',
    ).slice(4),
  ).toEqual([
    'delinquentCount Group 2 60-89',
    'delinquentStatedBalance Group 2 60-89',
    'advances',
    'realizedLosses',
    'cumulativeRealizedLosses',
  ]);
});

test('classes with what kind they are behind their names', () => {
  const names = ['Class A-1 (1)', 'Class S (notional)', 'X-IO*', 'S-2 (Notional Amount)', 'R (residual)', 'B-1 (NR)'];
  expect(
    read(
      '                          Beginning                                           Ending',
      'Class                       Balance     Principal      Interest              Balance',
      ...names.map((name) => `${name.padEnd(22)}10,000,000.00     100,000.00     50,000.00       9,900,000.00`),
    ),
  ).toEqual(
    ['A-1', 'S', 'X-IO', 'S-2', 'R', 'B-1'].flatMap((name) =>
      ['beginningBalance', 'principal', 'interest', 'endingBalance'].map((concept) => `${concept} ${name}`),
    ),
  );
  expect(
    read(
      'Class S (notional)',
      '   Interest                       50,000.00',
      '   Ending Balance              9,900,000.00',
    ),
  ).toEqual(['interest S', 'endingBalance S']);
});

test('amounts and amounts per $1,000 under what they are of', () => {
  const concepts = ['principal', 'principalPer1000', 'interest', 'interestPer1000'];
  for (const unit of ['Amount per $1000', '      Per $1,000'])
    expect(
      read(
        '                              Principal Distribution                 Interest Distribution',
        `                           Amount      ${unit}            Amount      ${unit}`,
        'Class A-1            10,000,000.00        45.25000000           10,000.00          0.04525000',
        'Class A-2                     0.00         0.00000000          100,000.00          1.04525000',
      ),
    ).toEqual(['A-1', 'A-2'].flatMap((name) => concepts.map((concept) => `${concept} ${name}`)));
  expect(
    read(
      '              Original Balance   Principal Distribution   Amount per $1000   Ending Balance   Pool Factor',
      'Class A-1       221,000,000.00            10,000,000.00        45.24886878   211,000,000.00     0.9547511',
      'Class A-2       321,000,000.00                     0.00         0.00000000   321,000,000.00     1.0000000',
    ),
  ).toEqual(
    ['A-1', 'A-2'].flatMap((name) =>
      ['originalBalance', 'principal', 'principalPer1000', 'endingBalance', 'certificateFactor'].map(
        (concept) => `${concept} ${name}`,
      ),
    ),
  );
});

test('what is original beside balances of other times is a balance', () => {
  expect(
    read(
      'Class           Original      Beginning Balance     Ending Balance',
      'A-1        10,000,000.00           9,000,000.00       8,900,000.00',
      'A-2        20,000,000.00          19,000,000.00      18,900,000.00',
    ),
  ).toEqual(
    ['A-1', 'A-2'].flatMap((name) =>
      ['originalBalance', 'beginningBalance', 'endingBalance'].map((concept) => `${concept} ${name}`),
    ),
  );
});

test('deferred principal is no deferred interest', () => {
  expect(
    read(
      '               Beginning       Deferred      Principal       Deferred       Ending',
      'Class            Balance   Principal (4)  Distribution       Interest      Balance',
      'A-1        10,000,000.00           5.00     100,000.00      45,000.00 9,900,000.00',
      'A-2        20,000,000.00         500.00     100,000.00      95,000.00 19,900,000.00',
    ).slice(5),
  ).toEqual(['beginningBalance A-2', '? A-2', 'principal A-2', 'deferredInterest A-2', 'endingBalance A-2']);
});

test('one of several tests says nothing of the trigger event', () => {
  expect(
    read(
      'Cumulative Loss Trigger in effect:                      NO',
      'Rolling 3 month delinquency trigger:                    Yes',
      'Has a Trigger Event occurred? No',
      'Is the Step-Down Date reached? Yes',
    ),
  ).toEqual(['?', '?', 'triggerEventOccurred', 'stepdownDateOccurred']);
  expect(
    read(
      'Delinquency Trigger Event Occurred                      NO',
      'Cumulative Loss Trigger Event Occurred                  NO',
    ),
  ).toEqual(['?', '?']);
  expect(read('Trigger Event in Effect (Yes/No): No')).toEqual(['triggerEventOccurred']);
});

test('principal of the pool is none of a class', () => {
  expect(
    read(
      'Pool Information',
      'Scheduled Principal               1,000.00',
      'Unscheduled Principal             9,000.00',
      'Principal Prepayments in Full     8,000.00',
      'Principal Prepayments in Part       500.00',
      'Total Principal                  10,000.00',
      'Interest                         10,500.00',
    ),
  ).toEqual(['?', '?', 'payoffs', 'curtailments', '?', '?']);
});

test('a total that is the first item of a class is what the class is paid', () => {
  expect(
    read(
      'Class A-1',
      '     Total                                                        5,722,849',
      '     Interest Paid                                                2,746,251',
      '     Total Principal                                              2,976,598',
    ),
  ).toEqual(['totalDistribution A-1', 'interest A-1', 'principal A-1']);
  expect(read('Class A-1', 'Class A-2', 'TOTAL                                       0.00')).toEqual(['? A-2']);
});

test('counts and balances below a title of days late are those of the bucket, at the end', () => {
  expect(
    read(
      '                                                       Beginning of Period      End of Period',
      '40.  Total Pool',
      '     a. Number of Receivables                                        9,500             9,300',
      '     b. Pool Balance                                        190,000,000.00    180,000,000.00',
      '41.  Receivables that are 31 to 60 days delinquent',
      '     a. Number of Receivables                                        1,600             1,500',
      '     b. Pool Balance                                         31,000,000.00     30,000,000.00',
    ),
  ).toEqual([
    'loanCountBeginning',
    'loanCountEnding',
    'poolBeginningBalance',
    'poolEndingBalance',
    '? 30-59',
    'delinquentCount 30-59',
    '? 30-59',
    'delinquentStatedBalance 30-59',
  ]);
});

test('classes called CL or Certificate, totals by other names, and words of one meaning', () => {
  expect(
    read(
      '                     Original   Remaining Unpaid                Accrual    Remaining',
      '          Denomination Amount  Principal Balance  P&I Payment      Rate       Factor',
      'CL A-1             400,000.00         300,000.00     2,100.00  2.50000%   0.75000000',
      'Certificate M-1    100,000.00         100,000.00       500.00  6.00000%   1.00000000',
      'Total/Wtd Avg      500,000.00         400,000.00     2,600.00',
    ),
  ).toEqual([
    ...['A-1', 'M-1'].flatMap((name) =>
      ['originalBalance', 'endingBalance', 'totalDistribution', 'passThroughRate', 'certificateFactor'].map(
        (concept) => `${concept} ${name}`,
      ),
    ),
    'originalBalance Total',
    'endingBalance Total',
    'totalDistribution Total',
  ]);
});

test('words that go on in the next line of their heading', () => {
  expect(
    read(
      '          Beginning      Principal       Ending',
      '          Certifi-       Distribu-    Certifi-',
      'Class   cate Balance        tion      cate Balance',
      'A-1       400,000.00    1,000.00      399,000.00',
      'M-1       100,000.00        0.00      100,000.00',
    ),
  ).toEqual(
    ['A-1', 'M-1'].flatMap((name) => ['beginningBalance', 'principal', 'endingBalance'].map((c) => `${c} ${name}`)),
  );
});

test('dates without marks behind their label, and a title beside the label of another date', () => {
  const dateOf = (...lines: readonly string[]) =>
    readText(['Sunrise Loan Trust 2001-4', ...lines, ...around].join('\n')).statements[0]?.date;
  expect(dateOf('Distribution Date:   20020625')).toBe('2002-06-25');
  expect(dateOf('Payment Date: 06.25.2002')).toBe('2002-06-25');
  expect(
    dateOf('Payment Date Statement       Record Date: May 31, 2002', 'Bank       Payment Date: June 25, 2002'),
  ).toBe('2002-06-25');
});

test('what a cover says beside its dates is no heading of the table below it', () => {
  expect(
    read(
      'Sunrise Bank                                Prior Payment: May 28, 2002',
      '',
      'Class      Original Balance    Beginning Balance    Principal    Ending Balance',
      'A-1              500,000.00           400,000.00     1,000.00        399,000.00',
      'M-1              100,000.00           100,000.00         0.00        100,000.00',
    ),
  ).toEqual(
    ['A-1', 'M-1'].flatMap((name) =>
      ['originalBalance', 'beginningBalance', 'principal', 'endingBalance'].map((concept) => `${concept} ${name}`),
    ),
  );
});

test('amounts that are said to be in thousands stay as printed, and it is told', () => {
  const statement = (...words: string[]): string =>
    [
      'Harvest Loan Trust 2001-A',
      'Payment Date: June 15, 2002',
      ...words,
      '',
      'Class       Beginning Balance      Principal Paid      Ending Balance',
      'A-2                   120,500              10,250             110,250',
      'B                      40,000                   0              40,000',
    ].join('\n');
  const scales = (text: string): (readonly [number | null, string])[] =>
    readText(text).problems.flatMap(({ line, found }) =>
      found.startsWith('Amounts are said') ? [[line, found.replace(/^.*“|”.*$/g, '')] as const] : [],
    );
  expect(scales(statement('(Dollars in thousands)'))).toEqual([[3, 'Dollars in thousands']]);
  expect(scales(statement("All amounts are in $000's"))).toEqual([[3, "amounts are in $000's"]]);
  expect(scales(statement('(in millions)'))).toEqual([[3, '(in millions)']]);
  expect(scales(statement('Amounts per $1,000 of original balance', 'Phone (800) 555-0100'))).toEqual([]);
  expect(readText(statement('(000s omitted)')).statements[0]!.facts[0]).toMatchObject({
    value: 120500,
    text: '120,500',
  });
});

test('a numbered title over items may be long', () => {
  expect(
    read(
      'A. Information regarding the distribution of the month (stated on the basis of each $1,000 of original certificate balance)',
      '   1. The amount in respect of Class A Principal ............  $    0.000000',
      '   2. The amount in respect of Class A Interest .............  $    1.652083',
      '   3. The amount in respect of Class B Interest .............  $    1.810417',
    ),
  ).toEqual(['principalPer1000 A', 'interestPer1000 A', 'interestPer1000 B']);
});

test('words joined by a plus, what is retained, and what is there after the distribution', () => {
  expect(
    read(
      'Class         Beginning Balance     Total Distributed Principal+Interest',
      'A-1               10,000,000.00                               100,000.00',
      'A-2               20,000,000.00                               200,000.00',
    ),
  ).toEqual(['beginningBalance A-1', 'totalDistribution A-1', 'beginningBalance A-2', 'totalDistribution A-2']);
  expect(
    read(
      'Actual O/C Amount (after distribution)      3,112,108.96',
      'Trustee Fee paid                                  100.10',
    ),
  ).toEqual(['overcollateralization', '?']);
});

test('groups over a number, a balance and a share each, a title over the labels beside them', () => {
  expect(
    read(
      'Delinquent Loans              Group I                       Group II',
      '                               #          Balance      %      #          Balance     %',
      '30 - 59 days                  21   $ 2,110,331.20   2.57%    11   $ 1,022,331.10  2.56%',
      '60 - 89 days                   9       810,220.10   0.99%     4       410,220.00  1.03%',
    ).slice(0, 6),
  ).toEqual([
    'delinquentCount Group I 30-59',
    'delinquentStatedBalance Group I 30-59',
    'delinquentPercentage Group I 30-59',
    'delinquentCount Group II 30-59',
    'delinquentStatedBalance Group II 30-59',
    'delinquentPercentage Group II 30-59',
  ]);
});

test('the date that a title ends with is that of the statement', () => {
  const dateOf = (title: string): string | null | undefined =>
    readText(
      [
        'Maple Home Loan Trust 2001-6',
        title,
        '',
        'Class       Beginning Balance      Principal Paid      Ending Balance',
        'A-2                120,500.00           10,250.00          110,250.00',
        'B                   40,000.00                0.00           40,000.00',
      ].join('\n'),
    ).statements[0]?.date;
  expect(dateOf('STATEMENT TO CERTIFICATEHOLDERS -- JULY 25, 2002')).toBe('2002-07-25');
  expect(dateOf('Monthly Report for 7/25/2002')).toBe('2002-07-25');
  expect(dateOf('Statement for the period ended June 30, 2002')).not.toBe('2002-07-25');
});

test('a status that stands over one of several columns of days is the title of them all', () => {
  expect(
    read(
      '                                              Foreclosure',
      '                               30-59 Days      60-89 Days       90+ Days          Totals',
      'Scheduled Principal Balance    110,220.11       20,110.20      31,002.10      161,332.41',
      'Number of Loans                         2               1              1               4',
    ).slice(0, 4),
  ).toEqual([
    'delinquentStatedBalance foreclosure30-59',
    'delinquentStatedBalance foreclosure60-89',
    'delinquentStatedBalance foreclosure90+',
    'delinquentStatedBalance foreclosure',
  ]);
});
