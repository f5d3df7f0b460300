import type { SeriesColour } from '../../palette.ts';
import type { ChartSeries } from '../data/chart-data.ts';

/** A series as it is drawn, in small: a patch for areas and columns, a stroke for lines. */
export const Swatch = ({
  series,
  colour,
}: {
  readonly series: ChartSeries;
  readonly colour: SeriesColour | undefined;
}) => {
  const stroke = colour?.stroke ?? 'var(--ink)';
  const isLine = series.mark === 'line' || series.mark === 'points';
  return (
    <svg className="chart-swatch" width={16} height={12} aria-hidden="true" focusable="false">
      {isLine ? (
        <line
          x1={series.mark === 'points' ? 3 : 0}
          x2={series.mark === 'points' ? 13 : 16}
          y1={6}
          y2={6}
          stroke={stroke}
          strokeWidth={2.5}
          {...(series.dashed ? { strokeDasharray: '4 2' } : {})}
        />
      ) : (
        <>
          <rect x={2} y={0} width={12} height={12} fill={stroke} />
          {series.hatched && (
            <path d="M2 6l6-6M2 12l12-12M8 12l6-6" stroke="var(--ground)" strokeWidth={1.5} strokeOpacity={0.8} />
          )}
        </>
      )}
    </svg>
  );
};
