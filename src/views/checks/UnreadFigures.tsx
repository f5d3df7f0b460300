import type { ReactNode } from 'react';
import type { Statement } from '../../facts/fact.ts';
import { outlineOf } from '../../facts/outline.ts';
import { formatPlace } from '../../store/place.ts';
import { figurePlace } from '../open-figure.ts';

/** What could not be read: it says nothing about the filing, so it stands apart from the findings. */
export const UnreadFigures = ({ statements }: { readonly statements: readonly Statement[] }): ReactNode => {
  const uncertain = statements.flatMap((statement) => statement.uncertain.map((figure) => ({ statement, figure })));
  const notRecognised = statements.reduce((sum, statement) => sum + outlineOf(statement).unrecognised, 0);
  return (
    <section className="unread-figures" aria-label="What could not be read">
      <h2>What could not be read</h2>
      {uncertain.length === 0 && notRecognised === 0 && <p className="quiet">Every figure was read and recognised.</p>}
      {notRecognised > 0 && (
        <p>
          {notRecognised.toLocaleString('en-US')} {notRecognised === 1 ? 'figure was' : 'figures were'} read without
          their meaning being recognised; the Statement section lists them.
        </p>
      )}
      {uncertain.length > 0 && (
        <ul>
          {uncertain.map(({ statement, figure }) => (
            <li key={`${statement.file}:${figure.line}:${figure.column}`}>
              <a href={formatPlace(figurePlace(statement, figure))}>
                <code>{figure.text}</code> in {statement.file}, line {figure.line}
              </a>
              {figure.label !== null && `, ${figure.label}`}: {figure.reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
