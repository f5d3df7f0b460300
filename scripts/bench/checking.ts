import { testDeal } from '../../src/checks/check-deal.ts';
import { groupDeals } from '../../src/deal/group.ts';
import { readFiling } from '../../src/facts/read.ts';
import { dealChecks } from '../../src/ingest/deal-checks.ts';
import type { CorpusFile } from './corpus.ts';
import { median, millisecondsOf } from './measure.ts';

export interface Checking {
  readonly statements: number;
  readonly checks: number;
  /** Milliseconds per statement, median over the rounds. */
  readonly reading: number;
  readonly checking: number;
  /** Median of the rounds' ratios of checking to reading; below one is faster than reading. */
  readonly ratio: number;
}

/** Reads the files of each round, then holds their figures against each other as the page's worker does, deal by deal. */
export function measureChecking(rounds: readonly (readonly CorpusFile[])[]): Checking {
  const reading: number[] = [];
  const checking: number[] = [];
  let statements = 0;
  let checks = 0;
  for (const files of rounds) {
    let read: ReturnType<typeof readFiling>['statements'] = [];
    const readTime = millisecondsOf(() => {
      read = files.flatMap(({ path, bytes }) => readFiling(path, bytes).statements);
    });
    const deals = groupDeals(read);
    const checkTime = millisecondsOf(() => {
      for (const deal of deals) {
        const outcomes = testDeal(deal);
        dealChecks(deal, outcomes);
        checks += outcomes.length;
      }
    });
    statements += read.length;
    reading.push(readTime / read.length);
    checking.push(checkTime / read.length);
  }
  return {
    statements,
    checks,
    reading: median(reading),
    checking: median(checking),
    ratio: median(checking.map((time, round) => time / reading[round]!)),
  };
}
