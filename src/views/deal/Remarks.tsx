import { Fragment, type ReactNode } from 'react';
import type { Deal, DealMonth } from '../../deal/deal.ts';
import { monthRanges, monthTitle } from '../../deal/month.ts';
import type { Statement } from '../../facts/fact.ts';
import { formatPlace } from '../../store/place.ts';
import { counted } from '../format.ts';
import { statementWords } from './statement-words.ts';

const filing = (statement: Statement): string => `the ${statementWords(statement)} (${statement.file})`;

const doubled = ({ month, statement, superseded }: DealMonth): string =>
  `${monthTitle(month)} has ${counted(superseded.length + 1, 'statement')}. It is ${filing(statement)} that counts; kept beside it: ${superseded.map(filing).join(', ')}.`;

interface Remark {
  readonly words: string;
  /** Each case, where there are several. */
  readonly cases: readonly string[];
}

const remarksOn = (deal: Deal): readonly Remark[] => {
  const remarks: Remark[] = [];
  if (deal.gaps.length > 0) {
    const missing = monthRanges(deal.gaps).join(', ');
    remarks.push({ words: `No statement is loaded for ${missing}. Lines are interrupted there.`, cases: [] });
  }
  const several = deal.months.filter(({ superseded }) => superseded.length > 0).map(doubled);
  const [only] = several;
  if (several.length > 1) {
    const months = counted(several.length, 'month');
    remarks.push({
      words: `${months} have more than one statement; in each the one filed last counts.`,
      cases: several,
    });
  } else if (only !== undefined) {
    remarks.push({ words: only, cases: [] });
  }
  if (deal.undated.length > 0) {
    const statements = counted(deal.undated.length, 'statement');
    const have = deal.undated.length === 1 ? 'has' : 'have';
    remarks.push({
      words: `${statements} ${have} no date that could be read and so no place in a series; the figures are under Statement.`,
      cases: deal.undated.map(({ file }) => file),
    });
  }
  return remarks;
};

/** What is odd about the statements of a deal, in words: months missing, months with several statements, none dated. */
export const Remarks = ({ deal }: { readonly deal: Deal }): ReactNode => {
  const remarks = remarksOn(deal);
  if (remarks.length === 0) return null;
  return (
    <div className="remarks">
      {remarks.map(({ words, cases }) => (
        <Fragment key={words}>
          <p>{words}</p>
          {cases.length > 0 && (
            <details>
              <summary>{cases.length === 1 ? 'Which one' : 'Which ones'}</summary>
              <ul>
                {cases.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </details>
          )}
        </Fragment>
      ))}
      {deal.months.length > 0 && (
        <p>
          <a href={formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'timeline' })}>Timeline</a>
        </p>
      )}
    </div>
  );
};
