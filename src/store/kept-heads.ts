import type { KeptHead } from '../storage/shelf.ts';
import { isCount, isList, isObject, isText, isTextOrNull } from '../storage/untrusted.ts';

const isCountOrNull = (value: unknown): boolean => value === null || isCount(value);

/** `2002-05-28`: months are counted from it. */
const isDateOrNull = (value: unknown): boolean =>
  value === null || (isText(value) && /^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/.test(value));

const isProblem = (value: unknown): boolean =>
  isObject(value) && isText(value.file) && isCountOrNull(value.line) && isText(value.found) && isText(value.advice);

const isUncertain = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.text) &&
  isCount(value.line) &&
  isCount(value.column) &&
  isTextOrNull(value.label) &&
  isText(value.reason);

const isDocument = (value: unknown): boolean =>
  isObject(value) &&
  isTextOrNull(value.exhibit) &&
  isTextOrNull(value.description) &&
  (value.kind === 'statement' || value.kind === 'cover' || value.kind === 'other' || value.kind === 'binary') &&
  isCount(value.firstLine) &&
  isCount(value.lines) &&
  isList(value.shapes, isText) &&
  isCount(value.facts);

const isOutline = (value: unknown): boolean =>
  isObject(value) &&
  isCount(value.facts) &&
  isCount(value.unrecognised) &&
  isList(value.classes, isText) &&
  isList(value.teachable, isText) &&
  isText(value.fingerprint);

const isCover = (value: unknown): boolean =>
  isObject(value) &&
  isTextOrNull(value.depositor) &&
  isTextOrNull(value.trustee) &&
  isTextOrNull(value.fileNumber) &&
  isList(value.reportDates, isText);

const isStatement = (value: unknown, file: string): boolean =>
  isObject(value) &&
  value.file === file &&
  isText(value.deal) &&
  (value.statement === 'monthly' || value.statement === 'annual' || value.statement === 'offering') &&
  [value.exhibit, value.form, value.accessionNumber, value.filed].every(isTextOrNull) &&
  isDateOrNull(value.date) &&
  typeof value.amendment === 'boolean' &&
  isCover(value.cover) &&
  isList(value.uncertain, isUncertain) &&
  isList(value.problems, isProblem) &&
  isOutline(value.outline);

const isSpan = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 2 && value.every(isCount));

const isReading = (value: unknown): boolean => {
  if (!isObject(value) || !isText(value.file)) return false;
  const { file, size, documents, statements, problems } = value;
  return (
    isCount(size) &&
    isList(documents, isDocument) &&
    isList(statements, (one) => isStatement(one, file)) &&
    isList(problems, isProblem)
  );
};

const isHead = (value: unknown): boolean =>
  isObject(value) && isText(value.digest) && isSpan(value.span) && isReading(value.reading);

const decoder = new TextDecoder();

/** The files of a kept record, null where one was removed; null for a record that is damaged. */
export const parseHeads = (record: Uint8Array): readonly (KeptHead | null)[] | null => {
  try {
    const heads: unknown = JSON.parse(decoder.decode(record));
    return isList(heads, (head) => head === null || isHead(head)) ? (heads as readonly (KeptHead | null)[]) : null;
  } catch {
    return null;
  }
};
