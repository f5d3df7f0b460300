import { toCsv } from '../../export/csv.ts';
import { fileName } from '../../export/file-name.ts';
import { toTsv } from '../../export/tsv.ts';
import { chartCells } from '../charts/data/chart-cells.ts';
import { counted } from '../format.ts';
import { copyText } from '../menu/copy-text.ts';
import { saveFile } from '../tables/save-file.ts';
import type { ShownChart } from './chart.ts';
import { dealOf } from './chart-words.ts';
import { drawPng, drawSvg } from './draw.tsx';

/** Named after the deal, the chart and its first and last month: `example-trust-2002-1-delinquency-2002-03-2003-12.png`. */
const nameOf = ({ data }: ShownChart, ending: string): string => {
  const months = data.months.filter(({ statement }) => statement !== null).map(({ month }) => month);
  return fileName(ending, dealOf(data), data.title, [...new Set([months[0] ?? '', months.at(-1) ?? ''])].join(' '));
};

const save = (chart: ShownChart, ending: string, content: string | Blob, type: string): string => {
  const name = nameOf(chart, ending);
  saveFile(name, content, type);
  return `Saved as ${name}`;
};

export const savePng = async (chart: ShownChart): Promise<string> =>
  save(chart, 'png', await drawPng(chart), 'image/png');

export const saveSvg = async (chart: ShownChart): Promise<string> =>
  save(chart, 'svg', await drawSvg(chart), 'image/svg+xml');

export const saveCsv = (chart: ShownChart): string =>
  save(chart, 'csv', toCsv(chartCells(chart.data, chart.series)), 'text/csv');

export const copyData = async (chart: ShownChart): Promise<string> => {
  const table = chartCells(chart.data, chart.series);
  await copyText(toTsv(table));
  return `Copied ${counted(table.rows.length, 'row')} of ${counted(chart.series.length, 'series', 'series')}`;
};
