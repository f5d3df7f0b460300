import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { PrintedFact } from '../../deal/series.ts';
import { useContradicted } from '../checks/contradicted.ts';
import { ContradictedSign } from '../checks/VerdictSign.tsx';
import { openFigure } from '../open-figure.ts';

interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

const placeOf = ({ fact, statement }: PrintedFact): string =>
  `${statement.exhibit === null ? statement.file : `${statement.file}, ${statement.exhibit}`}, line ${fact.line.toLocaleString('en-US')}`;

const wordsOf = ({ fact }: PrintedFact): string =>
  [fact.section, fact.label, fact.columnLabel].filter((word) => word !== null && word !== '').join(' · ');

interface NoteProps {
  readonly id: string;
  readonly anchor: Anchor;
  readonly formula: string | undefined;
  readonly printed: readonly PrintedFact[];
}

/** As many sources as fit a note; a sum over all classes has more. */
const shown = 6;

const Note = ({ id, anchor, formula, printed }: NoteProps): ReactNode => {
  const note = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = note.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const left = Math.max(8, Math.min(anchor.left, document.documentElement.clientWidth - width - 8));
    const below = anchor.bottom + 6;
    const top = below + height > window.innerHeight ? Math.max(8, anchor.top - height - 6) : below;
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [anchor]);
  return (
    <span ref={note} id={id} role="tooltip" className="figure-note">
      {formula !== undefined && <span className="figure-formula">Computed: {formula}</span>}
      {printed.slice(0, shown).map((source) => (
        <span className="figure-source" key={`${source.statement.file}:${source.fact.line}:${source.fact.column}`}>
          <span className="figure-printed">{source.fact.text}</span>
          <span className="figure-place">{placeOf(source)}</span>
          <span className="figure-words">{wordsOf(source)}</span>
        </span>
      ))}
      {printed.length > shown && <span className="figure-place">and {printed.length - shown} more figures</span>}
    </span>
  );
};

interface FigureLinkProps {
  /** The figure, or the figures that it was computed from. */
  readonly printed: readonly PrintedFact[];
  /** How it was computed, where it is not printed as it stands. */
  readonly formula?: string | undefined;
  readonly children: ReactNode;
}

/** A figure that tells where it was printed, by pointer or focus, and opens that line; one computed opens its first. */
export const FigureLink = ({ printed, formula, children }: FigureLinkProps): ReactNode => {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const contradicted = useContradicted();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const show = () => {
    const box = button.current?.getBoundingClientRect();
    if (box !== undefined) setAnchor({ left: box.left, top: box.top, bottom: box.bottom });
  };
  const hide = () => setAnchor(null);
  useEffect(() => {
    if (anchor === null) return;
    const leave = () => setAnchor(null);
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') leave();
    };
    const listeners = new AbortController();
    window.addEventListener('scroll', leave, { capture: true, passive: true, signal: listeners.signal });
    window.addEventListener('keydown', onKey, { signal: listeners.signal });
    return () => listeners.abort();
  }, [anchor]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="figure"
        aria-describedby={anchor === null ? undefined : id}
        onPointerEnter={show}
        onPointerLeave={hide}
        onFocus={show}
        onBlur={hide}
        onClick={() => {
          const [first] = printed;
          if (first !== undefined) openFigure(first.statement, first.fact);
        }}
      >
        {printed.some(({ fact }) => contradicted.has(fact)) && <ContradictedSign />}
        {children}
      </button>
      {anchor !== null && <Note id={id} anchor={anchor} formula={formula} printed={printed} />}
    </>
  );
};
