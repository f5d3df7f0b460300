import { memo, type ReactNode } from 'react';
import type { Fact, Statement } from '../../../facts/fact.ts';
import { useContradicted } from '../../checks/contradicted.ts';
import { ContradictedSign } from '../../checks/VerdictSign.tsx';
import type { ChartData, ChartMonth } from '../data/chart-data.ts';
import { dateOfMonth, nameOfMonth } from '../data/words.ts';
import { useGrowing } from './use-growing.ts';

interface ChartTableProps {
  readonly data: ChartData;
  readonly onOpenFigure?: ((statement: Statement, fact: Fact) => void) | undefined;
}

interface MonthRowProps extends ChartTableProps {
  /** Of the month among those of the chart. */
  readonly index: number;
  readonly month: ChartMonth;
  readonly contradicted: ReadonlySet<Fact>;
}

const MonthRow = memo(
  ({ data, index, month, contradicted, onOpenFigure }: MonthRowProps): ReactNode =>
    month.statement === null ? (
      <tr>
        <th scope="row">{nameOfMonth(month)}</th>
        <td className="chart-missing" colSpan={data.series.length}>
          No statement loaded
        </td>
      </tr>
    ) : (
      <tr>
        <th scope="row">{dateOfMonth(month)}</th>
        {data.series.map(({ id, figures, absent }) => {
          const figure = figures[index];
          if (figure == null) {
            return (
              <td key={id} className="chart-figure chart-missing">
                {absent ?? 'not printed'}
              </td>
            );
          }
          const { source, derived } = figure;
          const place = source === null ? [] : [`${source.statement.file}:${source.fact.line}`];
          return (
            <td key={id} className="chart-figure" title={[...(derived === null ? [] : [derived]), ...place].join(', ')}>
              {source !== null && contradicted.has(source.fact) && <ContradictedSign />}
              {onOpenFigure === undefined || source === null ? (
                figure.text
              ) : (
                <button
                  type="button"
                  className="chart-open"
                  onClick={() => onOpenFigure(source.statement, source.fact)}
                >
                  {figure.text}
                </button>
              )}
              {derived !== null && <span aria-hidden="true"> *</span>}
            </td>
          );
        })}
      </tr>
    ),
);

/** Cells that are drawn in one go. */
const cellsAtOnce = 400;

/** What a chart shows as a table: a row per month, a column per series, every figure as printed. */
export const ChartTable = ({ data, onOpenFigure }: ChartTableProps): ReactNode => {
  const contradicted = useContradicted();
  const drawn = useGrowing(data.months.length, Math.ceil(cellsAtOnce / (data.series.length + 1)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="chart-table" aria-label={`${data.title}, table`} tabIndex={0}>
      <table>
        <caption className="chart-hidden">
          {data.title}. {data.measure}.
        </caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {data.series.map(({ id, name, remark }) => (
              <th key={id} scope="col" className="chart-figure">
                {name}
                {remark !== null && <small>{remark}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.months.slice(0, drawn).map((month, index) => (
            <MonthRow
              key={month.month}
              data={data}
              index={index}
              month={month}
              contradicted={contradicted}
              onOpenFigure={onOpenFigure}
            />
          ))}
        </tbody>
      </table>
      {data.series.some(({ figures }) => figures.some((figure) => figure?.derived != null)) && (
        <p>* Derived from printed figures; the cell’s title says how.</p>
      )}
    </section>
  );
};
