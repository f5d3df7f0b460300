import type { ReactNode } from 'react';
import { dateTitle, monthTitle } from '../../deal/month.ts';
import type { Statement } from '../../facts/fact.ts';
import type { DealChecks } from '../../store/checking.ts';
import { counted } from '../format.ts';
import { kindTitle } from './check-kinds.ts';
import type { FindingFilter } from './data/findings.ts';
import { verdictWords } from './verdict-words.ts';

interface CheckMatrixProps {
  readonly checks: DealChecks;
  /** Of the deal, in the order of its checks. */
  readonly statements: readonly Statement[];
  readonly onPick: (filter: Pick<FindingFilter, 'statement' | 'kind'>) => void;
}

const columnTitle = ({ statement, date }: Statement): string => {
  if (date === null) return 'undated statement';
  if (statement === 'annual') return `year ${date.slice(0, 4)}`;
  return statement === 'offering' ? `offering, ${dateTitle(date)}` : monthTitle(date.slice(0, 7));
};

/** The year stands over its first month, the others have their number. */
const columnHeads = ({ statement, date }: Statement, before: Statement | undefined): readonly [string, string] => {
  if (statement === 'annual') return [date?.slice(0, 4) ?? '', 'Y'];
  if (statement === 'offering') return ['', 'O'];
  if (date === null) return ['', '?'];
  const year = before?.statement === 'monthly' && before.date?.slice(0, 4) === date.slice(0, 4) ? '' : date.slice(0, 4);
  return [year, date.slice(5, 7)];
};

/** Months across, kinds of checks down: a dot where all hold, the number of findings where some do not. */
export const CheckMatrix = ({ checks, statements, onPick }: CheckMatrixProps): ReactNode => {
  const { kinds, holding, failing } = checks;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="check-matrix" aria-label="Months and checks" tabIndex={0}>
      <table>
        <caption className="sr-only">
          Checks by statement: a dot where all hold, the number of findings where some fail, nothing where none applies.
        </caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            {statements.map((statement, index) => {
              const [year, month] = columnHeads(statement, statements[index - 1]);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: statements of a deal never change places
                <th key={index} scope="col" title={columnTitle(statement)} className={year === '' ? '' : 'matrix-year'}>
                  <span className="matrix-year-name">{year}</span>
                  {month}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind, row) => (
            <tr key={kind}>
              <th scope="row">{kindTitle(kind)}</th>
              {statements.map((statement, index) => {
                const cell = index * kinds.length + row;
                const [held, failed] = [holding[cell] ?? 0, failing[cell] ?? 0];
                const where = `${kindTitle(kind)}, ${columnTitle(statement)}`;
                return failed > 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: statements of a deal never change places
                  <td key={index} className="matrix-fails">
                    <button
                      type="button"
                      title={`${where}: ${failed} of ${held + failed} fail`}
                      aria-label={`${where}: ${counted(failed, 'finding')}`}
                      onClick={() => onPick({ statement: index, kind })}
                    >
                      {failed}
                    </button>
                  </td>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: statements of a deal never change places
                  <td key={index} title={held > 0 ? `${where}: ${held} hold` : undefined}>
                    {held > 0 ? '·' : ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="matrix-legend">
        · all hold <span className="matrix-legend-fails">2</span> findings, marked {verdictWords.contradicted.sign} in
        tables, charts and text; empty: no check of this kind applies
      </p>
    </section>
  );
};
