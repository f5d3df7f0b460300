import type { ReactNode } from 'react';
import { formatPlace } from '../../store/place.ts';
import type { TermId } from './data/glossary.ts';

interface TermProps {
  readonly id: TermId;
  readonly children: ReactNode;
}

/** A word that leads to its entry in the glossary. */
export const Term = ({ id, children }: TermProps): ReactNode => (
  <a className="term" href={formatPlace({ kind: 'help', page: 'glossary', entry: id })}>
    {children}
  </a>
);
