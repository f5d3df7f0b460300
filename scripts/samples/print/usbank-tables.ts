import { printDate } from '../calendar.ts';
import type { SimulatedClass } from '../classes.ts';
import { bucketNames } from '../loans.ts';
import type { SimulatedStatement } from '../statement.ts';
import type { PrintOptions } from './options.ts';
import {
  type Cell,
  figureCell,
  inCents,
  type Meaning,
  type NumberStyle,
  percentage,
  plainNumber,
  type Sheet,
  wholeDollars,
} from './sheet.ts';

/** Right edges of the columns and the few words in which the monthly and the annual form of the template differ. */
interface Form {
  readonly monthly: boolean;
  readonly amounts: NumberStyle;
  /** Edges of the five columns of the class tables, the last two of which serve the other tables too. */
  readonly edges: readonly [number, number, number, number, number];
  readonly balanceEdges: readonly [number, number, number, number];
  /** The last of the edges, and where headings and counts in that column end. */
  readonly last: number;
  readonly ending: number;
  readonly totalPerThousandDecimals: number;
  readonly headingsRunTogether: boolean;
  readonly totals: boolean;
}

const bucketLabels = {
  '30-59': '30-59 days',
  '60-89': '60-89',
  '90+': '90+',
  foreclosure: 'Fcls',
  bankruptcy: 'Bankruptcies',
  'bankruptcy60+': 'Bkcy 60+ Delq',
  reo: 'REO',
} as const;

function formOf(statement: SimulatedStatement, options: PrintOptions): Form {
  const monthly = statement.kind === 'monthly';
  const width = (monthly ? 13 : 14) + (options.decimals === 0 ? 0 : 3) + options.widening;
  const last = monthly ? 21 + 4 * width : 19 + 4 * width;
  const edge = (fromLast: number): number => last - fromLast * width;
  return {
    monthly,
    last,
    ending: monthly ? last + 1 : last,
    amounts: options.decimals === 0 ? wholeDollars : inCents,
    edges: [edge(4), edge(3), edge(2), edge(1), last],
    balanceEdges: monthly ? [edge(4), edge(3), edge(2), edge(1)] : [edge(3), edge(2), edge(1), last],
    totalPerThousandDecimals: monthly ? 5 : 6,
    headingsRunTogether: monthly && options.widening === 0,
    totals: options.totals,
  };
}

export const words = (text: string, right: number): Cell => ({ text, right });

/** Prints the headings of one line right-aligned at their columns. */
function headings(sheet: Sheet, form: Form, left: string, cells: readonly (readonly [string, number])[]): void {
  sheet.row([{ text: left, left: 0 }, ...cells.map(([text, right]) => words(text, right))], form.headingsRunTogether);
}

/** A statement on its way to paper. */
interface Template {
  readonly sheet: Sheet;
  readonly statement: SimulatedStatement;
  readonly form: Form;
  readonly offered: readonly SimulatedClass[];
  /** The offered classes and the excess class. */
  readonly rateBearing: readonly SimulatedClass[];
  readonly cell: (meaning: Meaning, style: NumberStyle, right: number) => Cell | null;
  readonly classRow: (
    name: string,
    columns: readonly (readonly [concept: string, edge: number])[],
    label?: string,
  ) => void;
  readonly line: (label: string, concept: string, style?: NumberStyle, right?: number) => void;
}

function templateFor(sheet: Sheet, statement: SimulatedStatement, form: Form): Template {
  const { amounts, last } = form;
  const cell: Template['cell'] = (meaning, style, right) => figureCell(statement, meaning, style, { right });
  return {
    sheet,
    statement,
    form,
    offered: statement.classes.filter(({ kind }) => kind === 'senior' || kind === 'mezzanine'),
    rateBearing: statement.classes.filter(({ kind }) => kind !== 'residual' && kind !== 'prepayment'),
    cell,
    classRow: (name, columns, label = name) =>
      sheet.row([
        { text: label, left: 0 },
        ...columns.map(([concept, right]) => cell({ concept, class: name }, amounts, right)),
      ]),
    line: (label, concept, style = amounts, right = last) =>
      sheet.row([{ text: label, left: 0 }, cell({ concept }, style, right)]),
  };
}

