import type { ConceptId } from '../facts/concepts.ts';
import type { Condition } from './conditions.ts';
import { type Context, daysOf, daysOfYear, feeRate, notionalCandidates, rateShift, unchangedPairs } from './context.ts';
import { type ClassEntity, column, type Figure, type Figures, type Member, totalName } from './figures.ts';
import {
  type Arithmetic,
  type Manner,
  neededConcepts,
  type Reading,
  reckon,
  type Scope,
  withDoubles,
  withFractions,
} from './formula.ts';
import type { CheckKind, Each, Form, Identity } from './identity.ts';
import { distance, type Interval, meet, middle, notAbove } from './interval.ts';
import { meetRational, notAboveRational } from './rational.ts';
import type { CheckResult } from './result.ts';
import { sentenceOf } from './sentences.ts';

/** An identity tested on one row, before it is settled whether a gap counts. */
export interface Outcome {
  readonly identity: Identity;
  readonly form: Form;
  readonly scope: Scope;
  readonly left: Interval;
  readonly right: Interval;
  readonly holds: boolean;
  /** Results of one family fail for one reason: `T4` of several columns, the readings of one figure. */
  readonly family: string;
  /** The figures used, those of the left side first. */
  readonly facts: readonly Figure[];
  /** How many of them belong to the left side. */
  readonly leftCount: number;
  /** That of the identity; soft where a gap is how the deal defines its figures. */
  kind: CheckKind;
  /** Whether any of the figures is other than zero: zero = zero establishes nothing. */
  readonly telling: boolean;
  /** `counts`: reported. `open`: only where other statements obey the identity. `explained`: never. */
  gap: 'none' | 'counts' | 'open' | 'explained';
}

/** What is compared with what: a statement alone, with another, or with the months of its year. */
export interface Sides {
  readonly context: Context;
  readonly other: Context | null;
  readonly months: readonly Context[];
}

const wholeDeal: Member = { subject: '', name: '', group: null };

const scopeOf = (sides: Sides, row: Partial<Scope>): Scope => ({
  context: sides.context,
  other: sides.other,
  months: sides.months,
  subject: row.subject ?? '',
  name: row.name ?? null,
  group: row.group ?? null,
  entity: row.entity ?? null,
  partner: row.partner ?? null,
  terms: row.terms ?? [],
});

const classScope = (sides: Sides, entity: ClassEntity, partner: ClassEntity | null = null): Scope =>
  scopeOf(sides, { subject: entity.subject, name: entity.name, group: entity.group, entity, partner });

const totalScope = (sides: Sides, total: ClassEntity): Scope =>
  scopeOf(sides, { subject: total.subject, name: total.name, group: total.group });

const isTotalRow = (figure: Figure): boolean => figure.fact.class === totalName || figure.fact.member === 'total';

/**
 * The cells that a total may add up: all before it, those since the total before, those after it where it comes first.
 * From balances, a total row may leave out notional classes.
 */
const termChoices = (sides: Sides, cells: readonly Figure[], position: number): readonly (readonly Figure[])[] => {
  const total = cells[position] as Figure;
  const { group } = total.fact;
  const ofGroup = (cell: Figure): boolean => !isTotalRow(cell) && (group === null || cell.fact.group === group);
  const before = cells.slice(0, position);
  const all = before.filter(ofGroup);
  if (all.length === 0) return [cells.slice(position + 1).filter(ofGroup)];
  const previous = before.findLastIndex(isTotalRow);
  const choices = [all];
  if (previous >= 0) choices.push(before.slice(previous + 1).filter(ofGroup));
  const { concept } = total.fact;
  if (concept === 'beginningBalance' || concept === 'endingBalance' || concept === 'originalBalance') {
    const notional = new Set(notionalCandidates(sides.context).map(({ subject }) => subject));
    const candidates = all.filter((cell) => notional.has(cell.subject) && cell.fact.value !== 0);
    for (const left of candidates.length > 1 ? [candidates, ...candidates.map((cell) => [cell])] : [candidates]) {
      if (left.length > 0) choices.push(all.filter((cell) => !left.includes(cell)));
    }
  }
  return choices;
};

