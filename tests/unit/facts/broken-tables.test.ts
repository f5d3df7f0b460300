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
