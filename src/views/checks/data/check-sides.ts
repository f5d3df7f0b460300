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

/** The figures of a finding, those first that it points at. */
export const figuresOfFinding = (
  finding: Pick<Check, 'figures'>,
  statements: readonly Statement[],
  contradicted: ReadonlySet<Fact>,
): ReturnType<typeof figuresOfCheck> => {
  const figures = figuresOfCheck(finding, statements);
  const pointedAt = ({ fact }: { readonly fact: Fact }): boolean => contradicted.has(fact);
  return [...figures.filter(pointedAt), ...figures.filter((figure) => !pointedAt(figure))];
};

/** Places that tell something beside printed figures. */
const most = 8;

/** A number with so many places, and at most so many. */
const written = (value: number, places: number, atMost = places): string =>
  value
    .toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: Math.min(most, atMost) })
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
  const sole = sides.flatMap((side) => (side.length === 1 ? side : []));
  const places = Math.min(most, Math.max(0, ...(sole.length > 0 ? sole : facts).map(({ decimals }) => decimals ?? 0)));
  const end = percent ? '%' : '';
  const points = percent ? ' points' : '';
  // A computed side shows what rounding it would hide.
  const side = (value: number, index: number): string =>
    `${written(value * scale, places, sides[index]?.length === 1 ? places : places + 2)}${end}`;
  return {
    left: side(check.left, 0),
    right: side(check.right, 1),
    gap: `${written(Math.abs(check.difference) * scale, places, places + 2)}${points}`,
    allowed: `${written(check.tolerance * scale, 0, places + 2)}${points}`,
  };
};

/** What a check is about and of which class or bucket: `Balance roll-forward, class A`. */
export const aboutOf = ({ about, class: name, member, group }: Check): string => {
  const whose = name !== null ? (name === 'Total' ? 'total' : `class ${name}`) : member;
  return [about, whose, group === null ? null : `group ${group}`].filter((word) => word !== null).join(', ');
};
