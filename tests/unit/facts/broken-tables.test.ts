import { expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { readText } from './compare.ts';

/** Tables that a page, a missing figure or a missing row breaks. */

const head = ['Sunrise Home Loan Trust 2001-4', 'Distribution Date: March 25, 2002', ''];

const meaningOf = ({ concept, class: name, member, text }: Fact): string =>
  [text, concept ?? '?', name, member].filter((part) => part !== null).join(' ');

function read(...lines: readonly string[]): string[] {
  const reading = readText([...head, ...lines, ''].join('\n'));
  return reading.statements.flatMap(({ facts }) => facts.map(meaningOf));
}

test('headings at the foot of a page head the rows below the head of the next', () => {
  expect(
    read(
      'Loan Status',
      '',
      '              Number        Actual       % of',
      '                            Unpaid       Pool',
      '                         Principal    Balance',
      '                           Balance',
      '\f',
      'SUNRISE HOME LOAN TRUST',
      'Series 2001-4',
      'Distribution Date: March 25, 2002',
      '',
      '  30-59 days       6  4,495,221.50  0.651642%',
      '  60-89 days       2  1,917,003.77  0.226475%',
    ),
  ).toEqual([
    '6 delinquentCount 30-59',
    '4,495,221.50 delinquentUnpaidBalance 30-59',
    '0.651642% delinquentPercentage 30-59',
    '2 delinquentCount 60-89',
    '1,917,003.77 delinquentUnpaidBalance 60-89',
    '0.226475% delinquentPercentage 60-89',
  ]);
});

test('what ends the page before is no heading of a table that has its own', () => {
  expect(
    read(
      'Loan Detail             Appendix A',
      '<PAGE>',
      'Upper Tier',
      '               Opening          Principal          Closing',
      'Class          Balance            Payment          Balance',
      'A-1       1,112,332.18         121,003.21       991,328.97',
      'A-2         412,000.00               0.00       412,000.00',
    ),
  ).toEqual([
    '1,112,332.18 beginningBalance A-1',
    '121,003.21 principal A-1',
    '991,328.97 endingBalance A-1',
    '412,000.00 beginningBalance A-2',
    '0.00 principal A-2',
    '412,000.00 endingBalance A-2',
  ]);
});

test('the last line of headings, which fewer columns have, spans none', () => {
  expect(
    read(
      '        Current    Scheduled      Int            Next',
      '        Realized   Principal                     Pass-Through',
      'Class   Loss       Distribution                  Rate',
      '-------------------------------------------------------------',
      'A-1            -     279,002.14     124,715.23        2.99000',
      'A-2            -              -     230,159.91        3.02500',
      'B-1            -              -      51,842.10        3.23500',
    ),
  ).toEqual([
    '- realizedLoss A-1',
    '279,002.14 scheduledPrincipal A-1',
    '124,715.23 interest A-1',
    '2.99000 nextPassThroughRate A-1',
    '- realizedLoss A-2',
    '- scheduledPrincipal A-2',
    '230,159.91 interest A-2',
    '3.02500 nextPassThroughRate A-2',
    '- realizedLoss B-1',
    '- scheduledPrincipal B-1',
    '51,842.10 interest B-1',
    '3.23500 nextPassThroughRate B-1',
  ]);
});

test('days that are printed over several lines head their columns', () => {
  expect(
    read(
      'MORTGAGE LOAN DELINQUENCY',
      '',
      '                            30            60 -              90           TOTAL',
      '                            to              89              or',
      '                            59            Days            more',
      '                          days                            days',
      'Number of Loans             17              11              12              40',
      'Unpaid Principal    2,415,638.09    1,500,082.75    1,332,287.74    5,248,008.58',
    ),
  ).toEqual([
    '17 delinquentCount 30-59',
    '11 delinquentCount 60-89',
    '12 delinquentCount 90+',
    '40 delinquentCount total',
    '2,415,638.09 delinquentUnpaidBalance 30-59',
    '1,500,082.75 delinquentUnpaidBalance 60-89',
    '1,332,287.74 delinquentUnpaidBalance 90+',
    '5,248,008.58 delinquentUnpaidBalance total',
  ]);
});

test('a total alone below the names of classes is that of the classes', () => {
  expect(
    read(
      '           CUMULATIVE',
      'CLASS        LOSSES',
      '_____________________',
      'CLASS A1',
      'CLASS A2',
      '_____________________',
      'TOTAL       12,210.30',
      '',
      'POOL INFORMATION',
      'Beginning Pool Balance           1,248,000.00',
      'Number of Loans at the end                 41',
    ),
  ).toContain('12,210.30 cumulativeRealizedLoss Total');
});

test('words over a heading head its column, however narrow its figures are', () => {
  expect(
    read(
      '        CUMULATIVE',
      'CLASS   REALIZED LOSSES',
      '        ---------------',
      'AF                    -',
      'MV                    -',
      'M-1                   4',
    ),
  ).toEqual(['- cumulativeRealizedLoss AF', '- cumulativeRealizedLoss MV', '4 cumulativeRealizedLoss M-1']);
});

test('the first half of a label is no heading, wherever the figures of other rows stand', () => {
  expect(
    read(
      'Class M-1',
      '     Beginning Certificate',
      '     Principal Balance                           3,572,000',
      '     Principal Paid:  1,200',
      '     Interest Paid:   47,219',
      '     Ending Certificate Balance:  3,570,800',
    ),
  ).toEqual([
    '3,572,000 beginningBalance M-1',
    '1,200 principal M-1',
    '47,219 interest M-1',
    '3,570,800 endingBalance M-1',
  ]);
});

test('a balance below an item of classes without a figure is not taken for that of the pool', () => {
  const facts = read(
    '                                CLASS A          CLASS R',
    'Beginning Principal Balance   1,248,000.00           0.00',
    'Principal Paid                   48,000.00           0.00',
    '',
    '                                CLASS P',
    'Beginning Principal Balance       100.00',
    'Principal Paid                      0.00',
    '',
    'Principal Loss',
    'Ending Principal Balance          100.00',
  );
  expect(facts).toContain('100.00 beginningBalance P');
  expect(facts.filter((fact) => /pool/i.test(fact))).toEqual([]);
});

test('a row without a label below classes is their total; other words may follow', () => {
  expect(
    read(
      '                   Closing         Interest',
      'Class              Balance          Payment',
      'A-1             891,328.97         6,881.87',
      'A-2             612,000.00         4,880.00',
      '',
      '              1,503,328.97        11,761.87',
      '              Total Payment       86,761.87',
    ).slice(4, 6),
  ).toEqual(['1,503,328.97 endingBalance Total', '11,761.87 interest Total']);
});

test('a title between headings and rows leaves the headings to the rows', () => {
  expect(
    read(
      '                              Beginning        Change          End of',
      '                              of Period      in Period         Period',
      '                              ---------      ---------      ---------',
      '  CHANGES IN PORTFOLIO',
      '',
      '  Number of Contracts           101,220        (2,110)         99,110',
      '  Pool Balance             1,120,331.12    (38,201.04)   1,082,130.08',
    ),
  ).toEqual(
    expect.arrayContaining([
      '101,220 loanCountBeginning',
      '99,110 loanCountEnding',
      '1,120,331.12 poolBeginningBalance',
      '1,082,130.08 poolEndingBalance',
    ]),
  );
});

test('headings stand over the figures in order where words fill a column', () => {
  expect(
    read(
      '1. Payments this period (per $1,000 of original balance)',
      '',
      'Series 2001-4                    Total             Interest         Principal',
      '  Class A   30 days at 5.7109375%        $4.759114583     $4.759114583     $0.000000000',
      '  Class B   30 days at 5.9109375%        $4.925781250     $4.925781250     $0.000000000',
    ).slice(0, 3),
  ).toEqual(['4.759114583 totalPer1000 A', '4.759114583 interestPer1000 A', '0.000000000 principalPer1000 A']);
});

test('a row whose value is words is no heading of the rows below it', () => {
  expect(
    read(
      'Original Inputs',
      'Class A-1 Notes Balance             390,000,000.00',
      'Class A-1 Notes Rate                        1.850%',
      'Class A-2 Notes Balance             386,000,000.00',
      'Class A-2 Notes Rate                One Month LIBOR + .05%',
      'Class B Notes Balance                33,444,888.51',
      '',
      'Beginning Pool Balance           1,248,000.00',
      'Ending Pool Balance              1,240,000.00',
      'Number of Loans at the end                 41',
    ).slice(0, -3),
  ).toEqual([
    '390,000,000.00 originalBalance A-1',
    '1.850% passThroughRate A-1',
    '386,000,000.00 originalBalance A-2',
    '33,444,888.51 originalBalance B',
  ]);
});

test('what was paid is the interest, beside what is due', () => {
  expect(
    read(
      '             Current         Total     Interest           Ending',
      'Class       Interest  Interest Due         Paid          Balance',
      'A-1        38,428.71     38,428.71    38,001.20     1,891,328.97',
      'A-2        26,500.00     26,500.00    26,500.00     1,612,000.00',
    ).filter((fact) => fact.includes(' interest ')),
  ).toEqual(['38,001.20 interest A-1', '26,500.00 interest A-2']);
});

test('pairs of a line that would mean the same are not told apart, so none of them is given a meaning', () => {
  const facts = read(
    '0-29 Days 0              0.00 0-29 Days 1        311,220.10 0-29 Days 1        311,220.10',
    '',
    'Pool',
    'Number of loans at the end             41',
    'Beginning pool balance       2,401,002.10',
    'Ending pool balance          2,311,220.10',
  );
  expect(facts.filter((fact) => fact.startsWith('311,220.10'))).toEqual(['311,220.10 ? 0-29', '311,220.10 ? 0-29']);
  expect(facts).toContain('2,311,220.10 poolEndingBalance');
});

test('amounts are no amounts per $1,000, whatever stands above them', () => {
  expect(
    read(
      '                                   Per $1,000 of',
      '                               Original Principal          Total',
      'Class A-1 Notes Interest                1.5416667     601,250.00',
      'Class A-1 Notes Principal              53.1482298  20,727,809.63',
      '',
      'Class A-1 Notes Balance Beginning  390,000,000.00',
      'Class A-1 Notes Balance Ending     369,272,190.37',
      "Noteholders' Pool Factor                 .9468517",
    ),
  ).toEqual(expect.arrayContaining(['390,000,000.00 beginningBalance A-1', '369,272,190.37 endingBalance A-1']));
});

test('a title at the head of a page that is printed nowhere else says what the table below it holds', () => {
  expect(
    read(
      'Summary',
      'Class    Beginning Balance      Ending Balance',
      'A-1         211,110,220.91      200,889,888.99',
      'A-2          30,000,000.00       30,000,000.00',
      '<PAGE>',
      '                     Distribution Factors',
      '                     Beginning        Principal',
      'Class                  Balance     Distribution',
      'A-1               844.44088364      40.09244724',
      'A-2              1000.00000000       0.00000000',
    ).slice(4),
  ).toEqual([
    '844.44088364 beginningBalancePer1000 A-1',
    '40.09244724 principalPer1000 A-1',
    '1000.00000000 beginningBalancePer1000 A-2',
    '0.00000000 principalPer1000 A-2',
  ]);
});

test('a title of two tables is no heading of the first, and names no status of its own', () => {
  expect(
    read(
      'Sec. 4.05(x)    Delinquent and Foreclosed Loans',
      '',
      '                 ----------------------------------------------------------------',
      '                 Group 1',
      '                 ----------------------------------------------------------------',
      '                 Period          Number      Principal Balance         Percentage',
      '                 ----------------------------------------------------------------',
      '                 31-60 days         4             301,220.22                0.23%',
      '                 91+ days           1              77,120.20                0.06%',
    ),
  ).toEqual([
    '4 delinquentCount 30-59',
    '301,220.22 delinquentStatedBalance 30-59',
    '0.23% delinquentPercentage 30-59',
    '1 delinquentCount 90+',
    '77,120.20 delinquentStatedBalance 90+',
    '0.06% delinquentPercentage 90+',
  ]);
});

test('of what is due and what is paid, only the latter is the interest', () => {
  const facts = read(
    '                           Amount Due           Amount Paid      Shortfall',
    'Servicing Fee              $1,122.10             $1,122.10          $0.00',
    'Noteholders Interest:',
    '  Class A-2 Notes          $2,922.22             $2,901.10         $21.12',
    '',
    'Ending Pool Balance  $1,311,220.10',
    'Beginning Pool Balance  $1,411,220.10',
  );
  expect(facts).toContain('2,922.22 ? A-2');
  expect(facts).toContain('2,901.10 interest A-2');
});

test('a ratio of this month is no share of current loans', () => {
  expect(
    read(
      'DELINQUENCY AND NET LOSS ACTIVITY',
      '                                           Number of Loans          Dollar Amount',
      '  31 - 60 Days Delinquent                            2,110         $24,110,220.33',
      '  61 - 90 Days Delinquent                              301           3,220,110.20',
      'Ratio of Net Losses to the Average Pool Balance:',
      '  Current                                                                   1.10%',
    ).at(-1),
  ).not.toContain('delinquentPercentage');
});

test('headings of one to three lines, each centred over its column, span none', () => {
  const facts = read(
    '                                                                                                      Ending',
    '                                             Prior                                                  Certificate',
    '            CUSIP         Original         Principal       Principal      Interest     Principal     Principal     Pass-Through',
    'Class       No.            Balance          Balance          Paid        Distributed     Loss         Balance          Rate',
    'CLASS AV    99999VAQ9  $472,613,000.00  $446,718,135.30  $7,726,769.98  $1,763,165.99      $0.00  $438,991,365.32      3.87000%',
    'CLASS MV-1  99999VAR7  $107,012,000.00  $107,012,000.00          $0.00    $354,031.37      $0.00  $107,012,000.00      3.97000%',
  );
  expect(facts).toContain('7,726,769.98 principal AV');
  expect(facts).toContain('446,718,135.30 beginningBalance AV');
});

test('a zero before digits without end is no figure, also where its column has room', () => {
  const rows = (figure: string): string => `       LOANS                     BALANCE
  -------------------------------------------------------
  30-59 days               4    10,475,282.00    1.56784%
  60 Days                  0             0.00    0.00000%
  90+ Days                 0             0.00    ${figure}
  Foreclosure              0             0.00    0.00000%
  Bankruptcies             0             0.00    0.00000%
  Real Estate Owned        0             0.00    0.00000%
`;
  for (const length of [45, 330]) {
    const figure = `0${'1'.repeat(length)}.00000%`;
    const facts = readText(rows(figure)).statements.flatMap((statement) => statement.facts);
    expect(facts.length).toBeGreaterThan(5);
    expect(facts.filter(({ text }) => text === figure)).toEqual([]);
    expect(facts.every(({ value }) => typeof value !== 'number' || Number.isFinite(value))).toBe(true);
  }
});

test('ranges of days that go on over several lines head their columns', () => {
  const measures = ['delinquentCount', 'delinquentUnpaidBalance'];
  const days = ['30-59', '60-89', '90+'];
  expect(
    read(
      'Mortgage Loan Delinquency',
      '',
      '                                     30-59           60 to             90 +',
      '                                      days              89             Days',
      '                                                      days',
      '  Number of Loans                        4               3                5',
      '  Unpaid Principal Balance    7,437,413.00    4,485,488.93    12,004,856.07',
    ).map((meaning) => meaning.replace(/^\S+ /, '')),
  ).toEqual(measures.flatMap((measure) => days.map((member) => `${measure} ${member}`)));
});

test('headings flush with some columns at the left and with others at the right stand where they are', () => {
  expect(
    read(
      'Loan Delinquency',
      '',
      '                              30-59           60             OVER 90                                REAL ESTATE',
      '                              DAYS            DAYS           DAYS      FORECLOSURE   BANKRUPTCIES   OWNED',
      '  Unpaid Principal Balance    11,229,943.79   1,872,733.80         -             -              -             -',
      '  Stated Principal Balance    11,229,943.79   1,871,593.28         -             -              -             -',
    )
      .slice(0, 6)
      .map((meaning) => meaning.split(' ').slice(1).join(' ')),
  ).toEqual(
    ['30-59', '60-89', '90+', 'foreclosure', 'bankruptcy', 'reo'].map((member) => `delinquentUnpaidBalance ${member}`),
  );
});

test('a grid whose first heading stands left of its figures, and whose balances are mostly empty', () => {
  const read30 = read(
    'Delinquent Loan Information',
    '',
    '                              Delinquent           Foreclosure         Bankruptcy            REO',
    '                        No. of                   No. of             No. of             No. of',
    '                        Loans       Balance      Loans    Balance   Loans    Balance   Loans    Balance',
    '30 - 59 Days                  7   13,416,520.47        0                  0                  0',
    '60-89 Days Delinquent         2    4,708,041.84        0                  0                  0',
    '90+ days                      0                        0                  0                  0',
  );
  expect(read30.slice(0, 5)).toEqual([
    '7 delinquentCount 30-59',
    '13,416,520.47 delinquentStatedBalance 30-59',
    '0 delinquentCount foreclosure30-59',
    '0 delinquentCount bankruptcy30-59',
    '0 delinquentCount reo30-59',
  ]);
});

test('a total where no figure stands under most of the buckets', () => {
  expect(
    read(
      'Servicing fee   1,234.00',
      '',
      'Loan Status',
      '',
      '                      30 to 59 days  60 Days  90 + Days  Fcls  Bankruptcies  Real Estate Owned      TOTALS',
      'Unpaid Principal Bal     7297419.30                                                             7297419.30',
      '',
    ).slice(1),
  ).toEqual(['7297419.30 delinquentUnpaidBalance 30-59', '7297419.30 delinquentUnpaidBalance total']);
});

test('rows that go on in a second line under the columns of the first say nothing there', () => {
  const facts = read(
    'Class      Original      Beginning    Principal    Interest       Total       Ending',
    '            Balance        Balance         Paid        Paid        Paid      Balance',
    'A      1,000,000.00     900,000.00    10,000.00    5,000.00',
    '          15,000.00     890,000.00',
    'B        500,000.00     500,000.00         0.00    2,500.00',
    '           2,500.00     500,000.00',
    'Total  1,500,000.00   1,400,000.00    10,000.00    7,500.00',
    '          17,500.00   1,390,000.00',
  );
  expect(facts.filter((fact) => /^(?:15,000|2,500|890,000|17,500|1,390,000)\.00 [^?]/.test(fact))).toEqual([
    '2,500.00 interest B',
  ]);
  expect(facts).toContain('1,400,000.00 beginningBalance Total');
});

test('a CUSIP is read however it is parted, and the amounts beside it stay with their columns', () => {
  expect(
    read(
      'Class     CUSIP            Beginning Balance         Principal',
      'A         99999 YAA6          160,231,105.00      1,767,306.00',
      'B         99999YAB4            12,415,000.00              0.00',
      'C         999 99Y AC2          12,415,000.00              0.00',
      'D         99999Y AD 5          12,415,000.00              0.00',
    ).filter((fact) => /cusip|beginningBalance/.test(fact)),
  ).toEqual([
    '99999 YAA6 cusip A',
    '160,231,105.00 beginningBalance A',
    '99999YAB4 cusip B',
    '12,415,000.00 beginningBalance B',
    '999 99Y AC2 cusip C',
    '12,415,000.00 beginningBalance C',
    '99999Y AD 5 cusip D',
    '12,415,000.00 beginningBalance D',
  ]);
});

test('a title over the labels and the first column is that of the whole table', () => {
  const concepts = read(
    'FACTOR INFORMATION PER $1,000                                                        NOTE RATES',
    '             BEGINNING                                                  ENDING',
    'CLASS           FACTOR        PRINCIPAL       INTEREST        TOTAL     FACTOR              RATE',
    'A-2         402.71202449    91.55852002     1.20142420  92.75994422  311.15350447       3.58000%',
    'A-3        1000.00000000     0.00000000     3.15833333   3.15833333 1000.00000000       3.79000%',
  );
  expect(concepts.filter((fact) => fact.endsWith(' A-2'))).toEqual([
    '402.71202449 beginningBalancePer1000 A-2',
    '91.55852002 principalPer1000 A-2',
    '1.20142420 interestPer1000 A-2',
    '92.75994422 totalPer1000 A-2',
    '311.15350447 endingBalancePer1000 A-2',
    '3.58000% passThroughRate A-2',
  ]);
});

test('the place in an agreement stands before the label of its line', () => {
  expect(
    read(
      'Collections and Fees',
      '  Sec. 5.8(b)(iii)   SERVICING FEE                                                774,221.03',
      '  Sec. 5.8(b)(vi)    AGGREGATE PRINCIPAL BALANCE OF RECEIVABLES AT THE END OF PERIOD      840,019,077.01',
      '  Sec. 5.8(b)(viii)  REALIZED LOSSES                                              402,110.22',
    ),
  ).toEqual(['774,221.03 servicingFee', '840,019,077.01 poolEndingBalance', '402,110.22 realizedLosses']);
});

test('the certificates beside notes are a class where they are numbered too', () => {
  expect(
    read(
      'C   NOTES AND CERTIFICATES     SPREAD   BEGINNING BALANCE      ENDING BALANCE',
      '    i   A-1L NOTES             0.105%   $  551,201,311.20    $ 468,762,307.84',
      '    ii  A-2L NOTES             0.190%      970,000,000.00      970,000,000.00',
      '    iii CERTIFICATES           0.450%       70,000,000.00       70,000,000.00',
    ).filter((fact) => fact.includes('Balance Certificates')),
  ).toEqual(['70,000,000.00 beginningBalance Certificates', '70,000,000.00 endingBalance Certificates']);
});
