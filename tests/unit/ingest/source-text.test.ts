import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFiling } from '../../../src/facts/read.ts';
import { bytesAccess } from '../../../src/filing/access.ts';
import type { FromWorker } from '../../../src/ingest/messages.ts';
import { bytesOf } from '../../../src/ingest/packed.ts';
import { readFiles } from '../../../src/ingest/read-files.ts';
import { sourceText } from '../../../src/ingest/source-text.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../fixtures/filings/monthly-2002-05.txt', import.meta.url)));
const plain = new TextDecoder().decode(bytes);

/** What stands at each place that was found, as long as the figure's own text. */
const printedAt = (file: string, content: Uint8Array): { readonly found: string[]; readonly texts: string[] } => {
  const facts = readFiling(file, content).statements.flatMap((statement) => statement.facts);
  const wanted = Int32Array.from(facts.flatMap(({ line, column }) => [line, column]));
  const { documents, places } = sourceText(file, content, wanted);
  const lines = documents.map(({ text }) => text.split('\n'));
  return {
    texts: facts.map(({ text }) => text),
    found: facts.map(({ text }, index) => {
      const [document = -1, line = -1, offset = 0] = places.subarray(3 * index, 3 * index + 3);
      return lines[document]?.[line]?.slice(offset, offset + text.length) ?? 'nowhere';
    }),
  };
};

describe('the text of a file', () => {
  it('has every figure where it was read, in plain text', () => {
    const { found, texts } = printedAt('may.txt', bytes);
    expect(texts.length).toBeGreaterThan(190);
    expect(found).toEqual(texts);
  });

  it('has every figure where it was read, in a submission of several documents', () => {
    const submission = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----
<SEC-DOCUMENT>0001056404-02-000653.txt : 20020605
<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	8-K
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<TEXT>
A cover that says nothing.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<DESCRIPTION>MONTHLY STATEMENT
<TEXT>
${plain}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
    const content = new TextEncoder().encode(submission);
    const { found, texts } = printedAt('submission.txt', content);
    expect(texts.length).toBeGreaterThan(190);
    expect(found).toEqual(texts);
    const { documents } = sourceText('submission.txt', content, new Int32Array());
    expect(documents.map(({ exhibit }) => exhibit)).toEqual(['8-K', 'EX-99.1']);
    expect(documents[1]?.numbers[0]).toBeGreaterThan(14);
  });

  it('has every figure where it was read, in HTML whose lines are rendered', () => {
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const table = [
      row(['Class', 'Beginning Balance', 'Principal', 'Interest', 'Ending Balance']),
      row(['A', '160,231,105.00', '1,767,306.00', '318,726.00', '158,463,799.00']),
      row(['M-1', '12,415,000.00', '0.00', '30,158.00', '12,415,000.00']),
      row(['Total', '172,646,105.00', '1,767,306.00', '348,884.00', '170,878,799.00']),
    ];
    const page = `<html><body><p>Example Trust 2002-1</p><p>Distribution Date: May 28, 2002</p><table>${table.join('\n')}</table></body></html>`;
    const { found, texts } = printedAt('page.htm', new TextEncoder().encode(page));
    expect(texts.length).toBeGreaterThanOrEqual(12);
    expect(found).toEqual(texts);
  });

  it('says of a place that is in no document that it is nowhere', () => {
    expect([...sourceText('may.txt', bytes, Int32Array.from([100_000, 1])).places]).toEqual([-1, -1, -1]);
  });
});

describe('the bytes of what was read', () => {
  it('can be had again, of files and of entries of archives', async () => {
    const archive = zipSync({ 'may.txt': bytes });
    const contents = [bytes, archive];
    const told: FromWorker[] = [];
    await readFiles(
      contents.map((content, id) => ({ id, name: `${id}`, content: new Blob([content]) })),
      (message) => told.push(message),
      () => 0,
      () => bytesAccess(archive),
    );
    const sources = told.flatMap((message) =>
      message.kind === 'read' ? message.read.map(({ source }) => source) : [],
    );
    expect(sources).toHaveLength(2);
    for (const source of sources) {
      if (source === undefined) throw new Error('no source');
      expect(await bytesOf(source)).toEqual(bytes);
    }
    expect(sources[1]?.content.size).toBeLessThan(bytes.length / 2);
  });
});
