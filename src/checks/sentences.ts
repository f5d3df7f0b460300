import type { CheckedFact } from './figures.ts';
import type { Identity } from './identity.ts';
import type { CheckResult } from './result.ts';

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const numberText = (value: number, places: number): string => {
  const [whole = '0', part] = Math.abs(value).toFixed(places).split('.');
  return `${value < 0 && Number(value.toFixed(places)) !== 0 ? '−' : ''}${grouped(whole)}${part === undefined ? '' : `.${part}`}`;
};

/** Places to show a computed side and the gap with: those that the figures themselves are printed with. */
const placesOf = (result: CheckResult): number =>
  result.facts.reduce((places, { fact }) => {
    const own = fact.unit === 'percent' || fact.unit === 'factor' || fact.unit === 'perThousand' || fact.unit === 'USD';
    return own ? Math.max(places, fact.decimals ?? 0) : places;
  }, 0);

/** Whether the sides are percentages: one of them is a printed one, or both are made of nothing else. */
const inPercent = ({ facts, leftCount }: CheckResult): boolean => {
  const sides = [facts.slice(0, leftCount), facts.slice(leftCount)];
  const percentages = sides.map((side) => side.length > 0 && side.every(({ fact }) => fact.unit === 'percent'));
  return percentages.every(Boolean) || sides.some((side, index) => side.length === 1 && percentages[index] === true);
};

const nameOf = (result: CheckResult, index: number): string => {
  const checked = result.facts[index];
  return checked?.fact.class ?? checked?.fact.member ?? checked?.fact.label ?? 'it';
};

interface SideWords {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly value: number;
}

/** The total of a column is told by the word that stands in its row. */
const isColumnTotal = (result: CheckResult, { fact }: CheckedFact): boolean =>
  result.scope === 'table' && result.class === 'Total' && fact.class === 'Total';

const describeSide = (result: CheckResult, side: SideWords, percent: boolean, places: number): string => {
  const used = result.facts.slice(side.from, side.to);
  const sole = used.length === 1 ? used[0] : undefined;
  if (sole !== undefined && printsItself(sole.fact.value, side.value)) {
    const name = isColumnTotal(result, sole) ? (sole.fact.label ?? 'Total') : side.words;
    return `${name} prints ${sole.fact.text}`;
  }
  const telling = used.map((_, index) => side.from + index).filter((index) => result.facts[index]?.fact.value !== 0);
  const concept = used[0]?.fact.concept;
  const cells = used.every(({ fact }) => fact.concept === concept) && used.length > 2;
  if (cells && telling.length > 0 && telling.length <= 2) {
    return telling.map((index) => `${nameOf(result, index)} prints ${result.facts[index]?.fact.text}`).join(', ');
  }
  return `${side.words} = ${percent ? `${numberText(side.value * 100, places)}%` : numberText(side.value, places)}`;
};

const printsItself = (value: unknown, computed: number): boolean =>
  typeof value === 'number' && (value === computed || Math.abs(value / 100 - computed) < 1e-12);

const whoseOf = ({ class: name, member, facts }: CheckResult): string => {
  if (name !== null && name !== 'Total') return `, class ${name}`;
  if (member === null) return '';
  const isLoan = facts.some(({ fact }) => fact.concept === 'reoLoanStatedBalance');
  return `, ${isLoan ? `loan ${member}` : member}`;
};

/**
 * A gap as one plain sentence with both sides: "Realized losses by class: CE prints 126,976, TOTAL prints 0; the gap is
 * 126,976." What the figures are about comes from the identity, the numbers from the result.
 */
export const sentenceOf = (
  result: Omit<CheckResult, 'sentence'>,
  identity: Pick<Identity, 'about' | 'leftWords' | 'rightWords' | 'relation'>,
): string => {
  const complete: CheckResult = { ...result, sentence: null };
  const places = placesOf(complete);
  const percent = inPercent(complete);
  const left = describeSide(
    complete,
    { from: 0, to: result.leftCount, words: identity.leftWords, value: result.left },
    percent,
    places,
  );
  const right = describeSide(
    complete,
    { from: result.leftCount, to: result.facts.length, words: identity.rightWords, value: result.right },
    percent,
    places,
  );
  const about = `${identity.about}${whoseOf(complete)}`;
  const identifiers = result.facts.filter(({ fact }) => fact.unit === 'text').map(({ fact }) => fact.text);
  if (identifiers.length === 1)
    return `${about}: ${identifiers[0]} ends in ${result.left}, its other characters call for ${result.right}.`;
  if (identifiers.length > 1)
    return `${about}: ${identity.leftWords} prints ${identifiers[0]}, ${identity.rightWords} ${identifiers[1]}.`;
  const gap = Math.abs(result.difference);
  if (identity.relation === 'zero together') return `${about}: ${left}, ${right}; both should be zero, or neither.`;
  const apart = percent ? `${numberText(gap * 100, places)} percentage points` : numberText(gap, places);
  return `${about}: ${left}, ${right}; the gap is ${apart}.`;
};
