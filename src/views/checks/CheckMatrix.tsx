import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
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

/** In pixels, as drawn: the names of the checks, a month, and one that has its year above it. */
const namesWidth = 200;
const monthWidth = 26;
const yearWidth = 44;

interface CellProps {
  readonly held: number;
  readonly failed: number;
  readonly where: string;
  readonly onPick: () => void;
}

const Cell = ({ held, failed, where, onPick }: CellProps): ReactNode =>
  failed > 0 ? (
    <td className="matrix-fails">
      <button
        type="button"
        title={`${where}: ${failed} of ${held + failed} fail`}
        aria-label={`${where}: ${counted(failed, 'finding')}`}
        onClick={onPick}
      >
        {failed}
      </button>
    </td>
  ) : (
    <td title={held > 0 ? `${where}: ${held} hold` : undefined}>{held > 0 ? '·' : ''}</td>
  );

/**
 * Months across, kinds of checks down: a dot where all hold, the number of findings where some do not. Only the months
 * in view exist.
 */
export const CheckMatrix = ({ checks, statements, onPick }: CheckMatrixProps): ReactNode => {
  const { kinds, holding, failing } = checks;
  const scroller = useRef<HTMLElement>(null);
  const headsOf = (index: number): readonly [string, string] => {
    const statement = statements[index];
    return statement === undefined ? ['', ''] : columnHeads(statement, statements[index - 1]);
  };
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: statements.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (headsOf(index)[0] === '' ? monthWidth : yearWidth),
    scrollMargin: namesWidth,
    overscan: 12,
  });
  const columns = virtualizer.getVirtualItems();
  const total = virtualizer.getTotalSize();
  const before = (columns[0]?.start ?? namesWidth) - namesWidth;
  const after = total - ((columns.at(-1)?.end ?? namesWidth) - namesWidth);
  return (
    <div className="check-matrix">
      <section
        ref={scroller}
        className="matrix-scroller"
        aria-label="Months and checks"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table style={{ inlineSize: namesWidth + total }} aria-colcount={statements.length + 1}>
          <caption className="sr-only">
            Checks by statement: a dot where all hold, the number of findings where some fail, nothing where none
            applies.
          </caption>
          <colgroup>
            <col style={{ inlineSize: namesWidth }} />
            {before > 0 && <col style={{ inlineSize: before }} />}
            {columns.map(({ key, size }) => (
              <col key={key} style={{ inlineSize: size }} />
            ))}
            {after > 0 && <col style={{ inlineSize: after }} />}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" aria-colindex={1}>
                Check
              </th>
              {before > 0 && <td />}
              {columns.map(({ key, index }) => {
                const statement = statements[index];
                const [year, month] = headsOf(index);
                return (
                  <th
                    key={key}
                    scope="col"
                    aria-colindex={index + 2}
                    title={statement === undefined ? undefined : columnTitle(statement)}
                    className={year === '' ? '' : 'matrix-year'}
                  >
                    <span className="matrix-year-name">{year}</span>
                    {month}
                  </th>
                );
              })}
              {after > 0 && <td />}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind, row) => (
              <tr key={kind}>
                <th scope="row">{kindTitle(kind)}</th>
                {before > 0 && <td />}
                {columns.map(({ key, index }) => {
                  const statement = statements[index];
                  return (
                    <Cell
                      key={key}
                      held={holding[index * kinds.length + row] ?? 0}
                      failed={failing[index * kinds.length + row] ?? 0}
                      where={`${kindTitle(kind)}, ${statement === undefined ? '' : columnTitle(statement)}`}
                      onPick={() => onPick({ statement: index, kind })}
                    />
                  );
                })}
                {after > 0 && <td />}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="matrix-legend">
        · all hold <span className="matrix-legend-fails">2</span> findings, marked {verdictWords.contradicted.sign} in
        tables, charts and text; empty: no check of this kind applies
      </p>
    </div>
  );
};
