import { useContradicted } from '../../checks/contradicted.ts';
import { ContradictedSign } from '../../checks/VerdictSign.tsx';
import type { SeriesColour } from '../../palette.ts';
import type { ChartMonth, ChartSeries } from '../data/chart-data.ts';
import { dateOfMonth, nameOfMonth } from '../data/words.ts';
import { usePlotState } from './plot-context.ts';
import { Swatch } from './Swatch.tsx';

const mostInOneColumn = 12;

interface ChartTooltipProps {
  readonly rows: readonly ChartMonth[];
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
  /** Given by Recharts. */
  readonly active?: boolean;
  /** The time under the crosshair, given by Recharts. */
  readonly label?: string | number;
}

const titled = ({ age, title }: ChartMonth, date: string): string =>
  age === undefined || title !== undefined ? date : `${age}, ${date}`;

/** A month's figures as printed, in the order of the series. */
export const ChartTooltip = ({ rows, series, colours, active, label }: ChartTooltipProps) => {
  const { engaged, picked } = usePlotState();
  const contradicted = useContradicted();
  const index = rows.findIndex(({ time }) => time === Number(label));
  const row = rows[index];
  if (!engaged || !active || row === undefined) return null;
  if (row.statement === null) {
    return (
      <div className="chart-tooltip">
        <strong>{titled(row, nameOfMonth(row))}</strong>
        <p>No statement loaded</p>
      </div>
    );
  }
  const opened = series.find(({ id }) => id === picked);
  const opens = opened?.figures[index];
  return (
    <div className="chart-tooltip">
      <strong>{titled(row, dateOfMonth(row))}</strong>
      <ul className={series.length > mostInOneColumn ? 'chart-tooltip-wide' : ''}>
        {series.map((each) => {
          const figure = each.figures[index];
          return (
            <li key={each.id} className={each.id === picked ? 'chart-picked' : ''}>
              <Swatch series={each} colour={colours.get(each.id)} />
              <span>{each.name}</span>
              <span className="chart-figure">
                {figure?.source != null && contradicted.has(figure.source.fact) && <ContradictedSign />}
                {figure == null ? (each.absent ?? 'not printed') : figure.text}
              </span>
              {figure?.derived != null && <span className="chart-derivation">{figure.derived}</span>}
            </li>
          );
        })}
      </ul>
      {opens?.source != null && (
        <p className="chart-opens">
          {opened?.name} opens line {opens.source.fact.line.toLocaleString('en-US')}
        </p>
      )}
    </div>
  );
};
