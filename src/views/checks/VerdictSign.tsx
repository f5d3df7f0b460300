import type { ReactNode } from 'react';
import { verdictWords } from './verdict-words.ts';

/** The sign beside a figure that a failing check points at. */
export const ContradictedSign = (): ReactNode => (
  <span className="contradicted-sign" title="Contradicted: a check that uses this figure fails">
    <span aria-hidden="true">{verdictWords.contradicted.sign}</span>
    <span className="sr-only">contradicted </span>
  </span>
);
