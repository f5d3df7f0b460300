import type { Truth } from '../../../scripts/samples/print/sheet.ts';
import type { Fact, FileReading } from '../../../src/facts/fact.ts';
import { readFiling } from '../../../src/facts/read.ts';

/** Holding what was read against what is known to be printed. */

export interface Comparison {
  readonly figures: number;
  readonly found: number;
  /** Read as something else than it is: the worst that can happen. */
  readonly wrong: readonly string[];
  /** Neither found nor called uncertain nor kept as unrecognised. */
  readonly lost: readonly string[];
  /** Kept with its place, but without a meaning. */
  readonly unrecognised: readonly string[];
  readonly uncertain: readonly string[];
  /** Facts where no figure is printed. */
  readonly invented: readonly string[];
}

export const readText = (text: string, file = 'statement.txt'): FileReading =>
  readFiling(file, new TextEncoder().encode(text));

const sameValue = (read: Fact['value'], printed: Truth['value']): boolean =>
  typeof read === 'number' && typeof printed === 'number'
    ? Math.abs(read - printed) <= 1e-9 * Math.max(1, Math.abs(printed))
    : read === printed;

/** Compares a reading with the truth, figure by figure, by place. */
export function compare(reading: FileReading, truth: readonly Truth[]): Comparison {
  const facts = new Map<string, Fact & { date: string | null }>();
  for (const statement of reading.statements) {
    for (const fact of statement.facts) facts.set(`${fact.line}:${fact.column}`, { ...fact, date: statement.date });
  }
  const doubtful = reading.statements.flatMap((statement) => statement.uncertain);
  const wrong: string[] = [];
  const lost: string[] = [];
  const unrecognised: string[] = [];
  const uncertain: string[] = [];
  const places = new Set<string>();
  let found = 0;
  for (const printed of truth) {
    const place = `${printed.line}:${printed.column}`;
    places.add(place);
    const fact = facts.get(place);
    const words = `${place} ${printed.text} ${printed.concept} ${printed.class ?? ''} ${printed.member ?? ''} ${printed.group ?? ''}`;
    if (
      doubtful.some(
        ({ line, column, text }) =>
          line === printed.line && column <= printed.column && printed.column < column + text.length,
      )
    )
      uncertain.push(words);
    else if (fact === undefined) lost.push(words);
    else if (fact.concept === null) unrecognised.push(words);
    else if (
      fact.concept === printed.concept &&
      fact.class === printed.class &&
      fact.member === printed.member &&
      fact.group === printed.group &&
      fact.date === printed.date &&
      sameValue(fact.value, printed.value)
    )
      found++;
    else
      wrong.push(
        `${words} read as ${fact.concept} ${fact.class ?? ''} ${fact.member ?? ''} ${fact.group ?? ''} ${fact.value} ${fact.date}`,
      );
  }
  const invented = [...facts]
    .filter(([place]) => !places.has(place))
    .map(([place, fact]) => `${place} ${fact.text} ${fact.concept}`);
  return { figures: truth.length, found, wrong, lost, unrecognised, uncertain, invented };
}

/** A statement as lines to compare by eye: place, figure, meaning, words. */
export function printReading(reading: FileReading): string {
  const lines: string[] = [];
  for (const { exhibit, form, statement, deal, date, cover, facts, uncertain } of reading.statements) {
    lines.push(
      `${form ?? 'no form'} ${exhibit ?? ''} ${statement} | ${deal} | ${date} | ${cover.depositor} | ${cover.trustee} | ${cover.fileNumber}`,
    );
    for (const fact of facts) {
      const meaning = [fact.concept ?? '?', fact.class, fact.group, fact.member]
        .filter((part) => part !== null)
        .join(' ');
      lines.push(
        `${fact.line}:${fact.column} ${fact.text} = ${meaning} ${fact.unit} | ${fact.label} | ${fact.columnLabel} | ${fact.section}`,
      );
    }
    for (const figure of uncertain)
      lines.push(`${figure.line}:${figure.column} ${figure.text} uncertain: ${figure.reason}`);
  }
  for (const problem of reading.problems) lines.push(`! ${problem.line}: ${problem.found} ${problem.advice}`);
  return `${lines.join('\n')}\n`;
}
