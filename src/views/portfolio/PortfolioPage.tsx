import '../overview.css';
import './portfolio.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { PortfolioPlace } from '../../store/overview-places.ts';
import { formatPlace } from '../../store/place.ts';
import { useApp } from '../../store/store.ts';
import { counted } from '../format.ts';
import { moveTo } from '../navigation.ts';
import { DataTable, type TableView } from '../tables/DataTable.tsx';
import { measuresAmong, portfolioColumns, portfolioModel } from './data/portfolio-model.ts';
import type { Subject } from './data/survey.ts';
import { useSurvey } from './use-survey.ts';

const isColumn = (id: string): boolean => portfolioColumns.some((column) => column.id === id);

const viewOf = ({ sort, find, columns }: PortfolioPlace): TableView => ({
  sorting: sort
    .map((column) => ({ id: column.replace(/^-/, ''), desc: column.startsWith('-') }))
    .filter(({ id }) => isColumn(id)),
  search: find,
  columns:
    columns === null
      ? {}
      : Object.fromEntries(portfolioColumns.map(({ id }, index) => [id, index === 0 || columns.includes(id)])),
});

const shownIn = (view: TableView): readonly string[] =>
  portfolioColumns.filter(({ id, shown }) => view.columns[id] ?? shown).map(({ id }) => id);

const placeOf = (view: TableView): PortfolioPlace => {
  const shown = shownIn(view);
  const isUsual = portfolioColumns.every((column) => column.shown === shown.includes(column.id));
  return {
    kind: 'portfolio',
    sort: view.sorting.map(({ id, desc }) => `${desc ? '-' : ''}${id}`),
    find: view.search,
    columns: isUsual ? null : shown,
  };
};

/** Milliseconds after the last key that the address follows: browsers refuse one that changes too often. */
const settling = 300;

/** How the table is looked at, kept in the address; what is typed shows at once. */
const useViewInAddress = (place: PortfolioPlace): readonly [TableView, (view: TableView) => void] => {
  const address = formatPlace(place);
  const [{ view, from }, setKept] = useState({ view: viewOf(place), from: address });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The address was changed by something else: Back, or a link.
  const current = from === address ? view : viewOf(place);
  if (from !== address) setKept({ view: current, from: address });
  const look = (next: TableView) => {
    const target = placeOf(next);
    setKept({ view: next, from: address });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setKept({ view: next, from: formatPlace(target) });
      moveTo(target);
    }, settling);
  };
  return [current, look];
};

interface PortfolioPageProps {
  readonly deals: readonly Deal[];
  readonly place: PortfolioPlace;
}

/** All loaded deals, one row each: the measures of the latest month, how they came about, and what the checks found. */
export const PortfolioPage = ({ deals, place }: PortfolioPageProps): ReactNode => {
  const [view, look] = useViewInAddress(place);
  const reading = useApp(({ progress }) => progress !== null);
  const checks = useApp((state) => state.checks);
  const wanted = measuresAmong([...shownIn(view), ...view.sorting.map(({ id }) => id)]).join(' ');
  const columns = useMemo(() => measuresAmong(wanted.split(' ')), [wanted]);
  const subjects = useMemo(
    () => deals.flatMap((deal): Subject[] => columns.map((measure) => ({ deal, measure }))),
    [deals, columns],
  );
  const known = useSurvey(subjects, reading);
  const busy = subjects.some((subject) => known(subject) === undefined);
  const model = useMemo(
    () => portfolioModel(deals, columns, known, (deal) => checks.get(deal)?.findings.length),
    [deals, columns, checks, known],
  );
  const months = deals.reduce((sum, deal) => sum + deal.months.length, 0);
  return (
    <article className="portfolio">
      <header className="overview-head">
        <h1>Portfolio</h1>
        <p className="lede">
          {counted(deals.length, 'deal')}, {counted(months, 'month')}. Measures are those of each deal’s latest month;
          the small lines run over all its months.{' '}
          <span aria-live="polite">{busy && !reading ? 'Computing…' : ''}</span>
        </p>
      </header>
      <DataTable title="All deals" model={model} fileName="portfolio" view={view} onView={look} />
    </article>
  );
};
