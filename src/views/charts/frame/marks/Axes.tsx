import type { PlotScales } from '../plot-scales.ts';
import type { Tick } from '../ticks.ts';

interface AxesProps {
  readonly scales: PlotScales;
  readonly times: readonly Tick[];
  readonly left: readonly Tick[];
  /** Empty where there is no axis on the right. */
  readonly right: readonly Tick[];
}

/** From the plot to the names of values, and from its foot to the line that the names of months stand on. */
const distance = 12;
const fall = 25;

/** The grid, the line at the foot of the plot, and the names of months and values around it. */
export const Axes = ({ scales, times, left, right }: AxesProps) => {
  const { x, y } = scales;
  const foot = `M${scales.left} ${scales.bottom}H${scales.right}`;
  return (
    <>
      <path
        className="chart-grid"
        d={left.map(({ value }) => `M${scales.left} ${y(value, 'left')}H${scales.right}`).join('')}
      />
      <path className="chart-axis" d={foot} />
      <g className="chart-ticks" data-axis="time" textAnchor="middle">
        {times.map(({ value, name }) => (
          <text key={value} x={x(value)} y={scales.bottom + fall}>
            {name}
          </text>
        ))}
      </g>
      <g className="chart-ticks" data-axis="left" textAnchor="end">
        {left.map(({ value, name }) => (
          <text key={value} x={scales.left - distance} y={y(value, 'left')} dy="0.355em">
            {name}
          </text>
        ))}
      </g>
      {right.length > 0 && (
        <g className="chart-ticks" data-axis="right">
          {right.map(({ value, name }) => (
            <text key={value} x={scales.right + distance} y={y(value, 'right')} dy="0.355em">
              {name}
            </text>
          ))}
        </g>
      )}
    </>
  );
};
