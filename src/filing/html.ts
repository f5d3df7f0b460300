import { decodeEntity } from './entities.ts';
import { dropTrailingBlanks, emptyPage, type Page } from './page.ts';
import { emptyLine } from './textline.ts';
import { type Cell, gap, type Item, printItem } from './texttable.ts';
import { Token, tokenize } from './tokens.ts';

/**
 * HTML as text lines, the way it would print on a typewriter: paragraphs wrapped, tables as text tables, `<pre>` as it
 * stands, hidden and invisible elements left out. Tokens: htmlparser2; structure, spans and implied end tags as in
 * https://html.spec.whatwg.org/multipage/parsing.html as far as they matter for text.
 */

/** What an element does to the text around it; most do nothing. Numbers, since each tag is asked for its role. */
const Role = {
  none: 0,
  paragraph: 1,
  block: 2,
  lineBreak: 3,
  preformatted: 4,
  table: 5,
  rows: 6,
  row: 7,
  cell: 8,
  raised: 9,
  rule: 10,
  skipped: 11,
} as const;

type Role = (typeof Role)[keyof typeof Role];

const namesByRole: readonly (readonly [Role, string])[] = [
  [Role.paragraph, 'p h1 h2 h3 h4 h5 h6 ul ol dl blockquote form fieldset figure'],
  [Role.block, 'div li dt dd center address section article header footer main nav aside caption legend details'],
  [Role.block, 'summary body html'],
  [Role.lineBreak, 'br'],
  [Role.preformatted, 'pre xmp listing plaintext'],
  [Role.table, 'table'],
  [Role.rows, 'tbody thead tfoot'],
  [Role.row, 'tr'],
  [Role.cell, 'td th'],
  [Role.raised, 'sup'],
  [Role.rule, 'hr'],
  [Role.skipped, 'script style title iframe noembed noframes template ix:header'],
];

const roles = new Map<number, Role>();
for (const [role, names] of namesByRole) {
  for (const name of names.split(' ')) roles.set(nameCode(name, 0, name.length), role);
}

function roleOf(element: number): Role {
  return roles.get(element) ?? Role.none;
}

const columnSpanCode = nameCode('colspan', 0, 7);
const rowSpanCode = nameCode('rowspan', 0, 7);
const styleCode = nameCode('style', 0, 5);
const hiddenCode = nameCode('hidden', 0, 6);
/** Without content: hiding them hides nothing else. */
const voidElements = new Set(
  ['br', 'hr', 'img', 'input', 'col', 'meta', 'link', 'wbr', 'base', 'area', 'embed', 'source', 'track', 'param'].map(
    (name) => nameCode(name, 0, name.length),
  ),
);
/** Elements whose end tag may be left out, so that the next of their kind ends them. */
const impliedEnd = new Set(
  ['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'option'].map((name) =>
    nameCode(name, 0, name.length),
  ),
);

/** An element name, case ignored, as a number: five bits a letter; names of more than ten letters are all one. */
function nameCode(source: string, start: number, end: number): number {
  if (end - start > 10) return -1;
  let code = 0;
  for (let at = start; at < end; at++) code = code * 32 + (source.charCodeAt(at) & 31);
  return code;
}

interface OpenTable {
  readonly rows: Cell[][];
  row: Cell[] | null;
  cell: OpenCell | null;
  /** Whether the text around the table is preformatted. */
  readonly preformatted: boolean;
}

interface OpenCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly blank: boolean;
  readonly items: Item[];
}

type Attribute = 'colspan' | 'rowspan' | 'style' | 'hidden' | null;

const deepestTable = 200;

