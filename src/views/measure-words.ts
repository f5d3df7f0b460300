import { type Computed, formatValue, type MeasureUnit, type PrintedTerm, type Term } from '../metrics/measure.ts';

const units: Readonly<Record<MeasureUnit, string>> = {
  USD: 'US dollars',
  percent: '%',
  factor: 'factor',
  months: 'months',
  years: 'years',
  days: 'days',
  PSA: '% PSA',
  multiple: 'times',
};

/** A measure's unit as it stands under a heading. */
export const measureUnitName = (unit: MeasureUnit): string => units[unit];

/** Places that a number needs for its size, so that little is not told as nothing. */
const placesOf = (size: number, usual: number): number => {
  const shown = (places: number): boolean => size === 0 || size >= 0.5 * 10 ** -places;
  return [usual, usual + 2, usual + 4].find(shown) ?? usual + 6;
};

/**
 * A measure's value as it stands in a column that tells the unit: percentages with two places and factors with four,
 * very small ones with more.
 */
export const measureText = ({ value, unit }: Pick<Computed, 'value' | 'unit'>): string => {
  if (unit !== 'percent' && unit !== 'factor') return formatValue(value, unit);
  const size = Math.abs(value);
  const digits = size.toFixed(placesOf(size, unit === 'percent' ? 2 : 4));
  return value < 0 ? `−${digits}` : digits;
};

/** The printed figures that a value comes from, each once, in the order of its formula. */
export const printedTermsOf = (terms: readonly Term[]): readonly PrintedTerm[] => {
  const found = new Set<PrintedTerm>();
  const visit = (term: Term): void => {
    if (term.origin === 'printed') found.add(term);
    else if (term.origin === 'derived') term.terms.forEach(visit);
  };
  terms.forEach(visit);
  return [...found];
};

/** How a value came about, in a sentence: the formula with the numbers put in. */
export const formulaWords = ({ formula, note, value, unit }: Computed): string => {
  const words = `${formula} = ${formatValue(value, unit)}`;
  return note === null ? words : `${words}. ${note}`;
};
