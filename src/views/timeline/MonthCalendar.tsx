import type { ReactNode } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { dateTitle, monthTitle } from '../../deal/month.ts';
import { formatPlace } from '../../store/place.ts';
import type { MonthState, TimelineMonth } from './data/timeline.ts';

const shortNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Beside the day, so that colour is not all that tells it. */
const signs: Readonly<Record<MonthState, string>> = { loaded: '', amended: 'A', doubled: '2×', missing: '?' };

const stateWords: Readonly<Record<MonthState, string>> = {
  loaded: 'one statement',
  amended: 'amended',
  doubled: 'several statements',
  missing: 'missing',
};

const Month = ({ deal, month }: { readonly deal: Deal; readonly month: TimelineMonth }): ReactNode => {
  const { state, statement, leftOutBy, because } = month;
  const name = monthTitle(month.month);
  if (statement?.date == null) {
    return (
      <span className="calendar-month calendar-missing" title={[`${name}: missing.`, ...because].join(' ')}>
        <span aria-hidden="true">{signs.missing}</span>
        <span className="sr-only">missing</span>
      </span>
    );
  }
  const remark = leftOutBy === null ? '' : '. Not in the annual statement’s list of reports';
  const isBeside = month.superseded.length > 0;
  return (
    <a
      className={`calendar-month calendar-${state}`}
      href={formatPlace({
        kind: 'deal',
        deal: deal.id,
        month: isBeside ? null : month.month,
        section: isBeside ? 'timeline' : 'statement',
        ...(isBeside ? { amended: month.month } : {}),
      })}
      title={`${dateTitle(statement.date)}: ${stateWords[state]}${remark}`}
    >
      {Number(statement.date.slice(8, 10))}
      {signs[state] !== '' && <sup aria-hidden="true">{signs[state]}</sup>}
      <span className="sr-only">
        {' '}
        {name}, {stateWords[state]}
        {remark}
      </span>
    </a>
  );
};

const Key = ({ states }: { readonly states: ReadonlySet<MonthState> }): ReactNode => (
  <ul className="calendar-key" aria-label="Signs">
    {(Object.keys(stateWords) as MonthState[])
      .filter((state) => states.has(state))
      .map((state) => (
        <li key={state}>
          <span className={`calendar-month calendar-${state}`} aria-hidden="true">
            {state === 'loaded' ? '25' : state === 'missing' ? '?' : <>25{<sup>{signs[state]}</sup>}</>}
          </span>
          {stateWords[state]}
          {state === 'loaded' && ', on that day'}
        </li>
      ))}
  </ul>
);

/** Years down, months across: the day of each month's distribution, or that it is missing. */
export const MonthCalendar = ({
  deal,
  timeline,
}: {
  readonly deal: Deal;
  readonly timeline: readonly TimelineMonth[];
}): ReactNode => {
  const months = new Map(timeline.map((each) => [each.month, each]));
  const years = [...new Set(timeline.map(({ month }) => month.slice(0, 4)))];
  const annual = new Set(deal.annual.flatMap(({ date }) => date?.slice(0, 4) ?? []));
  return (
    <>
      <div className="table-frame">
        <table className="calendar">
          <caption className="sr-only">Months loaded and missing, by year</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              {shortNames.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Annual</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {shortNames.map((name, index) => {
                  const month = months.get(`${year}-${String(index + 1).padStart(2, '0')}`);
                  return <td key={name}>{month !== undefined && <Month deal={deal} month={month} />}</td>;
                })}
                <td>
                  {annual.has(year) && (
                    <a
                      className="calendar-year"
                      href={formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'annual', year })}
                    >
                      {year}
                      <span className="sr-only"> against its months</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Key states={new Set(timeline.map(({ state }) => state))} />
    </>
  );
};
