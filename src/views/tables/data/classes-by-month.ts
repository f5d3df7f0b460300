import { isTotal } from '../../../deal/classes.ts';
import type { Deal } from '../../../deal/deal.ts';
import { factOf } from '../../../deal/series.ts';
import { type ConceptId, concepts } from '../../../facts/concepts.ts';
import { dateColumn, monthRows } from './month-rows.ts';
import { figureCell, type TableColumn, type TableModel } from './table-model.ts';
import { unitName } from './unit-name.ts';

const conceptIds = Object.keys(concepts) as readonly ConceptId[];

/** The concepts that the deal's monthly statements print by class, ending balances first. */
export const classConcepts = (deal: Deal): readonly ConceptId[] => {
  const printed = new Set<ConceptId>();
  for (const { statement } of deal.months) {
    for (const { concept, class: name } of statement.facts) if (concept !== null && name !== null) printed.add(concept);
  }
  const found = conceptIds.filter((id) => printed.has(id) && concepts[id].scope === 'class');
  return printed.has('endingBalance') ? ['endingBalance', ...found.filter((id) => id !== 'endingBalance')] : found;
};

/** Loan groups that print a concept for a class when no figure stands for all of them; one empty name otherwise. */
const groupsOf = (deal: Deal, concept: ConceptId, name: string): readonly (string | null)[] => {
  const facts = deal.months.flatMap(({ statement }) =>
    statement.facts.filter((fact) => fact.concept === concept && fact.class === name),
  );
  const groups = [...new Set(facts.map(({ group }) => group))];
  return groups.length > 1 && !groups.includes(null) ? groups : [null];
};

/** One concept for every class (columns) and month (rows), with the printed total where there is one. */
export const classesByMonth = (deal: Deal, concept: ConceptId): TableModel => {
  const totals = new Set(
    deal.months.flatMap(({ statement }) =>
      statement.facts.flatMap((fact) =>
        fact.concept === concept && isTotal(fact.class ?? '') ? (fact.class ?? []) : [],
      ),
    ),
  );
  const keys = [...deal.classes, ...totals].flatMap((name) =>
    groupsOf(deal, concept, name).map((group) => ({ id: `${name}|${group ?? ''}`, name, group })),
  );
  const rows = monthRows(deal, (statement) =>
    keys.flatMap(({ id, name, group }) => {
      const fact = factOf(statement, concept, { class: name, group });
      return fact === undefined ? [] : [[id, figureCell(statement, fact)] as const];
    }),
  );
  const columns = keys
    .filter(({ id }) => rows.some(({ cells }) => cells.has(id)))
    .map(
      ({ id, name, group }): TableColumn => ({
        id,
        heading: `${isTotal(name) ? 'Total' : `Class ${name}`}${group === null ? '' : `, group ${group}`}`,
        unit: unitName(concepts[concept].unit),
        kind: 'figure',
        shown: true,
        listed: false,
      }),
    );
  return { columns: [dateColumn, ...columns], rows };
};
