import { endOfPreviousMonth, printDate } from '../calendar.ts';
import { quantity } from '../exact.ts';
import type { SimulatedStatement } from '../statement.ts';
import { defaultPrintOptions, type PrintOptions, pagingOf, simulationNote } from './options.ts';
import {
  type Cell,
  figureCell,
  inCents,
  type NumberStyle,
  numberCell,
  type PrintedFile,
  percentage,
  sheetFor,
  wholeDollars,
} from './sheet.ts';

/** A class summary continued in a second table, a grid of loan status, then the collateral line by line. */
export function printCtsLink(statement: SimulatedStatement, options: Partial<PrintOptions> = {}): PrintedFile {
  const settings: PrintOptions = { ...defaultPrintOptions, decimals: 2, ...options };
  const { decimals, totals, widening } = settings;
  const { deal, date, classes } = statement;
  const sheet = sheetFor(date, pagingOf(settings, statement));
  const amounts: NumberStyle = decimals === 0 ? wholeDollars : inCents;
  const spread = (edges: readonly number[]): number[] => edges.map((edge, index) => edge + index * widening);
  const cell = (
    concept: string,
    name: string | null,
    style: NumberStyle,
    right: number,
    member?: string,
  ): Cell | null => figureCell(statement, { concept, class: name, member: member ?? null }, style, { right });
  const headings = (words: readonly (readonly [string, number])[], left = ''): void =>
    sheet.row([{ text: left, left: 0 }, ...words.map(([text, right]) => ({ text, right }))]);
  const nameCell = (name: string): Cell => ({
    text: name,
    left: Math.max(0, 4 - Math.ceil(name.length / 2)),
  });

  sheet.lines(
    'CONTACT: CUSTOMER SERVICES',
    `         ${deal.trustee.toUpperCase()}`,
    '         SECURITIES ADMINISTRATION SERVICES',
    '',
  );
  sheet.centre(`${deal.trust.toUpperCase()} SERIES ${deal.series}`, 78);
  sheet.centre(`RECORD DATE: ${printDate(endOfPreviousMonth(date), 'October 25, 2002').toUpperCase()}`, 78);
  sheet.centre(`DISTRIBUTION DATE: ${printDate(date, 'October 25, 2002').toUpperCase()}`, 78);
  sheet.lines(
    '',
    `      ${simulationNote}`,
    '',
    '              CERTIFICATEHOLDER DISTRIBUTION SUMMARY',
    '',
    '<TABLE>',
    '<CAPTION>',
  );

  const [rate = 0, beginning = 0, interest = 0, principal = 0] = spread([56, 75, 90, 108]);
  headings([
    ['Certificate', 40],
    ['Beginning', beginning + 2],
  ]);
  headings([
    ['Class', 37],
    ['Certificate Pass-', rate + 5],
    ['Certificate', beginning + 2],
    ['Interest', interest + 4],
    ['Principal', principal + 4],
  ]);
  headings(
    [
      ['CUSIP', 19],
      ['Description', 40],
      ['Through Rate', rate + 2],
      ['Balance', beginning + 1],
      ['Distribution', interest + 6],
      ['Distribution', principal + 6],
    ],
    'Class',
  );
  headings(
    [
      ['-----', 19],
      ['-----------', 40],
      ['------------', rate + 2],
      ['--------------', beginning + 2],
      ['------------', interest + 6],
      ['------------', principal + 6],
    ],
    '-----',
  );
  headings(
    ['<C>', '<C>', '<C>', '<C>', '<C>', '<C>'].map(
      (tag, index) => [tag, [15, 32, rate - 9, beginning - 7, interest - 5, principal - 5][index] ?? 0] as const,
    ),
    '<S>',
  );
  for (const { name, kind, cusip } of classes) {
    const senior = kind === 'senior';
    sheet.row([
      nameCell(name),
      cusip === null ? null : figureCell(statement, { concept: 'cusip', class: name }, amounts, { left: 12 }),
      { text: senior ? 'SEN' : 'SUB', left: 33 },
      cell('passThroughRate', name, percentage(5), rate) ??
        numberCell(quantity(0), { concept: 'passThroughRate', class: name }, percentage(5), { right: rate }),
      cell('beginningBalance', name, amounts, beginning),
      cell('interest', name, amounts, interest),
      cell('principal', name, amounts, principal),
    ]);
  }
  if (totals) {
    sheet.row([
      { text: 'Totals', left: 0 },
      cell('beginningBalance', 'Total', amounts, beginning),
      cell('interest', 'Total', amounts, interest),
      cell('principal', 'Total', amounts, principal),
    ]);
  }
  sheet.lines(
    '</TABLE>',
    '',
    '          CERTIFICATEHOLDER DISTRIBUTION SUMMARY (CONTINUED)',
    '',
    '<TABLE>',
    '<CAPTION>',
  );

  const [loss = 0, ending = 0, total = 0, cumulative = 0] = spread([27, 44, 63, 82]);
  headings([
    ['Current', loss],
    ['Ending', ending],
    ['Cumulative', cumulative],
  ]);
  headings([
    ['Realized', loss],
    ['Certificate', ending],
    ['Total', total],
    ['Realized', cumulative],
  ]);
  headings(
    [
      ['Loss', loss],
      ['Balance', ending],
      ['Distribution', total],
      ['Losses', cumulative],
    ],
    'Class',
  );
  headings(
    [
      ['--------', loss],
      ['-----------', ending],
      ['------------', total],
      ['----------', cumulative],
    ],
    '-----',
  );
  headings(
    [
      ['<C>', loss - 11],
      ['<C>', ending - 11],
      ['<C>', total - 12],
      ['<C>', cumulative - 12],
    ],
    '<S>',
  );
  const second = [
    ['realizedLoss', loss],
    ['endingBalance', ending],
    ['totalDistribution', total],
    ['cumulativeRealizedLoss', cumulative],
  ] as const;
  for (const { name } of classes)
    sheet.row([nameCell(name), ...second.map(([concept, right]) => cell(concept, name, amounts, right))]);
  if (totals)
    sheet.row([
      { text: 'Totals', left: 0 },
      ...second.map(([concept, right]) => cell(concept, 'Total', amounts, right)),
    ]);
  sheet.lines('</TABLE>', '', '                    LOAN STATUS STRATIFICATION', '', '<TABLE>', '<CAPTION>');

  const countEdges = [21, 46, 71, 96] as const;
  const balanceEdges = [35, 60, 85, 110] as const;
  sheet.line('                      DELINQUENT              BANKRUPTCY              FORECLOSURE                 REO');
  headings(
    countEdges.flatMap((edge, index) => [
      ['No. of', edge + 2] as const,
      ['Principal', balanceEdges[index] ?? 0] as const,
    ]),
  );
  headings(
    countEdges.flatMap((edge, index) => [['Loans', edge + 2] as const, ['Balance', balanceEdges[index] ?? 0] as const]),
  );
  headings(
    countEdges.flatMap((edge, index) => [['<C>', edge - 1] as const, ['<C>', (balanceEdges[index] ?? 0) - 5] as const]),
    '<S>',
  );
  const rows = [
    ['30 Days', '30-59'],
    ['60 Days', '60-89'],
    ['90+ Days', '90+'],
  ] as const;
  for (const [label, days] of rows) {
    const members = [days, `bankruptcy${days}`, `foreclosure${days}`, `reo${days}`];
    sheet.row([
      { text: label, left: 0 },
      ...members.flatMap((member, index) => [
        cell('delinquentCount', null, wholeDollars, countEdges[index] ?? 0, member),
        cell('delinquentStatedBalance', null, amounts, balanceEdges[index] ?? 0, member),
      ]),
    ]);
  }
  sheet.lines('</TABLE>', '', '                     COLLATERAL STATEMENT', '');

  const line = (label: string, concept: string, style: NumberStyle = amounts): void =>
    sheet.row([{ text: label, left: 0 }, cell(concept, null, style, 70)]);
  line('Weighted Average Gross Coupon', 'weightedAverageCoupon', percentage(5));
  line('Weighted Average Maturity (Stepdown Calculation)', 'weightedAverageRemainingTerm', wholeDollars);
  line('Beginning Scheduled Collateral Loan Count', 'loanCountBeginning', wholeDollars);
  line('Ending Scheduled Collateral Loan Count', 'loanCountEnding', wholeDollars);
  line('Beginning Scheduled Collateral Balance', 'poolBeginningBalance');
  line('Ending Scheduled Collateral Balance', 'poolEndingBalance');
  line('Servicing Fee', 'servicingFee');
  line('Curtailments', 'curtailments');
  line('Prepayments in Full', 'payoffs');
  line('Liquidation Proceeds', 'liquidationProceeds');
  line('Current Realized Losses', 'realizedLosses');
  line('Cumulative Realized Loss', 'cumulativeRealizedLosses');
  line('Prepayment Penalties', 'prepaymentCharges');
  line('Targeted Overcollateralization Amount', 'requiredOvercollateralization');
  line('Ending Overcollateralization Amount', 'overcollateralization');
  line('Credit Enhancement Percentage', 'creditEnhancementPercentage', percentage(5));
  line('Delinquency Percentage', 'delinquencyPercentage', percentage(5));
  line('Stepdown Date Occurrence', 'stepdownDateOccurred');
  line('Trigger Event Occurrence', 'triggerEventOccurred');
  return sheet.finish();
}
