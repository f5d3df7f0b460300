import type { Candidate } from './candidates.ts';
import { fits, TIE } from './candidates.ts';
import { perThousandConcept } from './concepts.ts';
import type { LabelMeaning } from './label.ts';
import { weakWords } from './lexicon.ts';
import type { Surroundings, ValueShape } from './surroundings.ts';
import type { Wording } from './wordings.ts';
import { classWordings, loanWordings } from './wordings.ts';

/** What the words above a row say where its own say nothing. */

/** A label that is only a dimension takes its meaning from the lines before it: `Class A … 6` under "number of holders of record". */
export function fromPreceding(around: Surroundings): Candidate | null {
  if (around.column.words.length > 0 || !(around.ofClass || around.ofLoan)) return null;
  for (const line of [...around.context.slice(0, 1), ...around.preceding]) {
    if (line.words.length === 0) continue;
    const isTitle = line === around.context[0];
    const said =
      saidOnLine(line, around.ofLoan, around.shape, isTitle) ??
      (around.perThousand && around.shape === 'long' ? saidOnLine(line, around.ofLoan, 'money', isTitle) : null);
    if (said === null) continue;
    if (!around.perThousand || said.concept === null) return said;
    const variant = perThousandConcept[said.concept];
    return variant === undefined ? said : { ...said, concept: variant };
  }
  return null;
}

const saidBefore = new WeakMap<LabelMeaning, Map<string, Candidate | null>>();

/** What a line says of the figures of the classes or loans below it; found once for its words. */
function saidOnLine(line: LabelMeaning, ofLoan: boolean, shape: ValueShape, isTitle: boolean): Candidate | null {
  const about = `${ofLoan ? 'loan' : 'class'} ${isTitle ? 'title' : 'line'} ${shape}`;
  let known = saidBefore.get(line);
  if (known === undefined) {
    known = new Map();
    saidBefore.set(line, known);
  }
  let said = known.get(about);
  if (said === undefined) {
    said = findSaid(line, ofLoan ? loanWordings : classWordings, shape, isTitle);
    known.set(about, said);
  }
  return said;
}

const allPaid: Candidate = { concept: 'totalDistribution', points: 0.6 };

const allPaidWords = new Set([
  'total',
  'aggregate',
  'distribution',
  'amount',
  'certificate',
  'class',
  'month',
  'holder',
]);

/** `The total amount of the distribution to Certificateholders`, and nothing of principal or interest. */
const isOfAllPaid = ({ words }: LabelMeaning): boolean =>
  words.includes('distribution') &&
  (words.includes('total') || words.includes('aggregate')) &&
  words.every((word) => allPaidWords.has(word));

function findSaid(
  line: LabelMeaning,
  candidates: readonly Wording[],
  shape: ValueShape,
  isTitle: boolean,
): Candidate | null {
  const said = new Set(line.words);
  const found: Candidate[] = [];
  for (const wording of candidates) {
    const { unit } = wording;
    // Sentences further up tell what is counted; amounts take their meaning from their own title alone.
    if (!fits(unit, shape) || (!isTitle && unit !== 'count')) continue;
    const words = [...wording.words, ...wording.required];
    const strong = words.filter((word) => !weakWords.has(word)).length;
    if (strong === 0 || !words.every((word) => said.has(word))) continue;
    const left = line.words.filter((word) => !words.includes(word) && !weakWords.has(word)).length;
    if (left > 5) continue;
    found.push({ concept: wording.concept, points: 0.6 + strong * 0.2 - left * 0.1 });
  }
  found.sort((a, b) => b.points - a.points);
  const [first, ...others] = found;
  if (first === undefined) return isTitle && isOfAllPaid(line) && fits('USD', shape) ? allPaid : null;
  return others.some((other) => other.concept !== first.concept && first.points - other.points < TIE) ? null : first;
}
