import type { Deal } from '../../../deal/deal.ts';
import { monthOf } from '../../../deal/month.ts';
import { concepts } from '../../../facts/concepts.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import type { Place } from '../../../store/place.ts';
import { chartOf } from '../../charts/charted.ts';

/** Where the series of a figure is to be seen: the chart that draws it, else the table, else the statement itself. */
export const seriesPlace = (deal: Deal, statement: Statement, { concept }: Fact): Place => {
  const at = { kind: 'deal', deal: deal.id, month: statement.date === null ? null : monthOf(statement.date) } as const;
  if (deal.annual.includes(statement)) return { ...at, month: null, section: 'annual' };
  if (deal.offering.includes(statement)) return { ...at, month: null, section: 'offering' };
  const inSeries = deal.months.some((month) => month.statement === statement);
  if (!inSeries || concept === null) return { ...at, section: 'statement' };
  if (chartOf[concept] !== undefined) return { ...at, section: 'overview', concept };
  const tabled = ['class', 'pool', 'bucket'].includes(concepts[concept].scope);
  return tabled ? { ...at, section: 'tables', concept } : { ...at, section: 'statement' };
};
