import type { LineForm, Stroke } from './forms.ts';
import type { ScannedLine } from './lines.ts';

/**
 * Stretches of lines that are printed alike: of the same forms, with the same free lines and rules between them. What is found from where
 * the words and figures of a stretch stand is the same for all of them.
 */

/** What a line has in common with those printed alike. */
export interface Print {
  readonly form: LineForm;
  readonly kind: ScannedLine['kind'];
  readonly blanksBefore: number;
  readonly ruleBefore: boolean;
  readonly strokes: readonly Stroke[];
  readonly markBefore: boolean;
  readonly pageHead: boolean;
  /** The characters of its cells where they are words of a heading, figures among them. */
  readonly words: readonly string[] | null;
}

const wordsOf = (line: ScannedLine): readonly string[] | null =>
  line.kind === 'text' && line.form.varies ? line.cells.map((cell) => cell.text) : null;

export const printOf = (line: ScannedLine): Print => ({
  form: line.form,
  kind: line.kind,
  blanksBefore: line.blanksBefore,
  ruleBefore: line.ruleBefore,
  strokes: line.strokes,
  markBefore: line.markBefore,
  pageHead: line.pageHead,
  words: wordsOf(line),
});

export const isPrintedAs = (line: ScannedLine, print: Print): boolean =>
  line.form === print.form &&
  line.kind === print.kind &&
  line.blanksBefore === print.blanksBefore &&
  line.ruleBefore === print.ruleBefore &&
  line.strokes === print.strokes &&
  line.markBefore === print.markBefore &&
  line.pageHead === print.pageHead &&
  (print.words === null || print.words.every((text, i) => line.cells[i]!.text === text));

/** A stretch of lines around a first row, and what was found from it. */
interface Stretch<Found> {
  readonly prints: readonly Print[];
  /** How many of its lines stand above the first row. */
  readonly above: number;
  /** No more lines stood above it that could belong to it. */
  readonly bounded: boolean;
  readonly found: Found;
}

/** What `find` finds, with how many lines above the first row it looked at. */
export interface Finding<Found> {
  readonly found: Found;
  readonly above: number;
}

const MOST_STRETCHES = 32;

/**
 * Gives what `find` finds from the lines `first` to `last` and those above them down to `cursor`, found once for lines that are printed alike.
 */
export function foundAlike<Found>(): (
  lines: readonly ScannedLine[],
  cursor: number,
  first: number,
  last: number,
  find: () => Finding<Found>,
) => Found {
  const known = new WeakMap<LineForm, Stretch<Found>[]>();
  return (lines, cursor, first, last, find) => {
    const { form } = lines[first]!;
    const stretches = known.get(form) ?? [];
    for (const { prints, above, bounded, found } of stretches) {
      const top = first - above;
      if (top < cursor || (bounded && top > cursor) || prints.length !== last - top + 1) continue;
      let alike = true;
      for (let i = 0; i < prints.length && alike; i++) alike = isPrintedAs(lines[top + i]!, prints[i]!);
      if (alike) return found;
    }
    const { found, above } = find();
    const top = first - above;
    const stretch = { prints: lines.slice(top, last + 1).map(printOf), above, bounded: top === cursor, found };
    known.set(form, [stretch, ...stretches.slice(0, MOST_STRETCHES - 1)]);
    return found;
  };
}
