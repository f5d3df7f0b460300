import { balanceMeasures } from './catalog/balances.ts';
import type { MeasureDefinition } from './catalog/definition.ts';
import { delinquencyMeasures } from './catalog/delinquencies.ts';
import { enhancementMeasures } from './catalog/enhancement.ts';
import { excessSpreadMeasures } from './catalog/excess-spread.ts';
import { lossMeasures } from './catalog/losses.ts';
import { prepaymentMeasures } from './catalog/prepayments.ts';
import { rateMeasures } from './catalog/rates.ts';

export type { MeasureDefinition, MeasureFamily } from './catalog/definition.ts';

/** Every measure that there is. A new one is a row in the catalog of its family. */
export const measures = [
  ...balanceMeasures,
  ...prepaymentMeasures,
  ...lossMeasures,
  ...delinquencyMeasures,
  ...enhancementMeasures,
  ...rateMeasures,
  ...excessSpreadMeasures,
] as const;

export type MeasureId = (typeof measures)[number]['id'];

const byId: ReadonlyMap<string, MeasureDefinition> = new Map(measures.map((definition) => [definition.id, definition]));

/** The measure of that id; undefined for an id that is none (an address typed by hand). */
export const findMeasure = (id: string): MeasureDefinition | undefined => byId.get(id);
