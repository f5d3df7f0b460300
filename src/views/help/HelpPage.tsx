import './help.css';
import { type ReactNode, useEffect } from 'react';
import { formatPlace, type HelpPage as HelpPageId, helpPages, type Place } from '../../store/place.ts';
import { About } from './About.tsx';
import { CheckList } from './CheckList.tsx';
import { GettingFilings } from './GettingFilings.tsx';
import { Glossary } from './Glossary.tsx';
import { KeyList } from './KeyList.tsx';
import { MeasureList } from './MeasureList.tsx';
import { ShapeList } from './ShapeList.tsx';
import { StartHere } from './StartHere.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';

const pages: Readonly<
  Record<HelpPageId, { readonly title: string; readonly content: (entry: string | null) => ReactNode }>
> = {
  start: { title: 'Start here', content: () => <StartHere /> },
  filings: { title: 'Getting filings', content: () => <GettingFilings /> },
  shapes: { title: 'What is read', content: (entry) => <ShapeList wanted={entry} /> },
  measures: { title: 'Measures', content: (entry) => <MeasureList wanted={entry} /> },
  checks: { title: 'Checks', content: (entry) => <CheckList wanted={entry} /> },
  glossary: { title: 'Glossary', content: (entry) => <Glossary wanted={entry} /> },
  keys: { title: 'Keys', content: () => <KeyList /> },
  about: { title: 'About', content: () => <About /> },
};

/** The help inside: what is read, what is computed and checked, what the words mean. */
export const HelpPage = ({ place }: { readonly place: Extract<Place, { readonly kind: 'help' }> }): ReactNode => {
  const { page, entry } = place;
  const { title, content } = pages[page];
  // A page begins at its head, an entry brings itself into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins anew
  useEffect(() => {
    if (entry === null) window.scrollTo(0, 0);
  }, [page, entry]);
  return (
    <article className="help">
      <nav className="help-pages" aria-label="Help">
        {helpPages.map((each) => (
          <a
            key={each}
            href={formatPlace({ kind: 'help', page: each, entry: null })}
            aria-current={each === page ? 'page' : undefined}
          >
            {pages[each].title}
          </a>
        ))}
        <ThemeChoice />
      </nav>
      <div className="help-text">
        <h1>{title}</h1>
        {content(entry)}
      </div>
    </article>
  );
};
