import { type ConceptId, concepts } from '../facts/concepts.ts';
import { nameForPeople } from '../filing/disguise.ts';
import {
  type ComparePlace,
  overviewParameters,
  type PortfolioPlace,
  parseCompare,
  parsePortfolio,
} from './overview-places.ts';
import { formatView, isMonth, isUsual, parseView, type View } from './view.ts';

/** Where in the app one is. The address bar holds it, so reload, Back and a sent link lead to the same place. */

/** Sections of a deal's page that draw its months, on one range and one crosshair. */
export const chartSections = [
  'overview',
  'balances',
  'factors',
  'delinquency',
  'prepayments',
  'losses',
  'enhancement',
  'rates',
] as const;

export type ChartSection = (typeof chartSections)[number];

/** The pages of the help inside. */
export const helpPages = ['start', 'filings', 'shapes', 'measures', 'checks', 'glossary', 'keys', 'about'] as const;

export type HelpPage = (typeof helpPages)[number];

/** The sections of a deal's page. */
export const sections = [...chartSections, 'tables', 'statement', 'checks', 'timeline', 'annual', 'offering'] as const;

export type Section = (typeof sections)[number];

/** Whether a section draws the deal's months. */
export const isChartSection = (section: Section | undefined): section is ChartSection =>
  chartSections.some((each) => each === section);

export type Place =
  | { readonly kind: 'start' }
  /** What was read and what was not. */
  | { readonly kind: 'files' }
  /** The help inside; the entry is what one looked up: a term, a measure, a shape. */
  | { readonly kind: 'help'; readonly page: HelpPage; readonly entry: string | null }
  | PortfolioPlace
  | ComparePlace
  | {
      readonly kind: 'deal';
      /** The deal's id. */
      readonly deal: string;
      /** `2002-05`; null for the latest month loaded. */
      readonly month: string | null;
      readonly section: Section;
      /** The figure whose series is to be seen. */
      readonly concept?: ConceptId;
      /** How its charts are looked at; left out where nothing was chosen. */
      readonly view?: View;
      /** `2002-05`: the month whose amendment is seen beside what it amends. */
      readonly amended?: string;
      /** `2002`: the year that is seen against its months. */
      readonly year?: string;
    }
  /** A deal on paper: summary, charts, findings and sources, from the latest month. */
  | { readonly kind: 'report'; readonly deal: string }
  /** The text of a loaded file. */
  | {
      readonly kind: 'source';
      readonly file: string;
      /** 0-based; null for that of the line, or else the first with figures. */
      readonly document: number | null;
      /** 1-based, in the file as given; null for no figure in particular. */
      readonly line: number | null;
      readonly column: number | null;
      /** The finding that led here. */
      readonly finding: string | null;
    };

/** The text of a loaded file, at a figure or a finding. */
export type SourcePlace = Extract<Place, { readonly kind: 'source' }>;

const isSection = (text: string | null): text is Section => sections.some((section) => section === text);

const isHelpPage = (text: string | undefined): text is HelpPage => helpPages.some((page) => page === text);

const isConcept = (text: string | null): text is ConceptId => text !== null && Object.hasOwn(concepts, text);

const countIn = (parameters: URLSearchParams, name: string): number | null => {
  const text = parameters.get(name);
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
};

const monthIn = (parameters: URLSearchParams, name: string): string | null => {
  const text = parameters.get(name);
  return text !== null && isMonth(text) ? text : null;
};

const parseSource = (name: string, parameters: URLSearchParams): Place => {
  try {
    const file = decodeURIComponent(name);
    const document = countIn(parameters, 'document');
    return {
      kind: 'source',
      file,
      document: document === null ? null : document - 1,
      line: countIn(parameters, 'line'),
      column: countIn(parameters, 'column'),
      finding: parameters.get('finding'),
    };
  } catch {
    // Percent signs that stand for nothing.
    return { kind: 'start' };
  }
};

/** Longer names are not read to their end by anybody. */
const longestShown = 200;

/** A name from an address, of which nothing may be loaded, as it is shown: what turns text around is seen, and it ends. */
export const shownName = (name: string): string => {
  const shown = nameForPeople(name);
  return shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown;
};

/** Whether a place is one of a single deal's. */
export const isOfDeal = (place: Place): place is Extract<Place, { readonly kind: 'deal' | 'report' }> =>
  place.kind === 'deal' || place.kind === 'report';

/** Reads the fragment of an address, `#/deal/some-trust-2002-1?month=2002-05`. What makes no sense leads to the start. */
export const parsePlace = (hash: string): Place => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [kind, id] = path.split('/');
  if (kind === 'files') return { kind: 'files' };
  const parameters = new URLSearchParams(query);
  if (kind === 'help')
    return { kind: 'help', page: isHelpPage(id) ? id : 'start', entry: parameters.get('entry')?.slice(0, 80) || null };
  if (kind === 'portfolio') return parsePortfolio(parameters);
  if (kind === 'compare') return parseCompare(parameters);
  if (kind === 'source' && id) return parseSource(id, parameters);
  if (!id || !/^[a-z0-9-]+$/.test(id)) return { kind: 'start' };
  if (kind === 'report') return { kind: 'report', deal: id };
  if (kind !== 'deal') return { kind: 'start' };
  const month = monthIn(parameters, 'month');
  const amended = monthIn(parameters, 'amended');
  const year = parameters.get('year');
  const section = parameters.get('section');
  const concept = parameters.get('concept');
  const view = parseView(parameters);
  return {
    kind: 'deal',
    deal: id,
    month,
    section: isSection(section) ? section : 'overview',
    ...(isConcept(concept) ? { concept } : {}),
    ...(isUsual(view) ? {} : { view }),
    ...(amended === null ? {} : { amended }),
    ...(year !== null && /^\d{4}$/.test(year) ? { year } : {}),
  };
};

const withQuery = (parameters: URLSearchParams): string =>
  parameters.size === 0 ? '' : `?${parameters.toString().replaceAll('%2C', ',')}`;

/** The fragment of an address that leads to a place; what is as usual is left out of it. */
export const formatPlace = (place: Place): string => {
  if (place.kind === 'start') return '#/';
  if (place.kind === 'files') return '#/files';
  if (place.kind === 'portfolio' || place.kind === 'compare') {
    return `#/${place.kind}${withQuery(overviewParameters(place))}`;
  }
  if (place.kind === 'report') return `#/report/${place.deal}`;
  const parameters = new URLSearchParams();
  if (place.kind === 'help') {
    if (place.entry !== null) parameters.set('entry', place.entry);
    return `#/help/${place.page}${withQuery(parameters)}`;
  }
  if (place.kind === 'source') {
    if (place.document !== null) parameters.set('document', String(place.document + 1));
    if (place.line !== null) parameters.set('line', String(place.line));
    if (place.column !== null) parameters.set('column', String(place.column));
    if (place.finding !== null) parameters.set('finding', place.finding);
    return `#/source/${encodeURIComponent(place.file)}${withQuery(parameters)}`;
  }
  if (place.month !== null) parameters.set('month', place.month);
  if (place.section !== 'overview') parameters.set('section', place.section);
  if (place.concept !== undefined) parameters.set('concept', place.concept);
  if (place.view !== undefined) formatView(place.view, parameters);
  if (place.amended !== undefined) parameters.set('amended', place.amended);
  if (place.year !== undefined) parameters.set('year', place.year);
  return `#/deal/${place.deal}${withQuery(parameters)}`;
};
