import { isMonth } from './view.ts';

/** The places that show several deals at once, and how the address bar holds them. */

/** All loaded deals, one row each. */
export interface PortfolioPlace {
  readonly kind: 'portfolio';
  /** Ids of the columns that rows are sorted by, the first first, with a minus where from high to low; none for the deals' names. */
  readonly sort: readonly string[];
  /** Words that rows must hold. */
  readonly find: string;
  /** Ids of the columns to be seen; null for the usual ones. */
  readonly columns: readonly string[] | null;
}

export type CompareAxis = 'date' | 'age';

/** Every line in one plot, or a small plot for each. */
export type CompareShape = 'one' | 'small';

/** Deals beside each other, or the classes of one. */
export interface ComparePlace {
  readonly kind: 'compare';
  /** Ids of deals; none for the first that are loaded. Not used where classes are compared. */
  readonly deals: readonly string[];
  /** The deal whose classes are compared; null for whole deals. */
  readonly classesOf: string | null;
  /** None for the first ones of the deal. */
  readonly classes: readonly string[];
  /** Id of a measure; null for the usual one. */
  readonly measure: string | null;
  readonly axis: CompareAxis;
  readonly shape: CompareShape;
  /** The month (`2002-05`) or, by age, the number of it whose values are ranked; null for the latest of each. */
  readonly at: string | null;
}

/** More lines than this are no comparison. */
export const mostCompared = 12;

/** Where nothing was chosen yet. */
export const portfolioPlace: PortfolioPlace = {
  kind: 'portfolio',
  sort: [],
  find: '',
  columns: null,
};

export const comparePlace: ComparePlace = {
  kind: 'compare',
  deals: [],
  classesOf: null,
  classes: [],
  measure: null,
  axis: 'date',
  shape: 'one',
  at: null,
};

const isName = (text: string): boolean => /^[a-z0-9-]+$/i.test(text);

const listIn = (text: string | null): readonly string[] => [...new Set((text ?? '').split(',').filter(isName))];

export const parsePortfolio = (parameters: URLSearchParams): PortfolioPlace => {
  const columns = parameters.get('columns');
  return {
    kind: 'portfolio',
    sort: listIn(parameters.get('sort')),
    find: parameters.get('find') ?? '',
    columns: columns === null ? null : listIn(columns),
  };
};

export const parseCompare = (parameters: URLSearchParams): ComparePlace => {
  const measure = parameters.get('measure');
  const classesOf = parameters.get('classes-of');
  const axis = parameters.get('axis') === 'age' ? 'age' : 'date';
  const at = parameters.get('at') ?? '';
  return {
    kind: 'compare',
    deals: listIn(parameters.get('deals')).slice(0, mostCompared),
    classesOf: classesOf !== null && isName(classesOf) ? classesOf : null,
    classes: [...new Set(parameters.getAll('class').filter((name) => name !== ''))].slice(0, mostCompared),
    measure: measure !== null && isName(measure) ? measure : null,
    axis,
    shape: parameters.get('shape') === 'small' ? 'small' : 'one',
    at: (axis === 'age' ? /^[1-9]\d{0,3}$/.test(at) : isMonth(at)) ? at : null,
  };
};

/** What the address holds of a place; what is as usual is left out. */
export const overviewParameters = (place: PortfolioPlace | ComparePlace): URLSearchParams => {
  const parameters = new URLSearchParams();
  if (place.kind === 'portfolio') {
    if (place.sort.length > 0) parameters.set('sort', place.sort.join(','));
    if (place.find !== '') parameters.set('find', place.find);
    if (place.columns !== null) parameters.set('columns', place.columns.join(','));
    return parameters;
  }
  if (place.deals.length > 0) parameters.set('deals', place.deals.join(','));
  if (place.classesOf !== null) parameters.set('classes-of', place.classesOf);
  for (const name of place.classes) parameters.append('class', name);
  if (place.measure !== null) parameters.set('measure', place.measure);
  if (place.axis !== 'date') parameters.set('axis', place.axis);
  if (place.shape !== 'one') parameters.set('shape', place.shape);
  if (place.at !== null) parameters.set('at', place.at);
  return parameters;
};
