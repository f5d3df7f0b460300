import { nameCode, Role, roleOf, voidElements } from './elements.ts';
import { hiddenElement } from './hidden.ts';
import { type Cell, gap, type Item } from './items.ts';
import { lineWriter } from './linewriter.ts';
import { dropTrailingBlanks, emptyPage, type Page, printGap } from './page.ts';
import { printItem, printTable } from './texttable.ts';
import { Token, tokenize } from './tokens.ts';

/**
 * HTML as text lines, the way it would print on a typewriter: paragraphs wrapped, tables as text tables, `<pre>` as it
 * stands, hidden and invisible elements left out. Tokens: htmlparser2; structure, spans and implied end tags as in
 * https://html.spec.whatwg.org/multipage/parsing.html as far as they matter for text.
 */

interface OpenTable {
  readonly rows: Cell[][];
  row: Cell[] | null;
  cell: OpenCell | null;
  /** The open cell is invisible: it has its place but no text. */
  blank: boolean;
  /** Its first rows are printed already. */
  begun: boolean;
  /** Whether the text around the table is preformatted. */
  readonly preformatted: boolean;
}

interface OpenCell extends Cell {
  items: Item[];
}

type Attribute = 'colspan' | 'rowspan' | 'style' | 'hidden' | null;

const columnSpanCode = nameCode('colspan', 0, 7);
const rowSpanCode = nameCode('rowspan', 0, 7);
const styleCode = nameCode('style', 0, 5);
const hiddenCode = nameCode('hidden', 0, 6);

/** A row of more cells is none that anybody wrote: what follows them stands on further rows. */
const mostCells = 1000;
/** Most cells hold one line: those that hold none yet have this in common. */
const noItems: Item[] = [];
/** Longer tables are laid out in parts, so that no document needs memory for all its cells at once. */
const mostRows = 2000;
/** Tables within each other beyond this are read as if they were the one around them. */
const deepestTable = 200;

