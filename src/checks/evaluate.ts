import type { Condition } from './conditions.ts';
import { type Context, daysOf, daysOfYear, feeRate, notionalCandidates, rateShift, unchangedPairs } from './context.ts';
import { type Answer, backTo, pop, stacked, topMeet, topNotAbove, topZeroTogether } from './doubles.ts';
import {
  type CheckedFact,
  type ClassEntity,
  column,
  conceptNumber,
  type Figures,
  type Member,
  subjectOf,
  subjectPlace,
  totalName,
} from './figures.ts';
import { neededConcepts, type Scope } from './formula.ts';
import type { CheckKind, Each, Form, Identity } from './identity.ts';
import { distance, type Interval, middle } from './interval.ts';
import { meetRational, notAboveRational } from './rational.ts';
import {
  checkedFacts,
  forgetSince,
  keptNotes,
  type Manner,
  notedSoFar,
  programOf,
  reckon,
  someNoted,
  withDoubles,
  withFractions,
} from './reckon.ts';
import type { CheckResult } from './result.ts';
import { sentenceOf } from './sentences.ts';

/** The figures that a group of tests used, two numbers for each as `reckon.ts` notes them. */
interface Notes {
  kept: Int32Array;
}

/** An identity tested on one row, before it is settled whether a gap counts. Both sides are reckoned anew when asked for. */
export interface Outcome {
  readonly identity: Identity;
  readonly form: Form;
  readonly scope: Scope;
  readonly manner: Manner;
  readonly holds: boolean;
  /** The figures used, those of the left side first: from one of the notes to another. */
  readonly notes: Notes;
  readonly from: number;
  readonly to: number;
  /** How many of them belong to the left side. */
  readonly leftCount: number;
  /** That of the identity; soft where a gap is how the deal defines its figures. */
  kind: CheckKind;
  /** Whether any of the figures is other than zero: zero = zero establishes nothing. */
  readonly telling: boolean;
  /** `counts`: reported. `open`: only where other statements obey the identity. `explained`: never. */
  gap: 'none' | 'counts' | 'open' | 'explained';
}

/** The figures that an outcome used, those of the left side first. */
export const factsOf = ({ scope, notes, from, to }: Outcome): readonly CheckedFact[] =>
  checkedFacts(scope, notes.kept, from, to);

/** What is compared with what: a statement alone, with another, or with the months of its year. */
export interface Sides {
  readonly context: Context;
  readonly other: Context | null;
  readonly months: readonly Context[];
}

const wholeDeal: Member = { subject: '', name: '', group: null };

const scopeOf = (sides: Sides, row: Partial<Scope>): Scope => {
  const { figures } = sides.context;
  const { subject = '', group = null } = row;
  return {
    context: sides.context,
    other: sides.other,
    months: sides.months,
    subject,
    name: row.name ?? null,
    group,
    entity: row.entity ?? null,
    partner: row.partner ?? null,
    terms: row.terms ?? [],
    place: subjectPlace(figures, subject),
    poolPlace: subjectPlace(figures, subjectOf('', group)),
    totalPlace: subjectPlace(figures, subjectOf(totalName, group)),
  };
};

const classScope = (sides: Sides, entity: ClassEntity, partner: ClassEntity | null = null): Scope =>
  scopeOf(sides, { subject: entity.subject, name: entity.name, group: entity.group, entity, partner });

const totalScope = (sides: Sides, total: ClassEntity): Scope =>
  scopeOf(sides, { subject: total.subject, name: total.name, group: total.group });

const isTotalRow = (figures: Figures, index: number): boolean => {
  const fact = figures.facts[index];
  return fact?.class === totalName || fact?.member === 'total';
};

/**
 * The cells that a total may add up: all before it, those since the total before, those after it where it comes first.
 * From balances, a total row may leave out notional classes.
 */
