import type { SourceBytes } from './messages.ts';
import type { SourceText } from './source-text.ts';

/** From the page: open this file; `wanted` as for `sourceText`. */
export interface ToSourceWorker {
  readonly id: number;
  readonly file: string;
  readonly source: SourceBytes;
  readonly wanted: Int32Array;
}

export type FromSourceWorker =
  | { readonly id: number; readonly text: SourceText }
  | { readonly id: number; readonly failed: string };
