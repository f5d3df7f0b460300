import type { ReactNode } from 'react';
import { seriesOf } from '../../deal/names.ts';

/** A deal's name, its series never broken over two lines: 2002-1 must not end up as 2002. */
export const DealName = ({ name }: { readonly name: string }): ReactNode => {
  const series = seriesOf(name);
  if (series === null) return name;
  const at = name.lastIndexOf(series);
  return (
    <>
      {name.slice(0, at)}
      <span className="unbroken">{series}</span>
      {name.slice(at + series.length)}
    </>
  );
};
