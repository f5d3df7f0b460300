import type { Verdict } from '../../checks/verdicts.ts';

/** What a verdict is called, the sign that stands for it, and the rule by which it is given. */
export interface VerdictWords {
  readonly title: string;
  readonly sign: string;
  readonly rule: string;
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  proven: {
    title: 'Proven',
    sign: '✓',
    rule: 'It stands in an equality with other printed figures that holds within their rounding, and no failing one points at it.',
  },
  unproven: {
    title: 'Unproven',
    sign: '·',
    rule: 'No check that holds uses it: it was read, and nothing else printed here confirms or denies it.',
  },
  contradicted: {
    title: 'Contradicted',
    sign: '≠',
    rule: 'A check that fails points at it. A failing check points at the figures in it that no other check supports; where all are supported, at both sides of the gap.',
  },
};
