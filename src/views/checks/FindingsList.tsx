import type { ReactNode } from 'react';
import { dateTitle } from '../../deal/month.ts';
import type { Statement } from '../../facts/fact.ts';
import type { Finding } from '../../store/checking.ts';
import { formatPlace } from '../../store/place.ts';
import { figurePlace } from '../open-figure.ts';
import { kindTitle } from './check-kinds.ts';
import { useContradicted } from './contradicted.ts';
import { figuresOfFinding } from './data/check-sides.ts';
import { groupedFindings } from './data/findings.ts';
import { ContradictedSign } from './VerdictSign.tsx';
import { verdictWords } from './verdict-words.ts';

/** Figures of a finding that are listed; a sum over all classes has more. */
const shown = 8;

const FindingItem = ({
  finding,
  statements,
}: {
  readonly finding: Finding;
  readonly statements: readonly Statement[];
}): ReactNode => {
  const contradicted = useContradicted();
  const figures = figuresOfFinding(finding, statements, contradicted);
  const own = statements[finding.statement];
  const [first] = figures;
  return (
    <li className="finding">
      <span className="finding-sign" aria-hidden="true">
        {verdictWords.contradicted.sign}
      </span>
      <div>
        {first === undefined ? (
          finding.sentence
        ) : (
          <a href={formatPlace(figurePlace(first.statement, first.fact, finding.id))}>{finding.sentence}</a>
        )}
        <p className="finding-detail">
          {finding.date !== null && <>{dateTitle(finding.date)} · </>}
          {finding.rule}: {finding.title}
          {figures.length > 0 && ' · '}
          {figures.slice(0, shown).map(({ fact, statement }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: figures of a check never change places
            <span key={index}>
              {index > 0 && ', '}
              {contradicted.has(fact) && <ContradictedSign />}
              <a href={formatPlace(figurePlace(statement, fact, finding.id))}>
                {fact.text}{' '}
                <span className="quiet">
                  {statement === own ? '' : `${statement.date === null ? statement.file : dateTitle(statement.date)} `}
                  line {fact.line}
                </span>
              </a>
            </span>
          ))}
          {figures.length > shown && ` and ${figures.length - shown} more`}
        </p>
      </div>
    </li>
  );
};

/** Findings as plain sentences under the names of their kinds; each opens its lines. */
export const FindingsList = ({
  findings,
  statements,
}: {
  readonly findings: readonly Finding[];
  readonly statements: readonly Statement[];
}): ReactNode =>
  groupedFindings(findings).map(({ kind, findings: group }) => (
    <section key={kind} className="finding-group" aria-label={kindTitle(kind)}>
      <h3>
        {kindTitle(kind)} <span className="quiet">{group.length}</span>
      </h3>
      <ul>
        {group.map((finding) => (
          <FindingItem key={finding.id} finding={finding} statements={statements} />
        ))}
      </ul>
    </section>
  ));
