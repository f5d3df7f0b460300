import { useEffect, useState } from 'react';
import type { LoadedFile } from '../../store/loaded-file.ts';
import { type OpenedSource, openLoadedFile } from '../../store/source.ts';

export type SourceState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly source: OpenedSource }
  | { readonly kind: 'failed'; readonly found: string };

/** The text of a loaded file. */
export const useSource = (file: LoadedFile): SourceState => {
  const [state, setState] = useState<SourceState>({ kind: 'opening' });
  useEffect(() => {
    let gone = false;
    setState({ kind: 'opening' });
    openLoadedFile(file).then(
      (source) => {
        if (!gone) setState({ kind: 'open', source });
      },
      (cause: unknown) => {
        if (!gone) setState({ kind: 'failed', found: cause instanceof Error ? cause.message : String(cause) });
      },
    );
    return () => {
      gone = true;
    };
  }, [file]);
  return state;
};