const totalRows = (sides: Sides, identity: Identity): readonly (readonly Scope[])[] => {
  if (identity.concept === undefined) return [];
  const cells = column(sides.context.figures, identity.concept);
  const rows: (readonly Scope[])[] = [];
  for (let position = 0; position < cells.length; position += 1) {
    const total = cells[position] as Figure;
    if (!isTotalRow(total)) continue;
    const choices = termChoices(sides, cells, position).filter((terms) => terms.length > 0);
    if (choices.length === 0) continue;
    const row = { subject: total.subject, name: total.fact.class, group: total.fact.group };
    rows.push(choices.map((terms) => scopeOf(sides, { ...row, terms })));
  }
  return rows;
};

/** A total over delinquency buckets: all of them, or those by days alone. */
const bucketTotals = (sides: Sides, identity: Identity): readonly (readonly Scope[])[] =>
  totalRows(sides, identity).map((choices) => {
    const [first] = choices;
    if (first === undefined) return choices;
    const named = (names: readonly string[]): Scope => ({
      ...first,
      terms: first.terms.filter(({ fact }) => names.includes(fact.member ?? '')),
    });
    const byDays = ['30-59', '60-89', '90+'];
    return [
      first,
      named(byDays),
      named([...byDays, 'foreclosure', 'reo']),
      named([...byDays, 'foreclosure', 'bankruptcy', 'reo']),
    ].filter(({ terms }) => terms.length > 1);
  });

/** A figure of the whole pool over those of its groups. */
const sumsOfGroups = (sides: Sides, identity: Identity): readonly (readonly Scope[])[] => {
  const cells = identity.concept === undefined ? [] : column(sides.context.figures, identity.concept);
  const terms = cells.filter(({ fact }) => fact.group !== null);
  return terms.length > 1 && terms.length < cells.length ? [[scopeOf(sides, { terms })]] : [];
};

/** Ways to read one row, the first of which is the one to report. */
type Row = readonly Scope[];

/** The rows of each kind that do not depend on the identity. */
const fixedRows: Record<
  Exclude<Each, 'total row' | 'bucket total' | 'sum of the groups'>,
  (sides: Sides) => readonly Row[]
> = {
  class: (sides) => sides.context.figures.classes.map((entity) => [classScope(sides, entity)]),
  'class or total': (sides) => [
    ...sides.context.figures.classes.map((entity) => [classScope(sides, entity)]),
    ...sides.context.figures.totals.map((total) => [totalScope(sides, total)]),
  ],
  'notional class': (sides) =>
    sides.context.figures.classes
      .filter(({ role }) => role === 'excess' || role === 'interestOnly' || role === 'other')
      .map((entity) => [classScope(sides, entity)]),
  pool: (sides) => {
    const { pools } = sides.context.figures;
    return (pools.length > 0 ? pools : [wholeDeal]).map(({ group }) => [scopeOf(sides, { group })]);
  },
  bucket: (sides) =>
    sides.context.figures.buckets.map(({ subject, name, group }) => [scopeOf(sides, { subject, name, group })]),
  loan: (sides) =>
    sides.context.figures.loans.map(({ subject, name, group }) => [scopeOf(sides, { subject, name, group })]),
  'class beside the reference': (sides) => {
    const reference = rateShift(sides.context)?.reference;
    if (reference === undefined) return [];
    return sides.context.figures.classes
      .filter((entity) => entity.subject !== reference.subject && entity.role !== 'excess')
      .map((entity) => [classScope(sides, entity, reference)]);
  },
  'printed twice': (sides) =>
    sides.context.figures.twice.map((figure) => [
      scopeOf(sides, {
        subject: figure.subject,
        name: figure.fact.class ?? figure.fact.member,
        terms: figure.again === null ? [figure] : [figure, figure.again],
      }),
    ]),
  'pair of unchanged classes': (sides) =>
    unchangedPairs(sides.context).map(([lower, higher]) => [classScope(sides, higher, lower)]),
};

/** Rows by kind, made once for all identities. */
const rowsOf = (sides: Sides): ((identity: Identity) => readonly Row[]) => {
  const known = new Map<Each, readonly Row[]>();
  return (identity) => {
    const { each } = identity;
    if (each === 'total row') return totalRows(sides, identity);
    if (each === 'bucket total') return bucketTotals(sides, identity);
    if (each === 'sum of the groups') return sumsOfGroups(sides, identity);
    let rows = known.get(each);
    if (rows === undefined) {
      rows = fixedRows[each](sides);
      known.set(each, rows);
    }
    return rows;
  };
};

const needed = new WeakMap<Form, readonly ConceptId[]>();

