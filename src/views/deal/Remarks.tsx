import type { ReactNode } from 'react';
import type { Deal, DealMonth } from '../../deal/deal.ts';
import { dateTitle, monthRanges, monthTitle } from '../../deal/month.ts';
import type { Statement } from '../../facts/fact.ts';
import { counted } from '../format.ts';
import { statementTitle } from './statement-words.ts';

const filing = (statement: Statement): string => {
  const filed = statement.filed === null ? '' : ` filed ${dateTitle(statement.filed)}`;
  return `${statementTitle(statement)}${filed} (${statement.file})`;
};

const doubled = ({ month, statement, superseded }: DealMonth): string => {
  const others = superseded.map(filing).join(' and ');
  const kept = superseded.length === 1 ? 'is' : 'are';
  return `${monthTitle(month)} has ${superseded.length + 1} statements: the ${filing(statement)} counts, ${others} ${kept} kept beside it.`;
};

const remarksOn = (deal: Deal): readonly string[] => {
  const gaps = monthRanges(deal.gaps);
  const none = `No statement is loaded for ${gaps.join(', ')}. Lines are interrupted there.`;
  return [
    ...(gaps.length > 0 ? [none] : []),
    ...deal.months.filter(({ superseded }) => superseded.length > 0).map(doubled),
    ...deal.undated.map(
      (statement) => `${statement.file} has no date that could be read: it is kept under Statement, in no series.`,
    ),
  ];
};

/** Remarks that are said at once; the rest unfolds. */
const atOnce = 2;

/** What is odd about the statements of a deal, in words: months missing, months with several statements, none dated. */
export const Remarks = ({ deal }: { readonly deal: Deal }): ReactNode => {
  const remarks = remarksOn(deal);
  if (remarks.length === 0) return null;
  const rest = remarks.slice(atOnce);
  return (
    <div className="remarks">
      {remarks.slice(0, atOnce).map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{counted(rest.length, 'more remark')}</summary>
          {rest.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </details>
      )}
    </div>
  );
};
