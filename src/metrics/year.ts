import type { Deal } from '../deal/deal.ts';
import { addMonths, monthOf, monthsBetween, monthTitle } from '../deal/month.ts';
import { originalBalances } from '../deal/original-balance.ts';
import { type FactKey, numberOf } from '../deal/series.ts';
import { type ConceptId, concepts } from '../facts/concepts.ts';
import type { Fact, Statement } from '../facts/fact.ts';
import { firstDistribution } from './age.ts';
import { printedIn, statementOf } from './figures.ts';
import { exact, type Term } from './measure.ts';

/** Which figure a row of the year is about. */
export interface YearKey {
  readonly concept: ConceptId;
  readonly class: string | null;
  readonly group: string | null;
  readonly member: string | null;
}

/** A figure of a month that is not loaded, as the others give it. Derived: no statement prints it. */
export interface DerivedFigure extends YearKey {
  readonly origin: 'derived';
  /** `2002-07`. */
  readonly month: string;
  readonly value: number;
  /** How far rounding of the printed figures may put it off. */
  readonly rounding: number;
  /** With the numbers put in. */
  readonly formula: string;
  readonly terms: readonly Term[];
}

interface YearRow extends YearKey {
  /** The annual statement's figure; null where it prints none. */
  readonly annual: Term | null;
}

/** A flow of the year against its months. */
export interface YearFlow extends YearRow {
  /** One entry per expected month; null where it is not loaded or does not print the figure. */
  readonly months: readonly { readonly month: string; readonly printed: Term | null }[];
  /** The months' figures as far as printed, summed; null where none is. */
  readonly sum: number | null;
  /** annual − sum; null where a month or the year is missing. */
  readonly difference: number | null;
  /** What rounding allows the difference to be. */
  readonly rounding: number;
  /**
   * `agrees` and `differs` compare a full year; `derived` is a year that lacks one month, which follows from it;
   * `incomplete` is one from which nothing follows.
   */
  readonly state: 'agrees' | 'differs' | 'derived' | 'incomplete';
}

/** A balance of the year: that of its first month's beginning, or of its last month's end. */
export interface YearBalance extends YearRow {
  readonly at: 'beginning' | 'end';
  readonly month: string;
  readonly printed: Term | null;
  /** annual − month; null where one is missing. */
  readonly difference: number | null;
  readonly rounding: number;
  readonly state: 'agrees' | 'differs' | 'incomplete';
}

/** A year of a deal: the annual statement against the months. */
export interface YearView {
  /** `2002`. */
  readonly year: string;
  /** The annual statement that counts: the one filed last; null where none is loaded. */
  readonly statement: Statement | null;
  /** Other annual statements of the year. */
  readonly superseded: readonly Statement[];
  /** The months that the year has. */
  readonly months: readonly string[];
  /** What tells them: the annual statement's list of reports, the first distribution, or no more than the calendar. */
  readonly monthsFrom: 'reports' | 'first distribution' | 'calendar';
  /** Months of the year for which nothing is loaded. */
  readonly missing: readonly string[];
  readonly flows: readonly YearFlow[];
  readonly balances: readonly YearBalance[];
  /** What missing months must have printed. Never part of a series. */
  readonly derived: readonly DerivedFigure[];
}

const beginnings: readonly ConceptId[] = [
  'beginningBalance',
  'beginningBalancePer1000',
  'poolBeginningBalance',
  'loanCountBeginning',
];

/** Half of a figure's last printed place; counts are exact. */
const half = (term: Term): number =>
  term.origin === 'printed' && term.fact.unit !== 'count' ? 0.5 * 10 ** -(term.fact.decimals ?? 0) : 0;

const address = (fact: Fact): string => [fact.concept, fact.class, fact.group, fact.member].join('\u0000');

/** The figures of statements, each once, in the order of the first that prints it. */
const keysOf = (statements: readonly Statement[], nature: 'flow' | 'stock'): readonly YearKey[] => {
  const keys = new Map<string, YearKey>();
  for (const statement of statements) {
    for (const fact of statement.facts) {
      const { concept } = fact;
      if (concept === null || concepts[concept].nature !== nature || concepts[concept].scope === 'loan') continue;
      if (numberOf(fact) === null) continue;
      const key = address(fact);
      if (!keys.has(key)) keys.set(key, { concept, class: fact.class, group: fact.group, member: fact.member });
    }
  }
  return [...keys.values()];
};

