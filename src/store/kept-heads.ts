import type { KeptHead } from '../storage/shelf.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isList = (value: unknown, each: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(each);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

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

const isStatement = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.file) &&
  isText(value.deal) &&
  (value.statement === 'monthly' || value.statement === 'annual' || value.statement === 'offering') &&
  [value.exhibit, value.form, value.date, value.accessionNumber, value.filed].every(isTextOrNull) &&
  typeof value.amendment === 'boolean' &&
  isCover(value.cover) &&
  isList(value.uncertain, (one) => isObject(one) && isText(one.text)) &&
  isList(value.problems, (one) => isObject(one) && isText(one.found)) &&
  isOutline(value.outline);

const isSpan = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 2 && value.every(isCount));

const isHead = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.digest) &&
  isSpan(value.span) &&
  isObject(value.reading) &&
  isText(value.reading.file) &&
  isCount(value.reading.size) &&
  isList(value.reading.documents, isObject) &&
  isList(value.reading.statements, isStatement) &&
  isList(value.reading.problems, (one) => isObject(one) && isText(one.found));

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
