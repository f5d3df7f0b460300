import type { DocumentText } from '../filing/document.ts';
import type { Print } from '../layout/alike.ts';
import { isPrintedAs, printOf } from '../layout/alike.ts';
import type { Passage, PassageWords } from '../layout/blocks.ts';
import { blockReader } from '../layout/blocks.ts';
import { parsePrintedNumber } from '../layout/figure.ts';
import type { LineForm } from '../layout/forms.ts';
import { isKept } from '../layout/forms.ts';
import type { ScannedLine } from '../layout/lines.ts';
import { scanLines } from '../layout/lines.ts';
import type { Section, Standing, WordsLine } from '../layout/sections.ts';
import { wordsLine } from '../layout/sections.ts';
import type { TableForm } from '../layout/tables.ts';
import { isHeaded } from '../layout/tables.ts';
import { FARTHEST, groupTrail } from './context.ts';
import type { UnsettledCell } from './damaged-rows.ts';
import type { Fact } from './fact.ts';
import type { BlockReading, BlockShape } from './figures.ts';
import { readBlock } from './figures.ts';

/**
 * A document's tables to facts. Statements print the same tables month after month, so that most passages of a document were read before:
 * lines of the same forms, below the same titles. What their figures stand for is then known, and only the figures themselves are read.
 *
 * What a passage says hangs on its lines, on the few behind them that tell where it ends, and on what stands above it: its titles, the group
 * that lines above name, those lines themselves where they were asked, the headings that it goes on under, and whether a table of classes as
 * columns came just before. All that is compared. What hangs on the digits of figures (parted cells that must add up, dates that label rows)
 * is not kept, and is read each time.
 */

/** What was made of a table. */
export interface TableReading {
  readonly shape: BlockShape;
  readonly classColumns: boolean;
  readonly unsettled: readonly UnsettledCell[];
  /** How many titles its rows stand under. */
  readonly titles: number;
}

export interface DocumentTables {
  readonly tables: readonly TableReading[];
  readonly facts: Fact[];
  /** How many of the facts have a concept. */
  readonly recognised: number;
  /** How many titles its rows stand under. */
  readonly titles: number;
  /** Index of the document's first line of figures that was not read, since there are too many titles above it. */
  readonly unreadFrom: number | null;
}

/** The titles under which tables of one document are read: a statement prints a few dozen, the thickest supplement some hundreds. */
export const MOST_TITLES = 2_000;

/** How much of a document's tables is read at most. */
export interface Allowance {
  readonly titles: number;
  readonly figures: number;
}

/** A figure of a passage: all but its digits. */
interface KnownFigure {
  /** Its line, counted from the first of the passage. */
  readonly line: number;
  /** Offsets in its line, and those of the loan number that it belongs to; no loan where they are the same. */
  readonly start: number;
  readonly end: number;
  readonly loanStart: number;
  readonly loanEnd: number;
  /** What its characters are read as; else it is this. */
  readonly value: 'number' | 'text' | { readonly is: Fact['value'] };
  readonly meaning: Meaning;
}

/** What is told of a figure, but for its characters and their place. */
type Meaning = Omit<Fact, 'value' | 'text' | 'line' | 'column'>;

interface KnownPassage {
  readonly section: Section | null;
  readonly open: boolean;
  readonly goesOn: boolean;
  readonly headed: TableForm | null;
  readonly follows: boolean;
  readonly groups: string;
  /** The lines of words further up, nearest first, where they were asked what figures stand for. */
  readonly asked: readonly string[] | null;
  readonly afterClassColumns: boolean;
  /** The lines of the passage and those behind it that had a say in where it ends. */
  readonly prints: readonly Print[];
  /** No more lines stand behind those. */
  readonly isLast: boolean;
  /** How many of the lines are the passage itself. */
  readonly lines: number;
  readonly table: TableReading;
  readonly figures: readonly KnownFigure[];
  readonly recognised: number;
  readonly sectionBelow: Section | null;
  readonly openBelow: boolean;
  /** Its table where that has headings; null where what was above still stands. */
  readonly headedBelow: TableForm | null;
  readonly followsBelow: boolean;
  readonly words: readonly PassageWords[];
  /** What last followed it. */
  next: KnownPassage | null;
}

/** Passages by the forms that they begin with: those met lately, and those met before them. The latter are forgotten when there are too many. */
let recent = new Map<number, readonly KnownPassage[]>();
let earlier = new Map<number, readonly KnownPassage[]>();
/** Lines and figures of the recent ones. */
let size = 0;
const MOST = 400_000;
const LARGEST = 10_000;
const MOST_ALIKE = 8;
const NONE: readonly KnownPassage[] = [];

/** Passages that were met, by all of their forms. Most never come again: one is kept when it comes for the second time. */
const met = new Set<number>();
const MOST_MET = 100_000;

