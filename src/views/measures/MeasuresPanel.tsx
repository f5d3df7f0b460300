import './measures.css';
import { type ReactNode, useDeferredValue, useId, useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthTitle } from '../../deal/month.ts';
import { formatValue, isComputed, type Measure, type MeasureUnit } from '../../metrics/measure.ts';
import { measureOf } from '../../metrics/measure-series.ts';
import { findMeasure, type MeasureDefinition, type MeasureId } from '../../metrics/measures.ts';
import type { Needed } from './catalog.ts';
import { Formula, Workings } from './Formula.tsx';
import { useComputed } from './use-computed.ts';

const unitWords: Readonly<Partial<Record<MeasureUnit, string>>> = {
  months: ' months',
  years: ' years',
  days: ' days',
  PSA: ' % PSA',
};

/** A value with its unit as a person reads it: `$122,186`, `0.83149%`, `3 months`. */
const valueWords = (value: number, unit: MeasureUnit): string => {
  const digits = formatValue(value, unit);
  if (unit === 'USD') return digits.startsWith('−') ? `−$${digits.slice(1)}` : `$${digits}`;
  return `${digits}${unitWords[unit] ?? ''}`;
};

/** A formula of one printed number says no more than the value. */
const isAsPrinted = (measure: Measure): boolean =>
  isComputed(measure) && measure.pieces.length === 1 && measure.terms[0]?.origin === 'printed';

interface RowProps {
  readonly name: ReactNode;
  readonly measure: Measure;
}

const Row = ({ name, measure }: RowProps): ReactNode => (
  <tr>
    <th scope="row">{name}</th>
    {isComputed(measure) ? (
      <>
        <td className="measure-value">
          {isAsPrinted(measure) ? <Formula pieces={measure.pieces} /> : valueWords(measure.value, measure.unit)}
        </td>
        <td className="measure-formula">
          {isAsPrinted(measure) ? (
            <span className="quiet">as printed</span>
          ) : (
            <>
              = <Formula pieces={measure.pieces} />
              <Workings terms={measure.terms} />
            </>
          )}
          {measure.note !== null && <p className="measure-note">{measure.note}</p>}
        </td>
      </>
    ) : (
      <td className="measure-reason" colSpan={2}>
        Not computable. {measure.reason}
      </td>
    )}
  </tr>
);

const Definition = ({ of }: { readonly of: MeasureDefinition }): ReactNode => (
  <>
    <span className="measure-title">{of.title}</span>
    <span className="measure-definition" title={of.source}>
      {of.formula}
    </span>
  </>
);

interface MeasureRowsProps {
  readonly deal: Deal;
  readonly id: MeasureId;
  readonly month: string;
}

const MeasureRows = ({ deal, id, month }: MeasureRowsProps): ReactNode => {
  const of = findMeasure(id);
  if (of === undefined) return null;
  if (of.scope === 'deal') return <Row name={<Definition of={of} />} measure={measureOf(deal, id, month)} />;
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          <Definition of={of} />
        </th>
      </tr>
      {deal.classes.map((name) => (
        <Row
          key={name}
          name={<span className="measure-class">Class {name}</span>}
          measure={measureOf(deal, id, month, name)}
        />
      ))}
    </>
  );
};

interface MeasuresPanelProps {
  readonly deal: Deal;
  /** `2002-05`. */
  readonly month: string;
  readonly measures: readonly MeasureId[];
}

/** Measures of one month: what each comes to and from which numbers, or why it is not to be had. */
export const MeasuresPanel = ({ deal, month, measures }: MeasuresPanelProps): ReactNode => {
  const title = useId();
  const shown = useDeferredValue(month);
  const needs = useMemo(
    () =>
      measures.flatMap((measure): readonly Needed[] =>
        findMeasure(measure)?.scope === 'class' ? deal.classes.map((of) => ({ measure, of })) : [{ measure }],
      ),
    [deal, measures],
  );
  const computed = useComputed(deal, needs);
  return (
    <section className="measures" aria-labelledby={title}>
      <h2 id={title}>Measures, {monthTitle(shown)}</h2>
      {computed ? (
        <>
          <table className="measures-table">
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col" className="measure-value">
                  Value
                </th>
                <th scope="col">With the numbers put in</th>
              </tr>
            </thead>
            <tbody>
              {measures.map((id) => (
                <MeasureRows key={id} deal={deal} id={id} month={shown} />
              ))}
            </tbody>
          </table>
          <p className="measures-letters">
            B0, B1: pool at the beginning and end of the month. S: scheduled principal. U: unscheduled principal. L:
            realized losses. Every printed number opens the line that prints it.
          </p>
        </>
      ) : (
        <p className="waiting">Computing…</p>
      )}
    </section>
  );
};
