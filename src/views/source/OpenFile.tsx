import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Verdict } from '../../checks/verdicts.ts';
import { verdictCodes } from '../../store/checking.ts';
import { formatPlace, type SourcePlace } from '../../store/place.ts';
import type { OpenedSource, SourceDocument } from '../../store/source.ts';
import { useApp } from '../../store/store.ts';
import { moveTo } from '../navigation.ts';
import type { FileStatement } from './data/file-statements.ts';
import { type Mark, markAt, marksOf } from './data/marks.ts';
import { nothingFound, searchLines } from './data/search.ts';
import { seriesPlace } from './data/series-place.ts';
import { FigureDetail } from './FigureDetail.tsx';
import { FindingsList, placeOfFinding, ShownFinding, useFindings } from './FileFindings.tsx';
import { type Goal, SourceLines } from './SourceLines.tsx';
import { CopyLine, DocumentTabs, LineSearch } from './SourceTools.tsx';

/** The line of a document that holds a line of the file; null where it is not in it. */
const indexOfLine = ({ numbers }: SourceDocument, line: number): number | null => {
  const index = numbers.findLastIndex((number) => number <= line);
  return index < 0 || (index === numbers.length - 1 && numbers[index] !== line) ? null : index;
};

const Legend = (): ReactNode => (
  <p className="source-legend" aria-hidden="true">
    <span className="mark mark-proven">proven</span> <span className="mark mark-unproven">unproven</span>{' '}
    <span className="mark mark-contradicted">contradicted</span>
  </p>
);

interface OpenFileProps {
  readonly place: SourcePlace;
  readonly source: OpenedSource;
  readonly statements: readonly FileStatement[];
}

/** The opened file: tabs for its documents, its lines, its findings and the figure pointed at. */
export const OpenFile = ({ place, source, statements }: OpenFileProps): ReactNode => {
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
        {source.documents.length > 1 && <DocumentTabs file={file} documents={source.documents} shown={shown} />}
        <LineSearch
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
          {current !== undefined && <ShownFinding file={file} shown={current} />}
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
