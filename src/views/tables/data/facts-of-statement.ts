import { concepts } from '../../../facts/concepts.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import { figureCell, type TableCell, type TableColumn, type TableModel, tableRow, wordsCell } from './table-model.ts';

const column = (id: string, heading: string, others: Partial<TableColumn> = {}): TableColumn => ({
  id,
  heading,
  unit: null,
  kind: 'words',
  shown: true,
  listed: false,
  ...others,
});

/** The figure and its meaning first, then the printed words that gave it the meaning. */
const columns: readonly TableColumn[] = [
  column('line', 'Line', { kind: 'figure' }),
  column('value', 'Value', { kind: 'figure' }),
  column('unit', 'Unit'),
  column('concept', 'Concept', { listed: true }),
  column('class', 'Class', { listed: true }),
  column('group', 'Group', { listed: true }),
  column('member', 'Member', { listed: true }),
  column('section', 'Section', { listed: true }),
  column('label', 'Label'),
  column('columnLabel', 'Column'),
  column('column', 'Place in line', { kind: 'figure', shown: false }),
];

/** What is said of a figure that was read but whose meaning was not found. */
export const notRecognised = 'not recognised';

const number = (value: number): TableCell => ({
  text: value.toLocaleString('en-US'),
  sort: value,
  written: { number: value },
  source: null,
});

const cellsOf = (statement: Statement, fact: Fact): ReadonlyMap<string, TableCell> => {
  const title = fact.concept === null ? notRecognised : concepts[fact.concept].title;
  return new Map([
    ['line', number(fact.line)],
    ['column', number(fact.column)],
    ['section', wordsCell(fact.section ?? '')],
    ['label', wordsCell(fact.label ?? '')],
    ['columnLabel', wordsCell(fact.columnLabel ?? '')],
    ['class', wordsCell(fact.class ?? '')],
    ['group', wordsCell(fact.group ?? '')],
    ['member', wordsCell(fact.member ?? '')],
    ['concept', { ...wordsCell(title), written: { text: fact.concept ?? '' } }],
    ['value', figureCell(statement, fact)],
    ['unit', wordsCell(fact.unit)],
  ]);
};

/** Every figure of a statement in the order printed. Columns that no figure fills are not shown at first. */
export const factsOfStatement = (statement: Statement): TableModel => {
  const rows = statement.facts.map((fact, index) => tableRow(String(index), cellsOf(statement, fact)));
  const filled = (id: string): boolean => rows.some(({ cells }) => cells.get(id)?.sort !== undefined);
  return { columns: columns.map((each) => ({ ...each, shown: each.shown && filled(each.id) })), rows };
};