const termChoices = (sides: Sides, cells: readonly number[], position: number): readonly (readonly number[])[] => {
  const { figures } = sides.context;
  const { concept, group = null } = figures.facts[cells[position] ?? -1] ?? {};
  const ofGroup = (cell: number): boolean =>
    !isTotalRow(figures, cell) && (group === null || figures.facts[cell]?.group === group);
  const before = cells.slice(0, position);
  const all = before.filter(ofGroup);
  if (all.length === 0) return [cells.slice(position + 1).filter(ofGroup)];
  const previous = before.findLastIndex((cell) => isTotalRow(figures, cell));
  const choices = [all];
  if (previous >= 0) choices.push(before.slice(previous + 1).filter(ofGroup));
  if (concept === 'beginningBalance' || concept === 'endingBalance' || concept === 'originalBalance') {
    const notional = new Set(notionalCandidates(sides.context).map(({ subject }) => subject));
    const candidates = all.filter(
      (cell) => notional.has(figures.subjects[cell] ?? '') && figures.facts[cell]?.value !== 0,
    );
    for (const left of candidates.length > 1 ? [candidates, ...candidates.map((cell) => [cell])] : [candidates]) {
      if (left.length > 0) choices.push(all.filter((cell) => !left.includes(cell)));
    }
  }
  return choices;
};

const totalRows = (sides: Sides, identity: Identity): readonly (readonly Scope[])[] => {
  if (identity.concept === undefined) return [];
  const { figures } = sides.context;
  const cells = column(figures, identity.concept);
  const rows: (readonly Scope[])[] = [];
  for (let position = 0; position < cells.length; position += 1) {
    const total = cells[position] ?? -1;
    const fact = figures.facts[total];
    if (fact === undefined || !isTotalRow(figures, total)) continue;
    const choices = termChoices(sides, cells, position).filter((terms) => terms.length > 0);
    if (choices.length === 0) continue;
    const row = { subject: figures.subjects[total] ?? '', name: fact.class, group: fact.group };
    rows.push(choices.map((terms) => scopeOf(sides, { ...row, terms })));
  }
  return rows;
};

