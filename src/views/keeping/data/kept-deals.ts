import type { Deal } from '../../../deal/deal.ts';
import { statementsOf } from '../../../deal/statements.ts';
import type { LoadedFile } from '../../../store/loaded-file.ts';

/** What is kept of a deal. */
export interface KeptDeal {
  readonly deal: Deal;
  /** Files with a statement of the deal, copies of them too. */
  readonly files: readonly LoadedFile[];
  /** Those of them that hold statements of other deals as well, and stay when the deal is removed. */
  readonly shared: readonly LoadedFile[];
}

/** The deals with their files, in the order given. */
export const keptDeals = (deals: readonly Deal[], files: readonly LoadedFile[]): readonly KeptDeal[] => {
  const dealsOf = new Map<string, Set<Deal>>();
  for (const deal of deals) {
    for (const { file } of statementsOf(deal)) dealsOf.set(file, (dealsOf.get(file) ?? new Set()).add(deal));
  }
  const found = new Map<Deal, { files: LoadedFile[]; shared: LoadedFile[] }>();
  for (const file of files) {
    const of = dealsOf.get(file.copyOf ?? file.reading.file) ?? new Set();
    for (const deal of of) {
      const each = found.get(deal) ?? { files: [], shared: [] };
      each.files.push(file);
      if (of.size > 1) each.shared.push(file);
      found.set(deal, each);
    }
  }
  return deals.map((deal) => ({ deal, ...(found.get(deal) ?? { files: [], shared: [] }) }));
};

/** What files take in the browser's storage, in bytes. */
export const bytesKept = (files: readonly LoadedFile[]): number =>
  files.reduce((sum, { kept }) => sum + (kept?.bytes ?? 0), 0);
