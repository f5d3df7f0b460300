import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { groupDeals } from '../../src/deal/group.ts';
import { readFiling } from '../../src/facts/read.ts';
import { type PackedReading, packReading, unpackReading } from '../../src/ingest/packed-reading.ts';
import type { CorpusFile } from './corpus.ts';

export interface Growth {
  readonly statements: number;
  /** Reading, packing, and putting into deals: processor time, since other programs do not grow with the statements. */
  readonly millisecondsPerStatement: number;
}

export interface Growing {
  readonly growth: readonly Growth[];
  /** What is held of the largest number of statements afterwards, per 1,000. */
  readonly megabytesPerThousand: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const held = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const putTogether = (files: readonly CorpusFile[]) => {
  const readings: PackedReading[] = files.map(({ path, bytes }) => packReading(readFiling(path, bytes)));
  const statements = readings.map(unpackReading).flatMap((reading) => reading.statements);
  return { statements, deals: groupDeals(statements) };
};

/** Statements taken of each number, so that each bears its share of the collections of garbage that few alone never see. */
const atLeast = 3000;

/**
 * How time grows with the number of statements, and what is held of them. Small numbers are taken as often as makes
 * `atLeast` in all; the mean counts. `deal` gives the statements of one deal after the other, each a hundred and none
 * twice.
 */
export function measureGrowth(deal: () => readonly CorpusFile[]): Growing {
  const take = (deals: number): CorpusFile[] => Array.from({ length: deals }, deal).flat();
  putTogether(take(10));
  const times = (deals: number): Growth => {
    let milliseconds = 0;
    let statements = 0;
    while (statements < atLeast) {
      const files = take(deals);
      const start = processorTime();
      statements += putTogether(files).statements.length;
      milliseconds += processorTime() - start;
    }
    return { statements: deals * 100, millisecondsPerStatement: milliseconds / statements };
  };
  const growth = [times(1), times(10)];
  const files = take(100);
  const before = held();
  const start = processorTime();
  const { statements, deals } = putTogether(files);
  growth.push({
    statements: statements.length,
    millisecondsPerStatement: (processorTime() - start) / statements.length,
  });
  const megabytes = (held() - before) / 1e6;
  if (deals.length === 0) throw new Error('No deal came of the statements.');
  return { growth, megabytesPerThousand: (megabytes * 1000) / statements.length };
}
