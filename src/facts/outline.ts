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

/** All of a statement but its facts, taken one by one: spreading it would unpack them. */
const particularsOf = (statement: Statement): Omit<Statement, 'facts'> => {
  const { file, exhibit, form, deal, date, accessionNumber, filed, amendment, cover, uncertain, problems } = statement;
  const printed = { file, exhibit, form, statement: statement.statement, deal, date };
  return { ...printed, accessionNumber, filed, amendment, cover, uncertain, problems };
};

/** The statement with other particulars; its facts, where they are packed, stay packed. */
export const withParticulars = (statement: Statement, changes: Partial<Omit<Statement, 'facts'>>): Statement =>
  statementLater({ ...particularsOf(statement), ...changes }, outlineOf(statement), () => statement.facts);

/** The statement with other facts, made when somebody first looks at them. `outline` must be that of these facts. */
export const withFacts = (statement: Statement, outline: Outline, facts: () => readonly Fact[]): Statement =>
  statementLater(particularsOf(statement), outline, facts);