/** Renders a document; `sourceOf` of the page gives offsets in `source`. Takes time linear in its length. */
export function renderHtml(source: string): Page {
  const page = emptyPage();
  const tables: OpenTable[] = [];
  /** A table at the top is printed when what follows is known: single rows in tables of their own are one table. */
  let pending: OpenTable | null = null;

  const writer = lineWriter(source, add);
  const { endLine, setPreformatted } = writer;
  const hidden = hiddenElement();

  let element = 0;
  let role: Role = Role.none;
  let attribute: Attribute = null;
  let columnSpan = 1;
  let rowSpan = 1;
  let gone = false;
  let invisible = false;

  function innermost(): OpenTable | undefined {
    return tables[tables.length - 1];
  }

  /** Where lines go: the open cell, or for text between cells what is around the table. */
  function add(item: Item): void {
    for (let index = tables.length - 1; index >= 0; index--) {
      const cell = tables[index]!.cell;
      if (cell !== null) {
        const { items } = cell;
        // Most cells hold one line: an array made with it takes a fraction of one that it is pushed to.
        if (items.length > 0 && (item !== gap || items[items.length - 1] !== gap)) items.push(item);
        else if (item !== gap) cell.items = [item];
        return;
      }
    }
    flushTable();
    printItem(page, item);
  }

  function flushTable(): void {
    if (pending === null) return;
    printPart(pending);
    printGap(page);
    pending = null;
  }

  /** Prints the rows of a table so far. */
  function printPart(table: OpenTable): void {
    if (!table.begun) printGap(page);
    printTable(page, table);
    table.rows.length = 0;
    table.begun = true;
  }

  function endParagraph(): void {
    endLine(false);
    add(gap);
  }

  function endCell(): void {
    const table = innermost();
    if (table?.cell == null) return;
    endLine(false);
    if (table.blank) table.cell.items = noItems;
    table.cell = null;
    setPreformatted(false);
    writer.setCollapsing(false);
  }

  function endRow(): void {
    endCell();
    const table = innermost();
    if (table !== undefined) table.row = null;
  }

  function startRow(): void {
    const table = innermost();
    if (table === undefined) return;
    endRow();
    endLine(false);
    if (tables.length === 1 && table.rows.length >= mostRows) {
      flushTable();
      printPart(table);
    }
    table.row = [];
    table.rows.push(table.row);
  }

  function startCell(): void {
    const table = innermost();
    if (table === undefined) {
      writer.space();
      return;
    }
    endCell();
    endLine(false);
    if (table.row === null || table.row.length >= mostCells) startRow();
    const cell: OpenCell = { columnSpan, rowSpan, items: noItems };
    table.row?.push(cell);
    table.cell = cell;
    table.blank = invisible;
    setPreformatted(false);
    writer.setCollapsing(true);
  }

  function startTable(): void {
    if (tables.length >= deepestTable) return;
    const around = innermost();
    if (around !== undefined && around.cell === null) endTable();
    endLine(false);
    tables.push({ rows: [], row: null, cell: null, blank: false, begun: false, preformatted: writer.isPreformatted() });
  }

  function endTable(): void {
    endRow();
    endLine(false);
    const table = tables.pop();
    if (table === undefined) return;
    setPreformatted(table.preformatted);
    writer.setCollapsing(tables.some(({ cell }) => cell !== null));
    if (table.rows.length === 0 && !table.begun) return;
    if (tables.length > 0) add(table);
    else if (pending !== null && continues(pending, table)) {
      pending.rows.push(...table.rows);
    } else {
      flushTable();
      pending = table;
    }
  }

  function startElement(): void {
    switch (role) {
      case Role.paragraph:
      case Role.rule:
        endParagraph();
        break;
      case Role.block:
        endLine(false);
        break;
      case Role.lineBreak:
        endLine(true);
        break;
      case Role.preformatted:
        startPreformatted();
        break;
      case Role.table:
        startTable();
        break;
      case Role.rows:
        endRow();
        break;
      case Role.row:
        startRow();
        break;
      case Role.cell:
        startCell();
        break;
      case Role.raised:
        // A mark of a footnote must not run into the figure before it.
        writer.space();
        break;
      default:
        break;
    }
  }

  function startPreformatted(): void {
    endParagraph();
    setPreformatted(true);
    writer.skipLineBreak();
  }

  function endElement(closing: number): void {
    switch (roleOf(closing)) {
      case Role.paragraph:
        endParagraph();
        break;
      case Role.block:
        endLine(false);
        break;
      case Role.preformatted:
        if (!writer.isPreformatted()) break;
        endParagraph();
        setPreformatted(false);
        break;
      case Role.table:
        endTable();
        break;
      case Role.rows:
      case Role.row:
        endRow();
        break;
      case Role.cell:
        endCell();
        break;
      default:
        break;
    }
  }

  function onStartTag(selfClosing: boolean): void {
    if (hidden.isOpen() && hidden.holdsStart(element)) return;
    if (role !== Role.skipped && !gone && (!invisible || role === Role.cell)) {
      startElement();
      return;
    }
    if (endsLine(role)) endLine(false);
    if (!selfClosing && !voidElements.has(element)) hidden.start(element);
  }

  function onEndTag(closing: number): void {
    if (!hidden.isOpen() || !hidden.holdsEnd(closing)) endElement(closing);
  }

  function onAttribute(start: number, end: number): void {
    if (attribute === null) return;
    const value = source.slice(start, end);
    if (attribute === 'colspan') columnSpan = spanOf(value, 1000, 1);
    else if (attribute === 'rowspan') rowSpan = spanOf(value, 65534, 65534);
    else if (attribute === 'style') {
      if (/display\s*:\s*none/i.test(value)) gone = true;
      else if (/visibility\s*:\s*(?:hidden|collapse)/i.test(value)) invisible = true;
    }
    attribute = null;
  }

  tokenize(source, ({ triples, length }) => {
    for (let index = 0; index < length; index += 3) {
      const start = triples[index + 1]!;
      const end = triples[index + 2]!;
      switch (triples[index]) {
        case Token.text:
          if (!hidden.isOpen()) writer.write(start, end);
          break;
        case Token.tagName:
          element = nameCode(source, start, end);
          role = roleOf(element);
          attribute = null;
          columnSpan = 1;
          rowSpan = 1;
          gone = false;
          invisible = false;
          break;
        case Token.attributeName:
          attribute = attributeName(source, start, end);
          if (attribute === 'hidden') gone = true;
          break;
        case Token.attributeValue:
          onAttribute(start, end);
          break;
        case Token.tagEnd:
          onStartTag(false);
          break;
        case Token.tagSelfEnd:
          onStartTag(true);
          break;
        case Token.endTag:
          onEndTag(nameCode(source, start, end));
          break;
        default:
          break;
      }
    }
  });
  while (tables.length > 0) endTable();
  endLine(false);
  flushTable();
  dropTrailingBlanks(page);
  return page;
}

function endsLine(role: Role): boolean {
  return role === Role.paragraph || role === Role.block || role === Role.preformatted || role === Role.table;
}

/** A table of one row under a table whose rows have as many cells: some converters write each row as a table. */
function continues(table: OpenTable, next: OpenTable): boolean {
  const row = next.rows[0]!;
  const last = table.rows[table.rows.length - 1]!;
  return next.rows.length === 1 && row.length > 1 && row.length === last.length;
}

function attributeName(source: string, start: number, end: number): Attribute {
  switch (source.charCodeAt(start) | 32) {
    case 99:
      return nameCode(source, start, end) === columnSpanCode ? 'colspan' : null;
    case 104:
      return nameCode(source, start, end) === hiddenCode ? 'hidden' : null;
    case 114:
      return nameCode(source, start, end) === rowSpanCode ? 'rowspan' : null;
    case 115:
      return nameCode(source, start, end) === styleCode ? 'style' : null;
    default:
      return null;
  }
}

function spanOf(value: string, most: number, ofZero: number): number {
  const span = Number.parseInt(value, 10);
  if (span === 0) return ofZero;
  return span > 0 ? Math.min(span, most) : 1;
}
