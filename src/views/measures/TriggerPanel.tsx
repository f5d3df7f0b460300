import './measures.css';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthRanges, monthTitle } from '../../deal/month.ts';
import { formatValue, isComputed, type Measure } from '../../metrics/measure.ts';
import {
  type StepdownTest,
  stepdownTest,
  type TestOutcome,
  type TriggerTest,
  triggerTest,
} from '../../metrics/trigger.ts';
import { isK } from '../../store/view.ts';
import { FigureLink } from '../deal/FigureLink.tsx';
import type { Needed } from './catalog.ts';
import { Formula, Workings } from './Formula.tsx';
import { useComputed } from './use-computed.ts';

const needs: readonly Needed[] = [
  { measure: 'rollingDelinquency' },
  { measure: 'delinquencyToEnhancement' },
  { measure: 'printedCreditEnhancement' },
  { measure: 'creditEnhancement' },
  { measure: 'dealAge' },
];

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

const Printed = ({ test: { printed } }: { readonly test: TestOutcome }): ReactNode =>
  printed === null ? (
    <>not printed in this month</>
  ) : (
    <FigureLink printed={[printed.figure]}>{printed.figure.fact.text}</FigureLink>
  );

/** What the statement prints and what follows from its figures, and whether they say the same. */
const Verdict = ({ test }: { readonly test: TestOutcome }): ReactNode => (
  <p className="test-verdict">
    Printed: <Printed test={test} />. Recomputed:{' '}
    {typeof test.recomputed === 'boolean' ? yesOrNo(test.recomputed) : `not computable. ${test.recomputed.reason}`}
    {typeof test.recomputed === 'boolean' && `, since ${test.sentence}.`}{' '}
    {test.agrees === false && <span className="test-differs">≠ The two differ.</span>}
    {test.agrees === true && 'The two agree.'}
  </p>
);

const Side = ({ name, measure }: { readonly name: string; readonly measure: Measure }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>
      {isComputed(measure) ? (
        <>
          {(measure.pieces.length > 1 || typeof measure.pieces[0] === 'string') &&
            `${formatValue(measure.value, measure.unit)} = `}
          <Formula pieces={measure.pieces} />
          <Workings terms={measure.terms} />
          {measure.note !== null && <p className="measure-note">{measure.note}</p>}
        </>
      ) : (
        `Not computable. ${measure.reason}`
      )}
    </dd>
  </div>
);

/** How printed and recomputed outcomes compare over all months loaded. */
const OverMonths = ({ tests }: { readonly tests: readonly (readonly [string, TestOutcome])[] }): ReactNode => {
  const compared = tests.filter(([, { agrees }]) => agrees !== null);
  const differing = compared.filter(([, { agrees }]) => agrees === false).map(([month]) => month);
  const met = tests.filter(([, { recomputed }]) => recomputed === true).map(([month]) => month);
  return (
    <p className="test-months">
      {compared.length === 0
        ? 'In no month are both a printed and a recomputed outcome at hand.'
        : `Printed and recomputed agree in ${compared.length - differing.length} of ${compared.length} months.`}
      {differing.length > 0 && ` They differ in ${monthRanges(differing).join(', ')}.`}{' '}
      {met.length > 0 ? `Recomputed as met in ${monthRanges(met).join(', ')}.` : 'Recomputed as met in no month.'}
    </p>
  );
};

interface KProps {
  readonly k: number;
  readonly onChange: (k: number) => void;
}

/** k of the trigger test in percent. It counts when Enter is pressed or the field is left. */
const K = ({ k, onChange }: KProps): ReactNode => {
  const [text, setText] = useState(String(k));
  useEffect(() => setText(String(k)), [k]);
  const wanted = Number(text);
  const valid = text.trim() !== '' && isK(wanted);
  const take = () => {
    if (valid && wanted !== k) onChange(wanted);
    if (!valid) setText(String(k));
  };
  return (
    <form
      className="test-k"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label>
        k, % of credit enhancement{' '}
        <input
          inputMode="decimal"
          value={text}
          aria-invalid={!valid}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={take}
        />
      </label>
    </form>
  );
};

interface TriggerPanelProps extends KProps {
  readonly deal: Deal;
  /** `2002-05`. */
  readonly month: string;
}

const TriggerPart = ({ test, k, onChange }: KProps & { readonly test: TriggerTest }): ReactNode => (
  <>
    <div className="test-head">
      <h3>Trigger event</h3>
      <K k={k} onChange={onChange} />
    </div>
    <Verdict test={test} />
    <dl className="test-sides">
      <Side name="Rolling three-month delinquency" measure={test.delinquency} />
      <Side name="k × credit enhancement" measure={test.threshold} />
      <Side name="This month’s delinquency to enhancement" measure={test.ratio} />
    </dl>
  </>
);

const StepdownPart = ({ test }: { readonly test: StepdownTest }): ReactNode => (
  <>
    <div className="test-head">
      <h3>Stepdown date</h3>
    </div>
    <Verdict test={test} />
    <dl className="test-sides">
      <Side name="Deal age, 37 or later" measure={test.age} />
      <Side name="Credit enhancement" measure={test.enhancement} />
      <Side name="2 × the initial one" measure={test.required} />
    </dl>
    {test.since !== null && <p className="test-months">First met in {monthTitle(test.since)}.</p>}
  </>
);

/** The tests that redirect principal, as the statement prints them and made again, each with its numbers. */
export const TriggerPanel = ({ deal, month, k, onChange }: TriggerPanelProps): ReactNode => {
  const title = useId();
  const computed = useComputed(deal, needs);
  const triggers = useMemo(
    () => (computed ? deal.months.map((each) => [each.month, triggerTest(deal, each.month, k / 100)] as const) : []),
    [computed, deal, k],
  );
  const stepdowns = useMemo(
    () => (computed ? deal.months.map((each) => [each.month, stepdownTest(deal, each.month)] as const) : []),
    [computed, deal],
  );
  const trigger = triggers.find(([each]) => each === month)?.[1];
  const stepdown = stepdowns.find(([each]) => each === month)?.[1];
  return (
    <section className="measures" aria-labelledby={title}>
      <h2 id={title}>Triggers, {monthTitle(month)}</h2>
      {trigger === undefined || stepdown === undefined ? (
        <p className="waiting">Computing…</p>
      ) : (
        <div className="tests">
          <section className="test" aria-label="Trigger event">
            <TriggerPart test={trigger} k={k} onChange={onChange} />
            <OverMonths tests={triggers} />
          </section>
          <section className="test" aria-label="Stepdown date">
            <StepdownPart test={stepdown} />
            <OverMonths tests={stepdowns} />
          </section>
        </div>
      )}
    </section>
  );
};
