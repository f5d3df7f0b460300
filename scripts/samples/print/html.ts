import { printDate } from '../calendar.ts';
import type { SimulatedStatement } from '../statement.ts';
import { defaultPrintOptions, type PrintOptions, simulationNote } from './options.ts';
import {
  type Cell,
  figureCell,
  inCents,
  type NumberStyle,
  type PrintedFile,
  percentage,
  plainNumber,
  sheetFor,
  wholeDollars,
} from './sheet.ts';

const before: Cell = { text: '<td align="right"><font size="2">' };
const after: Cell = { text: '</font></td>' };

/** Real HTML tables; the currency sign of some stands in a cell of its own. Places are those in the source. */
export function printHtml(statement: SimulatedStatement, options: Partial<PrintOptions> = {}): PrintedFile {
  const { decimals, totals } = { ...defaultPrintOptions, decimals: 2, ...options };
  const { deal, date, classes } = statement;
  const sheet = sheetFor(date);
  const plain: NumberStyle = decimals === 0 ? wholeDollars : inCents;
  const money: NumberStyle = { ...plain, currency: '$' };
  const tableRow = (cells: readonly (Cell | null)[]): void =>
    sheet.row([{ text: '<tr>' }, ...cells, { text: '</tr>' }], true);
  const boxed = (cell: Cell | null): (Cell | null)[] => [before, cell, after];
  const words = (text: string): Cell => ({ text: `<td>${text}</td>` });
  const cell = (
    concept: string,
    style: NumberStyle,
    of: { readonly class?: string; readonly member?: string } = {},
  ): Cell | null => figureCell(statement, { concept, ...of }, style);

  sheet.line('<html><head><title>EX-99.1</title></head><body>');
  sheet.line(`<p align=center><b>${deal.trust.toUpperCase()}, SERIES ${deal.series}</b></p>`);
  sheet.line('<p align=center>Statement to Certificateholders</p>');
  sheet.lines(
    `<p>Distribution Date:&nbsp;${printDate(date, 'October 25, 2002')}</p>`,
    `<p>${simulationNote}</p>`,
    '<table border="0" cellpadding="2">',
  );
  const columns = [
    ['CUSIP', 'cusip'],
    ['Original<br>Face Value', 'originalBalance'],
    ['Beginning<br>Certificate<br>Balance', 'beginningBalance'],
    ['Principal<br>Distribution', 'principal'],
    ['Interest<br>Distribution', 'interest'],
    ['Realized<br>Loss', 'realizedLoss'],
    ['Total<br>Distribution', 'totalDistribution'],
    ['Ending<br>Certificate<br>Balance', 'endingBalance'],
  ] as const;
  const bold = (text: string): Cell => ({ text: `<td align="center"><b>${text}</b></td>` });
  tableRow([bold('Class'), ...columns.map(([heading]) => bold(heading)), bold('Pass-Through<br>Rate')]);
  for (const name of [...classes.map((issued) => issued.name), ...(totals ? ['Total'] : [])]) {
    tableRow([
      ...boxed({ text: name }),
      ...columns.flatMap(([, concept]) => boxed(cell(concept, money, { class: name }))),
      ...boxed(cell('passThroughRate', percentage(5), { class: name })),
    ]);
  }
  sheet.lines('</table>', '<p><b>Certificate Factors</b></p>', '<table>', '<tr><td>Class</td><td>Factor</td></tr>');
  for (const { name, kind } of classes) {
    if (kind === 'residual' || kind === 'prepayment') continue;
    tableRow([...boxed({ text: name }), ...boxed(cell('certificateFactor', plainNumber(8), { class: name }))]);
  }
  sheet.lines(
    '</table>',
    '<p><b>Mortgage Loan Delinquency</b></p>',
    '<table>',
    '<tr><td></td><td>Number of Loans</td><td colspan="2">Principal Balance</td></tr>',
  );
  const buckets = [
    ['30 to 59 days', '30-59'],
    ['60 to 89 days', '60-89'],
    ['90 or more days', '90+'],
    ['Foreclosure', 'foreclosure'],
    ['Bankruptcy', 'bankruptcy'],
    ['REO', 'reo'],
  ] as const;
  for (const [label, member] of buckets) {
    tableRow([
      words(label),
      ...boxed(cell('delinquentCount', wholeDollars, { member })),
      words('$'),
      ...boxed(cell('delinquentStatedBalance', plain, { member })),
    ]);
  }
  sheet.lines('</table>', '<table>');
  const pool: readonly (readonly [string, string, NumberStyle])[] = [
    ['Beginning Aggregate Pool Balance', 'poolBeginningBalance', plain],
    ['Ending Aggregate Pool Balance', 'poolEndingBalance', plain],
    ['Weighted Average Mortgage Rate', 'weightedAverageCoupon', percentage(5)],
    ['Principal Prepayments in Full', 'payoffs', plain],
    ['Curtailments', 'curtailments', plain],
    ['Realized Losses', 'realizedLosses', plain],
    ['Cumulative Realized Losses', 'cumulativeRealizedLosses', plain],
  ];
  for (const [label, concept, style] of pool) tableRow([words(label), ...boxed(cell(concept, style))]);
  sheet.lines('</table>', '</body></html>');
  return sheet.finish();
}
