import type { Candidate } from './candidates.ts';
import { union } from './candidates.ts';
import type { ConceptId } from './concepts.ts';
import type { LabelMeaning } from './label.ts';
import { weakWords } from './lexicon.ts';
import type { Surroundings } from './surroundings.ts';
import { bucketMeasures, bucketWords } from './vocabulary/buckets.ts';

/** What is measured of loans in arrears or in a status. */

/** `% of Loans`, and not of their balance. */
const ofLoans = /\b(?:loans|contracts|accounts|leases)\b(?!.*\bbal)/i;

/** `Loans in Foreclosure` over measures. */
const isOfLoansInStatus = ({ words, bucket }: LabelMeaning): boolean =>
  bucket !== null && !/^\d/.test(bucket) && words.length === 2 && words.includes('loan');

/** `Principal Balance of Contracts in Repossession` */
const loansInStatus =
  /\b(?:loans|contracts|receivables|accounts|leases)\s+in\s+(?:foreclosure|bankruptcy|repossession|reo)\b/i;

/** `Repossessed in the Current Collection Period`. */
const duringPeriod =
  /\b(?:in|during)\s+(?:the\s+|this\s+|such\s+)?(?:related\s+|current\s+)?(?:collection|due|reporting|monthly|remittance)\s+period\b/i;

export function bucketConcept(around: Surroundings): Candidate | null {
  if (around.bucket === null || around.shape === 'flag' || around.shape === 'code') return null;
  const own = union(around.row.words, around.column.words);
  for (const word of own) if (!bucketWords.has(word) && !weakWords.has(word)) return null;
  // `Current Month Repossessions` beside `Repossession Inventory`: what happened, and not what there is.
  if (own.includes('current') && own.includes('month') && !own.includes('day')) return null;
  if (!/^\d/.test(around.bucket) && duringPeriod.test(around.row.text)) return null;
  // `05/31/2004` over a number and a balance beside `06/30/2004` over the same.
  if (around.spanning.words.some((word) => word === 'beginning' || word === 'earlier')) return null;
  // A percentage of the number of loans is not that of the balance.
  const shareOf = around.row.words.includes('percent') ? around.row : around.column;
  if (own.includes('percent') && (own.includes('number') || (!own.includes('balance') && ofLoans.test(shareOf.text))))
    return null;
  // `NUMBER OF LOANSUNPAID BALANCE`: two headings run together, and with them perhaps their figures.
  if (own.includes('number') && (own.includes('balance') || own.includes('unpaid'))) return null;
  const near = union(own, around.spanning.words);
  const named =
    around.delinquency ||
    around.row.words.includes('delinquent') ||
    around.row.words.includes('day') ||
    isOfLoansInStatus(around.column) ||
    loansInStatus.test(around.row.text) ||
    around.column.words.includes('day');
  if (!named) return null;
  const { shape } = around;
  if (shape === 'count') return { concept: 'delinquentCount', points: 1.6 };
  const measure = (words: readonly string[]): ConceptId | null => {
    for (const { concept, words: of } of bucketMeasures) {
      if (!of.some((word) => words.includes(word))) continue;
      if (concept === 'delinquentCount' && shape !== 'integer') continue;
      if (concept === 'delinquentPercentage' && shape === 'integer') continue;
      if (concept !== 'delinquentPercentage' && shape === 'percent') continue;
      if (
        concept !== 'delinquentCount' &&
        shape === 'integer' &&
        around.besideMoney &&
        !words.includes('balance') &&
        !words.includes('principal')
      )
        continue;
      return concept;
    }
    return null;
  };
  const printed = measure(near);
  if (printed !== null) return { concept: printed, points: 1.6 };
  // `30 days   5   1,234,567.89   0.10%   0.12%` under the same two headings twice: the shares of both.
  if (shape === 'percent') {
    if (near.includes('number') || (near.includes('loan') && !near.includes('balance'))) return null;
    return { concept: 'delinquentPercentage', points: 1.2 };
  }
  // The words name another measure than the figure can be.
  if (
    bucketMeasures.some(({ words }) =>
      words.some((word) => word !== 'amount' && word !== 'value' && near.includes(word)),
    )
  ) {
    if (!(shape === 'integer' && around.besideMoney)) return null;
  }
  const fromContext = measure(union(...around.context.map((meaning) => meaning.words)));
  if (shape === 'money' || shape === 'decimal') {
    return {
      concept: fromContext === 'delinquentUnpaidBalance' ? fromContext : 'delinquentStatedBalance',
      points: 1.1,
    };
  }
  if (shape === 'integer')
    return { concept: around.besideMoney ? 'delinquentCount' : (fromContext ?? 'delinquentCount'), points: 1 };
  return null;
}
