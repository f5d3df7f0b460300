import { printDate } from '../calendar.ts';
import type { SimulatedStatement } from '../statement.ts';
import { defaultPrintOptions, type PrintOptions, pagingOf, simulationNote } from './options.ts';
import { figureCell, type PrintedFile, sheetFor, wholeDollars } from './sheet.ts';
import { printUsBankTables, words } from './usbank-tables.ts';

/** The monthly statement as an 8-K whose body it is: cover, tables, signatures. */
export function printUsBank(
  statement: SimulatedStatement,
  options: Partial<PrintOptions> = {},
  form = '8-K',
): PrintedFile {
  const { deal, date } = statement;
  const settings: PrintOptions = { ...defaultPrintOptions, ...options };
  const sheet = sheetFor(date, pagingOf(settings, statement));
  const day = printDate(date, '25-Oct-02');
  const issued = printDate(deal.closingDate, 'October 25, 2002').toUpperCase();
  const right = (label: string, text: string, edge: number): void =>
    sheet.row([{ text: label, left: 0 }, words(text, edge)]);
  sheet.lines(
    'SECURITIES AND EXCHANGE COMMISSION',
    '',
    'Washington, D.C. 20549',
    '',
    `Form ${form}`,
    '',
    'CURRENT REPORT',
    '',
  );
  sheet.lines('Pursuant to Section 13 or 15(d) of the', 'Securities Exchange Act of 1934', '');
  right('Date of Report:', day, 74);
  sheet.lines(
    '',
    deal.depositor,
    '(DEPOSITOR UNDER A POOLING AND SERVICING AGREEMENT',
    `DATED ${issued} FOR`,
    'ASSET BACKED PASS-THROUGH CERTIFICATES,',
    `SERIES ${deal.series})`,
    '',
  );
  sheet.lines(`${deal.trust}, Series ${deal.series}`, '(Exact name of registrant as specified in its charter)', '');
  sheet.lines(
    `Delaware                           ${deal.fileNumber}`,
    '(State or Other                    (Commission',
    'Jurisdiction of                    File Number)',
    'Incorporation)',
    '',
  );
  sheet.lines(
    '99-9999999',
    '(I.R.S. Employer',
    'Identification',
    'Number)',
    '',
    '1 Example Street, Suite 100',
    'Springfield, CA                            99999',
    '(Address of Principal                (Zip Code)',
    'Executive Offices)',
    '',
  );
  sheet.lines(
    "Registrant's telephone number: (999) 555-0100",
    '',
    'Item 5.  Other Events',
    '',
    `      ${simulationNote}`,
    '',
  );
  sheet.lines(
    'A.       Monthly Report Information:',
    '         See Exhibit No.1',
    '',
    'B.       Have any deficiencies occurred?   NO.',
    '                      Date:',
    '                      Amount:',
    '',
  );
  sheet.lines(
    'C.       Item 1: Legal Proceedings:NONE',
    '',
    'D.       Item 2: Changes in SecuritNONE',
    '',
    'Item 7. Monthly Statements and Exhibits',
    '',
    '         Exhibit No.',
    '',
  );
  right('1. Monthly Distrib Rep dated:', day, 74);
  sheet.lines(
    '',
    deal.trust.toUpperCase(),
    'ASSET BACKED PASS-THROUGH CERTIFICATES',
    `SERIES ${deal.series}`,
    '',
    'STATEMENT TO CERTIFICATEHOLDERS',
    '',
  );
  right('Distribution Date:', printDate(date, '10/25/02'), 73);
  sheet.blank(3);
  printUsBankTables(sheet, statement, settings);
  sheet.lines(
    '',
    '',
    'SIGNATURES',
    '',
    'Signed for the registrant by the undersigned, who is authorized to do so.',
    '',
    deal.depositor,
    '',
    '',
  );
  sheet.lines(
    '         By: /s/ Sample Officer',
    '         Name:  Sample Officer',
    '         Title: Vice President',
    `         ${deal.trustee}`,
    '',
  );
  sheet.line(`Dated:         ${printDate(date, '10/25/02').replace(/^0/, '')}`);
  return sheet.finish();
}

