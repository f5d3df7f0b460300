/** What may come out of an archive, and how much has. Small files can unpack to more than any machine holds. */
export interface ArchiveLimits {
  /** Entries of an archive, those of archives within it included. */
  readonly entries: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of all entries together. */
  readonly totalBytes: number;
  /** Unpacked bytes per packed byte, looked at from `ratioFrom` unpacked bytes on. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** How many archives may be packed within each other, beyond the outermost. */
  readonly nesting: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 100_000,
  entryBytes: 64 * 2 ** 20,
  totalBytes: 4 * 2 ** 30,
  ratio: 200,
  ratioFrom: 2 ** 20,
  nesting: 1,
};

/** What was found and what to do about it, for a person. */
export interface ArchiveFault {
  readonly found: string;
  readonly advice: string;
}

/** The limits and what of them is used up. */
export interface Budget {
  readonly limits: ArchiveLimits;
  entries: number;
  bytes: number;
  /** A limit of the whole was reached: nothing more is unpacked. */
  spent: boolean;
}

const bombAdvice = 'If the archive is one of yours, unpack it yourself and give the files in it.';

export function entrySizeFault(size: number, limits: ArchiveLimits): ArchiveFault | null {
  if (size <= limits.entryBytes) return null;
  return {
    found: `The entry unpacks to more than ${inUnits(limits.entryBytes)}, the most that is read of one entry.`,
    advice: bombAdvice,
  };
}

/** @param packed Bytes of input that made `size` bytes of output. */
export function ratioFault(size: number, packed: number, limits: ArchiveLimits): ArchiveFault | null {
  if (size <= limits.ratioFrom || size <= packed * limits.ratio) return null;
  return {
    found: `The entry unpacks to more than ${limits.ratio} times its packed size, as files made to exhaust memory do.`,
    advice: bombAdvice,
  };
}

/** Counts an entry; a fault if it is one too many. */
export function countEntry(budget: Budget): ArchiveFault | null {
  budget.entries++;
  if (budget.entries <= budget.limits.entries) return null;
  budget.spent = true;
  return {
    found: `The archive holds more than ${budget.limits.entries.toLocaleString('en-US')} entries; the rest was not read.`,
    advice: 'Split the archive.',
  };
}

/** Counts unpacked bytes; a fault if they are more than all entries together may have. */
export function countBytes(budget: Budget, size: number): ArchiveFault | null {
  budget.bytes += size;
  if (budget.bytes <= budget.limits.totalBytes) return null;
  budget.spent = true;
  return {
    found: `The archive unpacks to more than ${inUnits(budget.limits.totalBytes)}; the rest was not read.`,
    advice: 'Split the archive.',
  };
}

/** `64 MiB`. */
function inUnits(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB'];
  let size = bytes;
  let unit = 0;
  for (; size >= 1024 && unit < units.length - 1; unit++) size /= 1024;
  return `${Number(size.toFixed(1))} ${units[unit]}`;
}
