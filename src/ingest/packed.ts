import type { SourceBytes } from './messages.ts';

const through = async (content: Blob, stream: ReadableWritablePair<Uint8Array, BufferSource>): Promise<Blob> =>
  new Response(content.stream().pipeThrough(stream)).blob();

/** Bytes packed (raw deflate), to be kept for as long as the page is open. */
export const packed = async (bytes: Uint8Array): Promise<SourceBytes> => ({
  content: await through(new Blob([bytes.slice()]), new CompressionStream('deflate-raw')),
  packed: true,
});

/** The bytes of a source as they were read. */
export const bytesOf = async ({ content, packed }: SourceBytes): Promise<Uint8Array> => {
  const plain = packed ? await through(content, new DecompressionStream('deflate-raw')) : content;
  return new Uint8Array(await plain.arrayBuffer());
};
