import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FilingDocument } from '../../../src/filing/document.ts';
import { renderHtml } from '../../../src/filing/html.ts';
import { openFilings } from '../../../src/filing/open.ts';
import { sourceOf } from '../../../src/filing/page.ts';

const lines = (html: string): string[] => renderHtml(html).lines;
const table = (...rows: readonly string[]): string[] =>
  lines(`<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`);
const cells = (...texts: readonly string[]): string => texts.map((text) => `<td>${text}</td>`).join('');

describe('text', () => {
  test('blocks are lines, paragraphs stand apart, white space is one space', () => {
    expect(
      lines(
        '<div>one\n  two</div><div>three<br>four<br><br>five</div><p>six<p>seven</p><ul><li>eight<li>nine</ul>ten<hr>eleven',
      ),
    ).toEqual([
      'one two',
      'three',
      'four',
      '',
      'five',
      '',
      'six',
      '',
      'seven',
      '',
      'eight',
      'nine',
      '',
      'ten',
      '',
      'eleven',
    ]);
  });

  test('character references are the characters that they stand for', () => {
    expect(lines('<p>A&amp;B &lt;C&gt; &#8212; &mdash; &#x2014 &#151; &sect;5 AT&T &unknown; &copy')).toEqual([
      'A&B <C> — — — — §5 AT&T &unknown; ©',
    ]);
  });

  test('no-break spaces that align a line are kept', () => {
    expect(
      lines('<p>Class A&nbsp;&nbsp;&nbsp;&#160;1,000.00</p><p>&nbsp;&nbsp;B&nbsp; &nbsp;2.00</p><p>Date:&nbsp;May</p>'),
    ).toEqual(['Class A    1,000.00', '', '  B   2.00', '', 'Date: May']);
  });

  test('long paragraphs are wrapped at spaces', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const wrapped = lines(`<p>${words.join(' ')}</p>`);
    expect(wrapped.every((line) => line.length <= 100)).toBe(true);
    expect(wrapped.join(' ').split(' ')).toEqual(words);
  });

  test('scripts, styles and titles are left out', () => {
    expect(lines('<head><title>T</title><style>p{}</style></head><script>if (1 < 2) x()</script><p>text')).toEqual([
      'text',
    ]);
  });

  test('hidden elements are left out, also with implied end tags', () => {
    expect(
      lines(
        '<p>a<span style="display: none">b<span>c</span></span>d</p><p style=display:none>e<p>f' +
          '<div hidden>g<div>h</div>i</div><br style="display:none">j<div style="visibility:hidden">k</div>' +
          '<div style="display:none"><table><tr><td>l</td></tr></table></div>m<div style="display:none"/>n',
      ),
    ).toEqual(['ad', '', 'f', 'j', 'm', 'n']);
  });

  test('preformatted text stands as it is, line by line', () => {
    expect(
      lines('<p>before</p><pre>\nClass     Balance\r\n<b>A</b>        1,000.00\r\n\r\n&nbsp;B &lt; C\t5\n</pre>after'),
    ).toEqual(['before', '', 'Class     Balance', 'A        1,000.00', '', ' B < C\t5', '', 'after']);
  });

  test('marks of text tables within preformatted text do nothing', () => {
    expect(
      lines('<PRE>\n<TABLE><CAPTION>\nClass   Balance\n<S>     <C>\nA          1.00\n</TABLE>\nend\n</PRE>'),
    ).toEqual(['', 'Class   Balance', '', 'A          1.00', '', 'end']);
  });
});

