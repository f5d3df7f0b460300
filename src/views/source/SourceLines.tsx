import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { verdictWords } from '../checks/verdict-words.ts';
import type { Mark } from './data/marks.ts';
import { type Hit, type Segment, segmentsOf } from './data/segments.ts';

const rowHeight = 20;
const noMarks: readonly Mark[] = [];
const noHits: readonly Hit[] = [];

/** Form feeds would be drawn as boxes. */
const drawn = (text: string): string => text.replaceAll('\f', ' ');

const spoken = (verdict: Mark['verdict']): string =>
  verdict === 'uncertain' ? 'left out, reading not certain' : verdictWords[verdict].title.toLowerCase();

interface MarkActions {
  readonly onEnter: (mark: Mark) => void;
  readonly onLeave: (mark: Mark) => void;
  readonly onFocus: (mark: Mark) => void;
}

interface FigureProps extends MarkActions {
  readonly mark: Mark;
  readonly href: string | null;
  readonly tabbable: boolean;
  readonly target: boolean;
  readonly inFinding: boolean;
  readonly children: ReactNode;
}

/** A figure on its line; leads to its series. */
const Figure = ({ mark, href, tabbable, target, inFinding, children, onEnter, onLeave, onFocus }: FigureProps) => (
  <a
    className={`mark mark-${mark.verdict}${target ? ' mark-target' : ''}${inFinding ? ' mark-finding' : ''}`}
    href={href ?? undefined}
    role={href === null ? 'button' : undefined}
    data-mark={mark.id}
    draggable={false}
    tabIndex={tabbable ? 0 : -1}
    aria-description={spoken(mark.verdict)}
    aria-current={target ? 'true' : undefined}
    onPointerMove={({ movementX, movementY }) => {
      // Lines that scroll under a pointer at rest are not pointed at.
      if (movementX !== 0 || movementY !== 0) onEnter(mark);
    }}
    onPointerLeave={() => onLeave(mark)}
    onFocus={() => onFocus(mark)}
    onClick={(event) => {
      // A finger has no hover: its first tap tells, the second one leads on.
      const touch = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch';
      if (touch && !target) event.preventDefault();
    }}
  >
    {children}
  </a>
);

interface LineProps extends MarkActions {
  readonly number: number;
  readonly index: number;
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly hits: readonly Hit[];
  readonly currentHit: boolean;
  readonly hrefOf: (mark: Mark) => string | null;
  readonly target: string | null;
  readonly tabbable: string | null;
  readonly finding: ReadonlySet<string>;
  readonly isTargetLine: boolean;
}

const pieces = ({ pieces }: Segment): ReactNode =>
  pieces.map(({ start, text, hit }) => (hit ? <mark key={start}>{drawn(text)}</mark> : drawn(text)));

const Line = memo(
  ({ number, index, start, text, marks, hits, currentHit, isTargetLine, ...rest }: LineProps): ReactNode => {
    const { hrefOf, target, tabbable, finding, onEnter, onLeave, onFocus } = rest;
    const kind = `${isTargetLine ? ' source-target-line' : ''}${currentHit ? ' source-hit-line' : ''}`;
    return (
      <div
        className={`source-row${kind}`}
        data-line={number}
        data-index={index}
        style={{ transform: `translateY(${start}px)` }}
      >
        <span className="source-number" aria-hidden="true">
          {number}
        </span>
        <span className="source-text">
          {segmentsOf(text, marks, hits).map((segment) =>
            segment.mark === null ? (
              <span key={segment.start}>{pieces(segment)}</span>
            ) : (
              <Figure
                key={segment.start}
                mark={segment.mark}
                href={hrefOf(segment.mark)}
                tabbable={segment.mark.id === tabbable}
                target={segment.mark.id === target}
                inFinding={finding.has(segment.mark.id)}
                onEnter={onEnter}
                onLeave={onLeave}
                onFocus={onFocus}
              >
                {pieces(segment)}
              </Figure>
            ),
          )}
          {'\n'}
        </span>
      </div>
    );
  },
);

/** What to bring into view; a new object scrolls, also to where one has been. */
export interface Goal {
  readonly line: number;
  /** The figure to focus there. */
  readonly mark: Mark | null;
}

interface SourceLinesProps extends MarkActions {
  readonly file: string;
  readonly lines: readonly string[];
  readonly numbers: Int32Array;
  /** Those of the document, in order. */
  readonly marks: readonly Mark[];
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Index of the line of the search's current hit. */
  readonly currentHit: number | null;
  readonly goal: Goal | null;
  readonly target: Mark | null;
  /** Figures of the finding looked at. */
  readonly finding: ReadonlySet<string>;
  readonly hrefOf: (mark: Mark) => string | null;
}

