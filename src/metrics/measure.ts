import { concepts } from '../facts/concepts.ts';
import type { Fact, Statement } from '../facts/fact.ts';

/** `percent` is in percent as the statements print it: 0.83149 is 0.83149 %. `PSA` is in percent of the benchmark. */
export type MeasureUnit = 'USD' | 'percent' | 'factor' | 'months' | 'years' | 'days' | 'PSA' | 'multiple';

interface TermOf {
  /** The field's words for it: `Pool beginning balance`, `Ending balance, class M-1`. */
  readonly name: string;
  readonly value: number;
  /** As it stands in the formula: printed characters where it is printed. */
  readonly text: string;
}

/** A figure as a statement prints it. */
export interface PrintedTerm extends TermOf {
  readonly origin: 'printed';
  readonly fact: Fact;
  readonly statement: Statement;
}

/** A number that follows from others. */
export interface DerivedTerm extends TermOf {
  readonly origin: 'derived';
  readonly formula: string;
  /** The formula in pieces; words where the terms stand in none. */
  readonly pieces: readonly (string | Term)[];
  readonly terms: readonly Term[];
}

/** A number that a person chose, such as the k of a trigger test. */
export interface GivenTerm extends TermOf {
  readonly origin: 'given';
}

/** One number of a formula, with what it takes to open the line it comes from. */
export type Term = PrintedTerm | DerivedTerm | GivenTerm;

/** Why there is no value, naming what is missing. A sentence for people. */
export interface NotComputable {
  readonly reason: string;
}

/** A number that a measure needs, or why it is not to be had. */
export type Input = Term | NotComputable;

/** A value with its formula, the numbers put in. */
export interface Computed {
  readonly value: number;
  readonly unit: MeasureUnit;
  /** `1,645,120 ÷ (197,974,201 − 122,186)`. */
  readonly formula: string;
  /** The formula in pieces, so that each number in it can be opened; joined they read as `formula`. */
  readonly pieces: readonly (string | Term)[];
  /** The numbers of the formula, each once. */
  readonly terms: readonly Term[];
  /** What a reader must know about this value that the formula does not say; null for nothing. */
  readonly note: string | null;
}

/** What a measure comes to. Never a number that stands for "unknown". */
export type Measure = Computed | NotComputable;

/** Whether a measure has a value. */
export const isComputed = (measure: Measure): measure is Computed => 'value' in measure;

/** Whether an input is at hand. */
export const isTerm = (input: Input): input is Term => 'value' in input;

export const notComputable = (reason: string): NotComputable => ({ reason });

const grouped = (digits: string): string => {
  let text = digits;
  for (let end = text.length - 3; end > 0; end -= 3) text = `${text.slice(0, end)},${text.slice(end)}`;
  return text;
};

const places: Readonly<Record<MeasureUnit, number>> = {
  USD: 2,
  percent: 5,
  factor: 8,
  months: 2,
  years: 2,
  days: 0,
  PSA: 1,
  multiple: 5,
};

/** A number as it stands in a formula: thousands grouped, no more places than tell something, `%` after percentages. */
export const formatValue = (value: number, unit: MeasureUnit): string => {
  const whole = Number.isInteger(value) && unit !== 'percent' && unit !== 'factor';
  const [integer = '', fraction] = Math.abs(value)
    .toFixed(whole ? 0 : places[unit])
    .split('.');
  const sign = value < 0 ? '−' : '';
  return `${sign}${grouped(integer)}${fraction === undefined ? '' : `.${fraction}`}${unit === 'percent' ? '%' : ''}`;
};

const nameOf = (fact: Fact): string => {
  const title = fact.concept === null ? (fact.label ?? 'Figure') : concepts[fact.concept].title;
  if (fact.class !== null) return `${title}, ${/^total$/i.test(fact.class) ? 'total' : `class ${fact.class}`}`;
  return fact.member === null ? title : `${title}, ${fact.member.replace('-', '–')}`;
};

/** A printed figure as a term; its name is that of its concept and class. */
export const printedTerm = (fact: Fact, value: number, statement: Statement): PrintedTerm => {
  const bare = fact.text.trim();
  const text = fact.unit === 'percent' && !bare.endsWith('%') ? `${bare}%` : bare;
  return { origin: 'printed', name: nameOf(fact), value, text, fact, statement };
};

