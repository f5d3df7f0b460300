import { printDate } from '../calendar.ts';
import type { SimulatedStatement } from '../statement.ts';
import { defaultPrintOptions, type PrintOptions, pagingOf, simulationNote } from './options.ts';
import {
  figureCell,
  inCents,
  type NumberStyle,
  type PrintedFile,
  percentage,
  plainNumber,
  sheetFor,
  wholeDollars,
} from './sheet.ts';

/** A servicer's certificate: numbered lines with dotted leaders, class by class. */
export function printCertificate(statement: SimulatedStatement, options: Partial<PrintOptions> = {}): PrintedFile {
  const settings: PrintOptions = { ...defaultPrintOptions, decimals: 2, ...options };
  const { decimals, widening } = settings;
  const { deal, date } = statement;
  const sheet = sheetFor(date, pagingOf(settings, statement));
  const money: NumberStyle = { ...(decimals === 0 ? wholeDollars : inCents), currency: '$' };
  const edge = 82 + widening;
  let number = 0;
  const line = (
    label: string,
    concept: string,
    style: NumberStyle,
    of: { readonly class?: string; readonly member?: string } = {},
    unit = '',
  ): void => {
    const cell = figureCell(statement, { concept, ...of }, style, { right: edge - unit.length });
    if (cell === null) return;
    number += 1;
    sheet.row([
      { text: `${String(number).padStart(3)}. ${label}`.padEnd(62, '.'), left: 0 },
      cell,
      unit === '' ? null : { text: unit.trim() },
    ]);
  };

  sheet.centre("SERVICER'S CERTIFICATE", 74);
  sheet.centre(`${deal.trust.toUpperCase()} ${deal.series}`, 74);
  sheet.lines('', `Distribution Date: ${printDate(date, 'October 25, 2002')}`, '', simulationNote, '', 'I.  POOL', '');
  line('Beginning Pool Balance', 'poolBeginningBalance', money);
  line('Ending Pool Balance', 'poolEndingBalance', money);
  line('Number of Receivables, Beginning', 'loanCountBeginning', wholeDollars);
  line('Number of Receivables, Ending', 'loanCountEnding', wholeDollars);
  line('Weighted Average Coupon', 'weightedAverageCoupon', percentage(5));
  line('Weighted Average Remaining Term', 'weightedAverageRemainingTerm', wholeDollars, {}, ' months');
  line('Servicing Fee', 'servicingFee', money);
  sheet.lines('', 'II. DISTRIBUTIONS', '');
  for (const { name, kind } of statement.classes) {
    if (kind !== 'senior' && kind !== 'mezzanine') continue;
    sheet.line(`Class ${name}`);
    line('Beginning Balance', 'beginningBalance', money, { class: name });
    line('Principal Distributed', 'principal', money, { class: name });
    line('Interest Distributed', 'interest', money, { class: name });
    line('Ending Balance', 'endingBalance', money, { class: name });
    line('Certificate Factor', 'certificateFactor', plainNumber(8), { class: name });
  }
  sheet.lines('', 'III. DELINQUENCY AND LOSS', '');
  line('30-59 Days Delinquent', 'delinquentStatedBalance', money, { member: '30-59' });
  line('60-89 Days Delinquent', 'delinquentStatedBalance', money, { member: '60-89' });
  line('90 Days or More Delinquent', 'delinquentStatedBalance', money, { member: '90+' });
  line('Realized Losses', 'realizedLosses', money);
  line('Cumulative Realized Losses', 'cumulativeRealizedLosses', money);
  return sheet.finish();
}
