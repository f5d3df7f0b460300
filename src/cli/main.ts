import { isMainThread } from 'node:worker_threads';
import { checkDeal } from '../checks/check-deal.ts';
import { groupDeals } from '../deal/group.ts';
import type { Statement } from '../facts/fact.ts';
import { type Call, understand } from './call.ts';
import { exportDeals } from './export-deals.ts';
import { isInShard, listedPaths } from './files.ts';
import { commandHelp, help, isCommand } from './help.ts';
import { readInThreads, readInTurn, workAsThread } from './jobs.ts';
import { writeAll } from './output.ts';
import { checkLine, problemLine } from './print.ts';
import type { Emission, Purpose } from './read-path.ts';
import { seriesLines } from './series.ts';

/** The core from a terminal. Results go to stdout as NDJSON or into files, problems to stderr, a line each. */

const helpFor = (args: readonly string[]): string | null => {
  const [name, about] = args;
  if (!args.includes('--help') && !args.includes('-h') && name !== 'help') return null;
  const command = name === 'help' ? about : name;
  return command !== undefined && isCommand(command) ? commandHelp(command) : help;
};

const purposeOf = ({ command }: Call): Purpose =>
  command === 'facts' || command === 'report' ? command : 'statements';

const linesAtOnce = 500;

const writeLines = (lines: Iterable<string>): void => {
  let pending: string[] = [];
  for (const line of lines) {
    if (pending.push(line) < linesAtOnce) continue;
    writeAll(1, `${pending.join('\n')}\n`);
    pending = [];
  }
  if (pending.length > 0) writeAll(1, `${pending.join('\n')}\n`);
};

/** Says on stderr how far reading is, a few times a second at most. */
const progressMeter = (wanted: boolean) => {
  const live = process.stderr.isTTY;
  const every = live ? 200 : 5000;
  const began = Date.now();
  let [files, bytes, told] = [0, 0, began];
  const tell = (ending: string): void => {
    const seconds = Math.max(0.001, (Date.now() - began) / 1000);
    const line = `${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`;
    writeAll(2, live ? `\r\u001b[K${line}${ending}` : `${line}\n`);
  };
  return {
    add: (moreFiles: number, moreBytes: number): void => {
      files += moreFiles;
      bytes += moreBytes;
      if (!wanted || Date.now() - told < every) return;
      told = Date.now();
      tell('');
    },
    /** Clears the line for something else to be said. */
    clear: (): void => {
      if (wanted && live) writeAll(2, '\r\u001b[K');
    },
    end: (): void => {
      if (wanted) tell('\n');
    },
  };
};

/** What is put together behind the last file. */
async function putTogether(call: Call, statements: readonly Statement[]): Promise<void> {
  const deals = groupDeals(statements);
  if (call.command === 'export') {
    if (call.format !== null && call.out !== null) await exportDeals(deals, call.format, call.out, call.shard);
    return;
  }
  for (const deal of deals) {
    if (call.command === 'checks') writeLines(checkDeal(deal).map((result) => checkLine(deal.name, result)));
    else writeLines(seriesLines(deal, call));
  }
}

async function run(args: readonly string[]): Promise<number> {
  const asked = helpFor(args);
  if (asked !== null) {
    writeAll(1, asked);
    return 0;
  }
  const call = understand(args);
  if (typeof call === 'string') {
    writeAll(2, `${call}\n\n${help}`);
    return 2;
  }
  let unread = 0;
  const statements: Statement[] = [];
  const meter = progressMeter(call.progress || process.stderr.isTTY);
  const take = (emission: Emission): void => {
    if (emission.kind === 'lines') writeAll(1, emission.text);
    else if (emission.kind === 'statements') statements.push(...emission.statements);
    else if (emission.kind === 'problems') {
      meter.clear();
      writeAll(2, emission.text);
    } else {
      unread += emission.unread;
      meter.add(emission.files, emission.bytes);
    }
  };
  function* paths(known: Call): Generator<string> {
    for (const each of listedPaths(known.paths)) {
      const path = typeof each === 'string' ? each : each.path;
      if (known.shard !== null && !isInShard(path, known.shard)) continue;
      if (typeof each === 'string') yield each;
      else {
        unread += 1;
        meter.clear();
        writeAll(2, `${problemLine({ file: path, line: null, ...each.fault })}\n`);
      }
    }
  }
  if (call.jobs === 1) readInTurn(paths(call), purposeOf(call), call.taught, take);
  else await readInThreads(paths(call), purposeOf(call), call.taught, call.jobs, take);
  meter.end();
  try {
    await putTogether(call, statements);
  } catch (error) {
    if (call.command !== 'export') throw error;
    writeAll(
      2,
      `${call.out}: The output could not be written: ${error instanceof Error ? error.message : String(error)}.\n`,
    );
    return 3;
  }
  return unread > 0 ? 1 : 0;
}

if (isMainThread) process.exitCode = await run(process.argv.slice(2));
else workAsThread();
