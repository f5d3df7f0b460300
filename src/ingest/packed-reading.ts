import { concepts } from '../facts/concepts.ts';
import type { Fact, FileReading, Statement, Unit } from '../facts/fact.ts';
import { type Outline, outlineFacts, statementLater } from '../facts/outline.ts';

/**
 * Statements as they cross from a worker to the page: the facts of each in one block of memory that changes hands
 * without being copied, unpacked only when somebody looks at them.
 */

/** Facts as columns of numbers and a table of the texts that they mention. */
export interface PackedFacts {
  readonly count: number;
  /** Values that are numbers, by fact. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** As many as there are columns for each fact, fact by fact. */
  readonly columns: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** The texts as a JSON array in UTF-8; a column refers to them by place, counted from 1, and with 0 to none. */
  readonly texts: Uint8Array<ArrayBuffer>;
}

export interface PackedStatement extends Omit<Statement, 'facts'> {
  readonly packed: PackedFacts;
  readonly outline: Outline;
}

export interface PackedReading extends Omit<FileReading, 'statements'> {
  readonly statements: readonly PackedStatement[];
}

/** A statement without its figures: what needs to be known of it before anybody looks at them. */
export type StatementHead = Omit<PackedStatement, 'packed'>;

/** A reading without the figures of its statements. */
export interface ReadingHead extends Omit<FileReading, 'statements'> {
  readonly statements: readonly StatementHead[];
}

/** Columns of a fact: concept, class, group, member, value, unit, decimals, text, line, column, section, label, heading. */
const width = 13;

const yes = 1;
const no = 2;
/** A value in the value's column from here on is a text; 0 is a number. */
const firstText = 3;

const packFacts = (facts: readonly Fact[]): PackedFacts => {
  const places = new Map<string, number>();
  const place = (text: string | null): number => {
    if (text === null) return 0;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size + 1);
    return places.size;
  };
  const cells = new Uint32Array(facts.length * width);
  let at = 0;
  let highest = 0;
  const put = (cell: number): void => {
    cells[at] = cell;
    at += 1;
    if (cell > highest) highest = cell;
  };
  for (const fact of facts) {
    const { value, decimals } = fact;
    put(place(fact.concept));
    put(place(fact.class));
    put(place(fact.group));
    put(place(fact.member));
    put(typeof value === 'number' ? 0 : typeof value === 'boolean' ? (value ? yes : no) : firstText + place(value));
    put(place(fact.unit));
    put(decimals === null ? 0 : decimals + 1);
    put(place(fact.text));
    put(fact.line);
    put(fact.column);
    put(place(fact.section));
    put(place(fact.label));
    put(place(fact.columnLabel));
  }
  const json = new TextEncoder().encode(JSON.stringify([...places.keys()]));
  const Cells = highest <= 0xffff ? Uint16Array : Uint32Array;
  const numbersSize = facts.length * Float64Array.BYTES_PER_ELEMENT;
  const cellsSize = cells.length * Cells.BYTES_PER_ELEMENT;
  const buffer = new ArrayBuffer(numbersSize + cellsSize + json.length);
  const numbers = new Float64Array(buffer, 0, facts.length);
  facts.forEach(({ value }, index) => {
    if (typeof value === 'number') numbers[index] = value;
  });
  const columns = new Cells(buffer, numbersSize, cells.length);
  columns.set(cells);
  const texts = new Uint8Array(buffer, numbersSize + cellsSize);
  texts.set(json);
  return { count: facts.length, numbers, columns, texts };
};

const units: Readonly<Record<Unit, true>> = {
  USD: true,
  percent: true,
  factor: true,
  perThousand: true,
  count: true,
  months: true,
  flag: true,
  text: true,
  date: true,
};

/** Columns that refer to texts, the value's and that of the unit aside. */
const textColumns = [0, 1, 2, 3, 7, 10, 11, 12];
const mostDecimals = 1_000;

const textsIn = (texts: Uint8Array): readonly string[] | null => {
  try {
    const table: unknown = JSON.parse(new TextDecoder().decode(texts));
    return Array.isArray(table) && table.every((text) => typeof text === 'string') ? table : null;
  } catch {
    return null;
  }
};

