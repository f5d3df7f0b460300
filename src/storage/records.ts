import { arePackedFacts } from '../ingest/packed-reading.ts';
import { type FactsRecord, type HeadRecord, type RemovalRecord, recordFormat } from './schema.ts';
import { isCount, isObject } from './untrusted.ts';

/** Records as they are found. Whoever can use the browser can change them, and disks fail: none is taken on trust. */

/** Whether a newer Paydown wrote the record. */
export const isNewer = (record: unknown): boolean =>
  isObject(record) && typeof record.format === 'number' && record.format > recordFormat;

/** The record of a chunk's heads; one that is damaged has none, which is no list of heads either. */
export const headRecord = (chunk: number, record: unknown): HeadRecord => {
  const { heads, bytes, format } = isObject(record) ? record : {};
  const whole = heads instanceof Uint8Array && typeof format === 'number';
  return {
    chunk,
    format: whole ? format : recordFormat,
    heads: whole ? (heads as HeadRecord['heads']) : new Uint8Array(),
    bytes: isCount(bytes) ? bytes : 0,
  };
};

/** The figures of each file of a chunk; null for a file of which they cannot be had, or not all of them. */
export const factsIn = (record: unknown): FactsRecord['files'] => {
  if (!isObject(record) || isNewer(record) || !Array.isArray(record.files)) return [];
  return (record.files as readonly unknown[]).map((file) =>
    Array.isArray(file) && file.every(arePackedFacts) ? file : null,
  );
};

const isPlace = (value: unknown): boolean => isObject(value) && isCount(value.chunk) && isCount(value.index);

/** What was taken away; null where the record does not say so any more: then nothing is. */
export const removalRecord = (record: unknown): RemovalRecord | null => {
  if (!isObject(record) || typeof record.at !== 'number') return null;
  const { what } = record;
  const told = Array.isArray(what) ? what.every(isPlace) : isObject(what) && isCount(what.upTo);
  return told ? (record as unknown as RemovalRecord) : null;
};
