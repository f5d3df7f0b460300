import './teaching.css';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthOf } from '../../deal/month.ts';
import type { Fact, Statement } from '../../facts/fact.ts';
import { formatPlace } from '../../store/place.ts';
import { useTaughtIndex } from '../../store/selectors.ts';
import { counted } from '../format.ts';
import { goTo } from '../navigation.ts';
import { figurePlace, openFigure } from '../open-figure.ts';
import { saveFile } from '../tables/save-file.ts';
import { type OtherLabel, otherFigures, otherFiguresTable, quoted } from './data/other-figures.ts';
import { TeachDialog } from './TeachDialog.tsx';

const OtherFiguresChart = lazy(() =>
  import('../charts/OtherFiguresChart.tsx').then(({ OtherFiguresChart }) => ({ default: OtherFiguresChart })),
);

/** Labels shown before anybody asks for more. */
const firstLabels = 60;

interface LabelRowsProps {
  readonly figures: OtherLabel;
  readonly statement: Statement;
  readonly charted: boolean;
  readonly onTeach: () => void;
  /** Absent where the statement is of no month, so that there is nothing to draw. */
  readonly onChart: (() => void) | undefined;
}

const belongsTo = ({ class: name, group, member }: Fact): string =>
  [name, group, member].filter((each) => each !== null).join(', ');

const LabelRows = ({ figures, statement, charted, onTeach, onChart }: LabelRowsProps): ReactNode => {
  const name = quoted(figures.words);
  return (
    <tbody>
      {figures.facts.map((fact, index) => (
        <tr key={`${fact.line}:${fact.column}`}>
          <td className="other-section">
            {index === 0 || fact.section !== figures.facts[index - 1]?.section ? fact.section : ''}
          </td>
          <td>{fact.label}</td>
          <td>{fact.columnLabel}</td>
          <td>{belongsTo(fact)}</td>
          <td className="number other-value">{fact.text}</td>
          <td className="number other-line">
            <a href={formatPlace(figurePlace(statement, fact))}>{fact.line.toLocaleString('en-US')}</a>
          </td>
          <td className="other-actions">
            {index === 0 && (
              <>
                <button type="button" className="plain" aria-label={`Say what ${name} means`} onClick={onTeach}>
                  Teach
                </button>
                {onChart !== undefined && typeof fact.value === 'number' && (
                  <button
                    type="button"
                    className="plain"
                    aria-pressed={charted}
                    aria-label={`Chart ${name}`}
                    onClick={onChart}
                  >
                    Chart
                  </button>
                )}
              </>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
};

interface OtherFiguresProps {
  readonly deal: Deal;
  readonly statement: Statement;
}

/** Figures of a statement that were read but not recognised: listed, drawn, written out, and taught what they mean. */
export const OtherFigures = ({ deal, statement }: OtherFiguresProps): ReactNode => {
  const taught = useTaughtIndex();
  const figures = useMemo(() => otherFigures(statement, taught), [statement, taught]);
  const [teaching, setTeaching] = useState<OtherLabel | null>(null);
  const [charted, setCharted] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { labels, dismissed } = figures;
  const drawn = labels.find(({ key }) => key === charted);
  const isMonth = deal.months.some((month) => month.statement === statement);
  const count = labels.reduce((sum, { facts }) => sum + facts.length, 0);
  const save = async () => {
    const { toCsv } = await import('../../export/csv.ts');
    const name = [deal.id, statement.date, 'other-figures'].filter((part) => part !== null).join('-');
    saveFile(`${name}.csv`, toCsv(otherFiguresTable(figures)), 'text/csv');
  };
  if (count + dismissed === 0) return null;
  return (
    <section className="other-figures" aria-label="Other figures">
      <header>
        <h2>Other figures</h2>
        {count > 0 && (
          <button type="button" onClick={() => void save()}>
            Export CSV
          </button>
        )}
      </header>
      <p className="lede">
        {count > 0 &&
          `${counted(count, 'figure')} under ${counted(labels.length, 'label')} not known here. Say what a label means and its figures join the others.`}
        {dismissed > 0 && ` ${counted(dismissed, 'figure')} left out, as you said they mean nothing.`}
      </p>
      {drawn !== undefined && (
        <div className="other-chart">
          <Suspense fallback={<p className="waiting">Drawing…</p>}>
            <OtherFiguresChart
              deal={deal}
              figures={drawn.key}
              title={quoted(drawn.words).replace(/[“”]/g, '')}
              month={statement.date === null ? null : monthOf(statement.date)}
              onSelectMonth={(month) => goTo({ kind: 'deal', deal: deal.id, month, section: 'statement' })}
              onOpenFigure={openFigure}
            />
          </Suspense>
        </div>
      )}
      {count > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-frame" aria-label="Other figures, table" tabIndex={0}>
          <table className="figures-table other-table">
            <thead>
              <tr>
                <th scope="col">Section</th>
                <th scope="col">Label</th>
                <th scope="col">Column heading</th>
                <th scope="col">Class</th>
                <th scope="col" className="number">
                  Value
                </th>
                <th scope="col" className="number">
                  Line
                </th>
                <th scope="col">
                  <span className="sr-only">What to do with it</span>
                </th>
              </tr>
            </thead>
            {(all ? labels : labels.slice(0, firstLabels)).map((each) => (
              <LabelRows
                key={each.key}
                figures={each}
                statement={statement}
                charted={each.key === charted}
                onTeach={() => setTeaching(each)}
                onChart={isMonth ? () => setCharted(each.key === charted ? null : each.key) : undefined}
              />
            ))}
          </table>
        </section>
      )}
      {!all && labels.length > firstLabels && (
        <button type="button" onClick={() => setAll(true)}>
          Show {counted(labels.length - firstLabels, 'more label')}
        </button>
      )}
      {teaching !== null && <TeachDialog figures={teaching} onClose={() => setTeaching(null)} />}
    </section>
  );
};
