import { type SimulatedDeal, simulate } from './deal.ts';
import { printOffering } from './print/offering.ts';
import { printUsBank, printUsBankAnnual } from './print/usbank.ts';
import { annualStatement, monthlyStatement } from './statement.ts';

/** A file to write below `public/samples`. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
}

/** A sample deal as the index lists it. */
export interface SampleDeal {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Paths below `public/samples`. */
  readonly files: readonly string[];
}

const identifierOf = (deal: SimulatedDeal): string =>
  deal.name
    .toLowerCase()
    .replace(/ loan trust/, '')
    .replace(/[^a-z0-9]+/g, '-');

/** A deal that does what it should: stepdown in its fourth year, losses covered by excess interest. */
function healthyDeal(): { deal: SampleDeal; files: SampleFile[] } {
  const deal = simulate(2003, { months: 48 });
  const id = identifierOf(deal);
  const files: SampleFile[] = [{ path: `${id}/${id}-424b.txt`, text: printOffering(deal).text }];
  for (const month of deal.months) {
    const name = `${id}-${month.date.slice(0, 7).replace('-', '')}.txt`;
    files.push({ path: `${id}/${name}`, text: printUsBank(monthlyStatement(deal, month.number)).text });
  }
  const years = [...new Set(deal.months.map(({ date }) => Number(date.slice(0, 4))))].filter((year) =>
    deal.months.some(({ date }) => date.startsWith(`${year}-12-`)),
  );
  for (const year of years) {
    files.push({ path: `${id}/${id}-10k-${year}.txt`, text: printUsBankAnnual(annualStatement(deal, year)).text });
  }
  return {
    deal: {
      id,
      name: deal.name,
      description:
        'A healthy deal: 48 monthly statements, annual statements and an offering supplement. Its classes pay down, its stepdown comes, excess interest covers its losses.',
      files: files.map(({ path }) => path),
    },
    files,
  };
}

/** Everything below `public/samples`, the index first. The same on every machine and at every time. */
export function buildSamples(): SampleFile[] {
  const samples = [healthyDeal()];
  const index = { deals: samples.map(({ deal }) => deal) };
  return [
    { path: 'index.json', text: `${JSON.stringify(index, null, 2)}\n` },
    ...samples.flatMap(({ files }) => files),
  ];
}
