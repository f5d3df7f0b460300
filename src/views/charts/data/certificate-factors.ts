import type { Deal } from '../../../deal/deal.ts';
import { notionalClasses } from '../../../deal/notional.ts';
import { originalBalances } from '../../../deal/original-balance.ts';
import type { Statement } from '../../../facts/fact.ts';
import { chartTitles } from '../charted.ts';
import { type ChartData, type ChartSeries, chartMonths, hasAmounts, seriesOver } from './chart-data.ts';
import { type Figure, figureIn } from './figures.ts';
import { joined } from './words.ts';

/** Printed factors have eight places; a derived one is written the same way. */
const factorPlaces = 8;

/**
 * Certificate factors by class and month: as printed, else ending balance over original balance and then said to be
 * derived. Classes whose factor is that of a notional amount are dashed; none is derived for them from their balance.
 */
export const certificateFactors = (deal: Deal): ChartData => {
  const months = chartMonths(deal);
  const notional = notionalClasses(deal);
  const originals = originalBalances(deal);

  const derivedFactor = (statement: Statement, name: string): Figure | null => {
    const original = originals.get(name);
    const ending = figureIn(statement, 'endingBalance', { class: name });
    if (original === undefined || ending === null || notional.get(name) === 'factor') return null;
    const value = ending.value / original.value;
    const derived = `${ending.text} / ${original.value.toLocaleString('en-US')}`;
    return { value, text: value.toFixed(factorPlaces), source: ending.source, derived };
  };

  const series = deal.classes.flatMap((name): readonly ChartSeries[] => {
    const line = seriesOver(
      months,
      { id: name, name, called: `Class ${name}`, mark: 'line', dashed: notional.has(name) },
      (statement) => figureIn(statement, 'certificateFactor', { class: name }) ?? derivedFactor(statement, name),
    );
    if (!hasAmounts(line)) return [];
    const derived = line.figures.every((figure) => figure === null || figure.derived !== null);
    const remarks = [...(notional.has(name) ? ['notional'] : []), ...(derived ? ['derived'] : [])];
    return [{ ...line, remark: remarks.length > 0 ? remarks.join(', ') : null }];
  });

  const notes: string[] = [];
  const named = (word: string): string[] =>
    series.filter(({ remark }) => remark?.includes(word)).map(({ name }) => name);
  const [derived, dashed] = [named('derived'), named('notional')];
  if (derived.length > 0) {
    notes.push(`Derived as ending over original balance, since no factor is printed: ${joined(derived)}.`);
  }
  if (dashed.length > 0) notes.push(`Factor of a notional amount, not of a balance: ${joined(dashed)}.`);
  const partly = series.filter(
    ({ figures, remark }) => !remark?.includes('derived') && figures.some((figure) => figure?.derived),
  );
  if (partly.length > 0) {
    notes.push(
      `In months that print no factor it is derived as ending over original balance: ${joined(partly.map(({ name }) => name))}.`,
    );
  }
  return {
    id: 'factors',
    title: chartTitles.factors,
    measure: 'Ending balance as a share of the original, 1 at issue',
    months,
    series,
    left: 'ratio',
    right: null,
    notes,
    empty:
      series.length > 0
        ? null
        : 'No certificate factors were found in these statements, nor original balances to derive them from. A table of factors, amounts per $1,000 or the deal’s offering supplement fills this chart.',
  };
};
