import { bytesOf } from './packed.ts';
import type { FromSourceWorker, ToSourceWorker } from './source-messages.ts';
import { sourceText } from './source-text.ts';

const answer = async ({ id, file, source, wanted }: ToSourceWorker): Promise<FromSourceWorker> => {
  try {
    return { id, text: sourceText(file, await bytesOf(source), wanted) };
  } catch (cause) {
    return { id, failed: cause instanceof Error ? cause.message : String(cause) };
  }
};

self.addEventListener('message', ({ data }: MessageEvent<ToSourceWorker>) => {
  void answer(data).then((message) => self.postMessage(message));
});
