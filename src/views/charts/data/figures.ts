import { type FactKey, factOf, numberOf, type PrintedFact } from '../../../deal/series.ts';
import type { ConceptId } from '../../../facts/concepts.ts';
import type { Statement } from '../../../facts/fact.ts';
import { fixed } from '../../format.ts';

/** A number to draw: printed, or derived from printed figures and then said so. */
export interface Figure {
  readonly value: number;
  /** As printed; a derived figure as a person would print it. */
  readonly text: string;
  /** The printed figure, or the one that a derived figure mainly comes from; null where no single one is to be had. */
  readonly source: PrintedFact | null;
  /** How it was derived, in words; null for a printed figure. */
  readonly derived: string | null;
}

/** A figure as a percentage of a whole. */
export const percentOf = (figure: Figure, whole: number, places = 3): Figure => {
  const value = (100 * figure.value) / whole;
  return {
    ...figure,
    value,
    text: `${fixed(value, places)} %`,
    derived: `${figure.text} of ${fixed(whole, 0)}`,
  };
};

/** Figures added up, printed with as many places as the most exact of them; null where there are none. */
export const sumOf = (parts: readonly Figure[], derived: string): Figure | null => {
  const [first] = parts;
  if (first === undefined) return null;
  const decimals = Math.max(...parts.map(({ source }) => source?.fact.decimals ?? 0));
  const value = Number(parts.reduce((sum, part) => sum + part.value, 0).toFixed(decimals));
  return { value, text: fixed(value, decimals), source: first.source, derived };
};

const groups = new WeakMap<Statement, readonly string[]>();

const groupsOf = (statement: Statement): readonly string[] => {
  const known = groups.get(statement);
  if (known !== undefined) return known;
  const found = [...new Set(statement.facts.flatMap(({ group }) => (group === null ? [] : [group])))];
  groups.set(statement, found);
  return found;
};

const printed = (statement: Statement, concept: ConceptId, key: FactKey): Figure | null => {
  const fact = factOf(statement, concept, key);
  const value = numberOf(fact);
  return fact === undefined || value === null
    ? null
    : { value, text: fact.text, source: { fact, statement }, derived: null };
};

/**
 * The figure of a statement for a concept and its class or bucket; the pool's without either. Amounts that are printed
 * by loan group only are added up and said to be derived. null where nothing is printed.
 */
export const figureIn = (statement: Statement, concept: ConceptId, key: FactKey = {}): Figure | null => {
  const whole = printed(statement, concept, key);
  if (whole !== null) return whole;
  const parts = groupsOf(statement).flatMap((group) => printed(statement, concept, { ...key, group }) ?? []);
  if (parts[0]?.source?.fact.unit !== 'USD') return null;
  return sumOf(parts, `sum of groups ${parts.map(({ source }) => source?.fact.group).join(', ')}`);
};
