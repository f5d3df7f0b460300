import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Deal, DealMonth } from '../../deal/deal.ts';
import { monthTitle } from '../../deal/month.ts';
import type { Fact, Statement } from '../../facts/fact.ts';
import { formatPlace } from '../../store/place.ts';
import { FigureLink } from '../deal/FigureLink.tsx';
import { SourceLine } from '../deal/StatementSection.tsx';
import { statementWords } from '../deal/statement-words.ts';
import { counted, withSign } from '../format.ts';
import { amendmentOf, type FigureChange } from './data/amendment.ts';

const Printed = ({ statement, fact }: { readonly statement: Statement; readonly fact: Fact | null }): ReactNode =>
  fact === null ? (
    <span className="quiet">not printed</span>
  ) : (
    <FigureLink printed={[{ fact, statement }]}>{fact.text}</FigureLink>
  );

const differenceWords = ({ difference, before, after }: FigureChange): string => {
  if (difference === null) return '';
  const places = Math.max(before?.decimals ?? 0, after?.decimals ?? 0);
  const size = Math.abs(difference).toLocaleString('en-US', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return withSign(difference < 0 ? `−${size}` : size, difference);
};

interface ChangesProps {
  readonly caption: string;
  readonly changes: readonly FigureChange[];
  readonly earlier: Statement;
  readonly later: Statement;
  readonly names: readonly [earlier: string, later: string];
  readonly isChanged?: boolean;
}

const Changes = ({ caption, changes, earlier, later, names, isChanged = false }: ChangesProps): ReactNode => (
  <div className="table-frame">
    <table className="figures-table amendment-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Of</th>
          <th scope="col" className="number">
            {names[0]}
          </th>
          <th scope="col" className="number">
            {names[1]}
          </th>
          {isChanged && (
            <th scope="col" className="number">
              Difference
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.id} className={isChanged ? 'amendment-changed' : undefined}>
            <th scope="row">{change.title}</th>
            <td>{change.subject || 'Pool'}</td>
            <td className="number">
              {isChanged ? (
                <del>
                  <Printed statement={earlier} fact={change.before} />
                </del>
              ) : (
                <Printed statement={earlier} fact={change.before} />
              )}
            </td>
            <td className="number">
              {isChanged ? (
                <ins>
                  <Printed statement={later} fact={change.after} />
                </ins>
              ) : (
                <Printed statement={later} fact={change.after} />
              )}
            </td>
            {isChanged && <td className="number">{differenceWords(change)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Counted in an address typed by hand, there may be no such month. */
interface AmendmentPanelProps {
  readonly deal: Deal;
  readonly month: DealMonth;
}

/** The statement that counts beside one that it took the place of: what was printed otherwise, and what was not. */
export const AmendmentPanel = ({ deal, month }: AmendmentPanelProps): ReactNode => {
  const { statement: later, superseded } = month;
  const [chosen, setChosen] = useState(superseded.length - 1);
  const [open, setOpen] = useState(false);
  const selectId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const earlier = superseded[chosen] ?? superseded.at(-1);
  const changes = useMemo(() => (earlier === undefined ? null : amendmentOf(earlier, later)), [earlier, later]);
  if (earlier === undefined || changes === null) return null;
  const names = later.amendment ? (['Original', 'Amendment'] as const) : (['Earlier', 'Later'] as const);
  const shared = { earlier, later, names };
  const { changed, added, dropped, unchanged } = changes;
  return (
    <section className="amendment" aria-label={`${names[1]} of ${monthTitle(month.month)}`}>
      <header className="amendment-head">
        <h2 ref={heading} tabIndex={-1}>
          {monthTitle(month.month)}: {later.amendment ? 'the amendment beside the original' : 'two statements'}
        </h2>
        <a href={formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'timeline' })}>Close</a>
      </header>
      {superseded.length > 1 && (
        <p className="row">
          <label htmlFor={selectId}>Compared with</label>
          <select id={selectId} value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {superseded.map((each, index) => (
              <option key={`${each.file} ${each.exhibit ?? ''}`} value={index}>
                {statementWords(each)}, {each.file}
              </option>
            ))}
          </select>
        </p>
      )}
      <dl className="amendment-sources">
        <div>
          <dt>{names[0]}</dt>
          <dd>
            <SourceLine statement={earlier} />
          </dd>
        </div>
        <div>
          <dt>{names[1]}, which counts</dt>
          <dd>
            <SourceLine statement={later} />
          </dd>
        </div>
      </dl>
      {changed.length + added.length + dropped.length === 0 && <p>Both print the same figures.</p>}
      {changed.length > 0 && (
        <Changes caption={`${counted(changed.length, 'figure')} changed`} changes={changed} isChanged {...shared} />
      )}
      {added.length > 0 && (
        <Changes caption={`${counted(added.length, 'figure')} only in the later one`} changes={added} {...shared} />
      )}
      {dropped.length > 0 && (
        <Changes
          caption={`${counted(dropped.length, 'figure')} only in the earlier one`}
          changes={dropped}
          {...shared}
        />
      )}
      {unchanged.length > 0 && (
        <details className="amendment-same" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{counted(unchanged.length, 'figure')} unchanged</summary>
          {open && <Changes caption="Unchanged" changes={unchanged} {...shared} />}
        </details>
      )}
    </section>
  );
};
