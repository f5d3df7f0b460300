import { describe, expect, test } from 'vitest';
import { readText } from './compare.ts';

/** What the cover of an offering says: of which deal it is, of which day, and how much of each class is offered. */

const table = [
  'Class          Original Balance      Rate',
  'A-1               70,000,000        5.25%',
  'B                 50,000,000        6.25%',
];

const read = (...lines: readonly string[]) => {
  const { statements } = readText(['PROSPECTUS SUPPLEMENT', ...lines, ''].join('\n'));
  expect(statements).toHaveLength(1);
  return statements[0]!;
};

const said = (...lines: readonly string[]): string[] =>
  read(
    '(To Prospectus dated March 4, 2001)',
    '',
    ...lines,
    '',
    'The date of this prospectus supplement is March 21, 2001.',
  )
    .facts.filter(({ concept }) => concept !== null)
    .map((fact) => `${fact.concept} ${fact.class} ${fact.text}`);

const dateOf = (...lines: readonly string[]): string | null => read(...lines).date;
const dealOf = (...lines: readonly string[]): string => read(...lines).deal;

const pages = Array.from({ length: 20 }, (_, i) => [
  `The trust will make its payments in the order of item ${i + 1}.`,
  '',
]);

describe('the day of an offering', () => {
  const name = ['$120,000,000', 'Harbor Loan Trust 2001-2', '', ...table, ''];

  test('stands alone at the foot of the cover, however long that is', () => {
    const long = ['(To Prospectus dated March 4, 2001)', ...name, ...pages.flat()];
    expect(dateOf(...long, '                      March 21, 2001', '', '                           S-1')).toBe(
      '2001-03-21',
    );
    expect(dateOf(...long, 'DATED MARCH 21, 2001')).toBe('2001-03-21');
  });

  test('is not that of its prospectus, nor one before it or years later', () => {
    expect(dateOf('(To Prospectus dated March 4, 2001)', ...name)).toBeNull();
    expect(dateOf('Prospectus Supplement to Prospectus dated March 4, 2001', ...name, 'March 15, 2031')).toBeNull();
    expect(dateOf('(To Prospectus dated March 4, 2001)', ...name, 'February 28, 2001')).toBeNull();
  });
});

describe('the deal of an offering', () => {
  const issued = ['Mortgage Pass-Through Certificates, Series 2001-S5', '', ...table];

  test('is named by the company over the word for what it is', () => {
    expect(dealOf('HARBOR MORTGAGE SECURITIES I, INC.', 'DEPOSITOR', '', ...issued)).toBe(
      'Harbor Mortgage Securities I, Inc. 2001-S5',
    );
    expect(dealOf('HARBOR FINANCIAL CORPORATION, SELLER AND SERVICER', ...issued)).toBe(
      'Harbor Financial Corporation 2001-S5',
    );
  });

  test('is not that of a servicer or a sponsor between', () => {
    const above = ['HARBOR MORTGAGE SECURITIES, INC.', '(Depositor)', ''];
    expect(dealOf(...above, 'HARBOR MORTGAGE CORPORATION', 'MASTER SERVICER AND SPECIAL SERVICER', ...issued)).toBe(
      'Harbor Mortgage Securities, Inc. 2001-S5',
    );
    expect(dealOf(...above, 'Elm Bank, N.A.', 'Sponsor and Servicer', ...issued)).toBe(
      'Harbor Mortgage Securities, Inc. 2001-S5',
    );
  });

  test('stands below the series where nothing is above it', () => {
    const [series, ...rest] = issued;
    expect(dealOf(series!, '', 'HARBOR MORTGAGE SECURITIES I, INC.', 'DEPOSITOR', ...rest)).toBe(
      'Harbor Mortgage Securities I, Inc. 2001-S5',
    );
  });

  test('is told by a label with points behind it', () => {
    expect(
      dealOf(
        'ELM BANK, NATIONAL ASSOCIATION',
        'Seller and Servicer',
        'SERIES 2001-L',
        ...table,
        'Trust:..................... Elm Master Credit Card Trust II',
        'Series:.................... 2001-L',
      ),
    ).toBe('Elm Master Credit Card Trust II 2001-L');
  });
});

