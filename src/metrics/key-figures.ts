import type { Deal, DealMonth } from '../deal/deal.ts';
import { addMonths } from '../deal/month.ts';
import { cumulativeLoss, cumulativeLossAmount } from './default.ts';
import { monthDelinquency } from './delinquency.ts';
import { monthEnhancement } from './enhancement.ts';
import { poolBalance, poolFactor } from './factor.ts';
import { isComputed, type Measure } from './measure.ts';
import { prepayments } from './prepayment.ts';

export type KeyFigureId =
  | 'poolBalance'
  | 'poolFactor'
  | 'delinquency'
  | 'creditEnhancement'
  | 'cumulativeLoss'
  | 'cumulativeLossShare'
  | 'prepayments';

/** A key figure of one month and how it moved since the calendar month before. */
export interface KeyFigure {
  readonly id: KeyFigureId;
  readonly title: string;
  readonly unit: 'USD' | 'percent' | 'factor';
  readonly figure: Measure;
  readonly before: Measure;
  /** In the unit (percentage points for percent); null where either month's figure is missing. */
  readonly change: number | null;
  /** change / before; null where there is no change or the one before is zero. */
  readonly relative: number | null;
}

interface Definition {
  readonly title: string;
  readonly unit: KeyFigure['unit'];
  readonly measure: (deal: Deal, month: string) => Measure;
}

const definitions: Readonly<Record<KeyFigureId, Definition>> = {
  poolBalance: { title: 'Pool balance', unit: 'USD', measure: poolBalance },
  poolFactor: { title: 'Pool factor', unit: 'factor', measure: poolFactor },
  delinquency: { title: 'Delinquency', unit: 'percent', measure: monthDelinquency },
  creditEnhancement: { title: 'Credit enhancement', unit: 'percent', measure: monthEnhancement },
  cumulativeLoss: { title: 'Cumulative loss', unit: 'USD', measure: cumulativeLossAmount },
  cumulativeLossShare: { title: 'Cumulative loss', unit: 'percent', measure: cumulativeLoss },
  prepayments: { title: 'Prepayments', unit: 'USD', measure: prepayments },
};

const keyFigure = (deal: Deal, month: string, id: KeyFigureId): KeyFigure => {
  const { title, unit, measure } = definitions[id];
  const figure = measure(deal, month);
  const before = measure(deal, addMonths(month, -1));
  const change = isComputed(figure) && isComputed(before) ? figure.value - before.value : null;
  const relative = change === null || !isComputed(before) || before.value === 0 ? null : change / before.value;
  return { id, title, unit, figure, before, change, relative };
};

/** The key figures of one month of a deal, each with its change on the calendar month before. */
export const keyFigures = (deal: Deal, { month }: DealMonth): Readonly<Record<KeyFigureId, KeyFigure>> => ({
  poolBalance: keyFigure(deal, month, 'poolBalance'),
  poolFactor: keyFigure(deal, month, 'poolFactor'),
  delinquency: keyFigure(deal, month, 'delinquency'),
  creditEnhancement: keyFigure(deal, month, 'creditEnhancement'),
  cumulativeLoss: keyFigure(deal, month, 'cumulativeLoss'),
  cumulativeLossShare: keyFigure(deal, month, 'cumulativeLossShare'),
  prepayments: keyFigure(deal, month, 'prepayments'),
});
