import { addDays, printDate } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import { chanceFrom } from '../chance.ts';
import { dollars, quantity } from '../exact.ts';
import { type Cell, type PrintedFile, percentage, printFigure, type Sheet, sheetFor, wholeDollars } from './sheet.ts';

/** Offering supplements in layouts of chance: a cover table of the classes, and what the underwriters take of them. */

interface OfferedClass {
  readonly name: string;
  /** Whole dollars. */
  readonly balance: number;
  /** Thousandths of a percent; null where the rate floats and stands there as words. */
  readonly rate: number | null;
}

interface Column {
  /** Lines of its heading, top to bottom. */
  readonly heading: readonly string[];
  /** What stands in it for a class: the figure or words, and the mark of a footnote glued to it. */
  readonly cells: (offered: OfferedClass) => readonly Cell[];
}

const classNames: readonly (readonly string[])[] = [
  ['A-1', 'A-2', 'A-3', 'M-1', 'M-2', 'B'],
  ['A-1', 'A-2', 'A-3', 'A-4', 'B', 'C'],
  ['AF-1', 'AF-2', 'AV-1', 'MF-1', 'MF-2', 'BF-1'],
  ['1-A-1', '1-A-2', '2-A-1', 'M-1', 'B-1', 'B-2'],
];
const underwriters = [
  'Harbor Street Securities',
  'Alder & Birch Brothers',
  'Old Mill Capital Markets',
  'First Example LLC',
];
const balanceHeadings = [
  ['Original', 'Principal Balance'],
  ['Initial Class', 'Principal', 'Balance'],
  ['Original Certificate', 'Principal Balance'],
  ['Initial', 'Certificate Balance'],
  ['Principal Amount'],
];
const rateHeadings = [
  ['Pass-Through', 'Rate'],
  ['Interest', 'Rate'],
  ['Initial', 'Pass-Through', 'Rate'],
  ['Certificate Rate'],
];
const ratings = ['AAA/Aaa', 'AA/Aa2', 'A/A2', 'BBB-/Baa3'];
const floatingRates = ['LIBOR + 0.25%', 'LIBOR + 1.10%', 'Variable', 'Floating'];

function classesOf(chance: Chance): OfferedClass[] {
  const names = chance.pick(classNames);
  return names.slice(0, chance.integer(3, names.length)).map((name) => ({
    name,
    balance: chance.integer(2_000, 400_000) * 1_000,
    rate: chance.happens(0.25) ? null : chance.integer(3_000, 9_999),
  }));
}

function columnsOf(chance: Chance): Column[] {
  const marked = chance.happens(0.4);
  const currency = chance.pick(['', '$', '$ '] as const);
  const decimals = chance.integer(3, 5);
  const withMark = (cell: Cell): Cell[] =>
    marked && chance.happens(0.4) ? [cell, { text: `(${chance.integer(1, 9)})` }] : [cell];
  const balance: Column = {
    heading: chance.pick(balanceHeadings),
    cells: ({ name, balance: amount }) =>
      withMark({
        ...printFigure(dollars(amount * 100), { ...wholeDollars, currency }),
        meaning: { concept: 'originalBalance', class: name },
      }),
  };
  const rate: Column = {
    heading: chance.pick(rateHeadings),
    cells: ({ name, rate: thousandths }) =>
      thousandths === null
        ? [{ text: chance.pick(floatingRates) }]
        : withMark({
            ...printFigure(quantity(thousandths, 1000), percentage(decimals)),
            meaning: { concept: 'passThroughRate', class: name },
          }),
  };
  const price = (heading: readonly string[]): Column => ({
    heading,
    cells: () => [{ text: `${chance.integer(95, 99)}.${chance.integer(10_000, 99_999)}%` }],
  });
  const others = chance.shuffle<Column>([
    price(['Price to', 'Public']),
    price(['Proceeds to', 'Depositor']),
    { heading: ['Ratings', 'Expected'], cells: () => [{ text: chance.pick(ratings) }] },
  ]);
  const own = chance.happens(0.8) ? [balance, rate] : [rate, balance];
  return [...own, ...others.slice(0, chance.integer(0, 3))];
}

