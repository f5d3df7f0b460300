import './files-page.css';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useDeferredValue, useLayoutEffect, useRef, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { dateTitle } from '../../deal/month.ts';
import type { Problem, Statement } from '../../facts/fact.ts';
import { outlineOf } from '../../facts/outline.ts';
import { type LoadedFile, wasRead } from '../../store/loaded-file.ts';
import { formatPlace } from '../../store/place.ts';
import { removeFiles } from '../../store/removing.ts';
import { selectCounts, useDeals, useFiles } from '../../store/selectors.ts';
import { DealName } from '../deal/DealName.tsx';
import { dealOf } from '../deal/statement-words.ts';
import { DealsExport } from '../export/DealsExport.tsx';
import { byteSize, counted } from '../format.ts';
import { KeptPanel } from '../keeping/KeptPanel.tsx';
import { TaughtWordsPanel } from '../teaching/TaughtWordsPanel.tsx';
import { ReadingReport } from './ReadingReport.tsx';

type Filter = 'all' | 'unread' | 'remarks';

const uncertainIn = ({ reading }: LoadedFile): number =>
  reading.statements.reduce((sum, { uncertain }) => sum + uncertain.length, 0);

const hasRemarks = (file: LoadedFile): boolean =>
  wasRead(file) && (file.copyOf !== null || file.reading.problems.length > 0 || uncertainIn(file) > 0);

const filters: Readonly<Record<Filter, (file: LoadedFile) => boolean>> = {
  all: () => true,
  unread: (file) => !wasRead(file),
  remarks: hasRemarks,
};

interface StatementLineProps {
  readonly statement: Statement;
  readonly deals: readonly Deal[];
}

const StatementLine = ({ statement, deals }: StatementLineProps): ReactNode => {
  const deal = dealOf(deals, statement);
  return (
    <li className="statement-line">
      <span className="statement-form">{statement.form ?? statement.statement}</span>
      <span className="statement-deal">
        {deal === undefined ? (
          statement.deal || 'No deal named'
        ) : (
          <a href={formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'overview' })}>
            <DealName name={deal.name} />
          </a>
        )}
      </span>
      <span className="statement-date">{statement.date === null ? 'no date found' : dateTitle(statement.date)}</span>
      <span className="statement-figures">
        {outlineOf(statement).facts.toLocaleString('en-US')}
        <span className="figures-unit"> figures</span>
      </span>
    </li>
  );
};

/** The line of a problem, leading there where the file's text can be opened. */
const ProblemLine = ({ line, file }: { readonly line: number; readonly file: LoadedFile }): ReactNode => {
  const words = `Line ${line.toLocaleString('en-US')}`;
  if (file.source === undefined && file.kept?.span == null) return <span className="quiet">{words}: </span>;
  const place = { kind: 'source', file: file.reading.file, document: null, line, column: null, finding: null } as const;
  return (
    <>
      <a href={formatPlace(place)}>{words}</a>:{' '}
    </>
  );
};

const ProblemText = ({ problem, file }: { readonly problem: Problem; readonly file: LoadedFile }): ReactNode => (
  <li>
    {problem.line !== null && <ProblemLine line={problem.line} file={file} />}
    {problem.found} <span className="quiet">{problem.advice}</span>
  </li>
);

const FileRow = ({ file, deals }: { readonly file: LoadedFile; readonly deals: readonly Deal[] }): ReactNode => {
  const { reading, copyOf } = file;
  const [report, setReport] = useState(false);
  const read = wasRead(file);
  const { problems } = reading;
  const uncertain = uncertainIn(file);
  const remarks = problems.length + (uncertain > 0 ? 1 : 0) + (copyOf === null ? 0 : 1);
  return (
    <div className={read ? 'file-row' : 'file-row file-unread'}>
      <p className="file-name" title={reading.size > 0 ? `${reading.file}, ${byteSize(reading.size)}` : reading.file}>
        <bdi>{reading.file}</bdi>
      </p>
      <div className="file-outcome">
        {read && (
          <ul className="statement-lines">
            {reading.statements.map((statement, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: statements of a file never change places
              <StatementLine key={index} statement={statement} deals={deals} />
            ))}
          </ul>
        )}
        {!read && (
          <ul className="file-problems">
            {problems.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems of a file never change places
              <ProblemText key={index} problem={problem} file={file} />
            ))}
          </ul>
        )}
        {read && remarks > 0 && (
          <details className="file-remarks">
            <summary>{counted(remarks, 'remark')}</summary>
            <ul className="file-problems">
              {copyOf !== null && <li>Same content as {copyOf}, which counts in its place.</li>}
              {uncertain > 0 && (
                <li>
                  {counted(uncertain, 'figure')} could be read in more than one way and {uncertain === 1 ? 'is' : 'are'}{' '}
                  left out.
                </li>
              )}
              {problems.map((problem, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: problems of a file never change places
                <ProblemText key={index} problem={problem} file={file} />
              ))}
            </ul>
          </details>
        )}
        {report && <ReadingReport reading={reading} />}
      </div>
      <div className="file-actions">
        {reading.documents.length > 0 && (
          <button
            type="button"
            className="plain"
            aria-expanded={report}
            aria-label={`Reading report of ${reading.file}`}
            onClick={() => setReport(!report)}
          >
            Report
          </button>
        )}
        <button
          type="button"
          className="plain"
          aria-label={`Remove ${reading.file}`}
          onClick={() => void removeFiles(new Set([reading.file]))}
        >
          Remove
        </button>
      </div>
    </div>
  );
};

