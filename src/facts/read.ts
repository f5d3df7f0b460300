import type { Filing, FilingDocument, FilingHeader } from '../filing/document.ts';
import { openFilings } from '../filing/open.ts';
import type { LineForm } from '../layout/forms.ts';
import { formsOf, MOST_CELLS, unreadBecause } from '../layout/forms.ts';
import type { StatementDates } from './cover.ts';
import {
  findScale,
  findStatementDates,
  formInText,
  isTitledAnnual,
  kindOfForm,
  namedMonth,
  readCover,
  statementDate,
} from './cover.ts';
import type { CoverText } from './covertext.ts';
import { callsItselfStatement, coverTextOf } from './covertext.ts';
import { findDealName } from './dealname.ts';
import type { DocumentSummary, FileReading, Problem, Statement, StatementKind, UncertainFigure } from './fact.ts';
import { addOffered, readOffered } from './offered.ts';
import { offeringDate } from './offering-date.ts';
import type { Allowance, DocumentTables } from './passages.ts';
import { MOST_TITLES, readTables } from './passages.ts';
import { settleStatement } from './settle.ts';

/** One file to the statements that it holds. */

interface DocumentReading extends DocumentTables {
  readonly document: FilingDocument;
  readonly text: CoverText;
  /** What is to be told of lines that were not read. */
  readonly unreadLines: readonly Fault[];
}

type Fault = Omit<Problem, 'file'>;

const NO_TABLES: DocumentTables = { tables: [], facts: [], recognised: 0, titles: 0, unreadFrom: null };

/** Reads the tables of a document, as far as the allowance goes. */
function readDocument(document: FilingDocument, most: Allowance): DocumentReading {
  const forms = formsOf(document.lines);
  const text = coverTextOf(document.lines, forms);
  const tables = document.kind === 'binary' ? NO_TABLES : readTables(document, forms, most);
  return { document, text, unreadLines: unreadLines(document, forms), ...tables };
}

/** Figures of a statement stand among recognised ones; a page of numbers of which next to none is understood is some other document. */
function isStatement(reading: DocumentReading): boolean {
  const { document, recognised, facts, text } = reading;
  if (recognised >= 3 && recognised * 5 >= facts.length) return true;
  if (kindOfForm(formOf(reading)) === 'offering') {
    const offered = readOffered(document).length;
    return offered > 1 || (facts.length >= 3 && (recognised >= 3 || offered > 0));
  }
  return recognised >= 1 && facts.length >= 3 && callsItselfStatement(text);
}

const isForm = /^(?:8-K|10-[DKQ]|424B|FWP)/;

/** `<TYPE>424B2`, or what the document calls itself. */
const formOf = ({ document: { exhibit }, text }: DocumentReading): string | null =>
  exhibit !== null && isForm.test(exhibit) ? exhibit : formInText(text);

const summaryKind = (reading: DocumentReading, statement: boolean): DocumentSummary['kind'] => {
  if (reading.document.kind === 'binary') return 'binary';
  if (statement) return 'statement';
  return reading.document.exhibit === null || !reading.document.exhibit.startsWith('EX') ? 'cover' : 'other';
};

/** What a file's own words call its deal when none is printed: its name without folders and endings. */
function nameFromFile(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1);
  return base.replace(/\.\w{1,5}$/, '') || file;
}

/** Lines that no printer prints are told, since figures may stand in them. */
function unreadLines(document: FilingDocument, forms: readonly LineForm[]): Fault[] {
  const index = forms.findIndex((form, i) => unreadBecause(form, document.lines[i]!) !== null);
  if (index < 0) return [];
  const line = document.lines[index]!;
  const found =
    unreadBecause(forms[index]!, line) === 'length'
      ? `This line is ${line.length} characters long`
      : `More than ${MOST_CELLS} words and figures stand apart on this line`;
  return [
    {
      line: document.lineOf(index, 0),
      found: `${found} and was not read: no row of a statement is.`,
      advice: 'If figures stand in it, give the file with its own line breaks.',
    },
  ];
}