/** Renders a document; `sourceOf` of the page gives offsets in `source`. Takes time linear in its length. */
export function renderHtml(source: string): Page {
  const page = emptyPage();
  const tables: OpenTable[] = [];
  /** A table at the top is printed when what follows is known: single rows in tables of their own are one table. */
  let pending: OpenTable | null = null;

  let text = '';
  let lineSource = -1;
  let segments: number[] | null = null;
  let runText = 0;
  let runSource = 0;
  /** Spaces since the last character: any run of white space is one, every no-break space one more. */
  let spaces = 0;
  let afterSoftSpace = false;
  let hardSpaces = false;
  let preformatted = false;
  let skipLineBreak = false;

  let element = 0;
  let role: Role = Role.none;
  let attribute: Attribute = null;
  let columnSpan = 1;
  let rowSpan = 1;
  let gone = false;
  let invisible = false;

  /** While an element is left out: its name, how many of its name are open, how many tables within it are. */
  let skipped = 0;
  let skippedDepth = 0;
  let skippedTables = 0;

  let nextEntity = source.indexOf('&');
  let taken = 0;

  function innermost(): OpenTable | undefined {
    return tables[tables.length - 1];
  }

  /** Where lines go: the open cell, or for text between cells what is around the table. */
  function add(item: Item): void {
    for (let index = tables.length - 1; index >= 0; index--) {
      const cell = tables[index]!.cell;
      if (cell !== null) {
        const { items } = cell;
        if (item !== gap || (items.length > 0 && items[items.length - 1] !== gap)) items.push(item);
        return;
      }
    }
    flushTable();
    printItem(page, item);
  }

  function flushTable(): void {
    if (pending === null) return;
    printItem(page, pending);
    pending = null;
  }

  function endLine(always: boolean): void {
    if (text !== '') {
      if (preformatted) text = text.trimEnd();
      add(text === '' ? emptyLine : { text, source: lineSource, segments, verbatim: preformatted });
      text = '';
      segments = null;
    } else if (always || hardSpaces) {
      add(emptyLine);
    }
    dropSpaces();
  }

  function endParagraph(): void {
    endLine(false);
    add(gap);
  }

  function dropSpaces(): void {
    spaces = 0;
    afterSoftSpace = false;
    hardSpaces = false;
  }

  function addSoftSpace(): void {
    if (afterSoftSpace || (text === '' && !hardSpaces)) return;
    spaces++;
    afterSoftSpace = true;
  }

  function addBlank(code: number): void {
    if (isInvisible(code)) return;
    spaces++;
    afterSoftSpace = false;
    hardSpaces = true;
  }

  /** Characters that stand one after another in the source from `at`. */
  function append(run: string, at: number): void {
    if (text === '') {
      lineSource = at;
      runText = 0;
      runSource = at;
      if (spaces > 0) {
        text = padding(spaces);
        startRun(at);
      }
    } else {
      if (spaces > 0) text += spaces === 1 || innermost()?.cell != null ? ' ' : padding(spaces);
      if (text.length - runText !== at - runSource) startRun(at);
    }
    if (spaces > 0) dropSpaces();
    text += run;
  }

  function startRun(at: number): void {
    if (segments === null) segments = [0, lineSource];
    segments.push(text.length, at);
    runText = text.length;
    runSource = at;
  }

  function appendText(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const code = source.charCodeAt(at);
      if (code <= 32) {
        addSoftSpace();
        at++;
        continue;
      }
      if (code >= 0xa0 && isBlank(code)) {
        addBlank(code);
        at++;
        continue;
      }
      let stop = at + 1;
      for (; stop < end; stop++) {
        const next = source.charCodeAt(stop);
        if (next > 32) {
          if (next >= 0xa0 && isBlank(next)) break;
        } else if (next !== 32 || stop + 1 === end || source.charCodeAt(stop + 1) <= 32) {
          break;
        }
      }
      if (source.charCodeAt(stop - 1) === 32) stop--;
      append(source.slice(at, stop), at);
      at = stop;
    }
  }

  function appendPreformatted(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const code = source.charCodeAt(at);
      if (code === 10 || code === 13) {
        if (!skipLineBreak) endLine(true);
        at += code === 13 && source.charCodeAt(at + 1) === 10 ? 2 : 1;
        taken = at;
        skipLineBreak = false;
        continue;
      }
      let stop = at + 1;
      for (; stop < end; stop++) {
        const next = source.charCodeAt(stop);
        if (next === 10 || next === 13) break;
      }
      appendVerbatim(source.slice(at, stop), at);
      at = stop;
    }
  }

  function appendVerbatim(run: string, at: number): void {
    skipLineBreak = false;
    dropSpaces();
    append(run.includes('\u00a0') ? run.replaceAll('\u00a0', ' ') : run, at);
  }

  function appendRun(start: number, end: number): void {
    if (preformatted) appendPreformatted(start, end);
    else appendText(start, end);
  }

  function appendEntity(characters: string, at: number): void {
    const code = characters.charCodeAt(0);
    if (preformatted && (code === 10 || code === 13)) endLine(true);
    else if (preformatted) appendVerbatim(characters.charAt(0), at);
    else if (code <= 32) addSoftSpace();
    else if (code >= 0xa0 && isBlank(code)) addBlank(code);
    else append(characters.charAt(0), at);
    // A character beyond the first of an entity stands at the same place as the first.
    if (text === '') return;
    for (let index = 1; index < characters.length; index++) {
      startRun(at);
      text += characters.charAt(index);
    }
  }

  function ontext(start: number, end: number): void {
    if (skipped !== 0) return;
    // A piece of text may begin within what was taken with the piece before: a character reference, CR and LF.
    let at = Math.max(start, taken);
    if (nextEntity !== -1 && nextEntity < at) nextEntity = source.indexOf('&', at);
    while (nextEntity !== -1 && nextEntity < end) {
      const entity = nextEntity;
      const { characters, length } = decodeEntity(source, entity);
      if (length > 0) {
        appendRun(at, entity);
        appendEntity(characters, entity);
        at = entity + length;
      }
      nextEntity = source.indexOf('&', entity + Math.max(1, length));
    }
    appendRun(at, end);
    taken = Math.max(taken, at);
  }

  function endCell(): void {
    const table = innermost();
    if (table?.cell == null) return;
    endLine(false);
    const { columnSpan: columns, rowSpan: rows, items, blank } = table.cell;
    table.row!.push({ columnSpan: columns, rowSpan: rows, items: blank ? [] : items });
    table.cell = null;
    preformatted = false;
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
    table.row = [];
    table.rows.push(table.row);
  }

  function startCell(): void {
    const table = innermost();
    if (table === undefined) {
      addSoftSpace();
      return;
    }
    endCell();
    endLine(false);
    if (table.row === null) startRow();
    table.cell = { columnSpan, rowSpan, blank: invisible, items: [] };
  }

  function startTable(): void {
    if (tables.length >= deepestTable) return;
    const around = innermost();
    if (around !== undefined && around.cell === null) endTable();
    endLine(false);
    tables.push({ rows: [], row: null, cell: null, preformatted });
  }

  function endTable(): void {
    endRow();
    endLine(false);
    const table = tables.pop();
    if (table === undefined) return;
    preformatted = table.preformatted;
    if (table.rows.length === 0) return;
    if (tables.length > 0) {
      add(table);
      return;
    }
    if (pending !== null && continues(pending, table)) {
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
        addSoftSpace();
        break;
    }
  }

  function startPreformatted(): void {
    endParagraph();
    preformatted = true;
    skipLineBreak = true;
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
        if (!preformatted) break;
        endParagraph();
        preformatted = false;
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
    }
  }

  /** Whether the start tag of the current element ends the element that is left out. */
  function endsSkipped(): boolean {
    if (!impliedEnd.has(skipped) || skippedTables > 0) return false;
    switch (roleOf(skipped)) {
      case Role.paragraph:
        return role !== Role.none && role !== Role.lineBreak && role !== Role.raised && role !== Role.skipped;
      case Role.cell:
        return role === Role.cell || role === Role.row || role === Role.rows;
      case Role.row:
        return role === Role.row || role === Role.rows;
      case Role.rows:
        return role === Role.rows;
      default:
        return element === skipped;
    }
  }

  function onopentagend(selfClosing: boolean): void {
    if (skipped !== 0) {
      if (!endsSkipped()) {
        if (element === skipped) skippedDepth++;
        else if (role === Role.table) skippedTables++;
        return;
      }
      skipped = 0;
    }
    if (role !== Role.skipped && !gone && (!invisible || role === Role.cell)) {
      startElement();
      return;
    }
    if (endsLine(role)) endLine(false);
    if (!selfClosing && !voidElements.has(element)) {
      skipped = element;
      skippedDepth = 1;
      skippedTables = 0;
    }
  }

  function onclosetag(start: number, end: number): void {
    const closing = nameCode(source, start, end);
    if (skipped === 0) {
      endElement(closing);
      return;
    }
    const implied = impliedEnd.has(skipped);
    if (closing === skipped && !(implied && skippedTables > 0)) {
      skippedDepth--;
      if (skippedDepth === 0) skipped = 0;
      return;
    }
    const closingRole = roleOf(closing);
    if (closingRole === Role.table && skippedTables > 0) {
      skippedTables--;
    } else if (
      implied &&
      skippedTables === 0 &&
      closingRole !== Role.none &&
      endsAround(closingRole, roleOf(skipped))
    ) {
      skipped = 0;
      endElement(closing);
    }
  }

  function onattribute(start: number, end: number): void {
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
          ontext(start, end);
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
          onattribute(start, end);
          break;
        case Token.tagEnd:
          onopentagend(false);
          break;
        case Token.tagSelfEnd:
          onopentagend(true);
          break;
        case Token.endTag:
          onclosetag(start, end);
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

/** Whether the end tag of an element with the role `closing` also ends an unclosed one with the role `open` within it. */
function endsAround(closing: Role, open: Role): boolean {
  if (open === Role.cell) return closing === Role.row || closing === Role.rows || closing === Role.table;
  if (open === Role.row) return closing === Role.rows || closing === Role.table;
  if (open === Role.rows) return closing === Role.table;
  return closing !== Role.raised;
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

/** White space beyond ASCII that HTML does not collapse, and characters without any extent. */
function isBlank(code: number): boolean {
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    isInvisible(code)
  );
}

function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

function padding(count: number): string {
  return ' '.repeat(Math.min(count, 200));
}