/** Whether something of unknown origin can be unpacked, every figure with texts, a unit and a place of its own. */
export const arePackedFacts = (value: unknown): value is PackedFacts => {
  if (typeof value !== 'object' || value === null) return false;
  const { count, numbers, columns, texts } = value as Readonly<Record<string, unknown>>;
  if (!(numbers instanceof Float64Array && texts instanceof Uint8Array)) return false;
  if (!(columns instanceof Uint16Array || columns instanceof Uint32Array)) return false;
  if (numbers.length !== count || columns.length !== numbers.length * width) return false;
  const table = textsIn(texts);
  if (table === null) return false;
  const isUnit = table.map((text) => Object.hasOwn(units, text));
  const isConcept = table.map((text) => Object.hasOwn(concepts, text));
  for (let index = 0; index < numbers.length; index += 1) {
    const cell = (column: number): number => columns[index * width + column] ?? 0;
    if (!Number.isFinite(numbers[index]) || cell(4) > firstText + table.length || cell(6) > mostDecimals) return false;
    if (cell(8) === 0 || cell(9) === 0 || isUnit[cell(5) - 1] !== true) return false;
    if (cell(0) !== 0 && isConcept[cell(0) - 1] !== true) return false;
    if (textColumns.some((column) => cell(column) > table.length)) return false;
  }
  return true;
};

const unpackFacts = ({ count, numbers, columns, texts }: PackedFacts): readonly Fact[] => {
  const table = JSON.parse(new TextDecoder().decode(texts)) as readonly string[];
  const text = (cell: number): string | null => (cell === 0 ? null : (table[cell - 1] ?? null));
  const facts: Fact[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = index * width;
    const cell = (column: number): number => columns[start + column] ?? 0;
    const value = cell(4);
    const decimals = cell(6);
    facts.push({
      concept: text(cell(0)) as Fact['concept'],
      class: text(cell(1)),
      group: text(cell(2)),
      member: text(cell(3)),
      value: value === 0 ? (numbers[index] ?? 0) : value < firstText ? value === yes : (text(value - firstText) ?? ''),
      unit: text(cell(5)) as Unit,
      decimals: decimals === 0 ? null : decimals - 1,
      text: text(cell(7)) ?? '',
      line: cell(8),
      column: cell(9),
      section: text(cell(10)),
      label: text(cell(11)),
      columnLabel: text(cell(12)),
    });
  }
  return facts;
};

const packStatementAnew = ({ facts, ...others }: Statement): PackedStatement => ({
  ...others,
  packed: packFacts(facts),
  outline: outlineFacts(facts),
});

/** A reading ready to be sent. */
export const packReading = ({ statements, ...others }: FileReading): PackedReading => ({
  ...others,
  statements: statements.map(packStatementAnew),
});

/** The blocks of memory of a packed reading, to be handed over with it rather than copied. */
export const buffersOf = ({ statements }: PackedReading): readonly ArrayBuffer[] =>
  statements.map(({ packed }) => packed.numbers.buffer);

const packedForms = new WeakMap<Statement, () => PackedStatement>();

/** A statement whose packed figures are asked for when somebody first looks at them. `facts` may throw. */
export const statementOfHead = (head: StatementHead, facts: () => PackedFacts): Statement => {
  const { outline, ...others } = head;
  const statement = statementLater(others, outline, () => unpackFacts(facts()));
  packedForms.set(statement, () => ({ ...head, packed: facts() }));
  return statement;
};

/** The statement as it was packed; its facts are unpacked when first looked at. */
export const unpackStatement = ({ packed, ...head }: PackedStatement): Statement => statementOfHead(head, () => packed);

/** A statement ready to be sent; one that came packed need not be unpacked for it. */
export const packStatement = (statement: Statement): PackedStatement =>
  packedForms.get(statement)?.() ?? packStatementAnew(statement);

/** A reading of the page ready to be sent; what came packed is not packed again. */
export const packReadingAgain = ({ statements, ...others }: FileReading): PackedReading => ({
  ...others,
  statements: statements.map(packStatement),
});

/** The reading as it was packed. */
export const unpackReading = ({ statements, ...others }: PackedReading): FileReading => ({
  ...others,
  statements: statements.map(unpackStatement),
});
