import Papa from 'papaparse';
import { findStatementDates, formInText, readCover } from '../../src/facts/cover.ts';
import { coverTextOf } from '../../src/facts/covertext.ts';
import { findDealName } from '../../src/facts/dealname.ts';
import { readFiling } from '../../src/facts/read.ts';
import { openFilings } from '../../src/filing/open.ts';
import { readBlocks } from '../../src/layout/blocks.ts';
import { formsOf } from '../../src/layout/forms.ts';
import type { CorpusFile } from './corpus.ts';

export interface Speed {
  readonly corpus: string;
  readonly files: number;
  readonly bytes: number;
  readonly statements: number;
  readonly facts: number;
  /** Median over the rounds. */
  readonly megabytesPerSecond: number;
  readonly papaMegabytesPerSecond: number;
  /** Median of the rounds' ratios; above one is faster than Papa. */
  readonly ratio: number;
  readonly statementsPerSecond: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const sizeOf = (files: readonly CorpusFile[]): number => files.reduce((sum, { bytes }) => sum + bytes.length, 0);

const decoder = new TextDecoder();

function parseWithPapa(files: readonly CorpusFile[]): number {
  let rows = 0;
  for (const { bytes } of files) {
    rows += Papa.parse(decoder.decode(bytes), { delimiter: ',', header: false }).data.length;
  }
  return rows;
}

function readAll(files: readonly CorpusFile[]): { statements: number; facts: number } {
  let statements = 0;
  let facts = 0;
  for (const { path, bytes } of files) {
    for (const statement of readFiling(path, bytes).statements) {
      statements++;
      facts += statement.facts.length;
    }
  }
  return { statements, facts };
}

/** Reads every file of each round once, and has Papa parse the same bytes before or after it, in turn. */
export function compareWithPapa(corpus: string, rounds: readonly (readonly CorpusFile[])[]): Speed {
  const read: number[] = [];
  const papa: number[] = [];
  const perStatement: number[] = [];
  let statements = 0;
  let facts = 0;
  rounds.forEach((files, round) => {
    const bytes = sizeOf(files);
    let found = { statements: 0, facts: 0 };
    let papaMilliseconds = 0;
    if (round % 2 === 0) papaMilliseconds = millisecondsOf(() => parseWithPapa(files));
    const milliseconds = millisecondsOf(() => {
      found = readAll(files);
    });
    if (round % 2 === 1) papaMilliseconds = millisecondsOf(() => parseWithPapa(files));
    statements += found.statements;
    facts += found.facts;
    read.push(bytes / 1000 / milliseconds);
    papa.push(bytes / 1000 / papaMilliseconds);
    perStatement.push((found.statements * 1000) / milliseconds);
  });
  return {
    corpus,
    files: rounds.reduce((sum, files) => sum + files.length, 0),
    bytes: rounds.reduce((sum, files) => sum + sizeOf(files), 0),
    statements,
    facts,
    megabytesPerSecond: median(read),
    papaMegabytesPerSecond: median(papa),
    ratio: median(read.map((speed, round) => speed / papa[round]!)),
    statementsPerSecond: median(perStatement),
  };
}

export interface Stage {
  readonly name: string;
  /** Median over the rounds. */
  readonly nanosecondsPerByte: number;
}

/** Where the time goes: each stage by itself on what the stage before it gives. Together they are less than the whole, which also collects garbage. */
export function measureStages(files: readonly CorpusFile[], rounds: number): Stage[] {
  const prepared = files.map(({ path, bytes }) => {
    const documents = openFilings(path, bytes).flatMap((filing) => filing.documents);
    return { path, bytes, documents: documents.map(({ lines }) => ({ lines, forms: formsOf(lines) })) };
  });
  const stages: readonly [name: string, work: (file: (typeof prepared)[number]) => void][] = [
    ['bytes to lines', ({ path, bytes }) => void openFilings(path, bytes)],
    ['lines to forms', ({ documents }) => documents.forEach(({ lines }) => void formsOf(lines))],
    ['forms to tables', ({ documents }) => documents.forEach(({ lines, forms }) => void readBlocks(lines, forms))],
    [
      'names, dates, parties',
      ({ documents }) => {
        const texts = documents.map(({ lines, forms }) => coverTextOf(lines, forms));
        texts.forEach(findStatementDates);
        texts.forEach(formInText);
        findDealName(texts, null);
        readCover(texts, 'monthly', null);
      },
    ],
    ['all, to facts', ({ path, bytes }) => void readFiling(path, bytes)],
  ];
  const times = stages.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    stages.forEach(([, work], index) => {
      times[index]!.push(millisecondsOf(() => prepared.forEach(work)));
    });
  }
  const bytes = sizeOf(files);
  return stages.map(([name], index) => ({ name, nanosecondsPerByte: (median(times[index]!) * 1e6) / bytes }));
}
