import type { AccrualConvention } from './accrual.ts';
import type { CheckResult } from './result.ts';

/** The convention by which a class's interest accrues, and in how many statements it reproduced the interest. */
export interface DayCount {
  readonly accrual: AccrualConvention['id'];
  readonly statements: number;
}

/**
 * The accrual convention of each class: of those that reproduce its interest, the one that does so in most statements.
 * Classes whose interest no convention reproduces are not in the map.
 */
export const dayCounts = (
  results: readonly Pick<CheckResult, 'accrual' | 'holds' | 'class'>[],
): ReadonlyMap<string, DayCount> => {
  const counts = new Map<string, Map<AccrualConvention['id'], number>>();
  for (const { accrual, holds, class: name } of results) {
    if (accrual === null || !holds || name === null) continue;
    const ofClass = counts.get(name) ?? new Map<AccrualConvention['id'], number>();
    ofClass.set(accrual, (ofClass.get(accrual) ?? 0) + 1);
    counts.set(name, ofClass);
  }
  const found = new Map<string, DayCount>();
  for (const [name, ofClass] of counts) {
    for (const [accrual, statements] of ofClass) {
      if (statements > (found.get(name)?.statements ?? 0)) found.set(name, { accrual, statements });
    }
  }
  return found;
};
