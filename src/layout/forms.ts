import { codeOf, codesOf, FIXED_SPACE, isAlphanumeric, NO_ASCII, SPACE, TAB } from './codes.ts';
import { detached } from './detached.ts';
import { isDigit } from './figure.ts';
import type { Cell } from './scan.ts';
import { cellsOf } from './scan.ts';

/**
 * The form of a line: what all lines have in common that differ in the digits of their figures alone. Statements print the same lines with
 * other figures page after page and month after month; where the cells of a form stand is found once, its further lines are only compared.
 */
export interface LineForm {
  /** A number of its own. */
  readonly id: number;
  /** A `<PAGE>` stands on it, or other marks such as `<TABLE>`. */
  readonly mark: 'page' | 'other' | null;
  /** `blank` has neither words nor a rule, `rule` nothing but strokes, `value` a figure (or what stands in a figure's place). */
  readonly kind: 'blank' | 'rule' | 'value' | 'text';
  /** Of a rule that is drawn in several. */
  readonly strokes: readonly Stroke[];
  /** Those of kind `text` are the same in every line of the form; others have their kind and place in common. */
  readonly cells: readonly Cell[];
  /** Some cell is no `text`. */
  readonly varies: boolean;
  /** Nothing but the number of a page. */
  readonly numbersPage: boolean;
  /** Its numbers, two cells or more, are as short as those that head columns: `30   60   90+`, `2002   2001`. */
  readonly hasShortNumbers: boolean;
  /** The first line of it; no other is where marks stand on it. null where the form is not kept, so that no line is found to be of it. */
  readonly line: string | null;
  /** What further lines are compared with; found when the first is, since most lines of a text that nobody prints never come again. */
  pattern: Pattern | null;
  /** Another form with the same sum. */
  readonly sibling: LineForm | null;
  /** The form of the line that last followed one of this form. */
  next: LineForm | null;
  /** Bits by which a reader of the lines finds words again that it knows, whatever the digits; -1 before the first look. */
  hints: number;
}

/** The character codes of all lines of a form, as numbers of four codes each. */
interface Pattern {
  readonly fours: Int32Array;
  /** All bits of the codes that are the same in every line, and of those that may be any digit. */
  readonly fixed: Int32Array;
  readonly digits: Int32Array;
  /** Where no zero may stand: digits with a zero in front are no number. */
  readonly leading: Uint16Array;
  /** Offset and character of each that is no ASCII, one after the other: its code does not tell all. */
  readonly others: Uint16Array;
}

/** One stroke of a rule, printed positions, `end` exclusive: where a column is drawn. */
export interface Stroke {
  readonly start: number;
  readonly end: number;
}

const ZERO = 48;

/** No printed row is longer or holds more cells; what does is data or text without line breaks, and is not read as a row. */
const LONGEST_LINE = 8_000;
export const MOST_CELLS = 300;

/** Why a line is not read as a row, though words or figures stand in it; null of lines that are. */
export function unreadBecause(form: LineForm, line: string): 'length' | 'cells' | null {
  if (line.length > LONGEST_LINE) return 'length';
  return line.length > 2 * MOST_CELLS && form.kind === 'text' && form.cells.length === 0 ? 'cells' : null;
}

const NO_STROKES: readonly Stroke[] = [];
const NO_CELLS: readonly Cell[] = [];

function surfaceOf(codes: Uint8Array, from: number, to: number): 'blank' | 'rule' | 'words' {
  let strokes = 0;
  for (let i = from; i < to; i++) {
    const code = codes[i]!;
    if (code <= SPACE || code === FIXED_SPACE) continue;
    if (isAlphanumeric(code)) return 'words';
    strokes++;
  }
  if (strokes === 0) return 'blank';
  return strokes >= 3 ? 'rule' : 'words';
}

/** The strokes of a rule that is drawn in pieces: `-----  ---------  ------`. */
function strokesOf(codes: Uint8Array, base: number, length: number): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let start = -1;
  for (let i = 0; i <= length; i++) {
    const code = i < length ? codes[base + i]! : SPACE;
    if (code === TAB) return NO_STROKES;
    if (code > SPACE) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      strokes.push({ start, end: i });
      start = -1;
    }
  }
  return strokes.length > 1 ? strokes : NO_STROKES;
}

const pagePattern = /^(?:page:?\s*-?\d+(?:\s*of\s*\d+)?|-\s*\d+\s*-|\d+\s+of\s+\d+|-?\s*page\s+\d+\s*-?)$/i;

