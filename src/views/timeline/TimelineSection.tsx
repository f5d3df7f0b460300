import './timeline.css';
import { type ReactNode, useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthRanges, monthTitle } from '../../deal/month.ts';
import { monthIn } from '../../deal/series.ts';
import { counted } from '../format.ts';
import { DataTable } from '../tables/DataTable.tsx';
import { AmendmentPanel } from './AmendmentPanel.tsx';
import { statementsTable } from './data/statements-table.ts';
import { timelineOf } from './data/timeline.ts';
import { MonthCalendar } from './MonthCalendar.tsx';

interface TimelineSectionProps {
  readonly deal: Deal;
  /** `2002-05`: the month whose amendment is seen beside the original. */
  readonly amended: string | undefined;
}

/** Which months are loaded, missing, doubled and amended, and the file of each. */
export const TimelineSection = ({ deal, amended }: TimelineSectionProps): ReactNode => {
  const timeline = useMemo(() => timelineOf(deal), [deal]);
  const model = useMemo(() => statementsTable(deal, timeline), [deal, timeline]);
  const month = amended === undefined ? undefined : monthIn(deal, amended);
  const of = (state: (typeof timeline)[number]['state']) => timeline.filter((each) => each.state === state);
  const [missing, doubled, changed] = [of('missing'), of('doubled'), of('amended')];
  const listed = missing.filter(({ listedBy }) => listedBy !== null);
  const leftOut = timeline.filter(({ statement, leftOutBy }) => statement !== null && leftOutBy !== null);
  const ranges = (months: typeof timeline): string => monthRanges(months.map((each) => each.month)).join(', ');
  return (
    <div className="timeline">
      {amended !== undefined &&
        (month === undefined || month.superseded.length === 0 ? (
          <p className="notice">There is only one statement of {monthTitle(amended)}: nothing to set beside it.</p>
        ) : (
          <AmendmentPanel key={`${month.month} ${month.statement.file}`} deal={deal} month={month} />
        ))}
      {timeline.length > 0 && (
        <section aria-label="Months">
          <p className="lede timeline-words">
            {counted(deal.months.length, 'month')} of {timeline.length} loaded.{' '}
            {missing.length > 0 && `Missing: ${ranges(missing)}. `}
            {listed.length > 0 && `Annual statements list the reports of ${ranges(listed)}. `}
            {changed.length > 0 && `Amended: ${ranges(changed)}. `}
            {doubled.length > 0 && `Several statements: ${ranges(doubled)}. `}
            {leftOut.length > 0 && `Loaded, but in no annual statement’s list of reports: ${ranges(leftOut)}.`}
          </p>
          <MonthCalendar deal={deal} timeline={timeline} />
        </section>
      )}
      <DataTable title="Statements" model={model} fileName={`${deal.id}-statements`} />
    </div>
  );
};