describe('tables', () => {
  test('figures end with their column, headings over them too, text begins with it', () => {
    expect(
      table(
        cells('Class', 'CUSIP', 'Original<br>Face Value', 'Rate'),
        cells('A', '79548KZZ4', '$160,901,000.00', '2.17721%'),
        cells('M-1', '', '$100.00', ''),
      ),
    ).toEqual([
      '                           Original',
      'Class   CUSIP            Face Value       Rate',
      'A       79548KZZ4   $160,901,000.00   2.17721%',
      'M-1                         $100.00',
    ]);
  });

  test('signs in cells of their own belong to their figure', () => {
    expect(
      table(
        '<td></td><td colspan="3">2002</td><td></td><td colspan="3">2001</td>',
        cells('Principal', '$', '1,234.50', '', '', '$', '9.00', ''),
        cells('Losses', '', '(338.25', ')', '', '(', '1.00', ')'),
        '<td>Rate</td><td></td><td>5.25</td><td>%</td><td>&nbsp;</td><td></td><td>&#8212;</td><td>%</td>',
      ),
    ).toEqual([
      '                 2002     2001',
      'Principal   $1,234.50    $9.00',
      'Losses       (338.25)   (1.00)',
      'Rate            5.25%       —%',
    ]);
  });

  test('a dash is a sign where the figures beside it mostly have none, else a zero', () => {
    expect(table(cells('A', '-', '338.25'), cells('B', '', '12.00'), cells('C', '', '5.00'))).toEqual([
      'A   -338.25',
      'B     12.00',
      'C      5.00',
    ]);
    expect(table(cells('A', '338.25', '-'), cells('B', '12.00', ''), cells('C', '5.00', ''))).toEqual([
      'A   338.25-',
      'B     12.00',
      'C      5.00',
    ]);
    expect(table(cells('Class', 'Loss', 'Balance'), cells('A', '-', '338.25'), cells('B', '-', '12.00'))).toEqual([
      'Class   Loss   Balance',
      'A          -    338.25',
      'B          -     12.00',
    ]);
  });

  test('a sign is not glued to a figure of the next column', () => {
    expect(table(cells('A', '$', '', '$', '5.00'), cells('B', '$', '4.00', '$', '6.00'))).toEqual([
      'A       $   $5.00',
      'B   $4.00   $6.00',
    ]);
  });

  test('headings that span columns stand over them, those that span rows over their figures', () => {
    expect(
      table(
        '<th rowspan="2">Days</th><th colspan="2">Delinquent</th><th colspan="2">Foreclosure</th>',
        '<th>Count</th><th>Balance</th><th>Count</th><th>Balance</th>',
        cells('30-59', '7', '2,282,323.25', '0', '0.00'),
        cells('60-89', '2', '538,629.72', '1', '3.00'),
      ),
    ).toEqual([
      '             Delinquent          Foreclosure',
      'Days    Count        Balance   Count   Balance',
      '30-59       7   2,282,323.25       0      0.00',
      '60-89       2     538,629.72       1      3.00',
    ]);
  });

  test('long headings are stacked over narrow figures', () => {
    expect(
      table(cells('Class', 'Beginning Certificate Principal Balance', 'Days'), cells('A', '1,000.00', '33')),
    ).toEqual([
      '                Beginning',
      '              Certificate',
      'Class   Principal Balance   Days',
      'A                1,000.00     33',
    ]);
  });

  test('empty rows are empty lines, empty columns nothing', () => {
    expect(table(cells('A', '&nbsp;', '', '1.00'), '<td colspan="4">&nbsp;</td>', cells('B', '', '', '2.00'))).toEqual([
      'A   1.00',
      '',
      'B   2.00',
    ]);
  });

  test('hidden rows and cells are left out, invisible cells keep their column', () => {
    expect(
      table(
        '<td>A</td><td style="display:none">9.00</td><td>1.00</td><td>2.00</td>',
        '<td>B</td><td style="visibility:hidden">7.00</td><td>3.00</td>',
      ),
    ).toEqual(['A   1.00   2.00', 'B          3.00']);
    expect(lines('<table><tr style="display:none"><td>x<tr><td>A<td>1.00<tr hidden><td>y</table>')).toEqual([
      'A   1.00',
    ]);
  });

  test('cells of several lines stand level', () => {
    expect(table(cells('Class', 'Balance'), cells('A<br>M-1<br>M-2', '1.00<br><br>3.00'))).toEqual([
      'Class   Balance',
      'A          1.00',
      'M-1',
      'M-2        3.00',
    ]);
  });

  test('a label that wraps has its figure on its last line', () => {
    const first =
      'Aggregate Scheduled Principal Balance of the Mortgage Loans at the close of business on the last day of the month before the month of this distribution, after all payments due on or before that day, whether or not';
    const label = `${first} collected then`;
    expect(table(cells(label, '1,000.00'), cells('Number of Loans', '7'))).toEqual([
      first,
      `collected then${' '.repeat(first.length - 14)}   1,000.00`,
      `Number of Loans${' '.repeat(first.length - 15)}          7`,
    ]);
  });

  test('a title over all columns stands apart from them', () => {
    const title = 'Distribution Summary for the Month of May 2002';
    expect(
      table(`<td colspan="3"><b>${title}</b></td>`, cells('Class', 'Balance', 'Rate'), cells('A', '1.00', '5.00%')),
    ).toEqual([title, '', 'Class   Balance    Rate', 'A          1.00   5.00%']);
  });

  test('a table without figures reads from the top', () => {
    const prose = Array.from({ length: 20 }, () => 'words of prose').join(' ');
    const rendered = table(cells('(a)', prose), cells('(b)', 'short'));
    expect(rendered[0]).toMatch(/^\(a\) {3}words/);
    expect(rendered[rendered.length - 1]).toBe('(b)   short');
  });

  test('tables that hold tables are their contents in order', () => {
    expect(
      lines(
        `<table><tr><td><p>Statement</p><table><tr>${cells('Class', 'Balance')}</tr><tr>${cells('A', '1,000.00')}</tr></table></td>` +
          `<td><table><tr>${cells('Rate', '5.25%')}</tr><tr>${cells('Days', '33')}</tr></table></td></tr></table>`,
      ),
    ).toEqual(['Statement', '', 'Class    Balance', 'A       1,000.00', '', 'Rate   5.25%', 'Days      33']);
  });

  test('a table of one row within a cell is part of its row', () => {
    const amount = (text: string): string => `<table><tr><td>$</td><td>${text}</td></tr></table>`;
    expect(table(cells('Beginning', amount('1,000.00')), cells('Ending', amount('900.00')))).toEqual([
      'Beginning   $1,000.00',
      'Ending        $900.00',
    ]);
  });

  test('rows that are tables of their own are one table', () => {
    const row = (...texts: readonly string[]): string => `<table><tr>${cells(...texts)}</tr></table>\n`;
    expect(lines(row('Class', 'Balance') + row('A', '1,000.00') + row('B', '900.00'))).toEqual([
      'Class    Balance',
      'A       1,000.00',
      'B         900.00',
    ]);
  });

  test('end tags that are left out', () => {
    expect(lines('<table><tr><td>A<td>1.00<tr><td>B<td>2.00</table>after')).toEqual([
      'A   1.00',
      'B   2.00',
      '',
      'after',
    ]);
    expect(lines('<table><tr><td>A<td>1.00')).toEqual(['A   1.00']);
  });

  test('one column of cells is paragraphs', () => {
    expect(lines('<table><tr><td><p>one</p><p>two</p></td></tr><tr><td>three</td></tr></table>')).toEqual([
      'one',
      '',
      'two',
      '',
      'three',
    ]);
  });

  test('a table of thousands of rows loses none', () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => `${1000 + index}.00`);
    const rendered = table(...numbers.map((number) => cells('loan', number)));
    expect(rendered).toEqual(numbers.map((number) => `loan   ${number}`));
  });

  test('spans beyond all measure', () => {
    expect(table('<td colspan="99999" rowspan="99999">A</td><td>1.00</td>', '<td>2.00</td>')).toEqual([
      'A   1.00',
      '    2.00',
    ]);
  });
});

