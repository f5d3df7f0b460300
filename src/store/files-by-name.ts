import type { LoadedFile } from './loaded-file.ts';

let last: { readonly files: readonly LoadedFile[]; readonly byName: ReadonlyMap<string, LoadedFile> } | null = null;

/** The loaded files by the name of their reading. */
export const filesByName = (files: readonly LoadedFile[]): ReadonlyMap<string, LoadedFile> => {
  if (last?.files !== files) last = { files, byName: new Map(files.map((file) => [file.reading.file, file])) };
  return last.byName;
};
