import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { dateTitle } from '../../deal/month.ts';
import { statementsOf } from '../../deal/statements.ts';
import type { Statement } from '../../facts/fact.ts';
import { checkAgain, type DealChecks } from '../../store/checking.ts';
import { formatPlace } from '../../store/place.ts';
import { useUnchecked } from '../../store/unchecked.ts';
import { statementTitle } from '../deal/statement-words.ts';
import { counted } from '../format.ts';
import { saveFile } from '../tables/save-file.ts';
import { CheckMatrix } from './CheckMatrix.tsx';
import { kindTitle } from './check-kinds.ts';
import { useDealChecks } from './contradicted.ts';
import { exportedFindings, type FindingFilter, filteredFindings } from './data/findings.ts';
import { FindingsList } from './FindingsList.tsx';
import { UnreadFigures } from './UnreadFigures.tsx';
import { verdictWords } from './verdict-words.ts';

/** Findings that are listed at once. */
const page = 200;

const statementName = ({ date, ...statement }: Statement): string =>
  `${date === null ? 'no date' : dateTitle(date)}, ${statementTitle({ date, ...statement })}`;

const Summary = ({ checks }: { readonly checks: DealChecks }): ReactNode => {
  const sum = (of: (each: DealChecks['statements'][number]) => number): number =>
    checks.statements.reduce((total, each) => total + of(each), 0);
  const [proven, numbers, contradicted] = [
    sum((each) => each.proven),
    sum((each) => each.numbers),
    sum((each) => each.contradicted),
  ];
  return (
    <>
      <p className="checks-summary">
        {proven.toLocaleString('en-US')} of {counted(numbers, 'figure')} proven,{' '}
        <span className={contradicted > 0 ? 'verdict-contradicted' : undefined}>
          {contradicted.toLocaleString('en-US')} contradicted
        </span>
        , {(numbers - proven - contradicted).toLocaleString('en-US')} unproven.
      </p>
      <details className="verdict-rules">
        <summary>How the verdicts are given</summary>
        <dl>
          {(['proven', 'unproven', 'contradicted'] as const).map((verdict) => (
            <div key={verdict}>
              <dt>
                <span aria-hidden="true">{verdictWords[verdict].sign}</span> {verdictWords[verdict].title}
              </dt>
              <dd>{verdictWords[verdict].rule}</dd>
            </div>
          ))}
        </dl>
        <p>
          A printed number stands for everything that rounds to it, and a check holds when both its sides can be the
          same number. There is no other tolerance.
        </p>
      </details>
    </>
  );
};

const ByStatement = ({
  checks,
  statements,
}: {
  readonly checks: DealChecks;
  readonly statements: readonly Statement[];
}): ReactNode => (
  <details className="proven-shares" open={statements.length <= 3}>
    <summary>Proven share of each statement</summary>
    <ul>
      {statements.map((statement, index) => {
        const own = checks.statements[index];
        return (
          own !== undefined && (
            // biome-ignore lint/suspicious/noArrayIndexKey: statements of a deal never change places
            <li key={index}>
              <a
                href={formatPlace({
                  kind: 'source',
                  file: statement.file,
                  document: null,
                  line: null,
                  column: null,
                  finding: null,
                })}
              >
                {statementName(statement)}
              </a>
              : {own.proven} of {counted(own.numbers, 'figure')} proven
              {own.contradicted > 0 && `, ${own.contradicted} contradicted`}
            </li>
          )
        );
      })}
    </ul>
  </details>
);