/** The class table, continued with CUSIPs, interest and rates. */
function printClassTables(template: Template): void {
  const { sheet, statement, form, cell, classRow } = template;
  const { edges, balanceEdges, amounts, last, monthly } = form;
  const names = statement.classes.map(({ name }) => name);
  const balances = [
    ['beginningBalance', balanceEdges[0]],
    ['principal', balanceEdges[1]],
    ['realizedLoss', balanceEdges[2]],
    ['endingBalance', balanceEdges[3]],
  ] as const;
  headings(sheet, form, 'Class', [
    ['Beg Bal', balanceEdges[0]],
    ['Prin', balanceEdges[1]],
    ['Losses', balanceEdges[2]],
    ['End Bal', balanceEdges[3]],
  ]);
  for (const name of names) classRow(name, balances);
  if (form.totals) classRow('Total', balances);
  sheet.blank(2);

  const cusipColumn = monthly ? edges[0] - 1 : edges[0] - 2;
  headings(sheet, form, '', [['Next', last]]);
  headings(sheet, form, 'Class', [
    ['Cusip', cusipColumn - 2],
    ['Int', edges[1]],
    ['Total', edges[2]],
    ['Rate', edges[3]],
    ['Rate', last],
  ]);
  for (const { name, kind, cusip } of statement.classes) {
    sheet.row([
      { text: name, left: 0 },
      cusip === null ? words('N/A', cusipColumn - 3) : cell({ concept: 'cusip', class: name }, amounts, cusipColumn),
      cell({ concept: 'interest', class: name }, amounts, edges[1]),
      cell({ concept: 'totalDistribution', class: name }, amounts, edges[2]),
      kind === 'prepayment'
        ? words('NA', edges[3] + 1)
        : cell({ concept: 'passThroughRate', class: name }, percentage(5), edges[3] + 1),
      cell({ concept: 'nextPassThroughRate', class: name }, percentage(5), last + 1),
    ]);
  }
  if (form.totals)
    classRow('Total', [
      ['interest', edges[1]],
      ['totalDistribution', edges[2]],
    ]);
}

/** Amounts per $1,000 of original balance. */
function printPerThousand(template: Template): void {
  const { sheet, statement, form, cell } = template;
  const { edges, last } = form;
  sheet.lines('', 'AMOUNTS PER $1,000 UNIT', '');

  headings(sheet, form, 'Class', [
    ['Prin', edges[0]],
    ['Int', edges[1]],
    ['Total', edges[2]],
    ['Losses', edges[3]],
    ['End Bal', last],
  ]);
  for (const { name, kind } of statement.classes) {
    if (kind === 'residual') continue;
    const perThousand = (concept: string, right: number, decimals: number): Cell | null => {
      const full = cell({ concept, class: name }, plainNumber(decimals), right);
      const fits = full === null || full.text.replace(/\..*/, '').length < 6;
      return fits ? full : cell({ concept, class: name }, plainNumber(2), right);
    };
    sheet.row([
      { text: name, left: 0 },
      perThousand('principalPer1000', edges[0], 6),
      perThousand('interestPer1000', edges[1], 6),
      perThousand('totalPer1000', edges[2], form.totalPerThousandDecimals),
      perThousand('lossPer1000', edges[3], 6),
      perThousand('endingBalancePer1000', last, 6),
    ]);
  }
  sheet.line();
}

