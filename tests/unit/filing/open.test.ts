import { describe, expect, test } from 'vitest';
import type { Filing } from '../../../src/filing/document.ts';
import { openFilings } from '../../../src/filing/open.ts';

const open = (text: string): Filing => openFilings('a.txt', new TextEncoder().encode(text))[0]!;
const kindOf = (text: string): string | undefined => open(text).documents[0]?.kind;

describe('kinds of file', () => {
  test('plain text, each character where it stands', () => {
    const filing = open('Class\tBalance\r\n\fA  1,000.00\rend');
    expect(filing).toMatchObject({ file: 'a.txt', header: null, faults: [] });
    const [document] = filing.documents;
    expect(document).toMatchObject({ exhibit: null, description: null, fileName: null, kind: 'text' });
    expect(document!.lines).toEqual(['Class\tBalance', '\fA  1,000.00', 'end']);
    expect([document!.lineOf(1, 4), document!.columnOf(1, 4)]).toEqual([2, 5]);
  });

  test.each([
    ['<!DOCTYPE html><title>x</title>', 'html'],
    ['  <HTML><body>x', 'html'],
    ['<div>a</div><p>b</p><br>c', 'html'],
    ['<TABLE BORDER=0><TR><TD>A</TD></TR></TABLE>', 'html'],
    ['<TABLE>\n<CAPTION>\nx\n<S>   <C>\nA    1.00\n</TABLE>\n<PAGE>\n', 'text'],
    ['a < b, c > d, <less than 5%>, <p> alone', 'text'],
    ['no tags at all', 'text'],
    [`${'A    1.00\n'.repeat(100)}<img src=x>\nB <p> <br> C   2.00\n`, 'text'],
    [`Dear holders<p>${'A    1.00<br>\nB\nC\n'.repeat(40)}`, 'html'],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test('HTML in one line', () => {
    const html = '<html><body><table><tr><td>A</td><td>$</td><td>1,000.00</td></tr></table></body></html>';
    const [document] = open(html).documents;
    expect(document!.lines).toEqual(['A   $1,000.00']);
    expect([document!.lineOf(0, 5), document!.columnOf(0, 5)]).toEqual([1, html.indexOf('1,000') + 1]);
    expect(document!.columnOf(0, 4)).toBe(html.indexOf('$') + 1);
  });

  test('HTML whose lines end in CR', () => {
    const html = '<html>\r<p>one\rtwo</p>\r<p>three</p>';
    const [document] = open(html).documents;
    expect(document!.lines).toEqual(['one two', '', 'three']);
    expect([document!.lineOf(0, 4), document!.columnOf(0, 4)]).toEqual([3, 1]);
    expect([document!.lineOf(2, 1), document!.columnOf(2, 1)]).toEqual([4, 5]);
  });
});

describe('what is no filing is said to be, with what to do', () => {
  const refused = `<!DOCTYPE html><html><head><title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title>
    </head><body><h1>Your Request Originates from an Undeclared Automated Tool</h1></body></html>`;
  test.each([
    ['', 'The file is empty.'],
    ['\n \t\r\n', 'The file holds nothing but white space.'],
    [refused, "This is an error page of the SEC's web site (“Undeclared Automated Tool”), not a filing."],
    [
      '<html><title>SEC.gov | Request Rate Threshold Exceeded</title>',
      "This is an error page of the SEC's web site (“Request Rate Threshold Exceeded”), not a filing.",
    ],
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
      'This is an error message of a web server (NoSuchKey), not a filing.',
    ],
    [
      '<Error><Code>AccessDenied</Code></Error>',
      'This is an error message of a web server (AccessDenied), not a filing.',
    ],
  ])('%j', (text, found) => {
    const filing = open(text);
    expect(filing.faults.map((fault) => fault.found)).toEqual([found]);
    expect(filing.faults[0]!.advice).not.toBe('');
    expect(filing.documents).toEqual([]);
  });

  test('a binary is listed as one', () => {
    const filing = openFilings('a.pdf', new TextEncoder().encode('%PDF-1.3\n'))[0]!;
    expect(filing.faults[0]!.found).toBe('This is a PDF document, not a text.');
    expect(filing.documents.map((document) => [document.kind, document.lines])).toEqual([['binary', []]]);
  });
});

test('large texts take time by their length', () => {
  const statement = 'A        160,901,000.00   160,901,000.00      589,993.47      253,005.47\r\n'.repeat(120_000);
  const bytes = new TextEncoder().encode(`${statement}${'x'.repeat(10_000_000)}\n${'\n'.repeat(500_000)}`);
  const start = process.cpuUsage();
  const [document] = openFilings('large.txt', bytes)[0]!.documents;
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  expect(document!.lines.length).toBe(120_000 + 1 + 500_000);
}, 60_000);
