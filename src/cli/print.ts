import type { Fact, FileReading, Problem, Statement } from '../facts/fact.ts';

/** One fact in the keys and order of the contract. */
export function factLine(statement: Statement, fact: Fact): string {
  return JSON.stringify({
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
  });
}

/** A problem as one line for a person: `file:line: what was found What to do.` */
export function problemLine(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.found} ${problem.advice}`.replace(/[\r\n]+/g, ' ');
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
  return JSON.stringify({
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
