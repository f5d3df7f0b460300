import { isDeepStrictEqual } from 'node:util';
import { Parser } from 'htmlparser2';
import { checkDeal } from '../../src/checks/check-deal.ts';
import { groupDeals } from '../../src/deal/group.ts';
import type { FileReading } from '../../src/facts/fact.ts';
import { readFiling } from '../../src/facts/read.ts';
import { archiveKind, openArchive } from '../../src/filing/archive.ts';
import { archiveLimits } from '../../src/filing/budget.ts';
import { decode } from '../../src/filing/decode.ts';
import { packReading, unpackReading } from '../../src/ingest/packed-reading.ts';
import { sourceText } from '../../src/ingest/source-text.ts';
import { keyFigures } from '../../src/metrics/key-figures.ts';

/** What must hold of every file, whatever is in it. Each function throws in words where it does not. */

const limits = { ...archiveLimits, entries: 200, totalBytes: 8 * 2 ** 20 };

/** The files in a file: itself, or the entries of an archive as far as they can be had. */
export function openedFiles(name: string, bytes: Uint8Array): readonly { path: string; bytes: Uint8Array }[] {
  if (archiveKind(bytes) === null) return [{ path: name, bytes }];
  const files: { path: string; bytes: Uint8Array }[] = [];
  const paths = new Set<string>();
  let size = 0;
  for (const entry of openArchive(name, bytes, limits)) {
    if (!entry.path.startsWith(name))
      throw new Error(`The entry “${entry.path}” does not begin with the archive's name.`);
    if (/(?:^|[!/\\])\.\.(?:$|[!/\\])|\p{Cc}/u.test(entry.path.slice(name.length))) {
      throw new Error(`The path “${entry.path}” is not harmless.`);
    }
    if ('fault' in entry) {
      if (entry.fault.found === '' || entry.fault.advice === '') throw new Error('A fault of an archive has no words.');
      continue;
    }
    if (paths.has(entry.path)) throw new Error(`Two entries are called “${entry.path}”.`);
    paths.add(entry.path);
    size += entry.bytes.length;
    if (size > limits.totalBytes) throw new Error('An archive unpacked to more than its limit.');
    files.push(entry);
  }
  return files;
}

/** Elements whose words are never shown. */
const unshown = new Set(['script', 'style', 'title', 'noscript', 'template']);

/**
 * The characters that a browser would show from here on, without white space, controls (blanks to the reader) and signs of no width; enough to
 * compare. What is `hidden` is left out, or told where its end is not where it seems to be.
 */
function shownFrom(source: string, offset: number, enough: number, hidden: 'told' | 'left out'): string {
  let shown = '';
  let leftOut: string | null = null;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === leftOut) depth++;
        else if (leftOut === null && (unshown.has(name) || 'hidden' in attributes)) {
          leftOut = name;
          depth = 1;
        }
      },
      onclosetag(name) {
        if (name === leftOut && --depth === 0) leftOut = null;
      },
      ontext(piece) {
        if (hidden === 'told' || leftOut === null)
          shown += piece.replace(/[\s\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
      },
    },
    { decodeEntities: true },
  );
  for (let at = offset; at < source.length && shown.length < enough; at += 200)
    parser.write(source.slice(at, at + 200));
  parser.end();
  return shown;
}

/** Every figure, read or uncertain, stands at its line and column with its text. */
export function figuresStandWhereTheySay(bytes: Uint8Array, reading: FileReading): void {
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') {
    if (reading.statements.length > 0) throw new Error('Figures were read from binary data.');
    return;
  }
  const lines = decoded.text.split(/\r\n|[\n\r]/);
  const markup = reading.documents.some(({ kind }) => kind !== 'binary') && /<[a-z!/]|&/i.test(decoded.text);
  for (const { facts, uncertain } of reading.statements) {
    const taken = new Set<string>();
    for (const { line, column, text } of [...facts, ...uncertain]) {
      const words = `“${text}” at ${line}:${column}`;
      if (text === '') throw new Error(`A figure at ${line}:${column} has no text.`);
      const source = lines[line - 1];
      if (source === undefined) throw new Error(`${words}: there is no such line.`);
      if (!source.startsWith(text, column - 1)) {
        const rest = [source.slice(column - 1), ...lines.slice(line, line + 400)].join('\n');
        const wanted = text.replace(/\s/g, '');
        const isShown = (hidden: 'told' | 'left out'): boolean =>
          shownFrom(rest, 0, wanted.length, hidden).startsWith(wanted);
        if (!markup || !(isShown('left out') || isShown('told'))) {
          throw new Error(`${words} does not stand there: “${source.slice(column - 1, column + 20)}” does.`);
        }
      }
      const place = `${line}:${column}`;
      if (taken.has(place)) throw new Error(`${words}: two figures of one statement stand there.`);
      taken.add(place);
    }
    for (const { value, decimals, text } of facts) {
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`“${text}” was read as ${value}.`);
      if (decimals !== null && !(Number.isInteger(decimals) && decimals >= 0)) {
        throw new Error(`“${text}” has ${decimals} decimals.`);
      }
    }
  }
}

/** What could not be read is said in words; what was read survives the way from worker to page. */
export function readingIsWhole(reading: FileReading): void {
  if (reading.statements.length === 0 && reading.problems.length === 0) throw new Error('Not read, and no word why.');
  for (const { found, advice } of reading.problems) {
    if (found.trim() === '' || advice.trim() === '') throw new Error('A problem without words.');
  }
  if (!isDeepStrictEqual(unpackReading(packReading(reading)), reading)) {
    throw new Error('The reading is another one after the way from worker to page.');
  }
}

/** Every figure can be shown in its document. */
function figuresCanBeShown(path: string, bytes: Uint8Array, reading: FileReading): void {
  const facts = reading.statements.flatMap((statement) => statement.facts);
  const wanted = Int32Array.from(facts.flatMap(({ line, column }) => [line, column]));
  const { documents, places } = sourceText(path, bytes, wanted);
  const lines = documents.map((document) => document.text.split('\n'));
  facts.forEach(({ text, line, column }, index) => {
    const [document = -1, row = -1, offset = -1] = places.subarray(3 * index, 3 * index + 3);
    const shown = lines[document]?.[row];
    if (shown?.startsWith(text, offset) !== true) {
      throw new Error(`“${text}” at ${line}:${column} is not found when its source is shown.`);
    }
  });
}

/** Deals can be made and checked from it. */
export function dealsCanBeChecked(readings: readonly FileReading[]): void {
  const statements = readings.flatMap((reading) => reading.statements);
  for (const deal of groupDeals(statements)) {
    for (const month of deal.months) keyFigures(deal, month);
    for (const { sentence, difference } of checkDeal(deal)) {
      if (sentence === '') throw new Error('A check without a sentence.');
      if (typeof difference === 'number' && Number.isNaN(difference)) throw new Error(`“${sentence}” differs by NaN.`);
    }
  }
}

/** Reads a file and holds it against all of the above. Returns its readings. */
export function readAndHold(name: string, bytes: Uint8Array): readonly FileReading[] {
  return openedFiles(name, bytes).map((file) => {
    const reading = readFiling(file.path, file.bytes);
    figuresStandWhereTheySay(file.bytes, reading);
    readingIsWhole(reading);
    if (reading.statements.length > 0) figuresCanBeShown(file.path, file.bytes, reading);
    return reading;
  });
}
