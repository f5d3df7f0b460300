import type { ConceptId } from './concepts.ts';
import { concepts, perThousandConcept } from './concepts.ts';
import type { Unit } from './fact.ts';
import { weakWords } from './lexicon.ts';
import type { ValueShape } from './surroundings.ts';
import type { Wording } from './wordings.ts';
import { mayMatch, weightOf } from './wordings.ts';

/** How well the words and the shape of a value fit a wording, and which of several fits best. */

export function fits(unit: Unit, shape: ValueShape): boolean {
  switch (unit) {
    case 'USD':
      return shape === 'money' || shape === 'integer' || shape === 'decimal';
    case 'percent':
      return shape === 'percent' || shape === 'decimal' || shape === 'long' || shape === 'money';
    case 'factor':
      return shape === 'long' || shape === 'decimal' || shape === 'percent';
    case 'perThousand':
      return shape === 'long' || shape === 'decimal' || shape === 'money' || shape === 'integer';
    case 'count':
      return shape === 'integer' || shape === 'count';
    case 'months':
      return shape === 'integer' || shape === 'decimal' || shape === 'money';
    case 'flag':
      return shape === 'flag';
    case 'text':
      return shape === 'code' || shape === 'integer';
    case 'date':
      return false;
  }
}

/** How well the value's shape suits the unit, beyond being possible. */
function shapeBonus(unit: Unit, shape: ValueShape): number {
  if (unit === 'percent') return shape === 'percent' ? 0.3 : shape === 'money' ? -0.4 : -0.1;
  if (unit === 'USD') return shape === 'money' ? 0.1 : 0;
  if (unit === 'factor') return shape === 'long' ? 0.2 : -0.2;
  return 0;
}

interface Evidence {
  readonly own: readonly string[];
  readonly aside: readonly string[];
  readonly context: ReadonlySet<string>;
}

/** Words of a heading which, alone, say that what stands under it is something else than the row says: `Servicing Fees … Due   Shortfall   Paid`. */
const otherwise = new Set(
  'shortfall carryforward accrued cumulative unpaid excess required reserve reimbursed repurchase adjustment recovery variance difference change activity earlier original'.split(
    ' ',
  ),
);

/** Points for the wording; null where it does not match. */
function score(wording: Wording, evidence: Evidence): number | null {
  const { own, aside, context } = evidence;
  for (const word of wording.forbidden)
    if (own.includes(word) || aside.includes(word) || context.has(word)) return null;
  for (const word of wording.without) if (own.includes(word)) return null;
  let points = 0;
  let strongOwn = 0;
  for (const word of wording.words) {
    const weight = weightOf(word);
    if (own.includes(word)) {
      points += Math.max(weight, 0.6);
      if (weight === 1 || !wording.hasStrong) strongOwn++;
    } else if (aside.includes(word)) points += weight * 0.8;
    else return null;
  }
  for (const word of wording.required) {
    if (own.includes(word)) points += weightOf(word);
    else if (context.has(word) || aside.includes(word)) points += weightOf(word) * 0.7;
    else return null;
  }
  if (strongOwn === 0 && wording.words.length > 0) return null;
  for (const word of own) {
    if (wording.words.includes(word) || wording.required.includes(word)) continue;
    if (!weakWords.has(word)) return null;
    points -= 0.2;
  }
  for (const word of aside) {
    if (wording.words.includes(word) || wording.required.includes(word)) continue;
    if (otherwise.has(word) && aside.every((other) => otherwise.has(other) || weakWords.has(other))) return null;
    points -= weakWords.has(word) ? 0.05 : 0.4;
  }
  return points;
}

export const MINIMUM = 0.55;

export const TIE = 0.02;

export interface Candidate {
  /** null: the words are understood, and what they say has no concept. */
  concept: ConceptId | null;
  points: number;
}

export function best(
  group: readonly Wording[],
  evidence: Evidence,
  shape: ValueShape,
  perThousand: boolean,
  penalty: number,
  into: Candidate[],
): void {
  for (const wording of mayMatch(group, evidence.own)) {
    let { concept, unit } = wording;
    if (unit === 'perThousand' && !perThousand) continue;
    if (perThousand && shape !== 'percent' && shape !== 'code') {
      const variant = perThousandConcept[concept];
      if (unit === 'perThousand') {
        // Said of such amounts alone.
      } else if (variant !== undefined) {
        concept = variant;
        ({ unit } = concepts[variant]);
      } else if (unit === 'USD') {
        const points = score(wording, evidence);
        if (points !== null) into.push({ concept: null, points: points - penalty });
        continue;
      }
    }
    if (!fits(unit, shape)) continue;
    const points = score(wording, evidence);
    if (points === null) continue;
    into.push({ concept, points: points - penalty + shapeBonus(unit, shape) });
  }
}

export const union = (...lists: readonly (readonly string[])[]): string[] => {
  const all: string[] = [];
  for (const list of lists) for (const word of list) if (!all.includes(word)) all.push(word);
  return all;
};
