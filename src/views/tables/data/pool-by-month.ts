import type { Deal } from '../../../deal/deal.ts';
import { type ConceptId, concepts, delinquencyBuckets } from '../../../facts/concepts.ts';
import type { Fact } from '../../../facts/fact.ts';
import { dateColumn, monthRows } from './month-rows.ts';
import { figureCell, type TableColumn, type TableModel } from './table-model.ts';
import { unitName } from './unit-name.ts';

type PoolFact = Fact & { readonly concept: ConceptId };

const isOfPool = (fact: Fact): fact is PoolFact =>
  fact.concept !== null && fact.class === null && ['pool', 'bucket'].includes(concepts[fact.concept].scope);

const keyOf = ({ concept, member, group }: PoolFact): string => `${concept}|${member ?? ''}|${group ?? ''}`;

const conceptIds = Object.keys(concepts);

const bucketNames: Readonly<Record<string, string>> = {
  foreclosure: 'foreclosure',
  bankruptcy: 'bankruptcy',
  'bankruptcy60+': 'bankruptcy, 60+ days',
  reo: 'REO',
  total: 'total',
};

const headingOf = ({ concept, member, group }: PoolFact): string => {
  const bucket = member === null ? '' : `, ${bucketNames[member] ?? `${member.replace('-', '–')} days`}`;
  return `${concepts[concept].title}${bucket}${group === null ? '' : `, group ${group}`}`;
};

/** Where a bucket stands; those that are none of the usual ones come after them. */
const severity = (member: string | null): number => {
  const order: readonly (string | null)[] = delinquencyBuckets;
  const place = order.indexOf(member);
  return place < 0 ? delinquencyBuckets.length : place;
};

/**
 * The pool's figures by month: a column for each concept, delinquency bucket and loan group that any month prints.
 * Buckets are there to be chosen and not shown at first, as the concepts alone fill a screen.
 */
export const poolByMonth = (deal: Deal): TableModel => {
  const facts = new Map<string, PoolFact>();
  for (const { statement } of deal.months) {
    for (const fact of statement.facts) if (isOfPool(fact) && !facts.has(keyOf(fact))) facts.set(keyOf(fact), fact);
  }
  const columns = [...facts]
    .sort(
      ([, left], [, right]) =>
        conceptIds.indexOf(left.concept) - conceptIds.indexOf(right.concept) ||
        severity(left.member) - severity(right.member) ||
        (left.group ?? '').localeCompare(right.group ?? '', 'en', { numeric: true }),
    )
    .map(
      ([id, fact]): TableColumn => ({
        id,
        heading: headingOf(fact),
        unit: unitName(fact.unit),
        kind: 'figure',
        shown: concepts[fact.concept].scope === 'pool',
        listed: false,
      }),
    );
  const rows = monthRows(deal, (statement) => {
    const cells = new Map<string, Fact>();
    for (const fact of statement.facts) if (isOfPool(fact) && !cells.has(keyOf(fact))) cells.set(keyOf(fact), fact);
    return [...cells].map(([id, fact]) => [id, figureCell(statement, fact)] as const);
  });
  return { columns: [dateColumn, ...columns], rows };
};
