import { isTotal } from '../deal/classes.ts';
import type { Deal } from '../deal/deal.ts';
import { factOf } from '../deal/series.ts';
import { statementsOf } from '../deal/statements.ts';
import { type ConceptId, concepts } from '../facts/concepts.ts';
import type { Fact, Statement } from '../facts/fact.ts';
import { isComputed } from '../metrics/measure.ts';
import { measureOf } from '../metrics/measure-series.ts';
import { measures } from '../metrics/measures.ts';
import type { ExportCell } from './csv.ts';
import { type LongRow, longColumns, longRows, type VerdictOf } from './long-form.ts';
import { columnLetters, type Sheet, sheetName } from './xlsx.ts';

/** Which figure of a month stands in a column. */
interface FigureColumn {
  readonly heading: string;
  readonly concept: ConceptId;
  readonly class: string | null;
  readonly member: string | null;
  readonly group: string | null;
}

interface FigureSheet {
  readonly name: string;
  readonly columns: readonly FigureColumn[];
}

const conceptIds = Object.keys(concepts) as readonly ConceptId[];

const text = (words: string | null): ExportCell => (words === null || words === '' ? null : { text: words });
const dated = (date: string | null): ExportCell => (date === null ? null : { date });

/** What tells columns apart; asked for every figure of a deal, of which there may be hundreds of thousands. */
const columnKey = ({ concept, class: name, member, group }: Omit<FigureColumn, 'heading'>): string =>
  `${concept}\n${name === null ? '' : `=${name}`}\n${member === null ? '' : `=${member}`}\n${group === null ? '' : `=${group}`}`;

/** Statements that are gone through at one go. */
const statementsAtOnce = 4;

/** The figures that the deal's months print, each once, in the order of the list of concepts; takes breaks. */
function* printedColumns(deal: Deal): Generator<null, readonly FigureColumn[]> {
  const found = new Map<string, FigureColumn>();
  for (const [month, { statement }] of deal.months.entries()) {
    if (month % statementsAtOnce === 0) yield null;
    for (const { concept, class: name, member, group } of statement.facts) {
      if (concept === null) continue;
      const column = { concept, class: name, member, group };
      const key = columnKey(column);
      if (found.has(key)) continue;
      const whose = name === null ? '' : isTotal(name) ? ', total' : `, class ${name}`;
      const heading = `${concepts[concept].title}${whose}${member === null ? '' : `, ${member}`}${group === null ? '' : `, group ${group}`}`;
      found.set(key, { ...column, heading });
    }
  }
  const classes = new Map(deal.classes.map((name, rank) => [name, rank]));
  const rank = ({ class: name }: FigureColumn): number => (name === null ? -1 : (classes.get(name) ?? classes.size));
  return [...found.values()].sort(
    (left, right) => conceptIds.indexOf(left.concept) - conceptIds.indexOf(right.concept) || rank(left) - rank(right),
  );
}

/** One sheet for each kind of figure by class, one for the pool, its buckets and its loans. */
function* figureSheets(deal: Deal): Generator<null, readonly FigureSheet[]> {
  const columns = yield* printedColumns(deal);
  const ofClass = conceptIds
    .filter((id) => concepts[id].scope === 'class')
    .map((id) => ({ name: concepts[id].title, columns: columns.filter(({ concept }) => concept === id) }));
  const ofPool = columns.filter(({ concept }) => concepts[concept].scope !== 'class');
  const taken = new Set<string>();
  return [...ofClass, { name: 'Pool by month', columns: ofPool }]
    .filter((sheet) => sheet.columns.length > 0)
    .map((sheet) => ({ ...sheet, name: sheetName(sheet.name, taken) }));
}

const printed = (statement: Statement, column: FigureColumn): Fact | undefined => {
  const { concept, class: name, member, group } = column;
  const fact = factOf(statement, concept, { class: name, member, group });
  // A figure of one group alone is no figure of the pool.
  return fact !== undefined && fact.group === group ? fact : undefined;
};

function* monthRows(deal: Deal, columns: readonly FigureColumn[]): Generator<readonly ExportCell[]> {
  for (const { date, statement } of deal.months) {
    const figures = columns.map((column): ExportCell => {
      const fact = printed(statement, column);
      return fact === undefined ? null : { figure: fact };
    });
    yield [{ date }, ...figures, { text: statement.file }];
  }
}

const measureColumns = (deal: Deal) =>
  measures.flatMap(({ id, title, unit, scope }) =>
    (scope === 'class' ? deal.classes : [undefined]).map((name) => ({
      id,
      name,
      heading: `${title}${name === undefined ? '' : `, class ${name}`} (${unit})`,
    })),
  );

/** Measures that are computed at one go. */
const measuresAtOnce = 5;

