import './report.css';
import { type ReactNode, useMemo } from 'react';
import type { Deal, DealMonth } from '../../deal/deal.ts';
import { dateTitle, monthTitle } from '../../deal/month.ts';
import { latestMonth } from '../../deal/series.ts';
import { statementsOf } from '../../deal/statements.ts';
import { isComputed } from '../../metrics/measure.ts';
import { measureOf } from '../../metrics/measure-series.ts';
import { type MeasureFamily, measures } from '../../metrics/measures.ts';
import type { DealChecks } from '../../store/checking.ts';
import { formatPlace } from '../../store/place.ts';
import { usualView } from '../../store/view.ts';
import { DealCharts } from '../charts/DealCharts.tsx';
import { DrawAllContext } from '../charts/frame/use-seen.ts';
import { ContradictedContext, useContradictedOf, useDealChecks } from '../checks/contradicted.ts';
import { FindingsList } from '../checks/FindingsList.tsx';
import { DealName } from '../deal/DealName.tsx';
import { KeyFigures } from '../deal/KeyFigures.tsx';
import { Particulars } from '../deal/Particulars.tsx';
import { Remarks } from '../deal/Remarks.tsx';
import { statementWords } from '../deal/statement-words.ts';
import { counted } from '../format.ts';
import { measureText, measureUnitName } from '../measure-words.ts';
import { openFigure } from '../open-figure.ts';

/** Findings that are printed; a reader of more than these wants the list itself. */
const mostFindings = 60;

const nothing = (): void => undefined;

const families = [...new Set(measures.map(({ family }): MeasureFamily => family))];

/** The deal's measures of a month, those that have a value; the others with their reasons after them. */
const Measures = ({ deal, month }: { readonly deal: Deal; readonly month: DealMonth }): ReactNode => {
  const taken = useMemo(
    () =>
      measures
        .filter(({ scope }) => scope === 'deal')
        .map((measure) => ({ measure, outcome: measureOf(deal, measure.id, month.month) })),
    [deal, month],
  );
  const missing = new Map<string, readonly string[]>();
  for (const { measure, outcome } of taken) {
    if (!isComputed(outcome)) missing.set(outcome.reason, [...(missing.get(outcome.reason) ?? []), measure.title]);
  }
  return (
    <section>
      <h2>Measures of {monthTitle(month.month)}</h2>
      <div className="report-measures">
        {families.map((family) => {
          const own = taken.filter(({ measure }) => measure.family === family);
          return own.some(({ outcome }) => isComputed(outcome)) ? (
            <table key={family}>
              <caption>{family}</caption>
              <tbody>
                {own.map(
                  ({ measure, outcome }) =>
                    isComputed(outcome) && (
                      <tr key={measure.id}>
                        <th scope="row">{measure.title}</th>
                        <td>{measureText(outcome)}</td>
                        <td>{measureUnitName(outcome.unit)}</td>
                      </tr>
                    ),
                )}
              </tbody>
            </table>
          ) : null;
        })}
      </div>
      {missing.size > 0 && (
        <dl className="report-missing">
          {[...missing].map(([reason, which]) => (
            <div key={reason}>
              <dt>{which.join('; ')}</dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};

const Findings = ({ deal }: { readonly deal: Deal }): ReactNode => {
  const checks = useDealChecks(deal);
  if (checks === undefined) return <p className="waiting">Holding the figures against each other…</p>;
  const { findings } = checks;
  const sum = (of: (each: DealChecks['statements'][number]) => number): number =>
    checks.statements.reduce((total, each) => total + of(each), 0);
  const statements = statementsOf(deal);
  return (
    <section>
      <h2>{findings.length === 0 ? 'No findings' : counted(findings.length, 'finding')}</h2>
      <p>
        {sum(({ proven }) => proven).toLocaleString('en-US')} of{' '}
        {counted(
          sum(({ numbers }) => numbers),
          'figure',
        )}{' '}
        proven by others, {sum(({ contradicted }) => contradicted).toLocaleString('en-US')} contradicted.
      </p>
      <FindingsList findings={findings.slice(0, mostFindings)} statements={statements} />
      {findings.length > mostFindings && (
        <p>
          {counted(findings.length - mostFindings, 'further finding')}, among the deal’s checks in Paydown and in their
          CSV.
        </p>
      )}
    </section>
  );
};

const Sources = ({ deal }: { readonly deal: Deal }): ReactNode => (
  <section>
    <h2>Sources</h2>
    <table className="report-sources">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Statement</th>
          <th scope="col">File</th>
        </tr>
      </thead>
      <tbody>
        {statementsOf(deal).map((statement, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements of a deal never change places
          <tr key={index}>
            <td>{statement.date === null ? 'no date' : dateTitle(statement.date)}</td>
            <td>{statementWords(statement)}</td>
            <td>{statement.file}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** A deal as it is printed or saved as PDF: summary, charts, measures, findings, and the files that it all comes from. */
export const ReportPage = ({ deal }: { readonly deal: Deal }): ReactNode => {
  const contradicted = useContradictedOf(deal);
  const month = latestMonth(deal);
  return (
    <ContradictedContext value={contradicted}>
      <DrawAllContext value={true}>
        <article className="report">
          <p className="report-actions row">
            <button type="button" className="primary" onClick={() => window.print()}>
              Print or save as PDF
            </button>
            <a href={formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'overview' })}>
              Back to the deal
            </a>
          </p>
          <header>
            <h1>
              <DealName name={deal.name} />
            </h1>
            <Particulars deal={deal} />
          </header>
          {month !== undefined && (
            <section aria-label={monthTitle(month.month)}>
              <KeyFigures deal={deal} month={month} />
            </section>
          )}
          <Remarks deal={deal} />
          {month !== undefined && (
            <>
              <DealCharts
                deal={deal}
                month={month.month}
                view={usualView}
                onChangeView={nothing}
                onSelectMonth={nothing}
                onOpenFigure={openFigure}
              />
              <Measures deal={deal} month={month} />
            </>
          )}
          <Findings deal={deal} />
          <Sources deal={deal} />
        </article>
      </DrawAllContext>
    </ContradictedContext>
  );
};
