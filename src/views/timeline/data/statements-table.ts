import type { Deal } from '../../../deal/deal.ts';
import { dateTitle, monthTitle } from '../../../deal/month.ts';
import type { Statement } from '../../../facts/fact.ts';
import { outlineOf } from '../../../facts/outline.ts';
import { formatPlace } from '../../../store/place.ts';
import {
  type TableCell,
  type TableColumn,
  type TableModel,
  type TableRow,
  tableRow,
  wordsCell,
} from '../../tables/data/table-model.ts';
import type { TimelineMonth } from './timeline.ts';

const words = (id: string, heading: string, listed = false): TableColumn => ({
  id,
  heading,
  unit: null,
  kind: 'words',
  shown: true,
  listed,
});

const columns: readonly TableColumn[] = [
  words('month', 'Month'),
  { ...words('state', 'State', true), widest: 40 },
  words('date', 'Distribution date'),
  words('form', 'Form', true),
  words('filed', 'Filed'),
  { ...words('figures', 'Figures'), kind: 'figure' },
  { ...words('file', 'File'), widest: 60 },
];

const dated = (date: string | null): TableCell =>
  date === null ? wordsCell('') : { text: dateTitle(date), sort: date, written: { text: date }, source: null };

const fileCell = ({ file, facts }: Statement): TableCell => ({
  ...wordsCell(file),
  get address() {
    return formatPlace({
      kind: 'source',
      file,
      document: null,
      line: facts[0]?.line ?? null,
      column: null,
      finding: null,
    });
  },
});

const rowOf = (statement: Statement, name: string, month: TableCell, state: TableCell): TableRow => {
  const { facts } = outlineOf(statement);
  return tableRow(
    `${name} ${statement.file} ${statement.exhibit ?? ''}`,
    new Map([
      ['month', month],
      ['state', state],
      ['date', dated(statement.date)],
      ['form', wordsCell(statement.form ?? '')],
      ['filed', dated(statement.filed)],
      ['figures', { text: facts.toLocaleString('en-US'), sort: facts, written: { number: facts }, source: null }],
      ['file', fileCell(statement)],
    ]),
  );
};

const stateWords = ({ state, superseded }: TimelineMonth): string => {
  if (state === 'amended') return superseded.length > 0 ? 'amended' : 'amendment, original not loaded';
  return state;
};

/** All statements of a deal, month by month with the missing ones, then years, offering and those without a date. */
export const statementsTable = (deal: Deal, timeline: readonly TimelineMonth[]): TableModel => {
  const monthCell = (month: string): TableCell => ({
    text: monthTitle(month),
    sort: month,
    written: { text: month },
    source: null,
    address: formatPlace({ kind: 'deal', deal: deal.id, month, section: 'statement' }),
  });
  const beside = (month: string): string =>
    formatPlace({ kind: 'deal', deal: deal.id, month: null, section: 'timeline', amended: month });
  const ofMonths = timeline.flatMap((each): TableRow[] => {
    const { month, statement, superseded, because } = each;
    if (statement === null) {
      const { address: _, ...cell } = monthCell(month);
      return [
        tableRow(
          month,
          new Map([
            ['month', cell],
            ['state', wordsCell('missing', 'missing')],
          ]),
          `Missing. ${because.join(' ')}`,
        ),
      ];
    }
    const state = wordsCell(stateWords(each));
    const own = rowOf(
      statement,
      month,
      monthCell(month),
      superseded.length === 0 ? state : { ...state, address: beside(month), note: 'What changed' },
    );
    const others = superseded.map((other) =>
      rowOf(
        other,
        month,
        { ...monthCell(month), address: beside(month) },
        wordsCell(statement.amendment ? 'original' : 'does not count'),
      ),
    );
    return [own, ...others];
  });
  const section = (kind: 'annual' | 'offering', cell: string) => ({
    ...wordsCell(cell),
    address: formatPlace({ kind: 'deal', deal: deal.id, month: null, section: kind }),
  });
  const years = deal.annual.map((statement) =>
    rowOf(statement, 'year', section('annual', statement.date?.slice(0, 4) ?? 'Year'), wordsCell('annual')),
  );
  const offerings = deal.offering.map((statement) =>
    rowOf(statement, 'offering', section('offering', 'Offering'), wordsCell('offering')),
  );
  const undated = deal.undated.map((statement) =>
    rowOf(statement, 'undated', wordsCell('No date'), wordsCell('no date, in no series')),
  );
  return { columns, rows: [...ofMonths, ...years, ...offerings, ...undated] };
};
