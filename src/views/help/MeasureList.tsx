import type { ReactNode } from 'react';
import { type MeasureFamily, measures } from '../../metrics/measures.ts';
import { measureWords } from './data/measure-words.ts';
import { Entry } from './Entry.tsx';
import { Term } from './Term.tsx';

const families = [...new Set(measures.map(({ family }): MeasureFamily => family))];

/** Every measure: what it tells, its formula and where that stands. */
export const MeasureList = ({ wanted }: { readonly wanted: string | null }): ReactNode => (
  <>
    <p className="lede">
      Each measure is reckoned from printed figures alone, and shows its formula with the numbers put in. Where a figure
      is missing it says which, instead of showing a number. In the formulas B0 and B1 stand for the{' '}
      <Term id="pool">pool</Term> at the beginning and at the end of the month, S and U for its{' '}
      <Term id="scheduled-principal">scheduled</Term> and unscheduled principal, L for{' '}
      <Term id="realized-loss">realized losses</Term>.
    </p>
    {families.map((family) => (
      <section key={family} aria-label={family}>
        <h2>{family}</h2>
        {measures
          .filter((measure) => measure.family === family)
          .map(({ id, title, formula, source }) => (
            <Entry key={id} id={id} wanted={wanted} className="help-measure">
              <h3>{title}</h3>
              <p>{measureWords[id]}</p>
              <p>
                <code>{formula}</code>
              </p>
              <p className="quiet">{source}</p>
            </Entry>
          ))}
      </section>
    ))}
  </>
);
