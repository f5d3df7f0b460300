import './source.css';
import '../checks/checks.css';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Verdict } from '../../checks/verdicts.ts';
import { dateTitle } from '../../deal/month.ts';
import { statementsOf } from '../../deal/statements.ts';
import { type Finding, verdictCodes } from '../../store/checking.ts';
import type { LoadedFile } from '../../store/loaded-file.ts';
import { formatPlace, type Place, shownName } from '../../store/place.ts';
import { useDeals } from '../../store/selectors.ts';
import type { OpenedSource, SourceDocument } from '../../store/source.ts';
import { useApp } from '../../store/store.ts';
import { contradictedOf } from '../checks/contradicted.ts';
import { figuresOfCheck, figuresOfFinding } from '../checks/data/check-sides.ts';
import { ContradictedSign } from '../checks/VerdictSign.tsx';
import { verdictWords } from '../checks/verdict-words.ts';
import { DealName } from '../deal/DealName.tsx';
import { statementTitle } from '../deal/statement-words.ts';
import { counted } from '../format.ts';
import { moveTo } from '../navigation.ts';
import { figurePlace } from '../open-figure.ts';
import { type FileStatement, fileStatements } from './data/file-statements.ts';
import { type Mark, markAt, marksOf } from './data/marks.ts';
import { nothingFound, searchLines } from './data/search.ts';
import { seriesPlace } from './data/series-place.ts';
import { FigureDetail } from './FigureDetail.tsx';
import { type Goal, SourceLines } from './SourceLines.tsx';
import { useSource } from './use-source.ts';

type SourcePlace = Extract<Place, { readonly kind: 'source' }>;

/** A finding with its figures, those of this file as marks. */
interface FileFinding {
  readonly finding: Finding;
  readonly of: FileStatement;
  readonly marks: readonly Mark[];
}

const documentTitle = ({ exhibit, description }: SourceDocument, index: number): string =>
  exhibit ?? description ?? `Document ${index + 1}`;

/** The line of a document that holds a line of the file; null where it is not in it. */
const indexOfLine = ({ numbers }: SourceDocument, line: number): number | null => {
  const index = numbers.findLastIndex((number) => number <= line);
  return index < 0 || (index === numbers.length - 1 && numbers[index] !== line) ? null : index;
};

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

const useFindings = (statements: readonly FileStatement[], marks: readonly Mark[]): readonly FileFinding[] => {
  const checks = useApp((state) => state.checks);
  return useMemo(() => {
    const byFigure = new Map(marks.map((mark) => [mark.fact?.fact, mark]));
    const seen = new Set<Finding>();
    return statements.flatMap((of) => {
      const findings = of.deal === null ? [] : (checks.get(of.deal)?.findings ?? []);
      return findings.flatMap((finding) => {
        const here =
          finding.statement === of.number || finding.figures.some(({ statement }) => statement === of.number);
        if (!here || seen.has(finding) || of.deal === null) return [];
        seen.add(finding);
        const figures = figuresOfCheck(finding, statementsOf(of.deal));
        return [{ finding, of, marks: figures.flatMap(({ fact }) => byFigure.get(fact) ?? []) }];
      });
    });
  }, [statements, marks, checks]);
};

interface FindingsListProps {
  readonly file: string;
  readonly findings: readonly FileFinding[];
  readonly current: FileFinding | undefined;
}

/** The place of a finding in this file: that of its first figure here. */
const placeOfFinding = (file: string, { finding, marks }: FileFinding): SourcePlace => {
  const first = marks.find(({ verdict }) => verdict === 'contradicted') ?? marks[0];
  return first === undefined
    ? { kind: 'source', file, document: null, line: null, column: null, finding: finding.id }
    : figurePlace({ file }, first.figure, finding.id);
};

