import { strToU8, zipSync } from 'fflate';
import { addDays } from './calendar.ts';
import { type SimulatedDeal, simulate } from './deal.ts';
import { type Misprint, misprint, transposed } from './mistakes.ts';
import { printCtsLink } from './print/ctslink.ts';
import { printOffering } from './print/offering.ts';
import type { PrintedFile } from './print/sheet.ts';
import { wrapSubmission } from './print/submission.ts';
import { printUsBank, printUsBankAnnual } from './print/usbank.ts';
import { annualStatement, monthlyStatement } from './statement.ts';

/** A file to write below `public/samples`. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A sample deal as the index lists it. */
export interface SampleDeal {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Paths below `public/samples`: statements, or an archive of them. */
  readonly files: readonly string[];
}

/** A statement under the name that it gets in its folder or archive; `month` is that of a monthly one, from 1. */
export interface NamedStatement {
  readonly name: string;
  readonly month: number | null;
  readonly printed: PrintedFile;
}

/** A deal with all its statements, before they are packed. */
export interface SampleSource {
  readonly deal: SimulatedDeal;
  readonly description: string;
  readonly packing: 'folder' | 'archive';
  readonly statements: readonly NamedStatement[];
}

const identifierOf = (deal: SimulatedDeal): string =>
  deal.name
    .toLowerCase()
    .replace(/ loan trust/, '')
    .replace(/[^a-z0-9]+/g, '-');

const compactMonth = (date: string): string => date.slice(0, 7).replace('-', '');

/** The years of which the deal has made its December distribution. */
function fullYears(deal: SimulatedDeal): number[] {
  return deal.months.filter(({ date }) => date.slice(5, 7) === '12').map(({ date }) => Number(date.slice(0, 4)));
}

/** Annual statements of all full years, in the monthly template of U.S. Bank. */
function annualReports(deal: SimulatedDeal): NamedStatement[] {
  return fullYears(deal).map((year) => ({
    name: `${identifierOf(deal)}-10k-${year}.txt`,
    month: null,
    printed: printUsBankAnnual(annualStatement(deal, year)),
  }));
}

const offering = (deal: SimulatedDeal): NamedStatement => ({
  name: `${identifierOf(deal)}-424b.txt`,
  month: null,
  printed: printOffering(deal),
});

/** A folder of plain files, or one archive whose entries carry a fixed date so that the bytes are the same each time. */
function pack({ deal, packing, statements }: SampleSource): SampleFile[] {
  const id = identifierOf(deal);
  if (packing === 'folder') {
    return statements.map(({ name, printed }) => ({ path: `${id}/${name}`, bytes: strToU8(printed.text) }));
  }
  const entries = Object.fromEntries(statements.map(({ name, printed }) => [name, strToU8(printed.text)]));
  return [{ path: `${id}.zip`, bytes: zipSync(entries, { level: 9, mtime: new Date(2000, 0, 1) }) }];
}

/** A deal that does what it should: stepdown in its fourth year, losses covered by excess interest. */
function healthyDeal(): SampleSource {
  const deal = simulate(2003, { months: 48 });
  const id = identifierOf(deal);
  const monthly = deal.months.map((month) => ({
    name: `${id}-${compactMonth(month.date)}.txt`,
    month: month.number,
    printed: printUsBank(monthlyStatement(deal, month.number)),
  }));
  const description =
    'A healthy deal: 48 monthly statements, four annual ones and the offering. Its classes pay down, the stepdown comes in the fourth year, excess interest covers the losses.';
  return { deal, description, packing: 'folder', statements: [offering(deal), ...monthly, ...annualReports(deal)] };
}

