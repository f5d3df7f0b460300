/** What of a chart's rectangle the axes take, in pixels. */
export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The lowest and the highest value of an axis. */
export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** Where things stand in the plot, in pixels of the chart. */
export interface PlotScales {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of a time in milliseconds, or of an age in months. */
  readonly x: (time: number) => number;
  readonly y: (value: number, axis: 'left' | 'right') => number;
}

const shareOf = ({ from, to }: Domain, value: number): number => (to === from ? 0 : (value - from) / (to - from));

/** The scales of a chart of so many pixels: straight ones, times from left to right, values from bottom to top. */
export const plotScales = (
  { width, height }: { readonly width: number; readonly height: number },
  margin: Margin,
  times: Domain,
  values: { readonly left: Domain; readonly right: Domain },
): PlotScales => {
  const [left, right] = [margin.left, width - margin.right];
  const [top, bottom] = [margin.top, height - margin.bottom];
  return {
    left,
    top,
    right,
    bottom,
    x: (time) => left + shareOf(times, time) * (right - left),
    y: (value, axis) => bottom - shareOf(values[axis], value) * (bottom - top),
  };
};
