import type { Deal } from '../deal/deal.ts';
import type { Statement } from '../facts/fact.ts';
import {
  type Context,
  contextOf,
  type DealKnowledge,
  endsThatTie,
  feeRate,
  informed,
  isFirstPeriod,
  ownOriginal,
} from './context.ts';
import { evaluate } from './evaluate.ts';
import { figuresOf, type Shape } from './figures.ts';
import {
  acrossMonthsTable,
  againstOfferingTable,
  monthOfYearTable,
  statementIdentities,
  yearEndTable,
  yearTable,
} from './identities/index.ts';
import type { Interval } from './interval.ts';
import { agreedOriginal, impliedOriginal } from './original-balance.ts';
import type { Outcome } from './outcome.ts';
import { resultOf } from './reported.ts';
import type { CheckResult } from './result.ts';

const alone = (context: Context): readonly Outcome[] =>
  evaluate(statementIdentities, { context, other: null, months: [] });

const reported = ({ holds, gap }: Outcome): boolean => holds || gap === 'counts';

const testStatement = (statement: Statement): readonly Outcome[] =>
  alone(contextOf(figuresOf(statement))).filter(reported);

/**
 * Every identity tested within one statement. Gaps that may be a matter of how the deal defines its figures are left out
 * as far as this statement alone cannot tell.
 */
export const checkStatement = (statement: Statement): readonly CheckResult[] => testStatement(statement).map(resultOf);

/** Original balances as each statement tells them, and as a single pair of its figures implies them. */
const originalsBySubject = (
  contexts: readonly Context[],
): ReadonlyMap<string, { readonly told: Interval[]; readonly implied: Interval[] }> => {
  const found = new Map<string, { told: Interval[]; implied: Interval[] }>();
  for (const context of contexts) {
    for (const entity of context.figures.classes) {
      const told = ownOriginal(context, entity);
      const implied = told ?? impliedOriginal(context.figures, entity);
      if (implied === null) continue;
      let ofClass = found.get(entity.subject);
      if (ofClass === undefined) {
        ofClass = { told: [], implied: [] };
        found.set(entity.subject, ofClass);
      }
      (told === null ? ofClass.implied : ofClass.told).push(implied);
    }
  }
  return found;
};

/** What the statements together tell about each of them. */
const knowledgeOf = (contexts: readonly Context[]): DealKnowledge => {
  const originals = new Map<string, Interval>();
  for (const [subject, { told, implied }] of originalsBySubject(contexts)) {
    const agreed = told.length > 0 ? agreedOriginal(told, 1) : agreedOriginal(implied, 3);
    if (agreed !== null) originals.set(subject, agreed);
  }
  const tying = contexts.filter((context) => {
    const { beginning, ending } = endsThatTie(context, null);
    return beginning && ending;
  });
  const rates = contexts.map((context) => feeRate(context, null)).filter((rate) => rate !== null);
  const usual = rates.find((rate) => 2 * rates.filter((other) => other === rate).length > rates.length);
  return { originals, classesMakeUpPool: tying.length >= 2, feeRate: usual ?? null };
};

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Whether the deal's first distribution is loaded and every month from it to the last. */
const startsInYear = (loaded: readonly Context[], last: number, count: number): boolean => {
  const [first] = loaded;
  const date = first?.figures.statement.date;
  return first !== undefined && date != null && isFirstPeriod(first) && last - monthNumber(date) + 1 === count;
};

/** The months of an annual statement's year that are loaded, and whether those are all. */
const monthsOfYear = (
  annual: Context,
  months: readonly Context[],
): { loaded: readonly Context[]; complete: boolean } => {
  const { date, cover } = annual.figures.statement;
  if (date === null) return { loaded: [], complete: false };
  const last = monthNumber(date);
  const loaded = months.filter(({ figures }) => {
    const month = figures.statement.date;
    return month !== null && month.slice(0, 4) === date.slice(0, 4) && monthNumber(month) <= last;
  });
  const numbers = new Set(loaded.map(({ figures }) => monthNumber(figures.statement.date ?? '')));
  const listed = cover.reportDates.map(monthNumber);
  const complete =
    listed.length > 0
      ? listed.every((month) => numbers.has(month)) && numbers.size === new Set(listed).size
      : numbers.size === 12 || startsInYear(loaded, last, numbers.size);
  return { loaded, complete };
};

/** How often an identity holds and fails for one class, bucket or pool, over all statements of a deal. */
interface Record {
  holding: number;
  failing: number;
}

