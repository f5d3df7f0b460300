import type { Deal } from '../../../deal/deal.ts';
import { monthRanges, monthTitle } from '../../../deal/month.ts';
import { seriesOf } from '../../../deal/names.ts';
import { factOf, latestMonth } from '../../../deal/series.ts';
import { isComputed } from '../../../metrics/measure.ts';
import { type MeasureDefinition, type MeasureId, measures } from '../../../metrics/measures.ts';
import { formatPlace, type Section } from '../../../store/place.ts';
import { formulaWords, measureText, measureUnitName } from '../../measure-words.ts';
import {
  type TableCell,
  type TableColumn,
  type TableModel,
  type TableRow,
  tableRow,
} from '../../tables/data/table-model.ts';
import type { Course, Subject } from './survey.ts';

/** What surveillance looks at first. */
const usual: readonly MeasureId[] = [
  'poolBalance',
  'poolFactor',
  'cpr',
  'cpr3',
  'delinquency60',
  'cumulativeLoss',
  'creditEnhancement',
  'excessSpread',
];

const headings: Partial<Readonly<Record<MeasureId, string>>> = {
  cpr: 'CPR, 1 month',
  cpr3: 'CPR, 3 months',
  creditEnhancement: 'Credit enhancement, senior',
};

type DealMeasure = MeasureDefinition & { readonly id: MeasureId };

const ofDeals: readonly DealMeasure[] = measures.filter(({ scope }) => scope === 'deal');

const columnOf = ({ id, title, unit }: DealMeasure): TableColumn => ({
  id,
  heading: headings[id] ?? title,
  unit: measureUnitName(unit),
  kind: 'figure',
  shown: usual.includes(id),
  listed: false,
});

const words = (id: string, heading: string, shown: boolean, listed = false): TableColumn => ({
  id,
  heading,
  unit: null,
  kind: 'words',
  shown,
  listed,
});

const count = (id: string, heading: string): TableColumn => ({ ...words(id, heading, true), kind: 'figure' });

/** The columns of the portfolio, those of the usual measures before the others. */
export const portfolioColumns: readonly TableColumn[] = [
  { ...words('deal', 'Deal', true), widest: 38 },
  words('month', 'Latest month', true),
  count('findings', 'Findings'),
  words('trigger', 'Trigger', true, true),
  ...usual.flatMap((id) => ofDeals.filter((each) => each.id === id).map(columnOf)),
  count('missing', 'Missing months'),
  words('trustee', 'Trustee', false, true),
  ...ofDeals.filter(({ id }) => !usual.includes(id)).map(columnOf),
];

const isMeasureColumn = (id: string): id is MeasureId => ofDeals.some((each) => each.id === id);

/** The measures among columns. */
export const measuresAmong = (columns: readonly string[]): readonly MeasureId[] => columns.filter(isMeasureColumn);

const addressOf = (deal: Deal, section: Section, month: string | null): string =>
  formatPlace({ kind: 'deal', deal: deal.id, month, section });

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  text,
  sort: text === '' ? undefined : text,
  written: text === '' ? null : { text },
  source: null,
  ...more,
});

const nothing = (note: string): TableCell => cell('—', { sort: undefined, written: null, note });

const trends = new WeakMap<object, readonly (number | null)[]>();

const measureCell = (course: Course | undefined, deal: Deal, month: string | undefined): TableCell => {
  if (course === undefined) return cell('…', { sort: undefined, written: null });
  const latest = course.findLast((point) => point.month === month)?.measure;
  if (latest === undefined) return nothing('No monthly statement is loaded.');
  const trend = trends.get(course) ?? course.map((point) => (isComputed(point.measure) ? point.measure.value : null));
  trends.set(course, trend);
  const drawn = trend.some((value) => value !== null) ? { trend } : {};
  if (!isComputed(latest)) return { ...nothing(latest.reason), ...drawn };
  return cell(measureText(latest), {
    sort: latest.value,
    written: { number: latest.value },
    note: formulaWords(latest),
    address: addressOf(deal, 'overview', month ?? null),
    ...drawn,
  });
};

const triggerCell = (deal: Deal): TableCell => {
  const latest = latestMonth(deal);
  const fact = latest === undefined ? undefined : factOf(latest.statement, 'triggerEventOccurred');
  if (latest === undefined || typeof fact?.value !== 'boolean') return nothing('No trigger event flag is printed.');
  const text = fact.value ? 'occurred' : 'no';
  return cell(text, {
    alarming: fact.value,
    note: `Trigger event printed in ${monthTitle(latest.month)}: ${fact.text}`,
    address: formatPlace({
      kind: 'source',
      file: latest.statement.file,
      document: null,
      line: fact.line,
      column: fact.column,
      finding: null,
    }),
  });
};

const rowOf = (
  deal: Deal,
  columns: ReadonlyMap<MeasureId, Course | undefined>,
  findings: number | undefined,
): TableRow => {
  const latest = latestMonth(deal);
  const gaps = deal.gaps.length;
  const series = seriesOf(deal.name);
  return tableRow(
    deal.id,
    new Map<string, TableCell>([
      [
        'deal',
        cell(deal.name, {
          address: addressOf(deal, 'overview', null),
          note: deal.name,
          ...(series === null ? {} : { tail: series }),
        }),
      ],
      [
        'month',
        latest === undefined
          ? nothing('No monthly statement is loaded.')
          : cell(monthTitle(latest.month), {
              sort: latest.month,
              written: { text: latest.month },
              address: addressOf(deal, 'statement', latest.month),
            }),
      ],
      [
        'findings',
        findings === undefined
          ? cell('…', { sort: undefined, written: null, note: 'Not checked yet' })
          : cell(findings.toLocaleString('en-US'), {
              sort: findings,
              written: { number: findings },
              address: addressOf(deal, 'checks', null),
            }),
      ],
      [
        'missing',
        latest === undefined
          ? nothing('No monthly statement is loaded.')
          : cell(gaps.toLocaleString('en-US'), {
              sort: gaps,
              written: { number: gaps },
              ...(gaps === 0 ? {} : { note: monthRanges(deal.gaps).join(', ') }),
            }),
      ],
      ['trigger', triggerCell(deal)],
      ['trustee', cell(deal.trustee ?? '')],
      ...[...columns].map(([id, course]) => [id, measureCell(course, deal, latest?.month)] as const),
    ]),
  );
};

/**
 * The portfolio as a table: a row per deal with the measures given of its latest month, as far as `known` finds them.
 * `findingsOf` tells how many findings a deal has, undefined as long as it is not checked.
 */
export const portfolioModel = (
  deals: readonly Deal[],
  filled: readonly MeasureId[],
  known: (subject: Subject) => Course | undefined,
  findingsOf: (deal: Deal) => number | undefined,
): TableModel => ({
  columns: portfolioColumns,
  rows: deals.map((deal) =>
    rowOf(deal, new Map(filled.map((measure) => [measure, known({ deal, measure })])), findingsOf(deal)),
  ),
});
