import type { FromWorker, ToWorker } from './messages.ts';
import { readFiles } from './read-files.ts';

const tell = (message: FromWorker) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void readFiles(data.files, tell, () => performance.now());
});

tell({ kind: 'ready' });
