import { describe, expect, test } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { printOffering } from '../../../scripts/samples/print/offering.ts';
import { type Layout, layouts, print } from '../../../scripts/samples/print/print.ts';
import { wrapSubmission } from '../../../scripts/samples/print/submission.ts';
import { printUsBankAnnual } from '../../../scripts/samples/print/usbank.ts';
import { annualStatement, monthlyStatement } from '../../../scripts/samples/statement.ts';
import { compare, printReading, readText } from './compare.ts';

const deal = simulate(7, { months: 14 });

describe('one statement per shape, read whole', () => {
  for (const layout of Object.keys(layouts) as Layout[]) {
    test(layout, async () => {
      const printed = print(monthlyStatement(deal, 9), layout);
      const reading = readText(printed.text, layout === 'html' ? 'statement.htm' : 'statement.txt');
      const { wrong, lost, unrecognised } = compare(reading, printed.truth);
      expect({ wrong, lost, unrecognised }).toEqual({ wrong: [], lost: [], unrecognised: [] });
      await expect(printReading(reading)).toMatchFileSnapshot(`snapshots/${layout}.txt`);
    });
  }

  test('annual summary', async () => {
    const printed = printUsBankAnnual(annualStatement(deal, Number(monthlyStatement(deal, 9).date.slice(0, 4))));
    const reading = readText(printed.text);
    const { wrong, lost } = compare(reading, printed.truth);
    expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    expect(reading.statements.map(({ statement }) => statement)).toEqual(['annual']);
    expect(reading.statements[0]?.cover.reportDates.length).toBeGreaterThan(0);
    await expect(printReading(reading)).toMatchFileSnapshot('snapshots/annual.txt');
  });

  test('offering supplement', async () => {
    const printed = printOffering(deal);
    const reading = readText(printed.text);
    expect(compare(reading, printed.truth)).toMatchObject({
      wrong: [],
      lost: [],
      unrecognised: [],
      found: printed.truth.length,
    });
    await expect(printReading(reading)).toMatchFileSnapshot('snapshots/offering.txt');
  });

  test('a submission with a PEM envelope: places point into the file as given', () => {
    const statement = monthlyStatement(deal, 9);
    const printed = wrapSubmission(print(statement, 'bankerstrust'), statement, { envelope: true });
    const reading = readText(printed.text);
    const { wrong, lost } = compare(reading, printed.truth);
    expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    expect(reading.documents.map(({ kind }) => kind)).toEqual(['cover', 'statement']);
  });
});

test('every fact stands at its line and column with its text', () => {
  for (const layout of Object.keys(layouts) as Layout[]) {
    const { text } = print(monthlyStatement(deal, 5), layout);
    const lines = text.split(/\r?\n/);
    for (const statement of readText(text).statements) {
      for (const fact of statement.facts) {
        expect(lines[fact.line - 1]?.slice(fact.column - 1, fact.column - 1 + fact.text.length)).toBe(fact.text);
      }
    }
  }
});

test('what one file says does not depend on the files read before it', () => {
  const texts = [3, 4, 5].flatMap((month) =>
    (Object.keys(layouts) as Layout[]).map((layout) => print(monthlyStatement(deal, month), layout).text),
  );
  const forwards = texts.map((text) => JSON.stringify(readText(text)));
  const backwards = texts.toReversed().map((text) => JSON.stringify(readText(text)));
  expect(backwards.toReversed()).toEqual(forwards);
});
