import type { Fault, FaultKind } from '../../storage/fault.ts';

interface FaultWords {
  readonly what: string;
  readonly advice: string;
  /** The verb on the button that may mend it; null where only a reload does. */
  readonly retry: string | null;
}

const words: Readonly<Record<FaultKind, FaultWords>> = {
  unavailable: {
    what: 'This browser does not let the page keep anything',
    advice: 'A private window or a setting may forbid it. Everything works until the page is closed.',
    retry: 'Try again',
  },
  full: {
    what: 'The browser has no room left for this page',
    advice: 'Remove deals that are no longer needed, or make room on the disk, then try again.',
    retry: 'Try again',
  },
  newer: {
    what: 'What this browser keeps was written by a newer Paydown than this page',
    advice: 'It is left as it is. Reload the page to get the newer one.',
    retry: null,
  },
  blocked: {
    what: 'Another tab with an older Paydown keeps the storage to itself',
    advice: 'Close or reload the other tabs with Paydown, then try again.',
    retry: 'Try again',
  },
  superseded: {
    what: 'A newer Paydown in another tab has taken over the storage',
    advice: 'Reload this page to go on with the newer one.',
    retry: null,
  },
  gone: {
    what: 'What this browser kept for the page has been deleted from outside',
    advice: 'What is on the page stays until it is closed.',
    retry: 'Keep it again',
  },
  damaged: {
    what: 'Some of what this browser kept cannot be read any more',
    advice: 'Everything else is here. Drop the files that are missing again.',
    retry: null,
  },
  failed: {
    what: 'The browser’s storage failed',
    advice: 'What is on the page stays until it is closed.',
    retry: 'Try again',
  },
};

/** A fault of the storage for people: what happened, what to do, and what the button does. */
export const faultWords = ({ kind }: Fault): FaultWords => words[kind];
