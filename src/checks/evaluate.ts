import type { Condition } from './conditions.ts';
import { daysOf, daysOfYear, feeRate, notionalCandidates, rateShift, unchangedPairs } from './context.ts';
import { type Answer, backTo, pop, stacked, topMeet, topNotAbove, topZeroTogether } from './doubles.ts';
import {
  type CheckedFact,
  type ClassEntity,
  column,
  conceptNumber,
  type Figures,
  type Member,
  ofShape,
  subjectAt,
  subjectOf,
  subjectPlace,
  totalName,
} from './figures.ts';
import { neededConcepts, type Row, type Scope, type Sides } from './formula.ts';
import type { CheckKind, Each, Form, Identity } from './identity.ts';
import { distance, type Interval, middle } from './interval.ts';
import { meetRational, notAboveRational } from './rational.ts';
import {
  checkedFacts,
  forgetSince,
  keptNotes,
  type Manner,
  notedSoFar,
  type Program,
  programOf,
  reckon,
  someNoted,
  withDoubles,
  withFractions,
} from './reckon.ts';
import type { CheckResult } from './result.ts';
import { sentenceOf } from './sentences.ts';

/** What was compared, and the figures that the tests used: two numbers for each, as `reckon.ts` notes them. */
interface TestedSides extends Sides {
  notes: Int32Array;
}

