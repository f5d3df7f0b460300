import type { Statement } from '../facts/fact.ts';
import { outlineOf } from '../facts/outline.ts';
import { compareClasses, isTotal } from './classes.ts';
import type { Deal, DealMonth } from './deal.ts';
import { monthOf, monthsBetween } from './month.ts';
import { dealId, dealKey, isMisspelling } from './names.ts';

/** What a deal was made of, so that one whose statements are the same need not be made again. */
const madeOf = new WeakMap<Deal, readonly Statement[]>();

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

/** Of several copies of one document, whatever the files that hold them are called, the first. */
const withoutCopies = (statements: readonly Statement[]): readonly Statement[] => {
  const seen = new Set<string>();
  return statements.filter((statement) => {
    const { form, statement: kind, date, accessionNumber, exhibit } = statement;
    const { facts, fingerprint } = outlineOf(statement);
    const outline = [kind, form, date, accessionNumber, exhibit, facts, fingerprint].join('|');
    if (seen.has(outline)) return false;
    seen.add(outline);
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

/** Made once: making one takes longer than a thousand comparisons. */
const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * Statements put together into deals, sorted by name. Small differences of spelling don't split a deal, 2002-1 and
 * 2002-2 are two. A copy of a document counts once; of several statements of one month the one filed last counts and
 * the others are kept beside it. Annual and offering statements never become months.
 *
 * Given the outcome for fewer statements as `previous`, deals that got nothing new are handed back as they were, so
 * that whatever was computed for them stays valid.
 */
export const groupDeals = (statements: readonly Statement[], previous: readonly Deal[] = []): readonly Deal[] => {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  const known = new Map<Statement, Deal>();
  for (const deal of previous) {
    const first = madeOf.get(deal)?.[0];
    if (first !== undefined) known.set(first, deal);
  }
  const ids = new Set<string>();
  return mergeMisspellings(groups)
    .map((group) => {
      const before = group[0] === undefined ? undefined : known.get(group[0]);
      if (before !== undefined && sameStatements(madeOf.get(before) ?? [], group)) return before;
      const deal = makeDeal(group);
      madeOf.set(deal, group);
      return deal;
    })
    .sort((left, right) => inOrder.compare(left.name, right.name))
    .map((deal) => {
      // Two deals whose names differ only in what an address leaves out.
      let id = deal.id;
      for (let count = 2; ids.has(id); count += 1) id = `${deal.id}-${count}`;
      ids.add(id);
      if (id === deal.id) return deal;
      const renamed = { ...deal, id };
      madeOf.set(renamed, madeOf.get(deal) ?? []);
      return renamed;
    });
};

/** The deal of an address, also when its name has since been spelt otherwise by more statements. */
export const findDeal = (deals: readonly Deal[], id: string): Deal | undefined =>
  deals.find((deal) => deal.id === id) ?? deals.find((deal) => dealKey(deal.id) === dealKey(id));
