import { printDate } from '../calendar.ts';
import type { SimulatedStatement } from '../statement.ts';
import { defaultPrintOptions, type PrintOptions, pagingOf, simulationNote } from './options.ts';
import {
  figureCell,
  inCents,
  type NumberStyle,
  type PrintedFile,
  percentage,
  sheetFor,
  wholeDollars,
} from './sheet.ts';

/** Items as rows and classes as columns, continued in further blocks where the classes do not fit. */
export function printColumns(
  statement: SimulatedStatement,
  options: Partial<PrintOptions> & { readonly classesPerBlock?: number } = {},
): PrintedFile {
  const settings: PrintOptions & { readonly classesPerBlock?: number } = {
    ...defaultPrintOptions,
    decimals: 2,
    ...options,
  };
  const { decimals, widening, classesPerBlock = 4 } = settings;
  const { deal, date, classes } = statement;
  const sheet = sheetFor(date, pagingOf(settings, statement));
  const amounts: NumberStyle = decimals === 0 ? wholeDollars : inCents;
  const width = 18 + widening;
  const edge = (column: number): number => 46 + (column + 1) * width;

  sheet.centre(deal.depositor.toUpperCase(), 86);
  sheet.centre(`${deal.trust.toUpperCase()} PASS-THROUGH CERTIFICATES SERIES ${deal.series}`, 86);
  sheet.centre('MONTHLY REPORT', 60);
  sheet.lines('', `REMITTANCE DATE: ${printDate(date, '10/25/2002')}`, '', simulationNote, '');
  for (let start = 0; start < classes.length; start += classesPerBlock) {
    const block = classes.slice(start, start + classesPerBlock).map(({ name }) => name);
    const item = (label: string, concept: string, style: NumberStyle = amounts): void =>
      sheet.row([
        { text: label, left: 0 },
        ...block.map((name, column) => figureCell(statement, { concept, class: name }, style, { right: edge(column) })),
      ]);
    const rule = (): void => sheet.row(block.map((_, column) => ({ text: '--------------', right: edge(column) })));
    sheet.lines('<TABLE>', '<CAPTION>');
    sheet.row(block.map((name, column) => ({ text: `CLASS ${name}`, right: edge(column) })));
    sheet.row([{ text: '<S>', left: 0 }, ...block.map((_, column) => ({ text: '<C>', left: edge(column) - width }))]);
    item('(1) Beginning Class Principal Balance', 'beginningBalance');
    sheet.line('(2) Amounts Distributed');
    item('    (a) Interest', 'interest');
    item('    (b) Principal', 'principal');
    rule();
    item('    (c) Total Distribution', 'totalDistribution');
    item('(3) Realized Losses Allocated', 'realizedLoss');
    rule();
    item('(4) Ending Class Principal Balance', 'endingBalance');
    item('(5) Pass-Through Rate', 'passThroughRate', percentage(5));
    sheet.lines('</TABLE>', '');
  }

  const line = (label: string, concept: string): void =>
    sheet.row([{ text: label, left: 0 }, figureCell(statement, { concept }, amounts, { right: 64 })]);
  const arrears = (label: string, member: string): void =>
    sheet.row([
      { text: label, left: 0 },
      figureCell(statement, { concept: 'delinquentCount', member }, wholeDollars, { right: 46 }),
      figureCell(statement, { concept: 'delinquentStatedBalance', member }, amounts, { right: 64 }),
    ]);
  line('(6) Pool Scheduled Principal Balance, Beginning', 'poolBeginningBalance');
  line('(7) Pool Scheduled Principal Balance, Ending', 'poolEndingBalance');
  sheet.line('(8) Delinquent Contracts');
  arrears('    (a) 30-59 Days', '30-59');
  arrears('    (b) 60-89 Days', '60-89');
  arrears('    (c) 90 Days or More', '90+');
  line('(9) Aggregate Realized Losses', 'realizedLosses');
  line('(10) Cumulative Realized Losses', 'cumulativeRealizedLosses');
  return sheet.finish();
}
