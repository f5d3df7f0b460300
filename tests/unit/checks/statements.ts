import type { Deal } from '../../../src/deal/deal.ts';
import { type ConceptId, concepts } from '../../../src/facts/concepts.ts';
import type { Fact, Statement, StatementKind } from '../../../src/facts/fact.ts';

/** Small statements of made-up deals, written as they would be printed. */

type Printed = Partial<Record<ConceptId, string>>;

export interface Sketch {
  readonly kind?: StatementKind;
  readonly date?: string;
  /** Printed text by class and concept; `Total` for the total row. */
  readonly classes?: Readonly<Record<string, Printed>>;
  readonly pool?: Printed;
  readonly buckets?: Readonly<Record<string, Printed>>;
  readonly loans?: Readonly<Record<string, Printed>>;
  /** By loan group. */
  readonly groups?: Readonly<Record<string, { classes?: Readonly<Record<string, Printed>>; pool?: Printed }>>;
  readonly flags?: Partial<Record<ConceptId, boolean>>;
  readonly reportDates?: readonly string[];
  /** More facts, as they are. */
  readonly more?: readonly Fact[];
}

export const factOf = (
  concept: ConceptId | null,
  text: string,
  place: { line: number; class?: string; member?: string; group?: string },
): Fact => {
  const unit = concept === null ? 'USD' : concepts[concept].unit;
  const digits = text.replace(/[$,%()]/g, '');
  const isText = unit === 'text';
  return {
    concept,
    class: place.class ?? null,
    group: place.group ?? null,
    member: place.member ?? null,
    value: isText ? text : Number(digits) * (text.startsWith('(') ? -1 : 1),
    unit,
    decimals: isText ? null : (digits.split('.')[1]?.length ?? 0),
    text,
    line: place.line,
    column: 1,
    section: null,
    label: place.class ?? null,
    columnLabel: null,
  };
};

export const statementOf = (sketch: Sketch): Statement => {
  const facts: Fact[] = [];
  let line = 0;
  const print = (printed: Printed, place: { class?: string; member?: string; group?: string }): void => {
    line += 1;
    for (const [concept, text] of Object.entries(printed)) {
      facts.push(factOf(concept as ConceptId, text, { line, ...place }));
    }
  };
  for (const [name, printed] of Object.entries(sketch.classes ?? {})) print(printed, { class: name });
  for (const [group, { classes, pool }] of Object.entries(sketch.groups ?? {})) {
    for (const [name, printed] of Object.entries(classes ?? {})) print(printed, { class: name, group });
    print(pool ?? {}, { group });
  }
  print(sketch.pool ?? {}, {});
  for (const [member, printed] of Object.entries(sketch.buckets ?? {})) print(printed, { member });
  for (const [member, printed] of Object.entries(sketch.loans ?? {})) print(printed, { member });
  for (const [concept, value] of Object.entries(sketch.flags ?? {})) {
    facts.push({ ...factOf(concept as ConceptId, '0', { line }), value, decimals: null, text: value ? 'YES' : 'NO' });
  }
  const kind = sketch.kind ?? 'monthly';
  return {
    file: `${kind}-${sketch.date ?? 'undated'}`,
    exhibit: null,
    form: null,
    statement: kind,
    deal: 'Example Trust 2002-1',
    date: sketch.date ?? null,
    accessionNumber: null,
    filed: null,
    amendment: false,
    cover: { depositor: null, trustee: null, fileNumber: null, reportDates: sketch.reportDates ?? [] },
    facts: [...facts, ...(sketch.more ?? [])],
    uncertain: [],
    problems: [],
  };
};

export const dealOf = (
  monthly: readonly Statement[],
  others: { annual?: readonly Statement[]; offering?: readonly Statement[] } = {},
): Deal => ({
  id: 'example-trust-2002-1',
  name: 'Example Trust 2002-1',
  depositor: null,
  trustee: null,
  fileNumber: null,
  months: monthly.map((statement) => ({
    date: statement.date ?? '',
    month: (statement.date ?? '').slice(0, 7),
    statement,
    superseded: [],
  })),
  gaps: [],
  annual: others.annual ?? [],
  offering: others.offering ?? [],
  undated: [],
  classes: [],
});

/** The statement with one of its facts printed otherwise. */
export const changed = (statement: Statement, fact: Fact, text: string): { statement: Statement; fact: Fact } => {
  const value = Number(text.replace(/[$,%]/g, ''));
  const other = { ...fact, value, text };
  return {
    statement: { ...statement, facts: statement.facts.map((own) => (own === fact ? other : own)) },
    fact: other,
  };
};

export const numbersOf = (statement: Statement): readonly Fact[] =>
  statement.facts.filter(({ value, concept }) => typeof value === 'number' && concept !== 'holdersOfRecord');

const withPlaces = (value: number, places: number): string => value.toFixed(places);

/** A figure changed by 1 %, a zero to 1,000: in the figure's own places, and never by nothing. */
export const byOnePercent = (fact: Fact): string => {
  const value = Number(fact.value);
  const places = fact.decimals ?? 0;
  if (value === 0) return withPlaces(1000, places);
  const text = withPlaces(value * 1.01, places);
  return Number(text) === value ? withPlaces(value + 10 ** -places, places) : text;
};