function* measureRows(deal: Deal, columns: ReturnType<typeof measureColumns>): Generator<readonly ExportCell[] | null> {
  for (const { date, month } of deal.months) {
    const cells: ExportCell[] = [{ date }];
    for (const [index, { id, name }] of columns.entries()) {
      if (index % measuresAtOnce === 0) yield null;
      const measure = measureOf(deal, id, month, name);
      cells.push(isComputed(measure) ? { number: measure.value } : null);
    }
    yield cells;
  }
}

const longCell = (row: LongRow, column: (typeof longColumns)[number]): ExportCell => {
  if (column === 'value') return { figure: row };
  if (column === 'date') return dated(row.date);
  const value = row[column];
  if (typeof value === 'number') return { number: value };
  return text(value === null ? null : String(value));
};

function* longCells(deals: readonly Deal[], verdictOf: VerdictOf): Generator<readonly ExportCell[]> {
  for (const deal of deals) {
    for (const row of longRows(deal, verdictOf)) yield longColumns.map((column) => longCell(row, column));
  }
}

/** Where each number on the sheets of figures was printed, and what the checks say of it. */
function* sourceRows(
  deal: Deal,
  sheets: readonly FigureSheet[],
  verdictOf: VerdictOf,
): Generator<readonly ExportCell[]> {
  const places = new Map<Statement, ReadonlyMap<Fact, number>>();
  const placesIn = (statement: Statement): ReadonlyMap<Fact, number> => {
    const known = places.get(statement);
    if (known !== undefined) return known;
    const found = new Map(statement.facts.map((fact, index) => [fact, index]));
    places.set(statement, found);
    return found;
  };
  for (const { name, columns } of sheets) {
    for (const [row, { statement }] of deal.months.entries()) {
      for (const [index, column] of columns.entries()) {
        const fact = printed(statement, column);
        if (fact === undefined) continue;
        const place = placesIn(statement).get(fact) ?? -1;
        yield [
          text(name),
          text(`${columnLetters(index + 1)}${row + 2}`),
          text(statement.file),
          { number: fact.line },
          { number: fact.column },
          text(fact.section),
          text(fact.label),
          text(fact.columnLabel),
          text(fact.text),
          text(verdictOf(deal, statement, place)),
        ];
      }
    }
  }
}

const dealRow = (deal: Deal): readonly ExportCell[] => [
  text(deal.name),
  text(deal.depositor),
  text(deal.trustee),
  text(deal.fileNumber),
  { number: deal.months.length },
  dated(deal.months[0]?.date ?? null),
  dated(deal.months.at(-1)?.date ?? null),
  text(deal.gaps.join(', ')),
  text(deal.classes.join(', ')),
];

function* fileRows(deals: readonly Deal[]): Generator<readonly ExportCell[]> {
  for (const deal of deals) {
    for (const { file, exhibit, form, statement, date, accessionNumber, filed, facts } of statementsOf(deal)) {
      yield [
        text(file),
        text(exhibit),
        text(form),
        text(statement),
        text(deal.name),
        dated(date),
        text(accessionNumber),
        dated(filed),
        { number: facts.length },
      ];
    }
  }
}

/**
 * The sheets of a workbook. One deal: each kind of figure by month, measures, and where every number was printed. Always:
 * the deals, every figure in the long form, the files. null where others may have their turn.
 */
export function* workbook(deals: readonly Deal[], verdictOf: VerdictOf): Generator<Sheet | null> {
  const [deal] = deals;
  const only = deals.length === 1 ? deal : undefined;
  yield {
    name: only === undefined ? 'Deals' : 'Deal',
    headings: ['Deal', 'Depositor', 'Trustee', 'File number', 'Months', 'First', 'Last', 'Months missing', 'Classes'],
    rows: deals.map(dealRow),
  };
  if (only !== undefined) {
    const figures = yield* figureSheets(only);
    for (const { name, columns } of figures) {
      const headings = ['Date', ...columns.map(({ heading }) => heading), 'Statement file'];
      yield { name, headings, rows: monthRows(only, columns) };
    }
    const computed = measureColumns(only);
    yield {
      name: 'Measures',
      headings: ['Date', ...computed.map(({ heading }) => heading)],
      rows: measureRows(only, computed),
    };
    yield {
      name: 'Sources',
      headings: ['Sheet', 'Cell', 'File', 'Line', 'Column', 'Section', 'Label', 'Heading', 'As printed', 'Verdict'],
      rows: sourceRows(only, figures, verdictOf),
    };
  }
  yield { name: 'Figures', headings: longColumns, rows: longCells(deals, verdictOf) };
  yield {
    name: 'Files',
    headings: ['File', 'Exhibit', 'Form', 'Statement', 'Deal', 'Date', 'Accession number', 'Filed', 'Figures'],
    rows: fileRows(deals),
  };
}
