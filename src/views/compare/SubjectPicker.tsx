import { type ReactNode, useId, useState } from 'react';
import { mostCompared } from '../../store/overview-places.ts';
import { Panel } from '../menu/Panel.tsx';

interface Option {
  readonly id: string;
  readonly name: string;
}

interface SubjectPickerProps {
  /** `deals`, `classes`. */
  readonly plural: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Longer lists are searched. */
const few = 12;

/** What is compared, as a list that opens below its button: found by words, taken in and out by Space. */
export const SubjectPicker = ({ plural, options, chosen, onChange }: SubjectPickerProps): ReactNode => {
  const [words, setWords] = useState('');
  const searchId = useId();
  const wanted = words.toLowerCase().split(/\s+/);
  const found = options.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
  const full = chosen.length >= mostCompared;
  return (
    <Panel
      className="compare-picker"
      summary={
        <summary>
          Choose {plural}, {chosen.length} of {options.length}
        </summary>
      }
    >
      <div className="compare-panel">
        {options.length > few && (
          <p className="compare-search">
            <label htmlFor={searchId}>Find</label>
            <input id={searchId} type="search" value={words} onChange={({ target }) => setWords(target.value)} />
          </p>
        )}
        <ul>
          {found.map(({ id, name }) => {
            const isChosen = chosen.includes(id);
            return (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={isChosen}
                    disabled={isChosen ? chosen.length === 1 : full}
                    onChange={() => onChange(isChosen ? chosen.filter((each) => each !== id) : [...chosen, id])}
                  />
                  {name}
                </label>
              </li>
            );
          })}
        </ul>
        {found.length === 0 && <p className="quiet">None of that name.</p>}
        {full && <p className="quiet">Twelve at most are compared at once.</p>}
      </div>
    </Panel>
  );
};