/** A year at most, where the cell is a number. */
const isShortNumber = ({ kind, text }: Cell): boolean => (kind === 'figure' ? text.length <= 4 : kind !== 'damaged');

function numbersPage(cells: readonly Cell[]): boolean {
  const [cell] = cells;
  return (
    cell !== undefined &&
    cells.length === 1 &&
    cell.kind === 'text' &&
    cell.text.length < 20 &&
    pagePattern.test(cell.text)
  );
}

function kindOf(cells: readonly Cell[]): 'value' | 'text' {
  for (const { kind } of cells) if (kind === 'figure' || kind === 'damaged') return 'value';
  for (let i = 1; i < cells.length; i++) {
    const { kind } = cells[i]!;
    if (kind === 'answer' || kind === 'dash' || kind === 'code' || kind === 'blank') return 'value';
  }
  return 'text';
}

const NO_OTHERS = new Uint16Array(0);

function othersIn(line: string, codes: Uint8Array): Uint16Array {
  const others: number[] = [];
  for (let i = 0; i < line.length; i++) if (codes[i]! >= NO_ASCII) others.push(i, line.charCodeAt(i));
  return others.length === 0 ? NO_OTHERS : Uint16Array.from(others);
}

/** What lines have in common with the one that has the cells: all but the digits of cells that are no words. */
function patternOf(line: string, cells: readonly Cell[]): Pattern {
  const { length } = line;
  const room = (length + 3) & ~3;
  const pattern = new Uint8Array(room);
  for (let i = 0; i < length; i++) pattern[i] = codeOf(line.charCodeAt(i));
  const fixed = new Uint8Array(room).fill(0xff, 0, length);
  const digits = new Uint8Array(room);
  const leading: number[] = [];
  for (const { kind, offset, text } of cells) {
    if (kind === 'text') continue;
    let first = true;
    for (let i = offset; i < offset + text.length; i++) {
      if (!isDigit(pattern[i]!)) continue;
      const leads = first && isDigit(pattern[i + 1] ?? 0);
      first = false;
      if (leads && pattern[i] === ZERO) continue;
      if (leads) leading.push(i);
      digits[i] = 0xff;
      fixed[i] = 0;
    }
  }
  return {
    fours: new Int32Array(pattern.buffer),
    fixed: new Int32Array(fixed.buffer),
    digits: new Int32Array(digits.buffer),
    leading: Uint16Array.from(leading),
    others: othersIn(line, pattern),
  };
}

let forms = 0;

const markPattern =
  /<\/?(?:TABLE|CAPTION|FN|TEXT|[SCRF]\d{0,2})>|<\/?PAGE>(?:[ \t]{1,40}(?:[A-Z]{1,2}-)?\d{1,4}(?=[ \t]*$))?/gi;

/** Looks through a line for the first time; the form of a line that is not kept fits no other. Marks are blanked in the codes. */
function newForm(line: string, codes: Uint8Array, base: number, kept: boolean, sibling: LineForm | null): LineForm {
  const { length } = line;
  let unmarked = line;
  if (line.includes('<') && line.includes('>')) {
    unmarked = line.replace(markPattern, (mark) => ' '.repeat(mark.length));
    for (let i = 0; i < length; i++) if (unmarked.charCodeAt(i) === SPACE) codes[base + i] = SPACE;
  }
  const surface = surfaceOf(codes, base, base + length);
  const scanned = surface === 'words' && length <= LONGEST_LINE ? cellsOf(unmarked, codes, base) : NO_CELLS;
  const cells = scanned.length <= MOST_CELLS ? scanned : NO_CELLS;
  const varies = cells.some((cell) => cell.kind !== 'text');
  const marked = unmarked !== line;
  return {
    id: forms++,
    mark: marked ? (line.includes('<PAGE>') ? 'page' : 'other') : null,
    kind: surface === 'words' ? kindOf(cells) : surface,
    strokes: surface === 'rule' ? strokesOf(codes, base, length) : NO_STROKES,
    cells,
    varies,
    numbersPage: numbersPage(cells),
    hasShortNumbers: cells.length > 1 && cells.every(isShortNumber),
    line: kept ? line : null,
    pattern: null,
    sibling,
    next: null,
    hints: -1,
  };
}

const EMPTY = newForm('', new Uint8Array(1), 0, false, null);

/** Whether further lines may be found to be of the form. */
export const isKept = (form: LineForm): boolean => form.line !== null;

