import { Fragment, type ReactNode, useState } from 'react';
import { monthTitle } from '../../deal/month.ts';
import type { YearBalance, YearFlow } from '../../metrics/year.ts';
import { counted } from '../format.ts';
import {
  figureTitle,
  incompleteWords,
  placesOf,
  type YearGroup,
  type YearState,
  yearNumber,
} from './data/year-groups.ts';
import { decimalsOf, TermLink } from './Terms.tsx';

const stateWords: Readonly<Record<YearState, string>> = {
  agrees: '✓ agrees',
  differs: '≠ differs',
  derived: 'gives the missing month',
  incomplete: 'not compared',
};

const State = ({ state }: { readonly state: YearState }): ReactNode => (
  <span className={`year-state year-${state}`}>{stateWords[state]}</span>
);

const Difference = ({
  value,
  rounding,
  places,
}: {
  readonly value: number | null;
  readonly rounding: number;
  readonly places: number;
}): ReactNode =>
  value === null ? (
    <span className="quiet">—</span>
  ) : (
    <span
      title={`Rounding of the printed figures allows ±${rounding.toLocaleString('en-US', { maximumFractionDigits: 6 })}`}
    >
      {yearNumber(value, places)}
    </span>
  );

const Months = ({ flow }: { readonly flow: YearFlow }): ReactNode => (
  <tr className="year-months">
    <td colSpan={5}>
      <ol>
        {flow.months.map(({ month, printed }) => (
          <li key={month}>
            <span className="quiet">{monthTitle(month)}</span>{' '}
            {printed === null ? <span className="quiet">nothing</span> : <TermLink term={printed} />}
          </li>
        ))}
      </ol>
    </td>
  </tr>
);

const FlowRow = ({ flow }: { readonly flow: YearFlow }): ReactNode => {
  const [open, setOpen] = useState(false);
  const { annual, months, sum, difference, rounding, state } = flow;
  const places = placesOf([decimalsOf(annual), ...months.map(({ printed }) => decimalsOf(printed))]);
  const title = figureTitle(flow);
  const printed = months.filter((month) => month.printed !== null).length;
  return (
    <>
      <tr>
        <th scope="row">{title}</th>
        <td className="number">
          {annual === null ? <span className="quiet">not printed</span> : <TermLink term={annual} />}
        </td>
        <td className="number">
          {sum === null ? (
            <span className="quiet">not printed</span>
          ) : (
            <button
              type="button"
              className="figure computed"
              aria-expanded={open}
              title={`Sum of ${printed} months; shows each`}
              onClick={() => setOpen(!open)}
            >
              {yearNumber(sum, places)}
              <span className="sr-only">, sum of {printed} months</span>
            </button>
          )}
        </td>
        <td className="number">
          <Difference value={difference} rounding={rounding} places={places} />
        </td>
        <td>
          <State state={state} />
          {state === 'incomplete' && <small className="year-reason">{incompleteWords(flow)}</small>}
        </td>
      </tr>
      {open && <Months flow={flow} />}
    </>
  );
};

const BalanceRow = ({ balance }: { readonly balance: YearBalance }): ReactNode => {
  const { annual, at, month, printed, difference, rounding, state } = balance;
  const places = placesOf([decimalsOf(annual), decimalsOf(printed)]);
  return (
    <tr>
      <th scope="row">
        {figureTitle(balance)}
        <small className="year-reason">
          {at} of {monthTitle(month)}
        </small>
      </th>
      <td className="number">{annual !== null && <TermLink term={annual} />}</td>
      <td className="number">
        {printed === null ? <span className="quiet">not printed</span> : <TermLink term={printed} />}
      </td>
      <td className="number">
        <Difference value={difference} rounding={rounding} places={places} />
      </td>
      <td>
        <State state={state} />
      </td>
    </tr>
  );
};

/** A class's figures of the year, or the pool's, beside what its months add up to; those that nothing is held against fold away. */
export const YearGroupTable = ({ group }: { readonly group: YearGroup }): ReactNode => {
  const [all, setAll] = useState(false);
  const isShown = ({ state }: { readonly state: YearState }): boolean => all || state !== 'incomplete';
  const [flows, balances] = [group.flows.filter(isShown), group.balances.filter(isShown)];
  const { incomplete } = group.counts;
  return (
    <>
      {flows.length + balances.length > 0 && <Rows title={group.title} flows={flows} balances={balances} />}
      {incomplete > 0 && (
        <p>
          <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Without' : 'With'} {counted(incomplete, 'figure')} that nothing is held against
          </button>
        </p>
      )}
    </>
  );
};

const Rows = ({ title, flows, balances }: Pick<YearGroup, 'title' | 'flows' | 'balances'>): ReactNode => (
  <div className="table-frame">
    <table className="figures-table year-table">
      <caption className="sr-only">{title}: the year and its months</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" className="number">
            Annual statement
          </th>
          <th scope="col" className="number">
            Months, summed
          </th>
          <th scope="col" className="number">
            Difference
          </th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <FlowRow key={figureTitle(flow)} flow={flow} />
        ))}
        {balances.length > 0 && (
          <tr className="year-divider">
            <th scope="rowgroup" colSpan={5}>
              Balances, beside the month that they belong to
            </th>
          </tr>
        )}
        {balances.map((balance) => (
          <Fragment key={figureTitle(balance)}>
            <BalanceRow balance={balance} />
          </Fragment>
        ))}
      </tbody>
    </table>
  </div>
);