/** Headings stacked over their columns, the last words of each on one line. */
function printHeadings(
  sheet: Sheet,
  headings: readonly (readonly string[])[],
  edges: readonly number[],
  stub: string,
): void {
  const depth = Math.max(...headings.map(({ length }) => length));
  for (let line = 0; line < depth; line += 1) {
    let text = line === depth - 1 ? stub : '';
    for (const [i, words] of headings.entries()) {
      const word = words[words.length - depth + line];
      if (word !== undefined) text = text.padEnd((edges[i] ?? 0) - word.length) + word;
    }
    sheet.line(text);
  }
}

/** A row whose figures end before the edges of their columns; marks of footnotes hang out behind them. */
function printRow(sheet: Sheet, label: string, columns: readonly (readonly Cell[])[], edges: readonly number[]): void {
  const cells: Cell[] = [{ text: label, left: 0 }];
  for (const [i, [first, ...marks]] of columns.entries()) {
    if (first !== undefined) cells.push({ ...first, right: edges[i] ?? 0 }, ...marks);
  }
  sheet.row(cells, true);
}

function printCover(sheet: Sheet, chance: Chance, offered: readonly OfferedClass[]): void {
  const columns = columnsOf(chance);
  const width = chance.integer(21, 26);
  const edges = columns.map((_, i) => 18 + (i + 1) * width);
  const leaders = chance.happens(0.5);
  const prefix = chance.pick(['', 'Class ']);
  printHeadings(
    sheet,
    columns.map(({ heading }) => heading),
    edges,
    'Class',
  );
  if (chance.happens(0.5)) sheet.line('-'.repeat(edges.at(-1) ?? 0));
  for (const one of offered) {
    const label = `${prefix}${one.name}`;
    printRow(
      sheet,
      leaders ? label.padEnd(18, '.') : label,
      columns.map((column) => column.cells(one)),
      edges,
    );
  }
}

function printAllocation(sheet: Sheet, chance: Chance, offered: readonly OfferedClass[]): void {
  const shares = chance.pick([
    [50, 30, 20],
    [70, 10, 10, 10],
    [60, 40],
  ]);
  const width = chance.integer(26, 30);
  const edges = offered.map((_, i) => 30 + (i + 1) * width);
  const over = chance.pick([[], ['Principal Amount'], ['Original Principal', 'Balance']]);
  const currency = chance.pick(['', '$', '$ '] as const);
  const leaders = chance.happens(0.5);
  const last = chance.pick(['Certificates', 'Notes', '']);
  printHeadings(
    sheet,
    offered.map(({ name }) => [...over, `Class ${name} ${last}`.trim()]),
    edges,
    chance.pick(['Underwriter', 'Underwriters']),
  );
  for (const [i, percent] of shares.entries()) {
    const member = underwriters[i] ?? '';
    printRow(
      sheet,
      leaders ? member.padEnd(30, '.') : member,
      offered.map(({ name, balance }) => [
        {
          ...printFigure(dollars(balance * percent), { ...wholeDollars, currency }),
          meaning: { concept: 'underwriterAllocation', class: name, member },
        },
      ]),
      edges,
    );
  }
}

/** A supplement with a date and a name of its own, from a whole-number seed. */
export function printRandomOffering(seed: number): PrintedFile {
  const chance = chanceFrom(seed);
  const offered = classesOf(chance);
  const date = addDays('1998-01-05', chance.integer(0, 3_000));
  const sheet = sheetFor(date);
  const day = printDate(date, 'October 25, 2002');
  const before = printDate(addDays(date, -10), 'October 25, 2002');
  const datedBelow = chance.happens(0.5);
  sheet.lines(
    datedBelow ? 'PROSPECTUS SUPPLEMENT' : `PROSPECTUS SUPPLEMENT DATED ${day}`,
    `(To Prospectus dated ${before})`,
    '',
  );
  const total = printFigure(dollars(offered.reduce((sum, { balance }) => sum + balance, 0) * 100), {
    ...wholeDollars,
    currency: '$',
  });
  sheet.row([{ ...total, left: chance.integer(0, 30), meaning: { concept: 'offeredBalance' } }]);
  if (chance.happens(0.6)) sheet.line('(Approximate)');
  sheet.lines('', `Example Harbor Loan Trust ${date.slice(0, 4)}-${chance.integer(1, 4)}`, '');
  printCover(sheet, chance, offered);
  sheet.lines('', '(1) Approximate.', '');
  if (datedBelow) sheet.lines(`The date of this prospectus supplement is ${day}.`, '');
  sheet.lines('                          UNDERWRITING', '');
  printAllocation(sheet, chance, offered);
  return sheet.finish();
}
