import type { Deal } from '../../../deal/deal.ts';
import { statementsOf } from '../../../deal/statements.ts';
import type { Statement } from '../../../facts/fact.ts';

/** A statement of a file, with the deal that it went to and its number among `statementsOf` that deal. */
export interface FileStatement {
  readonly statement: Statement;
  readonly deal: Deal | null;
  readonly number: number;
}

/**
 * The statements that were read from a file, as their deals hold them: words that a person taught may have given their
 * figures other meanings since. Copies of statements loaded elsewhere are in no deal.
 */
export const fileStatements = (
  file: string,
  read: readonly Statement[],
  deals: readonly Deal[],
): readonly FileStatement[] => {
  const held = deals.flatMap((deal) =>
    statementsOf(deal).flatMap((statement, number) => (statement.file === file ? [{ statement, deal, number }] : [])),
  );
  return read.map((statement) => {
    const same = held.find(
      ({ statement: other }) =>
        other === statement ||
        (other.exhibit === statement.exhibit &&
          other.date === statement.date &&
          other.facts.length === statement.facts.length &&
          other.facts[0]?.line === statement.facts[0]?.line),
    );
    return same ?? { statement, deal: null, number: -1 };
  });
};