/** A total over delinquency buckets: all of them, or those by days alone. */
const bucketTotals = (sides: Sides, identity: Identity): readonly (readonly Scope[])[] =>
  totalRows(sides, identity).map((choices) => {
    const [first] = choices;
    if (first === undefined) return choices;
    const { facts } = sides.context.figures;
    const named = (names: readonly string[]): Scope => ({
      ...first,
      terms: first.terms.filter((index) => names.includes(facts[index]?.member ?? '')),
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
  const { figures } = sides.context;
  const cells = identity.concept === undefined ? [] : column(figures, identity.concept);
  const terms = cells.filter((index) => figures.facts[index]?.group !== null);
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
  'printed twice': (sides) => {
    const { figures } = sides.context;
    return figures.twice.map((index) => {
      const fact = figures.facts[index];
      const next = figures.again.get(index);
      return [
        scopeOf(sides, {
          subject: figures.subjects[index] ?? '',
          name: fact?.class ?? fact?.member ?? null,
          terms: next === undefined ? [index] : [index, next],
        }),
      ];
    });
  },
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

const needed = new WeakMap<Form, readonly number[]>();

/** The columns without which a form has no value, so that a statement is asked only for what it prints. */
const neededBy = (form: Form): readonly number[] => {
  const before = needed.get(form);
  if (before !== undefined) return before;
  const concepts = new Set([...neededConcepts(form.left), ...neededConcepts(form.right)]);
  const columns = [...concepts].map(conceptNumber);
  needed.set(form, columns);
  return columns;
};

const canBeReckoned = (form: Form, { columns }: Figures): boolean =>
  neededBy(form).every((number) => columns[number] !== undefined);

/** Whether the two sides on top of the stack are as the identity says. */
const related = (identity: Identity): Answer => {
  if (identity.relation === 'equal') return topMeet();
  if (identity.relation === 'at most') return topNotAbove();
  return topZeroTogether() ? 'yes' : 'no';
};

const decideExactly = (identity: Identity, form: Form, scope: Scope, manner: Manner): boolean => {
  const { arithmetic, stack } = withFractions();
  const noted = notedSoFar();
  const complete =
    reckon(programOf(form.left), scope, arithmetic, manner) && reckon(programOf(form.right), scope, arithmetic, manner);
  forgetSince(noted);
  const [left, right] = stack;
  if (!complete || left === undefined || right === undefined) return false;
  return identity.relation === 'at most' ? notAboveRational(left, right) : meetRational(left, right);
};

const isTelling = (figures: Figures, index: number): boolean => figures.facts[index]?.value !== 0;

const test = (identity: Identity, form: Form, scope: Scope, manner: Manner, notes: Notes): Outcome | null => {
  if (form.when !== undefined && !form.when.test(scope)) return null;
  const from = notedSoFar();
  const before = stacked();
  const hasLeft = reckon(programOf(form.left), scope, withDoubles, manner);
  const middleNote = notedSoFar();
  const hasBoth = hasLeft && reckon(programOf(form.right), scope, withDoubles, manner);
  const to = notedSoFar();
  if (!hasBoth || (from === to && identity.withoutFigures !== true)) {
    backTo(before);
    forgetSince(from);
    return null;
  }
  const answer = related(identity);
  backTo(before);
  const holds = answer === 'undecided' ? decideExactly(identity, form, scope, manner) : answer === 'yes';
  const telling = identity.zerosTell === true || someNoted(scope, from, to, isTelling);
  const leftCount = middleNote - from;
  return {
    identity,
    form,
    scope,
    manner,
    holds,
    notes,
    from,
    to,
    leftCount,
    kind: identity.kind,
    telling,
    gap: 'none',
  };
};

/** Both sides of an outcome. */
const sidesOf = ({ form, scope, manner }: Outcome): readonly [Interval, Interval] => {
  const noted = notedSoFar();
  reckon(programOf(form.left), scope, withDoubles, manner);
  const left = pop();
  reckon(programOf(form.right), scope, withDoubles, manner);
  const right = pop();
  forgetSince(noted);
  return [left, right];
};

const families = new WeakMap<Identity, string>();

/** `T4[realizedLossReduction]` is `T4` of one column. Tests of one family fail for one reason. */
export const familyOf = (identity: Identity): string => {
  let family = families.get(identity);
  if (family === undefined) {
    family = identity.oneOf ?? identity.id.replace(/\[.*$/, '');
    families.set(identity, family);
  }
  return family;
};

const hasOtherPrinting = (figures: Figures, index: number): boolean => {
  const next = figures.again.get(index);
  return next !== undefined && figures.facts[next]?.value !== figures.facts[index]?.value;
};

/** The first form and reading of the row that holds, else the first that can be reckoned at all. */
const testRow = (identity: Identity, forms: readonly Form[], readings: Row, notes: Notes): Outcome | null => {
  let first: Outcome | null = null;
  for (const scope of readings) {
    for (const form of forms) {
      const outcome = test(identity, form, scope, 'printed', notes);
      if (outcome === null) continue;
      if (outcome.holds) return outcome;
      if (first === null) first = outcome;
      else forgetSince(outcome.from);
    }
  }
  if (first === null) return null;
  const twice = someNoted(first.scope, first.from, first.to, hasOtherPrinting);
  const manners: readonly Manner[] = twice
    ? ['second printing']
    : identity.sharesMayBeRough === true
      ? ['cut off', 'padded']
      : [];
  for (const manner of manners) {
    for (const form of forms) {
      const outcome = test(identity, form, first.scope, manner, notes);
      if (outcome?.holds) return outcome;
      if (outcome !== null) forgetSince(outcome.from);
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
  for (const { fact } of factsOf(outcome)) {
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

const noNotes = new Int32Array(0);

/**
 * Tests identities on a statement (beside another one, where they compare two). Of a gap it is settled as far as the
 * statement alone tells whether it counts.
 */
export const evaluate = (identities: readonly Identity[], sides: Sides): readonly Outcome[] => {
  const outcomes: Outcome[] = [];
  const { figures } = sides.context;
  const rows = rowsOf(sides);
  const notes: Notes = { kept: noNotes };
  backTo(0);
  forgetSince(0);
  for (const identity of identities) {
    if (!identity.statements.includes(figures.statement.statement)) continue;
    const forms = identity.forms.filter((form) => canBeReckoned(form, figures));
    if (forms.length === 0) continue;
    for (const readings of rows(identity)) {
      const outcome = testRow(identity, forms, readings, notes);
      if (outcome !== null) outcomes.push(outcome);
    }
  }
  notes.kept = keptNotes();
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
  const { identity, scope, holds, leftCount, kind } = outcome;
  const [left, right] = sidesOf(outcome);
  const { difference, tolerance } = distance(left, right);
  const ofClass = identity.each === 'class or total' || identity.each === 'total row';
  const result = {
    rule: identity.id,
    family: familyOf(identity),
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
    facts: factsOf(outcome),
    leftCount,
    accrual: outcome.form.accrual ?? null,
    sentence: null,
  };
  return holds ? result : { ...result, sentence: sentenceOf(result, identity) };
};
