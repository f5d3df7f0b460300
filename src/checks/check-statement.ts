import type { Statement } from '../facts/fact.ts';
import { contextOf } from './context.ts';
import { evaluate, type Outcome, resultOf } from './evaluate.ts';
import { figuresOf } from './figures.ts';
import { statementIdentities } from './identities/index.ts';
import type { CheckResult } from './result.ts';

const isReported = ({ holds, gap }: Outcome): boolean => holds || gap === 'counts';

/** Every identity tested within one statement. Gaps that this statement alone cannot tell from a definition are left out. */
export const checkStatement = (statement: Statement): readonly CheckResult[] =>
  evaluate(statementIdentities, { context: contextOf(figuresOf(statement)), other: null, months: [] })
    .filter(isReported)
    .map((outcome) => resultOf(outcome));
