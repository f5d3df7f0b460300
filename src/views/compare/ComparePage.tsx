import '../overview.css';
import './compare.css';
import '../charts/charts.css';
import '../deal/deal-page.css';
import '../checks/checks.css';
import { type ReactNode, useId, useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthTitle } from '../../deal/month.ts';
import { notionalClasses } from '../../deal/notional.ts';
import type { ComparePlace } from '../../store/overview-places.ts';
import { useApp } from '../../store/store.ts';
import { ChartFrame } from '../charts/frame/ChartFrame.tsx';
import { Choice } from '../charts/frame/Choice.tsx';
import { goTo, moveTo } from '../navigation.ts';
import { openFigure } from '../open-figure.ts';
import { classColours } from '../palette.ts';
import { useSurvey } from '../portfolio/use-survey.ts';
import { type ChosenMeasure, type Comparison, comparisonOf, measuresOf } from './data/compared.ts';
import { comparisonChart, type Measured, smallMultiples } from './data/comparison-chart.ts';
import { rankedValues } from './data/ranked-values.ts';
import { RankedTable } from './RankedTable.tsx';
import { SubjectPicker } from './SubjectPicker.tsx';

const MeasureChoice = ({
  measure,
  onChange,
}: {
  readonly measure: ChosenMeasure;
  readonly onChange: (id: string) => void;
}): ReactNode => {
  const id = useId();
  const all = measuresOf(measure.scope);
  const families = [...new Set(all.map(({ family }) => family))];
  return (
    <div className="compare-field">
      <label htmlFor={id}>Measure</label>
      <select id={id} value={measure.id} onChange={({ target }) => onChange(target.value)}>
        {families.map((family) => (
          <optgroup key={family} label={family}>
            {all
              .filter((each) => each.family === family)
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
};

const coloursOf = ({ classesOf, compared }: Comparison) =>
  classesOf === null
    ? classColours(
        compared.map(({ id }) => id),
        new Set(),
      )
    : classColours(classesOf.classes, notionalClasses(classesOf));

const titleAt = (axis: ComparePlace['axis'], at: string | null): string =>
  at === null ? 'Latest values' : axis === 'date' ? `Values of ${monthTitle(at)}` : `Values of month ${at}`;

const Outcome = ({ comparison, place }: { readonly comparison: Comparison; readonly place: ComparePlace }) => {
  const { compared, measure, classesOf } = comparison;
  const { axis, shape, at } = place;
  const reading = useApp(({ progress }) => progress !== null);
  const subjects = useMemo(() => compared.map(({ subject }) => subject), [compared]);
  const known = useSurvey(subjects, reading);
  const measured = useMemo(() => {
    const found = compared.flatMap((each): Measured[] => {
      const course = known(each.subject);
      return course === undefined ? [] : [{ compared: each, course }];
    });
    return found.length < compared.length ? null : found;
  }, [compared, known]);
  const chart = useMemo(
    () => (measured === null ? null : comparisonChart(comparison, measured, axis)),
    [comparison, measured, axis],
  );
  const charts = useMemo(
    () => (chart === null ? [] : shape === 'small' ? smallMultiples(chart.data) : [chart.data]),
    [chart, shape],
  );
  const values = useMemo(() => (measured === null ? [] : rankedValues(measured, axis, at)), [measured, axis, at]);
  const colours = useMemo(() => coloursOf(comparison), [comparison]);
  if (chart === null) return <p className="waiting">Computing…</p>;
  const lookAt = (month: string | null) => moveTo({ ...place, at: month });
  const isSmall = shape === 'small' && chart.data.empty === null;
  return (
    <>
      <div className={isSmall ? 'compare-small' : 'compare-one'}>
        {(isSmall ? charts : [chart.data]).map((data) => (
          <ChartFrame
            key={data.series.length === 1 && isSmall ? data.series[0]?.id : data.id}
            data={data}
            colours={colours}
            month={at}
            onSelectMonth={lookAt}
            onOpenFigure={openFigure}
          />
        ))}
      </div>
      {chart.excluded.length > 0 && (
        <ul className="compare-excluded" aria-label="Not drawn">
          {chart.excluded.map(({ name, reason }) => (
            <li key={name}>
              {name} is not drawn: {reason}
            </li>
          ))}
        </ul>
      )}
      <section className="compare-ranks" aria-label="Values and ranks">
        <RankedTable
          title={titleAt(axis, at)}
          measure={measure}
          values={values}
          colours={colours}
          heading={classesOf === null ? 'Deal' : 'Class'}
        />
        <p className="quiet">
          {at === null ? (
            'Rank 1 is the highest value. A click on a month of the chart ranks the values of that month.'
          ) : (
            <button type="button" className="plain" onClick={() => lookAt(null)}>
              Back to the latest values
            </button>
          )}
        </p>
      </section>
    </>
  );
};

interface ComparePageProps {
  readonly deals: readonly Deal[];
  readonly place: ComparePlace;
}

/** Deals, or the classes of one, side by side on any measure. */
export const ComparePage = ({ deals, place }: ComparePageProps): ReactNode => {
  // The parts that say what is compared; axis, shape and month only change how it is looked at.
  const what = JSON.stringify({ ...place, axis: 'date', shape: 'one', at: null } satisfies ComparePlace);
  const comparison = useMemo(() => comparisonOf(JSON.parse(what) as ComparePlace, deals), [deals, what]);
  const dealId = useId();
  const { compared, unknown } = comparison;
  const ids = compared.map(({ id }) => id);
  const [first] = compared;
  const compareClasses = (deal: string) =>
    goTo({ ...place, deals: [], classesOf: deal, classes: [], measure: null, at: null });
  return (
    <article className="compare">
      <header className="overview-head">
        <h1>Compare</h1>
        <p className="lede">Deals side by side on any measure, by date or by age; or the classes of one deal.</p>
      </header>
      <div className="compare-controls">
        <Choice
          label="What is compared"
          value={place.classesOf === null ? 'deals' : 'classes'}
          onChange={(kind) => {
            const deal = comparison.classesOf ?? first?.subject.deal ?? deals[0];
            if (kind === 'classes' && deal !== undefined) compareClasses(deal.id);
            if (kind === 'deals') goTo({ ...place, deals: [], classesOf: null, classes: [], measure: null, at: null });
          }}
          options={[
            { value: 'deals', name: 'Deals' },
            { value: 'classes', name: 'Classes of a deal' },
          ]}
        />
        {comparison.classesOf !== null && (
          <div className="compare-field">
            <label htmlFor={dealId}>Deal</label>
            <select id={dealId} value={comparison.classesOf.id} onChange={({ target }) => compareClasses(target.value)}>
              {deals.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        {comparison.classesOf === null ? (
          <SubjectPicker
            plural="deals"
            options={deals}
            chosen={ids}
            onChange={(next) => goTo({ ...place, deals: next })}
          />
        ) : (
          <SubjectPicker
            plural="classes"
            options={comparison.classesOf.classes.map((name) => ({ id: name, name: `Class ${name}` }))}
            chosen={ids}
            onChange={(next) => goTo({ ...place, classes: next })}
          />
        )}
        <MeasureChoice measure={comparison.measure} onChange={(id) => goTo({ ...place, measure: id })} />
        <Choice
          label="Axis"
          value={place.axis}
          onChange={(axis) => moveTo({ ...place, axis, at: null })}
          options={[
            { value: 'date', name: 'By date' },
            { value: 'age', name: 'By deal age' },
          ]}
        />
        <Choice
          label="Shape"
          value={place.shape}
          onChange={(shape) => moveTo({ ...place, shape })}
          options={[
            { value: 'one', name: 'One chart' },
            { value: 'small', name: 'Small multiples' },
          ]}
        />
      </div>
      <p className="compare-formula">
        {comparison.measure.title}: {comparison.measure.formula}.{' '}
        <span className="quiet">Source: {comparison.measure.source}.</span>
      </p>
      {unknown.length > 0 && <p className="notice">Not loaded: {unknown.join(', ')}.</p>}
      {compared.length === 1 && comparison.classesOf === null && (
        <p className="notice">
          {deals.length === 1
            ? 'One deal is loaded. Add the statements of another to compare the two, or compare the classes of this one.'
            : 'One deal is chosen. Choose another to compare the two.'}
        </p>
      )}
      {compared.length === 0 ? (
        <p className="waiting">Nothing that could be compared is loaded.</p>
      ) : (
        <Outcome comparison={comparison} place={place} />
      )}
    </article>
  );
};
