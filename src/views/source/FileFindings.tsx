import { type ReactNode, useMemo } from 'react';
import { statementsOf } from '../../deal/statements.ts';
import type { Finding } from '../../store/checking.ts';
import { formatPlace, type SourcePlace } from '../../store/place.ts';
import { useApp } from '../../store/store.ts';
import { contradictedOf } from '../checks/contradicted.ts';
import { figuresOfCheck, figuresOfFinding } from '../checks/data/check-sides.ts';
import { ContradictedSign } from '../checks/VerdictSign.tsx';
import { verdictWords } from '../checks/verdict-words.ts';
import { counted } from '../format.ts';
import { moveTo } from '../navigation.ts';
import { figurePlace } from '../open-figure.ts';
import type { FileStatement } from './data/file-statements.ts';
import type { Mark } from './data/marks.ts';

/** A finding with its figures, those of this file as marks. */
export interface FileFinding {
  readonly finding: Finding;
  readonly of: FileStatement;
  readonly marks: readonly Mark[];
}

/** The findings that figures of a file take part in, each once, in the order of its statements. */
export const useFindings = (statements: readonly FileStatement[], marks: readonly Mark[]): readonly FileFinding[] => {
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

/** The place of a finding in this file: that of its first figure here. */
export const placeOfFinding = (file: string, { finding, marks }: FileFinding): SourcePlace => {
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

/** What one finding says, and its figures, wherever they stand. */
export const ShownFinding = ({ file, shown }: { readonly file: string; readonly shown: FileFinding }): ReactNode => (
  <section className="finding-shown" aria-label="This finding">
    <p>
      <span className="finding-sign" aria-hidden="true">
        {verdictWords.contradicted.sign}{' '}
      </span>
      {shown.finding.sentence}
    </p>
    <FindingFigures file={file} shown={shown} />
  </section>
);

interface FindingsListProps {
  readonly file: string;
  readonly findings: readonly FileFinding[];
  readonly current: FileFinding | undefined;
}

/** All findings of a file, each leading to its first figure there. */
export const FindingsList = ({ file, findings, current }: FindingsListProps): ReactNode => (
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
