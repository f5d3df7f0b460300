import { withDoubles } from './arithmetic.ts';
import { daysOf, daysOfYear, feeRate } from './context.ts';
import { pop } from './doubles.ts';
import { distance, type Interval, middle } from './interval.ts';
import { forgetSince, notedSoFar } from './notes.ts';
import { factsOf, familyOf, type Outcome } from './outcome.ts';
import { programOf } from './program.ts';
import { reckon } from './reckon.ts';
import type { CheckResult } from './result.ts';
import { sentenceOf } from './sentences.ts';

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
