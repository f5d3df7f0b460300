import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentText, Filing } from '../../../src/filing/document.ts';
import { openFilings } from '../../../src/filing/open.ts';

const open = (text: string): Filing => openFilings('a.txt', new TextEncoder().encode(text))[0]!;

/** The characters of the file where the document says that the first `length` of a line stand. */
function inFile(text: string, document: DocumentText, index: number, offset: number, length: number): string {
  const line = text.split(/\r\n|\n|\r/)[document.lineOf(index, offset) - 1] ?? '';
  const column = document.columnOf(index, offset) - 1;
  return line.slice(column, column + length);
}

const labelled = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR
Originator-Name: someone@example.invalid

<SEC-DOCUMENT>0001111111-02-000123.txt : 20020528
<SEC-HEADER>0001111111-02-000123.hdr.sgml : 20020528
ACCESSION NUMBER:		0001111111-02-000123
CONFORMED SUBMISSION TYPE:	8-K/A
PUBLIC DOCUMENT COUNT:		3
CONFORMED PERIOD OF REPORT:	20020525
ITEM INFORMATION:
FILED AS OF DATE:		20020528

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			EXAMPLE TRUST 2002-1
		CENTRAL INDEX KEY:			0001234567
		STANDARD INDUSTRIAL CLASSIFICATION:	ASSET-BACKED SECURITIES [6189]

	FILING VALUES:
		FORM TYPE:		8-K/A
		SEC ACT:
		SEC FILE NUMBER:	333-11111-01

	FORMER COMPANY:
		FORMER CONFORMED NAME:	OTHER NAME
		DATE OF NAME CHANGE:	20010101

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			EXAMPLE DEPOSITOR INC
		CENTRAL INDEX KEY:			0007654321
	FILING VALUES:
		SEC FILE NUMBER:	333-11111
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K/A
<SEQUENCE>1
<TEXT>
Cover
- -----
- - item
- no escape
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<FILENAME>ex99.htm
<DESCRIPTION>STATEMENT
<TEXT>
<html><body>
<p>Class
- -A</p>
</body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.2
<SEQUENCE>3
<TEXT>
begin 644 picture.gif
M1TE&.#EA
\`
end
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
-----END PRIVACY-ENHANCED MESSAGE-----
`;

describe('a submission in its envelope', () => {
  const filing = open(labelled);

  test('header', () => {
    expect(filing.header).toEqual({
      accessionNumber: '0001111111-02-000123',
      form: '8-K/A',
      periodOfReport: '2002-05-25',
      filed: '2002-05-28',
      filers: [
        { name: 'EXAMPLE TRUST 2002-1', cik: '0001234567', fileNumber: '333-11111-01' },
        { name: 'EXAMPLE DEPOSITOR INC', cik: '0007654321', fileNumber: '333-11111' },
      ],
    });
    expect(filing.faults).toEqual([]);
  });

  test('documents, each of its kind', () => {
    expect(
      filing.documents.map(({ exhibit, description, fileName, kind }) => [exhibit, description, fileName, kind]),
    ).toEqual([
      ['8-K/A', null, null, 'text'],
      ['EX-99.1', 'STATEMENT', 'ex99.htm', 'html'],
      ['EX-99.2', null, null, 'binary'],
    ]);
    expect(filing.documents[2]!.lines).toEqual([]);
    expect(filing.documents[2]!.lineOf(0, 0)).toBe(labelled.split('\n').indexOf('begin 644 picture.gif') + 1);
  });

  test('dash escapes are undone and places still point into the file', () => {
    const [cover, exhibit] = filing.documents;
    expect(cover!.lines).toEqual(['Cover', '-----', '- item', '- no escape']);
    expect(cover!.lines.map((_, index) => cover!.columnOf(index, 0))).toEqual([1, 3, 3, 1]);
    cover!.lines.forEach((line, index) => {
      expect(inFile(labelled, cover!, index, 0, line.length)).toBe(line);
    });
    expect(exhibit!.lines).toEqual(['Class -A']);
    expect(inFile(labelled, exhibit!, 0, 0, 5)).toBe('Class');
    expect(inFile(labelled, exhibit!, 0, 6, 2)).toBe('-A');
  });
});

