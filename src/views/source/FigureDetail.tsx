import { type ReactNode, useEffect, useState } from 'react';
import { statementsOf } from '../../deal/statements.ts';
import { concepts } from '../../facts/concepts.ts';
import { type Check, explain } from '../../store/checking.ts';
import { formatPlace } from '../../store/place.ts';
import { CheckLine } from '../checks/CheckLine.tsx';
import { verdictWords } from '../checks/verdict-words.ts';
import { counted } from '../format.ts';
import type { FileStatement } from './data/file-statements.ts';
import type { Mark } from './data/marks.ts';
import { seriesPlace } from './data/series-place.ts';

/** Checks of one figure that are told at once. */
const shown = 8;

/** The checks that use a figure of the statement; undefined as long as they are not known. */
const useChecksOf = ({ deal, statement }: FileStatement): readonly Check[] | undefined => {
  const [checks, setChecks] = useState<readonly Check[] | undefined>();
  useEffect(() => {
    let gone = false;
    setChecks(undefined);
    if (deal === null) return;
    explain(deal, statement).then(
      (known) => {
        if (!gone) setChecks(known);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [deal, statement]);
  return checks;
};

const failsFirst = (left: Check, right: Check): number => Number(left.holds) - Number(right.holds);

const ChecksOfFigure = ({ of, index }: { readonly of: FileStatement; readonly index: number }): ReactNode => {
  const checks = useChecksOf(of);
  if (of.deal === null) return null;
  if (checks === undefined) return <p className="quiet">Looking up its checks…</p>;
  const own = checks
    .filter(({ figures }) => figures.some(({ statement, fact }) => statement === of.number && fact === index))
    .sort(failsFirst);
  if (own.length === 0) return <p className="quiet">No check uses it.</p>;
  const statements = statementsOf(of.deal);
  return (
    <>
      <h3>{counted(own.length, 'check')}</h3>
      <ul className="check-lines">
        {own.slice(0, shown).map((check) => (
          <CheckLine
            key={`${check.rule} ${check.class} ${check.member} ${check.title} ${check.date} ${check.left}`}
            check={check}
            statements={statements}
          />
        ))}
      </ul>
      {own.length > shown && <p className="quiet">and {own.length - shown} more that hold</p>}
    </>
  );
};

const Row = ({ name, value }: { readonly name: string; readonly value: string | null }): ReactNode =>
  value === null || value === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );

/** What a figure of the text is: its meaning, its verdict and why, and the checks it is in with both sides. */
export const FigureDetail = ({
  mark,
  statement,
}: {
  readonly mark: Mark;
  readonly statement: FileStatement;
}): ReactNode => {
  const { figure, fact, verdict } = mark;
  const words = verdict === 'uncertain' ? null : verdictWords[verdict];
  const checked = statement.deal !== null;
  return (
    <section className="figure-detail" aria-label="Figure">
      <h2>
        {fact === null
          ? 'Reading not certain'
          : fact.fact.concept === null
            ? 'Not recognised'
            : concepts[fact.fact.concept].title}
      </h2>
      <p className={`figure-text mark-${verdict}`}>{figure.text}</p>
      <dl className="figure-words">
        {fact !== null && (
          <>
            <Row name="Class" value={fact.fact.class} />
            <Row name="Group" value={fact.fact.group} />
            <Row name="Of" value={fact.fact.member} />
            <Row name="Section" value={fact.fact.section} />
            <Row name="Column" value={fact.fact.columnLabel} />
          </>
        )}
        <Row name="Label" value={figure.label} />
        <Row name="Line" value={figure.line.toLocaleString('en-US')} />
      </dl>
      {'reason' in figure && <p>{figure.reason} It is left out of charts and tables.</p>}
      {words !== null && checked && (
        <p className="verdict-why">
          <strong className={`verdict-${verdict}`}>
            <span aria-hidden="true">{words.sign} </span>
            {words.title}.
          </strong>{' '}
          {words.rule}
        </p>
      )}
      {!checked && (
        <p className="quiet">A copy of this statement is loaded from another file and counts in its place.</p>
      )}
      {fact !== null && statement.deal !== null && (
        <p>
          <a href={formatPlace(seriesPlace(statement.deal, statement.statement, fact.fact))}>Show in its series</a>
        </p>
      )}
      {fact !== null && <ChecksOfFigure of={statement} index={fact.index} />}
    </section>
  );
};
