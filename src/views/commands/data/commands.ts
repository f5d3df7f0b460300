import type { Deal } from '../../../deal/deal.ts';
import { monthTitle } from '../../../deal/month.ts';
import { concepts } from '../../../facts/concepts.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import { helpPages, type Place } from '../../../store/place.ts';
import { sectionsOf, sectionTitles } from '../../deal/sections.ts';
import { figurePlace } from '../../open-figure.ts';

/** What a command is about; the palette shows it beside its name. */
export type CommandKind = 'Deal' | 'Section' | 'Month' | 'Figure' | 'Help' | 'Action';

/** Something that can be gone to or done by its name. */
export interface Command {
  readonly id: string;
  readonly kind: CommandKind;
  readonly title: string;
  /** What else it answers to, and what tells it from others of its name. */
  readonly detail: string;
  readonly to: Place | (() => void);
}

/** Every loaded deal. */
export const dealCommands = (deals: readonly Deal[]): readonly Command[] =>
  deals.map(({ id, name, months }) => ({
    id: `deal ${id}`,
    kind: 'Deal',
    title: name,
    detail: months.at(-1) === undefined ? '' : `to ${monthTitle(months.at(-1)?.month ?? '')}`,
    to: { kind: 'deal', deal: id, month: null, section: 'overview' },
  }));

/** The sections of a deal that have something to show; the month stays. */
export const sectionCommands = (deal: Deal, here: Extract<Place, { readonly kind: 'deal' }>): readonly Command[] =>
  sectionsOf(deal).map((section) => ({
    id: `section ${section}`,
    kind: 'Section',
    title: sectionTitles[section],
    detail: '',
    to: { ...here, section },
  }));

/** The months of a deal, the latest first; the section stays. */
export const monthCommands = (deal: Deal, here: Extract<Place, { readonly kind: 'deal' }>): readonly Command[] =>
  deal.months.toReversed().map(({ month }) => ({
    id: `month ${month}`,
    kind: 'Month',
    title: monthTitle(month),
    detail: month,
    to: { ...here, month },
  }));

const subjectOf = ({ class: name, member, group }: Fact): string =>
  [name === null ? null : name === 'Total' ? 'all classes' : `class ${name}`, member, group]
    .filter((part) => part !== null)
    .join(', ');

/** The figures of a statement, each by its meaning; they open their lines. */
export const figureCommands = (statement: Statement): readonly Command[] =>
  statement.facts.flatMap((fact, order): readonly Command[] =>
    fact.concept === null
      ? []
      : [
          {
            id: `figure ${order}`,
            kind: 'Figure',
            title: [concepts[fact.concept].title, subjectOf(fact)].filter(Boolean).join(', '),
            detail: fact.text,
            to: figurePlace(statement, fact),
          },
        ],
  );

const helpTitles = {
  start: 'Start here',
  filings: 'Getting filings from EDGAR',
  shapes: 'What is read',
  measures: 'Measures and their formulas',
  checks: 'Checks',
  glossary: 'Glossary',
  keys: 'Keys',
  about: 'About, and the licences of what the page is made with',
} as const;

/** The pages of the help. */
export const helpCommands: readonly Command[] = helpPages.map((page) => ({
  id: `help ${page}`,
  kind: 'Help',
  title: helpTitles[page],
  detail: '',
  to: { kind: 'help', page, entry: null },
}));
