import { readFileSync } from 'node:fs';
import { type ExportFormat, exportFormats } from '../export/formats.ts';
import { concepts } from '../facts/concepts.ts';
import { parseTaughtWords, type TaughtWord } from '../facts/teaching.ts';
import { findMeasure } from '../metrics/measures.ts';
import { type CommandName, isCommand } from './help.ts';

/** One part of several that together make the whole; the first is 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** What the words of the command line ask for. */
export interface Call {
  readonly command: CommandName;
  readonly paths: readonly string[];
  readonly taught: readonly TaughtWord[];
  readonly jobs: number;
  readonly shard: Shard | null;
  readonly progress: boolean;
  /** For series: null for all. */
  readonly concepts: readonly string[] | null;
  readonly measures: readonly string[] | null;
  readonly reasons: boolean;
  /** For export. */
  readonly format: ExportFormat | null;
  readonly out: string | null;
}

/** Options with a word behind them, and the commands that take them; null for all. */
const valued: Readonly<Record<string, CommandName | null>> = {
  '--vocabulary': null,
  '--jobs': null,
  '--shard': null,
  '--concept': 'series',
  '--measure': 'series',
  '--format': 'export',
  '--out': 'export',
};
const plain: Readonly<Record<string, CommandName | null>> = { '--progress': null, '--reasons': 'series' };
const missing: Readonly<Record<string, string>> = {
  '--vocabulary': 'a file',
  '--jobs': 'a number',
  '--shard': 'a part, such as 3/64',
  '--concept': 'a concept',
  '--measure': 'a measure',
  '--format': `one of ${exportFormats.join(', ')}`,
  '--out': 'a folder',
};

const mostJobs = 256;

const wholeNumber = (word: string, from: number, to: number): number | null =>
  /^\d{1,6}$/.test(word) && Number(word) >= from && Number(word) <= to ? Number(word) : null;

const parseShard = (word: string): Shard | null => {
  const [part = '', of = '', ...rest] = word.split('/');
  const [first, count] = [wholeNumber(part, 1, 1e6), wholeNumber(of, 1, 1e6)];
  return first === null || count === null || first > count || rest.length > 0 ? null : { part: first, of: count };
};

const list = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => word.split(',')).filter((word) => word !== '');

/** What the words ask for, or what is wrong with them. */
export function understand(args: readonly string[]): Call | string {
  const [name, ...rest] = args;
  if (name === undefined) return 'No command was given.';
  if (!isCommand(name)) return `There is no command “${name}”.`;
  const paths: string[] = [];
  const given = new Map<string, string[]>();
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    const takes = Object.hasOwn(valued, word) ? valued[word] : Object.hasOwn(plain, word) ? plain[word] : undefined;
    if (takes === undefined && (word === '-' || !word.startsWith('-'))) paths.push(word);
    else if (takes === undefined) return `There is no option ${word}.`;
    else if (takes !== null && takes !== name) return `${word} is an option of ${takes}, not of ${name}.`;
    else if (Object.hasOwn(plain, word)) given.set(word, []);
    else {
      const value = rest[++i];
      if (value === undefined) return `${word} needs ${missing[word] ?? 'a word'}.`;
      given.set(word, [...(given.get(word) ?? []), value]);
    }
  }
  const last = (option: string): string | undefined => given.get(option)?.at(-1);

  let taught: readonly TaughtWord[] = [];
  const vocabulary = last('--vocabulary');
  if (vocabulary !== undefined) {
    try {
      taught = parseTaughtWords(readFileSync(vocabulary, 'utf8'));
    } catch (error) {
      return `${vocabulary}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  const jobs = wholeNumber(last('--jobs') ?? '1', 1, mostJobs);
  if (jobs === null) return `--jobs ${last('--jobs')}: a number from 1 to ${mostJobs} is needed.`;
  const sharded = last('--shard');
  const shard = sharded === undefined ? null : parseShard(sharded);
  if (sharded !== undefined && shard === null) return `--shard ${sharded}: a part of a whole is needed, such as 3/64.`;
  const wanted = given.has('--concept') ? list(given.get('--concept') ?? []) : null;
  const unknown = wanted?.find((id) => !Object.hasOwn(concepts, id));
  if (unknown !== undefined) return `There is no concept ${unknown}.`;
  const computed = given.has('--measure') ? list(given.get('--measure') ?? []) : null;
  const strange = computed?.find((id) => findMeasure(id) === undefined);
  if (strange !== undefined) return `There is no measure ${strange}.`;
  const form = last('--format');
  const format = exportFormats.find((each) => each === form) ?? null;
  const out = last('--out') ?? null;
  if (name === 'export') {
    if (form === undefined) return `--format is missing: ${missing['--format']}.`;
    if (format === null) return `There is no format ${form}: --format needs ${missing['--format']}.`;
    if (out === null) return '--out is missing: the folder to write into.';
  }
  if (paths.length === 0) return 'No file was given.';
  return {
    command: name,
    paths,
    taught,
    jobs,
    shard,
    progress: given.has('--progress'),
    concepts: wanted ?? (computed === null ? null : []),
    measures: computed ?? (wanted === null ? null : []),
    reasons: given.has('--reasons'),
    format,
    out,
  };
}