/** The concepts without which a form has no value, so that a statement is asked only for what it prints. */
const neededBy = (form: Form): readonly ConceptId[] => {
  const before = needed.get(form);
  if (before !== undefined) return before;
  const concepts = [...new Set([...neededConcepts(form.left), ...neededConcepts(form.right)])];
  needed.set(form, concepts);
  return concepts;
};

const canBeReckoned = (form: Form, { columns }: Figures): boolean =>
  neededBy(form).every((concept) => columns.has(concept));

const related = (identity: Identity, left: Interval, right: Interval): 'yes' | 'no' | 'undecided' => {
  if (identity.relation === 'equal') return meet(left, right);
  if (identity.relation === 'at most') return notAbove(left, right);
  return (middle(left) === 0) === (middle(right) === 0) ? 'yes' : 'no';
};

const sidesOf = <T>(form: Form, scope: Scope, arithmetic: Arithmetic<T>, reading: Reading): [T, number, T] | null => {
  const left = reckon(form.left, scope, arithmetic, reading);
  if (left === null) return null;
  const leftCount = reading.seen.length;
  const right = reckon(form.right, scope, arithmetic, reading);
  return right === null ? null : [left, leftCount, right];
};

const decideExactly = (identity: Identity, form: Form, scope: Scope, manner: Manner): boolean => {
  const values = sidesOf(form, scope, withFractions, { seen: [], manner });
  if (values === null) return false;
  const [left, , right] = values;
  return identity.relation === 'at most' ? notAboveRational(left, right) : meetRational(left, right);
};

const families = new WeakMap<Identity, string>();

/** `T4[realizedLossReduction]` is `T4` of one column. */
const familyOf = (identity: Identity): string => {
  let family = families.get(identity);
  if (family === undefined) {
    family = identity.oneOf ?? identity.id.replace(/\[.*$/, '');
    families.set(identity, family);
  }
  return family;
};

/** Filled anew by every test: most come to nothing, and a list that grows takes more memory than it holds. */
const seen: Figure[] = [];

const test = (identity: Identity, form: Form, scope: Scope, manner: Manner): Outcome | null => {
  if (form.when !== undefined && !form.when.test(scope)) return null;
  seen.length = 0;
  const values = sidesOf(form, scope, withDoubles, { seen, manner });
  if (values === null || (seen.length === 0 && identity.withoutFigures !== true)) return null;
  const [left, leftCount, right] = values;
  const answer = related(identity, left, right);
  const holds = answer === 'undecided' ? decideExactly(identity, form, scope, manner) : answer === 'yes';
  return {
    identity,
    form,
    scope,
    left,
    right,
    holds,
    family: familyOf(identity),
    facts: seen.slice(),
    leftCount,
    kind: identity.kind,
    telling: identity.zerosTell === true || seen.some(({ fact }) => fact.value !== 0),
    gap: 'none',
  };
};

const printedTwice = (outcome: Outcome): boolean =>
  outcome.facts.some((figure) => figure.again !== null && figure.again.fact.value !== figure.fact.value);

/** The first form and reading of the row that holds, else the first that can be reckoned at all. */
const testRow = (identity: Identity, forms: readonly Form[], readings: Row): Outcome | null => {
  let first: Outcome | null = null;
  for (const scope of readings) {
    for (const form of forms) {
      const outcome = test(identity, form, scope, 'printed');
      if (outcome?.holds) return outcome;
      first ??= outcome;
    }
  }
  if (first === null) return null;
  const twice = printedTwice(first);
  const manners: readonly Manner[] = twice
    ? ['second printing']
    : identity.sharesMayBeRough === true
      ? ['cut off', 'padded']
      : [];
  for (const manner of manners) {
    for (const form of forms) {
      const outcome = test(identity, form, first.scope, manner);
      if (outcome?.holds) return outcome;
    }
  }
  // Two figures under one name: which of them is meant is open, so the gap does not count.
  if (twice) first.gap = 'explained';
  return first;
};

const holdsOf = (conditions: readonly Condition[] | undefined, scope: Scope): boolean =>
  conditions?.every((condition) => condition.test(scope)) ?? true;

/** Whether a figure that was not understood stands among the lines of those used. */
const somethingUnread = (outcome: Outcome): boolean => {
  const { unreadLines } = outcome.scope.context.figures;
  if (unreadLines.length === 0) return false;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { fact } of outcome.facts) {
    first = Math.min(first, fact.line);
    last = Math.max(last, fact.line);
  }
  return unreadLines.some((line) => line >= first && line <= last);
};

