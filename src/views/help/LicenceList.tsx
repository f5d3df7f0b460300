import { licences } from 'virtual:licences';
import type { ReactNode } from 'react';

/** The packages that the app is made with, each with its licence. */
export const LicenceList = (): ReactNode => (
  <ul className="licences">
    {licences.map(({ name, version, licence, text }) => (
      <li key={`${name}@${version}`}>
        {text === null ? (
          <p className="licence-line">
            {name} {version} <span className="quiet">{licence}</span>
          </p>
        ) : (
          <details>
            <summary>
              {name} {version} <span className="quiet">{licence}</span>
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
            <pre tabIndex={0}>{text}</pre>
          </details>
        )}
      </li>
    ))}
  </ul>
);
