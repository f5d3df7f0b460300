import type { Deal } from '../../../deal/deal.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import { taughtKey } from '../../../facts/teaching.ts';
import { type AxisUnit, type ChartData, chartMonths, seriesOver } from './chart-data.ts';

const axisUnits: Readonly<Partial<Record<Fact['unit'], AxisUnit>>> = {
  USD: 'USD',
  perThousand: 'USD',
  percent: 'percent',
};

const idOf = ({ class: name, group, member }: Fact): string => [name, group, member].filter(Boolean).join(', ');

/** Unrecognised numbers of a statement under a label, the first of each class, group and member. */
const numbersOf = (statement: Statement, key: string): ReadonlyMap<string, Fact> => {
  const numbers = new Map<string, Fact>();
  for (const fact of statement.facts) {
    if (fact.concept !== null || typeof fact.value !== 'number' || taughtKey(fact) !== key) continue;
    if (!numbers.has(idOf(fact))) numbers.set(idOf(fact), fact);
  }
  return numbers;
};

/** Figures that were not recognised, over the deal's months: those with the label and heading that `key` stands for. */
export const otherFiguresOver = (deal: Deal, key: string, title: string): ChartData => {
  const months = chartMonths(deal);
  const numbers = new Map(
    deal.months
      .map(({ statement }) => [statement, numbersOf(statement, key)] as const)
      .filter(([, { size }]) => size > 0),
  );
  const ids = [...new Set([...numbers.values()].flatMap((each) => [...each.keys()]))];
  const [first] = [...numbers.values()].flatMap((each) => [...each.values()]);
  const series = ids.map((id) =>
    seriesOver(months, { id: id || 'all', name: id || 'As printed', mark: 'line' }, (statement) => {
      const fact = numbers.get(statement)?.get(id);
      return typeof fact?.value === 'number'
        ? { value: fact.value, text: fact.text, source: { fact, statement }, derived: null }
        : null;
    }),
  );
  return {
    id: 'other',
    title,
    measure: 'Not recognised, drawn as printed',
    months,
    series,
    left: axisUnits[first?.unit ?? 'count'] ?? 'ratio',
    right: null,
    notes: [],
    empty: series.length > 0 ? null : 'No month of this deal prints a number under this label.',
  };
};
