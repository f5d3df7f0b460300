import type { ReactNode } from 'react';
import type { Deal, DealMonth } from '../../deal/deal.ts';
import { addMonths, dateTitle, monthTitle } from '../../deal/month.ts';
import { monthIn } from '../../deal/series.ts';
import { type KeyFigure, type KeyFigureId, keyFigures } from '../../metrics/key-figures.ts';
import { type Computed, isComputed, type Measure } from '../../metrics/measure.ts';
import { fixed, shortAmount, shortFactor, shortPercent, withSign } from '../format.ts';
import type { TermId } from '../help/data/glossary.ts';
import { Term } from '../help/Term.tsx';
import { formulaWords, printedTermsOf } from '../measure-words.ts';
import { FigureLink } from './FigureLink.tsx';

const written: Readonly<Record<KeyFigure['unit'], (value: number) => string>> = {
  USD: shortAmount,
  percent: shortPercent,
  factor: shortFactor,
};

/** Whether a statement prints the figure as it stands. */
const isPrinted = ({ pieces: [only, ...more] }: Computed): boolean =>
  typeof only === 'object' && only.origin === 'printed' && more.length === 0;

const Value = ({ figure, unit }: { readonly figure: Measure; readonly unit: KeyFigure['unit'] }): ReactNode =>
  isComputed(figure) ? (
    <FigureLink printed={printedTermsOf(figure.terms)} formula={isPrinted(figure) ? undefined : formulaWords(figure)}>
      {written[unit](figure.value)}
    </FigureLink>
  ) : (
    <span title={figure.reason}>—</span>
  );

const percentOf = (share: number): string => {
  const percent = Math.abs(share * 100);
  return `${fixed(percent, percent >= 100 ? 0 : 1)}\u202f%`;
};

/** Amounts move in percent of themselves, sums since issue in dollars, percentages in points. */
const changeWords = ({ id, unit, change, relative }: KeyFigure): string | null => {
  if (change === null) return null;
  if (change === 0) return 'unchanged';
  if (unit === 'percent') return `${withSign(shortPercent(change).replace(/\u202f%$/, ''), change)} points`;
  if (unit === 'factor') return withSign(shortFactor(change), change);
  if (id === 'cumulativeLoss' || relative === null || Math.abs(relative) < 0.0005) {
    return withSign(shortAmount(change), change);
  }
  return `${change < 0 ? '−' : '+'}${percentOf(relative)}`;
};

interface CellProps {
  readonly main: KeyFigure;
  /** A figure told in the same breath, with the words before and after it. */
  readonly beside: { readonly figure: KeyFigure; readonly before?: string; readonly after?: string } | null;
  /** What a reader must know about how it is defined. */
  readonly note: string | null;
}

/** What the glossary says of each. */
const terms: Readonly<Record<KeyFigureId, TermId>> = {
  poolBalance: 'pool',
  poolFactor: 'pool-factor',
  delinquency: 'delinquency',
  creditEnhancement: 'credit-enhancement',
  cumulativeLoss: 'realized-loss',
  cumulativeLossShare: 'realized-loss',
  prepayments: 'cpr',
};

const Cell = ({ main, beside, note }: CellProps): ReactNode => (
  <div className="key-figure">
    <dt>
      <Term id={terms[main.id]}>{main.title}</Term>
    </dt>
    <dd className="key-value">
      <Value figure={main.figure} unit={main.unit} />
    </dd>
    <dd className="key-change">{isComputed(main.figure) ? changeWords(main) : main.figure.reason}</dd>
    {beside !== null && isComputed(beside.figure.figure) && (
      <dd className="key-beside">
        {beside.before} <Value figure={beside.figure.figure} unit={beside.figure.unit} /> {beside.after}
      </dd>
    )}
    {note !== null && <dd className="key-beside">{note}</dd>}
  </div>
);

/** A printed percentage counts what the deal's documents say; one computed here, loans of 60 days and more. */
const delinquencyNote = ({ figure }: KeyFigure): string | null => {
  if (!isComputed(figure)) return null;
  return isPrinted(figure) ? 'as printed' : '60 days and more, computed';
};

/** The figures one looks at first, of one month, with their change on the month before. */
export const KeyFigures = ({ deal, month }: { readonly deal: Deal; readonly month: DealMonth }): ReactNode => {
  const figures = keyFigures(deal, month);
  const before = addMonths(month.month, -1);
  const compared = monthIn(deal, before) !== undefined;
  const besides: Partial<Record<KeyFigureId, CellProps['beside']>> = {
    poolBalance: { figure: figures.poolFactor, before: 'factor' },
    cumulativeLoss: { figure: figures.cumulativeLossShare, after: 'of original' },
  };
  return (
    <>
      <p className="month-line">
        Distribution of {dateTitle(month.date)}
        {compared
          ? `, change on ${monthTitle(before)}`
          : `; no statement of ${monthTitle(before)} is loaded to compare with`}
      </p>
      <dl className="key-figures" aria-label={`Key figures of ${monthTitle(month.month)}`}>
        {(['poolBalance', 'delinquency', 'creditEnhancement', 'cumulativeLoss', 'prepayments'] as const).map((id) => (
          <Cell
            key={id}
            main={figures[id]}
            beside={besides[id] ?? null}
            note={id === 'delinquency' ? delinquencyNote(figures[id]) : null}
          />
        ))}
      </dl>
    </>
  );
};
