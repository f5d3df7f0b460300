import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archiveKind, openArchive } from '../../src/filing/archive.ts';
import { simulate } from '../samples/deal.ts';
import { printBankersTrust } from '../samples/print/bankerstrust.ts';
import { printCtsLink } from '../samples/print/ctslink.ts';
import { printRandom } from '../samples/print/random.ts';
import { printUsBank } from '../samples/print/usbank.ts';
import { monthlyStatement } from '../samples/statement.ts';
import { variedOptions } from '../samples/variety.ts';

export interface CorpusFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const readable = /\.(?:txt|html?|zip|gz|tar|tgz)$/i;

/** The texts of a folder and those below it, archives unpacked. */
export function filesIn(folder: string): CorpusFile[] {
  const files: CorpusFile[] = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      files.push(...filesIn(path));
      continue;
    }
    if (!readable.test(name)) continue;
    const bytes = new Uint8Array(readFileSync(path));
    if (archiveKind(bytes.subarray(0, 512)) === null) files.push({ path, bytes });
    else for (const entry of openArchive(path, bytes)) if ('bytes' in entry) files.push(entry);
  }
  return files;
}

/** The filings that lie beside the project where they do, else its own samples and fixtures; relative to the current directory. */
export function defaultFolders(): string[] {
  const beside = join('..', 'shared', 'filings');
  return existsSync(beside) ? [beside] : [join('public', 'samples'), join('tests', 'fixtures')];
}

const encoder = new TextEncoder();

/** Statements of simulated deals: every month of each deal once, in one template per deal. */
export function monthsOfDeals(deals: number, months: number, firstSeed: number): CorpusFile[] {
  const files: CorpusFile[] = [];
  for (let seed = firstSeed; seed < firstSeed + deals; seed++) {
    // A series of its own, so that no two are taken for one deal.
    const deal = simulate(seed, { ...variedOptions(seed), series: `${2000 + (seed % 10)}-${seed}`, months });
    const print = [printUsBank, printCtsLink, printBankersTrust][seed % 3]!;
    for (let month = 1; month <= deal.months.length; month++) {
      const { text } = print(monthlyStatement(deal, month));
      files.push({ path: `deal-${seed}-${month}.txt`, bytes: encoder.encode(text) });
    }
  }
  return files;
}

/** Statements of which no two are printed in the same layout. */
export function layouts(count: number, firstSeed: number): CorpusFile[] {
  const deals = Array.from({ length: 20 }, (_, seed) => simulate(seed, { ...variedOptions(seed), months: 6 }));
  return Array.from({ length: count }, (_, index) => {
    const seed = firstSeed + index;
    const { text } = printRandom(monthlyStatement(deals[seed % deals.length]!, 2 + (seed % 4)), seed);
    return { path: `layout-${seed}.txt`, bytes: encoder.encode(text) };
  });
}
