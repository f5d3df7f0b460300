import type { Fact, Statement } from '../../../facts/fact.ts';
import type { Check } from '../../../store/checking.ts';

/** The figures of a check with their statements; `statements` are those of the deal. */
export const figuresOfCheck = (
  { figures }: Pick<Check, 'figures'>,
  statements: readonly Statement[],
): readonly { readonly fact: Fact; readonly statement: Statement }[] =>
  figures.flatMap((place) => {
    const statement = statements[place.statement];
    const fact = statement?.facts[place.fact];
    return statement === undefined || fact === undefined ? [] : [{ fact, statement }];
  });

const most = 6;

/** A number as a person would print it beside figures of so many places. */
const written = (value: number, places: number): string =>
  value
    .toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
    .replace(/^-(?=[\d,.]*[1-9])/, '−')
    .replace(/^-/, '');

/** Both sides of a check as they are compared, and what rounding allows them to be apart. */
export interface Sides {
  readonly left: string;
  readonly right: string;
  readonly gap: string;
  readonly allowed: string;
}

/** The sides in words; null where it compares no numbers. */
export const sidesOf = (check: Check, statements: readonly Statement[]): Sides | null => {
  const facts = figuresOfCheck(check, statements).map(({ fact }) => fact);
  if (facts.length === 0 || facts.some(({ unit }) => unit === 'text')) return null;
  const sides = [facts.slice(0, check.leftCount), facts.slice(check.leftCount)];
  const isPercent = (side: readonly Fact[]): boolean => side.length > 0 && side.every(({ unit }) => unit === 'percent');
  const percent = sides.every(isPercent) || sides.some((side) => side.length === 1 && isPercent(side));
  const scale = percent ? 100 : 1;
  const places = Math.min(most, Math.max(0, ...facts.map(({ decimals }) => decimals ?? 0)));
  const end = percent ? '%' : '';
  return {
    left: `${written(check.left * scale, places)}${end}`,
    right: `${written(check.right * scale, places)}${end}`,
    gap: `${written(Math.abs(check.difference) * scale, places)}${percent ? ' points' : ''}`,
    allowed: `${written(check.tolerance * scale, Math.min(most, places + 1))}${percent ? ' points' : ''}`,
  };
};

/** What a check is about and of which class or bucket: `Balance roll-forward, class A`. */
export const aboutOf = ({ about, class: name, member, group }: Check): string => {
  const whose = name !== null ? (name === 'Total' ? 'total' : `class ${name}`) : member;
  return [about, whose, group === null ? null : `group ${group}`].filter((word) => word !== null).join(', ');
};