describe('what a cover offers', () => {
  test('of each class in a list, with its rate', () => {
    expect(
      said(
        '$120,000,000 (Approximate)',
        'Harbor Loan Trust 2001-2',
        '$40,000,000  6.46%  Class A-1 Certificates     $10,000,000  7.57%  Class M-1 Certificates',
        '$ 30,000,000 (Approximate) 5.95%(1) Class A-2',
        '$25,000,000 Class A-3 5.744% Money Market Asset Backed Notes',
        '$15,000,000 Variable Rate Class A-4 Certificates',
      ),
    ).toEqual([
      'offeredBalance null 120,000,000',
      'originalBalance A-1 40,000,000',
      'passThroughRate A-1 6.46%',
      'originalBalance M-1 10,000,000',
      'passThroughRate M-1 7.57%',
      'originalBalance A-2 30,000,000',
      'passThroughRate A-2 5.95%',
      'originalBalance A-3 25,000,000',
      'passThroughRate A-3 5.744%',
      'originalBalance A-4 15,000,000',
    ]);
  });

  test('of a class that is named below its amount', () => {
    expect(
      said(
        '                         $100,000,000',
        '                  Harbor Card Master Trust I',
        '     6.55% Series 2001-3 Class A Credit Card Pass-Through Certificates',
        '                          $20,000,000',
        '     6.70% Series 2001-3 Class B Credit Card Pass-Through Certificates',
      ),
    ).toEqual([
      'originalBalance A 100,000,000',
      'passThroughRate A 6.55%',
      'originalBalance B 20,000,000',
      'passThroughRate B 6.70%',
    ]);
  });

  test('of all, in words of securities or in dollars of the United States', () => {
    const offered = (line: string) => said(line, 'Harbor Loan Trust 2001-2', '', ...table).slice(0, 1);
    for (const line of [
      '$120,000,000 Floating Rate Asset Backed Notes',
      'U.S.$120,000,000',
      'US $120,000,000',
      '$120,000,000 Principal Amount',
      '(Approximate) $120,000,000',
    ])
      expect([line, ...offered(line)]).toEqual([line, 'offeredBalance null 120,000,000']);
  });

  test('is no amount of a sentence, of loans, or of one of several kinds of notes', () => {
    const none = (...lines: readonly string[]) =>
      said(...lines, 'Harbor Loan Trust 2001-2', '', ...table).filter((each) => each.startsWith('offered'));
    expect(none('$120,000,000 of mortgage loans')).toEqual([]);
    expect(none('$120,000,000 is what the sponsor has paid for the certificates')).toEqual([]);
    expect(none('$70,000,000 Floating Rate Notes', '$50,000,000 5.25% Fixed Rate Notes')).toEqual([]);
    // Less than one of its classes.
    expect(none('$5,000,000', '', '$70,000,000 Class A-1 Notes')).toEqual([]);
  });

  test('makes an offering of pages on which little else is understood', () => {
    const states = ['California', 'New York', 'Texas', 'Ohio', 'Utah', 'Maine'];
    const { statement, facts } = read(
      '(To Prospectus dated March 4, 2001)',
      'Harbor Credit Card Trust 2001-L',
      '$110,000,000 Class A 6.50% Asset Backed Certificates',
      ' $10,000,000 Class B Floating Rate Asset Backed Certificates',
      '',
      'State               Accounts     of Accounts    Receivables    of Total',
      ...states.map((name, i) => `${name.padEnd(20)}${4_371 + i}        1${i}.1%     $ 6,659,98${i}         1${i}.7%`),
    );
    expect(statement).toBe('offering');
    expect(facts.filter(({ concept }) => concept === 'originalBalance').map(({ value }) => value)).toEqual([
      110_000_000, 10_000_000,
    ]);
  });
});
