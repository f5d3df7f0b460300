import { dateTitle, monthTitle } from '../../../deal/month.ts';
import type { SeriesColour } from '../../palette.ts';
import type { ChartMonth, ChartSeries } from '../data/chart-data.ts';
import { Swatch } from './Swatch.tsx';

const mostInOneColumn = 12;

/** A month's figures as printed, in the order of the series. */
export const ChartTooltip = ({
  row,
  series,
  colours,
}: {
  readonly row: (ChartMonth & { readonly index: number }) | undefined;
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
}) => {
  if (row === undefined) return null;
  if (row.statement === null) {
    return (
      <div className="chart-tooltip">
        <strong>{monthTitle(row.month)}</strong>
        <p>No statement loaded</p>
      </div>
    );
  }
  return (
    <div className="chart-tooltip">
      <strong>{dateTitle(row.date)}</strong>
      <ul className={series.length > mostInOneColumn ? 'chart-tooltip-wide' : ''}>
        {series.map((each) => {
          const figure = each.figures[row.index];
          return (
            <li key={each.id}>
              <Swatch series={each} colour={colours.get(each.id)} />
              <span>{each.name}</span>
              <span className="chart-figure">
                {figure == null ? 'not printed' : figure.text}
                {figure?.derived != null && <small>{figure.derived}</small>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
