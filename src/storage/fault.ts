/** Why the browser keeps nothing, or not all. */
export type FaultKind =
  /** It will not open its storage: private browsing, a setting, a damaged profile. */
  | 'unavailable'
  /** There is no more room. */
  | 'full'
  /** What is kept was written by a newer Paydown than this. */
  | 'newer'
  /** Another tab holds the storage open with an older Paydown. */
  | 'blocked'
  /** A newer Paydown in another tab has taken the storage over. */
  | 'superseded'
  /** The storage was emptied from outside while the page was open. */
  | 'gone'
  /** A record is not as it was written. */
  | 'damaged'
  | 'failed';

export interface Fault {
  readonly kind: FaultKind;
  /** In the browser's own words. */
  readonly found: string;
}

const kinds: readonly FaultKind[] = [
  'unavailable',
  'full',
  'newer',
  'blocked',
  'superseded',
  'gone',
  'damaged',
  'failed',
];

/** An error that carries a fault. */
export const faulty = (kind: FaultKind, found: string): Error => Object.assign(new Error(found), { fault: kind });

const byName: Readonly<Record<string, FaultKind>> = { QuotaExceededError: 'full', VersionError: 'newer' };

/** What an error of the storage means; `otherwise` is what it means where its name does not say. */
export const faultOf = (cause: unknown, otherwise: FaultKind = 'failed'): Fault => {
  if (!(cause instanceof Error)) return { kind: otherwise, found: String(cause) };
  const own = kinds.find((kind) => 'fault' in cause && cause.fault === kind);
  return { kind: own ?? byName[cause.name] ?? otherwise, found: cause.message || cause.name };
};