/** What was left unread of a document with more titles or figures than anybody prints is told: figures stand in it. */
function unreadTables({ document, unreadFrom, titles }: DocumentReading): Fault[] {
  if (unreadFrom === null) return [];
  const above =
    titles >= MOST_TITLES
      ? `${MOST_TITLES.toLocaleString('en-US')} titles of tables stand above this line, more than any statement prints.`
      : 'More titles of tables or figures stand above this line than statements of such a length print.';
  return [
    {
      line: document.lineOf(unreadFrom, 0),
      found: `${above} Nothing from here on was read.`,
      advice: 'If statements follow one another in the file, give each in a file of its own.',
    },
  ];
}

const unread = (reading: DocumentReading): Fault[] => [...reading.unreadLines, ...unreadTables(reading)];

/**
 * What tables of a file are read beyond the first of any file, by its bytes: statements print a title in four hundred at most and
 * a figure in ten.
 */
const BYTES_FOR_A_TITLE = 200;
const BYTES_FOR_A_FIGURE = 8;
const FIRST_FIGURES = 50_000;

/** A document's type says more than its words: the cover of an 8-K is one, an exhibit may speak of others. */
function formOfFiling(readings: readonly DocumentReading[]): string | null {
  const forms = readings.map(formOf);
  const typed = forms.find((form, i) => form !== null && form === readings[i]!.document.exhibit);
  return typed ?? forms.find((form) => form !== null) ?? null;
}

/** The date of what the first of the texts says, or another of the same filing. */
function dateOf(
  kind: StatementKind,
  dates: StatementDates,
  texts: readonly CoverText[],
  header: FilingHeader | null,
): string | null {
  let date: string | null = null;
  if (kind === 'offering') {
    for (const text of texts) date ??= offeringDate(text, header);
    return date;
  }
  date = statementDate(kind, dates, header);
  if (date !== null && (kind === 'annual' || dates.distribution !== null)) return date;
  for (const other of texts.slice(1)) {
    const fromOther = findStatementDates(other);
    if (fromOther.distribution !== null || date === null) date = statementDate(kind, fromOther, header) ?? date;
  }
  return date;
}

function readStatement(filing: Filing, reading: DocumentReading, others: readonly DocumentReading[]): Statement {
  const { document } = reading;
  const { header, file } = filing;
  const readings = [reading, ...others.filter((other) => other !== reading)];
  const texts = readings.map((each) => each.text);
  const form = header?.form ?? formOfFiling(readings);
  const statement = form === null && isTitledAnnual(texts[0]!) ? 'annual' : kindOfForm(form);
  const dates = findStatementDates(texts[0]!);
  let date = dateOf(statement, dates, texts, header);
  const problems: Problem[] = unread(reading).map((fault) => ({ file, ...fault }));
  const isOffering = statement === 'offering';
  const month = date === null && dates.unreadable === null && !isOffering ? namedMonth(texts[0]!) : null;
  if (month !== null) {
    ({ date } = month);
    problems.push({
      file,
      line: document.lineOf(month.line, 0),
      found: `No distribution date was found, only the period: “${month.text}”.`,
      advice: 'Its last day stands for it.',
    });
  }
  const scale = findScale(texts[0]!);
  if (scale !== null) {
    problems.push({
      file,
      line: document.lineOf(scale.line, 0),
      found: `Amounts are said to be printed in other units than dollars: “${scale.text}”.`,
      advice: 'They are kept as printed, and are not multiplied.',
    });
  }
  const named = findDealName(texts, header);
  const firstLine = document.lines.length > 0 ? document.lineOf(0, 0) : 1;
  if (named === null) {
    problems.push({
      file,
      line: firstLine,
      found: 'No trust or series is named.',
      advice: 'It is kept under the file’s name.',
    });
  }
  if (date === null) {
    problems.push(
      dates.unreadable === null || isOffering
        ? {
            file,
            line: firstLine,
            found: isOffering ? 'No date of the supplement was found.' : 'No distribution date was found.',
            advice: 'Its figures are kept, but stand in no month.',
          }
        : {
            file,
            line: document.lineOf(dates.unreadable, 0),
            found: `The distribution date could not be read: “${document.lines[dates.unreadable]!.trim().slice(0, 80)}”.`,
            advice: 'Its figures are kept, but stand in no month.',
          },
    );
  }
  const { facts } = reading;
  for (const { line, label, texts } of settleStatement(facts, { statement, date, document })) {
    problems.push({
      file,
      line,
      found: `“${label.slice(0, 80)}” is printed with different figures (${texts.slice(0, 4).join(', ')}), and which of them it is stays uncertain.`,
      advice: 'They are kept without a meaning; open the line to see them.',
    });
  }
  if (isOffering) addOffered(facts, readOffered(document));
  const uncertain: UncertainFigure[] = [];
  for (const table of reading.tables) {
    for (const { cell, row, label, reason } of table.unsettled) {
      const line = document.lineOf(row, cell.offset);
      uncertain.push({ text: cell.text, line, column: document.columnOf(row, cell.offset), label, reason });
      problems.push({
        file,
        line,
        found: `“${cell.text}” could not be read with certainty. ${reason}`,
        advice: 'It is left out; open the line to see it.',
      });
    }
  }
  const read: Statement = {
    file,
    exhibit: document.exhibit,
    form,
    statement,
    deal: named ?? nameFromFile(file),
    date,
    accessionNumber: header?.accessionNumber ?? null,
    filed: header?.filed ?? null,
    amendment: form?.endsWith('/A') ?? false,
    cover: readCover(texts, statement, header),
    facts,
    uncertain,
    problems,
  };
  return read;
}

