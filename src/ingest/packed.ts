import type { SourceBytes } from './messages.ts';

const through = async (content: Blob, stream: ReadableWritablePair<Uint8Array, BufferSource>): Promise<Blob> =>
  new Response(content.stream().pipeThrough(stream)).blob();

/** Files packed as one (raw deflate): statements of one trustee are so alike that they take little room together. */
export const packed = (files: readonly Uint8Array[]): Promise<Blob> =>
  through(new Blob(files.map((bytes) => bytes as Uint8Array<ArrayBuffer>)), new CompressionStream('deflate-raw'));

/** All bytes of what was packed as one. */
export const unpacked = async (content: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await through(content, new DecompressionStream('deflate-raw'))).arrayBuffer());

/** The bytes of a source as they were read. */
export const bytesOf = async ({ content, start, end }: SourceBytes): Promise<Uint8Array> =>
  (await unpacked(content)).subarray(start, end);
