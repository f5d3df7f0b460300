import { type DayCount, dayCounts } from '../checks/day-counts.ts';
import type { Identity } from '../checks/identity.ts';
import { factsOf, type Outcome } from '../checks/outcome.ts';
import { resultOf } from '../checks/reported.ts';
import type { CheckResult } from '../checks/result.ts';
import { verdictCodes, verdictsByStatement } from '../checks/verdicts.ts';
import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import type { Statement } from '../facts/fact.ts';

/** A figure of a deal by number: of the statement among `statementsOf` the deal, and of the fact in it. */
export interface FigurePlace {
  readonly statement: number;
  readonly fact: number;
}

/** A tested identity, its figures told by number so that it crosses from a worker at little cost. */
export interface Check extends Omit<CheckResult, 'facts' | 'statement'> {
  /** The figures used, those of the left side first. */
  readonly figures: readonly FigurePlace[];
  /** The statement that is checked, among `statementsOf` the deal; of two compared the later one. */
  readonly statement: number;
}

/** A check that does not hold, with its gap in a sentence. */
export interface Finding extends Check {
  /** Stays the same as long as the same statements are loaded. */
  readonly id: string;
  readonly sentence: string;
}

export interface StatementChecks {
  /** One place in `verdictCodes` for each fact. */
  readonly verdicts: Uint8Array;
  /** Printed numbers, and how many of them are proven and contradicted. */
  readonly numbers: number;
  readonly proven: number;
  readonly contradicted: number;
}

/** What the checks say of a deal. */
export interface DealChecks {
  /** In the order of `statementsOf` the deal. */
  readonly statements: readonly StatementChecks[];
  readonly findings: readonly Finding[];
  /** The kinds of checks that were tested: the letters that rules begin with, in the order of their first result. */
  readonly kinds: readonly string[];
  /** Checks that hold and that fail: `[statement * kinds.length + kind]`. */
  readonly holding: Uint16Array;
  readonly failing: Uint16Array;
  /** By class the accrual convention that reproduces its interest, and in how many statements. */
  readonly dayCounts: ReadonlyMap<string, DayCount>;
}

/** The letters that a rule begins with: `T` of `T4[realizedLossReduction]`. */
export const kindOfRule = (rule: string): string => /^\p{L}+/u.exec(rule)?.[0] ?? rule;

type Numbers = ReadonlyMap<Statement, number>;

const numbersOf = (deal: Deal): Numbers =>
  new Map(statementsOf(deal).map((statement, number) => [statement, number] as const));

const checkedStatement = (outcome: Outcome, numbers: Numbers): number =>
  numbers.get(outcome.sides.context.figures.statement) ?? 0;

const numbered = (outcome: Outcome, numbers: Numbers): Check => {
  const { facts, ...result } = resultOf(outcome);
  const figures = facts.map(({ statement, index }) => ({ statement: numbers.get(statement) ?? 0, fact: index }));
  return { ...result, figures, statement: checkedStatement(outcome, numbers) };
};

/** The checks that use a figure of a statement, told by its number; of a few at a time, since each is written out. */
export const checksOfStatement = (deal: Deal, outcomes: readonly Outcome[], statement: number): readonly Check[] => {
  const wanted = statementsOf(deal)[statement];
  const numbers = numbersOf(deal);
  return outcomes
    .filter((outcome) => factsOf(outcome).some(({ statement: used }) => used === wanted))
    .map((outcome) => numbered(outcome, numbers));
};

/** Whether a check is about the filing: a gap in how a deal defines its figures is not. */
const isFinding = ({ holds, kind }: Pick<CheckResult, 'holds' | 'kind'>): boolean => !holds && kind !== 'soft';

const findingsOf = (outcomes: readonly Outcome[], numbers: Numbers): readonly Finding[] => {
  const ids = new Map<string, number>();
  return outcomes.filter(isFinding).map((outcome) => {
    const check = numbered(outcome, numbers);
    const { rule, date, class: name, group, member, title } = check;
    const words = [rule, date, name, group, member].filter((word) => word !== null).join('.');
    const count = (ids.get(words) ?? 0) + 1;
    ids.set(words, count);
    return { ...check, id: count === 1 ? words : `${words}.${count}`, sentence: check.sentence ?? title };
  });
};

const statementChecks = ({ facts }: Statement, verdicts: Uint8Array): StatementChecks => {
  const counts = verdictCodes.map(() => 0);
  let numbers = 0;
  facts.forEach(({ value }, index) => {
    if (typeof value !== 'number') return;
    const code = verdicts[index] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    numbers += 1;
  });
  const [, proven = 0, contradicted = 0] = counts;
  return { verdicts, numbers, proven, contradicted };
};

const dayCountsOf = (outcomes: readonly Outcome[]): DealChecks['dayCounts'] => {
  const accruals: Parameters<typeof dayCounts>[0][number][] = [];
  for (const { form, holds, row } of outcomes) {
    if (form.accrual !== undefined) accruals.push({ accrual: form.accrual, holds, class: row.entity?.name ?? null });
  }
  return dayCounts(accruals);
};

/** What the outcomes of a deal's tests come to. */
export const dealChecks = (deal: Deal, outcomes: readonly Outcome[]): DealChecks => {
  const statements = statementsOf(deal);
  const numbers = numbersOf(deal);
  const found = verdictsByStatement(outcomes);
  const kindOf = new Map<Identity, number>();
  const kinds: string[] = [];
  for (const { identity } of outcomes) {
    if (kindOf.has(identity)) continue;
    const kind = kindOfRule(identity.id);
    const known = kinds.indexOf(kind);
    kindOf.set(identity, known < 0 ? kinds.push(kind) - 1 : known);
  }
  const holding = new Uint16Array(statements.length * kinds.length);
  const failing = new Uint16Array(holding.length);
  for (const outcome of outcomes) {
    const cell = checkedStatement(outcome, numbers) * kinds.length + (kindOf.get(outcome.identity) ?? 0);
    const counts = outcome.holds ? holding : isFinding(outcome) ? failing : null;
    if (counts !== null) counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return {
    statements: statements.map((statement) =>
      statementChecks(statement, found.get(statement) ?? new Uint8Array(statement.facts.length)),
    ),
    findings: findingsOf(outcomes, numbers),
    kinds,
    holding,
    failing,
    dayCounts: dayCountsOf(outcomes),
  };
};
