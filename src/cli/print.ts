import type { CheckResult } from '../checks/result.ts';
import type { Verdict } from '../checks/verdicts.ts';
import type { Fact, FileReading, Problem, Statement } from '../facts/fact.ts';

/** Characters that a terminal would act upon, where JSON leaves them as they are. */
const unprintable = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A value on one line that is safe to show in a terminal. */
export const asJson = (value: object): string =>
  JSON.stringify(value).replace(unprintable, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** One fact in the keys and order of the contract, and what the checks of its own statement say of it. */
export function factLine(statement: Statement, fact: Fact, verdict: Verdict): string {
  return asJson({
    file: statement.file,
    exhibit: statement.exhibit,
    form: statement.form,
    statement: statement.statement,
    deal: statement.deal,
    date: statement.date,
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
    verdict,
  });
}

/** One tested identity of a deal. Places are in `file`, unless a figure names another. */
export function checkLine(deal: string, result: CheckResult): string {
  const file = result.facts[0]?.statement.file ?? '';
  return asJson({
    file,
    deal,
    date: result.date,
    rule: result.rule,
    title: result.title,
    class: result.class,
    group: result.group,
    member: result.member,
    left: result.left,
    right: result.right,
    difference: result.difference,
    tolerance: result.tolerance,
    holds: result.holds,
    kind: result.kind,
    facts: result.facts.map(({ fact, statement }) => ({
      ...(statement.file === file ? {} : { file: statement.file }),
      line: fact.line,
      column: fact.column,
    })),
    sentence: result.sentence,
  });
}

/** A problem as one line for a person: `file:line: what was found What to do.` */
export function problemLine(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.found} ${problem.advice}`.replace(/[\r\n]+/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
}

/** What was made of a file, for `report`. */
export function reportLine(reading: FileReading): string {
  let facts = 0;
  let recognised = 0;
  let uncertain = 0;
  const statements = reading.statements.map((statement) => {
    const known = statement.facts.filter((fact) => fact.concept !== null).length;
    facts += statement.facts.length;
    recognised += known;
    uncertain += statement.uncertain.length;
    return {
      exhibit: statement.exhibit,
      form: statement.form,
      statement: statement.statement,
      deal: statement.deal,
      date: statement.date,
      facts: statement.facts.length,
      recognised: known,
      unrecognised: statement.facts
        .filter((fact) => fact.concept === null)
        .map(({ text, line, column, section, label, columnLabel }) => ({
          text,
          line,
          column,
          section,
          label,
          columnLabel,
        })),
      uncertain: statement.uncertain,
    };
  });
  return asJson({
    file: reading.file,
    size: reading.size,
    documents: reading.documents,
    statements,
    facts,
    recognised,
    uncertain,
    share: facts + uncertain === 0 ? null : Math.round((recognised / (facts + uncertain)) * 10_000) / 10_000,
    warnings: reading.problems.map(problemLine),
  });
}