/** Fees, advances and the loans of the pool. */
function printLoans(template: Template): void {
  const { sheet, statement, cell, line, form } = template;
  const { edges, amounts, last, monthly, ending } = form;
  if (monthly) {
    line('Servicing Fee', 'servicingFee', amounts, last - 6);
    sheet.lines('', 'P&I ADVANCES');
    line('Total Advances', 'advances');
  } else {
    sheet.line();
    line('MASTER SERVICER COMPENSATION', 'masterServicerCompensation', inCents);
    sheet.lines('', 'P&I ADVANCES');
    const month = printDate(statement.date, '25 October 2002').split(' ')[1] ?? '';
    line(`Total Advances (as of ${month} Det Date)`, 'advances');
  }
  sheet.lines('*Advances stand for loans in arrears on the Determination Date.', '');

  const date = printDate(statement.date, '10/25/02').replace(/^0/, '');
  sheet.row([{ text: 'BALANCES AS OF:', left: 0 }, words(date, monthly ? last + 1 : last)]);
  line('Stated Prin Bal of Mtge Loans (excluding REOs)', 'statedBalanceExcludingReo');
  line('Stated Prin Bal of REO Properties', 'reoStatedBalance');
  sheet.line();

  const beginning = monthly ? edges[3] + 1 : edges[3] - 1;
  if (monthly) {
    sheet.line('MORTGAGE LOAN CHARACTERISTICS');
    sheet.row([words('Beginning', beginning), words('Ending', ending)]);
  } else {
    sheet.row([
      { text: 'Mortgage Loan Characteristics', left: 0 },
      words('Beginning', beginning),
      words('Ending', ending),
    ]);
  }
  const pair = (label: string, from: string, to: string, style: NumberStyle): void =>
    sheet.row([
      { text: label, left: 0 },
      cell({ concept: from }, style, beginning),
      cell({ concept: to }, style, ending),
    ]);
  pair('Number of Loans', 'loanCountBeginning', 'loanCountEnding', wholeDollars);
  pair('Agg Prin Balance', 'poolBeginningBalance', 'poolEndingBalance', amounts);
  sheet.blank(monthly ? 1 : 2);
  line('Wghtd Avg Rem Term to Maturity', 'weightedAverageRemainingTerm', wholeDollars, ending);
  line('Beg Wghtd Avge Mortgage Rate', 'weightedAverageCoupon', percentage(5), last + 1);
  sheet.line();
}

/** Loans in arrears and REO. */
function printArrears(template: Template): void {
  const { sheet, statement, cell, line, form } = template;
  const { edges, amounts, last, monthly } = form;
  const countEdge = edges[3] - 19;
  sheet.row([{ text: 'DELINQ INFORMATION', left: 0 }, words('Unpaid Prin', edges[3]), words('Stated Prin', last)]);
  sheet.row([words('Number', countEdge + 3), words('Bal', edges[3]), words('Bal', last)]);
  for (const member of bucketNames) {
    if (member === 'reo') continue;
    sheet.row([
      { text: bucketLabels[member], left: 0 },
      cell({ concept: 'delinquentCount', member }, wholeDollars, countEdge),
      cell({ concept: 'delinquentUnpaidBalance', member }, amounts, edges[3]),
      cell({ concept: 'delinquentStatedBalance', member }, amounts, last),
    ]);
  }
  sheet.lines("*Note:  The Delq Info is the Master Servicer's,", '           for the Prepayment Period.', '');

  sheet.line(monthly ? 'REO INFORMATION' : `REO INFORMATION (as of the last report)`);
  sheet.lines('Loans that became REO properties in the preceding calendar month:', '');
  sheet.row([words('Loan', edges[2] - 8), words('UPB', edges[3]), words('Stated Bal', last)]);
  for (const member of statement.newReoLoans) {
    sheet.row([
      words(member, edges[2] - 7),
      cell({ concept: 'reoLoanUnpaidBalance', member }, amounts, edges[3]),
      cell({ concept: 'reoLoanStatedBalance', member }, amounts, last),
    ]);
  }
  sheet.blank(Math.max(2, 6 - statement.newReoLoans.length));
  line('Total Book Value of REO Properties:', 'reoBookValue');
}