const textOf = (pieces: readonly (string | Term)[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

const termsIn = (pieces: readonly (string | Term)[]): readonly Term[] => {
  const terms: Term[] = [];
  for (const piece of pieces) if (typeof piece !== 'string' && !terms.includes(piece)) terms.push(piece);
  return terms;
};

/** A number that follows from other terms; `terms` where the formula is in words and they stand in none of its pieces. */
export const derivedTerm = (
  name: string,
  value: number,
  unit: MeasureUnit,
  pieces: readonly (string | Term)[],
  terms: readonly Term[] = termsIn(pieces),
): DerivedTerm => ({
  origin: 'derived',
  name,
  value,
  text: formatValue(value, unit),
  formula: textOf(pieces),
  pieces,
  terms,
});

/** A number that a person chose. */
export const givenTerm = (name: string, value: number, unit: MeasureUnit): GivenTerm => ({
  origin: 'given',
  name,
  value,
  text: formatValue(value, unit),
});

/** A measure as a term of another one. */
export const termOf = (name: string, measure: Measure): Input =>
  isComputed(measure) ? derivedTerm(name, measure.value, measure.unit, measure.pieces, measure.terms) : measure;

type TermsOf<T extends readonly Input[]> = { readonly [K in keyof T]: Term };

/** All inputs as terms, or one reason that names everything missing. */
export const allOf = <const T extends readonly Input[]>(...inputs: T): TermsOf<T> | NotComputable => {
  const reasons = inputs.flatMap((input) => (isTerm(input) ? [] : input.reason.split(/(?<=\.) (?=[A-Z])/)));
  return reasons.length === 0 ? (inputs as TermsOf<T>) : notComputable([...new Set(reasons)].join(' '));
};

/** Whether inputs were all at hand. */
export const isMissing = (inputs: object): inputs is NotComputable => 'reason' in inputs;

/**
 * A value with its formula in pieces. What is no finite number is no value: the reason then quotes the formula.
 */
export const computed = (
  value: number,
  unit: MeasureUnit,
  pieces: readonly (string | Term)[],
  note: string | null = null,
): Measure => {
  const formula = textOf(pieces);
  if (!Number.isFinite(value)) return notComputable(`The figures give no number: ${formula}.`);
  return { value, unit, formula, pieces, terms: termsIn(pieces), note };
};

/** Terms with a sign between them, as pieces of a formula. */
export const joined = (terms: readonly Term[], sign = ' + '): readonly (string | Term)[] =>
  terms.flatMap((term, index) => (index === 0 ? [term] : [sign, term]));

/** The sum of amounts in dollars, free of what binary fractions add to cents. */
export const sum = (values: readonly number[]): number => {
  let total = 0;
  for (const value of values) total += value;
  return exact(total);
};

/** A printed amount, or a sum of some, freed of what binary fractions add to its decimals. */
export const exact = (amount: number): number => {
  const size = Math.abs(amount);
  if (size < 1e7) return Math.round(amount * 1e8) / 1e8;
  return size < 1e11 ? Math.round(amount * 1e4) / 1e4 : amount;
};

/** `numerator` as a percentage of `denominator`, or why it is not to be had. */
export const percentage = (numerator: Input, denominator: Input, times: number | null = null): Measure => {
  const inputs = allOf(numerator, denominator);
  if (isMissing(inputs)) return inputs;
  const [part, whole] = inputs;
  if (whole.value <= 0) return notComputable(`${whole.name} is ${whole.text}: nothing to take a share of.`);
  return computed((100 * (times ?? 1) * part.value) / whole.value, 'percent', [
    ...(times === null ? [] : [`${times} × `]),
    part,
    ' ÷ ',
    whole,
  ]);
};

/** An amount in dollars as the measure that it is by itself. */
export const asItStands = (amount: Input): Measure =>
  isTerm(amount) ? computed(amount.value, 'USD', amount.origin === 'derived' ? amount.pieces : [amount]) : amount;
