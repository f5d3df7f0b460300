import type { ReactNode } from 'react';
import { Swatch } from '../charts/frame/Swatch.tsx';
import { verdictWords } from '../checks/verdict-words.ts';
import type { ShownChart } from './chart.ts';
import { datesOf, dealOf, measureOf, notesOf, sourceOf } from './chart-words.ts';
import { inRows, type Measure, wrapWords } from './wrap.ts';

/** Pixels. */
const pictureWidth = 960;
const edge = 24;
export const plotPlace = { x: edge - 8, y: 100, width: pictureWidth - 2 * edge + 16, height: 380 } as const;
const legendRow = 22;
const swatchWidth = 22;
const lineHeight = 17;
const small = 12;
const contradictedWords = 'contradicted by other printed figures';

/** What stands around the plot: title, deal, measure and dates above it, legend, notes and source below. `measure` is of the small type. */
export const ChartPicture = ({
  chart,
  measure,
}: {
  readonly chart: ShownChart;
  readonly measure: Measure;
}): ReactNode => {
  const { data, series, colours, contradicted } = chart;
  const width = pictureWidth - 2 * edge;
  const labels = series.map(({ name, remark }) => (remark === null ? name : `${name} (${remark})`));
  const marked = series.some(({ figures }) =>
    figures.some((figure) => figure?.source != null && contradicted.has(figure.source.fact)),
  );
  const widths = [...labels, ...(marked ? [contradictedWords] : [])].map((label) => swatchWidth + measure(label));
  const places = inRows(widths, width, 18);
  const legendTop = plotPlace.y + plotPlace.height + 12;
  const notesTop = legendTop + ((places.at(-1)?.row ?? -1) + 1) * legendRow + 14;
  const notes = notesOf(data).flatMap((note) => wrapWords(note, width, measure));
  const sourceTop = notesTop + notes.length * lineHeight + (notes.length > 0 ? 12 : 0);
  const sources = wrapWords(sourceOf(data), width, measure);
  const height = sourceTop + sources.length * lineHeight + edge - 8;
  const line = (text: string, x: number, y: number, size: number, ink: string) => (
    <text key={`${y}`} x={x} y={y} fontSize={size} fill={ink}>
      {text}
    </text>
  );
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it gets title and description where it becomes a file
    <svg className="picture-frame" width={pictureWidth} height={height} viewBox={`0 0 ${pictureWidth} ${height}`}>
      <rect width={pictureWidth} height={height} fill="var(--ground)" />
      <text x={edge} y={edge + 18} fontSize={20} fontWeight={600} fill="var(--ink)">
        {data.title}
      </text>
      {line(dealOf(data), edge, edge + 40, 14, 'var(--ink)')}
      {line(`${measureOf(data)} · ${datesOf(data)}`, edge, edge + 60, 13, 'var(--ink-quiet)')}
      {places.map(({ row, x }, index) => {
        const each = series[index];
        const y = legendTop + row * legendRow;
        return (
          <g key={each?.id ?? ''} transform={`translate(${edge + x} ${y})`}>
            {each === undefined ? (
              <g className="chart-contradicted">
                <rect x={1} y={-1} width={14} height={14} />
                <text x={8} y={10} textAnchor="middle">
                  {verdictWords.contradicted.sign}
                </text>
              </g>
            ) : (
              <Swatch series={each} colour={colours.get(each.id)} />
            )}
            {line(labels[index] ?? contradictedWords, swatchWidth, 10, small, 'var(--ink)')}
          </g>
        );
      })}
      {notes.map((note, index) => line(note, edge, notesTop + 8 + index * lineHeight, small, 'var(--ink-quiet)'))}
      <line x1={edge} x2={pictureWidth - edge} y1={sourceTop - 6} y2={sourceTop - 6} stroke="var(--hairline)" />
      {sources.map((text, index) => line(text, edge, sourceTop + 12 + index * lineHeight, small, 'var(--ink-quiet)'))}
    </svg>
  );
};
