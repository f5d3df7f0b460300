import type { ReactNode } from 'react';
import { formatPlace } from '../../store/place.ts';

interface TermProps {
  /** Id of the term in the glossary. */
  readonly id: string;
  readonly children: ReactNode;
}

/** A word that leads to its entry in the glossary. */
export const Term = ({ id, children }: TermProps): ReactNode => (
  <a className="term" href={formatPlace({ kind: 'help', page: 'glossary', entry: id })}>
    {children}
  </a>
);
