import type { Statement } from '../facts/fact.ts';
import { outlineOf } from '../facts/outline.ts';
import { compareClasses, isTotal } from './classes.ts';
import type { Deal, DealMonth } from './deal.ts';
import { monthOf, monthsBetween } from './month.ts';
import { dealId, dealKey, isMisspelling } from './names.ts';

/** What was made of statements, by the first of them, so that a deal whose statements are the same need not be made again. */
const made = new WeakMap<Statement, { readonly of: readonly Statement[]; readonly deal: Deal }>();

/** Deals as they are called beside others of the same id. */
const renamed = new WeakMap<Deal, Deal>();

const keys = new Map<string, string>();

/** Names repeat by the hundred; most statements of a deal spell it alike. */
const keyOf = (statement: Statement): string => {
  const { deal, cover, file } = statement;
  if (deal.trim() === '') return `unnamed ${cover.fileNumber ?? cover.depositor ?? file}`;
  const known = keys.get(deal);
  if (known !== undefined) return known;
  const key = dealKey(deal);
  keys.set(deal, key);
  return key;
};

/** Keys that are one name with typing errors become the one that most statements use. */
const mergeMisspellings = (groups: Map<string, Statement[]>): Statement[][] => {
  const byNumbers = new Map<string, { key: string; statements: Statement[] }[]>();
  const sorted = [...groups].sort((left, right) => right[1].length - left[1].length || (left[0] < right[0] ? -1 : 1));
  for (const [key, statements] of sorted) {
    const numbers = key.replace(/[a-z]{5,}/g, '');
    const candidates = byNumbers.get(numbers) ?? [];
    const same = candidates.find((candidate) => isMisspelling(candidate.key, key));
    if (same === undefined) candidates.push({ key, statements: [...statements] });
    else same.statements.push(...statements);
    byNumbers.set(numbers, candidates);
  }
  return [...byNumbers.values()].flat().map((group) => group.statements);
};

/** Whether they are one document, whatever the files that hold them are called; the fingerprints are the same. */
const isCopy = (left: Statement, right: Statement): boolean =>
  left.statement === right.statement &&
  left.form === right.form &&
  left.date === right.date &&
  left.accessionNumber === right.accessionNumber &&
  left.exhibit === right.exhibit &&
  outlineOf(left).facts === outlineOf(right).facts;

/** Of several copies of one document the first. */
const withoutCopies = (statements: readonly Statement[]): readonly Statement[] => {
  const alike = new Map<string, Statement[]>();
  return statements.filter((statement) => {
    const { fingerprint } = outlineOf(statement);
    const before = alike.get(fingerprint);
    if (before === undefined) alike.set(fingerprint, [statement]);
    else if (before.some((other) => isCopy(other, statement))) return false;
    else before.push(statement);
    return true;
  });
};

const text = (left: string | null, right: string | null): number => {
  const first = left ?? '';
  const second = right ?? '';
  return first < second ? -1 : first > second ? 1 : 0;
};

/**
 * Accession numbers count up within a filer agent and year; their year has two digits, so 99 comes before 02.
 * `0001019965-03-000357` becomes `2003-0001019965-000357`.
 */
const accessionOrder = (accession: string | null): string => {
  const parts = accession === null ? null : /^(\d{10})-?(\d\d)-?(\d{6})$/.exec(accession);
  if (parts === null) return '';
  const [, agent, year = '', sequence] = parts;
  return `${year >= '70' ? 19 : 20}${year}-${agent}-${sequence}`;
};

/** Oldest filing first: originals before amendments, then by date filed, accession number, distribution date and file. */
const byFiling = (left: Statement, right: Statement): number =>
  Number(left.amendment) - Number(right.amendment) ||
  text(left.filed, right.filed) ||
  text(accessionOrder(left.accessionNumber), accessionOrder(right.accessionNumber)) ||
  text(left.date, right.date) ||
  text(left.file, right.file);

const byDate = (left: Statement, right: Statement): number => text(left.date, right.date) || byFiling(left, right);

/** The most frequent value; of equally frequent ones the last in the order given. */
const mostFrequent = (values: readonly (string | null)[]): string | null => {
  const counts = new Map<string, number>();
  let best: string | null = null;
  for (const value of values) {
    if (value === null || value.trim() === '') continue;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (best === null || count >= (counts.get(best) ?? 0)) best = value;
  }
  return best;
};

