import type { Deal } from '../../../src/deal/deal.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import type { ConceptId } from '../../../src/facts/concepts.ts';
import { concepts } from '../../../src/facts/concepts.ts';
import type { Fact, Statement, StatementKind } from '../../../src/facts/fact.ts';

/** A figure of a made statement: concept, characters as printed, and whose it is. */
export interface Printed {
  readonly concept: ConceptId | null;
  readonly text: string;
  readonly class?: string;
  readonly member?: string;
  readonly group?: string;
}

const readValue = (text: string): number | boolean | string => {
  if (text === 'YES' || text === 'NO') return text === 'YES';
  const digits = text.replace(/[$,%() ]/g, '');
  if (!/^-?\d*\.?\d+$/.test(digits)) return text;
  return Number(digits) * (text.includes('(') ? -1 : 1);
};

const factOf = ({ concept, text, ...of }: Printed, line: number): Fact => ({
  concept,
  class: of.class ?? null,
  group: of.group ?? null,
  member: of.member ?? null,
  value: readValue(text),
  unit: concept === null ? 'text' : concepts[concept].unit,
  decimals: typeof readValue(text) === 'number' ? (/\.(\d*)/.exec(text)?.[1]?.length ?? 0) : null,
  text,
  line,
  column: 40,
  section: of.class === undefined ? 'POOL' : 'CLASSES',
  label: of.class ?? concept,
  columnLabel: concept,
});

/** A statement with the given figures, one to a line from line 10. */
export const statementOf = (
  date: string | null,
  printed: readonly Printed[],
  kind: StatementKind = 'monthly',
  deal = 'Made Home Equity Loan Trust 2002-1',
): Statement => ({
  file: `made-${kind}-${date}.txt`,
  exhibit: null,
  form: '8-K',
  statement: kind,
  deal,
  date,
  accessionNumber: null,
  filed: null,
  amendment: false,
  cover: { depositor: null, trustee: null, fileNumber: null, reportDates: [] },
  facts: printed.map((each, index) => factOf(each, 10 + index)),
  uncertain: [],
  problems: [],
});

/** The one deal of the statements. */
export const dealOf = (statements: readonly Statement[]): Deal => {
  const [deal] = groupDeals(statements);
  if (deal === undefined) throw new Error('no statements, no deal');
  return deal;
};

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** Distribution dates on the 25th of month after month from March 2002. */
const distributionDates = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const month = 2 + index;
    return `${2002 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-25`;
  });

/** What a made deal looks like. */
export interface Shape {
  readonly months: number;
  readonly classes: number;
  /** Indexes of months that are missing. */
  readonly missing?: readonly number[];
  /** Adds a class IO whose balance is notional and left out of the total. */
  readonly interestOnly?: boolean;
}

/** Class names as they are in use: A-1 …, M-1 …, B-1 …, CE at the end. */
const classNames = (count: number): readonly string[] => {
  if (count === 2) return ['A', 'CE'];
  const senior = Math.max(1, Math.round(count * 0.45));
  const mezzanine = Math.max(1, Math.round(count * 0.35));
  const names = Array.from({ length: count - 1 }, (_, index) => {
    if (index < senior) return senior === 1 ? 'A' : `A-${index + 1}`;
    return index < senior + mezzanine ? `M-${index - senior + 1}` : `B-${index - senior - mezzanine + 1}`;
  });
  return [...names, 'CE'];
};

/**
 * A deal that pays down in sequence, with delinquencies that build up and prepayments that slow: no real one, but
 * every statement adds up.
 */
export const madeDeal = ({ months, classes, missing = [], interestOnly = false }: Shape): Deal => {
  const names = classNames(classes);
  const shares = names.map((name) => (name.startsWith('A') ? 0.8 : name.startsWith('M') ? 0.15 : 0.05));
  const counts = names.map((name) => names.filter((other) => other[0] === name[0]).length);
  const originals = names.map((_, index) => Math.round((198_644 * (shares[index] ?? 0)) / (counts[index] ?? 1)) * 1000);
  const poolOriginal = originals.reduce((sum, balance) => sum + balance, 0);
  const balances = [...originals];
  const statements = distributionDates(months).flatMap((date, month) => {
    const before = balances.reduce((sum, balance) => sum + balance, 0);
    const wave = 1 + 0.35 * Math.sin(month / 2.3) + 0.2 * Math.sin(month * 1.7);
    const payoffs = Math.round(before * 0.018 * wave);
    const curtailments = Math.round(before * 0.0009 * (1 + 0.5 * Math.cos(month)));
    const liquidations = month > 8 ? Math.round(before * 0.0025 * (1 + Math.sin(month * 0.9))) : 0;
    let principal = Math.min(before, payoffs + curtailments + liquidations + Math.round(before * 0.001));
    names.forEach((_, index) => {
      const paid = Math.min(balances[index] ?? 0, principal);
      balances[index] = (balances[index] ?? 0) - paid;
      principal -= paid;
    });
    if (missing.includes(month)) return [];
    const pool = balances.reduce((sum, balance) => sum + balance, 0);
    const late = pool * (0.01 + 0.05 * (1 - Math.exp(-month / 20)));
    const bucket = (member: string, share: number): Printed => ({
      concept: 'delinquentStatedBalance',
      member,
      text: whole(late * share * (1 + 0.2 * Math.sin(month * share * 9))),
    });
    const printed: Printed[] = [
      ...names.flatMap((name, index): Printed[] => [
        { concept: 'endingBalance', class: name, text: whole(balances[index] ?? 0) },
        {
          concept: 'certificateFactor',
          class: name,
          text: (name === 'CE' ? pool / poolOriginal : (balances[index] ?? 0) / (originals[index] ?? 1)).toFixed(8),
        },
        { concept: 'originalBalance', class: name, text: whole(originals[index] ?? 0) },
        { concept: 'passThroughRate', class: name, text: `${(2.1 + index * 0.3).toFixed(5)}%` },
      ]),
      ...(interestOnly ? [{ concept: 'endingBalance' as const, class: 'IO', text: whole(pool * 0.4) }] : []),
      { concept: 'endingBalance', class: 'R', text: '0' },
      { concept: 'endingBalance', class: 'Total', text: whole(pool) },
      { concept: 'poolEndingBalance', text: whole(pool) },
      bucket('30-59', 0.4),
      bucket('60-89', 0.18),
      bucket('90+', 0.12),
      bucket('foreclosure', 0.2),
      bucket('bankruptcy', 0.06),
      { concept: 'reoStatedBalance', text: month > 6 ? whole(late * 0.1) : '0' },
      { concept: 'delinquencyPercentage', text: `${((100 * late * 0.6) / Math.max(1, pool)).toFixed(5)}%` },
      { concept: 'curtailments', text: whole(curtailments) },
      { concept: 'payoffs', text: whole(payoffs) },
      { concept: 'liquidationProceeds', text: whole(liquidations) },
      { concept: 'totalPrepayments', text: whole(curtailments + payoffs + liquidations) },
      { concept: 'stepdownDateOccurred', text: month > 36 ? 'YES' : 'NO' },
    ];
    return [statementOf(date, printed)];
  });
  return dealOf(statements);
};
