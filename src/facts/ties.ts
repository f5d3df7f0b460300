import type { ConceptId } from './concepts.ts';
import type { Fact } from './fact.ts';

/**
 * Whether the figures of one row agree with each other and with the rows around it: the test of a way to part damaged cells. Every number
 * stands for an interval of half its last printed place to each side.
 */

interface Amount {
  readonly value: number;
  readonly slack: number;
}

const amountOf = (fact: Fact): Amount => ({ value: fact.value as number, slack: 0.5 * 10 ** -(fact.decimals ?? 0) });

/** left = Σ right, by concept; where all are printed. */
const rowSums: readonly {
  readonly left: ConceptId;
  readonly plus: readonly ConceptId[];
  readonly minus: readonly ConceptId[];
  readonly optionalMinus?: ConceptId;
}[] = [
  { left: 'endingBalance', plus: ['beginningBalance'], minus: ['principal'], optionalMinus: 'realizedLoss' },
  { left: 'totalDistribution', plus: ['principal', 'interest'], minus: [] },
  { left: 'totalPer1000', plus: ['principalPer1000', 'interestPer1000'], minus: [] },
  { left: 'endingBalancePer1000', plus: ['beginningBalancePer1000'], minus: ['principalPer1000'] },
];

function agrees(left: Amount, parts: readonly Amount[], signs: readonly number[]): boolean {
  let sum = 0;
  let slack = left.slack;
  for (let i = 0; i < parts.length; i++) {
    sum += signs[i]! * parts[i]!.value;
    slack += parts[i]!.slack;
  }
  return Math.abs(left.value - sum) <= slack * 1.000001 + 1e-9;
}

/**
 * @param row the facts of the row, parted one way
 * @param others the sums of the other rows of its table
 * @returns true when every amount of the row is in an agreement that holds and none that can be tested fails
 */
export function rowTies(row: readonly Fact[], others: ColumnSums): boolean {
  const amounts = new Map<ConceptId, Amount>();
  for (const fact of row)
    if (fact.concept !== null && typeof fact.value === 'number') amounts.set(fact.concept, amountOf(fact));
  const supported = new Set<ConceptId>();
  for (const { left, plus, minus, optionalMinus } of rowSums) {
    const total = amounts.get(left);
    const names = [...plus, ...minus];
    const parts = names.map((name) => amounts.get(name));
    if (total === undefined || parts.some((part) => part === undefined)) continue;
    const known = parts as Amount[];
    const signs = names.map((name) => (plus.includes(name) ? 1 : -1));
    const loss = optionalMinus === undefined ? undefined : amounts.get(optionalMinus);
    const holds =
      agrees(total, known, signs) || (loss !== undefined && agrees(total, [...known, loss], [...signs, -1]));
    if (!holds) return false;
    for (const name of [left, ...names]) supported.add(name);
    if (loss !== undefined && optionalMinus !== undefined) supported.add(optionalMinus);
  }
  for (const fact of row) {
    if (fact.concept === null || typeof fact.value !== 'number' || fact.unit !== 'USD') continue;
    const column = columnTies(fact, others.of(fact));
    if (column === false) return false;
    if (column === true) supported.add(fact.concept);
  }
  if (supported.size === 0) return false;
  for (const fact of row) {
    if (
      typeof fact.value === 'number' &&
      fact.unit === 'USD' &&
      (fact.concept === null || !supported.has(fact.concept))
    )
      return false;
  }
  return true;
}

/** What the figures of a concept and group in a table come to. */
interface ColumnSum {
  total: Amount | null;
  parts: number;
  value: number;
  slack: number;
}

/** The sums of a table's columns, row by row. */
export interface ColumnSums {
  readonly add: (facts: readonly Fact[]) => void;
  readonly of: (fact: Fact) => ColumnSum | undefined;
}

const columnKey = (fact: Fact): string => `${fact.concept} ${fact.group ?? ''}`;

export function columnSums(): ColumnSums {
  const sums = new Map<string, ColumnSum>();
  return {
    add(facts) {
      for (const fact of facts) {
        if (typeof fact.value !== 'number') continue;
        const key = columnKey(fact);
        let sum = sums.get(key);
        if (sum === undefined) {
          sum = { total: null, parts: 0, value: 0, slack: 0 };
          sums.set(key, sum);
        }
        const { value, slack } = amountOf(fact);
        if (fact.class === 'Total') sum.total = { value, slack };
        else {
          sum.parts++;
          sum.value += value;
          sum.slack += slack;
        }
      }
    },
    of: (fact) => sums.get(columnKey(fact)),
  };
}

/** Whether the classes of the column sum to its printed total; null where no total is printed. */
function columnTies(fact: Fact, others: ColumnSum | undefined): boolean | null {
  if (fact.class === 'Total' || others === undefined || others.total === null || others.parts === 0) return null;
  return agrees(others.total, [others, amountOf(fact)], [1, 1]);
}
