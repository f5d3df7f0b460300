import { describe, expect, test } from 'vitest';
import { readText } from './compare.ts';

/** Tables of offerings: of classes, with words among their figures, and of loans, whose measures are not those of the pool. */

const said = (...lines: readonly string[]): string[] =>
  readText(
    [
      'PROSPECTUS SUPPLEMENT',
      '(To Prospectus dated March 4, 2001)',
      '',
      '$120,000,000',
      'Harbor Loan Trust 2001-2',
      '',
      ...lines,
      '',
      'The date of this prospectus supplement is March 21, 2001.',
    ].join('\n'),
  )
    .statements.flatMap(({ facts }) => facts)
    .filter(({ concept }) => concept !== null && concept !== 'offeredBalance')
    .map((fact) => `${fact.concept} ${fact.class} ${fact.text}`);

describe('classes', () => {
  test('words of the last column that go on below are no headings', () => {
    expect(
      said(
        '            PASS-      INITIAL CERTIFICATE',
        'CLASS   THROUGH RATE    PRINCIPAL BALANCE        DESIGNATIONS',
        '-------------------------------------------------------------------',
        'A-1          6.50%          $40,000,000          Senior/PAC/Fixed',
        '                                                 Rate',
        'A-2     Adjustable          $30,000,000          Senior/Floater/',
        '                                                 Adjustable Rate',
        'A-3          6.75%          $20,000,000          Senior/Fixed Rate',
      ),
    ).toEqual([
      'passThroughRate A-1 6.50%',
      'originalBalance A-1 40,000,000',
      'originalBalance A-2 30,000,000',
      'passThroughRate A-3 6.75%',
      'originalBalance A-3 20,000,000',
    ]);
  });

  test('a class of which no figure is printed ends no table', () => {
    expect(
      said(
        '                 Initial',
        '                  Class        Pass-Through',
        'Class           Balance(1)         Rate       Principal Types               Interest Types',
        '------------------------------------------------------------------------------------------',
        'Class 1-A-1     $ 50,000,000       5.500%      Senior, Pass-Through          Fixed Rate',
        'Class 1-A-2     $ 40,000,000          (3)      Senior, Sequential Pay        Floating Rate',
        'Class 1-A-3               (4)         (3)      Senior, Notional Amount       Inverse Floating Rate',
        'Class 1-A-4     $ 20,000,000       4.750%      Senior, Sequential Pay        Fixed Rate',
      ),
    ).toEqual([
      'originalBalance 1-A-1 50,000,000',
      'passThroughRate 1-A-1 5.500%',
      'originalBalance 1-A-2 40,000,000',
      'originalBalance 1-A-4 20,000,000',
      'passThroughRate 1-A-4 4.750%',
    ]);
  });

  test('kinds of rates and months among figures are values of the row', () => {
    expect(
      said(
        '                                                              Final',
        '                                  Principal    Interest     Scheduled         Price',
        '                                    Amount       Rate      Payment Date    to Public(1)',
        '                                -------------  --------   --------------   ------------',
        'Class A-1 Notes................   $60,000,000    1.08%     March 2005        99.99900%',
        'Class A-2 Notes................   $40,000,000    1.40%     July 2006         99.99650%',
      ),
    ).toEqual([
      'originalBalance A-1 60,000,000',
      'passThroughRate A-1 1.08%',
      'originalBalance A-2 40,000,000',
      'passThroughRate A-2 1.40%',
    ]);
    expect(
      said(
        '  CLASS        BALANCE(1)          PASS-THROUGH RATE      PRICE TO PUBLIC',
        '  -----------------------------------------------------------------------',
        '  I-A1         $80,000,000           Variable(2)              100.000%',
        '  II-A2        $20,000,000           Variable(2)              100.000%',
      ),
    ).toEqual(['originalBalance I-A1 80,000,000', 'originalBalance II-A2 20,000,000']);
  });

  test('a figure of a second class on the line is not of the first', () => {
    const of = said(
      '               INITIAL CLASS      PASS-                         INITIAL CLASS      PASS-',
      '                  BALANCE        THROUGH                           BALANCE        THROUGH',
      '                                  RATE                                             RATE',
      '              --------------   ----------                      --------------   ----------',
      'Class 1-A-3   $ 10,000,000     Floating         Class 2-X      $ 10,221,000      Variable',
      'Class 1-A-4   $ 11,000,000     Floating         Class A-R      $        100         5.50%',
    );
    for (const figure of of) expect(figure).not.toMatch(/1-A-[34] (?:10,221,000|100|5\.50%)$/);
  });

  test('grades of credit are no classes', () => {
    expect(
      said(
        '                            NUMBER OF          PRINCIPAL BALANCE     % OF AGGREGATE',
        'CREDIT GRADE             MORTGAGE LOANS          OUTSTANDING            BALANCE',
        '------------             --------------       ------------------     -----------------',
        'A-......................       905             $ 36,946,265.71            30.79%',
        'B.......................       576               52,130,163.78            43.44',
        'C.......................       247               20,695,003.63            17.25',
        'Total...................     1,810             $120,000,000.00           100.00%',
      ),
    ).toEqual([]);
  });

  test('what backs the notes is no word of its own', () => {
    expect(
      said(
        '                                                            Interest        Principal',
        '                                                              Rate           Amount',
        '                                                            --------     --------------',
        'Class A-1 Auto Receivable Backed Notes...............        6.691%      $   80,000,000',
        'Class A-2 Asset Backed Notes.........................         7.23%      $   40,000,000',
      ),
    ).toEqual([
      'passThroughRate A-1 6.691%',
      'originalBalance A-1 80,000,000',
      'passThroughRate A-2 7.23%',
      'originalBalance A-2 40,000,000',
    ]);
  });

  test('CUSIPs printed in three parts, in one list or two beside each other', () => {
    expect(
      said(
        'Class          Original Balance      Rate',
        'A-1               70,000,000        5.25%',
        'B                 50,000,000        6.25%',
        '',
        'Class                     CUSIP            Class                     CUSIP',
        '-----                     -----            -----                     -----',
        'Class A-1             060506 X2 3        Class B               060506 Y4 9',
        '',
        '  - Class A-1 Notes:       78442G GD 2',
      ).slice(4),
    ).toEqual(['cusip A-1 060506 X2 3', 'cusip B 060506 Y4 9', 'cusip A-1 78442G GD 2']);
  });

  test('of other series are not of this one', () => {
    expect(
      said(
        'Class          Original Balance      Rate',
        'A                110,000,000        5.25%',
        'B                 10,000,000        6.25%',
        '',
        '                                ANNEX I',
        '                             OTHER SERIES',
        '',
        'SERIES 1994-C',
        '',
        '1.  Class A Certificates',
        '    Initial Invested Amount ................................ $  870,000,000',
        '    Certificate Rate ....................................... 6.00%',
      ),
    ).toEqual([
      'originalBalance A 110,000,000',
      'passThroughRate A 5.25%',
      'originalBalance B 10,000,000',
      'passThroughRate B 6.25%',
    ]);
  });
});

