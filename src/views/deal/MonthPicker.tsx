import { type ReactNode, useId } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { monthTitle } from '../../deal/month.ts';
import { counted } from '../format.ts';

const extent = ({ months, gaps }: Deal): string => {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || first === last) return 'the one month loaded';
  const loaded = gaps.length === 0 ? '' : `${months.length.toLocaleString('en-US')} of `;
  return `${loaded}${counted(months.length + gaps.length, 'month')}, ${monthTitle(first.month)} to ${monthTitle(last.month)}`;
};

interface MonthPickerProps {
  readonly deal: Deal;
  /** `2002-05`. */
  readonly month: string;
  readonly onSelectMonth: (month: string) => void;
}

/** Chooses one of the months loaded, from a list or one step at a time. */
export const MonthPicker = ({ deal, month, onSelectMonth }: MonthPickerProps): ReactNode => {
  const id = useId();
  const index = deal.months.findIndex((loaded) => loaded.month === month);
  const step = (by: number): ReactNode => {
    const target = deal.months[index + by]?.month;
    const words = by < 0 ? 'Previous month' : 'Next month';
    return (
      <button
        type="button"
        className="step"
        aria-label={target === undefined ? words : `${words}, ${monthTitle(target)}`}
        disabled={target === undefined}
        onClick={() => target !== undefined && onSelectMonth(target)}
      >
        {by < 0 ? '‹' : '›'}
      </button>
    );
  };
  return (
    <div className="month-choice">
      <div className="month-picker">
        <label className="sr-only" htmlFor={id}>
          Month
        </label>
        {step(-1)}
        <select id={id} value={month} onChange={({ currentTarget }) => onSelectMonth(currentTarget.value)}>
          {deal.months.toReversed().map((loaded) => (
            <option key={loaded.month} value={loaded.month}>
              {monthTitle(loaded.month)}
            </option>
          ))}
        </select>
        {step(1)}
      </div>
      <p className="month-extent">{extent(deal)}</p>
    </div>
  );
};
