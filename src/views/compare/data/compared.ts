import type { Deal } from '../../../deal/deal.ts';
import { findDeal } from '../../../deal/group.ts';
import { seriesOf } from '../../../deal/names.ts';
import { findMeasure, type MeasureDefinition, type MeasureId, measures } from '../../../metrics/measures.ts';
import { structureOf } from '../../../metrics/tranche.ts';
import { type ComparePlace, mostCompared } from '../../../store/overview-places.ts';
import type { Subject } from '../../portfolio/data/survey.ts';

/** Deals that are compared where none were chosen. */
const usualCount = 6;

export type ChosenMeasure = MeasureDefinition & { readonly id: MeasureId };

/** One line of a comparison: a deal, or a class of one. */
export interface Compared {
  /** Tells it from the others: the deal's id, or the name of the class. */
  readonly id: string;
  readonly name: string;
  /** Short enough for the end of a line; the same as the name where nothing shorter tells it from the others. */
  readonly short: string;
  readonly subject: Subject;
}

export interface Comparison {
  readonly measure: ChosenMeasure;
  readonly compared: readonly Compared[];
  /** Deals or classes of the address that are not loaded. */
  readonly unknown: readonly string[];
  /** The deal whose classes are compared; null for whole deals. */
  readonly classesOf: Deal | null;
}

const isChosen = (
  measure: MeasureDefinition | undefined,
  scope: MeasureDefinition['scope'],
): measure is ChosenMeasure => measure?.scope === scope;

/** The measures to choose from, by family. */
export const measuresOf = (scope: MeasureDefinition['scope']): readonly ChosenMeasure[] =>
  measures.filter((measure): measure is (typeof measures)[number] => isChosen(measure, scope));

const measureIn = (place: ComparePlace, scope: MeasureDefinition['scope']): ChosenMeasure => {
  const wanted = findMeasure(place.measure ?? '');
  if (isChosen(wanted, scope)) return wanted;
  const usual = findMeasure(scope === 'deal' ? 'cpr3' : 'classFactor');
  if (!isChosen(usual, scope)) throw new Error(`no measure of a ${scope} to begin with`);
  return usual;
};

const shortNames = (deals: readonly Deal[]): ReadonlyMap<Deal, string> => {
  const series = deals.map(({ name }) => seriesOf(name));
  return new Map(
    deals.map((deal, index) => {
      const own = series[index];
      return [deal, own != null && series.filter((each) => each === own).length === 1 ? own : deal.name];
    }),
  );
};

const ofDeals = (place: ComparePlace, deals: readonly Deal[]): Omit<Comparison, 'measure' | 'classesOf'> => {
  const usual = deals.filter(({ months }) => months.length > 0).slice(0, usualCount);
  const found = place.deals.map((id) => findDeal(deals, id));
  const chosen = place.deals.length === 0 ? usual : [...new Set(found.filter((deal) => deal !== undefined))];
  const short = shortNames(chosen);
  const { id: measure } = measureIn(place, 'deal');
  return {
    compared: chosen.map((deal) => ({
      id: deal.id,
      name: deal.name,
      short: short.get(deal) ?? deal.name,
      subject: { deal, measure },
    })),
    unknown: place.deals.filter((_, index) => found[index] === undefined),
  };
};

/** The classes that are compared where none were chosen: those that are paid principal, or else all. */
const usualClasses = (deal: Deal): readonly string[] => {
  const { bonds } = structureOf(deal);
  return (bonds.length > 0 ? bonds : deal.classes).slice(0, mostCompared);
};

const ofClasses = (place: ComparePlace, deal: Deal): Omit<Comparison, 'measure' | 'classesOf'> => {
  const wanted = place.classes.length === 0 ? usualClasses(deal) : place.classes;
  const { id: measure } = measureIn(place, 'class');
  return {
    compared: deal.classes
      .filter((name) => wanted.includes(name))
      .map((name) => ({ id: name, name: `Class ${name}`, short: name, subject: { deal, measure, class: name } })),
    unknown: wanted.filter((name) => !deal.classes.includes(name)).map((name) => `class ${name}`),
  };
};

/** What a place compares, of the deals that are loaded. */
export const comparisonOf = (place: ComparePlace, deals: readonly Deal[]): Comparison => {
  if (place.classesOf === null) {
    return { ...ofDeals(place, deals), measure: measureIn(place, 'deal'), classesOf: null };
  }
  const deal = findDeal(deals, place.classesOf);
  const measure = measureIn(place, 'class');
  if (deal === undefined) return { compared: [], unknown: [place.classesOf], measure, classesOf: null };
  return { ...ofClasses(place, deal), measure, classesOf: deal };
};
