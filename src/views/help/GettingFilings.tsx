import { type ReactNode, useId, useState } from 'react';
import { edgarCommand, firstYearOfEdgar, missingIn } from './data/edgar-command.ts';

/** A command that fetches a trust's filings, made from what a person fills in. */
const CommandMaker = (): ReactNode => {
  const id = useId();
  const [contact, setContact] = useState('');
  const [trust, setTrust] = useState('');
  const [first, setFirst] = useState('2002');
  const [last, setLast] = useState('2004');
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const request = { contact, trust, firstYear: Number(first), lastYear: Number(last) };
  const missing = missingIn(request);
  const command = missing.length === 0 ? edgarCommand(request) : '';
  const field = (name: string, label: string, value: string, set: (value: string) => void, hint: string) => (
    <p>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        value={value}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          set(currentTarget.value);
          setCopied('no');
        }}
      />
    </p>
  );
  return (
    <section className="command-maker" aria-label="A command that fetches filings">
      {field('trust', 'The trust’s name begins with', trust, setTrust, 'Example Home Equity Loan Trust 2002')}
      {field('contact', 'Your name and e-mail address', contact, setContact, 'Jane Doe jane@example.org')}
      <div className="row">
        {field('first', 'From the year', first, setFirst, '2002')}
        {field('last', 'to', last, setLast, '2004')}
      </div>
      {missing.length > 0 ? (
        <p className="quiet" role="status">
          Still to fill in: {missing.join('; ')}.
        </p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="printed" tabIndex={0} aria-label="The command">
            <pre>{command}</pre>
          </section>
          <p className="row">
            <button
              type="button"
              onClick={() => {
                navigator.clipboard.writeText(command).then(
                  () => setCopied('yes'),
                  () => setCopied('refused'),
                );
              }}
            >
              Copy the command
            </button>
            <span role="status">
              {copied === 'yes' && 'Copied.'}
              {copied === 'refused' && 'The browser did not allow copying; mark the text and copy it.'}
            </span>
          </p>
        </>
      )}
    </section>
  );
};

/** How to get filings from EDGAR, one by one or all of a trust. */
export const GettingFilings = (): ReactNode => (
  <>
    <p className="lede">
      EDGAR, the SEC’s archive, has the reports of every trust since {firstYearOfEdgar}. It does not let other pages
      fetch from it, and this page asks nobody for anything; so you fetch, and drop what you got here.
    </p>
    <h2>A few filings</h2>
    <p>
      Search{' '}
      <a href="https://www.sec.gov/edgar/search/" rel="noreferrer" target="_blank">
        EDGAR
      </a>{' '}
      for the trust by name and series, open a filing and save its “complete submission text file”. Monthly statements
      are exhibits of forms 8-K (until 2005) and 10-D (since 2006), annual ones of 10-K, offering supplements are 424B.
    </p>
    <h2>All of a trust</h2>
    <p>
      These commands, for a terminal of macOS, Linux or WSL, look through EDGAR’s quarterly indexes and save each report
      into the folder where you run them. The SEC wants to know who asks, and allows ten requests a second; this asks
      for five at most. What you fill in stays on this page.
    </p>
    <CommandMaker />
    <p>Then drop the folder here. Broken off and run again, the commands fetch only what is missing.</p>
  </>
);
