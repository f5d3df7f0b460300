import type { Condition } from './conditions.ts';
import type { Scope } from './formula.ts';
import type { Identity } from './identity.ts';
import { factsOf, type Outcome, scopeOf } from './outcome.ts';

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

/** Settles of each gap, as far as the statement alone tells, whether it counts. */
export const settleGaps = (outcomes: readonly Outcome[]): void => {
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
