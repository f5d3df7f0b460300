import { readFileSync, writeSync } from 'node:fs';
import { checkDeal, checkStatement } from '../checks/check-deal.ts';
import { verdicts } from '../checks/verdicts.ts';
import { groupDeals } from '../deal/group.ts';
import type { FileReading, Statement } from '../facts/fact.ts';
import { readFiling } from '../facts/read.ts';
import { applyTaught, parseTaughtWords, taughtIndex } from '../facts/teaching.ts';
import { givenFiles } from './files.ts';
import { checkLine, factLine, problemLine, reportLine } from './print.ts';

/** The core from a terminal. Results go to stdout as NDJSON, problems to stderr, a line each. */

const help = `Paydown reads the text reports of asset-backed trusts.

  paydown facts FILE…     every printed figure with its meaning and its place, one JSON object a line
  paydown checks FILE…    every identity tested between the figures of the files, those of one deal together
  paydown report FILE…    what was made of each file: documents, shapes, figures recognised, unrecognised and uncertain

  --vocabulary FILE       words taught in the app, exported as JSON

FILE is a statement (plain text, HTML, an EDGAR full submission), a .zip, .gz or .tar archive of them, or a folder.
Errors and warnings go to stderr. Exit code: 0 every file was read, 1 some were not (the others are still printed), 2 wrong usage.
`;

type Write = (line: string) => void;

interface Command {
  /** Once for each file. */
  readonly file: (reading: FileReading, write: Write) => void;
  /** Once behind the last file. */
  readonly end: (write: Write) => void;
}

const nothing = (): void => undefined;

function checksCommand(): Command {
  const statements: Statement[] = [];
  return {
    file: (reading) => statements.push(...reading.statements),
    end: (write) => {
      for (const deal of groupDeals(statements))
        for (const result of checkDeal(deal)) write(checkLine(deal.name, result));
    },
  };
}

const commands: Readonly<Record<string, () => Command>> = {
  facts: () => ({
    file: (reading, write) => {
      for (const statement of reading.statements) {
        const found = verdicts(checkStatement(statement));
        for (const fact of statement.facts) write(factLine(statement, fact, found.get(fact) ?? 'unproven'));
      }
    },
    end: nothing,
  }),
  checks: checksCommand,
  report: () => ({ file: (reading, write) => write(reportLine(reading)), end: nothing }),
};

/** Writes all of the text, also where the pipe takes a part at a time. */
function writeAll(descriptor: number, text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE') process.exit(0);
      else throw error;
    }
  }
}

interface Call {
  readonly command: Command;
  readonly paths: readonly string[];
  readonly vocabulary: ReturnType<typeof taughtIndex>;
}

/** What the words of the command line ask for, or what is wrong with them. */
function understand(args: readonly string[]): Call | string {
  const [name, ...rest] = args;
  if (name === undefined) return 'No command was given.';
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return `There is no command “${name}”.`;
  const paths: string[] = [];
  let vocabulary = taughtIndex([]);
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    if (word === '--vocabulary') {
      const file = rest[++i];
      if (file === undefined) return '--vocabulary needs a file.';
      try {
        vocabulary = taughtIndex(parseTaughtWords(readFileSync(file, 'utf8')));
      } catch (error) {
        return `${file}: ${error instanceof Error ? error.message : String(error)}`;
      }
    } else if (word.startsWith('-')) return `There is no option ${word}.`;
    else paths.push(word);
  }
  return paths.length === 0 ? 'No file was given.' : { command: command(), paths, vocabulary };
}

function run(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    writeAll(1, help);
    return 0;
  }
  const call = understand(args);
  if (typeof call === 'string') {
    writeAll(2, `${call}\n\n${help}`);
    return 2;
  }
  const { command, paths, vocabulary } = call;
  let unread = 0;
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length > 0) writeAll(1, `${pending.join('\n')}\n`);
    pending = [];
  };
  const write: Write = (line) => {
    if (pending.push(line) > 500) flush();
  };
  for (const file of givenFiles(paths)) {
    if ('fault' in file) {
      unread++;
      flush();
      writeAll(2, `${problemLine({ file: file.path, line: null, ...file.fault })}\n`);
      continue;
    }
    const read = readFiling(file.path, file.bytes);
    const reading = { ...read, statements: read.statements.map((statement) => applyTaught(statement, vocabulary)) };
    if (reading.statements.length === 0) unread++;
    command.file(reading, write);
    if (reading.problems.length > 0) {
      flush();
      writeAll(2, reading.problems.map((problem) => `${problemLine(problem)}\n`).join(''));
    }
  }
  command.end(write);
  flush();
  return unread > 0 ? 1 : 0;
}

process.exitCode = run(process.argv.slice(2));
