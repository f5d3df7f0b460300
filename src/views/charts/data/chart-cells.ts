import type { ExportCell, ExportTable } from '../../../export/csv.ts';
import type { ChartData, ChartSeries } from './chart-data.ts';
import type { Figure } from './figures.ts';

/** A printed figure with its digits, a derived one in full. */
const cellOf = (figure: Figure | null | undefined): ExportCell => {
  if (figure == null) return null;
  if (figure.derived !== null || figure.source === null) return { number: figure.value };
  return { figure: { value: figure.value, text: figure.text, decimals: figure.source.fact.decimals } };
};

/**
 * What a chart shows as a table to write out: a row per month with a statement, a column per series, and the files
 * that printed the row's figures.
 */
export const chartCells = (data: ChartData, series: readonly ChartSeries[]): ExportTable => ({
  headings: [
    'Date',
    ...series.map(({ name, remark }) => (remark === null ? name : `${name} (${remark})`)),
    'Statement file',
  ],
  rows: data.months.flatMap(({ date, statement }, index) => {
    if (statement === null) return [];
    const figures = series.map((each) => each.figures[index]);
    const files = new Set(figures.flatMap((figure) => figure?.source?.statement.file ?? []));
    if (files.size === 0) files.add(statement.file);
    return [[{ date }, ...figures.map(cellOf), { text: [...files].join(', ') }]];
  }),
});
