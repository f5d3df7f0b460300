import './year.css';
import { type ReactNode, useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthRanges } from '../../deal/month.ts';
import { type YearView, yearsOf, yearView } from '../../metrics/year.ts';
import { formatPlace } from '../../store/place.ts';
import { SourceLine } from '../deal/StatementSection.tsx';
import { counted } from '../format.ts';
import { DerivedFigures } from './DerivedFigures.tsx';
import { derivedByMonth, type YearGroup, yearGroups } from './data/year-groups.ts';
import { YearGroupTable } from './YearGroupTable.tsx';

const outcomeWords = ({ counts }: Pick<YearGroup, 'counts'>): string => {
  const { agrees, differs, derived, incomplete } = counts;
  const parts = [
    ...(differs > 0 ? [`${differs.toLocaleString('en-US')} differ`] : []),
    ...(agrees > 0 ? [`${agrees.toLocaleString('en-US')} agree`] : []),
    ...(derived > 0 ? [`${derived.toLocaleString('en-US')} give the missing month`] : []),
    ...(incomplete > 0 ? [`${incomplete.toLocaleString('en-US')} not compared`] : []),
  ];
  return parts.join(', ');
};

const Group = ({ group, first }: { readonly group: YearGroup; readonly first: boolean }): ReactNode => {
  const [open, setOpen] = useState(first || group.counts.differs > 0);
  return (
    <details className="year-group" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{group.title}</strong> <span className="quiet">{outcomeWords(group)}</span>
      </summary>
      {open && <YearGroupTable group={group} />}
    </details>
  );
};

const sources: Readonly<Record<YearView['monthsFrom'], string>> = {
  reports: 'by the annual statement’s list of reports',
  'first distribution': 'counted from the first distribution',
  calendar: 'by the calendar, as nothing tells when the deal began',
};

const Months = ({ view }: { readonly view: YearView }): ReactNode => (
  <p className="lede">
    {view.year} has {counted(view.months.length, 'month')}, {sources[view.monthsFrom]}
    {view.months.length > 0 && ` (${monthRanges(view.months).join(', ')})`}.{' '}
    {view.missing.length > 0 ? `Not loaded: ${monthRanges(view.missing).join(', ')}.` : 'All of them are loaded.'}
  </p>
);

interface YearComparisonProps {
  readonly deal: Deal;
  /** `2002`; undefined for the last year that has an annual statement. */
  readonly year: string | undefined;
}

/** A year's annual statement against the sum of its months, and what a missing month must have been. */
export const YearComparison = ({ deal, year }: YearComparisonProps): ReactNode => {
  const years = useMemo(() => yearsOf(deal), [deal]);
  const chosen =
    year !== undefined && years.includes(year) ? year : (deal.annual.at(-1)?.date?.slice(0, 4) ?? years.at(-1));
  const view = useMemo(() => (chosen === undefined ? null : yearView(deal, chosen)), [deal, chosen]);
  const groups = useMemo(() => (view?.statement == null ? [] : yearGroups(view)), [view]);
  const derived = useMemo(() => (view === null ? [] : [...derivedByMonth(view)]), [view]);
  if (view === null) return null;
  const total = groups.reduce(
    (sum, { counts }) => ({
      agrees: sum.agrees + counts.agrees,
      differs: sum.differs + counts.differs,
      derived: sum.derived + counts.derived,
      incomplete: sum.incomplete + counts.incomplete,
    }),
    { agrees: 0, differs: 0, derived: 0, incomplete: 0 },
  );
  return (
    <section className="year-view" aria-label={`The year ${view.year}`}>
      <header className="year-head">
        <h2>The year against its months</h2>
        <nav aria-label="Years">
          {years.map((each) => (
            <a
              key={each}
              href={formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'annual', year: each })}
              aria-current={each === view.year ? 'page' : undefined}
            >
              {each}
            </a>
          ))}
        </nav>
      </header>
      {year !== undefined && !years.includes(year) && (
        <p className="notice">
          Nothing is loaded of {year}; this is {view.year}.
        </p>
      )}
      <Months view={view} />
      {view.statement === null ? (
        <p className="notice">
          No annual statement of {view.year} is loaded: there is nothing to hold the months against.
        </p>
      ) : (
        <>
          <SourceLine statement={view.statement} />
          {view.superseded.length > 0 && (
            <p className="quiet">
              {counted(view.superseded.length, 'other annual statement')} of {view.year}; the one filed last counts.
            </p>
          )}
          <p className="year-outcome">Of its figures {outcomeWords({ counts: total })}.</p>
          {derived.map(([month, figures]) => (
            <DerivedFigures key={month} month={month} figures={figures} />
          ))}
          {groups.map((group, index) => (
            <Group key={`${view.year} ${group.id}`} group={group} first={index === 0} />
          ))}
        </>
      )}
    </section>
  );
};
