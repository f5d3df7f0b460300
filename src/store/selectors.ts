import type { Deal } from '../deal/deal.ts';
import { groupDeals } from '../deal/group.ts';
import type { Statement } from '../facts/fact.ts';
import { outlineOf, withFacts } from '../facts/outline.ts';
import { type TaughtWord, type TaughtWords, taughtIndex, teachFacts } from '../facts/teaching.ts';
import { type LoadedFile, wasRead } from './loaded-file.ts';
import { useApp } from './store.ts';
import { useTaught } from './taught.ts';

/** Computes anew only when called with something else than the last time. */
const remember = <Input extends readonly unknown[], Outcome>(compute: (...input: Input) => Outcome) => {
  let memory: { readonly input: Input; readonly outcome: Outcome } | undefined;
  return (...input: Input): Outcome => {
    if (memory === undefined || memory.input.some((each, at) => each !== input[at])) {
      memory = { input, outcome: compute(...input) };
    }
    return memory.outcome;
  };
};

type Index = ReadonlyMap<string, TaughtWord>;

const selectIndex = remember((words: TaughtWords): Index => taughtIndex(words));

const taughtStatements = new WeakMap<Statement, { readonly by: string; readonly outcome: Statement }>();

/** The statement as taught; the same object for as long as the words that speak of its figures stay the same. */
const taughtStatement = (statement: Statement, index: Index): Statement => {
  const outline = outlineOf(statement);
  const keys = outline.teachable.filter((key) => index.get(key)?.concept != null);
  if (keys.length === 0) return statement;
  const by = keys.map((key) => `${key}\u0000${index.get(key)?.concept}`).join('\u0001');
  const known = taughtStatements.get(statement);
  if (known?.by === by) return known.outcome;
  let taught: Statement['facts'] | undefined;
  const facts = () => {
    taught ??= teachFacts(statement.facts, index);
    return taught;
  };
  const own = {
    ...outline,
    get unrecognised() {
      return facts().filter(({ concept }) => concept === null).length;
    },
  };
  const outcome = withFacts(statement, own, facts);
  taughtStatements.set(statement, { by, outcome });
  return outcome;
};

const taughtFiles = new WeakMap<LoadedFile, LoadedFile>();

const taughtFile = (file: LoadedFile, index: Index): LoadedFile => {
  const { reading } = file;
  const statements = reading.statements.map((statement) => taughtStatement(statement, index));
  if (statements.every((statement, at) => statement === reading.statements[at])) return file;
  const known = taughtFiles.get(file);
  if (known?.reading.statements.every((statement, at) => statement === statements[at])) return known;
  const outcome = { ...file, reading: { ...reading, statements } };
  taughtFiles.set(file, outcome);
  return outcome;
};

/** The loaded files with what was taught; those that no word speaks of are the same objects as before. */
export const selectFiles = remember((files: readonly LoadedFile[], words: TaughtWords): readonly LoadedFile[] => {
  const index = selectIndex(words);
  return index.size === 0 ? files : files.map((file) => taughtFile(file, index));
});

/** All statements that count: copies of files don't. */
export const selectStatements = remember((files: readonly LoadedFile[]): readonly Statement[] =>
  files.filter(({ copyOf }) => copyOf === null).flatMap(({ reading }) => reading.statements),
);

const grouped = remember((statements: readonly Statement[]) => groupDeals(statements));

/** The deals of the files; those that got nothing new are the same objects as before. */
export const selectDeals = (files: readonly LoadedFile[]): readonly Deal[] => grouped(selectStatements(files));

/** How many files were read, and how many were not. */
export const selectCounts = remember((files: readonly LoadedFile[]) => {
  const read = files.filter(wasRead).length;
  return { files: files.length, read, unread: files.length - read };
});

/** The loaded files as a component sees them: with what was taught. */
export const useFiles = (): readonly LoadedFile[] => {
  const files = useApp((state) => state.files);
  const words = useTaught((state) => state.words);
  return selectFiles(files, words);
};

/** The deals of the loaded files as a component sees them. */
export const useDeals = (): readonly Deal[] => selectDeals(useFiles());

/** The words taught, by key. */
export const useTaughtIndex = (): Index => selectIndex(useTaught((state) => state.words));
