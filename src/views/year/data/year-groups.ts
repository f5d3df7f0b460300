import { concepts } from '../../../facts/concepts.ts';
import type { DerivedFigure, YearBalance, YearFlow, YearKey, YearView } from '../../../metrics/year.ts';
import { fixed } from '../../format.ts';

/** How a figure of the year stands to its months. */
export type YearState = YearFlow['state'];

/** Figures of one class, or of the pool. */
export interface YearGroup {
  /** Class and loan group; empty for the pool. */
  readonly id: string;
  readonly title: string;
  readonly flows: readonly YearFlow[];
  readonly balances: readonly YearBalance[];
  readonly counts: Readonly<Record<YearState, number>>;
}

const titleOf = ({ class: name, group }: YearKey): string => {
  const own = name === null ? 'Pool' : /^total$/i.test(name) ? 'All classes' : `Class ${name}`;
  return group === null ? own : `${own}, group ${group}`;
};

/** A figure within its group: the concept, and the bucket where it is of one. */
export const figureTitle = ({ concept, member }: YearKey): string =>
  member === null ? concepts[concept].title : `${concepts[concept].title}, ${member.replace(/(\d)-(\d)/, '$1–$2')}`;

/** A figure by itself: with its class or group. */
export const fullTitle = (key: YearKey): string =>
  key.class === null && key.group === null
    ? figureTitle(key)
    : `${figureTitle(key)}, ${titleOf(key)
        .toLowerCase()
        .replace(/^class .*/, () => titleOf(key).replace(/^Class/, 'class'))}`;

/** The rows of a year by class, the pool first, in the order in which the statements print them. */
export const yearGroups = ({ flows, balances }: YearView): readonly YearGroup[] => {
  const groups = new Map<string, { title: string; flows: YearFlow[]; balances: YearBalance[] }>();
  const groupOf = (key: YearKey) => {
    const id = `${key.class ?? ''}\u0000${key.group ?? ''}`;
    const group = groups.get(id) ?? { title: titleOf(key), flows: [], balances: [] };
    groups.set(id, group);
    return group;
  };
  for (const flow of flows) groupOf(flow).flows.push(flow);
  for (const balance of balances) groupOf(balance).balances.push(balance);
  const isPool = (id: string): boolean => id.startsWith('\u0000');
  return [...groups]
    .sort(([left], [right]) => Number(isPool(right)) - Number(isPool(left)))
    .map(([id, group]) => {
      const counts = { agrees: 0, differs: 0, derived: 0, incomplete: 0 };
      for (const { state } of [...group.flows, ...group.balances]) counts[state] += 1;
      return { id, ...group, counts };
    });
};

/** Why nothing follows for a figure of the year. */
export const incompleteWords = (row: YearFlow): string => {
  if (row.annual === null) return 'The annual statement does not print it.';
  if (row.sum === null) return 'No month prints it.';
  const absent = row.months.filter(({ printed }) => printed === null).length;
  return `${absent} of ${row.months.length} months lack it.`;
};

/** The derived figures of a year by the month that they belong to. */
export const derivedByMonth = ({ derived }: YearView): ReadonlyMap<string, readonly DerivedFigure[]> => {
  const months = new Map<string, DerivedFigure[]>();
  for (const figure of derived) months.set(figure.month, [...(months.get(figure.month) ?? []), figure]);
  return months;
};

/** Places that the figures of a row are told with: those of the most exact one. */
export const placesOf = (decimals: readonly (number | null)[]): number =>
  Math.max(0, ...decimals.map((each) => each ?? 0));

/** A number of the year as the statements print theirs. */
export const yearNumber = (value: number, places: number): string => {
  const digits = fixed(Math.abs(value), places);
  return value < 0 ? `−${digits}` : digits;
};
