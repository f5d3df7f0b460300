import './source.css';
import '../checks/checks.css';
import { type ReactNode, useMemo } from 'react';
import { dateTitle } from '../../deal/month.ts';
import type { LoadedFile } from '../../store/loaded-file.ts';
import { formatPlace, type SourcePlace, shownName } from '../../store/place.ts';
import { useDeals } from '../../store/selectors.ts';
import { useApp } from '../../store/store.ts';
import { DealName } from '../deal/DealName.tsx';
import { statementTitle } from '../deal/statement-words.ts';
import { counted } from '../format.ts';
import { type FileStatement, fileStatements } from './data/file-statements.ts';
import { OpenFile } from './OpenFile.tsx';
import { useSource } from './use-source.ts';

const StatementLine = ({ of: { statement, deal, number } }: { readonly of: FileStatement }): ReactNode => {
  const checks = useApp(({ checks }) => (deal === null ? undefined : checks.get(deal)))?.statements[number];
  return (
    <p className="source-statement">
      {deal === null ? (
        statement.deal
      ) : (
        <a
          href={formatPlace({
            kind: 'deal',
            deal: deal.id,
            month: statement.date?.slice(0, 7) ?? null,
            section: 'overview',
          })}
        >
          <DealName name={deal.name} />
        </a>
      )}{' '}
      · {statementTitle(statement)}
      {statement.date !== null && <> · {dateTitle(statement.date)}</>} ·{' '}
      {checks === undefined
        ? counted(statement.facts.length, 'figure')
        : `${checks.proven} of ${counted(checks.numbers, 'figure')} proven`}
      {checks !== undefined && checks.contradicted > 0 && `, ${checks.contradicted} contradicted`}
    </p>
  );
};

interface SourcePageProps {
  readonly place: SourcePlace;
  /** Whether one came here from elsewhere in the app. */
  readonly returns: boolean;
}

interface OpeningFileProps extends SourcePageProps {
  readonly loaded: LoadedFile;
}

const OpeningFile = ({ place, loaded, returns }: OpeningFileProps): ReactNode => {
  const state = useSource(loaded);
  const deals = useDeals();
  const { statements: read, file } = loaded.reading;
  const statements = useMemo(() => fileStatements(file, read, deals), [file, read, deals]);
  return (
    <article className="source-page">
      <header className="source-head">
        {returns && (
          <button type="button" className="plain source-back" onClick={() => window.history.back()}>
            ← Back
          </button>
        )}
        <h1>{file}</h1>
        {statements.map((of, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements of a file never change places
          <StatementLine key={index} of={of} />
        ))}
        {loaded.copyOf !== null && <p className="source-statement">Same content as {loaded.copyOf}.</p>}
      </header>
      {state.kind === 'opening' && <p className="waiting">Opening…</p>}
      {state.kind === 'failed' && (
        <p className="notice" role="alert">
          The file could not be opened again: {state.found} It may have been moved or changed since it was read. Drop it
          again.
        </p>
      )}
      {state.kind === 'open' && state.source.altered && (
        <p className="notice" role="alert">
          This is not the text that was read: it was replaced or damaged where this browser keeps it. The figures of the
          file are those read before, and may not stand where they are marked. Drop the file again to have its own text.
        </p>
      )}
      {state.kind === 'open' && <OpenFile place={place} source={state.source} statements={statements} />}
    </article>
  );
};

/** The text of a loaded file as printed, each figure with its verdict. */
export const SourcePage = ({ place, returns }: SourcePageProps): ReactNode => {
  const loaded = useApp(({ files }) => files.find(({ reading }) => reading.file === place.file));
  if (loaded === undefined) {
    return (
      <article className="source-page">
        <h1 className="missing-file">{shownName(place.file)}</h1>
        <p className="notice">This file is not loaded here. Drop it, and it opens at the line asked for.</p>
      </article>
    );
  }
  return <OpeningFile place={place} loaded={loaded} returns={returns} />;
};
