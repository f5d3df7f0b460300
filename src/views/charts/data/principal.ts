import type { Deal } from '../../../deal/deal.ts';
import { notionalClasses } from '../../../deal/notional.ts';
import { type ChartData, chartMonths, hasAmounts, hasFigures, seriesOver } from './chart-data.ts';
import { figureIn } from './figures.ts';
import { joined } from './words.ts';

/** Principal paid to each class, stacked: who is being paid down. */
export const principalByClass = (deal: Deal): ChartData => {
  const months = chartMonths(deal);
  const notional = notionalClasses(deal);
  const printed = deal.classes
    .filter((name) => notional.get(name) !== 'balance')
    .map((name) =>
      seriesOver(months, { id: name, name, called: `Class ${name}`, mark: 'column', rolls: true }, (statement) =>
        figureIn(statement, 'principal', { class: name }),
      ),
    )
    .filter(hasFigures);
  const series = printed.filter(hasAmounts);
  const flat = printed.filter((each) => !hasAmounts(each)).map(({ name }) => name);
  return {
    id: 'principal',
    title: 'Principal paid by class',
    measure: 'Principal distributed in the month, US dollars',
    months,
    series,
    left: 'USD',
    right: null,
    notes: flat.length > 0 && series.length > 0 ? [`Zero in every month and not drawn: ${joined(flat)}.`] : [],
    empty:
      series.length > 0
        ? null
        : printed.length > 0
          ? 'No principal has been paid to any class.'
          : 'No principal by class was found in these statements. A table of payments to the classes fills this chart.',
  };
};
