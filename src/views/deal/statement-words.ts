import type { Deal } from '../../deal/deal.ts';
import { dateTitle } from '../../deal/month.ts';
import { statementsOf } from '../../deal/statements.ts';
import type { Statement, StatementKind } from '../../facts/fact.ts';

const kinds: Readonly<Record<StatementKind, string>> = {
  monthly: 'Monthly statement',
  annual: 'Annual statement',
  offering: 'Offering document',
};

/** What a statement is, in a word or two: its form, else its kind. */
export const statementTitle = ({ form, exhibit, statement }: Statement): string => {
  if (form === null) return kinds[statement];
  return exhibit === null || exhibit === form ? form : `${form}, ${exhibit}`;
};

/** A statement in the middle of a sentence: `8-K/A filed 12 June 2002`, `monthly statement`. */
export const statementWords = (statement: Statement): string => {
  const title = statement.form === null ? kinds[statement.statement].toLowerCase() : statementTitle(statement);
  return statement.filed === null ? title : `${title} filed ${dateTitle(statement.filed)}`;
};

const owned = new WeakMap<Deal, ReadonlySet<Statement>>();

const isOf = (deal: Deal, statement: Statement): boolean => {
  let its = owned.get(deal);
  if (its === undefined) {
    its = new Set(statementsOf(deal));
    owned.set(deal, its);
  }
  return its.has(statement);
};

/** The deal that a statement went to. */
export const dealOf = (deals: readonly Deal[], statement: Statement): Deal | undefined =>
  deals.find((deal) => isOf(deal, statement));