interface Codes {
  readonly bytes: Uint8Array;
  /** The same, for looking at four at once. */
  readonly view: DataView;
}

/** Whether the line, whose codes begin at `base`, is of the form. */
function fits(form: LineForm, line: string, codes: Codes, base: number): boolean {
  const first = form.line;
  if (first === null || first.length !== line.length) return false;
  // Words alone are the same in every line; so are lines on which marks stand.
  if (form.mark !== null || !form.varies) return first === line;
  form.pattern ??= patternOf(first, form.cells);
  const { fours, fixed, digits, leading, others } = form.pattern;
  const { view, bytes } = codes;
  for (let i = 0; i < fours.length; i++) {
    const four = view.getInt32(base + i * 4, true);
    const differing = four ^ fours[i]!;
    if (differing === 0) continue;
    if ((differing & fixed[i]!) !== 0) return false;
    // A code is a digit where its upper half is 3, also with six more: `9` becomes `?`, what follows it does not stay below `@`.
    const any = digits[i]! & 0xf0f0f0f0;
    const three = any & 0x30303030;
    if ((four & any) !== three || ((four + 0x06060606) & any) !== three) return false;
  }
  for (let i = 0; i < leading.length; i++) if (bytes[base + leading[i]!] === ZERO) return false;
  for (let i = 0; i < others.length; i += 2) if (line.charCodeAt(others[i]!) !== others[i + 1]!) return false;
  return true;
}

/** A sum of the codes, the same for all digits. */
function sumOf(codes: Uint8Array, base: number, length: number): number {
  let sum = length;
  for (let i = base; i < base + length; i++) {
    const code = codes[i]!;
    sum = (Math.imul(sum, 31) + (isDigit(code) ? ZERO : code)) | 0;
  }
  return sum >>> 0;
}

/** Forms by the sum of their lines: those met lately, and those met before them. The latter are forgotten when there are too many. */
let recent = new Map<number, LineForm>();
let earlier = new Map<number, LineForm>();
const MOST_FORMS = 10_000;
const MOST_SIBLINGS = 24;
const LONGEST = 400;

/** The form of the line whose codes begin at `base`; `expected` is tried first. */
function formOf(line: string, codes: Codes, base: number, expected: LineForm | null): LineForm {
  const { length } = line;
  if (expected !== null && fits(expected, line, codes, base)) return expected;
  if (length > LONGEST) return newForm(line, codes.bytes, base, false, null);
  const sum = sumOf(codes.bytes, base, length);
  const first = recent.get(sum) ?? earlier.get(sum) ?? null;
  let form = first;
  let siblings = 0;
  for (; form !== null && !fits(form, line, codes, base); form = form.sibling) siblings++;
  if (form === null) {
    const sibling = siblings < MOST_SIBLINGS ? first : null;
    form = newForm(detached(line), codes.bytes, base, true, sibling);
    keep(sum, form);
  } else if (!recent.has(sum)) keep(sum, first!);
  return form;
}

function keep(sum: number, form: LineForm): void {
  if (recent.size >= MOST_FORMS) {
    // What is forgotten must not live on as what follows something else.
    for (const forgotten of earlier.values())
      for (let each: LineForm | null = forgotten; each !== null; each = each.sibling) each.next = null;
    earlier = recent;
    recent = new Map();
  }
  recent.set(sum, form);
}

/** The form of each line. */
export function formsOf(lines: readonly string[]): LineForm[] {
  const bytes = codesOf(lines.join('\n'));
  const codes: Codes = { bytes, view: new DataView(bytes.buffer) };
  const forms: LineForm[] = [];
  let previous: LineForm | null = null;
  let base = 0;
  for (const line of lines) {
    if (line.length === 0) forms.push(EMPTY);
    else {
      const form: LineForm = formOf(line, codes, base, previous === null ? null : previous.next);
      if (previous !== null) previous.next = form;
      previous = form;
      forms.push(form);
    }
    base += line.length + 1;
  }
  return forms;
}

/** The cells of a line of the form. */
export function cellsAs(form: LineForm, line: string): readonly Cell[] {
  if (!form.varies) return form.cells;
  const cells: Cell[] = [];
  for (const cell of form.cells) {
    if (cell.kind === 'text') {
      cells.push(cell);
      continue;
    }
    const { kind, offset, start, end, currency, counted } = cell;
    cells.push({ kind, text: line.slice(offset, offset + cell.text.length), offset, start, end, currency, counted });
  }
  return cells;
}