/** How many lines tell which passages may begin at a place. */
const BEGINNING = 3;

/** A number that lines of the same forms have in common, and hardly any others. */
function sumOf(lines: readonly ScannedLine[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to && i < lines.length; i++) sum = (Math.imul(sum, 31) + lines[i]!.form.id) | 0;
  return sum;
}

const sizeOf = (passage: KnownPassage): number => passage.prints.length + passage.figures.length;

function keep(sum: number, passage: KnownPassage): void {
  if (size > MOST) {
    // What is forgotten must not live on as what follows something else.
    for (const passages of earlier.values()) for (const each of passages) each.next = null;
    earlier = recent;
    recent = new Map();
    size = 0;
  }
  const others = recent.get(sum) ?? NONE;
  recent.set(sum, [passage, ...others.slice(0, MOST_ALIKE - 1)]);
  size += sizeOf(passage);
}

/** What has a say in what the lines from a place on say. */
interface Place {
  readonly lines: readonly ScannedLine[];
  readonly at: number;
  readonly above: Standing;
  readonly afterClassColumns: boolean;
}

function isAt(passage: KnownPassage, { lines, at, above, afterClassColumns }: Place): boolean {
  const { prints } = passage;
  const end = at + prints.length;
  if (passage.section !== above.section || passage.open !== above.open) return false;
  if (passage.goesOn && (passage.headed !== above.headed || passage.follows !== above.follows)) return false;
  if (end > lines.length || (passage.isLast && end !== lines.length)) return false;
  if (passage.afterClassColumns !== afterClassColumns) return false;
  for (let i = 0; i < prints.length; i++) if (!isPrintedAs(lines[at + i]!, prints[i]!)) return false;
  if (passage.asked !== null && !areAbove(passage.asked, above.preceding)) return false;
  return passage.groups === groupTrail(above.preceding);
}

/** Whether the nearest lines of words are these and no others. */
function areAbove(words: readonly string[], preceding: WordsLine | null): boolean {
  let line = preceding;
  for (const text of words) {
    if (line?.text !== text) return false;
    line = line.before;
  }
  return line === null || words.length > FARTHEST;
}

/** The nearest lines of words: those that a row may ask, and the one that a sentence on the last of them may have begun on. */
function wordsAbove(preceding: WordsLine | null): string[] {
  const words: string[] = [];
  for (let line = preceding; line !== null && words.length <= FARTHEST; line = line.before) words.push(line.text);
  return words;
}

/** The passage that begins at the place, if it was read before; `expected` is tried first. */
function findPassage(place: Place, expected: KnownPassage | null): KnownPassage | null {
  if (expected !== null && isAt(expected, place)) return expected;
  const sum = sumOf(place.lines, place.at, place.at + BEGINNING);
  for (const passage of recent.get(sum) ?? NONE) if (isAt(passage, place)) return passage;
  for (const passage of earlier.get(sum) ?? NONE) {
    if (!isAt(passage, place)) continue;
    keep(sum, passage);
    return passage;
  }
  return null;
}

/** Facts of the passage's figures, in order. */
function factsOf(passage: KnownPassage, { lines, at }: Place, document: DocumentText, into: Fact[]): void {
  for (const { line: rank, start, end, loanStart, loanEnd, value, meaning } of passage.figures) {
    const line = lines[at + rank]!;
    const text = line.text.slice(start, end);
    into.push({
      concept: meaning.concept,
      class: meaning.class,
      group: meaning.group,
      member: loanStart === loanEnd ? meaning.member : line.text.slice(loanStart, loanEnd),
      value: value === 'number' ? parsePrintedNumber(text).value : value === 'text' ? text : value.is,
      unit: meaning.unit,
      decimals: meaning.decimals,
      text,
      line: document.lineOf(line.index, start),
      column: document.columnOf(line.index, start),
      section: meaning.section,
      label: meaning.label,
      columnLabel: meaning.columnLabel,
    });
  }
}

/** Facts hold on to the text that they were read from. */
const meaningOf = ({
  concept,
  class: named,
  group,
  member,
  unit,
  decimals,
  section,
  label,
  columnLabel,
}: Fact): Meaning => ({
  concept,
  class: named,
  group,
  member,
  unit,
  decimals,
  section,
  label,
  columnLabel,
});

/** The figures of a block that was read, as they are to be found again; null where some depend on more than what is compared. */
function figuresOf(
  passage: Passage,
  reading: BlockReading,
  lines: readonly ScannedLine[],
): readonly KnownFigure[] | null {
  if (reading.rows === null) return null;
  const figures: KnownFigure[] = [];
  let line = passage.from;
  reading.rows.forEach(({ cells }, r) => {
    const row = passage.block.rows[r]!;
    while (lines[line]!.index !== row.line) line++;
    for (const { index, loan, value, decimals } of cells) {
      const cell = row.cells[index]!;
      const loanCell = loan < 0 ? null : row.cells[loan]!;
      figures.push({
        line: line - passage.from,
        start: cell.offset,
        end: cell.offset + cell.text.length,
        loanStart: loanCell?.offset ?? 0,
        loanEnd: loanCell === null ? 0 : loanCell.offset + loanCell.text.length,
        value: value !== null ? { is: value } : decimals === null ? 'text' : 'number',
        meaning: meaningOf(reading.facts[figures.length]!),
      });
    }
  });
  return figures;
}

