/** A place in the plot, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** From where to where an area reaches at one place of the axis, in pixels. */
export interface Slice {
  readonly x: number;
  readonly top: number;
  readonly foot: number;
}

/** Hundredths of a pixel are finer than any screen shows. */
const short = (pixels: number): number => Math.round(pixels * 100) / 100;

/** Stretches without a gap; one that stands alone is none. */
const stretches = <Item>(items: readonly (Item | null)[]): readonly (readonly Item[])[] => {
  const found: Item[][] = [];
  let current: Item[] = [];
  for (const item of [...items, null]) {
    if (item !== null) {
      current.push(item);
      continue;
    }
    if (current.length > 1) found.push(current);
    current = [];
  }
  return found;
};

const through = (places: readonly Place[]): string => places.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L');

/** The path of a line through places; null interrupts it. */
export const lineOutline = (places: readonly (Place | null)[]): string =>
  stretches(places)
    .map((stretch) => `M${through(stretch)}`)
    .join('');

/** The path around an area; null interrupts it. */
export const areaOutline = (slices: readonly (Slice | null)[]): string =>
  stretches(slices)
    .map((stretch) => {
      const top = stretch.map(({ x, top: y }) => ({ x, y }));
      const foot = stretch.map(({ x, foot: y }) => ({ x, y })).reverse();
      return `M${through([...top, ...foot])}Z`;
    })
    .join('');
