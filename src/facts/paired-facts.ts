import type { Fact } from './fact.ts';

/** The facts of label and value pairs that stand on one line. */
export interface PairedFacts {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const meansSame = (fact: Fact, other: Fact): boolean =>
  fact.concept === other.concept &&
  fact.class === other.class &&
  fact.group === other.group &&
  fact.member === other.member;

/** `0-29 Days   0.00   0-29 Days   311.20`: pairs of a line that mean the same mean something else each, which cannot be told. True where there are such. */
export function settlePairs(facts: Fact[], paired: readonly PairedFacts[]): boolean {
  let settled = false;
  let first = 0;
  for (let i = 1; i <= paired.length; i++) {
    if (i < paired.length && paired[i]!.row === paired[first]!.row) continue;
    const from = paired[first]!.from;
    const line = facts.slice(from, paired[i - 1]!.to);
    if (i - first > 1) {
      line.forEach((fact, k) => {
        if (fact.concept === null || !line.some((other) => other !== fact && meansSame(other, fact))) return;
        facts[from + k] = { ...fact, concept: null };
        settled = true;
      });
    }
    first = i;
  }
  return settled;
}
