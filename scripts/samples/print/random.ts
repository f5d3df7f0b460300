import { endOfPreviousMonth, printDate } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { SimulatedClass } from '../classes.ts';
import { type Quantity, quantity } from '../exact.ts';
import type { SimulatedStatement } from '../statement.ts';
import { drawChoices, type LayoutChoices } from './choices.ts';
import { simulationNote } from './options.ts';
import {
  type Cell,
  figureCell,
  type Meaning,
  type NumberStyle,
  numberCell,
  type PrintedFile,
  retyped,
  type Sheet,
  sheetFor,
  wholeDollars,
} from './sheet.ts';
import { printTable, type TableColumn } from './table.ts';
import {
  arrearsWordings,
  bucketWordings,
  classSections,
  classWordings,
  perThousandSections,
  perThousandWordings,
  poolWordings,
  sections,
} from './wording.ts';

/** Everything that the parts of a random statement share. */
interface Press {
  readonly sheet: Sheet;
  readonly statement: SimulatedStatement;
  readonly choices: LayoutChoices;
  readonly chance: Chance;
  readonly amounts: NumberStyle;
  /** As amounts, but zeros may be left out. */
  readonly sparse: NumberStyle;
  readonly counts: NumberStyle;
  readonly rates: NumberStyle;
}

const rateConcepts = new Set(['passThroughRate', 'nextPassThroughRate']);
const sparseConcepts = new Set(['realizedLoss', 'deferredInterest', 'cumulativeRealizedLoss']);

function styleOf(press: Press, concept: string): NumberStyle {
  if (rateConcepts.has(concept)) return press.rates;
  if (concept === 'certificateFactor') return { ...wholeDollars, decimals: press.choices.factorDecimals };
  return sparseConcepts.has(concept) ? press.sparse : press.amounts;
}

/** The wording of a concept, with the deal's word for its securities. */
function wording(press: Press, words: Readonly<Record<string, readonly string[]>>, concept: string): string {
  return press.chance.pick(words[concept] ?? [concept]).replace('{class}', press.choices.holderWord);
}

/** A figure of a class in a table, with its currency sign where the layout has one; N/A or nothing where there is no figure. */
function classCell(press: Press, concept: string, name: string, firstRow: boolean): Cell | null {
  const { choices, statement } = press;
  // A column of nothing but blanks would not be one: its total is always printed.
  const style = name === 'Total' ? press.amounts : styleOf(press, concept);
  const isAmount = style === press.amounts || style === press.sparse;
  const signed =
    isAmount &&
    (choices.currency === 'everywhere' || (choices.currency === 'first row' && (firstRow || name === 'Total')));
  const currency = signed ? (choices.currencySpace ? '$ ' : '$') : '';
  const cell = figureCell(statement, { concept, class: name }, { ...style, currency });
  if (cell !== null || name === 'Total') return cell;
  const hasNone = statement.figure(concept, { class: name }) === undefined;
  return hasNone && choices.absent !== '' ? { text: choices.absent } : null;
}

const title = (press: Press, text: string): void => {
  const { sheet, choices } = press;
  if (choices.centredTitle) sheet.centre(text, 100);
  else sheet.line(' '.repeat(choices.indentation) + text);
};

function printCover(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  const { deal, date } = statement;
  const trust = chance.happens(0.5) ? deal.trust.toUpperCase() : deal.trust;
  const series = chance.pick([`Series ${deal.series}`, `SERIES ${deal.series}`]);
  if (chance.happens(0.5)) title(press, `${trust}, ${series}`);
  else {
    title(press, trust);
    if (chance.happens(0.5)) title(press, `Asset-Backed ${choices.holderWord}s`);
    title(press, series);
  }
  title(
    press,
    chance.pick(['Statement to Certificateholders', 'MONTHLY STATEMENT', 'Distribution Report', 'Remittance Report']),
  );
  title(press, simulationNote);
  sheet.line();
  if (chance.happens(0.3)) sheet.line(`Record Date: ${printDate(endOfPreviousMonth(date), choices.dateStyle)}`);
  const label = chance.pick(['Distribution Date', 'Payment Date', 'DISTRIBUTION DATE', 'Remittance Date']);
  sheet.line(`${label}:${' '.repeat(chance.integer(1, 20))}${printDate(date, choices.dateStyle)}`);
  if (chance.happens(0.3)) sheet.line(`Trustee: ${deal.trustee}`);
  sheet.line();
}