const at = (deal: Deal, month: string, key: YearKey): Term | null => {
  const statement = statementOf(deal, month);
  return statement === undefined ? null : printedIn(statement, key.concept, keyOf(key));
};

const keyOf = ({ class: name, group, member }: YearKey): FactKey => ({ class: name, group, member });

/** A year's amounts per $1,000 add up payments that were each cut to whole cents of the class: half a cent a payment. */
const centsPerThousand = (deal: Deal, key: YearKey, payments: number): number => {
  if (concepts[key.concept].unit !== 'perThousand') return 0;
  const original = key.class === null ? undefined : originalBalances(deal).get(key.class);
  return original === undefined ? 0 : (payments * 0.005 * 1000) / original.value;
};

const monthsOf = (deal: Deal, year: string, statement: Statement | null): Pick<YearView, 'months' | 'monthsFrom'> => {
  const reported = [...new Set((statement?.cover.reportDates ?? []).map(monthOf))].sort();
  // A report on the last year's December that was filed in January is not one of this year.
  const own = reported.filter((month) => month.startsWith(`${year}-`));
  if (own.length > 0) return { months: own, monthsFrom: 'reports' };
  const first = firstDistribution(deal);
  const last = statement?.date?.startsWith(year) ? monthOf(statement.date) : `${year}-12`;
  if (!('reason' in first)) {
    const from = first.month > `${year}-01` ? first.month : `${year}-01`;
    return { months: monthsBetween(from, last), monthsFrom: 'first distribution' };
  }
  return { months: monthsBetween(`${year}-01`, last), monthsFrom: 'calendar' };
};

const flowOf = (
  deal: Deal,
  view: Pick<YearView, 'months' | 'monthsFrom'>,
  annual: Term | null,
  key: YearKey,
): YearFlow => {
  const months = view.months.map((month) => ({ month, printed: at(deal, month, key) }));
  const terms = months.flatMap(({ printed }) => printed ?? []);
  const sum = terms.length === 0 ? null : exact(terms.reduce((total, { value }) => total + value, 0));
  const absent = months.filter(({ printed }) => printed === null);
  const rounding =
    terms.reduce((total, term) => total + half(term), annual === null ? 0 : half(annual)) +
    centsPerThousand(deal, key, months.length);
  const row = { ...key, annual, months, sum, rounding };
  if (annual === null || sum === null) return { ...row, difference: null, state: 'incomplete' };
  if (absent.length === 0) {
    const difference = exact(annual.value - sum);
    const agrees = Math.abs(difference) <= rounding + 1e-9;
    return { ...row, difference, state: agrees ? 'agrees' : 'differs' };
  }
  // What one month must have been follows where that month alone lacks the figure, and lacks it for not being loaded.
  const [only] = absent;
  const follows =
    absent.length === 1 &&
    only !== undefined &&
    statementOf(deal, only.month) === undefined &&
    view.monthsFrom !== 'calendar';
  return { ...row, difference: null, state: follows ? 'derived' : 'incomplete' };
};

const missingFlow = (flow: YearFlow): DerivedFigure | null => {
  const { annual, sum, rounding } = flow;
  const absent = flow.months.find(({ printed }) => printed === null);
  if (flow.state !== 'derived' || annual === null || sum === null || absent === undefined) return null;
  const terms = [annual, ...flow.months.flatMap(({ printed }) => printed ?? [])];
  return {
    origin: 'derived',
    concept: flow.concept,
    class: flow.class,
    group: flow.group,
    member: flow.member,
    month: absent.month,
    value: exact(annual.value - sum),
    rounding,
    formula: terms.map(({ text }) => text).join(' − '),
    terms,
  };
};

/** Pairs of a balance at the end of a month and at the beginning of the next. */
const carried: readonly (readonly [beginning: ConceptId, ending: ConceptId])[] = [
  ['beginningBalance', 'endingBalance'],
  ['poolBeginningBalance', 'poolEndingBalance'],
  ['loanCountBeginning', 'loanCountEnding'],
];

