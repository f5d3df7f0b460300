import type { Deal } from '../../../deal/deal.ts';
import { notionalClasses } from '../../../deal/notional.ts';
import { originalBalances } from '../../../deal/original-balance.ts';
import type { Unit } from '../../../store/view.ts';
import { chartTitles } from '../charted.ts';
import { type ChartData, chartMonths, hasAmounts, hasFigures, seriesOver } from './chart-data.ts';
import { figureIn, percentOf } from './figures.ts';
import { joined } from './words.ts';

/** Stacked, the classes add up to the deal; as lines each is seen from zero. */
export type PaydownShape = 'stack' | 'lines';

/**
 * Ending balances by class and month: in dollars, as a share of the original balance (of the deal's in a stack, of its own
 * for a line), or as an index, for which they are lines. Classes whose balance is notional are no part of a stack: they are dashed lines
 * over it. Classes that never have a balance are left out and named in the notes.
 */
export const classPaydown = (deal: Deal, chosen: PaydownShape, unit: Unit): ChartData => {
  const shape = unit === 'index' ? 'lines' : chosen;
  const months = chartMonths(deal);
  const notional = notionalClasses(deal);
  const originals = originalBalances(deal);
  const isNotional = (name: string): boolean => notional.get(name) === 'balance';
  const withBalances = deal.classes.flatMap((name) => {
    const series = seriesOver(months, { id: name, name, called: `Class ${name}`, mark: 'line' }, (statement) =>
      figureIn(statement, 'endingBalance', { class: name }),
    );
    return hasFigures(series) ? [series] : [];
  });
  const shown = withBalances.filter(hasAmounts);
  const flat = withBalances.filter((series) => !hasAmounts(series)).map(({ name }) => name);
  const stacked = shown.filter(({ name }) => !isNotional(name));
  const whole = stacked.reduce((sum, { name }) => sum + (originals.get(name)?.value ?? 0), 0);
  const withoutOriginal = unit === 'share' ? shown.map(({ name }) => name).filter((name) => !originals.has(name)) : [];

  const series = shown.flatMap((line) => {
    const dashed = isNotional(line.name);
    const drawn = {
      ...line,
      dashed,
      remark: dashed ? 'notional' : null,
      mark: shape === 'stack' && !dashed ? ('area' as const) : ('line' as const),
    };
    if (unit !== 'share') return [drawn];
    const original = originals.get(line.name)?.value;
    if (original === undefined) return [];
    const denominator = shape === 'stack' && !dashed ? whole : original;
    return [{ ...drawn, figures: line.figures.map((figure) => figure && percentOf(figure, denominator)) }];
  });

  const notes: string[] = [];
  const dashedNames = series.filter(({ dashed }) => dashed).map(({ name }) => name);
  if (dashedNames.length > 0) {
    notes.push(`Notional and not part of the deal’s balance: ${joined(dashedNames)}.`);
  }
  if (flat.length > 0) notes.push(`Zero in every month and not drawn: ${joined(flat)}.`);
  if (withoutOriginal.length > 0) {
    notes.push(
      `Not drawn, since no original balance is printed or follows from other figures: ${joined(withoutOriginal)}.`,
    );
  }
  const dollars = unit === 'amount';
  return {
    id: 'balances',
    title: chartTitles.balances,
    measure:
      unit === 'index'
        ? 'Ending balance, the first month shown as 100'
        : dollars
          ? 'Ending balance, US dollars'
          : shape === 'stack'
            ? 'Ending balance, % of the deal’s original balance'
            : 'Ending balance, % of each class’s original balance',
    months,
    falling: 'paid down',
    series,
    left: unit === 'index' ? 'index' : dollars ? 'USD' : 'percent',
    right: null,
    notes,
    empty: series.length > 0 ? null : emptyReason(withBalances.length > 0, unit !== 'share'),
  };
};

const emptyReason = (hasBalances: boolean, dollars: boolean): string => {
  if (!hasBalances) {
    return 'No ending balances by class were found in these statements. A statement with a table of certificate classes fills this chart.';
  }
  return dollars
    ? 'Every ending balance printed in these statements is zero.'
    : 'No original balances are printed in these statements or follow from them. Amounts per $1,000, certificate factors or the deal’s offering supplement fill this chart.';
};
