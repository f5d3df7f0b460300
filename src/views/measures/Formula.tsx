import { Fragment, type ReactNode, useState } from 'react';
import type { DerivedTerm, Term } from '../../metrics/measure.ts';
import { FigureLink } from '../deal/FigureLink.tsx';

/** What a number stands for where it is another one under a name of its own, as a printed percentage that a test uses. */
const resolved = (term: Term): Term => {
  const [only] = term.origin === 'derived' ? term.pieces : [];
  return term.origin === 'derived' && term.pieces.length === 1 && typeof only === 'object' ? resolved(only) : term;
};

/** A number of a formula: a printed one opens its line; one that follows from others is explained below. */
const TermNumber = ({ term: named }: { readonly term: Term }): ReactNode => {
  const term = resolved(named);
  if (term.origin === 'printed') {
    return <FigureLink printed={[{ fact: term.fact, statement: term.statement }]}>{term.text}</FigureLink>;
  }
  return (
    <span className={term.origin === 'derived' ? 'term-derived' : 'term-given'} title={term.name}>
      {term.text}
    </span>
  );
};

interface Placed {
  /** Where in the formula it begins: what tells two equal pieces apart. */
  readonly at: number;
  readonly piece: string | Term;
}

const placed = (pieces: readonly (string | Term)[]): readonly Placed[] => {
  let at = 0;
  return pieces.map((piece) => {
    const here = { at, piece };
    at += typeof piece === 'string' ? piece.length : piece.text.length;
    return here;
  });
};

/** A formula with its numbers put in, each printed one a link to its line. */
export const Formula = ({ pieces }: { readonly pieces: readonly (string | Term)[] }): ReactNode => (
  <span className="formula">
    {placed(pieces).map(({ at, piece }) => (
      <Fragment key={at}>{typeof piece === 'string' ? piece : <TermNumber term={piece} />}</Fragment>
    ))}
  </span>
);

/** What is drawn only when it is opened. */
const Folded = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
};

/** More numbers than this are told when asked for. */
const mostBehind = 4;

/** Numbers that a formula does not show though they are behind it, each with its link. */
const Behind = ({ term: { pieces, terms } }: { readonly term: DerivedTerm }): ReactNode => {
  const hidden = terms.filter((term) => !pieces.includes(term));
  const list = hidden.map((term, index) => (
    <Fragment key={term.origin === 'printed' ? `${term.fact.line}:${term.fact.column}` : term.name}>
      {index > 0 && ', '}
      <TermNumber term={term} />
    </Fragment>
  ));
  if (hidden.length === 0) return null;
  return hidden.length <= mostBehind ? <>: {list}</> : <Folded title={`From ${hidden.length} figures`}>{list}</Folded>;
};

const derivedIn = (terms: readonly Term[]): readonly DerivedTerm[] =>
  terms.map(resolved).filter((term): term is DerivedTerm => term.origin === 'derived');

/** More than this are told when asked for. */
const mostAtOnce = 2;
/** Chains of months are as long as the deal: from here on each step is told when asked for. */
const deepest = 1;

/** How the numbers of a formula that are printed nowhere follow from others, down to what is printed. */
export const Workings = ({
  terms,
  depth = 0,
}: {
  readonly terms: readonly Term[];
  readonly depth?: number;
}): ReactNode => {
  const derived = derivedIn(terms);
  if (derived.length === 0) return null;
  const list = (
    <ul className="workings">
      {derived.map((term) => (
        <li key={`${term.name} ${term.text}`}>
          <span className="working-name">{term.name}</span> {term.text} = <Formula pieces={term.pieces} />
          <Behind term={term} />
          <Workings terms={term.terms} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
  if (derived.length <= mostAtOnce && depth <= deepest) return list;
  return <Folded title={derived.length === 1 ? 'How it follows' : `How these ${derived.length} follow`}>{list}</Folded>;
};
