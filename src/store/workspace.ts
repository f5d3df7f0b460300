import { printTaughtWords } from '../facts/teaching.ts';
import type { FileSource } from '../ingest/file-source.ts';
import { unread } from '../ingest/unread.ts';
import type { FileToSave } from '../storage/shelf.ts';
import { shelf } from './keeping.ts';
import { takeIn } from './kept.ts';
import type { LoadedFile } from './loaded-file.ts';
import { importWords, useTaught } from './taught.ts';

const toSave = ({ reading, source, kept }: LoadedFile): FileToSave | null => {
  const name = reading.file;
  if (source !== undefined) return { name, source: source.content, span: [source.start, source.end] };
  return kept?.span == null ? null : { name, source: kept.chunk, span: kept.span };
};

/**
 * A workspace file of these files, as far as their texts are there, with all words taught. The same files and words give
 * the same bytes. Rejects in words.
 */
export const saveWorkspace = (files: readonly LoadedFile[]): Promise<Blob> =>
  shelf.saveWorkspace(
    files.flatMap((file) => toSave(file) ?? []),
    printTaughtWords(useTaught.getState().words),
  );

/** The files of a workspace file, to be read like others; the words that came with it are taken over. */
export const openWorkspace = async ({ name, content }: FileSource): Promise<readonly FileSource[]> => {
  try {
    const { files, vocabulary } = await shelf.openWorkspace(content);
    if (vocabulary !== null) importWords(vocabulary);
    return files;
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    const reading = unread(name, content.size, found, 'Nothing of it was taken over.');
    await takeIn([{ reading, digest: `unread-${name}` }]);
    return [];
  }
};