/** An identity tested on one row, before it is settled whether a gap counts. Both sides are reckoned anew when asked for. */
export interface Outcome {
  readonly identity: Identity;
  readonly form: Form;
  readonly sides: TestedSides;
  readonly row: Row;
  readonly manner: Manner;
  readonly holds: boolean;
  /** The figures used, those of the left side first: from one of the notes to another. */
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
export const factsOf = ({ sides, from, to }: Outcome): readonly CheckedFact[] =>
  checkedFacts(sides, sides.notes, from, to);

const scopeOf = (sides: Sides, row: Row): Scope => ({
  context: sides.context,
  other: sides.other,
  months: sides.months,
  ...row,
});

const wholeDeal: Member = { subject: '', name: '', group: null };

const noTerms: readonly number[] = [];

const rowOf = (figures: Figures, row: Partial<Row>): Row => {
  const { subject = '', group = null } = row;
  return {
    subject,
    name: row.name ?? null,
    group,
    entity: row.entity ?? null,
    partner: row.partner ?? null,
    terms: row.terms ?? noTerms,
    place: subjectPlace(figures, subject),
    poolPlace: subjectPlace(figures, subjectOf('', group)),
    totalPlace: subjectPlace(figures, subjectOf(totalName, group)),
  };
};

const classRow = (figures: Figures, entity: ClassEntity, partner: ClassEntity | null = null): Row =>
  rowOf(figures, { subject: entity.subject, name: entity.name, group: entity.group, entity, partner });

const memberRow = (figures: Figures, { subject, name, group }: Member): Row => rowOf(figures, { subject, name, group });

/** Ways to read one row, the first of which is the one to report. */
type Readings = readonly Row[];

const isTotalRow = (figures: Figures, index: number): boolean => {
  const fact = figures.facts[index];
  return fact?.class === totalName || fact?.member === 'total';
};

/** The cells that a total may add up: all before it, those since the total before, those after it where it comes first. */
const termChoices = (figures: Figures, cells: readonly number[], position: number): readonly (readonly number[])[] => {
  const group = figures.facts[cells[position] ?? -1]?.group ?? null;
  const ofGroup = (cell: number): boolean =>
    !isTotalRow(figures, cell) && (group === null || figures.facts[cell]?.group === group);
  const before = cells.slice(0, position);
  const all = before.filter(ofGroup);
  if (all.length === 0) return [cells.slice(position + 1).filter(ofGroup)];
  const previous = before.findLastIndex((cell) => isTotalRow(figures, cell));
  return previous < 0 ? [all] : [all, before.slice(previous + 1).filter(ofGroup)];
};

interface TotalRow {
  readonly readings: Readings;
  /** Whether it stands above the cells that it adds up. */
  readonly first: boolean;
}

/** The total rows of a column, as far as the shape of the statement tells what they may add up. */
const totalRows = (figures: Figures, identity: Identity): readonly TotalRow[] => {
  const { concept } = identity;
  if (concept === undefined) return [];
  return ofShape(figures.shape, `total ${concept}`, () => {
    const cells = column(figures, concept);
    return cells.flatMap((total, position) => {
      const fact = figures.facts[total];
      if (fact === undefined || !isTotalRow(figures, total)) return [];
      const choices = termChoices(figures, cells, position).filter((terms) => terms.length > 0);
      const row = { subject: subjectAt(figures, total), name: fact.class, group: fact.group };
      if (choices.length === 0) return [];
      const readings = choices.map((terms) => rowOf(figures, { ...row, terms }));
      return [{ readings, first: (choices[0]?.[0] ?? 0) > total }];
    });
  });
};

/** From balances, a total row may leave out notional classes. */
const totalRowsOfBalances = (sides: Sides, identity: Identity): readonly Readings[] => {
  const { figures } = sides.context;
  const rows = totalRows(figures, identity);
  const { concept } = identity;
  const ofBalances = concept === 'beginningBalance' || concept === 'endingBalance' || concept === 'originalBalance';
  const notional = ofBalances ? notionalCandidates(sides.context) : [];
  return rows.map(({ readings, first }) => {
    const [row] = readings;
    if (row === undefined || first || notional.length === 0) return readings;
    const all = row.terms;
    const candidates = all.filter(
      (cell) =>
        figures.facts[cell]?.value !== 0 && notional.some(({ subject }) => subject === subjectAt(figures, cell)),
    );
    if (candidates.length === 0) return readings;
    const left = candidates.length > 1 ? [candidates, ...candidates.map((cell) => [cell])] : [candidates];
    const without = left.map((cells) => all.filter((cell) => !cells.includes(cell)));
    return [...readings, ...without.filter((terms) => terms.length > 0).map((terms) => ({ ...row, terms }))];
  });
};

/** A total over delinquency buckets: all of them, or those by days alone. */
const bucketTotals = (figures: Figures, identity: Identity): readonly Readings[] =>
  ofShape(figures.shape, identity, () =>
    totalRows(figures, identity).map(({ readings }) => {
      const [first] = readings;
      if (first === undefined) return readings;
      const named = (names: readonly string[]): Row => ({
        ...first,
        terms: first.terms.filter((cell) => names.includes(figures.facts[cell]?.member ?? '')),
      });
      const byDays = ['30-59', '60-89', '90+'];
      return [
        first,
        named(byDays),
        named([...byDays, 'foreclosure', 'reo']),
        named([...byDays, 'foreclosure', 'bankruptcy', 'reo']),
      ].filter(({ terms }) => terms.length > 1);
    }),
  );

/** A figure of the whole pool over those of its groups. */
const sumsOfGroups = (figures: Figures, identity: Identity): readonly Readings[] => {
  const cells = identity.concept === undefined ? [] : column(figures, identity.concept);
  const terms = cells.filter((cell) => figures.facts[cell]?.group !== null);
  return terms.length > 1 && terms.length < cells.length ? [[rowOf(figures, { terms })]] : [];
};

/** Each by itself: there is one way to read it. */
const sole = (rows: readonly Row[]): readonly Readings[] => rows.map((row) => [row]);

/** The rows of each kind that follow from the shape of a statement. */
const rowsOfShape = {
  class: (figures) => sole(figures.classes.map((entity) => classRow(figures, entity))),
  'class or total': (figures) =>
    sole([
      ...figures.classes.map((entity) => classRow(figures, entity)),
      ...figures.totals.map((total) => memberRow(figures, total)),
    ]),
  'notional class': (figures) =>
    sole(
      figures.classes
        .filter(({ role }) => role === 'excess' || role === 'interestOnly' || role === 'other')
        .map((entity) => classRow(figures, entity)),
    ),
  pool: (figures) =>
    sole((figures.pools.length > 0 ? figures.pools : [wholeDeal]).map(({ group }) => rowOf(figures, { group }))),
  bucket: (figures) => sole(figures.buckets.map((bucket) => memberRow(figures, bucket))),
} satisfies Partial<Record<Each, (figures: Figures) => readonly Readings[]>>;

/** The rows of each kind that take more than the shape. */
const rowsOfStatement = {
  loan: ({ context: { figures } }) => sole(figures.loans.map((loan) => memberRow(figures, loan))),
  'class beside the reference': ({ context }) => {
    const reference = rateShift(context)?.reference;
    if (reference === undefined) return [];
    const { figures } = context;
    return sole(
      figures.classes
        .filter((entity) => entity.subject !== reference.subject && entity.role !== 'excess')
        .map((entity) => classRow(figures, entity, reference)),
    );
  },
  'printed twice': ({ context: { figures } }) =>
    sole(
      figures.twice.map((figure) => {
        const fact = figures.facts[figure];
        const next = figures.again.get(figure);
        return rowOf(figures, {
          subject: subjectAt(figures, figure),
          name: fact?.class ?? fact?.member ?? null,
          terms: next === undefined ? [figure] : [figure, next],
        });
      }),
    ),
  'pair of unchanged classes': ({ context }) =>
    sole(unchangedPairs(context).map(([lower, higher]) => classRow(context.figures, higher, lower))),
  'total row': totalRowsOfBalances,
  'bucket total': ({ context }, identity) => bucketTotals(context.figures, identity),
  'sum of the groups': ({ context }, identity) => sumsOfGroups(context.figures, identity),
} satisfies Partial<Record<Each, (sides: Sides, identity: Identity) => readonly Readings[]>>;

const rowsFor = (sides: Sides, identity: Identity): readonly Readings[] => {
  const { each } = identity;
  if (each in rowsOfStatement) return rowsOfStatement[each as keyof typeof rowsOfStatement](sides, identity);
  const { figures } = sides.context;
  const kind = each as keyof typeof rowsOfShape;
  return ofShape(figures.shape, kind, () => rowsOfShape[kind](figures));
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

/** A form with the steps of its two sides. */
interface ReadyForm {
  readonly form: Form;
  readonly left: Program;
  readonly right: Program;
}

interface ReadyIdentity {
  readonly identity: Identity;
  readonly forms: readonly ReadyForm[];
}

const readyForms = ({ forms }: Identity, { columns }: Figures): readonly ReadyForm[] =>
  forms
    .filter((form) => neededBy(form).every((number) => columns[number] !== undefined))
    .map((form) => ({ form, left: programOf(form.left), right: programOf(form.right) }));

/** The identities that concern a statement, in the forms for which it prints what they need. */
const readyIdentities = (identities: readonly Identity[], figures: Figures): readonly ReadyIdentity[] => {
  const compute = (): readonly ReadyIdentity[] =>
    identities.flatMap((identity) => {
      if (!identity.statements.includes(figures.statement.statement)) return [];
      const forms = readyForms(identity, figures);
      return forms.length === 0 ? [] : [{ identity, forms }];
    });
  // Loans are no part of the shape: with some, other forms can be reckoned than without.
  if (figures.loans.length === 0) return ofShape(figures.shape, identities, compute);
  const printed = figures.columns.map((cells) => (cells === undefined ? '0' : '1')).join('');
  const known = ofShape(
    figures.shape,
    readyForms,
    () => new Map<readonly Identity[], Map<string, readonly ReadyIdentity[]>>(),
  );
  const byColumns = known.get(identities) ?? new Map<string, readonly ReadyIdentity[]>();
  known.set(identities, byColumns);
  const ready = byColumns.get(printed) ?? compute();
  byColumns.set(printed, ready);
  return ready;
};

/** Whether the two sides on top of the stack are as the identity says. */
const related = (identity: Identity): Answer => {
  if (identity.relation === 'equal') return topMeet();
  if (identity.relation === 'at most') return topNotAbove();
  return topZeroTogether() ? 'yes' : 'no';
};

const decideExactly = (identity: Identity, form: ReadyForm, sides: Sides, row: Row, manner: Manner): boolean => {
  const { arithmetic, stack } = withFractions();
  const noted = notedSoFar();
  const complete =
    reckon(form.left, sides, row, arithmetic, manner) && reckon(form.right, sides, row, arithmetic, manner);
  forgetSince(noted);
  const [left, right] = stack;
  if (!complete || left === undefined || right === undefined) return false;
  return identity.relation === 'at most' ? notAboveRational(left, right) : meetRational(left, right);
};

type Tried = 'holds' | 'fails' | 'no value';

/** How many figures the left side of the last test used. */
let leftOfLast = 0;

/** Tests one form on one row; where it has a value, the figures used stay noted. */
const attempt = (identity: Identity, form: ReadyForm, sides: Sides, row: Row, manner: Manner): Tried => {
  const { when } = form.form;
  if (when !== undefined && !when.test(scopeOf(sides, row))) return 'no value';
  const from = notedSoFar();
  const before = stacked();
  const hasLeft = reckon(form.left, sides, row, withDoubles, manner);
  leftOfLast = notedSoFar() - from;
  const hasBoth = hasLeft && reckon(form.right, sides, row, withDoubles, manner);
  if (!hasBoth || (from === notedSoFar() && identity.withoutFigures !== true)) {
    backTo(before);
    forgetSince(from);
    return 'no value';
  }
  const answer = related(identity);
  backTo(before);
  const holds = answer === 'undecided' ? decideExactly(identity, form, sides, row, manner) : answer === 'yes';
  return holds ? 'holds' : 'fails';
};

const isTelling = (figures: Figures, figure: number): boolean => figures.facts[figure]?.value !== 0;

/** Both sides of an outcome. */
const valuesOf = ({ form, sides, row, manner }: Outcome): readonly [Interval, Interval] => {
  const noted = notedSoFar();
  reckon(programOf(form.left), sides, row, withDoubles, manner);
  const left = pop();
  reckon(programOf(form.right), sides, row, withDoubles, manner);
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

/** The outcome of the last test, whose figures are noted from `from` on. */
const outcomeOf = (
  identity: Identity,
  form: Form,
  sides: TestedSides,
  row: Row,
  manner: Manner,
  holds: boolean,
  from: number,
): Outcome => {
  const to = notedSoFar();
  const telling = identity.zerosTell === true || someNoted(sides, from, to, isTelling);
  const { kind } = identity;
  return { identity, form, sides, row, manner, holds, from, to, leftCount: leftOfLast, kind, telling, gap: 'none' };
};

/** The first form and reading of the row that holds, else the first that can be reckoned at all. */
const testRow = ({ identity, forms }: ReadyIdentity, sides: TestedSides, readings: Readings): Outcome | null => {
  let first: Outcome | null = null;
  for (let reading = 0; reading < readings.length; reading += 1) {
    const row = readings[reading] as Row;
    for (let index = 0; index < forms.length; index += 1) {
      const form = forms[index] as ReadyForm;
      const from = notedSoFar();
      const tried = attempt(identity, form, sides, row, 'printed');
      if (tried === 'holds') return outcomeOf(identity, form.form, sides, row, 'printed', true, from);
      if (tried === 'no value') continue;
      if (first === null) first = outcomeOf(identity, form.form, sides, row, 'printed', false, from);
      else forgetSince(from);
    }
  }
  if (first === null) return null;
  const twice = someNoted(sides, first.from, first.to, hasOtherPrinting);
  const manners: readonly Manner[] = twice
    ? ['second printing']
    : identity.sharesMayBeRough === true
      ? ['cut off', 'padded']
      : [];
  for (const manner of manners) {
    for (const form of forms) {
      const from = notedSoFar();
      const tried = attempt(identity, form, sides, first.row, manner);
      if (tried === 'holds') return outcomeOf(identity, form.form, sides, first.row, manner, true, from);
      forgetSince(from);
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
  const { unreadLines } = outcome.sides.context.figures;
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
  const { identity } = outcome;
  if (outcome.gap === 'explained' || identity.gapCounts === 'never') return 'explained';
  const scope = scopeOf(outcome.sides, outcome.row);
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
export const evaluate = (identities: readonly Identity[], given: Sides): readonly Outcome[] => {
  const outcomes: Outcome[] = [];
  const sides: TestedSides = { ...given, notes: noNotes };
  backTo(0);
  forgetSince(0);
  for (const ready of readyIdentities(identities, sides.context.figures)) {
    for (const readings of rowsFor(sides, ready.identity)) {
      const outcome = testRow(ready, sides, readings);
      if (outcome !== null) outcomes.push(outcome);
    }
  }
  sides.notes = keptNotes();
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
  '{days}': ({ sides }) => String(daysOf(sides.context)?.days ?? ''),
  '{days of year}': ({ sides }) => String(daysOfYear(sides.context) ?? ''),
  '{fee rate}': ({ sides, row }) =>
    `${((feeRate(sides.context, row.group) ?? 0) / 400).toFixed(4).replace(/0{1,2}$/, '')}%`,
};

const titleOf = (outcome: Outcome): string => {
  const { title } = outcome.form;
  if (!title.includes('{')) return title;
  return title.replace(/\{[^}]+\}/g, (name) => placeholders[name]?.(outcome) ?? name);
};

/** The outcome as it is reported. */
export const resultOf = (outcome: Outcome): CheckResult => {
  const { identity, sides, row, holds, leftCount, kind } = outcome;
  const { statement } = sides.context.figures;
  const [left, right] = valuesOf(outcome);
  const { difference, tolerance } = distance(left, right);
  const ofClass = identity.each === 'class or total' || identity.each === 'total row';
  const result = {
    rule: identity.id,
    family: familyOf(identity),
    title: titleOf(outcome),
    about: identity.about,
    kind,
    scope: identity.scope,
    statement,
    date: statement.date,
    class: row.entity?.name ?? (ofClass ? row.name : null),
    group: row.group,
    member: identity.each === 'bucket' || identity.each === 'loan' ? row.name : null,
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
