import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type ConceptId, type ConceptScope, concepts } from '../../facts/concepts.ts';
import type { Fact } from '../../facts/fact.ts';
import { outlineOf } from '../../facts/outline.ts';
import { useFiles } from '../../store/selectors.ts';
import { teach } from '../../store/taught.ts';
import { counted } from '../format.ts';
import { type OtherLabel, quoted } from './data/other-figures.ts';

const scopeTitles: Readonly<Record<ConceptScope, string>> = {
  class: 'Of a class',
  pool: 'Of the pool',
  bucket: 'By delinquency',
  loan: 'Of a loan',
};

/** Scopes that a figure can have, the likeliest first. */
const scopesOf = ({ class: name, member }: Fact): readonly ConceptScope[] => [
  ...(name === null ? [] : (['class'] as const)),
  ...(member === null ? [] : (['bucket', 'loan'] as const)),
  'pool',
];

const all = Object.keys(concepts) as ConceptId[];

/** Whether a number can mean the concept. */
const isNumeric = (id: ConceptId): boolean => !['flag', 'text', 'date'].includes(concepts[id].unit);

const matches = (id: ConceptId, search: string): boolean => {
  const words = concepts[id].title.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
};

interface TeachDialogProps {
  readonly figures: OtherLabel;
  readonly onClose: () => void;
}

/** Asks what a label means: one of the concepts, or nothing. */
export const TeachDialog = ({ figures, onClose }: TeachDialogProps): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const files = useFiles();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ConceptId | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const [first] = figures.facts;
  const statements = useMemo(
    () =>
      files
        .flatMap(({ reading }) => reading.statements)
        .filter((statement) => outlineOf(statement).teachable.includes(figures.key)).length,
    [files, figures.key],
  );
  if (first === undefined) return null;
  const groups = scopesOf(first)
    .map((scope) => ({
      scope,
      ids: all.filter((each) => concepts[each].scope === scope && isNumeric(each) && matches(each, search.trim())),
    }))
    .filter(({ ids }) => ids.length > 0);
  const listed = groups.flatMap(({ ids }) => ids);
  // A search that leaves one concept has chosen it.
  const meant = chosen !== null && listed.includes(chosen) ? chosen : listed.length === 1 ? (listed[0] ?? null) : null;
  const say = (concept: ConceptId | null) => {
    dialog.current?.close();
    teach({ ...figures.words, concept });
  };
  return (
    <dialog ref={dialog} className="teach-dialog" aria-labelledby={id} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (meant !== null) say(meant);
        }}
      >
        <h2 id={id}>What does {quoted(figures.words)} mean?</h2>
        <p>
          Printed here as {first.text}, and standing in {counted(statements, 'loaded statement')}. What you say holds
          for all of them, and for those you open later.
        </p>
        <label className="teach-search">
          Search
          <input type="search" value={search} onChange={({ currentTarget }) => setSearch(currentTarget.value)} />
        </label>
        <div className="teach-concepts">
          {groups.map(({ scope, ids }) => (
            <fieldset key={scope}>
              <legend>{scopeTitles[scope]}</legend>
              {ids.map((each) => (
                <label key={each}>
                  <input type="radio" name={id} checked={meant === each} onChange={() => setChosen(each)} />
                  {concepts[each].title}
                </label>
              ))}
            </fieldset>
          ))}
          {groups.length === 0 && <p className="quiet">No concept is called that.</p>}
        </div>
        <div className="row">
          <button type="submit" className="primary" disabled={meant === null}>
            {meant === null ? 'Choose a meaning' : `It means ${concepts[meant].title}`}
          </button>
          <button type="button" onClick={() => say(null)}>
            It means nothing
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
};