/** The annual report on form 10-K with the year's summary in the monthly template as its exhibit. */
export function printUsBankAnnual(statement: SimulatedStatement, options: Partial<PrintOptions> = {}): PrintedFile {
  const { deal, date, months } = statement;
  const settings: PrintOptions = { ...defaultPrintOptions, ...options };
  const sheet = sheetFor(date, pagingOf(settings, statement));
  const year = date.slice(0, 4);
  const certificates = `Asset Backed Pass-Through Certificates Series ${deal.series}`;
  const notApplicable = (...items: string[]): void => {
    for (const item of items) sheet.lines(item, '', '      Not applicable.', '');
  };
  sheet.lines(
    'SECURITIES AND EXCHANGE COMMISSION',
    '                          Washington, D.C.  20549',
    '',
    '                                  FORM 10-K',
    '',
    '',
    '',
  );
  sheet.lines(
    '                    Pursuant to Section 13 or 15(d) of the',
    '                        Securities Exchange Act of 1934',
    '',
    '',
  );
  sheet.lines(
    '(Mark One)',
    '[ x] Annual Report',
    `For the fiscal year ended DECEMBER 31, ${year}`,
    '',
    ' or',
    '',
    '[    ] Transition Report',
    'For the transition period from _____________  to ________',
    '',
  );
  sheet.lines(
    `Commission file Number   ${deal.fileNumber}`,
    '',
    deal.depositor,
    '(Exact name of registrant as specified in its charter)',
    '',
    'Delaware                          99-9999999',
    '(State or other jurisdiction      (I.R.S. Employer',
    'of incorporation or organization)  Identification No.)',
    '',
  );
  sheet.lines(
    '1 Example Street, Suite 100',
    'Springfield, CA                                          99999',
    '(Address of Principal Executive Offices)         (Zip Code)',
    '',
    "Registrant's telephone number, including area code:           999-555-0100",
    '',
  );
  sheet.lines(
    deal.trust,
    certificates,
    '(Title of each class of securities covered by this Form)',
    '',
    simulationNote,
    '',
    '',
  );
  sheet.lines('                                    PART I', '');
  notApplicable(
    'Item 1.  Business',
    'Item 2.  Properties',
    'Item 3. Legal Proceedings',
    'Item 4. Submission of Matters to a Vote of Security Holders',
  );
  sheet.lines(
    '                                    PART II',
    '',
    "Item 5. Market for Registrant's Common Equity and Related Stockholder matters",
    '',
    '      Number of holders of record of each class at the end of the year:',
    '',
  );
  sheet.lines(`      ${deal.trust}`, '      Asset Backed Pass-Through Certificates');
  for (const { name, kind } of statement.classes) {
    if (kind === 'residual') continue;
    const label = `      Series ${deal.series} Class ${name}`;
    sheet.row([
      { text: label, left: 0 },
      figureCell(statement, { concept: 'holdersOfRecord', class: name }, wholeDollars, { right: 48 }),
    ]);
  }
  sheet.lines('', '');
  notApplicable('Item 6.  Selected Financial Data.');
  sheet.line("Item 7.  Management's Discussion and Analysis of Financial Condition and");
  notApplicable('      Results of Operations.', 'Item 8.  Financial Statements and Supplementary Data.');
  sheet.lines(
    '                                    PART IV',
    '',
    'Item 14. Exhibits, Financial Statement Schedules, and Reports on Form 8-K',
    '',
    '      (a) 1.  Not Applicable',
    '            2.  Not Applicable',
    '            3.  Exhibits',
    '                 99.1  Annual Summary Statement',
    '',
    '',
  );
  sheet.lines(
    '      (b)   Reports on Form 8-K',
    '      Current Reports on Form 8-K that the registrant filed for the year are',
    '      dated:',
  );
  const dates = months.map((month) => printDate(month.date, 'October 25, 2002'));
  for (let index = 0; index < dates.length; index += 3) {
    const end = index + 3 >= dates.length ? '' : ';';
    sheet.line(`      ${dates.slice(index, index + 3).join('; ')}${end}`);
  }
  sheet.lines(
    '',
    '      (c)    See (a) 3 above',
    '',
    '      (d)    Not Applicable',
    '',
    '',
    '',
    '                    SIGNATURES',
    '',
  );
  sheet.lines(
    'Signed for the registrant by the undersigned, who is authorized to do so.',
    '',
    deal.trust,
    certificates,
    '',
    '      /s/    Sample Officer',
    '',
    '      Name:  Sample Officer',
    '',
    '      Title: Executive Vice President',
    '',
    '',
    '',
    '',
  );
  sheet.lines(
    `Date:  March 31, ${Number(year) + 1}`,
    '',
    '',
    '                    EXHIBIT INDEX',
    '',
    '      Exhibit NumberDescription',
    '               99.1 Annual Summary Statement',
    '',
    '',
  );
  sheet.lines(
    '       EXHIBIT 99.1 -- Summary of Aggregate Amounts or End of Year',
    `       Amounts for the period ending December 31, ${year}`,
    '',
    `      ${deal.trust}`,
    `      ${certificates}`,
    '',
    'STATEMENT TO CERTIFICATEHOLDERS',
    '',
  );
  printUsBankTables(sheet, statement, settings);
  sheet.blank(3);
  return sheet.finish();
}
