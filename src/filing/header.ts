import type { Filer, FilingHeader } from './document.ts';
import { splitLines } from './lines.ts';

/**
 * The header of an EDGAR submission in both dialects, `KEY:<tabs>value` in indented groups and `<KEY>value`, also
 * mixed. Only the words in front of a value count, not the indentation.
 */

const labelled = /^\s*([A-Z][A-Z0-9 .&/()-]*?):\s*(.*?)\s*$/i;
const tagged = /^\s*<([A-Z][A-Z0-9-]*)>\s*(.*?)\s*$/i;

/** Groups that describe a company which is not the filer. */
const otherGroups = new Set([
  'SUBJECT COMPANY',
  'FILED BY',
  'FILED FOR',
  'ISSUER',
  'REPORTING OWNER',
  'SERIAL COMPANY',
]);

/** Reads what stands before the first document. */
export function readHeader(text: string): FilingHeader {
  const fields = new Map<string, string>();
  const filers: { name: string | null; cik: string | null; fileNumber: string | null }[] = [];
  let inOther = false;
  let startsFiler = true;
  const filer = (): (typeof filers)[number] => {
    if (startsFiler) filers.push({ name: null, cik: null, fileNumber: null });
    startsFiler = false;
    return filers[filers.length - 1]!;
  };
  for (const line of splitLines(text)) {
    const match = tagged.exec(line) ?? labelled.exec(line);
    if (match === null) continue;
    const key = match[1]!.toUpperCase().replaceAll('-', ' ');
    const value = match[2]!;
    if (otherGroups.has(key)) inOther = true;
    if (key === 'FILER') {
      inOther = false;
      startsFiler = true;
    }
    if (value === '') continue;
    if (!fields.has(key)) fields.set(key, value);
    if (inOther) continue;
    if (key === 'COMPANY CONFORMED NAME' || key === 'CONFORMED NAME') {
      // Some headers repeat the company's data without repeating the word FILER.
      if (!startsFiler && filer().name !== null) startsFiler = true;
      filer().name = value;
    } else if (key === 'CENTRAL INDEX KEY' || key === 'CIK') filer().cik ??= value;
    else if (key === 'SEC FILE NUMBER' || key === 'FILE NUMBER') filer().fileNumber ??= value;
  }
  const first = (...keys: readonly string[]): string | null => {
    for (const key of keys) {
      const value = fields.get(key);
      if (value !== undefined) return value;
    }
    return null;
  };
  const title = first('SEC DOCUMENT', 'IMS DOCUMENT', 'SEC HEADER', 'IMS HEADER') ?? '';
  return {
    accessionNumber: first('ACCESSION NUMBER') ?? /\d{10}-\d{2}-\d{6}/.exec(title)?.[0] ?? null,
    form: first('CONFORMED SUBMISSION TYPE', 'TYPE', 'FORM TYPE'),
    periodOfReport: isoDate(first('CONFORMED PERIOD OF REPORT', 'PERIOD')),
    filed: isoDate(first('FILED AS OF DATE', 'FILING DATE') ?? /:\s*(\d{8})\b/.exec(title)?.[1] ?? null),
    filers: filers satisfies readonly Filer[],
  };
}

/** How many documents the header announces. */
export function announcedDocuments(header: string): number | null {
  const match = /^\s*(?:PUBLIC DOCUMENT COUNT:|<PUBLIC-DOCUMENT-COUNT>)\s*(\d+)/im.exec(header);
  return match === null ? null : Number(match[1]);
}

/** `20020325` or `2002-03-25` as an ISO date. */
function isoDate(value: string | null): string | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(value ?? '');
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}