/** Prepayments, losses and expenses. */
function printPrepayments(template: Template): void {
  const { sheet, line } = template;
  sheet.lines('', '', 'Aggregate Amount of Principal Prepayments');
  line('Curtailments', 'curtailments');
  line('Payments in Full', 'payoffs');
  line(' Liquidation Proceeds', 'liquidationProceeds');
  line('Total', 'totalPrepayments');
  sheet.line();
  line('Prepayment Charges', 'prepaymentCharges');
  line('REO Principal Amortization', 'reoPrincipalAmortization');
  sheet.lines('', 'Realized Losses that were incurred during the related Prepayment Period');
  line('Total Realized Losses', 'realizedLosses');
  sheet.line('Which Include:');
  line('Bankruptcy Losses', 'bankruptcyLosses');
  line('Cumulative Realized Losses', 'cumulativeRealizedLosses');
  sheet.lines(
    '',
    'Extraordinary Trust Fund Expenses withdrawn from the Collection',
    'Account or Distribution Account which caused a reduction of the',
  );
  line('Available Distribution Amount:', 'extraordinaryExpenses');
}

/** Certificate factors. */
function printFactors(template: Template): void {
  const { sheet, cell, rateBearing, form } = template;
  const { last, ending } = form;
  sheet.lines('', 'CERTIFICATE FACTOR');
  sheet.row([words('Certificate', ending)]);
  sheet.row([words('Factor', ending)]);
  for (const { name } of rateBearing) {
    sheet.row([
      { text: `Class ${name}`, left: 0 },
      cell({ concept: 'certificateFactor', class: name }, plainNumber(8), last + 1),
    ]);
  }
}

/** Interest by class and what reduced it. */
function printInterest(template: Template): void {
  const { sheet, form, cell, classRow, rateBearing } = template;
  const { edges, amounts, last, monthly, ending } = form;
  sheet.lines('', '', 'INTEREST DISTRIBUTION AMOUNTS', '', '');

  const left = monthly ? edges[3] + 1 : edges[3];
  headings(sheet, form, '', [
    ['Interest', left],
    ['Interest', ending - 1],
  ]);
  headings(sheet, form, '', [
    ['Distribution', left],
    ['Carry Forward', ending],
  ]);
  headings(sheet, form, 'Class', [
    ['Amount', left],
    ['Amount', ending],
  ]);
  for (const { name, kind } of rateBearing) {
    sheet.row([
      { text: name, left: 0 },
      cell({ concept: 'interestDistributionAmount', class: name }, amounts, edges[3]),
      kind === 'excess' ? words('NA', ending) : cell({ concept: 'interestCarryForward', class: name }, amounts, last),
    ]);
  }
  if (form.totals)
    classRow(
      'Total',
      [
        ['interestDistributionAmount', edges[3]],
        ['interestCarryForward', last],
      ],
      'TOTAL',
    );
  sheet.line();

  sheet.line(`${' '.repeat(monthly ? 9 : 20)}Reduction from the Allocation of:`);
  const third = monthly ? edges[2] + 1 : edges[2];
  headings(sheet, form, '', [
    ['Prepayment', left],
    ['Relief Act', ending],
  ]);
  headings(sheet, form, '', [
    ['Realized', third],
    ['Interest', left],
    ['Interest', ending],
  ]);
  headings(sheet, form, 'Class', [
    ['Losses', third],
    ['Shortfalls', left],
    ['Shortfalls', ending],
  ]);
  const reductions = [
    ['realizedLossReduction', edges[2]],
    ['prepaymentInterestShortfallReduction', edges[3]],
    ['reliefActReduction', last],
  ] as const;
  for (const { name } of rateBearing) classRow(name, reductions);
  if (form.totals) classRow('Total', reductions, 'TOTAL');
  sheet.line();
}

