import { describe, expect, test } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { print } from '../../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { readText } from './compare.ts';

/** Texts of a megabyte that no printer prints: read or refused in time that grows with their length, not with its square. */

const MEGABYTE = 1_000_000;
const repeated = (text: string): string => text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);

function numbered(line: (index: number) => string): string {
  const lines: string[] = [];
  for (let length = 0, i = 0; length < MEGABYTE; i++) {
    lines.push(line(i));
    length += lines[i]!.length + 1;
  }
  return lines.join('\n');
}

const texts: Readonly<Record<string, string>> = {
  'short rows': repeated('a  1\n'),
  'rows whose figures run together': repeated('A   1,234.563,456.78  2.00\n'),
  'rows of which every second runs together': repeated('A   1,234.563,456.78\nB   1,234.56   3,456.78\n'),
  'rows that are wide and begin anywhere': numbered((i) => `A${i}${' '.repeat(2 + (i % 50))}${'1.00  '.repeat(60)}`),
  'rows with a name each': numbered((i) => `Name${i * 7919} of word${i * 31}   ${i}.00   ${(i * 13) % 977}.50`),
  'rows of dashes': repeated('A   -   -   -\n'),
  'loan numbers': `Loan Number   Balance\n${repeated('12345   1.00\n')}`,
  'titles and rows in turn': repeated('Title\n\n  A    1.00   2.00\n'),
  'titles without end': repeated('of the\n'),
  'free lines': `${repeated('\n')}x   1.00`,
  'lists within lists': numbered((i) => `${' '.repeat(i % 60)}Item ${i}   1.00`),
  'tables within tables': repeated('<table><tr><td>'),
  'cells without end': `<table><tr>${repeated('<td>1</td>')}`,
  'cells far apart': `<html><table>${numbered((i) => `<tr><td colspan=${1 + (i % 1000)}>${i}</td><td rowspan=${1 + (i % 65000)}>1.00</td></tr>`)}`,
  'cells that hang down': `<html><table>${numbered((i) => `<tr><td rowspan=65535>${i}</td><td rowspan=65535>1.00</td></tr>`)}`,
  'words that never come again': numbered((i) => `w${(i * 7919) % 1_000_003}x${i}`),
  'rows of which each has a title': numbered((i) => `Title ${i * 31}x${i}\n\n  Name${i * 7}   ${i}.00   1.00`),
  'headings over one row each': numbered((i) => `A${i} Balance     B${i} Paid    C${i}\n\nA   1.00   2.00   3.00`),
  'columns that are wide': numbered((i) => `Row ${i}${'   1,123.45'.repeat(100)}`),
  'digits without end': repeated('1234567890'),
  'tabs of any number': numbered((i) => `${'\t'.repeat(i % 40)}${i}\t${i * 3}.00`),
  'documents that are whole': repeated('<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nA   1.00   2.00\n</TEXT>\n</DOCUMENT>\n'),
  'a drawing': numbered(
    (i) => `${(i * 37) % 612} ${(i * 91) % 792} moveto (w${i}) show ${(i * 7) % 99} 0 rlineto stroke`,
  ),
  negatives: numbered((i) => `Row ${i}${`   (${i % 977}.50)`.repeat(60)}`),
  'classes with a row each': numbered((i) => `Class A-${i}\n  Balance   1.00   2.00`),
  'groups with a row each': numbered((i) => `Group ${i % 977}\n  A   1.00   2.00`),
  'sections with a row each': numbered((i) => `Section ${i % 99}.0${i % 9}(a) Loss ${i}:\n x   1.00`),
  'lines of one digit': repeated('1\n'),
  'lines of a page that are one digit': `<html><body>${repeated('1<br>')}`,
  'rows of a page that are one cell': `<html><table>${repeated('<tr><td>1')}`,
  'the balance of a pool again and again': repeated('Ending Pool Balance   1,234.56\n'),
  'totals of the delinquent': repeated('Total Delinquent Loans   7   1,234.56\n'),
  'balances without a word of when': repeated('Class A Invested Amount   1,234.56\n'),
  'titles on pages of their own': numbered((i) => `\fStatement ${i}\nA   1.00`),
  'rows under two indents in turn': numbered((i) => `${' '.repeat(i % 2 ? 2 : 30)}Balance   ${i}.00   2.00`),
  'lines of titles': numbered((i) => `THE TITLE ${String.fromCharCode(65 + (i % 26))}${i % 31} OF POOL`),
  'lines of headings': numbered((i) => `     Balance        Interest${i % 7}       Principal      Loss`),
  'identifiers between names and amounts': numbered(
    (i) => `A${i % 99}  ${String((i * 7919) % 999_983).padStart(6, '1')}AB${i % 9}  1.00  2.00`,
  ),
  'letters and digits in turn': repeated('1a2b3c4d'),
  'parentheses without end': repeated('('),
  'currency signs apart': repeated('$ $ $ $ $ $ $ $ $ $\n'),
  'thousands of classes': numbered((i) => `A-${i}   1,000,000.00    ${i}.22    3.33    999,999.00`),
  'commas between values': numbered((i) => `${i},${i * 2},"word",${i}.5,,,`),
  'one line of figures': numbered((i) => `${i}.00  `).replaceAll('\n', ' '),
  'halves of characters and marks upon letters': repeated('A \ud800  1.00  \u0301\u0302 2.00\n'),
  'an escaped envelope': `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n${repeated('- -----A   1.00\n')}`,
  'documents that do not end': `<SEC-DOCUMENT>\n${repeated('<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n')}`,
  'one attribute': `<html><body><p style="${repeated('a ')}`,
  'a comment that does not end': `<html><body><!--${repeated('A 1 ')}`,
  'tags that do not begin': `<html>${repeated('<')}`,
  'references to no character': `<html>${repeated('&x;&#99999999;&')}`,
  'tables in preformatted text': `<html><body>${repeated('<pre>A   1.00\n<table><tr><td>x<td>1</table></pre>\n')}`,
  'lines of preformatted text': `<html><body><pre>${repeated('1\n')}`,
  'rows of a hundred cells': `<html><table>${repeated(`<tr>${'<td>1'.repeat(100)}`)}`,
  'words and figures in cells without end': `<html><table><tr>${repeated('<td>a<td>1')}`,
  'elements within each other': `<html><body>${repeated('<span>1 ')}`,
  'statements one after another': repeated(print(monthlyStatement(simulate(3, { months: 4 }), 2), 'usbank').text),
  'documents without end': repeated('<DOCUMENT>\n<TYPE>EX\n'),
};