/** A deal that goes wrong: arrears trip the trigger, losses eat the overcollateralization and then the lowest class. */
function failingDeal(): SampleSource {
  const deal = simulate(3, {
    trust: 'Simulated Mortgage Loan Trust',
    series: '2005-2',
    closingDate: '2005-05-26',
    months: 40,
    originalPool: 412_350_000,
    loans: 900,
    seniorClasses: 3,
    mezzanineClasses: 6,
    mezzanineShare: 1500,
    overcollateralizationAtClosing: 100,
    overcollateralizationTarget: 250,
    index: 310_000,
    stress: 1.3,
    stressGrowth: 0.06,
    severity: [40, 70],
    prepaymentSpeed: 0.9,
  });
  const id = identifierOf(deal);
  const missing = 17;
  const amended = 23;
  const statements: NamedStatement[] = [offering(deal)];
  for (const { number, date } of deal.months) {
    if (number === missing) continue;
    const statement = monthlyStatement(deal, number);
    const printed = printCtsLink(statement);
    const name = `${id}-${compactMonth(date)}`;
    if (number === amended) {
      const first = misprint(printed, [
        { concept: 'delinquentCount', member: '90+', print: (right) => String(Number(right) - 9) },
        { concept: 'payoffs', print: transposed },
        { concept: 'delinquencyPercentage', print: transposed },
      ]);
      statements.push({ name: `${name}.txt`, month: number, printed: wrapSubmission(first, statement) });
      const correction = {
        form: '8-K/A',
        filed: addDays(date, 16),
        accessionNumber: `0009999999-${date.slice(2, 4)}-990200`,
      };
      statements.push({
        name: `${name}-amended.txt`,
        month: number,
        printed: wrapSubmission(printed, statement, correction),
      });
    } else statements.push({ name: `${name}.txt`, month: number, printed: wrapSubmission(printed, statement) });
  }
  const description =
    'A deal that fails its trigger: arrears and losses rise, the overcollateralization is used up and the lowest class is written down. One month is missing, one statement was amended; three annual statements tell what the missing month must have been.';
  return { deal, description, packing: 'archive', statements: [...statements, ...annualReports(deal)] };
}

/** What the trustee of the third deal printed wrong, by number of the month. */
const mistakes: ReadonlyMap<number, readonly Misprint[]> = new Map([
  [5, [{ concept: 'endingBalance', class: 'A-1', print: transposed }]],
  [9, [{ concept: 'certificateFactor', class: 'A-1', print: (right: string) => right.replace('0.7', '0.8') }]],
  [14, [{ concept: 'realizedLossReduction', class: 'Total', print: () => '0' }]],
  [17, [{ concept: 'totalPrepayments', print: transposed }]],
  [
    20,
    [
      { concept: 'delinquencyPercentage', print: transposed },
      {
        concept: 'cusip',
        class: 'M-2',
        print: (right: string) => right.replace(/.$/, (digit) => String((Number(digit) + 3) % 10)),
      },
    ],
  ],
  [24, [{ concept: 'interestPer1000', class: 'M-1', print: transposed }]],
  [
    27,
    [
      { concept: 'totalDistribution', class: 'Total', print: transposed },
      { concept: 'poolBeginningBalance', print: transposed },
    ],
  ],
]);

/** A sound deal whose trustee makes mistakes now and then. */
function carelessDeal(): SampleSource {
  const deal = simulate(41, {
    trust: 'Simulated Acceptance Home Equity Loan Trust',
    series: '2004-3',
    closingDate: '2004-08-27',
    months: 30,
    originalPool: 260_415_320,
    loans: 700,
    mezzanineClasses: 3,
    seniorClasses: 2,
    overcollateralizationAtClosing: 150,
    overcollateralizationTarget: 150,
    index: 160_000,
    stress: 1.2,
  });
  const id = identifierOf(deal);
  const monthly = deal.months.map(({ number, date }) => ({
    name: `${id}-${compactMonth(date)}.txt`,
    month: number,
    printed: misprint(printUsBank(monthlyStatement(deal, number)), mistakes.get(number) ?? []),
  }));
  const description =
    'A sound deal with a careless trustee: in seven of 30 months a total that was not summed, digits exchanged, a wrong factor, a wrong CUSIP.';
  return { deal, description, packing: 'archive', statements: [...monthly, ...annualReports(deal)] };
}

/** The sample deals with all their statements. */
export function sampleSources(): SampleSource[] {
  return [healthyDeal(), failingDeal(), carelessDeal()];
}

/** Everything below `public/samples`, the index first. The same on every machine and at every time. */
export function buildSamples(): SampleFile[] {
  const packed = sampleSources().map((source) => ({ source, files: pack(source) }));
  const deals = packed.map(
    ({ source, files }): SampleDeal => ({
      id: identifierOf(source.deal),
      name: source.deal.name,
      description: source.description,
      files: files.map(({ path }) => path),
    }),
  );
  const index: SampleFile = { path: 'index.json', bytes: strToU8(`${JSON.stringify({ deals }, null, 2)}\n`) };
  return [index, ...packed.flatMap(({ files }) => files)];
}
