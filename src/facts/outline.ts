import { sumsOfClasses } from './class-sums.ts';
import type { Fact, Statement } from './fact.ts';
import { taughtKeys } from './teaching.ts';

/** What is told of a statement's figures as a whole, so that nobody needs to go through them for it. */
export interface Outline {
  readonly facts: number;
  readonly unrecognised: number;
  /** Names of the classes that figures belong to, each once, in the order printed; without those that are sums of others. */
  readonly classes: readonly string[];
  /** Keys of the words that would teach its unrecognised figures. */
  readonly teachable: readonly string[];
  /** Same for the same figures at the same places, as read before anything was taught. */
  readonly fingerprint: string;
}

const outlines = new WeakMap<Statement, Outline>();

/** 64 bits of an FNV-1a hash, run twice from different starts: for telling copies, not for security. */
const fingerprintOf = (facts: readonly Fact[]): string => {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  const take = (code: number) => {
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b) ^ (second >>> 15);
  };
  const takeText = (text: string | null) => {
    if (text !== null) for (let at = 0; at < text.length; at += 1) take(text.charCodeAt(at));
    take(text === null ? 0x10000 : 0x10001);
  };
  for (const { line, column, text, concept, class: name } of facts) {
    take(line);
    take(column);
    takeText(text);
    takeText(concept);
    takeText(name);
  }
  const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0');
  return `${hex(first)}${hex(second)}`;
};

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
  for (const sum of sumsOfClasses(facts, classes)) classes.delete(sum);
  return {
    facts: facts.length,
    unrecognised,
    classes: [...classes],
    teachable: [...teachable],
    fingerprint: fingerprintOf(facts),
  };
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
