import { lazy, type ReactNode, useId, useState } from 'react';
import type { Deal, DealMonth } from '../../deal/deal.ts';
import { dateTitle } from '../../deal/month.ts';
import type { Statement } from '../../facts/fact.ts';
import { outlineOf } from '../../facts/outline.ts';
import { formatPlace } from '../../store/place.ts';
import { counted } from '../format.ts';
import { figurePlace, openFigure } from '../open-figure.ts';
import { statementTitle } from './statement-words.ts';

const OtherFigures = lazy(() =>
  import('../teaching/OtherFigures.tsx').then(({ OtherFigures }) => ({ default: OtherFigures })),
);
const TaughtWordsPanel = lazy(() =>
  import('../teaching/TaughtWordsPanel.tsx').then(({ TaughtWordsPanel }) => ({ default: TaughtWordsPanel })),
);
const FactsTable = lazy(() => import('../tables/FactsTable.tsx').then(({ FactsTable }) => ({ default: FactsTable })));

/** Where a statement comes from, in one line. */
export const SourceLine = ({ statement }: { readonly statement: Statement }): ReactNode => (
  <p className="source-line">
    {statementTitle(statement)}
    {statement.date !== null && <> · {dateTitle(statement.date)}</>}
    {statement.filed !== null && <> · filed {dateTitle(statement.filed)}</>}
    {statement.accessionNumber !== null && <> · {statement.accessionNumber}</>}
    {' · '}
    <a
      className="source-file"
      href={formatPlace({
        kind: 'source',
        file: statement.file,
        document: null,
        line: statement.facts[0]?.line ?? null,
        column: null,
        finding: null,
      })}
    >
      {statement.file}
    </a>
    {' · '}
    {counted(statement.facts.length, 'figure')}
    {statement.uncertain.length > 0 && `, ${statement.uncertain.length} uncertain`}
  </p>
);

const Others = ({ deal, statement }: { readonly deal: Deal; readonly statement: Statement }): ReactNode =>
  outlineOf(statement).unrecognised > 0 && <OtherFigures key={statement.file} deal={deal} statement={statement} />;

interface AllFiguresProps {
  readonly deal: Deal;
  readonly statement: Statement;
}

/** Every figure of a statement, unfolded on request. */
export const AllFigures = ({ deal, statement }: AllFiguresProps): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <details className="all-figures" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>All {counted(statement.facts.length, 'figure')}</summary>
      {open && (
        <>
          <FactsTable statement={statement} onOpenFigure={openFigure} />
          <Others deal={deal} statement={statement} />
        </>
      )}
    </details>
  );
};

const choiceTitle = (statement: Statement, counts: boolean): string => {
  const date = statement.date === null ? 'without a date' : dateTitle(statement.date);
  return `${statementTitle(statement)}, ${date}, ${statement.file}${counts ? '' : ' (does not count)'}`;
};

interface StatementSectionProps {
  readonly deal: Deal;
  readonly month: DealMonth | undefined;
}

/** Every figure of the month's statement; of the others of that month and of those without a date on request. */
export const StatementSection = ({ deal, month }: StatementSectionProps): ReactNode => {
  const id = useId();
  const choices = [...(month === undefined ? [] : [month.statement, ...month.superseded]), ...deal.undated];
  const [chosen, setChosen] = useState<Statement | null>(null);
  const statement = chosen !== null && choices.includes(chosen) ? chosen : choices[0];
  if (statement === undefined) return null;
  return (
    <section className="statement-section" aria-label="Statement">
      {choices.length > 1 && (
        <p className="row">
          <label htmlFor={id}>Statement</label>
          <select
            id={id}
            value={choices.indexOf(statement)}
            onChange={({ currentTarget }) => setChosen(choices[Number(currentTarget.value)] ?? null)}
          >
            {choices.map((choice, index) => (
              <option key={choiceTitle(choice, true)} value={index}>
                {choiceTitle(choice, choice === month?.statement)}
              </option>
            ))}
          </select>
        </p>
      )}
      <SourceLine statement={statement} />
      {statement.uncertain.length > 0 && (
        <details className="remarks">
          <summary>{counted(statement.uncertain.length, 'figure')} left out because the reading is not certain</summary>
          <ul>
            {statement.uncertain.map((figure) => (
              <li key={`${figure.line}:${figure.column}`}>
                <a href={formatPlace(figurePlace(statement, figure))}>Line {figure.line.toLocaleString('en-US')}</a>
                {figure.label !== null && `, ${figure.label}`}: <code>{figure.text}</code>. {figure.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <FactsTable statement={statement} onOpenFigure={openFigure} />
      <Others deal={deal} statement={statement} />
      <TaughtWordsPanel />
    </section>
  );
};
