import type { ReactNode } from 'react';
import type { Deal, DealMonth } from '../../deal/deal.ts';
import { type KeyFigure, type KeyFigureId, keyFigures, type Measured } from '../../deal/key-figures.ts';
import { addMonths, monthTitle } from '../../deal/month.ts';
import { shortAmount, shortFactor, shortPercent, withSign } from '../format.ts';
import { FigureLink } from './FigureLink.tsx';

const written: Readonly<Record<KeyFigure['unit'], (value: number) => string>> = {
  USD: shortAmount,
  percent: shortPercent,
  factor: shortFactor,
};

const Value = ({ figure, unit }: { readonly figure: Measured; readonly unit: KeyFigure['unit'] }): ReactNode => {
  if (figure.origin === 'missing') return <span title={figure.reason}>—</span>;
  const text = written[unit](figure.value);
  return figure.origin === 'printed' ? (
    <FigureLink printed={[figure.printed]}>{text}</FigureLink>
  ) : (
    <FigureLink printed={figure.from} formula={figure.formula}>
      {text}
    </FigureLink>
  );
};

/** Amounts move in percent of themselves, percentages in points, factors in their own places. */
const changeWords = ({ unit, change, relative }: KeyFigure): string | null => {
  if (change === null) return null;
  if (change === 0) return 'unchanged';
  if (unit === 'percent') return `${withSign(shortPercent(change).replace(/\u202f%$/, ''), change)} points`;
  if (unit === 'factor') return withSign(shortFactor(change), change);
  if (relative === null) return withSign(shortAmount(change), change);
  const percent = relative * 100;
  const places = Math.abs(percent) >= 100 ? 0 : 1;
  const digits = Math.abs(percent).toLocaleString('en-US', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return Number(digits.replaceAll(',', '')) === 0
    ? withSign(shortAmount(change), change)
    : `${percent < 0 ? '−' : '+'}${digits}\u202f%`;
};

interface CellProps {
  readonly main: KeyFigure;
  readonly beside?: { readonly figure: KeyFigure; readonly words: string };
  readonly before: string;
}

const Cell = ({ main, beside, before }: CellProps): ReactNode => {
  const change = changeWords(main);
  return (
    <div className="key-figure">
      <dt>{main.title}</dt>
      <dd className="key-value">
        <Value figure={main.figure} unit={main.unit} />
      </dd>
      <dd className="key-change">
        {main.figure.origin === 'missing' ? main.figure.reason : (change ?? `no ${monthTitle(before)} to compare with`)}
      </dd>
      {beside !== undefined && beside.figure.figure.origin !== 'missing' && (
        <dd className="key-beside">
          {beside.words} <Value figure={beside.figure.figure} unit={beside.figure.unit} />
        </dd>
      )}
    </div>
  );
};

/** The figures one looks at first, of one month, with their change on the month before. */
export const KeyFigures = ({ deal, month }: { readonly deal: Deal; readonly month: DealMonth }): ReactNode => {
  const figures = keyFigures(deal, month);
  const before = addMonths(month.month, -1);
  const beside: Partial<Record<KeyFigureId, { readonly id: KeyFigureId; readonly words: string }>> = {
    poolBalance: { id: 'poolFactor', words: 'factor' },
    cumulativeLoss: { id: 'cumulativeLossShare', words: 'of the original pool' },
  };
  return (
    <dl className="key-figures" aria-label={`Key figures of ${monthTitle(month.month)}`}>
      {(['poolBalance', 'delinquency', 'creditEnhancement', 'cumulativeLoss', 'prepayments'] as const).map((id) => {
        const main = figures.get(id);
        const second = beside[id];
        const figure = second === undefined ? undefined : figures.get(second.id);
        if (main === undefined) return null;
        return second !== undefined && figure !== undefined ? (
          <Cell key={id} main={main} beside={{ figure, words: second.words }} before={before} />
        ) : (
          <Cell key={id} main={main} before={before} />
        );
      })}
    </dl>
  );
};
