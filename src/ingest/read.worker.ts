import type { FromWorker, PackedFromWorker, ToWorker } from './messages.ts';
import { buffersOf, packReading } from './packed-reading.ts';
import { type AccessTo, nothingListed, readFiles } from './read-files.ts';

const tell = (message: FromWorker) => {
  if (message.kind !== 'read') {
    self.postMessage(message);
    return;
  }
  const read = message.read.map(({ reading, ...others }) => ({ ...others, reading: packReading(reading) }));
  const packed: PackedFromWorker = { ...message, read };
  self.postMessage(packed, { transfer: read.flatMap(({ reading }) => buffersOf(reading)) });
};

const access: AccessTo = (content) => {
  const reader = new FileReaderSync();
  return {
    size: content.size,
    read: (start, end) => new Uint8Array(reader.readAsArrayBuffer(content.slice(start, end))),
  };
};

const listed = nothingListed();

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void readFiles(data.files, tell, () => performance.now(), access, listed);
});

tell({ kind: 'ready' });
