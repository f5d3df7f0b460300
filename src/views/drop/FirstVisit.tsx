import './first-visit.css';
import { type ReactNode, useEffect, useState } from 'react';
import { addSample } from '../../store/adding.ts';
import { type SampleDeal, sampleDeals } from '../../store/samples.ts';
import { AddButtons } from './AddButtons.tsx';

type Opening = 'idle' | 'opening' | { readonly failed: string };

/** Opens a sample deal by its place in the list, and tells how that goes. */
const useOpening = () => {
  const [state, setState] = useState<Opening>('idle');
  const open = async (place: number) => {
    setState('opening');
    try {
      const deal = (await sampleDeals())[place];
      if (deal === undefined) throw new Error('the list of sample deals is empty');
      addSample(deal);
    } catch (cause) {
      setState({ failed: cause instanceof Error ? cause.message : String(cause) });
    }
  };
  return { state, open };
};

/** The sample deals after the first, with what they show; none where the list cannot be had, null until that is known. */
const useFurtherSamples = (): readonly SampleDeal[] | null => {
  const [deals, setDeals] = useState<readonly SampleDeal[] | null>(null);
  useEffect(() => {
    let gone = false;
    sampleDeals().then(
      (all) => {
        if (!gone) setDeals(all.slice(1));
      },
      // The button says why when it is pressed.
      () => {
        if (!gone) setDeals([]);
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return deals;
};

/** What an address leads to that is not loaded. */
export interface Missing {
  readonly kind: 'deal' | 'file';
  readonly name: string;
}

/** What one sees before anything is loaded. */
export const FirstVisit = ({ missing }: { readonly missing: Missing | null }): ReactNode => {
  const { state, open } = useOpening();
  const further = useFurtherSamples();
  return (
    <div className="first-visit">
      {missing !== null && (
        <p className="notice">
          This address leads to a {missing.kind}, <code>{missing.name}</code>,{' '}
          {missing.kind === 'deal'
            ? 'whose statements are not loaded here. Drop them and it opens.'
            : 'that is not loaded here. Drop it and it opens.'}
        </p>
      )}
      <h1>See an asset-backed deal pay down.</h1>
      <p className="lede">
        Drop a trust’s monthly reports and follow its balances, factors, delinquencies and prepayments from month to
        month, every figure with the line it was printed on. Your files are read in this browser and never leave this
        computer.
      </p>
      <section className="drop-area" aria-label="Add statements">
        <p className="drop-words">Drop statements here</p>
        <p className="drop-hint">files, folders or archives, as many as there are; pasting works too</p>
        <div className="drop-buttons">
          <AddButtons />
          <button type="button" onClick={() => void open(0)} disabled={state === 'opening'}>
            Open the sample deal
          </button>
        </div>
        {typeof state === 'object' && (
          <p className="sample-failed" role="alert">
            The sample deal could not be opened: {state.failed}. Your own files can be read all the same.
          </p>
        )}
      </section>
      {further === null && <div className="further-samples-wait" />}
      {further !== null && further.length > 0 && (
        <section className="further-samples" aria-label="Further sample deals">
          <p className="quiet">More simulated deals:</p>
          <ul>
            {further.map(({ name, description }, place) => (
              <li key={name}>
                <button
                  type="button"
                  className="plain"
                  onClick={() => void open(place + 1)}
                  disabled={state === 'opening'}
                >
                  {name}
                </button>
                <span className="quiet">{description}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="first-notes">
        <section>
          <h2>What it reads</h2>
          <dl className="forms">
            <div>
              <dt>8-K, 10-D</dt>
              <dd>monthly statements to certificateholders</dd>
            </div>
            <div>
              <dt>10-K</dt>
              <dd>annual statements, kept apart from the months</dd>
            </div>
            <div>
              <dt>424B</dt>
              <dd>offering supplements with their classes</dd>
            </div>
          </dl>
          <p>As plain text, HTML, or whole EDGAR submissions, also inside zip, gzip and tar archives.</p>
        </section>
        <section>
          <h2>How to get filings</h2>
          <p>
            Find the trust on{' '}
            <a href="https://www.sec.gov/edgar/search/" rel="noreferrer" target="_blank">
              EDGAR
            </a>{' '}
            by its name and series, open a filing and save its “complete submission text file”.
          </p>
          <p>
            EDGAR does not let other pages fetch from it, which is why filings are dropped here instead of looked up.
          </p>
        </section>
      </div>
    </div>
  );
};
