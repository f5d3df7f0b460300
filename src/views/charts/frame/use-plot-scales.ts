import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';

/** Where things stand in the plot, in pixels of the chart. */
export interface PlotScales {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of a time in milliseconds. */
  readonly x: (time: number) => number;
  readonly y: (value: number, axis: 'left' | 'right') => number;
}

/** The scales of the chart around; null until it knows its size. */
export const usePlotScales = (): PlotScales | null => {
  const area = usePlotArea();
  const time = useXAxisScale();
  const leftAxis = useYAxisScale('left');
  const rightAxis = useYAxisScale('right');
  if (area === undefined || time === undefined || leftAxis === undefined) return null;
  const bottom = area.y + area.height;
  return {
    left: area.x,
    top: area.y,
    right: area.x + area.width,
    bottom,
    x: (at) => time(at) ?? area.x,
    y: (value, axis) => ((axis === 'right' ? rightAxis : leftAxis) ?? leftAxis)(value) ?? bottom,
  };
};
