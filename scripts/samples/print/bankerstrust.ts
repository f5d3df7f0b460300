import { printDate } from '../calendar.ts';
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

const width = 131;
const rule = '-'.repeat(width);

/** Ruled tables in cents, headings stacked over three lines, upper case: distributions, factors per $1,000, arrears, pool. */
export function printBankersTrust(statement: SimulatedStatement, options: Partial<PrintOptions> = {}): PrintedFile {
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
  const heading = (left: string, words: readonly string[], edges: readonly number[]): void =>
    sheet.row(
      [{ text: left, left: 0 }, ...words.map((text, index) => ({ text, right: (edges[index] ?? 0) - 1 }))],
      true,
    );
  const page = (number: number): void => sheet.centre(`Page ${number} of 3`, width);
  const openTable = (): void => sheet.lines('<TABLE>', '<CAPTION>', rule);

  sheet.centre(deal.depositor.toUpperCase(), 84);
  sheet.centre(`${deal.trust.toUpperCase()} PASS-THROUGH CERTIFICATES`, 84);
  sheet.centre(`SERIES ${deal.series}`, 84);
  sheet.centre('STATEMENT TO CERTIFICATEHOLDERS', 84);
  sheet.centre(simulationNote, 84);

  const dollarColumns = [
    'originalBalance',
    'beginningBalance',
    'interest',
    'principal',
    'totalDistribution',
    'realizedLoss',
    'deferredInterest',
    'endingBalance',
  ] as const;
  const edges = spread([25, 40, 55, 70, 85, 100, 115, 130]);
  openTable();
  sheet.line('                       DISTRIBUTIONS IN DOLLARS');
  heading('', ['', 'PRIOR', '', '', '', '', '', 'CURRENT'], edges);
  heading('', ['ORIGINAL', 'PRINCIPAL', '', '', '', 'REALIZED', 'DEFERRED', 'PRINCIPAL'], edges);
  heading('CLASS', ['FACE VALUE', 'BALANCE', 'INTEREST', 'PRINCIPAL', 'TOTAL', 'LOSSES', 'INTEREST', 'BALANCE'], edges);
  sheet.lines(
    rule,
    '',
    '<S>          <C>            <C>                <C>           <C>           <C>                 <C>            <C>    <C>',
  );
  for (const { name } of classes) {
    sheet.row([
      { text: name, left: 5 },
      ...dollarColumns.map((concept, index) => cell(concept, name, amounts, edges[index] ?? 0)),
    ]);
  }
  sheet.blank(3);
  sheet.line(rule);
  if (totals) {
    sheet.row([
      { text: 'TOTALS', left: 0 },
      ...dollarColumns.map((concept, index) => cell(concept, 'Total', amounts, edges[index] ?? 0)),
    ]);
    sheet.line(rule);
  }
  sheet.lines('</TABLE>', '', '');

  const sixPlaces: NumberStyle = { ...inCents, decimals: 6 };
  const sixPlacesPercent = percentage(6);
  const factorColumns = [
    'beginningBalancePer1000',
    'interestPer1000',
    'principalPer1000',
    'totalPer1000',
    'endingBalancePer1000',
  ] as const;
  const factorEdges = spread([41, 56, 71, 86, 101, 116, 131]);
  openTable();
  sheet.line(
    '                         FACTOR INFORMATION PER $1000 OF ORIGINAL FACE                                       PASS-THROUGH',
  );
  heading('', ['PRIOR', '', '', '', 'CURRENT', 'RATES', ''], factorEdges);
  heading('', ['PRINCIPAL', '', '', '', 'PRINCIPAL', '', 'ESTIMATED'], factorEdges);
  heading(
    ' CLASS          CUSIP',
    ['BALANCE', 'INTEREST', 'PRINCIPAL', 'TOTAL', 'BALANCE', 'CURRENT', 'NEXT'],
    factorEdges,
  );
  sheet.lines(rule, '');
  for (const { name, kind } of classes) {
    if (kind === 'residual') continue;
    const offered = kind === 'senior' || kind === 'mezzanine';
    const none = quantity(0);
    const [current = 0, next = 0] = factorEdges.slice(5);
    sheet.row(
      [
        { text: name, left: 6 },
        offered ? figureCell(statement, { concept: 'cusip', class: name }, amounts, { left: 14 }) : null,
        ...factorColumns.map((concept, index) => cell(concept, name, sixPlaces, factorEdges[index] ?? 0)),
        cell('passThroughRate', name, sixPlacesPercent, current) ??
          numberCell(none, { concept: 'passThroughRate', class: name }, sixPlacesPercent, { right: current }),
        kind === 'prepayment'
          ? numberCell(none, { concept: 'nextPassThroughRate', class: name }, sixPlacesPercent, { right: next })
          : cell('nextPassThroughRate', name, sixPlacesPercent, next),
      ],
      true,
    );
  }
  sheet.lines('', '', rule);
  sheet.line(`SELLER:                            ${deal.depositor.padEnd(44)}ADMINISTRATOR:             Trust Officer`);
  sheet.lines(`DISTRIBUTION DATE:                     ${printDate(date, 'October 25, 2002')}`, rule);
  page(1);
  sheet.lines('</TABLE>', '', '');

  sheet.line('                         STATEMENT TO CERTIFICATEHOLDERS');
  openTable();
  sheet.lines(`Distribution Date:             ${printDate(date, 'October 25, 2002')}`, rule, '');
  const buckets = ['30-59', '60-89', '90+', 'total'] as const;
  const bucketEdges = [73, 88, 103, 125] as const;
  const bucketRow = (label: string, concept: string, style: NumberStyle): void =>
    sheet.row([
      { text: label, left: 16 },
      ...buckets.map((member, index) => cell(concept, null, style, bucketEdges[index] ?? 0, member)),
    ]);
  sheet.row([
    { text: '1', right: 68 },
    { text: '2', right: 83 },
    { text: '3+', right: 98 },
  ]);
  sheet.row([
    { text: 'DELINQUENT LOAN INFORMATION', left: 16 },
    { text: 'Payment', right: 71 },
    { text: 'Payments', right: 87 },
    { text: 'Payments', right: 102 },
    { text: 'Total', right: 124 },
  ]);
  sheet.line(rule);
  bucketRow('PRINCIPAL BALANCE', 'delinquentStatedBalance', amounts);
  bucketRow('PERCENTAGE OF POOL BALANCE', 'delinquentPercentage', percentage(5));
  bucketRow('NUMBER OF LOANS', 'delinquentCount', wholeDollars);
  sheet.line(rule);
  page(2);
  sheet.lines('</TABLE>', '');

  openTable();
  sheet.row([
    { text: 'POOL INFORMATION', left: 0 },
    { text: 'Total', right: 111 },
  ]);
  sheet.line(rule);
  const line = (label: string, concept: string, style: NumberStyle = amounts): void =>
    sheet.row([{ text: label, left: 0 }, cell(concept, null, style, 111)]);
  line('PRIOR PRINCIPAL BALANCE OF POOL:', 'poolBeginningBalance');
  line('CURRENT PRINCIPAL BALANCE OF POOL:', 'poolEndingBalance');
  line('PRIOR NUMBER OF LOANS:', 'loanCountBeginning', wholeDollars);
  line('CURRENT NUMBER OF LOANS:', 'loanCountEnding', wholeDollars);
  line('CURRENT WEIGHTED AVERAGE MORTGAGE RATE:', 'weightedAverageCoupon', percentage(5));
  line('WEIGHTED AVERAGE TERM TO MATURITY:', 'weightedAverageRemainingTerm', wholeDollars);
  line('AGGREGATE REALIZED LOSSES OF THE PERIOD:', 'realizedLosses');
  line('CUMULATIVE REALIZED LOSSES:', 'cumulativeRealizedLosses');
  sheet.lines(rule, 'OVERCOLLATERALIZATION', rule);
  line('EXTRA PRINCIPAL DISTRIBUTION AMOUNT', 'overcollateralizationIncrease');
  line('OVERCOLLATERALIZATION AMOUNT', 'overcollateralization');
  line('TARGET OVERCOLLATERALIZATION AMOUNT', 'requiredOvercollateralization');
  sheet.line(rule);
  page(3);
  sheet.line('</TABLE>');
  return sheet.finish();
}