describe('headers', () => {
  test('of tags, without an end tag, with a date of filing', () => {
    const filing = open(`<SUBMISSION>
<ACCESSION-NUMBER>0001111111-06-000001
<TYPE>10-D
<PERIOD>20060125
<FILING-DATE>20060203
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>EXAMPLE TRUST 2005-2
<CIK>0001234567
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>10-D
<FILE-NUMBER>333-22222-03
</FILING-VALUES>
</FILER>
<DOCUMENT>
<TYPE>10-D
<TEXT>
text
</TEXT>
</DOCUMENT>
</SUBMISSION>
`);
    expect(filing.header).toEqual({
      accessionNumber: '0001111111-06-000001',
      form: '10-D',
      periodOfReport: '2006-01-25',
      filed: '2006-02-03',
      filers: [{ name: 'EXAMPLE TRUST 2005-2', cik: '0001234567', fileNumber: '333-22222-03' }],
    });
    expect(filing.documents.map((document) => document.lines)).toEqual([['text']]);
  });

  test('that mix tags and labels, and other companies than filers', () => {
    const { header } = open(`<SEC-DOCUMENT>0001111111-12-000009.txt : 20120504
<SEC-HEADER>0001111111-12-000009.hdr.sgml : 20120504
<ACCEPTANCE-DATETIME>20120504150116
CONFORMED SUBMISSION TYPE:	10-D
<DEPOSITOR-CIK>0000000007
CONFORMED PERIOD OF REPORT:	20120425
SUBJECT COMPANY:
	COMPANY DATA:
		COMPANY CONFORMED NAME:	SOMEBODY ELSE
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:	EXAMPLE TRUST 2011-3
	COMPANY DATA:
		COMPANY CONFORMED NAME:	EXAMPLE DEPOSITOR
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-D
<TEXT>x
</TEXT>
</DOCUMENT>
`);
    expect(header).toEqual({
      accessionNumber: '0001111111-12-000009',
      form: '10-D',
      periodOfReport: '2012-04-25',
      filed: '2012-05-04',
      filers: [
        { name: 'EXAMPLE TRUST 2011-3', cik: null, fileNumber: null },
        { name: 'EXAMPLE DEPOSITOR', cik: null, fileNumber: null },
      ],
    });
  });

  test('of the older kind of document', () => {
    const filing = open(
      '<IMS-DOCUMENT>0001111111-96-000002.txt : 19960312\n<IMS-HEADER>\nFORM TYPE: 8-K\n</IMS-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n</IMS-DOCUMENT>\n',
    );
    expect(filing.header).toMatchObject({ accessionNumber: '0001111111-96-000002', form: '8-K', filed: '1996-03-12' });
  });
});

describe('damage', () => {
  const whole =
    '<SEC-HEADER>\nACCESSION NUMBER: 0001111111-02-000001\nPUBLIC DOCUMENT COUNT: 2\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\none\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\ntwo\nthree\n</TEXT>\n</DOCUMENT>\n';

  test('a file that ends within a document keeps what is there and says so', () => {
    const filing = open(whole.slice(0, whole.indexOf('three') + 2));
    expect(filing.documents.map((document) => document.lines)).toEqual([['one'], ['two', 'th']]);
    expect(filing.faults).toHaveLength(1);
    expect(filing.faults[0]?.line).toBe(14);
    expect(filing.faults[0]?.found).toContain('EX-99');
  });

  test('a file that ends between documents is missing some', () => {
    const filing = open(whole.slice(0, whole.indexOf('</DOCUMENT>') + 12));
    expect(filing.documents).toHaveLength(1);
    expect(filing.faults.map((fault) => fault.found)).toEqual(['The header announces 2 documents, the file holds 1.']);
  });

  test('a header alone', () => {
    const filing = open(whole.slice(0, whole.indexOf('<DOCUMENT>')));
    expect(filing.header?.accessionNumber).toBe('0001111111-02-000001');
    expect(filing.documents).toEqual([]);
    expect(filing.faults.map((fault) => fault.found)).toEqual(['The submission has a header but no document.']);
  });

  test('a missing end tag does not swallow the next document', () => {
    const filing = open(whole.replace('</TEXT>\n</DOCUMENT>\n', ''));
    expect(filing.documents.map((document) => document.lines)).toEqual([['one'], ['two', 'three']]);
    expect(filing.faults).toHaveLength(1);
  });

  test('a document without its envelope and header', () => {
    const filing = open(whole.slice(whole.indexOf('<DOCUMENT>')));
    expect(filing.header).toBeNull();
    expect(filing.documents.map((document) => document.exhibit)).toEqual(['8-K', 'EX-99']);
  });

  test('text on the line of its tag keeps its column; no text tag at all', () => {
    const filing = open(
      '<DOCUMENT>\n<TYPE>EX-99\n<TEXT> first\nsecond</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-27\nthird\n</DOCUMENT>\n',
    );
    const [one, two] = filing.documents;
    expect(one!.lines).toEqual([' first', 'second']);
    expect([one!.lineOf(0, 1), one!.columnOf(0, 1), one!.lineOf(1, 0), one!.columnOf(1, 0)]).toEqual([3, 8, 4, 1]);
    expect(two!.lines).toEqual(['third']);
    expect(two!.lineOf(0, 0)).toBe(8);
  });
});

