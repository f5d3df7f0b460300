import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConceptId } from '../../../src/facts/concepts.ts';
import { concepts } from '../../../src/facts/concepts.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import {
  applyTaught,
  isDismissed,
  parseTaughtWords,
  printTaughtWords,
  type TaughtWord,
  taughtIndex,
  teachableWords,
  teachFacts,
  withoutWords,
} from '../../../src/facts/teaching.ts';
import { readText } from './compare.ts';

const text = `                 EXAMPLE HOME EQUITY LOAN TRUST
                       SERIES 2001-1
DISTRIBUTION DATE: APRIL 25, 2002

Beginning Pool Balance                        198,054,102.53
Ending Pool Balance                           197,157,086.18
Number of Loans, Ending                                  586
3. Gross Widget Allowance:                            912.34
`;

const statement = readText(text).statements[0]!;
const widget = statement.facts.find((fact) => fact.label?.includes('Widget'))!;

describe('taught words', () => {
  test('an unknown label is kept without a concept', () => {
    expect(widget).toMatchObject({ concept: null, value: 912.34, line: 8 });
  });

  test('give the concept to every figure under the label, whatever its numbering and case', () => {
    const index = taughtIndex([{ label: 'gross widget  allowance', columnLabel: null, concept: 'servicingFee' }]);
    const taught = applyTaught(statement, index);
    expect(taught.facts.filter((fact) => fact.concept === 'servicingFee')).toMatchObject([
      { value: 912.34, unit: 'USD', line: 8 },
    ]);
    expect(taught.facts.filter((fact) => fact.concept !== 'servicingFee')).toEqual(
      statement.facts.filter((fact) => fact !== widget),
    );
  });

  test('never change what was recognised', () => {
    const index = taughtIndex([{ label: 'Ending Pool Balance', columnLabel: null, concept: 'servicingFee' }]);
    expect(applyTaught(statement, index)).toBe(statement);
  });

  test('may say that a label means nothing', () => {
    const index = taughtIndex([{ label: 'Gross Widget Allowance', columnLabel: null, concept: null }]);
    expect(applyTaught(statement, index)).toBe(statement);
    expect(isDismissed(widget, index)).toBe(true);
  });

  test('come back from their file', () => {
    const word: fc.Arbitrary<TaughtWord> = fc.record({
      label: fc.string({ minLength: 1, maxLength: 60 }),
      columnLabel: fc.option(fc.string({ maxLength: 60 })),
      concept: fc.option(fc.constantFrom(...(Object.keys(concepts) as ConceptId[]))),
    });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const file = printTaughtWords(words);
        expect(printTaughtWords(parseTaughtWords(file))).toBe(file);
        expect(taughtIndex(parseTaughtWords(file)).size).toBe(taughtIndex(words).size);
      }),
    );
  });

  test.each([
    ['nonsense', 'no JSON'],
    ['{}', 'no list'],
    ['{"words": [{"label": 5}]}', 'Word 1'],
    ['{"words": [{"label": "x", "concept": "__proto__"}]}', '"__proto__"'],
    ['{"words": [{"label": "x", "concept": "toString"}]}', '"toString"'],
    ['{"words": [{"__proto__": {"label": "x", "concept": null}}]}', '“__proto__”'],
    ['{"words": [], "constructor": {"prototype": {"label": "x"}}}', '“prototype”'],
  ])('a file that is none is refused in words: %s', (file, words) => {
    expect(() => parseTaughtWords(file)).toThrow(words);
  });

  test.each([
    ['lists within lists', `{"words": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`, /without end/],
    ['more words than anybody teaches', `{"words": [${'{},'.repeat(20_000)}{}]}`, /20,001 words; 20,000 are the most/],
    ['a concept that is a list', '{"words": [{"label": "a", "concept": [[1]]}]}', /Word 1 .* names no concept/],
    ['a concept of a megabyte', `{"words": [{"label": "a", "concept": "${'x'.repeat(1e6)}"}]}`, /^.{1,160}$/],
    ['a label that is a number', '{"words": [{"label": 1, "concept": null}]}', /Word 1 .* no “label”/],
  ])('a file with %s is refused in words that can be read', (_, file, words) => {
    expect(() => parseTaughtWords(file)).toThrow(words);
  });

  test('words that are taught anew leave the others, however many there are', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => ({ label: `w${i}`, columnLabel: null, concept: null }));
    expect(withoutWords(words, words.slice(1))).toEqual(words.slice(0, 1));
    // A label may be there twice in a file; the last one counts.
    expect(parseTaughtWords(printTaughtWords([words[0]!, { ...words[0]!, concept: 'interest' }]))).toEqual([
      { ...words[0]!, concept: 'interest' },
    ]);
  });
});

describe('the words that a figure is taught by', () => {
  test.each([
    ['a row that names a class', 'A-1', 'Widget Fee', 'A-1', { label: '', columnLabel: 'Widget Fee' }],
    ['a row that names it in full', 'Class A-1 Notes', 'Widget Fee', 'A-1', { label: '', columnLabel: 'Widget Fee' }],
    ['a column that names a class', '(a) Widget Fee', 'CLASS A', 'A', { label: '(a) Widget Fee', columnLabel: null }],
    ['a section that names a class', 'Widget Fee', 'Amount', 'A', { label: 'Widget Fee', columnLabel: 'Amount' }],
    ['no class at all', 'Widget Fee', null, null, { label: 'Widget Fee', columnLabel: null }],
  ])('%s', (_, label, columnLabel, name, words) => {
    expect(teachableWords({ label, columnLabel, class: name })).toEqual(words);
  });

  test('teach every class of a row or column at once', () => {
    const figure = (className: string, label: string, columnLabel: string): Fact => ({
      ...widget,
      class: className,
      label,
      columnLabel,
    });
    const facts = [figure('A', '(a) Widget', 'CLASS A'), figure('M-1', '(a) Widget', 'CLASS M-1')];
    const index = taughtIndex([{ ...teachableWords(facts[0]!), concept: 'interest' }]);
    expect(teachFacts(facts, index)).toMatchObject([
      { class: 'A', concept: 'interest' },
      { class: 'M-1', concept: 'interest' },
    ]);
  });
});