/**
 * Reads one file: plain text, HTML, or an EDGAR full submission. Archives are opened before (`openArchive`).
 * Never throws for what the file holds; what is wrong is told in `problems`.
 */
export function readFiling(file: string, bytes: Uint8Array): FileReading {
  const problems: Problem[] = [];
  const statements: Statement[] = [];
  const documents: DocumentSummary[] = [];
  let figures = 0;
  /** Of documents that are no statements: told where there is no other. */
  const aside: Fault[] = [];
  let titles = MOST_TITLES + bytes.length / BYTES_FOR_A_TITLE;
  let left = FIRST_FIGURES + bytes.length / BYTES_FOR_A_FIGURE;
  for (const filing of openFilings(file, bytes)) {
    for (const fault of filing.faults) problems.push({ file, ...fault });
    const readings = filing.documents.map((document) => {
      const reading = readDocument(document, { titles: Math.min(MOST_TITLES, titles), figures: left });
      titles -= reading.titles;
      left -= reading.facts.length;
      return reading;
    });
    for (const reading of readings) {
      const { document } = reading;
      const isOne = isStatement(reading);
      figures += reading.facts.length;
      documents.push({
        exhibit: document.exhibit,
        description: document.description,
        kind: summaryKind(reading, isOne),
        firstLine: document.lines.length > 0 ? document.lineOf(0, 0) : 1,
        lines: document.lines.length,
        shapes: isOne ? reading.tables.map((table) => table.shape) : [],
        facts: isOne ? reading.facts.length : 0,
      });
      if (!isOne) {
        for (const fault of unreadTables(reading)) problems.push({ file, ...fault });
        aside.push(...reading.unreadLines);
        continue;
      }
      const read = readStatement(filing, reading, readings);
      statements.push(read);
      problems.push(...read.problems);
    }
  }
  if (statements.length === 0 && problems.length === 0) {
    problems.push({
      file,
      line: null,
      found:
        figures === 0
          ? 'No table of figures was found.'
          : `${figures} figures were found, but none that a trust’s statement prints.`,
      advice:
        'Paydown reads statements to certificateholders, annual summaries and offering supplements. If this is one, its tables may be in another file of the same filing.',
    });
    for (const fault of aside) problems.push({ file, ...fault });
  }
  return { file, size: bytes.length, documents, statements, problems };
}
