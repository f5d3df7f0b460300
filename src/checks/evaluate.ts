import { withDoubles, withFractions } from './arithmetic.ts';
import { type Answer, backTo, stacked, topMeet, topNotAbove, topZeroTogether } from './doubles.ts';
import { conceptNumber, type Figures, ofShape } from './figures.ts';
import { neededConcepts, type Row, type Sides } from './formula.ts';
import { settleGaps } from './gaps.ts';
import type { Form, Identity } from './identity.ts';
import { forgetSince, keptNotes, notedSoFar, someNoted } from './notes.ts';
import { type Outcome, scopeOf, type TestedSides } from './outcome.ts';
import { type Program, programOf } from './program.ts';
import { meetRational, notAboveRational } from './rational.ts';
import { type Manner, reckon } from './reckon.ts';
import { type Readings, rowsFor } from './tested-rows.ts';

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
  settleGaps(outcomes);
  return outcomes;
};
