import { type ReactNode, useState } from 'react';
import { monthTitle } from '../../deal/month.ts';
import type { DerivedFigure } from '../../metrics/year.ts';
import { fullTitle, placesOf, yearNumber } from './data/year-groups.ts';
import { decimalsOf, Terms } from './Terms.tsx';

const Row = ({ figure }: { readonly figure: DerivedFigure }): ReactNode => {
  const [open, setOpen] = useState(false);
  const { terms, value, rounding, formula } = figure;
  const [only] = terms;
  const isFlow = terms.length > 1;
  const places = placesOf(terms.map(decimalsOf));
  return (
    <>
      <tr>
        <th scope="row">{fullTitle(figure)}</th>
        <td className="number">
          <i className="derived-figure">{yearNumber(value, places)}</i>
        </td>
        <td className="number quiet">
          {rounding === 0 ? 'exact' : `±${rounding.toLocaleString('en-US', { maximumFractionDigits: 6 })}`}
        </td>
        <td>
          {isFlow ? (
            <button type="button" className="plain derived-how" aria-expanded={open} onClick={() => setOpen(!open)}>
              the year less {terms.length - 1} months
            </button>
          ) : (
            <>
              <Terms terms={terms} sign="−" />
              {formula.slice(only?.text.length ?? 0)}
            </>
          )}
        </td>
      </tr>
      {open && (
        <tr className="year-months">
          <td colSpan={4}>
            <Terms terms={terms} sign="−" /> = <i className="derived-figure">{yearNumber(value, places)}</i>
          </td>
        </tr>
      )}
    </>
  );
};

/** What a month that is not loaded must have printed. In a table of its own and in another face: no statement prints it. */
export const DerivedFigures = ({
  month,
  figures,
}: {
  readonly month: string;
  readonly figures: readonly DerivedFigure[];
}): ReactNode => (
  <section className="derived" aria-label={`Derived figures of ${monthTitle(month)}`}>
    <h3>What {monthTitle(month)} must have been</h3>
    <p className="quiet">
      Derived, printed nowhere: no statement of {monthTitle(month)} is loaded, but the year and the other months leave
      room for one value only. These figures are in no chart, table or measure.
    </p>
    <div className="table-frame">
      <table className="figures-table">
        <caption className="sr-only">Derived figures of {monthTitle(month)}</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className="number">
              Derived
            </th>
            <th scope="col" className="number">
              Rounding
            </th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row key={`${figure.concept} ${figure.class} ${figure.group} ${figure.member}`} figure={figure} />
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