/** Markup together with the text that a reader sees of it, word by word. */
interface Made {
  readonly html: string;
  readonly words: readonly string[];
}

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z]{1,9}$/).map((text): Made => ({ html: text, words: [text] })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('', '$', '('))
      .map(([cents, sign]): Made => {
        const text = `${sign}${(cents / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}${sign === '(' ? ')' : ''}`;
        return { html: text, words: [text] };
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        ['&amp;', '&'],
        ['&#167;5', '§5'],
        ['&mdash;', '—'],
        ['&lt;x', '<x'],
        ['a&#8217;s', 'a’s'],
        ['&#128200;', '📈'],
      )
      .map(([html = '', text = '']): Made => ({ html, words: [text] })),
  },
);

const phrase = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n', '\r\n  ', '&nbsp;', ' &#160; ', ' <b> ', '</font> ')), {
    maxLength: 7,
  })
  .map(
    (parts): Made => ({
      html: parts.map(([{ html }, space]) => html + space).join(''),
      words: parts.flatMap(([{ words }]) => words),
    }),
  );

const wrap = (before: string, inside: Made, after: string): Made => ({
  html: before + inside.html + after,
  words: inside.words,
});
const concat = (parts: readonly Made[], separator = ''): Made => ({
  html: parts.map((part) => part.html).join(separator),
  words: parts.flatMap((part) => part.words),
});

