import type { SourceBytes } from './messages.ts';
import { ownScript } from './own-script.ts';
import sourceWorker from './source.worker.ts?worker&url';
import type { FromSourceWorker, ToSourceWorker } from './source-messages.ts';
import type { SourceText } from './source-text.ts';

/** Answers outstanding, by the id of their question. */
const waiting = new Map<number, { resolve: (text: SourceText) => void; reject: (cause: Error) => void }>();
let worker: Worker | null = null;
let last = 0;

const start = (): Worker => {
  const started = new Worker(ownScript(sourceWorker), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<FromSourceWorker>) => {
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if ('text' in data) question?.resolve(data.text);
    else question?.reject(new Error(data.failed));
  };
  started.onerror = ({ message }) => {
    started.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(message || 'The reader stopped without saying why.'));
    waiting.clear();
  };
  return started;
};

/** Opens a file for looking at, off the page's own thread. `wanted` as for `sourceText`. Rejects in words. */
export const openSource = (file: string, source: SourceBytes, wanted: Int32Array): Promise<SourceText> =>
  new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker ??= start();
    const message: ToSourceWorker = { id: last, file, source, wanted };
    worker.postMessage(message);
  });