/** How each class's interest accrues, as its printed figures show. */
const DayCounts = ({ deal, checks }: { readonly deal: Deal; readonly checks: DealChecks }): ReactNode => {
  const known = deal.classes.flatMap((name) => {
    const found = checks.dayCounts.get(name);
    return found === undefined ? [] : [{ name, ...found }];
  });
  if (known.length === 0) return null;
  return (
    <details className="proven-shares">
      <summary>Day count of each class</summary>
      <p className="quiet">
        Each class’s interest was reckoned from its rate and balance by actual/360, 30/360, actual/365 and 30/360 on the
        pool; the one that gives the printed interest in most statements is told.
      </p>
      <ul>
        {known.map(({ name, accrual, statements }) => (
          <li key={name}>
            Class {name}: {accrual} <span className="quiet">in {counted(statements, 'statement')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

interface FilterBarProps {
  readonly checks: DealChecks;
  readonly statements: readonly Statement[];
  readonly filter: FindingFilter;
  readonly onChange: (filter: FindingFilter) => void;
}

const FilterBar = ({ checks, statements, filter, onChange }: FilterBarProps): ReactNode => {
  const id = useId();
  const found = new Set(checks.findings.map(({ statement }) => statement));
  const kinds = checks.kinds.filter((_, kind) =>
    statements.some((_, index) => (checks.failing[index * checks.kinds.length + kind] ?? 0) > 0),
  );
  return (
    <div className="finding-filter">
      <label htmlFor={`${id}-statement`}>Statement</label>
      <select
        id={`${id}-statement`}
        value={filter.statement ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, statement: value === '' ? null : Number(value) })
        }
      >
        <option value="">all</option>
        {statements.map((statement, index) =>
          found.has(index) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: statements of a deal never change places
            <option key={index} value={index}>
              {statementName(statement)}
            </option>
          ) : null,
        )}
      </select>
      <label htmlFor={`${id}-kind`}>Kind</label>
      <select
        id={`${id}-kind`}
        value={filter.kind ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...filter, kind: value === '' ? null : value })}
      >
        <option value="">all</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindTitle(kind)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-words`}>Words</label>
      <input
        id={`${id}-words`}
        type="search"
        value={filter.words}
        onChange={({ currentTarget }) => onChange({ ...filter, words: currentTarget.value })}
      />
    </div>
  );
};

const everything: FindingFilter = { statement: null, kind: null, words: '' };

const Findings = ({
  deal,
  checks,
  statements,
}: {
  readonly deal: Deal;
  readonly checks: DealChecks;
  readonly statements: readonly Statement[];
}): ReactNode => {
  const [filter, setFilter] = useState(everything);
  const [shown, setShown] = useState(page);
  const settled = useDeferredValue(filter);
  const { findings } = checks;
  const matching = useMemo(() => filteredFindings(findings, settled), [findings, settled]);
  const save = async () => {
    const { toCsv } = await import('../../export/csv.ts');
    saveFile(`${deal.id}-findings.csv`, toCsv(exportedFindings(matching, statements)), 'text/csv');
  };
  return (
    <>
      {checks.kinds.length > 0 && (
        <CheckMatrix
          checks={checks}
          statements={statements}
          onPick={(picked) => {
            setFilter({ ...everything, ...picked });
            document.getElementById('findings')?.scrollIntoView({ block: 'nearest' });
          }}
        />
      )}
      <section id="findings" className="findings" aria-label="Findings">
        <div className="findings-head">
          <h2>{findings.length === 0 ? 'No findings' : counted(findings.length, 'finding')}</h2>
          {findings.length > 0 && (
            <button type="button" onClick={() => void save()}>
              Export CSV
            </button>
          )}
        </div>
        {findings.length === 0 ? (
          <p className="quiet">Every check that applies to these statements holds.</p>
        ) : (
          <>
            <FilterBar checks={checks} statements={statements} filter={filter} onChange={setFilter} />
            {matching.length < findings.length && (
              <p className="row" aria-live="polite">
                {matching.length} of {counted(findings.length, 'finding')}
                <button type="button" className="plain" onClick={() => setFilter(everything)}>
                  Show all
                </button>
              </p>
            )}
            <FindingsList findings={matching.slice(0, shown)} statements={statements} />
            {matching.length > shown && (
              <button type="button" onClick={() => setShown(shown + page)}>
                Show {Math.min(page, matching.length - shown)} more
              </button>
            )}
          </>
        )}
      </section>
    </>
  );
};

/** Whether the deal's figures agree with each other: a matrix of months and checks, the findings, and what was not read. */
export const ChecksSection = ({ deal }: { readonly deal: Deal }): ReactNode => {
  const checks = useDealChecks(deal);
  const failed = useUnchecked((unchecked) => unchecked.failed.get(deal));
  const statements = statementsOf(deal);
  if (checks === undefined && failed !== undefined)
    return (
      <p className="notice row" role="alert">
        The figures of this deal could not be held against each other: {failed} They are shown as printed, and nothing
        is proven.
        <button type="button" onClick={() => checkAgain(deal)}>
          Check again
        </button>
      </p>
    );
  if (checks === undefined) return <p className="waiting">Holding the figures against each other…</p>;
  return (
    <div className="checks-section">
      <Summary checks={checks} />
      <Findings deal={deal} checks={checks} statements={statements} />
      <ByStatement checks={checks} statements={statements} />
      <DayCounts deal={deal} checks={checks} />
      <UnreadFigures statements={statements} />
    </div>
  );
};
