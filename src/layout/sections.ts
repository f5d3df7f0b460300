import type { ScannedLine } from './lines.ts';
import { followsItem, isItem, startsEnumerated } from './rows.ts';
import type { TableForm } from './tables.ts';

/** The titles that rows stand under, and the lines of words before them. */

/** A title, and what it stands under itself. */
export interface Section {
  readonly text: string;
  readonly indent: number;
  /** Where it is printed, centred or not. */
  readonly start: number;
  readonly enumerated: boolean;
  /** A line is left free or a rule drawn above it. */
  readonly apart: boolean;
  /** Of a title that is centred below an item of a list, that item: the title ends with it. */
  readonly item: Section | null;
  readonly outer: Section | null;
}

/** A line of words, and the one before it. */
export interface WordsLine {
  readonly text: string;
  /** Stood close above some rows of a headed table that has ended: it spoke of those alone. */
  readonly inside: boolean;
  /** Printed position of its first character. */
  readonly start: number;
  readonly before: WordsLine | null;
}

/** What stands above a place in a document, so far as it has a say in what is read below: where it is the same, the same is read. */
export interface Standing {
  /** The same object for the same titles. */
  readonly section: Section | null;
  /** The last line of words was a title that the next may go on with. */
  readonly open: boolean;
  readonly preceding: WordsLine | null;
  /** The last table with headings of its own: a table without may go on with it. */
  readonly headed: TableForm | null;
  /** No other table was read since. */
  readonly follows: boolean;
}

