import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConceptId, concepts } from '../../../src/facts/concepts.ts';
import type { Fact, Statement, StatementKind } from '../../../src/facts/fact.ts';

/** Statements made of what is known of real and simulated filings, where those lie beside the project. */

const shared = join(import.meta.dirname, '../../../../shared/filings');

export const seedsExist = existsSync(join(shared, 'seeds/truth.json'));

interface Truth {
  readonly file: string;
  readonly line?: number;
  readonly column?: number | null;
  readonly date?: string;
  readonly value: number | string | boolean;
  readonly concept: ConceptId;
  readonly class: string | null;
  readonly member: string | null;
}

const numberPattern = /\d[\d,]*(?:\.\d+)?%?/g;

interface Token {
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
  readonly line: number;
  readonly column: number;
}

const tokensOf = (line: string, index: number): Token[] =>
  [...line.matchAll(numberPattern)].map((match) => {
    const text = match[0];
    const digits = text.replace(/[,%]/g, '');
    return {
      text,
      value: Number(digits),
      decimals: digits.split('.')[1]?.length ?? 0,
      line: index + 1,
      column: match.index + 1,
    };
  });

const usualDecimals = { perThousand: 6, factor: 8, percent: 5 } as const;

const read = (folder: string): { truths: Truth[]; text: (file: string) => string[] } => {
  const texts = new Map<string, string[]>();
  return {
    truths: JSON.parse(readFileSync(join(shared, folder, 'truth.json'), 'utf8')) as Truth[],
    text: (file) => {
      const known = texts.get(file) ?? readFileSync(join(shared, folder, file), 'utf8').split(/\r?\n/);
      texts.set(file, known);
      return known;
    },
  };
};

const factOf = (truth: Truth, token: Token | undefined, order: number): Fact => {
  const { unit } = concepts[truth.concept];
  const usual = unit in usualDecimals ? usualDecimals[unit as keyof typeof usualDecimals] : 0;
  const decimals = typeof truth.value === 'number' ? (token?.decimals ?? usual) : null;
  return {
    concept: truth.concept,
    class: truth.class,
    group: null,
    member: truth.member,
    value: truth.value,
    unit,
    decimals,
    text: token?.text ?? (typeof truth.value === 'number' ? truth.value.toFixed(decimals ?? 0) : String(truth.value)),
    line: truth.line ?? token?.line ?? order,
    column: truth.column ?? token?.column ?? 1,
    section: null,
    label: truth.class === 'Total' ? 'TOTAL' : truth.class,
    columnLabel: null,
  };
};

const statement = (
  file: string,
  kind: StatementKind,
  deal: string,
  date: string | null,
  facts: readonly Fact[],
  reportDates: readonly string[] = [],
): Statement => ({
  file,
  exhibit: null,
  form: null,
  statement: kind,
  deal,
  date,
  accessionNumber: null,
  filed: null,
  amendment: false,
  cover: { depositor: null, trustee: null, fileNumber: null, reportDates },
  facts,
  uncertain: [],
  problems: [],
});

export interface Seeds {
  readonly monthly: Statement;
  readonly annual: Statement;
  readonly supplement: Statement;
}

export const readSeeds = (): Seeds => {
  const { truths, text } = read('seeds');
  const facts = (file: string): Fact[] => {
    const used = new Set<Token>();
    const tokens = text(file).map(tokensOf);
    return truths
      .filter((truth) => truth.file === file)
      .map((truth, order) => {
        const line = tokens[(truth.line ?? 1) - 1] ?? [];
        const token = line.find(
          (candidate) =>
            !used.has(candidate) &&
            candidate.value === truth.value &&
            (truth.column == null || Math.abs(candidate.column - truth.column) <= 2),
        );
        if (token !== undefined) used.add(token);
        return factOf(truth, token, order);
      });
  };
  const newCentury = 'New Century Home Equity Loan Trust 2002-1';
  return {
    monthly: statement('001', 'monthly', newCentury, '2002-05-28', facts('001_7bb1e3437fd35139.txt')),
    annual: statement('000', 'annual', newCentury, '2002-12-26', facts('000_d57c29bc66779ddc.txt'), [
      '2002-03-25',
      '2002-04-25',
      '2002-05-28',
      '2002-06-25',
      '2002-07-25',
      '2002-08-26',
      '2002-09-25',
      '2002-10-25',
      '2002-11-25',
      '2002-12-26',
    ]),
    supplement: statement(
      '003',
      'offering',
      'New Century Home Equity Loan Trust 2003-4',
      '2003-10-01',
      facts('003_ed177918e2957750.txt'),
    ),
  };
};

/** Simulated statements in the layout of one trustee, by month. */
export const readSimulated = (folder: string): Statement[] => {
  const { truths, text } = read(`simulated/${folder}`);
  const files = [...new Set(truths.map(({ file }) => file))].sort();
  return files.map((file) => {
    const tokens = text(file).flatMap(tokensOf);
    const own = truths.filter((truth) => truth.file === file);
    const facts = own.map((truth, order) => {
      const { unit } = concepts[truth.concept];
      const least = unit === 'perThousand' || unit === 'factor' || unit === 'percent' ? 2 : 0;
      const same = tokens.filter(({ value, decimals }) => value === truth.value && decimals >= least);
      // The same number may stand in several tables: zeros of a dollar column have the fewest places.
      const [token] = same.sort((a, b) => (least > 0 ? b.decimals - a.decimals : a.decimals - b.decimals));
      return factOf(truth, token, order);
    });
    return statement(file, 'monthly', `Simulated ${folder}`, own[0]?.date ?? null, facts);
  });
};
