import { type ReactNode, useId, useState } from 'react';
import { isChartSection, type Section } from '../../store/place.ts';
import { sectionTitles } from './sections.ts';

interface SectionNavProps {
  /** Those that have something to show, in order. */
  readonly sections: readonly Section[];
  readonly current: Section | undefined;
  readonly hrefOf: (section: Section) => string;
}

/**
 * The sections of a deal in two rows: what its months say, and the statements themselves. On a narrow page a button tells
 * the present one and opens the list.
 */
export const SectionNav = ({ sections, current, hrefOf }: SectionNavProps): ReactNode => {
  const id = useId();
  const [open, setOpen] = useState(false);
  const rows = [
    { name: 'Months', of: sections.filter(isChartSection) },
    { name: 'Statements', of: sections.filter((section) => !isChartSection(section)) },
  ];
  return (
    <nav className={open ? 'sections sections-open' : 'sections'} aria-label="Sections">
      <button
        type="button"
        className="sections-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {current === undefined ? 'Sections' : sectionTitles[current]}
      </button>
      <div id={id} className="sections-rows">
        {rows.map(
          ({ name, of }) =>
            of.length > 0 && (
              <ul key={name} aria-label={name}>
                {of.map((section) => (
                  <li key={section}>
                    <a
                      href={hrefOf(section)}
                      aria-current={section === current ? 'page' : undefined}
                      // A link followed, even to where one is, has done its work.
                      onClick={() => setOpen(false)}
                    >
                      {sectionTitles[section]}
                    </a>
                  </li>
                ))}
              </ul>
            ),
        )}
      </div>
    </nav>
  );
};