/** Keeps what was read at the place, if all of it is found again by what is compared. */
function remember(
  place: Place,
  passage: Passage,
  reading: BlockReading,
  table: TableReading,
  below: Standing,
): KnownPassage | null {
  const { lines, at, above, afterClassColumns } = place;
  const { to, seen } = passage;
  if (seen - at + reading.facts.length > LARGEST) return null;
  for (let i = at; i < seen; i++) if (!isKept(lines[i]!.form)) return null;
  const sum = sumOf(lines, at, seen);
  if (!met.has(sum)) {
    if (met.size >= MOST_MET) met.clear();
    met.add(sum);
    return null;
  }
  const figures = figuresOf(passage, reading, lines);
  if (figures === null) return null;
  const known: KnownPassage = {
    section: above.section,
    open: above.open,
    goesOn: passage.goesOn,
    headed: above.headed,
    follows: above.follows,
    groups: groupTrail(above.preceding),
    asked: reading.askedFurther ? wordsAbove(above.preceding) : null,
    afterClassColumns,
    prints: lines.slice(at, seen).map(printOf),
    isLast: seen === lines.length,
    lines: to - at,
    table,
    figures,
    recognised: recognisedIn(reading.facts),
    sectionBelow: below.section,
    openBelow: below.open,
    headedBelow: isHeaded(passage.block.table) ? below.headed : null,
    followsBelow: below.follows,
    words: passage.words.map(({ at: line, inside }) => ({ at: line - at, inside })),
    next: null,
  };
  keep(sumOf(lines, at, at + BEGINNING), known);
  return known;
}

function recognisedIn(facts: readonly Fact[]): number {
  let recognised = 0;
  for (const { concept } of facts) if (concept !== null) recognised++;
  return recognised;
}

/** What stands above the lines behind the passage. */
function standingBelow(passage: KnownPassage, { lines, at, above }: Place): Standing {
  let { preceding } = above;
  for (const words of passage.words) preceding = wordsLine(lines[at + words.at]!, words.inside, preceding);
  const headed = passage.headedBelow ?? above.headed;
  return { section: passage.sectionBelow, open: passage.openBelow, preceding, headed, follows: passage.followsBelow };
}

const followsClassColumns = (tables: readonly TableReading[]): boolean =>
  tables.slice(-3).some(({ classColumns }) => classColumns);

/** The passage that documents last began with. */
let firstPassage: KnownPassage | null = null;

/** Reads the tables of the document, as far as the allowance goes; `forms` are those of its lines. */
export function readTables(document: DocumentText, forms: readonly LineForm[], most: Allowance): DocumentTables {
  const lines = scanLines(document.lines, forms);
  const reader = blockReader(lines);
  const tables: TableReading[] = [];
  const facts: Fact[] = [];
  let recognised = 0;
  let previous: KnownPassage | null = null;
  let titles = 0;
  let unreadFrom: number | null = null;
  for (let at = 0; at < lines.length; at = reader.position()) {
    if (titles >= most.titles || facts.length >= most.figures) {
      unreadFrom = lines.slice(at).find(({ kind }) => kind === 'value')?.index ?? null;
      break;
    }
    const above = reader.standing();
    const place: Place = { lines, at, above, afterClassColumns: followsClassColumns(tables) };
    let known = findPassage(place, previous === null ? firstPassage : previous.next);
    if (known !== null) {
      factsOf(known, place, document, facts);
      recognised += known.recognised;
      tables.push(known.table);
      reader.skip(known.lines, standingBelow(known, place));
    } else {
      const passage = reader.next();
      if (passage === null) break;
      const reading = readBlock(passage.block, document, place.afterClassColumns, most.titles - titles);
      const { shape, frame, unsettled } = reading;
      const table = { shape, classColumns: frame.classColumns, unsettled, titles: reading.titles };
      for (const fact of reading.facts) facts.push(fact);
      recognised += recognisedIn(reading.facts);
      tables.push(table);
      if (reading.unreadFrom !== null) {
        ({ unreadFrom } = reading);
        titles += reading.titles;
        break;
      }
      known = remember(place, passage, reading, table, reader.standing());
    }
    titles += tables[tables.length - 1]!.titles;
    if (previous !== null) previous.next = known;
    else if (at === 0) firstPassage = known;
    previous = known;
  }
  return { tables, facts, recognised, titles, unreadFrom };
}