/** Of a row without a report, in pixels. */
const usualHeight = 45;

interface FileListProps {
  readonly files: readonly LoadedFile[];
  readonly deals: readonly Deal[];
}

const FileList = ({ files, deals }: FileListProps): ReactNode => {
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    setOffset(list.current?.offsetTop ?? 0);
  }, []);
  const rows = useWindowVirtualizer({
    count: files.length,
    estimateSize: () => usualHeight,
    // Told by the observer once the page has laid them out: asking while they are put in would lay it out at once.
    measureElement: (element, entry, { indexFromElement, measurementsCache }) =>
      entry?.borderBoxSize[0]?.blockSize ?? measurementsCache[indexFromElement(element)]?.size ?? usualHeight,
    overscan: 4,
    scrollMargin: offset,
    getItemKey: (index) => files[index]?.reading.file ?? index,
  });
  return (
    <ul ref={list} className="file-list" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const file = files[index];
        return (
          file !== undefined && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={files.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - offset}px)` }}
            >
              <FileRow file={file} deals={deals} />
            </li>
          )
        );
      })}
    </ul>
  );
};

const title: Readonly<Record<Filter, string>> = { all: 'All', unread: 'Not read', remarks: 'With remarks' };

/** What was read, what was not and why; a way to remove one file or all. */
export const FilesPage = (): ReactNode => {
  // Drawn in pieces, between what the page must answer at once: many rows come at a time while files are read.
  const files = useDeferredValue(useFiles());
  const counts = selectCounts(files);
  const [filter, setFilter] = useState<Filter>('all');
  const deals = useDeferredValue(useDeals());
  const remarks = files.filter(hasRemarks).length;
  const amount: Readonly<Record<Filter, number>> = { all: counts.files, unread: counts.unread, remarks };
  // Nothing left to filter for: show all again.
  const shown = amount[filter] === 0 ? 'all' : filter;
  // What was not read comes first, since it may need doing something about.
  const matching = shown === 'all' ? files : files.filter(filters[shown]);
  const listed =
    counts.unread === 0
      ? matching
      : [...matching.filter((file) => !wasRead(file)), ...matching.filter((file) => wasRead(file))];
  return (
    <div className="files-page">
      <div className="page-head">
        <h1>Files</h1>
      </div>
      <p className="lede">
        {counts.unread === 0
          ? `${counted(counts.files, 'file')} read.`
          : `${counts.unread.toLocaleString('en-US')} of ${counted(counts.files, 'file')} ${counts.unread === 1 ? 'was' : 'were'} not read.`}
      </p>
      {deals.length > 0 && <DealsExport deals={deals} label="Export all deals" />}
      {amount.unread + amount.remarks > 0 && (
        <fieldset className="filter">
          <legend className="sr-only">Show</legend>
          {(['all', 'unread', 'remarks'] as const)
            .filter((each) => each === 'all' || amount[each] > 0)
            .map((each) => (
              <label key={each}>
                <input type="radio" name="filter" checked={shown === each} onChange={() => setFilter(each)} />
                {title[each]} <span className="quiet">{amount[each].toLocaleString('en-US')}</span>
              </label>
            ))}
        </fieldset>
      )}
      <KeptPanel files={files} deals={deals} />
      <TaughtWordsPanel />
      <div className="file-head" aria-hidden="true">
        <span>File</span>
        <span className="statement-line">
          <span>Form</span>
          <span>Deal</span>
          <span>Date</span>
          <span className="statement-figures">Figures</span>
        </span>
      </div>
      <FileList files={listed} deals={deals} key={shown} />
    </div>
  );
};