/** A line that ends so goes on in the next. */
export const continues = /(?:\b(?:of|the|and|to|for|in|on|from|by|that|which|with|or|per|under|as)|[,(-])$/i;

/** Characters of a title that goes on over several lines. */
const LONGEST_TITLE = 300;

/** A line begun at eight or more positions is centred over the page rather than nested, unless it is an item of a list. */
const CENTRED = 8;

/** How many titles within each other the items of a list end at most. */
const DEEPEST = 32;

/** The words of a line, two spaces between its cells. */
export function lineText(line: ScannedLine): string {
  return line.cells.length === 1 ? line.cells[0]!.text : line.cells.map((cell) => cell.text).join('  ');
}

/** `A)   The total amount`: an item whose words stand further off. */
const spacedItem = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s{2,9}\S/;

/** `A. Information regarding … (stated on the basis of $1,000 …)`: what is numbered is a title though it is long. */
const LONGEST_ITEM = 160;
const LONGEST_WORDS = 110;

/** Words that may head what follows: one cell (or words set apart by two spaces), no note, no sentence. */
function isTitle(line: ScannedLine, text: string): boolean {
  for (let i = 1; i < line.cells.length; i++) if (line.cells[i]!.start - line.cells[i - 1]!.end > 2) return false;
  const first = text.charCodeAt(0);
  if (first === 42 || first === 8224 || /^notes?\s*[:.(*]/i.test(text)) return false;
  const longest = startsEnumerated.test(text) ? LONGEST_ITEM : LONGEST_WORDS;
  return text.length <= longest && !(text.endsWith('.') && text.length > 40);
}

const sections = new Map<string, Section>();

const innerSections = new WeakMap<Section, Map<string, Section>>();

const MOST_SECTIONS = 5_000;

/** The section with this title within the outer one: the same object for the same titles. */
function sectionOf(
  outer: Section | null,
  text: string,
  indent: number,
  start: number,
  enumerated: boolean,
  apart: boolean,
  item: Section | null,
): Section {
  let known = outer === null ? sections : innerSections.get(outer);
  if (known === undefined) {
    known = new Map();
    innerSections.set(outer!, known);
  }
  const key = `${indent} ${start} ${enumerated ? 1 : 0}${apart ? 1 : 0}${text}${item === null ? '' : `\u0000${item.start} ${item.text}`}`;
  let section = known.get(key);
  if (section === undefined) {
    if (known.size >= MOST_SECTIONS) known.clear();
    section = { text, indent, start, enumerated, apart, item, outer };
    known.set(key, section);
  }
  return section;
}

function isWithin(section: Section, inner: Section | null): boolean {
  for (let at = inner; at !== null; at = at.outer) if (at === section) return true;
  return false;
}

/** Keeps what rows stand under while the lines are walked from the top. */
export function sectionKeeper() {
  let section: Section | null = null;
  let preceding: WordsLine | null = null;
  let open = false;
  /** An item of a list begins: those before it end, and what is centred below them. */
  const endItems = (start: number, text: string): void => {
    let at = section;
    for (let depth = 0; at !== null && depth < DEEPEST; depth++, at = at.outer) {
      const its = at.item ?? at;
      if (start <= its.start && followsItem(text, its.text)) section = at.outer;
    }
  };
  const push = (text: string, indent: number, start: number, apart: boolean, under: boolean): void => {
    const enumerated = startsEnumerated.test(text);
    if (isItem(text)) endItems(start, text);
    let outer = section;
    const above = outer !== null && outer.item !== null ? outer.item : outer;
    const centred = indent < start && !isItem(text) && above !== null && above.start < start;
    const item = centred && isItem(above.text) ? above : null;
    // Words among the rows (a label that wraps) leave a title standing that is set apart from them.
    const ends = (its: Section): boolean =>
      its.indent === indent || its.start === start ? apart || !its.apart : its.indent > indent;
    while (!under && outer !== null && ends(outer)) outer = outer.outer;
    section = sectionOf(outer, text, indent, start, enumerated, apart, item);
  };
  return {
    /** Takes in a line of words; true where it reads as a title. */
    words(line: ScannedLine, contiguous: boolean): boolean {
      const text = lineText(line);
      preceding = wordsLine(line, false, preceding);
      // The head of a page is printed on every page: what stands under a title goes on below it.
      if (line.pageHead || !isTitle(line, text)) {
        open = false;
        return false;
      }
      this.title(line, text, contiguous);
      return true;
    },
    title(line: ScannedLine, text: string, contiguous: boolean): void {
      const enumerated = startsEnumerated.test(text);
      const start = line.cells[0]!.start;
      const indent = start >= CENTRED && !enumerated ? 0 : start;
      const top = section;
      const follows = contiguous && open && top !== null && top.indent === indent && !top.enumerated && !enumerated;
      // `A)  The total amount of the distribution to` over lines that stand further in.
      const ofItem = top !== null && (top.enumerated || spacedItem.test(top.text));
      const hangs = contiguous && open && ofItem && !enumerated && !spacedItem.test(text) && start > top.indent;
      const goesOn = (follows || hangs) && top.text.length < LONGEST_TITLE;
      if (goesOn && (continues.test(top.text) || /^[a-z]/.test(text)))
        section = sectionOf(
          top.outer,
          `${top.text} ${text}`,
          top.indent,
          top.start,
          top.enumerated,
          top.apart,
          top.item,
        );
      else push(text, indent, start, line.blanksBefore > 0 || line.ruleBefore, follows);
      open = true;
    },
    head(text: string, start: number): void {
      push(text, Math.max(start, 1), start, false, false);
    },
    /** The last line of words was the first half of the label of a row. */
    goesOn(): void {
      if (open && section !== null && section.text === preceding?.text) section = section.outer;
    },
    row(labelStart: number, label: string): void {
      open = false;
      if (section === null) return;
      const enumerated = startsEnumerated.test(label);
      if (isItem(label)) endItems(labelStart, label);
      while (
        section !== null &&
        (section.indent > labelStart || (section.indent === labelStart && enumerated && section.enumerated))
      )
        section = section.outer;
    },
    /** A table ends whose first row stood under `outer`. Of the last lines of words, those `inside` it head nothing below. */
    leave(outer: Section | null, inside: readonly boolean[]): void {
      if (!inside.includes(true)) return;
      while (section !== null && !section.apart && !isWithin(section, outer)) section = section.outer;
      const lines = inside.map(() => {
        const line = preceding;
        preceding = line?.before ?? null;
        return line;
      });
      lines.reverse().forEach((line, i) => {
        preceding = { text: line?.text ?? '', inside: inside[i]!, start: line?.start ?? 0, before: preceding };
      });
    },
    standing: (headed: TableForm | null, follows: boolean): Standing => ({
      section,
      open,
      preceding,
      headed,
      follows,
    }),
    section: (): Section | null => section,
    preceding: (): WordsLine | null => preceding,
    /** Goes on as where this stood above. */
    resume(standing: Standing): void {
      ({ section, open, preceding } = standing);
    },
  };
}

/** The line of words, as what follows looks back to it. */
export const wordsLine = (line: ScannedLine, inside: boolean, before: WordsLine | null): WordsLine => ({
  text: lineText(line),
  inside,
  start: line.cells[0]!.start,
  before,
});
