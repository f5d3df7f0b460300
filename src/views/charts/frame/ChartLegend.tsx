import type { SeriesColour } from '../../palette.ts';
import type { ChartSeries } from '../data/chart-data.ts';
import { Swatch } from './Swatch.tsx';

/** The series by name; pressing one takes it out of the chart or puts it back. */
export const ChartLegend = ({
  title,
  series,
  colours,
  hidden,
  onChange,
}: {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}) => {
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <ul className="chart-legend" aria-label={`Series of ${title}`}>
      {series.map((each) => (
        <li key={each.id}>
          <button type="button" aria-pressed={!hidden.has(each.id)} onClick={() => toggle(each.id)}>
            <Swatch series={each} colour={colours.get(each.id)} />
            <span className="chart-legend-name">{each.name}</span>
            {each.remark !== null && <small>{each.remark}</small>}
          </button>
        </li>
      ))}
      {series.some(({ id }) => hidden.has(id)) && (
        <li>
          <button type="button" className="chart-link" onClick={() => onChange(new Set())}>
            Show all
          </button>
        </li>
      )}
    </ul>
  );
};