const byLine = (marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> => {
  const found = new Map<number, Mark[]>();
  for (const mark of marks) {
    const same = found.get(mark.place.line);
    if (same === undefined) found.set(mark.place.line, [mark]);
    else same.push(mark);
  }
  return found;
};

/** The figure that an arrow key leads to: along the line, or to the nearest one above or below. */
const neighbour = (marks: readonly Mark[], from: Mark, key: string): Mark | undefined => {
  const at = marks.indexOf(from);
  if (key === 'ArrowRight') return marks[at + 1];
  if (key === 'ArrowLeft') return marks[at - 1];
  const down = key === 'ArrowDown';
  const beyond = marks.filter(({ place }) => (down ? place.line > from.place.line : place.line < from.place.line));
  const line = (down ? beyond[0] : beyond.at(-1))?.place.line;
  const distance = (mark: Mark): number => Math.abs(mark.place.offset - from.place.offset);
  return beyond
    .filter(({ place }) => place.line === line)
    .reduce<Mark | undefined>(
      (best, mark) => (best === undefined || distance(mark) < distance(best) ? mark : best),
      undefined,
    );
};

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** What is selected, with the file and the lines it was taken from. */
const citation = (file: string, selection: Selection): string | null => {
  const lineOf = (node: Node | null): number => {
    const element = node instanceof Element ? node : node?.parentElement;
    return Number(element?.closest<HTMLElement>('[data-line]')?.dataset.line ?? 0);
  };
  const text = selection.toString();
  const ends = [lineOf(selection.anchorNode), lineOf(selection.focusNode)].sort((left, right) => left - right);
  const [first = 0, last = 0] = ends;
  if (text.trim() === '' || first === 0) return null;
  return `${text.replace(/\s+$/, '')}\n(${file}, ${first === last ? `line ${first}` : `lines ${first}–${last}`})`;
};

/** A document's lines with their numbers and marks; only those in view exist. One tab stop, arrow keys between figures. */
export const SourceLines = (props: SourceLinesProps): ReactNode => {
  const { file, lines, numbers, marks, hits, currentHit, goal, target, finding, hrefOf } = props;
  const { onEnter, onLeave, onFocus } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const pending = useRef<Mark | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 30,
  });
  const marked = useMemo(() => byLine(marks), [marks]);
  const width = useMemo(() => lines.reduce((most, line) => Math.max(most, line.length), 0), [lines]);
  const tabbable = target?.id ?? marks[0]?.id ?? null;

  useLayoutEffect(() => {
    if (goal === null) return;
    pending.current = goal.mark;
    virtualizer.scrollToIndex(goal.line, { align: 'center' });
  }, [goal, virtualizer]);
  useEffect(() => {
    const wanted = pending.current;
    if (wanted === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-mark="${wanted.id}"]`);
    if (element == null) return;
    pending.current = null;
    element.focus({ preventScroll: true });
    const [frame, box] = [scroller.current?.getBoundingClientRect(), element.getBoundingClientRect()];
    if (frame !== undefined && (box.right > frame.right - 16 || box.left < frame.left + 64)) {
      // No further than needed: the words before a figure say what it is.
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (!arrows.includes(event.key) || event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const id = (event.target as HTMLElement).dataset.mark;
    const from = marks.find((mark) => mark.id === id);
    if (from === undefined) return;
    const next = neighbour(marks, from, event.key);
    event.preventDefault();
    if (next === undefined) return;
    onFocus(next);
    pending.current = next;
    virtualizer.scrollToIndex(next.place.line, { align: 'auto' });
  };
  const onCopy = (event: ClipboardEvent) => {
    const selection = window.getSelection();
    const text = selection === null ? null : citation(file, selection);
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  };

  return (
    <section
      ref={scroller}
      className="source-lines"
      aria-label={`Text of ${file}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      <div
        className="source-sheet"
        style={{ blockSize: virtualizer.getTotalSize(), minInlineSize: `calc(${width}ch + var(--gutter) + 3ch)` }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <Line
            key={index}
            number={numbers[index] ?? index + 1}
            index={index}
            start={start}
            text={lines[index] ?? ''}
            marks={marked.get(index) ?? noMarks}
            hits={hits.get(index) ?? noHits}
            currentHit={index === currentHit}
            hrefOf={hrefOf}
            target={target?.place.line === index ? target.id : null}
            tabbable={marked.has(index) ? tabbable : null}
            finding={finding}
            isTargetLine={goal?.line === index}
            onEnter={onEnter}
            onLeave={onLeave}
            onFocus={onFocus}
          />
        ))}
      </div>
    </section>
  );
};
