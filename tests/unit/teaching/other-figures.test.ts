import { describe, expect, it } from 'vitest';
import { groupDeals } from '../../../src/deal/group.ts';
import { toCsv } from '../../../src/export/csv.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { taughtIndex } from '../../../src/facts/teaching.ts';
import { otherFiguresOver } from '../../../src/views/charts/data/other-figures.ts';
import { otherFigures, otherFiguresTable, quoted } from '../../../src/views/teaching/data/other-figures.ts';
import { madeFact, madeStatement } from '../deal/made-statement.ts';

const unknown = (text: string, line: number, given: Partial<Fact>): Fact => ({
  ...madeFact('advances', text, {}, line),
  concept: null,
  ...given,
});

const statement = madeStatement('2002-05-28', {
  facts: [
    madeFact('poolEndingBalance', '196,206,895'),
    unknown('12.50', 7, { label: '(a) Widget Fee', columnLabel: 'CLASS A', class: 'A' }),
    unknown('-3.25', 7, { label: '(a) Widget Fee', columnLabel: 'CLASS M-1', class: 'M-1', column: 20 }),
    unknown('9', 3, { label: 'Number of Widgets', section: '=WIDGETS' }),
  ],
});

describe('figures that were not recognised', () => {
  it('stand together where one word would teach them', () => {
    const { labels, dismissed } = otherFigures(statement, taughtIndex([]));
    expect(labels.map(({ words, facts }) => [quoted(words), facts.map(({ text }) => text)])).toEqual([
      ['“(a) Widget Fee”', ['12.50', '-3.25']],
      ['“Number of Widgets”', ['9']],
    ]);
    expect(dismissed).toBe(0);
  });

  it('are left out and counted where they mean nothing', () => {
    const index = taughtIndex([{ label: 'widget fee', columnLabel: null, concept: null }]);
    const { labels, dismissed } = otherFigures(statement, index);
    expect(labels).toHaveLength(1);
    expect(dismissed).toBe(2);
  });

  it('are written out in the order printed, as plain numbers and harmless words', () => {
    const rows = toCsv(otherFiguresTable(otherFigures(statement, taughtIndex([])))).split('\r\n');
    expect(rows.slice(1)).toEqual([
      '"\'=WIDGETS",Number of Widgets,,,,9,3',
      ',(a) Widget Fee,CLASS A,A,,12.50,7',
      ',(a) Widget Fee,CLASS M-1,M-1,,-3.25,7',
    ]);
  });

  it('are drawn over the months, a line for each class, with gaps where a month prints none', () => {
    const fee = (text: string, name: string) =>
      unknown(text, 7, { label: 'Widget Fee', columnLabel: `CLASS ${name}`, class: name });
    const [deal] = groupDeals([
      statement,
      madeStatement('2002-06-25', { facts: [fee('11.00', 'A'), fee('2.00', 'M-1')] }),
      madeStatement('2002-08-26', { facts: [fee('9.00', 'A'), { ...fee('1', 'M-1'), concept: 'interest' }] }),
    ]);
    const [label] = otherFigures(statement, taughtIndex([])).labels;
    const data = otherFiguresOver(deal!, label!.key, 'Widget Fee');
    expect(data.empty).toBeNull();
    expect(data.left).toBe('USD');
    expect(data.months.map(({ month }) => month)).toEqual(['2002-05', '2002-06', '2002-07', '2002-08']);
    expect(data.series.map(({ name, figures }) => [name, figures.map((figure) => figure?.value ?? null)])).toEqual([
      ['A', [12.5, 11, null, 9]],
      ['M-1', [-3.25, 2, null, null]],
    ]);
  });

  it('that no month prints as numbers make no chart, and the page says so', () => {
    const [deal] = groupDeals([statement]);
    expect(otherFiguresOver(deal!, 'nothing', 'Nothing').empty).toMatch(/No month/);
  });
});
