import { openFilings } from '../filing/open.ts';
import { digest } from './digest.ts';

/** One document of a file as lines to look at. */
export interface SourceDocument {
  readonly exhibit: string | null;
  readonly description: string | null;
  readonly kind: 'text' | 'html' | 'binary';
  /** The lines, joined by line feeds. */
  readonly text: string;
  /** The 1-based line of the file at which each of the lines begins. */
  readonly numbers: Int32Array;
}

/** A file as it can be looked at, with the places of figures in it. */
export interface SourceText {
  readonly documents: readonly SourceDocument[];
  /**
   * Three numbers for each place asked for: index of the document, index of the line, offset in the line; the first is
   * -1 for a place that is in no document.
   */
  readonly places: Int32Array;
  /** Of the bytes that were opened: whether they are those that were read. */
  readonly digest: string;
}

const token = /\S+/g;

/**
 * Opens a file for looking at. `wanted` are places in the file as given, line and column in turn, both 1-based: of
 * HTML, whose lines are rendered, the worker alone knows where these went.
 */
export const sourceText = (file: string, bytes: Uint8Array, wanted: Int32Array): SourceText => {
  const documents = openFilings(file, bytes).flatMap((filing) => filing.documents);
  const places = new Int32Array((wanted.length / 2) * 3).fill(-1);
  const open = new Map<string, number[]>();
  for (let at = 0; at < wanted.length; at += 2) {
    const key = `${wanted[at]}:${wanted[at + 1]}`;
    const same = open.get(key);
    if (same === undefined) open.set(key, [at / 2]);
    else same.push(at / 2);
  }
  const wantedLines = new Set(Array.from({ length: wanted.length / 2 }, (_, at) => wanted[2 * at]));
  const take = (document: number, index: number, offset: number, line: number, column: number) => {
    const key = `${line}:${column}`;
    const found = open.get(key);
    if (found === undefined) return;
    open.delete(key);
    for (const place of found) places.set([document, index, offset], 3 * place);
  };
  const sources = documents.map((document, number): SourceDocument => {
    const { lines, exhibit, description, kind } = document;
    const numbers = new Int32Array(lines.length);
    lines.forEach((line, index) => {
      numbers[index] = document.lineOf(index, 0);
      if (kind === 'text' && !wantedLines.has(numbers[index])) return;
      for (const { index: start, 0: word } of line.matchAll(token)) {
        // A figure may stand within a word: `$1,645,120`, `(338.25)`, `2002-05`.
        for (let offset = start; offset < start + word.length; offset += 1) {
          take(number, index, offset, document.lineOf(index, offset), document.columnOf(index, offset));
        }
      }
    });
    return { exhibit, description, kind, text: lines.join('\n'), numbers };
  });
  return { documents: sources, places, digest: digest(bytes) };
};
