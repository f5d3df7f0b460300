import type { Deal } from '../../../deal/deal.ts';
import { monthOf, monthsBetween } from '../../../deal/month.ts';
import type { Statement } from '../../../facts/fact.ts';
import { firstDistribution } from '../../../metrics/age.ts';

/**
 * `amended`: the statement that counts is an amendment, with or without what it amends; `doubled`: there are several and
 * none of them is one.
 */
export type MonthState = 'loaded' | 'amended' | 'doubled' | 'missing';

/** One calendar month of a deal: what is loaded for it, and what tells that there should be something. */
export interface TimelineMonth {
  /** `2002-05`. */
  readonly month: string;
  readonly state: MonthState;
  /** The statement that counts; null for a missing month. */
  readonly statement: Statement | null;
  /** Other statements of the month, oldest first. */
  readonly superseded: readonly Statement[];
  /** The annual statement that lists a report of this month; null where none does. */
  readonly listedBy: Statement | null;
  /** The annual statement of the year that lists its reports and not this one; null where none does. */
  readonly leftOutBy: Statement | null;
  /** Why a missing month should be there, a sentence each; empty for a loaded one. */
  readonly because: readonly string[];
}

/** The reports that each year's annual statement lists, of the year itself. */
const reportsOf = (deal: Deal): ReadonlyMap<string, { readonly by: Statement; readonly months: ReadonlySet<string> }> =>
  new Map(
    deal.annual.flatMap((statement) => {
      const year = statement.date?.slice(0, 4) ?? '';
      const months = statement.cover.reportDates.map(monthOf).filter((month) => month.startsWith(`${year}-`));
      return months.length === 0 ? [] : [[year, { by: statement, months: new Set(months) }] as const];
    }),
  );

const stateOf = (statement: Statement | null, superseded: readonly Statement[]): MonthState => {
  if (statement === null) return 'missing';
  if (statement.amendment) return 'amended';
  return superseded.length > 0 ? 'doubled' : 'loaded';
};

/**
 * Every calendar month that a deal has or should have, ascending: those loaded, the gaps between them, those whose
 * reports an annual statement lists, and those since the first distribution.
 */
export const timelineOf = (deal: Deal): readonly TimelineMonth[] => {
  const reports = reportsOf(deal);
  const loaded = new Map(deal.months.map((month) => [month.month, month]));
  const first = firstDistribution(deal);
  const begins = 'month' in first && deal.months.length > 0 ? [first.month] : [];
  const known = [...loaded.keys(), ...begins, ...[...reports.values()].flatMap(({ months }) => [...months])].sort();
  const [from, to] = [known[0], known.at(-1)];
  const firstLoaded = deal.months[0]?.month;
  if (from === undefined || to === undefined) return [];
  return monthsBetween(from, to).map((month): TimelineMonth => {
    const { statement = null, superseded = [] } = loaded.get(month) ?? {};
    const listed = reports.get(month.slice(0, 4));
    const isListed = listed?.months.has(month) === true;
    const isBefore = firstLoaded !== undefined && month < firstLoaded;
    const because =
      statement !== null
        ? []
        : [
            ...(isListed ? [`The annual statement of ${month.slice(0, 4)} lists its report.`] : []),
            ...(deal.gaps.includes(month) ? ['Months before and after it are loaded.'] : []),
            ...(isBefore && 'because' in first ? [`The deal began before: ${first.because}.`] : []),
          ];
    return {
      month,
      state: stateOf(statement, superseded),
      statement,
      superseded,
      listedBy: isListed ? (listed?.by ?? null) : null,
      leftOutBy: listed !== undefined && !isListed ? listed.by : null,
      because,
    };
  });
};
