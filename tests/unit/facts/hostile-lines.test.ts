import { describe, expect, test } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { print } from '../../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { readText } from './compare.ts';

/** Lines over which patterns could be tried for hours, in a statement that is read beside them as it is without them. */

const { text } = print(monthlyStatement(simulate(3, { months: 4 }), 2), 'usbank');
const alone = readText(text).statements[0]!;

const lines: Readonly<Record<string, string>> = {
  'spaces within a name': `Trust 2002-1${' '.repeat(280)}x`,
  'spaces above a series': `x${' '.repeat(7_000)}y\nSeries 2002-1`,
  'dashes above a series': `Simulated ${'-'.repeat(285)}\nSeries 2002-1`,
  'commas above a series': `${', - '.repeat(70)}x\nSeries 2002-1`,
  'words that are made of others': `${'passthrough'.repeat(26)}!\nSeries 2002-1`,
  'words that names are made of': `${'Mortgage Loan '.repeat(20)}Trust 2002-1`,
  'a depositor behind spaces': `${' '.repeat(290)}Depositor${' '.repeat(900)}x`,
  'brackets before digits': `${'['.repeat(3_900)}${'1'.repeat(3_900)}   1.00`,
  'braces within a parenthesis': `(${'{'.repeat(7_800)}   1.00`,
  'digits of a section': `Section ${'1'.repeat(7_800)}.   1.00`,
  'capitals without end': `2.00   ${'A'.repeat(7_800)}   1.00`,
  'stars without end': `a${'*'.repeat(3_900)} ${'*'.repeat(3_900)}  b N   1.00`,
  'points without end': `Underwriter ${' .'.repeat(3_900)}x   1.00`,
  'digits and commas without end': `A   ${'1,'.repeat(3_900)}1   1.00`,
  'words without end': `${'a '.repeat(3_900)}   1.00`,
  'parentheses without end': `${'('.repeat(7_900)}   1.00`,
};

describe('a statement is read beside', () => {
  for (const [name, line] of Object.entries(lines)) {
    test(name, { timeout: 20_000 }, () => {
      const hostile = `${line}\n\n`.repeat(40);
      const { statements } = readText(`${text}\n\n${hostile}`);
      expect(statements).toHaveLength(1);
      const [first] = alone.facts;
      const last = alone.facts.at(-1)!;
      const figures = statements[0]!.facts.filter((fact) => fact.line >= first!.line && fact.line <= last.line);
      expect(figures.map((fact) => [fact.concept, fact.class, fact.value, fact.line, fact.column])).toEqual(
        alone.facts.map((fact) => [fact.concept, fact.class, fact.value, fact.line, fact.column]),
      );
      // Above it the same lines stand where the deal's name is looked for.
      expect(readText(`${hostile}${text}`).statements).toHaveLength(1);
    });
  }

  test('a form whose type stands behind spaces', { timeout: 20_000 }, () => {
    const documents = `<DOCUMENT>\n<TYPE>${' '.repeat(4_000)}x\n<TEXT>\n</TEXT>\n</DOCUMENT>\n`.repeat(250);
    expect(
      readText(`${documents}<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n${text}</TEXT>\n</DOCUMENT>\n`).statements,
    ).toHaveLength(1);
  });
});