const { flow } = fc.letrec<{ flow: Made; block: Made }>((tie) => ({
  flow: fc.array(tie('block'), { maxLength: 4 }).map((parts) => concat(parts, '\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    phrase.map((text) => wrap('<p>', text, '')),
    phrase.map((text) => wrap('<div>', text, '</div>')),
    phrase.map((text) => wrap('<pre>\n', text, '</pre>')),
    phrase.map((text) => ({ html: `<div style="display:none">${text.html}<p>${text.html}</div>`, words: [] })),
    fc
      .array(
        fc.array(
          fc.tuple(fc.oneof(phrase, tie('flow')), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((rows) =>
        wrap(
          '<table>',
          concat(
            rows.map((row) =>
              wrap(
                '<tr>',
                concat(
                  row.map(([content, columns, height]) =>
                    wrap(`<td colspan=${columns} rowspan="${height}">`, content, columns === 2 ? '' : '</td>'),
                  ),
                ),
                '</tr>\n',
              ),
            ),
          ),
          '</table>',
        ),
      ),
  ),
}));

test.each(['</T\n', '</T', '</', '<', '<b', '<b ', '<b style="', '<!--', '<!', '&', '&am'])(
  'a document that ends with %j says nothing twice',
  (end) => {
    const page = renderHtml(`<p>Balance 1.00\n${end}`);
    expect(page.lines.join(' ').match(/1\.00/g)).toHaveLength(1);
  },
);

test('attributes mean the same wherever in a long document they stand', () => {
  const tags = '<p style="display:none">1.00</p><table><tr><td colspan="12">A<td>2</table>';
  const alone = renderHtml(tags).lines.filter((line) => line !== '');
  for (let before = 16_384 - tags.length; before <= 16_384; before++) {
    const page = renderHtml(`<p>${'x'.repeat(before - 7)}</p>${tags}`);
    const behind = page.lines.filter((line) => line !== '' && !line.startsWith('x'));
    if (JSON.stringify(behind) !== JSON.stringify(alone)) expect.fail(`${before}: ${behind.join('|')}`);
  }
});

describe('any document', () => {
  test('loses no word, doubles none, and each character leads to where it stands', () => {
    fc.assert(
      fc.property(flow, ({ html, words }) => {
        const page = renderHtml(html);
        const characters = (texts: readonly string[]): string =>
          texts.join('').replace(/\s/g, '').split('').toSorted().join('');
        expect(characters(page.lines)).toBe(characters(words));
        page.lines.forEach((line, index) => {
          for (let offset = 0; offset < line.length; offset++) {
            const character = line.charAt(offset);
            if (character === ' ') continue;
            const at = sourceOf(page, index, offset);
            const stands = html.charAt(at);
            const said = stands === '&' ? decoded.get(/&[#\w]+;/y.exec(html.slice(at, at + 20))?.[0] ?? '') : stands;
            if (said?.includes(character) !== true) expect.fail(`“${character}” is not at ${at}: “${said}”`);
          }
        });
      }),
      { numRuns: 400, interruptAfterTimeLimit: 30_000 },
    );
  }, 60_000);

  test('is read from any bytes without an error and in bounded time', () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
      '</td>',
      '</tr>',
      '<pre>',
      '</pre>',
      '<p hidden>',
      '<td style=display:none>',
      '<td rowspan=0 colspan=0>',
      '<br>',
      'x',
      '1.00',
      '$',
      ')',
      '-',
      '&',
      '&#0;',
      '&#xFFFFFFFF;',
      '<!--',
      '-->',
      '<',
      '</',
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const page = renderHtml(pieces.join(''));
        page.lines.forEach((line, index) => {
          expect(line).not.toMatch(/[\n\r]/);
          for (let offset = 0; offset < line.length; offset++) {
            if (!(sourceOf(page, index, offset) >= 0)) expect.fail(`${index}:${offset} comes from nowhere`);
          }
        });
      }),
      { numRuns: 500, interruptAfterTimeLimit: 30_000 },
    );
  }, 60_000);
});

const decoded = new Map([
  ['&amp;', '&'],
  ['&#167;', '§'],
  ['&mdash;', '—'],
  ['&lt;', '<'],
  ['&#8217;', '’'],
  ['&#128200;', '📈'],
]);

test('time grows with the length of a document, not faster', () => {
  const row = `<tr>${cells('Class A', '$', '1,234,567.89', '(5.00', ')')}</tr>`;
  const documents = [
    `<table>${row.repeat(30_000)}</table>`,
    `<p>${'word &amp; '.repeat(200_000)}</p>`,
    `<pre>${'x '.repeat(500_000)}</pre>`,
    '<table><tr><td>'.repeat(60_000),
    `<table><tr>${'<td rowspan=9>1'.repeat(60_000)}</table>`,
    `<p>${'x'.repeat(2_000_000)}</p>`,
    '<p hidden>'.repeat(150_000),
    '&'.repeat(500_000),
    `<table>${'<tr><td>a</td></tr></table><table>'.repeat(20_000)}`,
  ];
  for (const html of documents) {
    // Time of this process: the machine may be busy with others.
    const start = process.cpuUsage();
    renderHtml(html);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  }
}, 60_000);

const simulated = new URL('../../../../shared/filings/simulated/html/', import.meta.url);

function htmlFiles(): string[] {
  try {
    return readdirSync(simulated).filter((name) => name.endsWith('.htm'));
  } catch {
    return [];
  }
}

describe.skipIf(htmlFiles().length === 0)('statements in HTML', () => {
  test.each(htmlFiles())('%s: each figure leads to its characters in the file', (name) => {
    const bytes = readFileSync(new URL(name, simulated));
    const source = bytes.toString('utf8').split('\n');
    const document: FilingDocument = openFilings(name, bytes)[0]!.documents[0]!;
    expect(document.kind).toBe('html');
    const found: string[] = [];
    document.lines.forEach((line, index) => {
      for (const figure of line.matchAll(/[\d,]+\.\d+/g)) {
        const column = document.columnOf(index, figure.index) - 1;
        expect(source[document.lineOf(index, figure.index) - 1]?.slice(column, column + figure[0].length)).toBe(
          figure[0],
        );
        found.push(figure[0]);
      }
    });
    const printed =
      source
        .join('\n')
        .replace(/<[^>]*>/g, ' ')
        .match(/[\d,]+\.\d+/g) ?? [];
    expect(found.sort()).toEqual(printed.filter((text) => text !== '99.1').sort());
  });
});