describe('loans', () => {
  const ofPool = [
    'Weighted average mortgage rate . . . . . . . . . . . .     8.311%',
    'Weighted average remaining term to maturity. . . . . .        116',
  ];
  const pool = ['weightedAverageCoupon null 8.311%', 'weightedAverageRemainingTerm null 116'];

  test('the pool has the measures that a label says', () => {
    expect(said(...ofPool)).toEqual(pool);
  });

  test('those of its parts, of single loans and of assumed ones are not the pool’s', () => {
    const parts = [
      '                                                     WEIGHTED     WEIGHTED',
      '                                                     AVERAGE      AVERAGE',
      '                         NUMBER OF      AGGREGATE    MORTGAGE     REMAINING',
      'CUT-OFF DATE BALANCE       LOANS         BALANCE       RATE       TERM (MOS)',
      '----------------------   ---------  --------------   --------     ----------',
      '  674,018 -  1,999,999       41      $ 72,000,000     8.214%          115',
      ' 2,000,000 - 3,999,999       17        30,000,000     8.315           121',
    ];
    const assumed = [
      '                   Gross       Remaining',
      '  Loan Balance     Rate           Term',
      '                                (months)',
      '  ------------     -----       -----------',
      '$61,000,000.00    11.211%         178',
      '$38,000,000.00    11.402%         177',
    ];
    expect(said(...ofPool, '', ...parts, '', ...assumed)).toEqual(pool);
  });

  test('the words of a range stand in no column, and head none', () => {
    expect(
      said(
        'Number of Receivables......................................                 255,204',
        '  (Range)..................................................  $514.00 to $82,006.12',
        'Weighted Average APR.......................................                   6.92%',
        '  (Range)..................................................         0.00% to 20.00%',
        'Range of remaining terms to maturity.......................       75 to 239 months',
        'Weighted average remaining term to maturity................              116 months',
        'Weighted average debt service coverage.....................              1.33x',
        'Weighted average loan-to-value ratio.......................              70.6%',
      ),
    ).toEqual(['weightedAverageCoupon null 6.92%', 'weightedAverageRemainingTerm null 116']);
  });

  test('of two that are printed none is known to be the pool’s', () => {
    expect(said(...ofPool, '', 'Weighted average mortgage rate . . . . . . . . . . . .     8.500%')).toEqual(
      pool.slice(1),
    );
  });
});
