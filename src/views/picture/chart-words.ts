import { dateTitle, monthRanges } from '../../deal/month.ts';
import type { Statement } from '../../facts/fact.ts';
import type { ChartData } from '../charts/data/chart-data.ts';
import { joined } from '../charts/data/words.ts';
import { counted } from '../format.ts';

const mostNamed = 3;

/** The statements that print the figures of a chart, month by month. */
const statementsOf = ({ months, series }: ChartData): readonly Statement[] =>
  months.flatMap(({ statement }, index) => {
    const sources = series.flatMap(({ figures }) => figures[index]?.source?.statement ?? []);
    return sources.length > 0 ? sources : (statement ?? []);
  });

/** Whose figures a chart draws: the deal, or the deals, of its statements. */
export const dealOf = (data: ChartData): string => {
  const names = [
    ...new Set(
      statementsOf(data)
        .map(({ deal }) => deal)
        .reverse(),
    ),
  ];
  const [first = ''] = names;
  return names.length <= mostNamed ? joined(names) : `${first} and ${names.length - 1} more`;
};

/** What is measured, and along what where that is not time. */
export const measureOf = ({ measure, months }: ChartData): string =>
  months[0]?.age === undefined ? measure : `${measure}, by months since the first distribution`;

/** From which distribution date to which, in words: `28 May 2002 – 25 June 2003`. */
export const datesOf = ({ months }: ChartData): string => {
  const loaded = months.filter(({ statement }) => statement !== null);
  const [first, last] = [loaded[0], loaded.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? dateTitle(first.date) : `${dateTitle(first.date)} – ${dateTitle(last.date)}`;
};

/** The files that print the figures of a chart, in the order of their dates. */
export const filesOf = (data: ChartData): readonly string[] => [...new Set(statementsOf(data).map(({ file }) => file))];

/** Which files the figures come from, in a line: all of a few, else the first and the last and how many. */
export const sourceOf = (data: ChartData): string => {
  const files = filesOf(data);
  const [first = '', last = ''] = [files[0], files.at(-1)];
  const named =
    files.length <= mostNamed ? files.join(', ') : `${first} … ${last}, ${counted(files.length, 'statement file')}`;
  return `Source: ${named}`;
};

/** What must be said below a chart: missing months and its own notes. */
export const notesOf = ({ months, notes }: ChartData): readonly string[] => {
  const gaps = months.filter(({ statement }) => statement === null).map(({ month }) => month);
  return gaps.length > 0 ? [`No statement loaded for ${monthRanges(gaps).join(', ')}.`, ...notes] : notes;
};
