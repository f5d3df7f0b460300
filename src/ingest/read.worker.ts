import type { FromWorker, ToWorker } from './messages.ts';
import { type AccessTo, readFiles } from './read-files.ts';

const tell = (message: FromWorker) => self.postMessage(message);

const access: AccessTo = (content) => {
  const reader = new FileReaderSync();
  return {
    size: content.size,
    read: (start, end) => new Uint8Array(reader.readAsArrayBuffer(content.slice(start, end))),
  };
};

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void readFiles(data.files, tell, () => performance.now(), access);
});

tell({ kind: 'ready' });
