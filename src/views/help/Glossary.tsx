import type { ReactNode } from 'react';
import { formatPlace } from '../../store/place.ts';
import { glossary, glossaryTerm } from './data/glossary.ts';
import { Entry } from './Entry.tsx';

/** The words of the field. */
export const Glossary = ({ wanted }: { readonly wanted: string | null }): ReactNode => (
  <>
    <p className="lede">The words of the field as statements use them, in plain language.</p>
    {glossary.map(({ id, term, alsoPrinted, meaning, see = [] }) => (
      <Entry key={id} id={id} wanted={wanted}>
        <h2>{term}</h2>
        {alsoPrinted !== undefined && <p className="quiet">also printed as: {alsoPrinted}</p>}
        <p>{meaning}</p>
        {see.length > 0 && (
          <p className="help-see">
            See{' '}
            {see.map((other, index) => (
              <span key={other}>
                {index > 0 && ', '}
                <a className="term" href={formatPlace({ kind: 'help', page: 'glossary', entry: other })}>
                  {glossaryTerm(other)?.term ?? other}
                </a>
              </span>
            ))}
          </p>
        )}
      </Entry>
    ))}
  </>
);
