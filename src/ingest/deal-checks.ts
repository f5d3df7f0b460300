import type { CheckResult } from '../checks/result.ts';
import { type Verdict, verdicts } from '../checks/verdicts.ts';
import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import type { Fact, Statement } from '../facts/fact.ts';

/** A figure of a deal by number: of the statement among `statementsOf` the deal, and of the fact in it. */
export interface FigurePlace {
  readonly statement: number;
  readonly fact: number;
}

/** A tested identity, its figures told by number so that it crosses from a worker at little cost. */
export interface Check extends Omit<CheckResult, 'facts'> {
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

export const verdictCodes: readonly Verdict[] = ['unproven', 'proven', 'contradicted'];

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
}

/** The letters that a rule begins with: `T` of `T4[realizedLossReduction]`. */
export const kindOfRule = (rule: string): string => /^\p{L}+/u.exec(rule)?.[0] ?? rule;

const placesIn = (statements: readonly Statement[]): ReadonlyMap<Fact, FigurePlace> => {
  const places = new Map<Fact, FigurePlace>();
  statements.forEach((statement, number) => {
    statement.facts.forEach((fact, index) => {
      places.set(fact, { statement: number, fact: index });
    });
  });
  return places;
};

/** Results with their figures told by number, in the order given. */
export const numberedChecks = (deal: Deal, results: readonly CheckResult[]): readonly Check[] => {
  const statements = statementsOf(deal);
  const places = placesIn(statements);
  return results.map(({ facts, ...result }) => {
    const figures = facts.flatMap(({ fact }) => places.get(fact) ?? []);
    const dated = figures.find(({ statement }) => statements[statement]?.date === result.date);
    const statement =
      (dated ?? figures[0])?.statement ??
      // A check without figures: the list of a year's reports.
      Math.max(
        0,
        statements.findIndex(({ statement: kind, date }) => kind === 'annual' && date === result.date),
      );
    return { ...result, figures, statement };
  });
};

/** Whether a check is about the filing: a gap in how a deal defines its figures is not. */
const isFinding = ({ holds, kind }: Pick<CheckResult, 'holds' | 'kind'>): boolean => !holds && kind !== 'soft';

const findingsOf = (checks: readonly Check[]): readonly Finding[] => {
  const ids = new Map<string, number>();
  return checks.filter(isFinding).map((check) => {
    const { rule, date, class: name, group, member, title } = check;
    const words = [rule, date, name, group, member].filter((word) => word !== null).join('.');
    const count = (ids.get(words) ?? 0) + 1;
    ids.set(words, count);
    return { ...check, id: count === 1 ? words : `${words}.${count}`, sentence: check.sentence ?? title };
  });
};

const statementChecks = ({ facts }: Statement, found: ReadonlyMap<Fact, Verdict>): StatementChecks => {
  const codes = new Uint8Array(facts.length);
  const counts: Record<Verdict, number> = { unproven: 0, proven: 0, contradicted: 0 };
  facts.forEach((fact, index) => {
    const verdict = found.get(fact) ?? 'unproven';
    codes[index] = verdictCodes.indexOf(verdict);
    if (typeof fact.value === 'number') counts[verdict] += 1;
  });
  const numbers = counts.unproven + counts.proven + counts.contradicted;
  return { verdicts: codes, numbers, proven: counts.proven, contradicted: counts.contradicted };
};

/** What the results of a deal's checks come to. `checks` are the results numbered, in the same order. */
export const dealChecks = (deal: Deal, results: readonly CheckResult[], checks: readonly Check[]): DealChecks => {
  const statements = statementsOf(deal);
  const found = verdicts(results);
  const kinds = [...new Set(results.map(({ rule }) => kindOfRule(rule)))];
  const holding = new Uint16Array(statements.length * kinds.length);
  const failing = new Uint16Array(holding.length);
  for (const check of checks) {
    const cell = check.statement * kinds.length + kinds.indexOf(kindOfRule(check.rule));
    const counts = check.holds ? holding : isFinding(check) ? failing : null;
    if (counts !== null) counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return {
    statements: statements.map((statement) => statementChecks(statement, found)),
    findings: findingsOf(checks),
    kinds,
    holding,
    failing,
  };
};
