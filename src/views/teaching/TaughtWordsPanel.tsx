import './teaching.css';
import { type ReactNode, useRef, useState } from 'react';
import { concepts } from '../../facts/concepts.ts';
import { printTaughtWords, type TaughtWord } from '../../facts/teaching.ts';
import { importWords, unteach, useTaught } from '../../store/taught.ts';
import { counted } from '../format.ts';
import { saveFile } from '../tables/save-file.ts';
import { DamagedWords } from './DamagedWords.tsx';
import { quoted } from './data/other-figures.ts';

const Word = ({ word }: { readonly word: TaughtWord }): ReactNode => (
  <li>
    <span>
      {quoted(word)} <span className="quiet">{word.concept === null ? 'means nothing' : 'means'}</span>{' '}
      {word.concept !== null && concepts[word.concept].title}
    </span>
    <button type="button" className="plain" aria-label={`Undo ${quoted(word)}`} onClick={() => unteach(word)}>
      Undo
    </button>
  </li>
);

type Outcome = { readonly added: number } | { readonly failed: string };

/** The words taught, each with a way back; to be written to a file and read from one. */
export const TaughtWordsPanel = (): ReactNode => {
  const words = useTaught((state) => state.words);
  const unkept = useTaught((state) => state.unkept);
  const damaged = useTaught((state) => state.damaged);
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const read = async (file: File) => {
    try {
      setOutcome({ added: importWords(await file.text()) });
    } catch (cause) {
      setOutcome({ failed: cause instanceof Error ? cause.message : String(cause) });
    }
  };
  return (
    <details className="taught-words">
      <summary>{words.length === 0 ? 'Words taught' : `${counted(words.length, 'word')} taught`}</summary>
      <p className="quiet">
        What you said labels mean. This browser remembers it; the file takes it elsewhere, also to the command line (
        <code>--vocabulary</code>).
      </p>
      {words.length > 0 && (
        <ul>
          {words.map((word) => (
            <Word key={`${word.label}\u0000${word.columnLabel ?? ''}`} word={word} />
          ))}
        </ul>
      )}
      <div className="row">
        <button
          type="button"
          disabled={words.length === 0}
          onClick={() => saveFile('paydown-vocabulary.json', printTaughtWords(words), 'application/json')}
        >
          Export words
        </button>
        <button type="button" onClick={() => input.current?.click()}>
          Import words
        </button>
        <input
          ref={input}
          className="file-input"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label="Vocabulary file"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) void read(file);
            currentTarget.value = '';
          }}
        />
      </div>
      {outcome !== null && (
        <p role="status">
          {'added' in outcome ? `${counted(outcome.added, 'word')} read from the file.` : outcome.failed}
        </p>
      )}
      {damaged !== null && <DamagedWords damaged={damaged} />}
      {unkept && <p role="alert">This browser does not keep them: export them before you close the page.</p>}
    </details>
  );
};
