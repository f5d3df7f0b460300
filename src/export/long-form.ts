import type { Verdict } from '../checks/verdicts.ts';
import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import type { Fact, Statement, StatementKind } from '../facts/fact.ts';

/** One printed figure with its meaning, its place and what the checks say of it. */
export interface LongRow extends Fact {
  /** The deal's id, made of its name: `example-home-equity-loan-trust-2002-1`. */
  readonly deal: string;
  readonly dealName: string;
  readonly file: string;
  readonly exhibit: string | null;
  readonly form: string | null;
  readonly statement: StatementKind;
  /** ISO date. */
  readonly date: string | null;
  readonly accessionNumber: string | null;
  /** Whether a later statement of the same month counts in place of this one. */
  readonly superseded: boolean;
  /** null where nothing was checked. */
  readonly verdict: Verdict | null;
}

/** What the checks say of the figure at a place among a statement's facts; null where they have not run. */
export type VerdictOf = (deal: Deal, statement: Statement, index: number) => Verdict | null;

/** Every printed figure of a deal, statement by statement, in the order printed. */
export function* longRows(deal: Deal, verdictOf: VerdictOf): Generator<LongRow> {
  const superseded = new Set(deal.months.flatMap((month) => month.superseded));
  for (const statement of statementsOf(deal)) {
    const { file, exhibit, form, statement: kind, date, accessionNumber } = statement;
    for (const [index, fact] of statement.facts.entries()) {
      yield {
        deal: deal.id,
        dealName: deal.name,
        file,
        exhibit,
        form,
        statement: kind,
        date,
        accessionNumber,
        superseded: superseded.has(statement),
        ...fact,
        verdict: verdictOf(deal, statement, index),
      };
    }
  }
}

/** The columns of the long form, in their order. */
export const longColumns = [
  'deal',
  'dealName',
  'file',
  'exhibit',
  'form',
  'statement',
  'date',
  'accessionNumber',
  'superseded',
  'concept',
  'class',
  'group',
  'member',
  'value',
  'unit',
  'decimals',
  'text',
  'line',
  'column',
  'section',
  'label',
  'columnLabel',
  'verdict',
] as const satisfies readonly (keyof LongRow)[];
