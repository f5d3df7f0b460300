import type { DocumentText } from '../filing/document.ts';
import type { ConceptId } from './concepts.ts';
import { conceptsOf } from './concepts.ts';
import type { Fact } from './fact.ts';
import { labelMeaning } from './label.ts';
import { remembered } from './remembered.ts';
import type { Settling } from './settling.ts';
import { addTo, keyOf } from './settling.ts';

/** Rows that say the same of one class or of the pool and print different values: one of them at most is what it seems. */

/** Figures that were told by the same words and are not the same. */
export interface Conflict {
  readonly line: number;
  readonly label: string;
  readonly texts: readonly string[];
}

const owed = /\b(?:due|owed|owing|accrued|payable|distributable|scheduled)\b(?!\s+(?:date|period))/i;
const paid = /\b(?:paid|distributed|distributions?|payments?|disbursed)\b(?!\s+(?:date|period))/i;

type Said = 'owed' | 'paid' | null;

/** Whether the words are of what was to be paid or of what was; null where they are of neither or of both. */
function saidIn(text: string | null): Said {
  if (text === null) return null;
  const isOwed = owed.test(text);
  return isOwed === paid.test(text) ? null : isOwed ? 'owed' : 'paid';
}

/** How far above a row the title stands that parts it from one of the same name. */
const FARTHEST_TITLE = 40;
const LONGEST_TITLE = 60;
const holdsFigure = /\d[.,]\d|\d{3}/;

/** What the nearest title between the rows `from` and `to` says. */
function saidAbove(document: DocumentText, from: number, to: number): Said {
  for (let at = to - 1; at > from && at >= to - FARTHEST_TITLE; at--) {
    const text = document.lines[at]?.trim() ?? '';
    if (text === '' || text.length > LONGEST_TITLE || holdsFigure.test(text)) continue;
    const said = saidIn(text);
    if (said !== null) return said;
  }
  return null;
}

/** What a servicer earns is one amount, whatever the words. */
const saidOnce: ReadonlySet<ConceptId> = new Set<ConceptId>(['servicingFee', 'masterServicerCompensation']);

const MOST_TEXTS = 5_000;

/** The canonical words of a text as one. */
const plain = remembered(MOST_TEXTS, (text) => labelMeaning(text).words.join(' '));

/** A row that names a class and nothing else tells nothing itself. */
const tells = remembered(MOST_TEXTS, (label) => {
  const { words, bareClass } = labelMeaning(label);
  return bareClass === null && words.some((word) => word !== 'certificate' && word !== 'total');
});

/** What is told of a class or of the pool. */
const told = [...conceptsOf('class'), ...conceptsOf('pool')];

/** Told by the words of its row. */
const mayRival = (concept: ConceptId, { label, unit, class: named }: Fact): boolean =>
  label !== null && label !== named && unit !== 'text' && unit !== 'flag' && (saidOnce.has(concept) || tells(label));

/** What rivals have in common. */
const rivalry = (concept: ConceptId, fact: Fact): string =>
  saidOnce.has(concept)
    ? keyOf(concept, fact)
    : `${keyOf(concept, fact)}\u0000${plain(fact.label!)}\u0000${fact.columnLabel === null ? '' : plain(fact.columnLabel)}`;

/** Facts that were told by the same words, by their indices, in the order of the first of them. */
function rivalsAmong({ facts, of }: Settling): number[][] {
  const rivals: number[][] = [];
  for (const concept of told) {
    const printed = of(concept);
    // Most are printed once: of those nothing is to be compared.
    if (printed.length < 2) continue;
    const indices = printed.filter((i) => mayRival(concept, facts[i]!));
    if (indices.length < 2) continue;
    const byWords = new Map<string, number[]>();
    for (const i of indices) addTo(byWords, rivalry(concept, facts[i]!), i);
    for (const alike of byWords.values()) if (alike.length > 1) rivals.push(alike);
  }
  return rivals.sort(([one], [other]) => one! - other!);
}

/** The same amount, one of them rounded perhaps, or taken off. */
function agree(one: Fact, other: Fact): boolean {
  if (typeof one.value !== 'number' || typeof other.value !== 'number') return one.value === other.value;
  const gap = Math.abs(Math.abs(one.value) - Math.abs(other.value));
  if (gap === 0 || one.decimals === other.decimals) return gap === 0;
  return gap <= 0.5001 * 10 ** -Math.min(one.decimals ?? 0, other.decimals ?? 0);
}

const allAgree = ([first, ...others]: readonly Fact[]): boolean =>
  first === undefined || others.every((other) => agree(first, other));

/**
 * Settles, in place, figures of one concept that rows of the same words print with different values: what was paid stands before what was due,
 * where words of theirs or titles above them tell; else none has a meaning. Gives those that could not be told.
 */
export function settleConflicts(settling: Settling, document: DocumentText): Conflict[] {
  const { facts, put } = settling;
  const conflicts: Conflict[] = [];
  for (const indices of rivalsAmong(settling)) {
    const ofIts = indices.map((i) => facts[i]!);
    // Figures of one row are told apart by where they stand.
    if (allAgree(ofIts) || ofIts.every(({ line, columnLabel }) => line === ofIts[0]!.line && columnLabel === null))
      continue;
    const offset = document.lineOf(0, 0);
    const isPlain = ofIts.every(({ line }) => document.lineOf(line - offset, 0) === line);
    const said = ofIts.map((fact, k) => {
      const own = saidIn(fact.columnLabel) ?? saidIn(fact.label) ?? saidIn(fact.section);
      if (own !== null || !isPlain) return own;
      const before = k === 0 ? -1 : ofIts[k - 1]!.line - offset;
      return saidAbove(document, before, fact.line - offset);
    });
    const paidOnes = ofIts.filter((_, k) => said[k] === 'paid');
    const notOwed = ofIts.filter((_, k) => said[k] !== 'owed');
    const standing = paidOnes.length > 0 ? paidOnes : notOwed;
    const decided = standing.length > 0 && standing.length < ofIts.length && allAgree(standing);
    for (const i of indices) {
      const fact = facts[i]!;
      if (!decided || !agree(fact, standing[0]!)) put(i, { ...fact, concept: null });
    }
    if (!decided)
      conflicts.push({ line: ofIts[1]!.line, label: ofIts[0]!.label!, texts: ofIts.map(({ text }) => text) });
  }
  return conflicts;
}
