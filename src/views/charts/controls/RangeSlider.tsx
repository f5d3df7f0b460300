import { type ChangeEvent, useRef, useState } from 'react';
import { monthTitle } from '../../../deal/month.ts';
import type { MonthRange } from '../data/window.ts';

interface RangeSliderProps {
  /** All months from the first to the last, in order. */
  readonly months: readonly string[];
  readonly range: MonthRange;
  /** `first` in a row of changes by key, so that Back undoes them together. */
  readonly onChange: (range: MonthRange, first: boolean) => void;
}

const yearsIn = (months: readonly string[]): readonly { readonly year: string; readonly at: number }[] => {
  const last = months.length - 1;
  const years = months.flatMap((month, index) =>
    month.endsWith('-01') ? [{ year: month.slice(0, 4), at: last === 0 ? 0 : index / last }] : [],
  );
  const step = Math.ceil(years.length / 6);
  return years.filter((_, index) => index % step === 0);
};

/** Keys by which a thumb moves, and by how many months; the browser moves it for the others. */
const strides: Readonly<Record<string, number>> = { PageUp: 12, PageDown: -12 };

/**
 * Two thumbs on one line of months. Each is a slider of its own for the keyboard: arrows move by a month, Page keys by a
 * year, Home and End to the ends. Charts follow when a thumb is let go.
 */
export const RangeSlider = ({ months, range, onChange }: RangeSliderProps) => {
  const last = months.length - 1;
  const [draft, setDraft] = useState<readonly [number, number] | null>(null);
  const moved = useRef(false);
  const line = useRef<HTMLDivElement>(null);
  const settled = [Math.max(0, months.indexOf(range.from)), Math.max(0, months.indexOf(range.to))] as const;
  const [from, to] = draft ?? settled;
  const titleAt = (index: number): string => monthTitle(months[index] ?? '');

  const settle = () => {
    if (draft === null) return;
    setDraft(null);
    const [start, end] = [months[draft[0]], months[draft[1]]];
    if (start === undefined || end === undefined || (draft[0] === settled[0] && draft[1] === settled[1])) return;
    onChange({ from: start, to: end }, !moved.current);
    moved.current = true;
  };
  const move = (thumb: 'from' | 'to', value: number) =>
    setDraft(thumb === 'from' ? [Math.min(Math.max(0, value), to), to] : [from, Math.max(Math.min(last, value), from)]);
  const thumb = (which: 'from' | 'to', label: string) => {
    const index = which === 'from' ? from : to;
    return (
      <input
        type="range"
        className="range-thumb"
        aria-label={label}
        aria-valuetext={titleAt(index)}
        min={0}
        max={last}
        step={1}
        value={index}
        onChange={({ currentTarget }: ChangeEvent<HTMLInputElement>) => move(which, Number(currentTarget.value))}
        onKeyDown={(event) => {
          const stride = strides[event.key];
          if (stride === undefined) return;
          event.preventDefault();
          move(which, index + stride);
        }}
        onKeyUp={settle}
        onPointerUp={() => {
          moved.current = false;
          settle();
        }}
        onBlur={() => {
          settle();
          moved.current = false;
        }}
      />
    );
  };
  const span = to - from + 1;
  return (
    <div className="range-slider">
      <div
        ref={line}
        className="range-line"
        onPointerDown={(event) => {
          // On the line itself the nearer thumb comes; the thumbs take their own.
          if (event.target !== event.currentTarget || line.current === null) return;
          const box = line.current.getBoundingClientRect();
          const at = Math.round((last * (event.clientX - box.left)) / box.width);
          const nearer = Math.abs(at - from) <= Math.abs(at - to) ? 'from' : 'to';
          const [start, end] = nearer === 'from' ? [Math.min(at, to), to] : [from, Math.max(at, from)];
          const [first, final] = [months[Math.max(0, start)], months[Math.min(last, end)]];
          if (first !== undefined && final !== undefined) onChange({ from: first, to: final }, true);
        }}
      >
        <div
          className="range-chosen"
          style={{ insetInlineStart: `${(100 * from) / last}%`, inlineSize: `${(100 * (to - from)) / last}%` }}
        />
        {thumb('from', 'First month shown')}
        {thumb('to', 'Last month shown')}
      </div>
      <div className="range-years" aria-hidden="true">
        {yearsIn(months).map(({ year, at }) => (
          <span key={year} style={{ insetInlineStart: `${100 * at}%` }}>
            {year}
          </span>
        ))}
      </div>
      <p className="range-words">
        {titleAt(from)} – {titleAt(to)}, {span} {span === 1 ? 'month' : 'months'}
      </p>
    </div>
  );
};
