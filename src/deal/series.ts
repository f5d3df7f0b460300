import type { ConceptId } from '../facts/concepts.ts';
import type { Fact, Statement } from '../facts/fact.ts';
import type { Deal, DealMonth } from './deal.ts';
import { addMonths, monthsBetween } from './month.ts';

/** Which of a concept's figures: of one class, delinquency bucket or loan group. Left out means the pool's own. */
export interface FactKey {
  readonly class?: string | null;
  readonly member?: string | null;
  readonly group?: string | null;
}

/** A fact and the statement that prints it. */
export interface PrintedFact {
  readonly fact: Fact;
  readonly statement: Statement;
}

/**
 * One calendar month of a series. `statement` is null for a month for which nothing is loaded (a gap); `fact` alone is
 * null where the month's statement does not print the figure.
 */
export interface SeriesPoint {
  /** `2002-05`. */
  readonly month: string;
  /** ISO distribution date; null for a gap. */
  readonly date: string | null;
  /** Null for a gap, for a figure not printed, and for a figure that is no number (flags, CUSIPs). */
  readonly value: number | null;
  readonly fact: Fact | null;
  readonly statement: Statement | null;
}

const indexes = new WeakMap<Statement, ReadonlyMap<ConceptId, readonly Fact[]>>();

/** Facts of a statement by concept, in the order printed; made once per statement. */
const indexOf = (statement: Statement): ReadonlyMap<ConceptId, readonly Fact[]> => {
  const known = indexes.get(statement);
  if (known !== undefined) return known;
  const index = new Map<ConceptId, Fact[]>();
  for (const fact of statement.facts) {
    if (fact.concept === null) continue;
    const same = index.get(fact.concept);
    if (same === undefined) index.set(fact.concept, [fact]);
    else same.push(fact);
  }
  indexes.set(statement, index);
  return index;
};

const none: readonly Fact[] = [];

/** The facts of a statement with that concept, in the order printed. */
export const factsOf = (statement: Statement, concept: ConceptId): readonly Fact[] =>
  indexOf(statement).get(concept) ?? none;

/**
 * The fact of a statement with that concept, class and member; undefined where it is not printed. Where a figure is
 * printed more than once the first counts. Without a `group` the pool's own figure is meant; a statement with figures of
 * one single group is taken as the pool's, one with several and no total prints none for the pool.
 */
export const factOf = (
  statement: Statement,
  concept: ConceptId,
  { class: name = null, member = null, group = null }: FactKey = {},
): Fact | undefined => {
  let first: Fact | undefined;
  let several = false;
  for (const fact of factsOf(statement, concept)) {
    if (fact.class !== name || fact.member !== member) continue;
    if (fact.group === group) return fact;
    several ||= first !== undefined && fact.group !== first.group;
    first ??= fact;
  }
  return group !== null || several ? undefined : first;
};

/** The fact as a number; null for what is no number or not there. */
export const numberOf = (fact: Fact | null | undefined): number | null =>
  typeof fact?.value === 'number' ? fact.value : null;

const calendars = new WeakMap<Deal, readonly { month: string; loaded: DealMonth | undefined }[]>();

const calendarOf = (deal: Deal): readonly { month: string; loaded: DealMonth | undefined }[] => {
  const known = calendars.get(deal);
  if (known !== undefined) return known;
  const [first, last] = [deal.months[0], deal.months.at(-1)];
  const byMonth = new Map(deal.months.map((loaded) => [loaded.month, loaded]));
  const calendar =
    first === undefined || last === undefined
      ? []
      : monthsBetween(first.month, last.month).map((month) => ({ month, loaded: byMonth.get(month) }));
  calendars.set(deal, calendar);
  return calendar;
};

const made = new WeakMap<Deal, Map<string, readonly SeriesPoint[]>>();

/**
 * A figure over the months of a deal: one point per calendar month from the first to the last loaded, gaps kept as
 * points without a statement. Only monthly statements count. The outcome for one deal is computed once.
 */
export const series = (deal: Deal, concept: ConceptId, key: FactKey = {}): readonly SeriesPoint[] => {
  const ofDeal = made.get(deal) ?? new Map<string, readonly SeriesPoint[]>();
  made.set(deal, ofDeal);
  const name = [concept, key.class ?? '', key.member ?? '', key.group ?? ''].join('\u0000');
  const known = ofDeal.get(name);
  if (known !== undefined) return known;
  const points = calendarOf(deal).map(({ month, loaded }): SeriesPoint => {
    if (loaded === undefined) return { month, date: null, value: null, fact: null, statement: null };
    const fact = factOf(loaded.statement, concept, key) ?? null;
    return { month, date: loaded.date, value: numberOf(fact), fact, statement: loaded.statement };
  });
  ofDeal.set(name, points);
  return points;
};

/** Whether any month of the series prints a number. */
export const isPrinted = (points: readonly SeriesPoint[]): boolean => points.some(({ value }) => value !== null);

/** The month of a deal, or undefined where nothing is loaded for it. */
export const monthIn = (deal: Deal, month: string): DealMonth | undefined =>
  deal.months.find((loaded) => loaded.month === month);

/** The last month loaded; undefined for a deal without monthly statements. */
export const latestMonth = (deal: Deal): DealMonth | undefined => deal.months.at(-1);

/** A figure of one month beside that of the calendar month before. */
export interface MonthOverMonth {
  readonly current: PrintedFact | null;
  readonly before: PrintedFact | null;
  /** current − before, in the concept's unit (percentage points for percentages); null where either is missing. */
  readonly change: number | null;
  /** change / before; null where either is missing or the one before is zero. */
  readonly relative: number | null;
}

/** A figure of a month and how it moved since the calendar month before; after a gap there is no change to tell. */
export const monthOverMonth = (deal: Deal, month: string, concept: ConceptId, key: FactKey = {}): MonthOverMonth => {
  const printed = (wanted: string): PrintedFact | null => {
    const statement = monthIn(deal, wanted)?.statement;
    const fact = statement === undefined ? undefined : factOf(statement, concept, key);
    return statement === undefined || fact === undefined ? null : { fact, statement };
  };
  const current = printed(month);
  const before = printed(addMonths(month, -1));
  const value = numberOf(current?.fact);
  const earlier = numberOf(before?.fact);
  const change = value === null || earlier === null ? null : value - earlier;
  return { current, before, change, relative: change === null || !earlier ? null : change / earlier };
};
