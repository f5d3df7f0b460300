import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { measureBrowser } from './browser.ts';
import { measureChecking } from './checking.ts';
import { type CorpusFile, defaultFolders, filesIn, layouts, monthsOfDeals } from './corpus.ts';
import { measureGrowth } from './growth.ts';
import { compareWithPapa, measureStages, type Speed } from './measure.ts';
import { measureWorkers, readInThread } from './workers.ts';

/**
 * `npm run bench`: how fast statements are read, beside Papa Parse on the same bytes in the same run, and checked; how
 * that grows with workers and with statements. `npm run bench -- --browser [NUMBER]` does it in Chromium, on the
 * production build. Folders given are read in place of those found. Prints tables and writes the same as JSON.
 */

const outcomes = join('node_modules', '.cache', 'paydown');
const totalBytes = 100e6;
const rounds = 10;

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** The files over and over, to about so many bytes. */
function repeated(once: readonly CorpusFile[], bytes: number): CorpusFile[] {
  const size = once.reduce((sum, file) => sum + file.bytes.length, 0);
  return Array.from({ length: Math.max(1, Math.round(bytes / size)) }, () => once).flat();
}

/** The files in so many parts of about the same number. */
function parted(all: readonly CorpusFile[], parts: number): CorpusFile[][] {
  return Array.from({ length: parts }, (_, part) => all.filter((_file, index) => index % parts === part));
}

function write(name: string, outcome: object): void {
  const path = join(outcomes, name);
  const machine = { node: process.version, processor: cpus()[0]?.model ?? null, cores: cpus().length };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ machine, ...outcome }, null, 2)}\n`);
  console.log(`Written to ${path}`);
}

/** Repeated files are kinder to memory than any user's folder: so beside them stand statements that are each read once. */
function measureReading(folders: readonly string[], files: readonly CorpusFile[]): Speed[] {
  const share = repeated(files, totalBytes / rounds);
  compareWithPapa('warming up', [share, share]);
  const often = Array.from({ length: rounds }, () => share);
  return [
    compareWithPapa(folders.join(', '), often),
    compareWithPapa('months of simulated deals, each read once', parted(monthsOfDeals(60, 24, 1000), 5)),
    compareWithPapa('simulated layouts, each read once', parted(layouts(300, 5000), 5)),
  ];
}

async function benchInNode(folders: readonly string[]): Promise<void> {
  const files = folders.flatMap(filesIn);
  if (files.length === 0) {
    console.error(`Nothing to read was found in ${folders.join(', ')}: give folders with filings.`);
    process.exit(2);
  }
  const speeds = measureReading(folders, files);
  console.table(
    Object.fromEntries(
      speeds.map((speed) => [
        speed.corpus,
        {
          MB: rounded(speed.bytes / 1e6, 1),
          statements: speed.statements,
          facts: speed.facts,
          'statements/s': Math.round(speed.statementsPerSecond),
          'MB/s': rounded(speed.megabytesPerSecond, 1),
          'Papa MB/s': rounded(speed.papaMegabytesPerSecond, 1),
          ratio: rounded(speed.ratio, 2),
        },
      ]),
    ),
  );
  const stages = measureStages(repeated(files, 2e6), 9);
  console.table(
    Object.fromEntries(
      stages.map(({ name, nanosecondsPerByte }) => [name, { 'ns/byte': rounded(nanosecondsPerByte, 2) }]),
    ),
  );
  const checking = measureChecking(Array.from({ length: 6 }, (_, round) => monthsOfDeals(10, 24, 3000 + 10 * round)));
  console.table({
    'months of simulated deals, deal by deal': {
      statements: checking.statements,
      'checks each': Math.round(checking.checks / checking.statements),
      'reading ms/statement': rounded(checking.reading, 3),
      'checking ms/statement': rounded(checking.checking, 3),
      'checking / reading': rounded(checking.ratio, 2),
    },
  });
  let seed = 7000;
  const oneDeal = (): CorpusFile[] => {
    let months: CorpusFile[] = [];
    // A deal that pays off sooner has fewer than a hundred months.
    while (months.length < 100) months = monthsOfDeals(1, 100, seed++);
    return months;
  };
  const many = Array.from({ length: 40 }, oneDeal).flat();
  const { growth, megabytesPerThousand } = measureGrowth(oneDeal);
  console.table(
    Object.fromEntries(
      growth.map(({ statements, millisecondsPerStatement }) => [
        `${statements} statements`,
        { 'ms/statement (processor)': rounded(millisecondsPerStatement, 3) },
      ]),
    ),
  );
  console.log(`Held of 1,000 statements: ${rounded(megabytesPerThousand, 1)} MB`);
  const workers = [];
  for (const count of [1, 2, 4]) workers.push(await measureWorkers(count, many));
  console.table(
    Object.fromEntries(
      workers.map(({ workers: count, statementsPerSecond, megabytesPerSecond }) => [
        count === 1 ? '1 worker' : `${count} workers`,
        { 'statements/s': Math.round(statementsPerSecond), 'MB/s': rounded(megabytesPerSecond, 1) },
      ]),
    ),
  );
  write('bench.json', { speeds, stages, checking, growth, megabytesPerThousand, workers });
}

const told = (tasks: readonly number[]): string =>
  tasks.length === 0 ? 'none' : `${tasks.length}, longest ${Math.max(...tasks)} ms`;

async function benchInBrowser(statements: number): Promise<void> {
  const speed = await measureBrowser(statements);
  const { longTasks, heap, megabytes } = speed;
  const seconds = (milliseconds: number | null): string =>
    milliseconds === null ? 'not kept' : `${rounded(milliseconds / 1000, 2)} s`;
  console.table({
    'drop of 1,000 statements to charts': seconds(speed.thousandToCharts),
    [`zip of ${speed.statements} statements (${megabytes} MB) read`]: seconds(speed.zipRead),
    'the same, checked': seconds(speed.zipChecked),
    'Papa.parse of the same bytes': seconds(speed.papa),
    'reading / Papa.parse': rounded(speed.ratio, 2),
    'main-thread tasks over 50 ms while read': told(longTasks.reading),
    'the same while checked': told(longTasks.checking),
    'heap afterwards': `${heap} MB`,
    'switch of section': `${speed.sectionSwitch} ms`,
    'pointer moved over a chart': `${speed.hover} ms`,
    'restart to the list of deals': seconds(speed.restartToDeals),
    'restart to charts': seconds(speed.restartToCharts),
  });
  write('bench-browser.json', speed);
}

if (isMainThread) {
  const given = process.argv.slice(2);
  const folders = given.filter((argument) => !argument.startsWith('--') && !/^\d+$/.test(argument));
  if (given.includes('--browser')) await benchInBrowser(Number(given.find((word) => /^\d+$/.test(word)) ?? 10_000));
  else await benchInNode(folders.length > 0 ? folders : defaultFolders());
} else {
  readInThread();
}
