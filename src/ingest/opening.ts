import { type AnsweringWorker, createAsking, inTurns } from './answering.ts';
import type { SourceBytes } from './messages.ts';
import { ownScript } from './own-script.ts';
import sourceWorker from './source.worker.ts?worker&url';
import type { FromSourceWorker, ToSourceWorker } from './source-messages.ts';
import type { SourceText } from './source-text.ts';

/** What opening a source needs of a Worker. */
export type SourceWorker = AnsweringWorker<ToSourceWorker, FromSourceWorker>;

const startWorker = (): SourceWorker => new Worker(ownScript(sourceWorker), { type: 'module' });

/** Opens a file for looking at, off the page's own thread. `wanted` as for `sourceText`. Rejects in words. */
export type OpenSource = (file: string, source: SourceBytes, wanted: Int32Array) => Promise<SourceText>;

/** Milliseconds that a file may take to be opened: as long as one of its size may take to be read. */
const patience = ({ start, end }: SourceBytes): number => 15_000 + (end - start) / 1000;

/** Opens one file after the other, so that one that is never done with holds up no other for longer than its time. */
export const createOpener = (start: () => SourceWorker = startWorker): OpenSource => {
  const asking = createAsking(start, 'Opening it');
  const inTurn = inTurns();
  return (file, source, wanted) =>
    inTurn(async () => {
      const answer = await asking.ask((id) => ({ id, file, source, wanted }), patience(source));
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.text;
    });
};