test('submissions one after another are told apart', () => {
  const second = labelled
    .replaceAll('0001111111-02-000123', '0001111111-02-000124')
    .replace('EXAMPLE TRUST 2002-1', 'B');
  const text = labelled + second;
  const filings = openFilings('two.txt', new TextEncoder().encode(text));
  expect(filings.map((filing) => [filing.header?.accessionNumber, filing.documents.length])).toEqual([
    ['0001111111-02-000123', 3],
    ['0001111111-02-000124', 3],
  ]);
  const cover = filings[1]!.documents[0]!;
  expect(inFile(text, cover, 1, 0, 5)).toBe('-----');
  expect(cover.lineOf(1, 0)).toBeGreaterThan(labelled.split('\n').length);
});

test('what is put into a submission comes out, with its places', () => {
  const line = fc.string({ unit: fc.constantFrom('a', '7', ' ', '-', '\t', '.', 'é'), maxLength: 12 });
  const part = fc.record({ type: fc.constantFrom('8-K', 'EX-99.1', 'EX-20'), lines: fc.array(line, { maxLength: 6 }) });
  const breaks = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), breaks, fc.boolean(), (parts, terminator, envelope) => {
      const lines = [
        '<SEC-DOCUMENT>0001111111-02-000123.txt : 20020528',
        ...parts.flatMap(({ type, lines: content }) => [
          '<DOCUMENT>',
          `<TYPE>${type}`,
          '<TEXT>',
          ...content,
          '</TEXT>',
          '</DOCUMENT>',
        ]),
        '</SEC-DOCUMENT>',
      ];
      const escaped = envelope ? lines.map((content) => (content.startsWith('-') ? `- ${content}` : content)) : lines;
      const text = [...(envelope ? ['-----BEGIN PRIVACY-ENHANCED MESSAGE-----', ''] : []), ...escaped].join(terminator);
      const { documents } = open(text);
      expect(documents.map((document) => [document.exhibit, document.lines])).toEqual(
        parts.map(({ type, lines: content }) => [type, content]),
      );
      for (const document of documents) {
        document.lines.forEach((content, index) => {
          expect(inFile(text, document, index, 0, content.length)).toBe(content);
        });
      }
    }),
  );
});

const simulated = new URL('../../../../shared/filings/simulated/submission/', import.meta.url);

function submissions(): string[] {
  try {
    return readdirSync(simulated).filter((name) => name.endsWith('.txt'));
  } catch {
    return [];
  }
}

describe.skipIf(submissions().length === 0)('simulated submissions', () => {
  test.each(submissions())('%s: each figure leads to its characters in the file', (name) => {
    const bytes = readFileSync(new URL(name, simulated));
    const text = bytes.toString('utf8');
    const filing = openFilings(name, bytes)[0]!;
    expect(filing.faults).toEqual([]);
    let figures = 0;
    for (const document of filing.documents) {
      document.lines.forEach((line, index) => {
        for (const figure of line.matchAll(/[\d,]+\.\d+/g)) {
          expect(inFile(text, document, index, figure.index, figure[0].length)).toBe(figure[0]);
          figures++;
        }
      });
    }
    const body = text.slice(text.indexOf('<TEXT>')).replace(/^<(?!S>|C>).*$/gm, '');
    expect(figures).toBe(body.match(/[\d,]+\.\d+/g)?.length);
  });
});
