import type { ReactNode } from 'react';
import type { Deal } from '../../deal/deal.ts';

/** What the covers of its statements say of a deal. */
export const Particulars = ({ deal }: { readonly deal: Deal }): ReactNode => {
  const entries = [
    ['Depositor', deal.depositor],
    ['Trustee', deal.trustee],
    ['File number', deal.fileNumber],
  ] as const;
  return (
    <dl className="particulars">
      {entries.map(
        ([title, value]) =>
          value !== null && (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
};
