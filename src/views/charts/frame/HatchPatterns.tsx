import type { SeriesColour } from '../../palette.ts';
import type { ChartSeries } from '../data/chart-data.ts';

/** The fill of a hatched series; `patterns` is the id given to its HatchPatterns. */
export const hatchOf = (patterns: string, seriesId: string): string => `url(#${patterns}-${seriesId})`;

/** The fill of months without a statement. */
export const gapFill = (patterns: string): string => `url(#${patterns}-gap)`;

/** SVG patterns, one per hatched series: its colour with fine lines of the ground across. */
export const HatchPatterns = ({
  id,
  series,
  colours,
}: {
  readonly id: string;
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
}) => (
  <defs>
    {series
      .filter(({ hatched }) => hatched)
      .map((each) => (
        <pattern
          key={each.id}
          id={`${id}-${each.id}`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={6} height={6} fill={colours.get(each.id)?.stroke ?? 'none'} />
          <rect width={1.5} height={6} fill="var(--ground)" fillOpacity={0.7} />
        </pattern>
      ))}
    <pattern id={`${id}-gap`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={1} height={6} fill="var(--chart-axis)" fillOpacity={0.35} />
    </pattern>
  </defs>
);
