import { checkStatement } from '../checks/check-deal.ts';
import { verdicts } from '../checks/verdicts.ts';
import type { Statement } from '../facts/fact.ts';
import { readFiling } from '../facts/read.ts';
import { applyTaught, type taughtIndex } from '../facts/teaching.ts';
import { openedFile } from './files.ts';
import { factLine, problemLine, reportLine } from './print.ts';

/** What files are read for: their facts or reports as lines, or their statements, to be put together. */
export type Purpose = 'facts' | 'report' | 'statements';

/** What comes of a path, bit by bit and in order; `end` comes last. */
export type Emission =
  | { readonly kind: 'lines'; readonly text: string }
  | { readonly kind: 'problems'; readonly text: string }
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | { readonly kind: 'end'; readonly files: number; readonly unread: number; readonly bytes: number };

/** Lines that are handed on at once. */
const atOnce = 500;

/** Reads a file, or the files of an archive. Never throws for what they hold. */
export function readPath(
  path: string,
  purpose: Purpose,
  vocabulary: ReturnType<typeof taughtIndex>,
  emit: (emission: Emission) => void,
): void {
  let [files, unread, bytes] = [0, 0, 0];
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length > 0) emit({ kind: 'lines', text: `${pending.join('\n')}\n` });
    pending = [];
  };
  const write = (line: string): void => {
    if (pending.push(line) > atOnce) flush();
  };
  for (const file of openedFile(path)) {
    files += 1;
    if ('fault' in file) {
      unread += 1;
      flush();
      emit({ kind: 'problems', text: `${problemLine({ file: file.path, line: null, ...file.fault })}\n` });
      continue;
    }
    bytes += file.bytes.length;
    const read = readFiling(file.path, file.bytes);
    const reading = { ...read, statements: read.statements.map((statement) => applyTaught(statement, vocabulary)) };
    if (reading.statements.length === 0) unread += 1;
    if (purpose === 'report') write(reportLine(reading));
    else if (purpose === 'statements') emit({ kind: 'statements', statements: reading.statements });
    else {
      for (const statement of reading.statements) {
        const found = verdicts(checkStatement(statement));
        for (const fact of statement.facts) write(factLine(statement, fact, found.get(fact) ?? 'unproven'));
      }
    }
    if (reading.problems.length > 0) {
      flush();
      emit({ kind: 'problems', text: reading.problems.map((problem) => `${problemLine(problem)}\n`).join('') });
    }
  }
  flush();
  emit({ kind: 'end', files, unread, bytes });
}
