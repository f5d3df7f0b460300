import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDeals } from '../../../src/deal/group.ts';
import { statementsOf } from '../../../src/deal/statements.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import type { OpenedSource } from '../../../src/store/source.ts';
import { fileStatements } from '../../../src/views/source/data/file-statements.ts';
import { type Mark, markAt, marksOf } from '../../../src/views/source/data/marks.ts';
import { searchLines } from '../../../src/views/source/data/search.ts';
import { segmentsOf } from '../../../src/views/source/data/segments.ts';
import { seriesPlace } from '../../../src/views/source/data/series-place.ts';
import { madeFact, madeStatement } from '../deal/made-statement.ts';

const markOf = (id: string, offset: number, text: string): Mark => {
  const fact = madeFact('payoffs', text);
  const place = { document: 0, line: 0, offset };
  return { id, place, length: text.length, statement: 0, figure: fact, fact: { fact, index: 0 }, verdict: 'proven' };
};

describe('marks', () => {
  const statement = madeStatement('2002-05-28', {
    facts: [
      { ...madeFact('payoffs', '7'), line: 4, column: 9 },
      { ...madeFact('curtailments', '1,234'), line: 2, column: 5 },
      { ...madeFact('servicingFee', '234'), line: 2, column: 7 },
      { ...madeFact('advances', '5'), line: 99, column: 1 },
    ],
    uncertain: [{ text: '8?', line: 3, column: 1, label: null, reason: 'It may be two figures.' }],
  });
  const source: OpenedSource = {
    altered: false,
    documents: [],
    facts: [
      [
        { document: 0, line: 3, offset: 8 },
        { document: 0, line: 1, offset: 4 },
        { document: 0, line: 1, offset: 6 },
        null,
      ],
    ],
    uncertain: [[{ document: 0, line: 2, offset: 0 }]],
  };

  it('stand in the order of the text, one at a place, those that are nowhere left out', () => {
    const marks = marksOf([statement], source, (_, fact) => (fact === 0 ? 'contradicted' : 'proven'));
    expect(marks.map(({ figure, verdict }) => [figure.text, verdict])).toEqual([
      ['1,234', 'proven'],
      ['8?', 'uncertain'],
      ['7', 'contradicted'],
    ]);
  });

  it('are found by line and column, or the first of a line', () => {
    const marks = marksOf([statement], source, () => 'proven');
    expect(markAt(marks, 4, 9)?.figure.text).toBe('7');
    expect(markAt(marks, 2, null)?.figure.text).toBe('1,234');
    expect(markAt(marks, 4, 1)).toBeUndefined();
  });
});

describe('a line', () => {
  it('is cut into figures and what stands between, hits across both', () => {
    const segments = segmentsOf('Payoffs   1,234  total', [markOf('a', 10, '1,234')], [[0, 12]]);
    expect(segments.map(({ mark, pieces }) => [mark?.id ?? null, pieces.map(({ text, hit }) => [text, hit])])).toEqual([
      [null, [['Payoffs   ', true]]],
      [
        'a',
        [
          ['1,', true],
          ['234', false],
        ],
      ],
      [null, [['  total', false]]],
    ]);
  });

  it('keeps every character, wherever figures and hits stand', () => {
    const spans = fc.uniqueArray(fc.nat(40), { maxLength: 8 }).map((ends) => {
      const sorted = [...ends].sort((left, right) => left - right);
      return sorted.flatMap((from, at) =>
        at % 2 === 0 && sorted[at + 1] !== undefined ? [[from, sorted[at + 1] ?? 0] as const] : [],
      );
    });
    fc.assert(
      fc.property(fc.string({ minLength: 41, maxLength: 60 }), spans, spans, (line, figures, hits) => {
        const marks = figures.map(([from, to], index) => markOf(String(index), from, line.slice(from, to)));
        const segments = segmentsOf(line, marks, hits);
        expect(segments.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')).toBe(line);
        const marked = segments
          .filter(({ mark }) => mark !== null)
          .map(({ pieces }) => pieces.map(({ text }) => text).join(''));
        expect(marked).toEqual(marks.map(({ figure }) => figure.text));
      }),
    );
  });
});

describe('the search', () => {
  const lines = ['Total Principal   1,767,306', 'PRINCIPAL', '(338.25)'];
  it('ignores case, bridges blanks, and takes signs as they are', () => {
    expect(searchLines(lines, 'total  principal').lines).toEqual([0]);
    expect(searchLines(lines, 'principal').lines).toEqual([0, 1]);
    expect(searchLines(lines, '(338.').hits.get(2)).toEqual([[0, 5]]);
    expect(searchLines(lines, '338x25').lines).toEqual([]);
    expect(searchLines(lines, ' ').lines).toEqual([]);
  });
});

describe('where a figure leads', () => {
  const facts: readonly Fact[] = [
    madeFact('endingBalance', '100', { class: 'A' }),
    madeFact('principal', '7', { class: 'A' }),
    madeFact('servicingFee', '3'),
    { ...madeFact('payoffs', '3'), concept: null },
  ];
  const month = madeStatement('2002-05-28', { facts });
  const year = madeStatement('2002-12-31', { statement: 'annual', form: '10-K', facts });
  const [deal] = groupDeals([month, year]);
  if (deal === undefined) throw new Error('a deal is meant');
  const at = { kind: 'deal', deal: deal.id, month: '2002-05' } as const;

  it('is its chart, else its table, else its statement', () => {
    expect(facts.map((fact) => seriesPlace(deal, month, fact))).toEqual([
      { ...at, section: 'overview', concept: 'endingBalance' },
      { ...at, section: 'tables', concept: 'principal' },
      { ...at, section: 'tables', concept: 'servicingFee' },
      { ...at, section: 'statement' },
    ]);
    const [fact] = facts;
    if (fact === undefined) throw new Error('a fact is meant');
    expect(seriesPlace(deal, year, fact)).toEqual({ ...at, month: null, section: 'annual' });
  });

  it('is told by the deal that holds the statement; a copy is in none', () => {
    const copy = madeStatement('2002-05-28', { facts, file: 'copy.txt' });
    expect(fileStatements(month.file, [month], [deal])).toEqual([
      { statement: month, deal, number: statementsOf(deal).indexOf(month) },
    ]);
    expect(fileStatements('copy.txt', [copy], [deal])).toEqual([{ statement: copy, deal: null, number: -1 }]);
  });
});
