import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Deal } from '../../../src/deal/deal.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { readFiling } from '../../../src/facts/read.ts';

/** Deals read from files, the way the application reads them. */

const root = join(import.meta.dirname, '../../..');
const seeds = join(root, '../shared/filings/seeds');
const own = join(root, 'tests/fixtures/filings');
const sample = join(root, 'public/samples/simulated-home-equity-2003-1');

const statementsIn = (paths: readonly string[]): readonly Statement[] =>
  paths.flatMap((path) => readFiling(basename(path), readFileSync(path)).statements);

const onlyDeal = (statements: readonly Statement[]): Deal => {
  const deals = groupDeals(statements);
  if (deals.length !== 1 || deals[0] === undefined) throw new Error(`expected one deal, found ${deals.length}`);
  return deals[0];
};

export interface Seed {
  readonly from: string;
  /** The month of May 2002 and the year 2002 together. */
  readonly deal: Deal;
  /** The month by itself. */
  readonly monthAlone: Deal;
}

const seedOf = (from: string, month: string, year: string): Seed => ({
  from,
  deal: onlyDeal(statementsIn([month, year])),
  monthAlone: onlyDeal(statementsIn([month])),
});

/** The statements written for the tests, and the real ones where they lie beside the project. */
export const seedDeals: readonly Seed[] = [
  seedOf('statements of the tests', join(own, 'monthly-2002-05.txt'), join(own, 'annual-2002.txt')),
  ...(existsSync(seeds)
    ? [seedOf('real statements', join(seeds, '001_7bb1e3437fd35139.txt'), join(seeds, '000_d57c29bc66779ddc.txt'))]
    : []),
];

/** The files of the healthy sample deal, in order; `2003-05` keys the monthly ones. */
export const samplePaths: readonly string[] = readdirSync(sample)
  .sort()
  .map((name) => join(sample, name));

export const isMonthly = (path: string): boolean => /-\d{6}\.txt$/.test(path);

export const sampleDeal = (without: (path: string) => boolean = () => false): Deal =>
  onlyDeal(statementsIn(samplePaths.filter((path) => !without(path))));
