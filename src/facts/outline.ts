import type { Fact, Statement } from './fact.ts';
import { taughtKeys } from './teaching.ts';

/** What is told of a statement's figures as a whole, so that nobody needs to go through them for it. */
export interface Outline {
  readonly facts: number;
  readonly unrecognised: number;
  /** Names of the classes that figures belong to, each once, in the order printed. */
  readonly classes: readonly string[];
  /** Keys of the words that would teach its unrecognised figures. */
  readonly teachable: readonly string[];
}

const outlines = new WeakMap<Statement, Outline>();

export const outlineFacts = (facts: readonly Fact[]): Outline => {
  const classes = new Set<string>();
  const teachable = new Set<string>();
  let unrecognised = 0;
  for (const fact of facts) {
    if (fact.class !== null) classes.add(fact.class);
    if (fact.concept !== null) continue;
    unrecognised += 1;
    for (const key of taughtKeys(fact)) teachable.add(key);
  }
  return { facts: facts.length, unrecognised, classes: [...classes], teachable: [...teachable] };
};

/** The outline of a statement; of one whose facts are kept packed it is there without unpacking them. */
export const outlineOf = (statement: Statement): Outline => {
  const known = outlines.get(statement);
  if (known !== undefined) return known;
  const outline = outlineFacts(statement.facts);
  outlines.set(statement, outline);
  return outline;
};

/** A statement whose facts are made when somebody first looks at them. `outline` must be that of these facts. */
export const statementLater = (
  head: Omit<Statement, 'facts'>,
  outline: Outline,
  facts: () => readonly Fact[],
): Statement => {
  let made: readonly Fact[] | undefined;
  const statement: Statement = {
    ...head,
    get facts() {
      made ??= facts();
      return made;
    },
  };
  outlines.set(statement, outline);
  return statement;
};

/** The statement with other particulars, its facts left as they are: packed ones stay packed. */
export const withParticulars = (statement: Statement, changes: Partial<Omit<Statement, 'facts'>>): Statement => {
  // Taken one by one: spreading the statement would unpack its facts.
  const { file, exhibit, form, statement: kind, deal, date, accessionNumber } = statement;
  const { filed, amendment, cover, uncertain, problems } = statement;
  const head = { file, exhibit, form, statement: kind, deal, date, accessionNumber };
  const rest = { filed, amendment, cover, uncertain, problems };
  return statementLater({ ...head, ...rest, ...changes }, outlineOf(statement), () => statement.facts);
};
