import { type ReactNode, useId, useState } from 'react';
import { formatPlace, type SourcePlace } from '../../store/place.ts';
import type { SourceDocument } from '../../store/source.ts';
import { moveTo } from '../navigation.ts';

const documentTitle = ({ exhibit, description }: SourceDocument, index: number): string =>
  exhibit ?? description ?? `Document ${index + 1}`;

interface DocumentTabsProps {
  readonly file: string;
  readonly documents: readonly SourceDocument[];
  /** Index of the document that is shown. */
  readonly shown: number;
}

/** The documents of a file, to go from one to another. */
export const DocumentTabs = ({ file, documents, shown }: DocumentTabsProps): ReactNode => {
  const placeOf = (document: number): SourcePlace => ({
    kind: 'source',
    file,
    document,
    line: null,
    column: null,
    finding: null,
  });
  return (
    <nav className="source-tabs" aria-label="Documents">
      {documents.map((each, index) => (
        <a
          // biome-ignore lint/suspicious/noArrayIndexKey: documents of a file never change places
          key={index}
          href={formatPlace(placeOf(index))}
          aria-current={index === shown ? 'page' : undefined}
          title={each.description ?? undefined}
          onClick={(event) => {
            event.preventDefault();
            moveTo(placeOf(index));
          }}
        >
          {documentTitle(each, index)}
        </a>
      ))}
    </nav>
  );
};

interface LineSearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly found: number;
  readonly current: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** Finds words in the lines of a document, and steps through the lines that hold them. */
export const LineSearch = ({ value, onChange, found, current, onStep }: LineSearchProps): ReactNode => {
  const id = useId();
  return (
    <search className="source-search">
      <label htmlFor={id}>Find</label>
      <input
        id={id}
        type="search"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="source-found" aria-live="polite">
        {value.trim() === '' ? '' : found === 0 ? 'not found' : `${current + 1} of ${found}`}
      </span>
      <button type="button" onClick={() => onStep(-1)} disabled={found === 0} aria-label="Previous match">
        ‹
      </button>
      <button type="button" onClick={() => onStep(1)} disabled={found === 0} aria-label="Next match">
        ›
      </button>
    </search>
  );
};

/** Copies a line with the file and its number. */
export const CopyLine = ({
  file,
  line,
  text,
}: {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}) => {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${text.trimEnd()}\n(${file}, line ${line})`);
      setSaid('Copied');
    } catch {
      setSaid('The browser does not let this page copy');
    }
    setTimeout(() => setSaid(''), 2500);
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy line {line.toLocaleString('en-US')} with its source
      </button>
      <span className="quiet" aria-live="polite">
        {said}
      </span>
    </>
  );
};
