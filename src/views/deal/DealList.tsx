import type { ReactNode } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthTitle } from '../../deal/month.ts';
import { formatPlace } from '../../store/place.ts';
import { counted } from '../format.ts';
import { DealName } from './DealName.tsx';

const extent = ({ months, gaps, annual, offering, undated }: Deal): string => {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) {
    const others = annual.length + offering.length + undated.length;
    return offering.length === others ? 'offering only' : counted(others, 'statement');
  }
  if (months.length === 1) return monthTitle(first.month);
  const loaded = gaps.length === 0 ? '' : `${months.length.toLocaleString('en-US')} of `;
  return `${loaded}${counted(months.length + gaps.length, 'month')} to ${monthTitle(last.month)}`;
};

interface DealListProps {
  readonly deals: readonly Deal[];
  /** The id of the deal on the page. */
  readonly selected: string | undefined;
}

/** The loaded deals by name. */
export const DealList = ({ deals, selected }: DealListProps): ReactNode => (
  <ul className="deal-list">
    {deals.map((deal) => (
      <li key={deal.id}>
        <a
          href={formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'overview' })}
          aria-current={deal.id === selected ? 'page' : undefined}
        >
          <span className="deal-name">
            <DealName name={deal.name} />
          </span>
          <span className="deal-extent">{extent(deal)}</span>
        </a>
      </li>
    ))}
  </ul>
);