/** Balances of a missing month from the months beside it: it began as the one before ended, and ended as the next began. */
const missingBalances = (deal: Deal, month: string, annual: Statement | null): readonly DerivedFigure[] => {
  const before = statementOf(deal, addMonths(month, -1));
  const after = statementOf(deal, addMonths(month, 1));
  const closes = annual?.date != null && monthOf(annual.date) === month ? annual : undefined;
  const derive = (
    source: Statement | undefined,
    printedAs: ConceptId,
    concept: ConceptId,
    words: string,
  ): readonly DerivedFigure[] =>
    source === undefined
      ? []
      : keysOf([source], 'stock').flatMap((key): DerivedFigure[] => {
          const term = key.concept === printedAs ? printedIn(source, printedAs, keyOf(key)) : null;
          if (term === null) return [];
          const formula = `${term.text}, ${words}`;
          return [
            {
              ...key,
              origin: 'derived',
              concept,
              month,
              value: term.value,
              rounding: half(term),
              formula,
              terms: [term],
            },
          ];
        });
  return carried.flatMap(([beginning, ending]) => [
    ...derive(before, ending, beginning, `the end of ${monthTitle(addMonths(month, -1))}`),
    ...(closes !== undefined
      ? derive(closes, ending, ending, 'the end of the year')
      : derive(after, beginning, ending, `the beginning of ${monthTitle(addMonths(month, 1))}`)),
  ]);
};

const balanceOf = (deal: Deal, months: readonly string[], statement: Statement, key: YearKey): YearBalance | null => {
  const isBeginning = beginnings.includes(key.concept);
  const month = isBeginning ? months[0] : months.at(-1);
  const annual = printedIn(statement, key.concept, keyOf(key));
  if (month === undefined || annual === null) return null;
  const printed = at(deal, month, key);
  const rounding = half(annual) + (printed === null ? 0 : half(printed));
  const difference = printed === null ? null : exact(annual.value - printed.value);
  const row = { ...key, annual, at: isBeginning ? 'beginning' : 'end', month, printed, difference, rounding } as const;
  if (difference === null) return { ...row, state: 'incomplete' };
  return { ...row, state: Math.abs(difference) <= rounding + 1e-9 ? 'agrees' : 'differs' };
};

/** The years for which an annual statement or a month is loaded, ascending. */
export const yearsOf = (deal: Deal): readonly string[] => {
  const dates = [...deal.annual.flatMap(({ date }) => date ?? []), ...deal.months.map(({ month }) => month)];
  return [...new Set(dates.map((date) => date.slice(0, 4)))].sort();
};

/**
 * A year of a deal (`2002`): each flow of the annual statement against the sum of the months, each balance against the
 * month that it belongs to, and what a single missing month must have been where the year and the others give it. The
 * derived figures stand by themselves and enter no series.
 */
export const yearView = (deal: Deal, year: string): YearView => {
  const annuals = deal.annual.filter(({ date }) => date?.startsWith(`${year}-`) === true);
  const statement = annuals.at(-1) ?? null;
  const { months, monthsFrom } = monthsOf(deal, year, statement);
  const missing = months.filter((month) => statementOf(deal, month) === undefined);
  const loaded = months.flatMap((month) => statementOf(deal, month) ?? []);
  const sources = statement === null ? loaded : [statement, ...loaded];
  const flows = keysOf(sources, 'flow').map((key) =>
    flowOf(
      deal,
      { months, monthsFrom },
      statement === null ? null : printedIn(statement, key.concept, keyOf(key)),
      key,
    ),
  );
  const balances =
    statement === null
      ? []
      : keysOf([statement], 'stock').flatMap((key) => balanceOf(deal, months, statement, key) ?? []);
  const derived = [
    ...missing.flatMap((month) => missingBalances(deal, month, statement)),
    ...flows.flatMap((flow) => missingFlow(flow) ?? []),
  ];
  return { year, statement, superseded: annuals.slice(0, -1), months, monthsFrom, missing, flows, balances, derived };
};
