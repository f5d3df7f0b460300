import { existsSync } from 'node:fs';
import path from 'node:path';

/** Three filings of which the tests know the figures: a month, a year, an offering of another series. */
export interface Filings {
  readonly title: string;
  readonly monthly: string;
  readonly annual: string;
  readonly supplement: string;
  /** Names of the two deals. */
  readonly deal: string;
  readonly offered: string;
  readonly underwriter: string;
}

const at = (folder: string, names: readonly [string, string, string]) => {
  const [monthly = '', annual = '', supplement = ''] = names.map((name) => path.resolve(folder, name));
  return { monthly, annual, supplement };
};

/** Statements of the project's own, with the figures and labels of real ones. */
export const ownFilings: Filings = {
  title: 'statements of our own',
  ...at('tests/fixtures/filings', ['monthly-2002-05.txt', 'annual-2002.txt', 'supplement-2003-4.txt']),
  deal: 'Example Home Equity Loan Trust 2002-1',
  offered: 'Example Home Equity Loan Trust 2003-4',
  underwriter: 'First Example LLC',
};

const realFilings: Filings = {
  title: 'real filings',
  ...at('../shared/filings/seeds', [
    '001_7bb1e3437fd35139.txt',
    '000_d57c29bc66779ddc.txt',
    '003_ed177918e2957750.txt',
  ]),
  deal: 'New Century Home Equity Loan Trust 2002-1',
  offered: 'New Century Home Equity Loan Trust 2003-4',
  underwriter: 'UBS Securities LLC',
};

/** Our own always; real ones too where they are at hand. */
export const filingSets: readonly Filings[] = existsSync(realFilings.monthly)
  ? [ownFilings, realFilings]
  : [ownFilings];
