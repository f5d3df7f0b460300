import type { Verdict } from '../checks/verdicts.ts';
import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import type { ConceptId } from '../facts/concepts.ts';
import type { Fact, Statement, StatementKind, Unit } from '../facts/fact.ts';

/** One printed figure with its meaning, its place and what the checks say of it. */
export interface LongRow {
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
  /** null for a figure that was read but not recognised. */
  readonly concept: ConceptId | null;
  readonly class: string | null;
  readonly group: string | null;
  readonly member: string | null;
  readonly value: Fact['value'];
  readonly unit: Unit;
  readonly decimals: number | null;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly section: string | null;
  readonly label: string | null;
  readonly columnLabel: string | null;
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
        concept: fact.concept,
        class: fact.class,
        group: fact.group,
        member: fact.member,
        value: fact.value,
        unit: fact.unit,
        decimals: fact.decimals,
        text: fact.text,
        line: fact.line,
        column: fact.column,
        section: fact.section,
        label: fact.label,
        columnLabel: fact.columnLabel,
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
