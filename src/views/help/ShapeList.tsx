import type { ReactNode } from 'react';
import { concepts } from '../../facts/concepts.ts';
import { shapes } from './data/shapes.ts';
import { Entry } from './Entry.tsx';

/** The shapes of statements, each with an example and what is read in it. */
export const ShapeList = ({ wanted }: { readonly wanted: string | null }): ReactNode => (
  <>
    <p className="lede">
      Statements are read by their shapes and words, not by who printed them. They may be plain text of the 1990s or
      HTML, alone, in EDGAR’s complete submission files, or in zip, gzip and tar archives. What is read and not
      understood is kept with its place and can be taught; what cannot be settled is called uncertain and never guessed.
    </p>
    {shapes.map(({ id, title, words, example, figures }) => (
      <Entry key={id} id={id} wanted={wanted}>
        <h2>{title}</h2>
        <p>{words}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="printed" tabIndex={0} aria-label={`Example: ${title}`}>
          <pre>{example}</pre>
        </section>
        <table className="help-figures">
          <caption>Some of what is read in it</caption>
          <thead>
            <tr>
              <th scope="col">Printed</th>
              <th scope="col">Read as</th>
              <th scope="col">Of</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ concept, class: name, member, text }) => (
              <tr key={`${concept} ${name} ${member} ${text}`}>
                <td>{text}</td>
                <td>{concepts[concept].title}</td>
                <td>
                  {name === undefined ? (member ?? 'the pool') : name === 'Total' ? 'all classes' : `class ${name}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Entry>
    ))}
  </>
);