/** Milliseconds of processor time that reading takes: other programs at work do not count. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  const { size, statements, problems } = readText(text);
  const { user, system } = process.cpuUsage(before);
  expect(size).toBe(new TextEncoder().encode(text).length);
  expect(statements.length + problems.length).toBeGreaterThan(0);
  return (user + system) / 1000;
}

/** Four times the length may take so much longer: linear is four times, and its square sixteen. */
const mostGrowth = 11;
/** What is read in less says nothing of how it grows. */
const soon = 40;

describe('a megabyte of', () => {
  for (const [name, text] of Object.entries(texts)) {
    test(name, { timeout: 60_000 }, () => {
      const quarter = text.slice(0, text.length / 4);
      const most = mostGrowth * Math.max(soon, Math.min(timeOf(quarter), timeOf(quarter)));
      let least = timeOf(text);
      // Now and then the memory is tidied up in the midst of it.
      for (let again = 0; again < 3 && least > most; again++) least = Math.min(least, timeOf(text));
      expect(least).toBeLessThan(most);
    });
  }
});

test('under more titles than anybody prints the rest is left unread, and told', () => {
  const statement = (titles: number): string =>
    Array.from({ length: titles }, (_, i) => `Class A-${i % 90}\n  Ending Balance   ${i}.00`).join('\n');
  const whole = readText(statement(2_000)).statements[0]!;
  expect(whole.facts).toHaveLength(2_000);
  expect(whole.problems.filter(({ found }) => found.includes('titles'))).toEqual([]);

  const more = readText(statement(2_100));
  expect(more.statements[0]!.facts).toEqual(whole.facts);
  expect(more.problems.find(({ found }) => found.includes('titles'))).toMatchObject({
    line: 4002,
    found:
      '2,000 titles of tables stand above this line, more than any statement prints. Nothing from here on was read.',
  });
});

test('documents in one file are bounded together, and what is left unread is told', () => {
  const document = (body: string): string => `<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n${body}\n</TEXT>\n</DOCUMENT>\n`;
  const titled = Array.from({ length: 2_000 }, (_, i) => `Class A-${i % 90}\n  Ending Balance   ${i}.00`).join('\n');
  const found = (text: string): string[] =>
    readText(text).problems.flatMap((problem) => (problem.found.includes('titles') ? [problem.found] : []));
  expect(found(document(titled))).toEqual([]);
  const many = readText(document(titled).repeat(12));
  const told = many.problems.filter((problem) => problem.found.includes('titles'));
  expect(told.length).toBeGreaterThan(0);
  expect(told[0]).toMatchObject({
    found:
      'More titles of tables or figures stand above this line than statements of such a length print. Nothing from here on was read.',
  });
  // What stands above that line is read as it is by itself.
  expect(many.statements[0]!.facts).toEqual(readText(document(titled)).statements[0]!.facts);

  const short = document('Ending Balance   1.00   2.00');
  const whole = readText(short.repeat(5_000));
  expect(whole.documents).toHaveLength(5_000);
  expect(whole.problems.filter((problem) => problem.found.includes('documents'))).toEqual([]);
  const more = readText(short.repeat(5_001));
  expect(more.documents).toHaveLength(5_000);
  expect(more.problems.find((problem) => problem.found.includes('documents'))).toMatchObject({
    line: 30_001,
    found: '5,000 documents stand above this line. None from here on was read.',
  });
});

test('a line of more cells than any row has is told where it is left unread', () => {
  const { text } = print(monthlyStatement(simulate(3, { months: 4 }), 2), 'usbank');
  const lines = text.split('\n').length;
  const row = (cells: number): string => `A${'   1.00'.repeat(cells)}\n`;
  const told = (shown: string) => readText(shown).problems.filter(({ found }) => found.includes('apart'));
  expect(told(`${text}\n${row(290)}`)).toEqual([]);
  expect(told(`${text}\n${row(310)}`)).toMatchObject([{ line: lines + 1 }]);
  expect(told(row(310))).toMatchObject([{ line: 1 }]);
});

test('more figures than text has room for are left unread, and told', () => {
  const rows = (count: number): string =>
    `Ending Balance   1.00\nBeginning Balance   1.00\nPool Balance   1.00\n\n${'1\n'.repeat(count)}`;
  const told = (count: number) =>
    readText(rows(count)).problems.filter(({ found }) => found.includes('or figures stand above'));
  expect(told(49_000)).toEqual([]);
  const [unread, ...others] = told(120_000);
  expect(others).toEqual([]);
  expect(unread?.line).toBeGreaterThan(50_000);
});
