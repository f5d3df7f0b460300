import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { measureChecking } from './checking.ts';
import { type CorpusFile, defaultFolders, filesIn, layouts, monthsOfDeals } from './corpus.ts';
import { compareWithPapa, measureStages, type Speed } from './measure.ts';

/**
 * How fast statements are read, beside Papa Parse on the same bytes in the same run, in one thread. The files of the folders given (or
 * found) are repeated to 100 MB; because repeated files are kinder to memory than any user's folder, so are statements that are each read once.
 */
const folders = process.argv.length > 2 ? process.argv.slice(2) : defaultFolders();
const outcome = join('node_modules', '.cache', 'paydown', 'bench.json');
const totalBytes = 100e6;
const rounds = 10;

const files = folders.flatMap(filesIn);
if (files.length === 0) {
  console.error(`Nothing to read was found in ${folders.join(', ')}: give folders with filings.`);
  process.exit(2);
}

/** The files over and over, to about so many bytes. */
function repeated(once: readonly CorpusFile[], bytes: number): CorpusFile[] {
  const size = once.reduce((sum, file) => sum + file.bytes.length, 0);
  return Array.from({ length: Math.max(1, Math.round(bytes / size)) }, () => once).flat();
}

/** The files in so many parts of about the same number. */
function parted(all: readonly CorpusFile[], parts: number): CorpusFile[][] {
  return Array.from({ length: parts }, (_, part) => all.filter((_file, index) => index % parts === part));
}

const share = repeated(files, totalBytes / rounds);
compareWithPapa('warming up', [share, share]);
const speeds: Speed[] = [
  compareWithPapa(
    folders.join(', '),
    Array.from({ length: rounds }, () => share),
  ),
  compareWithPapa('months of simulated deals, each read once', parted(monthsOfDeals(60, 24, 1000), 5)),
  compareWithPapa('simulated layouts, each read once', parted(layouts(300, 5000), 5)),
];
const deals = Array.from({ length: 6 }, (_, round) => monthsOfDeals(10, 24, 3000 + 10 * round));
const checking = measureChecking(deals);
const stages = measureStages(repeated(files, 2e6), 9);

console.table(
  Object.fromEntries(
    speeds.map((speed) => [
      speed.corpus,
      {
        MB: Number((speed.bytes / 1e6).toFixed(1)),
        statements: speed.statements,
        facts: speed.facts,
        'statements/s': Math.round(speed.statementsPerSecond),
        'MB/s': Number(speed.megabytesPerSecond.toFixed(1)),
        'Papa MB/s': Number(speed.papaMegabytesPerSecond.toFixed(1)),
        ratio: Number(speed.ratio.toFixed(2)),
      },
    ]),
  ),
);
console.table({
  'months of simulated deals, deal by deal': {
    statements: checking.statements,
    'checks each': Math.round(checking.checks / checking.statements),
    'reading ms/statement': Number(checking.reading.toFixed(3)),
    'checking ms/statement': Number(checking.checking.toFixed(3)),
    'checking / reading': Number(checking.ratio.toFixed(2)),
  },
});
console.table(
  Object.fromEntries(
    stages.map(({ name, nanosecondsPerByte }) => [name, { 'ns/byte': Number(nanosecondsPerByte.toFixed(2)) }]),
  ),
);
mkdirSync(dirname(outcome), { recursive: true });
const machine = { node: process.version, processor: cpus()[0]?.model ?? null };
writeFileSync(outcome, `${JSON.stringify({ machine, speeds, checking, stages }, null, 2)}\n`);
console.log(`Written to ${outcome}`);
