import type { Deal } from '../deal/deal.ts';
import { groupDeals } from '../deal/group.ts';
import type { Statement } from '../facts/fact.ts';
import { type LoadedFile, wasRead } from './loaded-file.ts';

/** Computes anew only when called with something else than the last time; sees its own last outcome. */
const remember = <Input, Outcome>(compute: (input: Input, last: Outcome | undefined) => Outcome) => {
  let memory: { readonly input: Input; readonly outcome: Outcome } | undefined;
  return (input: Input): Outcome => {
    if (memory === undefined || memory.input !== input) memory = { input, outcome: compute(input, memory?.outcome) };
    return memory.outcome;
  };
};

/** All statements that count: copies of files don't. */
export const selectStatements = remember((files: readonly LoadedFile[]): readonly Statement[] =>
  files.filter(({ copyOf }) => copyOf === null).flatMap(({ reading }) => reading.statements),
);

const groupOnward = remember((statements: readonly Statement[], last: readonly Deal[] | undefined) =>
  groupDeals(statements, last),
);

/** The deals of the loaded files; those that got nothing new are the same objects as before. */
export const selectDeals = (files: readonly LoadedFile[]): readonly Deal[] => groupOnward(selectStatements(files));

/** How many files were read, and how many were not. */
export const selectCounts = remember((files: readonly LoadedFile[]) => {
  const read = files.filter(wasRead).length;
  return { files: files.length, read, unread: files.length - read };
});
