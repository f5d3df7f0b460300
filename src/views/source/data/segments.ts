import type { Mark } from './marks.ts';

/** A stretch of a line where words of a search stand: from, to before. */
export type Hit = readonly [from: number, to: number];

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly hit: boolean;
}

/** A part of a line: a figure, or what stands between figures. */
export interface Segment {
  readonly start: number;
  readonly mark: Mark | null;
  readonly pieces: readonly Piece[];
}

const piecesOf = (line: string, from: number, to: number, hits: readonly Hit[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = from;
  const add = (end: number, hit: boolean) => {
    if (end > at) pieces.push({ start: at, text: line.slice(at, end), hit });
    at = Math.max(at, end);
  };
  for (const [start, end] of hits) {
    if (end <= from || start >= to) continue;
    add(Math.max(from, start), false);
    add(Math.min(to, end), true);
  }
  add(to, false);
  return pieces;
};

/** A line cut into its figures and what stands between them. Marks and hits in order and without overlaps. */
export const segmentsOf = (line: string, marks: readonly Mark[], hits: readonly Hit[]): readonly Segment[] => {
  const segments: Segment[] = [];
  let at = 0;
  const add = (end: number, mark: Mark | null) => {
    if (end > at) segments.push({ start: at, mark, pieces: piecesOf(line, at, end, hits) });
    at = Math.max(at, end);
  };
  for (const mark of marks) {
    add(mark.place.offset, null);
    add(mark.place.offset + mark.length, mark);
  }
  add(line.length, null);
  return segments;
};
