import { Fragment, type ReactNode } from 'react';
import type { PrintedTerm, Term } from '../../metrics/measure.ts';
import { FigureLink } from '../deal/FigureLink.tsx';

/** A printed number that opens its line; any other as it stands. */
export const TermLink = ({ term }: { readonly term: Term }): ReactNode =>
  term.origin === 'printed' ? <FigureLink printed={[term]}>{term.text}</FigureLink> : term.text;

/** Numbers with a sign between them, each opening its line. */
export const Terms = ({ terms, sign }: { readonly terms: readonly Term[]; readonly sign: string }): ReactNode =>
  terms.map((term, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same number may stand twice
    <Fragment key={index}>
      {index > 0 && ` ${sign} `}
      <TermLink term={term} />
    </Fragment>
  ));

const isPrinted = (term: Term | null): term is PrintedTerm => term?.origin === 'printed';

/** The places after the point that a term is printed with. */
export const decimalsOf = (term: Term | null): number | null => (isPrinted(term) ? term.fact.decimals : null);