/** The amounts and rates that the statement prints by class; balances, principal and interest always. */
function chooseClassConcepts(press: Press): string[] {
  const { chance, choices } = press;
  const maybe = (part: number, ...concepts: string[]): string[] => (chance.happens(part) ? concepts : []);
  const chosen = [
    ...maybe(0.5, 'originalBalance'),
    'beginningBalance',
    ...maybe(0.15, 'scheduledPrincipal', 'unscheduledPrincipal'),
    'principal',
    'interest',
    ...maybe(0.6, 'totalDistribution'),
    ...maybe(0.6, 'realizedLoss'),
    ...maybe(0.15, 'deferredInterest'),
    'endingBalance',
    ...maybe(0.2, 'cumulativeRealizedLoss'),
    ...maybe(0.6, 'passThroughRate'),
    ...(choices.factors === 'column' ? ['certificateFactor'] : []),
  ];
  const withNext =
    chosen.includes('passThroughRate') && chance.happens(0.3) ? [...chosen, 'nextPassThroughRate'] : chosen;
  return choices.shuffledColumns ? chance.shuffle(withNext) : withNext;
}

/** Classes as rows: the columns in one to three tables, each with all classes. */
function printClassRows(press: Press, concepts: readonly string[], withCusip: boolean): void {
  const { sheet, statement, choices, chance } = press;
  const names = statement.classes.map(({ name }) => name);
  const rows = choices.totals ? [...names, 'Total'] : names;
  const labels = rows.map((name) => (name === 'Total' ? choices.totalWord : `${choices.classPrefix}${name}`));
  const perBlock = Math.min(
    choices.headingLines === 1 ? 5 : 7,
    Math.max(2, Math.ceil(concepts.length / choices.blocks)),
  );
  const corner = choices.classPrefix === '' || chance.happens(0.7) ? 'Class' : '';
  for (let start = 0; start < concepts.length; start += perBlock) {
    const cusips: TableColumn[] =
      withCusip && start === 0
        ? [
            {
              heading: wording(press, classWordings, 'cusip'),
              left: true,
              cells: rows.map((name) => classCell(press, 'cusip', name, false)),
            },
          ]
        : [];
    const columns = concepts.slice(start, start + perBlock).map(
      (concept): TableColumn => ({
        heading: wording(press, classWordings, concept),
        cells: rows.map((name, row) => classCell(press, concept, name, row === 0)),
      }),
    );
    const section = chance.pick(classSections);
    title(press, start === 0 ? section : `${section} (continued)`);
    sheet.line();
    printTable(sheet, { corner, labels, columns: [...cusips, ...columns], total: choices.totals }, choices);
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Items as rows and classes as columns, in as many tables as the classes need. */
function printItemRows(press: Press, concepts: readonly string[]): void {
  const { sheet, statement, choices, chance } = press;
  const numbering = chance.pick(['none', 'numbers', 'letters'] as const);
  const wordings = concepts.map((concept) => wording(press, classWordings, concept));
  const labels = wordings.map((words, index) =>
    numbering === 'none'
      ? words
      : numbering === 'numbers'
        ? `(${index + 1}) ${words}`
        : `${letters.charAt(index)}) ${words}`,
  );
  const names = [...statement.classes.map(({ name }) => name), ...(choices.totals ? ['Total'] : [])];
  title(press, chance.pick(classSections));
  sheet.line();
  for (let start = 0; start < names.length; start += choices.classesPerBlock) {
    const columns = names.slice(start, start + choices.classesPerBlock).map(
      (name): TableColumn => ({
        heading:
          name === 'Total'
            ? choices.totalWord
            : `${choices.classPrefix === '' ? 'Class ' : choices.classPrefix}${name}`,
        cells: concepts.map((concept, row) => classCell(press, concept, name, row === 0)),
      }),
    );
    printTable(sheet, { corner: '', labels, columns, total: false }, { ...choices, headingLines: 1 });
  }
}

/** One class after the other, a line for each amount. */
function printClassByClass(press: Press, concepts: readonly string[]): void {
  const { sheet, statement, chance } = press;
  title(press, chance.pick(classSections));
  sheet.line();
  const wordings = concepts.map((concept) => wording(press, classWordings, concept));
  for (const { name } of statement.classes) {
    sheet.line(`Class ${name}`);
    const lines = concepts.map((concept, index) => ({
      label: wordings[index] ?? concept,
      cell: figureCell(statement, { concept, class: name }, currencyOf(press, styleOf(press, concept))),
    }));
    printLines(press, lines);
  }
}

const currencyOf = (press: Press, style: NumberStyle): NumberStyle =>
  press.choices.currency === 'everywhere' && (style === press.amounts || style === press.sparse)
    ? { ...style, currency: '$' }
    : style;

function printPerThousand(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  const concepts = ['principalPer1000', 'interestPer1000', 'endingBalancePer1000'];
  if (chance.happens(0.4)) concepts.unshift('beginningBalancePer1000');
  if (chance.happens(0.5)) concepts.splice(-1, 0, 'totalPer1000');
  if (chance.happens(0.4)) concepts.splice(-1, 0, 'lossPer1000');
  const bearing = statement.classes.filter(({ kind }) => kind !== 'residual').map(({ name }) => name);
  const style: NumberStyle = {
    ...press.amounts,
    decimals: choices.perThousandDecimals,
    commas: chance.happens(0.5),
    point: false,
    zero: 'digits',
  };
  title(press, chance.pick(perThousandSections));
  sheet.line();
  const columns = concepts.map(
    (concept): TableColumn => ({
      heading: wording(press, perThousandWordings, concept),
      cells: bearing.map((name) => figureCell(statement, { concept, class: name }, style)),
    }),
  );
  const labels = bearing.map((name) => `${choices.classPrefix}${name}`);
  printTable(sheet, { corner: 'Class', labels, columns, total: false }, choices);
}

function printFactors(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  const classes = statement.classes.filter(({ kind }) => kind !== 'residual' && kind !== 'prepayment');
  title(press, `${choices.holderWord} ${chance.pick(['Factors', 'Factor'])}`);
  sheet.line();
  const style: NumberStyle = { ...wholeDollars, decimals: choices.factorDecimals };
  for (const { name } of classes) {
    sheet.row([
      { text: `Class ${name}`, left: choices.indentation },
      figureCell(statement, { concept: 'certificateFactor', class: name }, style, { right: choices.indentation + 50 }),
    ]);
  }
  sheet.line();
}

interface Line {
  readonly label: string;
  readonly cell: Cell | null;
  /** Words behind the figure: `months`. */
  readonly unit?: string;
}

/** Lines of a label and a value, as the layout prints them. */
function printLines(press: Press, all: readonly Line[]): void {
  const { sheet, choices, chance } = press;
  const lines = all.filter(({ cell }) => cell !== null);
  const edge = Math.max(70, ...lines.map(({ label }) => label.length + 34)) + choices.indentation;
  const left = choices.indentation;
  if (choices.lines === 'two pairs') {
    const half = Math.ceil(edge * 0.86);
    for (let index = 0; index < lines.length; index += 2) {
      const pair = lines.slice(index, index + 2);
      sheet.row(
        pair.flatMap(({ label, cell }, side): (Cell | null)[] => [
          { text: `${label}:`, left: left + side * (half + 4) },
          cell === null ? null : { ...cell, right: half + side * (half + 4) },
        ]),
      );
    }
    sheet.line();
    return;
  }
  lines.forEach(({ label, cell, unit }, index) => {
    if (cell === null) return;
    const after: Cell | null = unit === undefined ? null : { text: unit };
    const numbered = choices.lines === 'numbered' ? `${index + 1}. ${label}` : label;
    const words = numbered.split(' ');
    if (choices.wrappedLabels && choices.lines !== 'numbered' && words.length > 3 && chance.happens(0.6)) {
      const cut = words.length - Math.floor(words.length / 2);
      sheet.keep();
      sheet.line(' '.repeat(left) + words.slice(0, cut).join(' '));
      sheet.row([{ text: words.slice(cut).join(' '), left }, { ...cell, right: edge }, after]);
    } else if (choices.lines === 'leaders') {
      const full = `${numbered}${'.'.repeat(Math.max(2, edge - left - numbered.length - 24))}`;
      sheet.row([{ text: full, left }, { ...cell, right: edge }, after]);
    } else if (choices.lines === 'colon') {
      sheet.row([
        { text: `${numbered}:`, left },
        { ...cell, left: left + numbered.length + 1 + chance.integer(1, 3) },
        after,
      ]);
    } else {
      sheet.row([{ text: numbered, left }, { ...cell, right: edge }, after]);
    }
  });
  sheet.line();
}

function poolLine(press: Press, concept: string): Line {
  const { statement, chance } = press;
  const unit =
    concept === 'weightedAverageRemainingTerm' && press.choices.lines !== 'two pairs' && chance.happens(0.3)
      ? { unit: 'months' }
      : {};
  return {
    label: wording(press, poolWordings, concept),
    cell: figureCell(statement, { concept }, poolStyle(press, concept)),
    ...unit,
  };
}

function poolStyle(press: Press, concept: string): NumberStyle {
  if (concept.startsWith('loanCount') || concept === 'weightedAverageRemainingTerm') return press.counts;
  const percentages = [
    'weightedAverageCoupon',
    'creditEnhancementPercentage',
    'delinquencyPercentage',
    'aggregateLossSeverity',
  ];
  if (percentages.includes(concept)) return { ...press.rates, percentSign: true };
  return currencyOf(press, press.amounts);
}

/** Balances and counts of the pool with their beginning and ending beside each other. */
function printPoolPairs(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  const rows = [
    [
      chance.pick(['Aggregate Principal Balance', 'Pool Balance', 'Agg Prin Balance']),
      'poolBeginningBalance',
      'poolEndingBalance',
    ],
    [chance.pick(['Number of Loans', 'Loan Count']), 'loanCountBeginning', 'loanCountEnding'],
  ] as const;
  const cells = (position: 1 | 2): (Cell | null)[] =>
    rows.map((row) => figureCell(statement, { concept: row[position] }, poolStyle(press, row[position])));
  const columns: TableColumn[] = [
    { heading: 'Beginning', cells: cells(1) },
    { heading: 'Ending', cells: cells(2) },
  ];
  printTable(
    sheet,
    { corner: '', labels: rows.map(([label]) => label), columns, total: false },
    { ...choices, gap: Math.max(3, choices.gap) },
  );
}

/** Concepts that are kept by loan group. */
const groupConcepts = [
  'loanCountBeginning',
  'loanCountEnding',
  'weightedAverageCoupon',
  'weightedAverageRemainingTerm',
  'curtailments',
  'payoffs',
  'liquidationProceeds',
  'totalPrepayments',
  'realizedLosses',
  'advances',
] as const;

/** The loan groups as columns, with the pool as their total. */
function printGroups(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  const concepts = ['poolBeginningBalance', 'poolEndingBalance', ...groupConcepts.filter(() => chance.happens(0.6))];
  const word = chance.pick(['Group', 'Loan Group']);
  const cells = (group: string | null): (Cell | null)[] =>
    concepts.map((concept) => figureCell(statement, { concept, group }, poolStyle(press, concept)));
  const columns: TableColumn[] = statement.groups.map((group) => ({
    heading: group.replace('Group', word),
    cells: cells(group),
  }));
  if (choices.totals) columns.push({ heading: choices.totalWord, cells: cells(null) });
  const labels = concepts.map((concept) => wording(press, poolWordings, concept));
  title(press, chance.pick(sections.pool));
  sheet.line();
  printTable(
    sheet,
    { corner: '', labels, columns, total: false },
    { ...choices, headingLines: 1, gap: Math.max(2, choices.gap) },
  );
}

function printPool(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  const some = (concepts: readonly string[], part: number): string[] => concepts.filter(() => chance.happens(part));
  const section = (name: keyof typeof sections, lines: readonly Line[]): void => {
    if (lines.length === 0) return;
    title(press, chance.pick(sections[name]));
    sheet.line();
    printLines(press, lines);
  };
  const grouped = statement.groups.length > 0;
  const line = (concept: string): Line => poolLine(press, concept);
  if (grouped) printGroups(press);
  else if (choices.poolPairs) {
    title(press, chance.pick(sections.pool));
    sheet.line();
    printPoolPairs(press);
    printLines(
      press,
      some(['weightedAverageCoupon', 'weightedAverageRemainingTerm', 'servicingFee', 'advances'], 0.7).map(line),
    );
  } else {
    const optional = [
      'loanCountBeginning',
      'loanCountEnding',
      'weightedAverageCoupon',
      'weightedAverageRemainingTerm',
      'servicingFee',
      'advances',
    ];
    section('pool', ['poolBeginningBalance', 'poolEndingBalance', ...some(optional, 0.6)].map(line));
  }
  const prepayments = ['curtailments', 'payoffs', 'liquidationProceeds', 'totalPrepayments'];
  section('prepayments', some([...(grouped ? [] : prepayments), 'prepaymentCharges'], 0.6).map(line));
  section(
    'losses',
    some(['realizedLosses', 'bankruptcyLosses', 'cumulativeRealizedLosses', 'aggregateLossSeverity'], 0.6)
      .filter((concept) => !grouped || concept !== 'realizedLosses')
      .map(line),
  );
  const enhancement = [
    'requiredOvercollateralization',
    'overcollateralization',
    'overcollateralizationIncrease',
    'overcollateralizationReduction',
    'creditEnhancementPercentage',
    'delinquencyPercentage',
    'netMonthlyExcessCashFlow',
    'stepdownDateOccurred',
    'triggerEventOccurred',
  ];
  const printed = some(enhancement, 0.4).filter((concept) => statement.figure(concept) !== undefined);
  section('enhancement', printed.map(line));
  if (chance.happens(0.3)) {
    section('arrears', ['statedBalanceExcludingReo', 'reoStatedBalance', ...some(['reoBookValue'], 0.5)].map(line));
  }
}

const arrearsConcepts = [
  'delinquentCount',
  'delinquentUnpaidBalance',
  'delinquentStatedBalance',
  'delinquentPercentage',
] as const;

/** The sum of a concept over the buckets that are printed. */
function totalOver(press: Press, concept: string, { buckets, group }: Arrears): Quantity {
  const parts = buckets.map((member) => press.statement.figure(concept, { member, group }));
  return parts.reduce<Quantity>(
    (total, part) =>
      part !== undefined && typeof part === 'object'
        ? quantity(
            total.numerator * part.denominator + part.numerator * total.denominator,
            total.denominator * part.denominator,
          )
        : total,
    quantity(0),
  );
}

function arrearsCell(press: Press, concept: string, member: string, arrears: Arrears): Cell | null {
  const meaning: Meaning = { concept, member, group: arrears.group };
  const isTotal = member === 'total';
  const style =
    concept === 'delinquentCount'
      ? press.counts
      : concept === 'delinquentPercentage'
        ? { ...press.rates, percentSign: true }
        : isTotal
          ? press.amounts
          : press.sparse;
  return isTotal
    ? numberCell(totalOver(press, concept, arrears), meaning, style)
    : figureCell(press.statement, meaning, style);
}

function printArrears(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  if (choices.arrears === 'none') return;
  title(press, chance.pick(sections.arrears));
  sheet.line();
  if (choices.arrears === 'status grid') {
    printStatusGrid(press);
    return;
  }
  const buckets = ['30-59', '60-89', '90+', ...(chance.happens(0.6) ? ['foreclosure', 'bankruptcy', 'reo'] : [])];
  const withTotal = chance.happens(0.5);
  const members = withTotal ? [...buckets, 'total'] : buckets;
  const balance = chance.pick(['delinquentUnpaidBalance', 'delinquentStatedBalance', 'both'] as const);
  const concepts = arrearsConcepts.filter((concept) =>
    concept === 'delinquentCount'
      ? chance.happens(0.85)
      : concept === 'delinquentPercentage'
        ? chance.happens(0.4)
        : balance === 'both' || balance === concept,
  );
  const words = (concept: string): string =>
    concept === 'delinquentStatedBalance' && balance === 'both'
      ? 'Stated Principal Balance'
      : wording(press, arrearsWordings, concept);
  const names = members.map((member) =>
    member === 'total' ? choices.totalWord : wording(press, bucketWordings, member),
  );
  const byGroup = statement.groups.length > 0 && chance.happens(0.5);
  for (const group of byGroup ? statement.groups : [null]) {
    if (group !== null) {
      title(press, group);
      sheet.line();
    }
    printArrearsTable(press, { buckets, members, names, concepts, headings: concepts.map(words), group });
  }
}

interface Arrears {
  /** The buckets printed, without their total. */
  readonly buckets: readonly string[];
  readonly members: readonly string[];
  readonly names: readonly string[];
  readonly concepts: readonly string[];
  readonly headings: readonly string[];
  readonly group: string | null;
}

function printArrearsTable(press: Press, arrears: Arrears): void {
  const { sheet, choices } = press;
  const { members, names, concepts, headings } = arrears;
  if (choices.arrears === 'bucket rows') {
    const columns = concepts.map(
      (concept, index): TableColumn => ({
        heading: headings[index] ?? concept,
        cells: members.map((member) => arrearsCell(press, concept, member, arrears)),
      }),
    );
    printTable(sheet, { corner: '', labels: names, columns, total: members.includes('total') }, choices);
  } else {
    const columns = members.map(
      (member, index): TableColumn => ({
        heading: names[index] ?? member,
        cells: concepts.map((concept) => arrearsCell(press, concept, member, arrears)),
      }),
    );
    printTable(sheet, { corner: '', labels: headings, columns, total: false }, choices);
  }
}

/** Days in arrears by status: a count and a balance for each. */
function printStatusGrid(press: Press): void {
  const { sheet, statement, choices, chance } = press;
  const days = ['30-59', '60-89', '90+'] as const;
  const statuses = ['', 'foreclosure', 'bankruptcy', 'reo'] as const;
  const count = chance.pick(['No. of Loans', 'Number of Loans', 'Number']);
  const balance = chance.pick(['Principal Balance', 'Balance']);
  const columns = statuses.flatMap((status): TableColumn[] => [
    {
      heading: count,
      cells: days.map((day) =>
        figureCell(statement, { concept: 'delinquentCount', member: `${status}${day}` }, press.counts),
      ),
    },
    {
      heading: balance,
      cells: days.map((day) =>
        figureCell(statement, { concept: 'delinquentStatedBalance', member: `${status}${day}` }, press.sparse),
      ),
    },
  ]);
  const spans = [
    ['Delinquent', 2],
    ['Foreclosure', 2],
    ['Bankruptcy', 2],
    ['REO', 2],
  ] as const;
  const labels = days.map((day) => wording(press, bucketWordings, day));
  printTable(
    sheet,
    { corner: '', labels, columns, spans, total: false },
    { ...choices, headingLines: 2, gap: Math.max(2, choices.gap) },
  );
}

/** Loans that became REO in the month, and what was lost on those sold. */
function printLoans(press: Press): void {
  const { sheet, statement, choices } = press;
  const numbers = (members: readonly string[]): Cell[] => members.map((text) => ({ text }));
  if (statement.newReoLoans.length > 0) {
    title(press, 'REO INFORMATION');
    sheet.line();
    const of = (concept: string): (Cell | null)[] =>
      statement.newReoLoans.map((member) => figureCell(statement, { concept, member }, press.amounts));
    const columns: TableColumn[] = [
      { heading: 'Loan Number', cells: numbers(statement.newReoLoans) },
      { heading: 'Unpaid Principal Balance', cells: of('reoLoanUnpaidBalance') },
      { heading: 'Stated Principal Balance', cells: of('reoLoanStatedBalance') },
    ];
    printTable(
      sheet,
      { corner: '', labels: statement.newReoLoans.map(() => ''), columns, total: false },
      { ...choices, gap: Math.max(2, choices.gap) },
    );
  }
  if (statement.liquidatedLoans.length > 0) {
    title(press, 'LOSS SEVERITY BY LOAN');
    sheet.line();
    const columns: TableColumn[] = [
      { heading: 'Loan Number', cells: numbers(statement.liquidatedLoans) },
      {
        heading: 'Loss %',
        cells: statement.liquidatedLoans.map((member) =>
          figureCell(
            statement,
            { concept: 'loanLossSeverity', member },
            { ...wholeDollars, decimals: 3, percentSign: true },
          ),
        ),
      },
    ];
    printTable(
      sheet,
      { corner: '', labels: statement.liquidatedLoans.map(() => ''), columns, total: false },
      { ...choices, gap: Math.max(2, choices.gap) },
    );
  }
}

/** Which choices the structure of the deal or the other choices rule out. */
function reconcile(choices: LayoutChoices, classes: readonly SimulatedClass[]): LayoutChoices {
  const manyClasses = classes.length > 12 && choices.classTable === 'class by class';
  const touching = choices.gap === 0;
  return {
    ...choices,
    classTable: manyClasses ? 'class rows' : choices.classTable,
    // What touches must be told apart by its commas and points.
    commas: choices.commas || touching,
    zero: touching ? 'digits' : choices.zero,
    currency: touching ? 'none' : choices.currency,
    absent: touching ? '' : choices.absent,
  };
}

/**
 * Prints a monthly statement in a layout drawn from a seed: other words, tables, columns and numbers each time. `fixed` sets
 * choices instead of drawing them: `{ gap: 0 }` gives glued figures, `{ tabs: true }` tabs. The same seed, statement and
 * choices give the same text.
 */
export function printRandom(
  statement: SimulatedStatement,
  seed: number,
  fixed: Partial<LayoutChoices> = {},
): PrintedFile {
  const drawn = drawChoices(seed);
  const choices = reconcile({ ...drawn.choices, ...fixed }, statement.classes);
  const { chance } = drawn;
  const { deal, date } = statement;
  const paging =
    choices.pageLength === null
      ? null
      : {
          length: choices.pageLength,
          mark: choices.pageMark,
          heading: [
            deal.trust.toUpperCase(),
            `Series ${deal.series}`,
            `Distribution Date: ${printDate(date, choices.dateStyle)}`,
            '',
          ],
        };
  const sheet = sheetFor(date, paging);
  const amounts: NumberStyle = {
    ...wholeDollars,
    decimals: choices.decimals,
    commas: choices.commas,
    negative: choices.negative,
    zero: choices.zero === 'blank' ? 'digits' : choices.zero,
    point: choices.point && choices.decimals === 0,
  };
  const press: Press = {
    sheet,
    statement,
    choices,
    chance,
    amounts,
    sparse: { ...amounts, zero: choices.zero },
    counts: { ...wholeDollars, commas: choices.commas },
    rates: { ...wholeDollars, decimals: choices.rateDecimals, percentSign: choices.percentSign },
  };
  printCover(press);
  const concepts = chooseClassConcepts(press);
  const withCusip = chance.happens(0.4);
  const poolFirst = chance.happens(0.2);
  if (poolFirst) printPool(press);
  if (choices.classTable === 'class rows') printClassRows(press, concepts, withCusip);
  else if (choices.classTable === 'item rows') printItemRows(press, concepts);
  else printClassByClass(press, concepts);
  if (choices.perThousand) printPerThousand(press);
  if (choices.factors === 'list') printFactors(press);
  if (!poolFirst) printPool(press);
  printArrears(press);
  if (choices.loans) printLoans(press);
  return retyped(sheet.finish(), { tabs: choices.tabs, windowsLines: choices.windowsLines });
}
