import { memo } from 'react';
import { sparkPath } from './data/spark-path.ts';

const width = 64;
const height = 18;

/** How a figure moved, as a small line without axes. The figures themselves stand elsewhere, so it is not read aloud. */
export const Sparkline = memo(({ values }: { readonly values: readonly (number | null)[] }) => (
  <svg className="sparkline" width={width} height={height} aria-hidden="true" focusable="false">
    <path d={sparkPath(values, width, height)} />
  </svg>
));