const keyOf = ({ identity, row }: Outcome): string => `${identity.id}\u0000${row.subject}\u0000${row.group ?? ''}`;

/** Of the identities that have a gap somewhere; the others need none. */
const recordsOf = (outcomes: readonly Outcome[]): ReadonlyMap<string, Record> => {
  const records = new Map<string, Record>();
  const gaps = new Set(outcomes.filter(({ holds }) => !holds).map(({ identity }) => identity));
  for (const outcome of outcomes) {
    if (!gaps.has(outcome.identity)) continue;
    if (outcome.holds ? !outcome.telling : outcome.gap === 'explained') continue;
    const key = keyOf(outcome);
    let record = records.get(key);
    if (record === undefined) {
      record = { holding: 0, failing: 0 };
      records.set(key, record);
    }
    if (outcome.holds) record.holding += 1;
    else record.failing += 1;
  }
  return records;
};

/** Gaps in so many statements and holding in hardly any are a definition. */
const leastForDefinition = 3;

/**
 * What is reported of all outcomes of a deal: an open gap counts where the other statements obey the identity; a gap of a
 * customary identity that most statements show alike is the deal's own definition, and is reported as soft.
 */
const settled = (outcomes: readonly Outcome[]): readonly Outcome[] => {
  const records = recordsOf(outcomes);
  return outcomes.filter((outcome) => {
    if (outcome.holds) return true;
    const { holding, failing } = records.get(keyOf(outcome)) ?? { holding: 0, failing: 0 };
    const reproduced = outcome.gap === 'open' && holding >= Math.max(2, 3 * failing);
    const definition = outcome.identity.customary === true && failing >= leastForDefinition && failing > 2 * holding;
    if (definition) outcome.kind = 'soft';
    return outcome.gap === 'counts' || reproduced;
  });
};

/**
 * Every identity tested within each statement of a deal, between consecutive months, between the months and the year,
 * and against the offering. Superseded statements are tested by themselves.
 */
export const testDeal = (deal: Deal): readonly Outcome[] => {
  const shapes: Shape[] = [];
  const ownMonths = deal.months.map(({ statement }) => contextOf(figuresOf(statement, shapes)));
  const ownAnnual = deal.annual.map((statement) => contextOf(figuresOf(statement)));
  const known = knowledgeOf([...ownMonths, ...ownAnnual]);
  const consecutive = (index: number): boolean => {
    const month = deal.months[index];
    const before = deal.months[index - 1];
    return before !== undefined && month !== undefined && monthNumber(month.date) === monthNumber(before.date) + 1;
  };
  const months = ownMonths.map((own, index) =>
    informed(own, known, consecutive(index) ? (deal.months[index - 1]?.date ?? null) : null),
  );
  const annual = ownAnnual.map((own) => informed(own, known));
  const offering = deal.offering.map((statement) => informed(contextOf(figuresOf(statement)), known));
  const outcomes: Outcome[] = [...months, ...annual, ...offering].flatMap(alone);
  const add = (found: readonly Outcome[]): void => {
    for (const outcome of found) outcomes.push(outcome);
  };
  months.forEach((context, index) => {
    const before = months[index - 1];
    if (before !== undefined && consecutive(index)) {
      add(evaluate(acrossMonthsTable, { context, other: before, months: [] }));
    }
  });
  for (const context of annual) {
    const { loaded, complete } = monthsOfYear(context, months);
    for (const other of loaded) add(evaluate(monthOfYearTable, { context, other, months: [] }));
    const date = context.figures.statement.date ?? '';
    const last = loaded.find((month) => month.figures.statement.date?.slice(0, 7) === date.slice(0, 7));
    if (last !== undefined) add(evaluate(yearEndTable, { context, other: last, months: [] }));
    if (complete) add(evaluate(yearTable, { context, other: null, months: loaded }));
  }
  const first = months[0] ?? annual[0];
  if (first !== undefined) {
    for (const other of offering) add(evaluate(againstOfferingTable, { context: first, other, months: [] }));
  }
  const apart = [...deal.months.flatMap(({ superseded }) => superseded), ...deal.undated];
  return [...settled(outcomes), ...apart.flatMap(testStatement)];
};

/** As `testDeal`, every outcome in the form in which it is reported. */
export const checkDeal = (deal: Deal): readonly CheckResult[] => testDeal(deal).map(resultOf);