const FindingFigures = ({ file, shown }: { readonly file: string; readonly shown: FileFinding }): ReactNode => {
  const { deal } = shown.of;
  const checks = useApp((state) => (deal === null ? undefined : state.checks.get(deal)));
  if (deal === null || checks === undefined) return null;
  const contradicted = contradictedOf(deal, checks);
  return (
    <ul className="finding-figures">
      {figuresOfFinding(shown.finding, statementsOf(deal), contradicted).map(({ fact, statement }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures of a check never change places
        <li key={index}>
          {contradicted.has(fact) && <ContradictedSign />}
          <a href={formatPlace(figurePlace(statement, fact, shown.finding.id))}>
            {fact.text}
            <span className="quiet">
              {' '}
              {statement.file === file ? `line ${fact.line}` : `${statement.file}, line ${fact.line}`}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};

const FindingsList = ({ file, findings, current }: FindingsListProps): ReactNode => (
  <section className="source-findings" aria-label="Findings">
    <h2>{findings.length === 0 ? 'No findings' : counted(findings.length, 'finding')}</h2>
    {findings.length > 0 && (
      <ol>
        {findings.map((each) => (
          <li key={each.finding.id} className={each === current ? 'finding-current' : undefined}>
            <a
              href={formatPlace(placeOfFinding(file, each))}
              aria-current={each === current ? 'true' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                // Moving about in the file leaves Back to where one came from.
                event.preventDefault();
                moveTo(placeOfFinding(file, each));
              }}
            >
              {each.finding.sentence}
            </a>
          </li>
        ))}
      </ol>
    )}
  </section>
);

const Legend = (): ReactNode => (
  <p className="source-legend" aria-hidden="true">
    <span className="mark mark-proven">proven</span> <span className="mark mark-unproven">unproven</span>{' '}
    <span className="mark mark-contradicted">contradicted</span>
  </p>
);

interface SearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly found: number;
  readonly current: number;
  readonly onStep: (by: 1 | -1) => void;
}

const Search = ({ value, onChange, found, current, onStep }: SearchProps): ReactNode => {
  const id = useId();
  return (
    <search className="source-search">
      <label htmlFor={id}>Find</label>
      <input
        id={id}
        type="search"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="source-found" aria-live="polite">
        {value.trim() === '' ? '' : found === 0 ? 'not found' : `${current + 1} of ${found}`}
      </span>
      <button type="button" onClick={() => onStep(-1)} disabled={found === 0} aria-label="Previous match">
        ‹
      </button>
      <button type="button" onClick={() => onStep(1)} disabled={found === 0} aria-label="Next match">
        ›
      </button>
    </search>
  );
};

/** Copies a line with the file and its number. */
const CopyLine = ({ file, line, text }: { readonly file: string; readonly line: number; readonly text: string }) => {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${text.trimEnd()}\n(${file}, line ${line})`);
      setSaid('Copied');
    } catch {
      setSaid('The browser does not let this page copy');
    }
    setTimeout(() => setSaid(''), 2500);
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy line {line.toLocaleString('en-US')} with its source
      </button>
      <span className="quiet" aria-live="polite">
        {said}
      </span>
    </>
  );
};

interface OpenFileProps {
  readonly place: SourcePlace;
  readonly source: OpenedSource;
  readonly statements: readonly FileStatement[];
}

/** The opened file: tabs for its documents, its lines, its findings and the figure pointed at. */
const OpenFile = ({ place, source, statements }: OpenFileProps): ReactNode => {
  const { file, line, column } = place;
  const checks = useApp((state) => state.checks);
  const marks = useMemo(
    () =>
      marksOf(
        statements.map(({ statement }) => statement),
        source,
        (statement, fact): Verdict => {
          const of = statements[statement];
          const codes = of?.deal == null ? undefined : checks.get(of.deal)?.statements[of.number]?.verdicts;
          return verdictCodes[codes?.[fact] ?? 0] ?? 'unproven';
        },
      ),
    [statements, source, checks],
  );
  const findings = useFindings(statements, marks);
  const current = findings.find(({ finding }) => finding.id === place.finding);
  const asked = line === null ? null : (markAt(marks, line, column) ?? null);
  const ofLine = line === null ? -1 : source.documents.findIndex((document) => indexOfLine(document, line) !== null);
  const shown = place.document ?? asked?.place.document ?? (ofLine >= 0 ? ofLine : (marks[0]?.place.document ?? 0));
  const document = source.documents[shown];

  const [hovered, setHovered] = useState<Mark | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [step, setStep] = useState(0);
  const wanted = useDeferredValue(search);
  const lines = useMemo(() => (document === undefined ? [] : document.text.split('\n')), [document]);
  const here = useMemo(() => marks.filter((mark) => mark.place.document === shown), [marks, shown]);
  const found = useMemo(() => (wanted.trim() === '' ? nothingFound : searchLines(lines, wanted)), [lines, wanted]);
  const at = found.lines.length === 0 ? 0 : ((step % found.lines.length) + found.lines.length) % found.lines.length;
  const hitLine = found.lines[at] ?? null;
  const finding = useMemo(() => new Set(current?.marks.map(({ id }) => id)), [current]);

  const [goal, setGoal] = useState<Goal | null>(null);
  /** Index of the line last looked at: what is copied. */
  const [cited, setCited] = useState<number | null>(null);
  const latest = useRef({ marks: here, document });
  useEffect(() => {
    latest.current = { marks: here, document };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: verdicts that arrive later do not scroll
  useEffect(() => {
    if (line === null) return;
    const mark = markAt(latest.current.marks, line, column) ?? null;
    const index = mark?.place.line ?? (document === undefined ? null : indexOfLine(document, line));
    setFocused(mark?.id ?? null);
    setCited(index);
    if (index !== null) setGoal({ line: index, mark });
  }, [line, column, place.finding, document]);
  useEffect(() => {
    if (hitLine === null) return;
    setCited(hitLine);
    setGoal({ line: hitLine, mark: null });
  }, [hitLine]);

  const onEnter = useCallback((mark: Mark) => setHovered((before) => (before?.id === mark.id ? before : mark)), []);
  const onLeave = useCallback((mark: Mark) => setHovered((before) => (before?.id === mark.id ? null : before)), []);
  const onFocus = useCallback((mark: Mark) => {
    setFocused(mark.id);
    setCited(mark.place.line);
  }, []);
  const hrefOf = useCallback(
    ({ fact, statement }: Mark): string | null => {
      const of = statements[statement];
      if (of?.deal == null || fact === null) return null;
      return formatPlace(seriesPlace(of.deal, of.statement, fact.fact));
    },
    [statements],
  );
  const target = here.find(({ id }) => id === focused) ?? null;
  const active = hovered ?? target;
  const of = active === null ? undefined : statements[active.statement];
  const stepFinding = (by: 1 | -1) => {
    const index = current === undefined ? (by > 0 ? -1 : 0) : findings.indexOf(current);
    const next = findings[(index + by + findings.length) % findings.length];
    if (next !== undefined) moveTo(placeOfFinding(file, next));
  };

  return (
    <>
      <div className="source-tools">
        {source.documents.length > 1 && (
          <nav className="source-tabs" aria-label="Documents">
            {source.documents.map((each, index) => (
              <a
                // biome-ignore lint/suspicious/noArrayIndexKey: documents of a file never change places
                key={index}
                href={formatPlace({ kind: 'source', file, document: index, line: null, column: null, finding: null })}
                aria-current={index === shown ? 'page' : undefined}
                title={each.description ?? undefined}
                onClick={(event) => {
                  event.preventDefault();
                  moveTo({ kind: 'source', file, document: index, line: null, column: null, finding: null });
                }}
              >
                {documentTitle(each, index)}
              </a>
            ))}
          </nav>
        )}
        <Search
          value={search}
          onChange={(value) => {
            setSearch(value);
            setStep(0);
          }}
          found={found.lines.length}
          current={at}
          onStep={(by) => setStep(at + by)}
        />
        {findings.length > 0 && (
          <div className="row">
            <button type="button" onClick={() => stepFinding(-1)}>
              Previous finding
            </button>
            <button type="button" onClick={() => stepFinding(1)}>
              Next finding
            </button>
          </div>
        )}
        {cited !== null && document !== undefined && (
          <div className="row">
            <CopyLine file={file} line={document.numbers[cited] ?? 0} text={lines[cited] ?? ''} />
          </div>
        )}
      </div>
      <div className="source-body">
        {document === undefined || document.kind === 'binary' ? (
          <p className="source-empty">This document is no text.</p>
        ) : (
          <SourceLines
            key={shown}
            file={file}
            lines={lines}
            numbers={document.numbers}
            marks={here}
            hits={found.hits}
            currentHit={hitLine}
            goal={goal}
            target={target}
            finding={finding}
            hrefOf={hrefOf}
            onEnter={onEnter}
            onLeave={onLeave}
            onFocus={onFocus}
          />
        )}
        <aside className="source-side" aria-label="Figure and findings">
          {current !== undefined && (
            <section className="finding-shown" aria-label="This finding">
              <p>
                <span className="finding-sign" aria-hidden="true">
                  {verdictWords.contradicted.sign}{' '}
                </span>
                {current.finding.sentence}
              </p>
              <FindingFigures file={file} shown={current} />
            </section>
          )}
          {active !== null && of !== undefined ? (
            <FigureDetail mark={active} statement={of} />
          ) : (
            <p className="quiet">
              Point at a figure, or move to it by arrow keys, to see what it is and what proves it.
            </p>
          )}
          <FindingsList file={file} findings={findings} current={current} />
          <Legend />
        </aside>
      </div>
    </>
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
