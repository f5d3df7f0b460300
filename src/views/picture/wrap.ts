/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

/** A text in lines no wider than `width`; a word that is wider has a line of its own. */
export const wrapWords = (text: string, width: number, measure: Measure): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** Where an item of so many pixels stands in rows that are filled from the left. */
export interface Place {
  readonly row: number;
  readonly x: number;
}

/** Places for items of given widths, in rows no wider than `width`, `gap` apart. */
export const inRows = (widths: readonly number[], width: number, gap: number): readonly Place[] => {
  let [row, x] = [0, 0];
  return widths.map((own) => {
    if (x > 0 && x + own > width) [row, x] = [row + 1, 0];
    const place = { row, x };
    x += own + gap;
    return place;
  });
};
