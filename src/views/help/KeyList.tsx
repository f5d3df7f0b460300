import type { ReactNode } from 'react';
import { keyGroups } from './data/keys.ts';

/** All keys, by the place where they work. */
export const KeyList = (): ReactNode => (
  <div className="key-list">
    {keyGroups.map(({ place, keys }) => (
      <section key={place} aria-label={place}>
        <h2>{place}</h2>
        <dl>
          {keys.map(({ keys: names, does }) => (
            <div key={does}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
    <p className="quiet">Everything else is reached with Tab and Enter, and every figure is a link.</p>
  </div>
);
