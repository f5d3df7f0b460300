import type { ReactNode } from 'react';
import { monthTitle } from '../../deal/month.ts';
import { isComputed } from '../../metrics/measure.ts';
import { formatPlace } from '../../store/place.ts';
import { ContradictedContext, useContradictedOf } from '../checks/contradicted.ts';
import { FigureLink } from '../deal/FigureLink.tsx';
import { formulaWords, measureText, measureUnitName, printedTermsOf } from '../measure-words.ts';
import type { SeriesColour } from '../palette.ts';
import type { ChosenMeasure } from './data/compared.ts';
import type { RankedValue } from './data/ranked-values.ts';

const Value = ({ value: { compared, outcome } }: { readonly value: RankedValue }): ReactNode => {
  const contradicted = useContradictedOf(compared.subject.deal);
  if (!isComputed(outcome)) return <span className="compare-reason">{outcome.reason}</span>;
  return (
    <ContradictedContext value={contradicted}>
      <FigureLink printed={printedTermsOf(outcome.terms)} formula={formulaWords(outcome)}>
        {measureText(outcome)}
      </FigureLink>
    </ContradictedContext>
  );
};

interface RankedTableProps {
  readonly title: string;
  readonly measure: ChosenMeasure;
  readonly values: readonly RankedValue[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
  /** `Deal`, `Class`. */
  readonly heading: string;
}

/** The values of a comparison, highest first; each opens the lines it comes from, its month the deal's page. */
export const RankedTable = ({ title, measure, values, colours, heading }: RankedTableProps): ReactNode => (
  <div className="table-frame">
    <table className="figures-table compare-values">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            Rank
          </th>
          <th scope="col">{heading}</th>
          <th scope="col">Month</th>
          <th scope="col" className="number">
            Deal age
          </th>
          <th scope="col" className="number">
            {measure.title}, {measureUnitName(measure.unit)}
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => {
          const { compared, month, age, outcome, rank } = value;
          const { deal } = compared.subject;
          const at = (ofMonth: string | null): string =>
            formatPlace({ kind: 'deal', deal: deal.id, month: ofMonth, section: 'overview' });
          return (
            <tr key={compared.id}>
              <td className="number">{rank ?? '—'}</td>
              <th scope="row">
                <svg className="compare-swatch" width={12} height={12} aria-hidden="true" focusable="false">
                  <rect width={12} height={12} fill={colours.get(compared.id)?.stroke ?? 'var(--ink)'} />
                </svg>
                <a href={at(null)}>{compared.name}</a>
              </th>
              <td>{month === null ? '—' : <a href={at(month)}>{monthTitle(month)}</a>}</td>
              <td className="number">{age ?? '—'}</td>
              <td className={isComputed(outcome) ? 'number' : 'compare-without'}>
                <Value value={value} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
