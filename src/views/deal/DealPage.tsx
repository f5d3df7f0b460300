import './deal-page.css';
import '../checks/checks.css';
import { lazy, type ReactNode, Suspense, useCallback, useDeferredValue } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthTitle } from '../../deal/month.ts';
import { latestMonth, monthIn } from '../../deal/series.ts';
import { formatPlace, isChartSection, type Place } from '../../store/place.ts';
import { isUsual, usualView, type View } from '../../store/view.ts';
import { ContradictedContext, useContradictedOf } from '../checks/contradicted.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { goTo, moveTo } from '../navigation.ts';
import { openFigure } from '../open-figure.ts';
import { DealName } from './DealName.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { MonthPicker } from './MonthPicker.tsx';
import { Particulars } from './Particulars.tsx';
import { Remarks } from './Remarks.tsx';
import { SectionNav } from './SectionNav.tsx';
import { SeriesGoal } from './SeriesGoal.tsx';
import { sectionsOf, sectionTitles } from './sections.ts';
import { useUnpacked } from './use-unpacked.ts';

const Overview = lazy(() =>
  import('../charts/OverviewSection.tsx').then(({ OverviewSection }) => ({ default: OverviewSection })),
);
const Measures = lazy(() =>
  import('../measures/MeasuresSection.tsx').then(({ MeasuresSection }) => ({ default: MeasuresSection })),
);
const ClassesByMonth = lazy(() =>
  import('../tables/ClassesByMonthTable.tsx').then(({ ClassesByMonthTable }) => ({ default: ClassesByMonthTable })),
);
const PoolByMonth = lazy(() =>
  import('../tables/PoolByMonthTable.tsx').then(({ PoolByMonthTable }) => ({ default: PoolByMonthTable })),
);
const Checks = lazy(() =>
  import('../checks/ChecksSection.tsx').then(({ ChecksSection }) => ({ default: ChecksSection })),
);
const Timeline = lazy(() =>
  import('../timeline/TimelineSection.tsx').then(({ TimelineSection }) => ({ default: TimelineSection })),
);
const Year = lazy(() =>
  import('../year/YearComparison.tsx').then(({ YearComparison }) => ({ default: YearComparison })),
);

const AnnualSection = lazy(() => import('./AnnualSection.tsx').then((module) => ({ default: module.AnnualSection })));
const OfferingSection = lazy(() =>
  import('./OfferingSection.tsx').then((module) => ({ default: module.OfferingSection })),
);
const StatementSection = lazy(() =>
  import('./StatementSection.tsx').then((module) => ({ default: module.StatementSection })),
);
const DealsExport = lazy(() => import('../export/DealsExport.tsx').then((module) => ({ default: module.DealsExport })));

type DealPlace = Extract<Place, { readonly kind: 'deal' }>;

interface DealPageProps {
  readonly deal: Deal;
  readonly place: DealPlace;
}

/** One deal: what it is, the key figures of a month, and its charts, tables and other statements in sections. */
export const DealPage = ({ deal, place }: DealPageProps): ReactNode => {
  const unpacked = useUnpacked(deal);
  return unpacked === null ? <p className="waiting">Opening…</p> : <UnpackedDeal deal={unpacked} place={place} />;
};

const UnpackedDeal = ({ deal, place }: DealPageProps): ReactNode => {
  const sections = sectionsOf(deal);
  // Checks and timeline are there for every deal, and nobody came for them first.
  const section = sections.includes(place.section)
    ? place.section
    : sections.find((each) => each !== 'checks' && each !== 'timeline');
  // The tab answers at once; what it opens is drawn when there is time.
  const drawn = useDeferredValue(section);
  const month = (place.month === null ? undefined : monthIn(deal, place.month)) ?? latestMonth(deal);
  const here = {
    kind: 'deal',
    deal: deal.id,
    month: place.month,
    section: section ?? 'overview',
    ...(place.view === undefined ? {} : { view: place.view }),
  } as const;
  const selectMonth = (selected: string) => goTo({ ...here, month: selected });
  const changeView = useCallback(
    (view: View, again = false) => {
      const { view: _, ...rest } = place;
      const there = isUsual(view) ? rest : { ...rest, view };
      if (again) moveTo(there);
      else goTo(there);
    },
    [place],
  );
  const contradicted = useContradictedOf(deal);
  const charts =
    month === undefined
      ? null
      : {
          deal,
          view: place.view ?? usualView,
          onChangeView: changeView,
          month: month.month,
          onSelectMonth: selectMonth,
          onOpenFigure: openFigure,
        };
  return (
    <ContradictedContext value={contradicted}>
      <article className="deal-page">
        <header className="deal-head">
          <h1>
            <DealName name={deal.name} />
          </h1>
          {month !== undefined && <MonthPicker deal={deal} month={month.month} onSelectMonth={selectMonth} />}
          <div className="deal-line">
            <Particulars deal={deal} />
            <div className="deal-actions">
              <a className="report-link" href={formatPlace({ kind: 'report', deal: deal.id })}>
                Report for print
              </a>
              <Suspense
                fallback={
                  <button type="button" disabled>
                    Export ▾
                  </button>
                }
              >
                <DealsExport deals={[deal]} label="Export" />
              </Suspense>
            </div>
          </div>
        </header>
        {month !== undefined && (
          <section className="month" aria-label={monthTitle(month.month)}>
            {place.month !== null && place.month !== month.month && (
              <p className="notice">
                No statement is loaded for {monthTitle(place.month)}; this is {monthTitle(month.month)}.
              </p>
            )}
            <KeyFigures deal={deal} month={month} />
          </section>
        )}
        <Remarks deal={deal} />
        <SectionNav sections={sections} current={section} hrefOf={(each) => formatPlace({ ...here, section: each })} />
        <ErrorPanel key={drawn} what={drawn === undefined ? 'this deal' : sectionTitles[drawn].toLowerCase()}>
          <Suspense fallback={<p className="waiting">Drawing…</p>}>
            {drawn === 'overview' && charts !== null && <Overview {...charts} />}
            {isChartSection(drawn) && drawn !== 'overview' && charts !== null && (
              <Measures {...charts} section={drawn} />
            )}
            {drawn === 'tables' && (
              <div className="tables">
                <div id="classes-by-month">
                  <ClassesByMonth
                    key={place.concept}
                    deal={deal}
                    concept={place.concept ?? null}
                    onOpenFigure={openFigure}
                  />
                </div>
                <div id="pool-by-month">
                  <PoolByMonth deal={deal} onOpenFigure={openFigure} />
                </div>
              </div>
            )}
            {(drawn === 'overview' || drawn === 'tables') && place.concept !== undefined && (
              <SeriesGoal concept={place.concept} section={drawn} />
            )}
            {drawn === 'statement' && <StatementSection deal={deal} month={month} />}
            {drawn === 'checks' && <Checks deal={deal} />}
            {drawn === 'timeline' && <Timeline deal={deal} amended={place.amended} />}
            {drawn === 'annual' && (
              <>
                <Year deal={deal} year={place.year} />
                <AnnualSection deal={deal} />
              </>
            )}
            {drawn === 'offering' && <OfferingSection deal={deal} />}
          </Suspense>
        </ErrorPanel>
      </article>
    </ContradictedContext>
  );
};
