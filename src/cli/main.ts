import { writeSync } from 'node:fs';
import type { FileReading } from '../facts/fact.ts';
import { readFiling } from '../facts/read.ts';
import { givenFiles } from './files.ts';
import { factLine, problemLine, reportLine } from './print.ts';

/** The core from a terminal. Results go to stdout as NDJSON, problems to stderr, a line each. */

const help = `Paydown reads the text reports of asset-backed trusts.

  paydown facts FILE…     every printed figure with its meaning and its place, one JSON object a line
  paydown report FILE…    what was made of each file: documents, shapes, figures recognised, unrecognised and uncertain

FILE is a statement (plain text, HTML, an EDGAR full submission), a .zip, .gz or .tar archive of them, or a folder.
Errors and warnings go to stderr. Exit code: 0 every file was read, 1 some were not (the others are still printed), 2 wrong usage.
`;

interface Command {
  print(reading: FileReading, write: (line: string) => void): void;
}

const commands: Readonly<Record<string, Command>> = {
  facts: {
    print(reading, write) {
      for (const statement of reading.statements) for (const fact of statement.facts) write(factLine(statement, fact));
    },
  },
  report: {
    print(reading, write) {
      write(reportLine(reading));
    },
  },
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

function run(args: readonly string[]): number {
  const [name, ...paths] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    writeAll(1, help);
    return 0;
  }
  const command = name === undefined ? undefined : commands[name];
  const unknownOption = paths.find((path) => path.startsWith('-'));
  if (command === undefined || paths.length === 0 || unknownOption !== undefined) {
    const wrong =
      name === undefined
        ? 'No command was given.'
        : command === undefined
          ? `There is no command “${name}”.`
          : unknownOption !== undefined
            ? `There is no option ${unknownOption}.`
            : 'No file was given.';
    writeAll(2, `${wrong}\n\n${help}`);
    return 2;
  }
  let unread = 0;
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length > 0) writeAll(1, `${pending.join('\n')}\n`);
    pending = [];
  };
  for (const file of givenFiles(paths)) {
    if ('fault' in file) {
      unread++;
      flush();
      writeAll(2, `${problemLine({ file: file.path, line: null, ...file.fault })}\n`);
      continue;
    }
    const reading = readFiling(file.path, file.bytes);
    if (reading.statements.length === 0) unread++;
    command.print(reading, (line) => pending.push(line));
    if (pending.length > 500) flush();
    if (reading.problems.length > 0) {
      flush();
      writeAll(2, reading.problems.map((problem) => `${problemLine(problem)}\n`).join(''));
    }
  }
  flush();
  return unread > 0 ? 1 : 0;
}

process.exitCode = run(process.argv.slice(2));
