import type { ReactNode } from 'react';
import type { CheckKind, CheckScope } from '../../checks/identity.ts';
import { concepts } from '../../facts/concepts.ts';
import { checkEntry, checkGroups } from './data/check-groups.ts';
import { Entry } from './Entry.tsx';

const scopeTitles: Readonly<Record<CheckScope, string>> = {
  row: 'Within a row',
  table: 'Within a table',
  statement: 'Within a statement',
  'consecutive months': 'From month to month',
  'months against the year': 'The months against the year',
  'monthly against the offering': 'The months against the offering',
};

const kindWords: Readonly<Record<CheckKind, string>> = {
  equality: 'Proves the figures in it where it holds.',
  ordering: 'Proves nothing; a gap is a finding.',
  soft: 'A rule of thumb: proves nothing and contradicts nothing.',
};

/** Every check: what is held against what. */
export const CheckList = ({ wanted }: { readonly wanted: string | null }): ReactNode => (
  <>
    <p className="lede">
      A printed figure stands for every number that rounds to it, and a check holds when both sides can be the same
      number: there is no tolerance to choose. A figure is <strong>proven</strong> when it stands in an equality that
      holds, <strong>contradicted</strong> when a failing one points at it, and <strong>unproven</strong> when nothing
      else depends on it. A failing equality points at those of its figures that no holding one supports; where others
      support them all, at both sides of the gap. Whatever a deal does not have is not tested.
    </p>
    {checkGroups().map(([scope, groups]) => (
      <section key={scope} aria-label={scopeTitles[scope]}>
        <h2>{scopeTitles[scope]}</h2>
        {groups.map(({ about, identities }) => {
          const [first] = identities;
          if (first === undefined) return null;
          const columns = identities.flatMap(({ concept }) => (concept === undefined ? [] : [concepts[concept].title]));
          return (
            <Entry key={first.id} id={checkEntry(first.id)} wanted={wanted} className="help-measure">
              <h3>
                {columns.length > 1 ? `${first.leftWords}, ${first.rightWords}` : about}{' '}
                <span className="quiet">{checkEntry(first.id)}</span>
              </h3>
              {columns.length > 1 && <p>For {columns.join(', ').toLowerCase()}.</p>}
              <ul>
                {first.forms.map(({ title }) => (
                  <li key={title}>
                    <code>{title}</code>
                  </li>
                ))}
              </ul>
              <p className="quiet">{kindWords[first.kind]}</p>
            </Entry>
          );
        })}
      </section>
    ))}
  </>
);
