import type { ReactNode } from 'react';
import { formatPlace } from '../../store/place.ts';
import { Term } from './Term.tsx';

/** The first five minutes. */
export const StartHere = (): ReactNode => (
  <>
    <ol className="help-steps">
      <li>
        <strong>Drop statements anywhere on the page</strong>: files, whole folders or archives. They are read in this
        browser and leave this computer at no time. Without any at hand, take a sample deal from the first page or{' '}
        <a href={formatPlace({ kind: 'help', page: 'filings', entry: null })}>get filings from EDGAR</a>.
      </li>
      <li>
        <strong>See the deal</strong>: the months in order, with the <Term id="class">classes</Term>’ balances, their{' '}
        <Term id="certificate-factor">factors</Term>, <Term id="delinquency">delinquencies</Term> and{' '}
        <Term id="cpr">prepayments</Term>. A month that is missing stays a gap, and is named.
      </li>
      <li>
        <strong>Open the line</strong>: every figure, in key figures, tables and charts, leads to the line that it was
        printed on. Back returns to where you were.
      </li>
      <li>
        <strong>Look at the checks</strong>: each figure is held against the others that must agree with it. A sign
        tells whether it is <Term id="verdict">proven, unproven or contradicted</Term>; a finding names both sides and
        the gap.
      </li>
      <li>
        <strong>Take the data along</strong>: every table and chart can be exported, with the file and line of each
        figure.
      </li>
    </ol>
    <h2>When something is not read</h2>
    <p>
      The <a href={formatPlace({ kind: 'files' })}>list of files</a> tells for each what was found, and why it was not
      read. A figure that was read but not understood stands under the deal’s statement, where you can say what its
      label means; from then on it is read everywhere. A figure that could be read in two ways is called uncertain, and
      none is chosen.
    </p>
  </>
);