const isShouted = (name: string): boolean => !/[a-z]/.test(name);

const nameOf = (statements: readonly Statement[]): string => {
  const names = statements.map((statement) => statement.deal.trim()).filter((name) => name !== '');
  const calm = names.filter((name) => !isShouted(name));
  return mostFrequent(calm.length > 0 ? calm : names) ?? `Deal without a name (${statements[0]?.file ?? ''})`;
};

const toMonths = (statements: readonly Statement[]): readonly DealMonth[] => {
  const byMonth = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.date === null) continue;
    const month = monthOf(statement.date);
    const same = byMonth.get(month);
    if (same === undefined) byMonth.set(month, [statement]);
    else same.push(statement);
  }
  return [...byMonth]
    .sort(([left], [right]) => text(left, right))
    .flatMap(([month, same]) => {
      const filed = same.sort(byFiling);
      const statement = filed.at(-1);
      if (statement?.date == null) return [];
      return [{ date: statement.date, month, statement, superseded: filed.slice(0, -1) }];
    });
};

const classesOf = (statements: readonly Statement[]): readonly string[] => {
  const classes = new Set<string>();
  for (const statement of statements) {
    for (const name of outlineOf(statement).classes) if (!isTotal(name)) classes.add(name);
  }
  return [...classes].sort(compareClasses);
};

const makeDeal = (all: readonly Statement[]): Deal => {
  const statements = withoutCopies(all);
  const of = (kind: Statement['statement']) => statements.filter(({ statement }) => statement === kind);
  const months = toMonths(of('monthly'));
  const [first, last] = [months[0], months.at(-1)];
  const loaded = new Set(months.map(({ month }) => month));
  const calendar = first === undefined || last === undefined ? [] : monthsBetween(first.month, last.month);
  const name = nameOf(statements);
  const ordered = [...statements].sort(byDate);
  return {
    id: dealId(name),
    name,
    depositor: mostFrequent(ordered.map(({ cover }) => cover.depositor)),
    trustee: mostFrequent(ordered.map(({ cover }) => cover.trustee)),
    fileNumber: mostFrequent(ordered.map(({ cover }) => cover.fileNumber)),
    months,
    gaps: calendar.filter((month) => !loaded.has(month)),
    annual: of('annual')
      .filter(({ date }) => date !== null)
      .sort(byDate),
    offering: of('offering').sort(byDate),
    undated: statements.filter(({ statement, date }) => statement !== 'offering' && date === null),
    classes: classesOf(statements),
  };
};

const sameStatements = (left: readonly Statement[], right: readonly Statement[]): boolean =>
  left.length === right.length && left.every((statement, index) => statement === right[index]);

const dealOf = (statements: readonly Statement[]): Deal => {
  const [first] = statements;
  const known = first === undefined ? undefined : made.get(first);
  if (known !== undefined && sameStatements(known.of, statements)) return known.deal;
  const deal = makeDeal(statements);
  if (first !== undefined) made.set(first, { of: statements, deal });
  return deal;
};

const withId = (deal: Deal, id: string): Deal => {
  if (deal.id === id) return deal;
  const known = renamed.get(deal);
  if (known?.id === id) return known;
  const other = { ...deal, id };
  renamed.set(deal, other);
  return other;
};

/** Made once: making one takes longer than a thousand comparisons. */
const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * Statements put together into deals, sorted by name. Small differences of spelling don't split a deal, 2002-1 and
 * 2002-2 are two. A copy of a document counts once; of several statements of one month the one filed last counts and
 * the others are kept beside it. Annual and offering statements never become months.
 *
 * A deal of the same statements as before is the same object, so that whatever was computed for it stays valid.
 */
export const groupDeals = (statements: readonly Statement[]): readonly Deal[] => {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  const ids = new Set<string>();
  return mergeMisspellings(groups)
    .map(dealOf)
    .sort((left, right) => inOrder.compare(left.name, right.name))
    .map((deal) => {
      // Two deals whose names differ only in what an address leaves out.
      let { id } = deal;
      for (let count = 2; ids.has(id); count += 1) id = `${deal.id}-${count}`;
      ids.add(id);
      return withId(deal, id);
    });
};

/** The deal of an address, also when its name has since been spelt otherwise by more statements. */
export const findDeal = (deals: readonly Deal[], id: string): Deal | undefined =>
  deals.find((deal) => deal.id === id) ?? deals.find((deal) => dealKey(deal.id) === dealKey(id));
