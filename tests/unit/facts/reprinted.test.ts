import { describe, expect, test } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { type Layout, layouts, print } from '../../../scripts/samples/print/print.ts';
import { printUsBankAnnual } from '../../../scripts/samples/print/usbank.ts';
import { annualStatement, monthlyStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';
import type { FileReading } from '../../../src/facts/fact.ts';
import { readText } from './compare.ts';

/** A statement says the same however it is printed: with other margins, spacing, rules, line ends, signs of zero and of dollars. */

const isMark = (line: string): boolean => /^\s*<\/?[A-Z]/.test(line);

const eachLine = (change: (line: string) => string) => (text: string) =>
  text
    .split('\n')
    .map((line) => (isMark(line) ? line : change(line)))
    .join('\n');

const rule = /^(?=.*[-=_*]{3})[\s=_*-]+$/;

const ruledWith = (stroke: string) => eachLine((line) => (rule.test(line) ? line.replace(/[-=_*]/g, stroke) : line));

const indented = (margin: number) => eachLine((line) => (line.trim() === '' ? line : ' '.repeat(margin) + line));

/** Tabs instead of blanks, as a printer of eight positions a tab prints them. */
const tabbed = eachLine((line) =>
  (line.match(/.{1,8}/g) ?? [])
    .map((eight) => (eight.length === 8 && eight.endsWith('  ') ? `${eight.trimEnd()}\t` : eight))
    .join(''),
);

/** A mark between pages, or what stands at their feet and heads, every so many rows of figures. */
const paged = (rows: number, between: (page: number) => readonly string[]) => (text: string) => {
  let count = 0;
  return text
    .split('\n')
    .flatMap((line, index, lines) => {
      const isRow = /\d\.\d\d/.test(line) && /\d\.\d\d/.test(lines[index + 1] ?? '');
      if (!isRow || ++count % rows !== 0) return [line];
      return [line, ...between(count / rows)];
    })
    .join('\n');
};

/** The classes of a table's rows under longer names, where there is room for them. */
const namedAs = (longer: (name: string) => string) => (line: string) =>
  line.replace(/^( *)(A|[MB]-\d|CE|P|R)( {3,})(?=[\d$(])/, (all, margin: string, name: string, gap: string) => {
    const room = name.length + gap.length - longer(name).length;
    return room < 2 ? all : `${margin}${longer(name)}${' '.repeat(room)}`;
  });

const amount = String.raw`\d{1,3}(?:,\d{3})*\.\d\d`;

const changes: Readonly<Record<string, (text: string) => string>> = {
  'a margin of 5': indented(5),
  'a margin of 17': indented(17),
  'double spaced': (text) => text.split('\n').join('\n\n'),
  'lines that end in CR CR LF': (text) => text.split('\n').join('\r\r\n'),
  'lines that end in CR': (text) => text.split('\n').join('\r'),
  'lines that end in blanks': eachLine((line) => line.padEnd(132)),
  'tabs for blanks': tabbed,
  'marks of pages': paged(4, () => ['<PAGE>']),
  'form feeds': paged(3, () => ['\f']),
  'numbers of pages': paged(5, (page) => ['', `                                  Page ${page}`, '\f']),
  'rules of equal signs': ruledWith('='),
  'rules of low strokes': ruledWith('_'),
  'rules of stars': ruledWith('*'),
  'no rules': (text) =>
    text
      .split('\n')
      .filter((line) => !rule.test(line))
      .join('\n'),
  'rules left free': eachLine((line) => (rule.test(line) ? '' : line)),
  'dashes for zero': eachLine((line) => line.replace(/ 0\.00(?=\s|$)/g, '    -')),
  'zero without a digit before the point': eachLine((line) => line.replace(/ 0\.00(?=\s|$)/g, '  .00')),
  'dollars before each amount': eachLine((line) =>
    line.replace(RegExp(` (?= ${amount}(?:\\s|$))`, 'g'), '').replace(RegExp(` (${amount})(?=\\s|$)`, 'g'), ' $$$1'),
  ),
  'dollars apart from each amount': eachLine((line) => line.replace(RegExp(` {3}(${amount})(?=\\s|$)`, 'g'), ' $$ $1')),
  'amounts without commas': eachLine((line) =>
    line.replace(/(?<![\w$,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,])/g, (figure) =>
      figure.replaceAll(',', '').padStart(figure.length),
    ),
  ),
  'points that lead to the figures': eachLine((line) =>
    line.replace(/^(\s*[A-Za-z(][^.]*?[A-Za-z):]) {5,}(?=[$(\d])/, (all, label: string) =>
      `${label} `.padEnd(all.length - 1, '.').concat(' '),
    ),
  ),
  'stars behind the last figures': eachLine((line) => line.replace(/(\d\.\d\d)$/, '$1 *')),
  'percent signs a space off': eachLine((line) => line.replace(/ {2}(\d+\.\d+)%(?=\s|$)/g, ' $1 %')),
  'minus signs in front': eachLine((line) => line.replace(/(?<= )\((\d[\d,.]*)\)(?=\s|$)/g, ' -$1')),
  'minus signs behind': eachLine((line) => line.replace(/(?<= )\((\d[\d,.]*)\)(?=\s|$)/g, ' $1-')),
  'the word Class before classes': eachLine(namedAs((name) => `Class ${name}`)),
  'the word Class in two letters': eachLine(namedAs((name) => `CL ${name}`)),
  'classes in quotes': eachLine(namedAs((name) => `Class "${name}"`)),
  'classes called certificates': eachLine(namedAs((name) => `Certificate ${name}`)),
  // Headings that touch are told apart by their capitals alone.
  capitals: eachLine((line) =>
    line.replace(/[A-Za-z]+/g, (word) => (/[a-z][A-Z]/.test(word) ? word : word.toUpperCase())),
  ),
};

const said = (reading: FileReading) =>
  reading.statements.map(({ statement, date, facts }) => ({
    statement,
    date,
    facts: facts.map(({ concept, class: named, group, member, value }) =>
      [concept, named, group, member, value].join(' ').toUpperCase(),
    ),
  }));

const deals = [simulate(7, { months: 14 }), simulate(23, { ...variedOptions(23), months: 10 })];
const texts: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (Object.keys(layouts) as Layout[])
      .filter((layout) => layout !== 'html')
      .map((layout) => [layout, deals.map((deal) => print(monthlyStatement(deal, 9), layout).text)]),
  ),
  annual: [printUsBankAnnual(annualStatement(deals[0]!, 2003)).text],
};

describe.each(Object.keys(changes))('a statement printed with %s', (name) => {
  test('is another text', () => {
    expect(
      Object.values(texts)
        .flat()
        .some((text) => changes[name]!(text) !== text),
    ).toBe(true);
  });
  test.each(Object.keys(texts))('%s', (layout) => {
    for (const text of texts[layout]!) {
      const printed = text.replaceAll('\r\n', '\n');
      expect(said(readText(changes[name]!(printed)))).toEqual(said(readText(printed)));
    }
  });
});

const cell = /<td([^>]*)>(.*?)<\/td>/g;

/** A dollar sign, a percent sign or a closing parenthesis in a cell of its own, each cell as wide as three. */
const partedCells = (html: string): string =>
  html.replace(cell, (all, attributes: string, inside: string) => {
    const parts = /^((?:<[^>]*>)*)(\$?)(\(?[\d,.]+)([)%]?)((?:<[^>]*>)*)$/.exec(inside);
    if (parts === null) return all.replace('<td', '<td colspan=3');
    const [, before = '', sign = '', figure = '', after = '', behind = ''] = parts;
    return [sign, figure, after].map((part) => `<td${attributes}>${before}${part}${behind}</td>`).join('');
  });

const htmlChanges: Readonly<Record<string, (html: string) => string>> = {
  'tags in capitals': (html) => html.replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase()),
  'cells that are not closed': (html) => html.replace(/<\/t[dr]>/g, ''),
  'heading cells for cells': (html) => html.replaceAll('<td', '<th').replaceAll('</td>', '</th>'),
  'empty cells between': (html) => html.replaceAll('</td>', '</td><td>&nbsp;</td>'),
  'narrow cells between': (html) => html.replaceAll('</td>', '</td><td width=5></td>'),
  'signs in cells of their own': partedCells,
  'blanks around figures': (html) => html.replace(cell, '<td$1>&nbsp;&nbsp;$2&nbsp;</td>'),
  'paragraphs in cells': (html) => html.replace(cell, '<td$1><p align=right style="margin:0"><font>$2</font></p></td>'),
  'divisions in cells, on lines of their own': (html) => html.replace(cell, '<td$1>\n<div>\n$2\n</div>\n</td>'),
  'a table around all': (html) =>
    html.replace('<body>', '<body><table><tr><td>').replace('</body>', '</td></tr></table></body>'),
  'a table around each': (html) =>
    html.replaceAll('<table', '<table><tr><td><table').replaceAll('</table>', '</table></td></tr></table>'),
  'a row around each table': (html) =>
    html.replaceAll('<table', '<div><center><table').replaceAll('</table>', '</table></center></div>'),
  'empty rows between': (html) => html.replaceAll('</tr>', '</tr><tr><td>&nbsp;</td></tr>'),
  'ruled rows between': (html) => html.replaceAll('</tr>', '</tr><tr><td colspan=9><hr></td></tr>'),
  'bodies and heads of tables': (html) =>
    html.replace(/<table([^>]*)>/g, '<table$1><thead></thead><tbody>').replaceAll('</table>', '</tbody></table>'),
  'comments in between': (html) => html.replaceAll('<td', '<!-- a cell: 1,234.56 --><td'),
  'hidden cells in between': (html) => html.replaceAll('</td>', '</td><td style="display:none">1,234.56</td>'),
  'numbers as entities': (html) =>
    html.replace(cell, (all) =>
      all.replace(/>([^<]*)</g, (words) => words.replaceAll(',', '&#44;').replaceAll('.', '&#46;')),
    ),
  'all on one line': (html) => html.replaceAll('\n', ' '),
};

describe.each(Object.keys(htmlChanges))('a page with %s', (name) => {
  test('says the same', () => {
    for (const deal of deals) {
      const { text } = print(monthlyStatement(deal, 9), 'html');
      const changed = htmlChanges[name]!(text);
      expect(changed).not.toBe(text);
      expect(said(readText(changed, 'statement.htm'))).toEqual(said(readText(text, 'statement.htm')));
    }
  });
});
