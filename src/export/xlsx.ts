import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ExportCell } from './csv.ts';
import { xmlText } from './xml.ts';

/** A sheet of a workbook; its rows are made while they are written. */
export interface Sheet {
  /** Cut and changed where spreadsheets have no such name. */
  readonly name: string;
  readonly headings: readonly string[];
  /** null where a row takes so long to make that others may have their turn. */
  readonly rows: Iterable<readonly ExportCell[] | null>;
}

const longestText = 32_767;
/** Rows of a sheet, its headings among them. */
const mostRows = 1_048_576;
const mostDecimals = 12;
/** Cells that are made at one go: some milliseconds' worth. */
const cellsAtOnce = 2000;

/** Rows in groups of at most so many; a group ends, even without a row, where a rest may be taken. */
function* groupsOf<Row>(rows: Iterable<Row | null>, size: number): Generator<readonly Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    if (row !== null && group.push(row) < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

const nothing = new Uint8Array(0);

/** Numbers of the formats in the style sheet. */
const style = { date: 1, heading: 2, decimals: 3 } as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What a cell's text may hold: control characters as `_x0001_`, which spreadsheets read back, the rest escaped. */
const cellText = (text: string): string => {
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  const coded = short
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[^\P{Cc}\t\n]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return xmlText(coded).replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
};

/** The letters of a column: 0 is `A`, 26 is `AA`. */
export const columnLetters = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
};

/** Days since the end of 1899, as spreadsheets count; null for dates before they agree on the count. */
const serialDay = (date: string): number | null => {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
  return days > 60 ? days : null;
};

const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

const numberCell = (place: string, value: number, decimals: number | null): string => {
  if (!Number.isFinite(value)) return textCell(place, String(value));
  const format = decimals === null ? '' : ` s="${style.decimals + Math.min(decimals, mostDecimals)}"`;
  return `<c r="${place}"${format}><v>${value}</v></c>`;
};

const cellXml = (cell: ExportCell, place: string): string => {
  if (cell === null) return '';
  if ('number' in cell) return numberCell(place, cell.number, null);
  if ('text' in cell) return textCell(place, cell.text);
  if ('date' in cell) {
    const day = serialDay(cell.date);
    return day === null ? textCell(place, cell.date) : `<c r="${place}" s="${style.date}"><v>${day}</v></c>`;
  }
  const { value, decimals } = cell.figure;
  if (typeof value === 'number') return numberCell(place, value, decimals ?? 0);
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return textCell(place, value);
};

/** A name that spreadsheets take and that no other sheet has, whatever its case. */
export const sheetName = (wanted: string, taken: Set<string>): string => {
  const plain = xmlText(wanted)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const base = plain === '' || plain.toLowerCase() === 'history' ? `${plain} sheet`.trim() : plain;
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : ` ${count}`;
    const name = `${base
      .slice(0, 31 - ending.length)
      .trim()
      .replace(/'+$/, '')}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styles = (): string => {
  const formats = Array.from({ length: mostDecimals + 1 }, (_, places) =>
    places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`,
  );
  const all = ['yyyy\\-mm\\-dd', ...formats];
  const xf = (format: number, font: number): string =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  return `${head}<styleSheet xmlns="${main}"><numFmts count="${all.length}">${all
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
    .join(
      '',
    )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${3 + formats.length}">${xf(0, 0)}${xf(164, 0)}${xf(0, 1)}${formats
    .map((_, index) => xf(165 + index, 0))
    .join('')}</cellXfs></styleSheet>`;
};

const widthOf = (heading: string): number => Math.min(40, Math.max(12, heading.length + 2));

/**
 * A workbook (Office Open XML), in pieces as they are made. Figures are numbers with their printed places, dates are
 * dates, text is text even where it looks like a formula. Rows beyond what a sheet holds go on in another. Where a sheet
 * is null, others may have their turn.
 */
export function* xlsx(sheets: Iterable<Sheet | null>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    ready.push(piece);
  });
  const begin = (path: string): ZipDeflate => {
    const entry = new ZipDeflate(path, { level: 6 });
    // The same figures make the same file, whatever the clock says.
    entry.mtime = new Date(1990, 0, 1);
    zip.add(entry);
    return entry;
  };
  const taken = new Set<string>();
  const names: string[] = [];

  for (const sheet of sheets) {
    if (sheet === null) {
      yield nothing;
      continue;
    }
    const { name, headings, rows } = sheet;
    const groups = groupsOf(rows, Math.max(1, Math.floor(cellsAtOnce / headings.length)));
    let next = groups.next();
    do {
      names.push(sheetName(name, taken));
      const entry = begin(`xl/worksheets/sheet${names.length}.xml`);
      const letters = headings.map((_, index) => columnLetters(index));
      const cols = headings
        .map((text, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(text)}" customWidth="1"/>`)
        .join('');
      const titles = headings
        .map((text, index) => textCell(`${letters[index] ?? ''}1`, text).replace('<c ', `<c s="${style.heading}" `))
        .join('');
      entry.push(
        strToU8(
          `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData><row r="1">${titles}</row>`,
        ),
      );
      let row = 1;
      while (next.done !== true && row + next.value.length <= mostRows) {
        let text = '';
        for (const cells of next.value) {
          row += 1;
          text += `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${letters[index] ?? ''}${row}`)).join('')}</row>`;
        }
        if (text !== '') entry.push(strToU8(text));
        // Also where there is nothing yet: whoever waits for pieces takes breaks between them.
        yield* ready.length === 0 ? [nothing] : ready;
        ready = [];
        next = groups.next();
      }
      entry.push(strToU8('</sheetData></worksheet>'), true);
      yield* ready;
      ready = [];
    } while (next.done !== true);
  }

  const part = (path: string, text: string): void => begin(path).push(strToU8(head + text), true);
  part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, index) => `<sheet name="${cellText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
  );
  part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  begin('xl/styles.xml').push(strToU8(styles()), true);
  part(
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  part(
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${names
      .map(
        (_, index) =>
          `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
  );
  zip.end();
  yield* ready;
}
