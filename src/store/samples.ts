import type { FileSource } from '../ingest/file-source.ts';
import { isText } from '../storage/untrusted.ts';

/** A simulated deal that comes with the page. */
export interface SampleDeal {
  readonly name: string;
  readonly description: string;
  /** Addresses relative to the list. */
  readonly files: readonly string[];
}

const isSampleDeal = (value: unknown): value is SampleDeal =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  isText(value.name) &&
  'description' in value &&
  isText(value.description) &&
  'files' in value &&
  Array.isArray(value.files) &&
  value.files.every(isText);

const fetched = async (address: URL): Promise<Response> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status} ${response.statusText}`.trim());
  return response;
};

const folder = (): URL => new URL('samples/', document.baseURI);

/** The sample deals there are. Rejects in words where the list is missing or holds something else. */
export const sampleDeals = async (): Promise<readonly SampleDeal[]> => {
  const address = new URL('index.json', folder());
  const list: unknown = await (await fetched(address)).json();
  if (typeof list === 'object' && list !== null && 'deals' in list && Array.isArray(list.deals)) {
    if (list.deals.every(isSampleDeal)) return list.deals;
  }
  throw new Error(`${address.pathname} is no list of sample deals`);
};

/** Fetches the statements of a sample deal, from where the page itself came, and tells each as it arrives. */
export const fetchSample = async (deal: SampleDeal, found: (files: readonly FileSource[]) => void): Promise<void> => {
  await Promise.all(
    deal.files.map(async (file) => {
      const name = `sample/${file}`;
      try {
        const response = await fetched(new URL(file, folder()));
        found([{ name, content: await response.blob() }]);
      } catch (cause) {
        const unopened = cause instanceof Error ? cause.message : String(cause);
        found([{ name, content: new Blob([]), unopened }]);
      }
    }),
  );
};
