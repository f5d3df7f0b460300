import type { ReactNode } from 'react';
import { seriesOf } from '../../deal/names.ts';

/** A deal's name, its series never broken over two lines: 2002-1 must not end up as 2002. */
export const DealName = ({ name }: { readonly name: string }): ReactNode => {
  const series = seriesOf(name);
  if (series === null) return name;
  return (
    <>
      {name.slice(0, name.length - series.length)}
      <span className="unbroken">{series}</span>
    </>
  );
};