/** Overcollateralization and credit enhancement. */
function printEnhancement(template: Template): void {
  const { sheet, line, form } = template;
  const { last } = form;
  line('PPIS not covered by the Servicer', 'prepaymentInterestShortfallUncovered');
  sheet.line();
  line('Relief Act Interest Shortfall', 'reliefActShortfall');
  sheet.line();
  line('Required Overcollateralized Amount', 'requiredOvercollateralization');
  line('Credit Enhancement Percentage', 'creditEnhancementPercentage', percentage(5), last + 1);
  sheet.line();
  line('Overcollateralization Increase Amount', 'overcollateralizationIncrease');
  sheet.line();
  line('Overcollateralization Reduction Amount', 'overcollateralizationReduction');
  sheet.line();
}

/** What was lost on each loan sold. */
function printSeverity(template: Template): void {
  const { sheet, statement, cell, line, form } = template;
  const { edges, last, monthly } = form;
  sheet.line(monthly ? 'LOSS  SEVERITY  %' : 'LOSS  SEVERITY  % (last report)');
  const severityEdges = [edges[0], edges[1], edges[3], last] as const;
  sheet.row([
    words('Loan', severityEdges[0]),
    words('Loss %', severityEdges[1]),
    words('Loan', severityEdges[2]),
    words('Loss %', severityEdges[3]),
  ]);
  const severity = (member: string | undefined, loanEdge: number, right: number): readonly (Cell | null)[] =>
    member === undefined
      ? []
      : [words(member, loanEdge), cell({ concept: 'loanLossSeverity', member }, percentage(3), right + 1)];
  const { liquidatedLoans } = statement;
  for (let index = 0; index < liquidatedLoans.length; index += 2) {
    sheet.row([
      ...severity(liquidatedLoans[index], severityEdges[0], severityEdges[1]),
      ...severity(liquidatedLoans[index + 1], severityEdges[2], severityEdges[3]),
    ]);
  }
  sheet.blank(Math.max(2, 5 - Math.ceil(liquidatedLoans.length / 2)));
  line('AGGREGATE  LOSS  SEVERITY  %', 'aggregateLossSeverity', percentage(3), last + 1);
}

/** Excess cash flow, tests and the carryover of net WAC shortfalls. */
function printMeasures(template: Template): void {
  const { sheet, form, classRow, line, offered } = template;
  const { edges, amounts, last, ending } = form;
  const left = form.monthly ? form.edges[3] + 1 : form.edges[3];
  sheet.lines('', 'PERFORMANCE MEASURES');
  line('Net Monthly Excess Cash Flow', 'netMonthlyExcessCashFlow');
  sheet.line();
  line('Delinquency Percentage', 'delinquencyPercentage', percentage(5), last + 1);
  sheet.line();
  line('Stepdown Date Occurrence', 'stepdownDateOccurred', amounts, ending);
  line('Trigger Event Occurrence', 'triggerEventOccurred', amounts, ending);
  sheet.lines('', 'Net WAC Rate Carryover Amount');
  headings(sheet, form, '', [
    ['Current', left],
    ['Amount', ending],
  ]);
  headings(sheet, form, '', [
    ['Net WAC Rate', left],
    ['Unpaid', ending - 1],
  ]);
  headings(sheet, form, '', [
    ['Carryforward', left],
    ['After', ending],
  ]);
  headings(sheet, form, 'Class', [
    ['Amount', left],
    ['Distributions', ending],
  ]);
  const carryover = [
    ['netWacCarryforward', edges[3]],
    ['netWacCarryforwardUnpaid', last],
  ] as const;
  for (const { name } of offered) classRow(name, carryover);
  if (form.totals) classRow('Total', carryover, 'TOTAL');
}

/** The tables of the statement, from the classes to the carryover, without cover and signatures. */
export function printUsBankTables(sheet: Sheet, statement: SimulatedStatement, options: PrintOptions): void {
  const template = templateFor(sheet, statement, formOf(statement, options));
  printClassTables(template);
  printPerThousand(template);
  printLoans(template);
  printArrears(template);
  printPrepayments(template);
  printFactors(template);
  printInterest(template);
  printEnhancement(template);
  printSeverity(template);
  printMeasures(template);
}