const gapOf = (outcome: Outcome, established: (identity: Identity) => boolean): Outcome['gap'] => {
  const { identity, scope } = outcome;
  if (outcome.gap === 'explained' || identity.gapCounts === 'never') return 'explained';
  if (identity.gapExplainedBy?.some((condition) => condition.test(scope))) return 'explained';
  if (identity.wholeTable === true && somethingUnread(outcome)) return 'explained';
  if (!holdsOf(identity.gapOnlyIf, scope)) return 'explained';
  if (!holdsOf(identity.gapNeeds, scope)) return 'open';
  if (identity.gapCounts === 'always') return 'counts';
  return identity.gapCounts === 'established' && established(identity) ? 'counts' : 'open';
};

const patternOf = (identity: Identity): string => identity.pattern ?? identity.id;

/**
 * Tests identities on a statement (beside another one, where they compare two). Of a gap it is settled as far as the
 * statement alone tells whether it counts.
 */
export const evaluate = (identities: readonly Identity[], sides: Sides): readonly Outcome[] => {
  const outcomes: Outcome[] = [];
  const { figures } = sides.context;
  const rows = rowsOf(sides);
  for (const identity of identities) {
    if (!identity.statements.includes(figures.statement.statement)) continue;
    const forms = identity.forms.filter((form) => canBeReckoned(form, figures));
    if (forms.length === 0) continue;
    for (const readings of rows(identity)) {
      const outcome = testRow(identity, forms, readings);
      if (outcome !== null) outcomes.push(outcome);
    }
  }
  settle(outcomes);
  return outcomes;
};

const settle = (outcomes: readonly Outcome[]): void => {
  const gaps = outcomes.filter(({ holds }) => !holds);
  if (gaps.length === 0) return;
  const counts = new Map<string, { holding: number; failing: number }>();
  const chosen = new Set<string>();
  for (const { identity, holds, telling } of outcomes) {
    const pattern = patternOf(identity);
    const count = counts.get(pattern) ?? { holding: 0, failing: 0 };
    if (!holds) count.failing += 1;
    else if (telling) count.holding += 1;
    counts.set(pattern, count);
    if (holds && identity.oneOf !== undefined) chosen.add(identity.oneOf);
  }
  const established = (identity: Identity): boolean => {
    const { holding, failing } = counts.get(patternOf(identity)) ?? { holding: 0, failing: 0 };
    return holding >= Math.max(2, 2 * failing);
  };
  for (const outcome of gaps) {
    const other = outcome.identity.oneOf;
    outcome.gap = other !== undefined && chosen.has(other) ? 'explained' : gapOf(outcome, established);
  }
};

const placeholders: Readonly<Record<string, (outcome: Outcome) => string>> = {
  '{days}': ({ scope }) => String(daysOf(scope.context)?.days ?? ''),
  '{days of year}': ({ scope }) => String(daysOfYear(scope.context) ?? ''),
  '{fee rate}': ({ scope }) =>
    `${((feeRate(scope.context, scope.group) ?? 0) / 400).toFixed(4).replace(/0{1,2}$/, '')}%`,
};

const titleOf = (outcome: Outcome): string => {
  const { title } = outcome.form;
  if (!title.includes('{')) return title;
  return title.replace(/\{[^}]+\}/g, (name) => placeholders[name]?.(outcome) ?? name);
};

/** The outcome as it is reported. */
export const resultOf = (outcome: Outcome): CheckResult => {
  const { identity, scope, left, right, holds, facts, leftCount, family, kind } = outcome;
  const { difference, tolerance } = distance(left, right);
  const ofClass = identity.each === 'class or total' || identity.each === 'total row';
  const result = {
    rule: identity.id,
    family,
    title: titleOf(outcome),
    about: identity.about,
    kind,
    scope: identity.scope,
    statement: scope.context.figures.statement,
    date: scope.context.figures.statement.date,
    class: scope.entity?.name ?? (ofClass ? scope.name : null),
    group: scope.group,
    member: identity.each === 'bucket' || identity.each === 'loan' ? scope.name : null,
    left: middle(left),
    right: middle(right),
    difference,
    tolerance,
    holds,
    facts,
    leftCount,
    accrual: outcome.form.accrual ?? null,
    sentence: null,
  };
  return holds ? result : { ...result, sentence: sentenceOf(result, identity) };
};
