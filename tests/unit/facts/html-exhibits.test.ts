import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { readText } from './compare.ts';

/** Exhibits in HTML as agents of filers write them: a cell for the currency, one for the figure, one for the percent sign, and gutters between. */

const figure = (text: string): string => {
  if (text === '') return '<td></td>'.repeat(4);
  const currency = text.startsWith('$') ? '$' : '';
  return `<td>&#160;</td><td>${currency}</td><td><div>${text.slice(currency.length)}</div></td><td>&#160;</td>`;
};
const head = (text: string): string => `<td>&#160;</td><td colspan="2"><div>${text}</div></td><td>&#160;</td>`;
const row = (label: string, ...figures: readonly string[]): string =>
  `<tr><td>${label}</td>${figures.map(figure).join('')}</tr>`;
const heads = (...texts: readonly string[]): string => `<tr><td>&#160;</td>${texts.map(head).join('')}</tr>`;
const table = (...rows: readonly string[]): string => `<div><table>${rows.join('\n')}</table></div>`;

function factsOf(...body: readonly string[]): Fact[] {
  const before = '<div>Sunrise Receivables Trust 2014-5</div><div>Distribution Date 07/27/2026</div>';
  const text = `<html><body>${before}${body.join('\n')}</body></html>`;
  return readText(text, 'statement.htm').statements.flatMap(({ facts }) => facts);
}

const meanings = (facts: readonly Fact[]): string[] =>
  facts.map(({ text, concept, class: name, member }) =>
    [text, concept ?? '?', name, member].filter((part) => part !== null).join(' '),
  );

describe('arrears of two dates', () => {
  const facts = factsOf(
    '<div>Portfolio Characteristics</div>',
    table(
      `<tr><td>&#160;</td><td>&#160;</td><td>&#160;</td><td colspan="14"><div>06/30/2026</div></td><td></td><td></td><td colspan="14"><div>05/31/2026</div></td><td></td></tr>`,
      `<tr><td>&#160;</td><td>&#160;&#160;</td>${['Wtd Avg Coupon', '<br># Loans', '<br>Principal', '<br>% of Principal', 'Wtd Avg Coupon', '<br># Loans', '<br>Principal', '<br>% of Principal'].map(head).join('')}</tr>`,
      ...[
        ['INTERIM:', 'DEFERMENT', '6.40%', '30', '$300,000.00', '3.000%', '6.41%', '34', '$400,000.00', '3.883%'],
        ['', ...Array<string>(9).fill('')],
        [
          'REPAYMENT:',
          'CURRENT',
          '5.40%',
          '800',
          '$9,000,000.00',
          '90.000%',
          '5.41%',
          '810',
          '$9,100,000.00',
          '88.350%',
        ],
        ['', '31-60 DAYS DELINQUENT', '5.50%', '40', '$600,000.00', '6.000%', '5.60%', '61', '$700,000.00', '6.796%'],
        ['', '&gt; 60 DAYS DELINQUENT', '6.70%', '9', '$100,000.00', '1.000%', '6.80%', '8', '$100,000.00', '0.971%'],
        ['TOTAL', '', '', '879', '$10,000,000.00', '100.000%', '', '913', '$10,300,000.00', '100.000%'],
      ].map(
        ([group, label, ...figures]) => `<tr><td>${group}</td><td>${label}</td>${figures.map(figure).join('')}</tr>`,
      ),
    ),
  );

  test('each column has its own heading and its own date', () => {
    const labels = facts.filter(({ label }) => label === 'DEFERMENT').map(({ columnLabel }) => columnLabel);
    const measures = ['Wtd Avg Coupon', '# Loans', 'Principal', '% of Principal'];
    expect(labels).toEqual([
      ...measures.map((measure) => `06/30/2026 ${measure}`),
      ...measures.map((measure) => `05/31/2026 ${measure}`),
    ]);
  });

  test('what stood at the later date is what is told, and a total with current loans is none of arrears', () => {
    const told = facts.filter(({ concept, member }) => concept !== null && member !== 'current');
    expect(meanings(told)).toEqual([
      '40 delinquentCount 30-59',
      '600,000.00 delinquentStatedBalance 30-59',
      '6.000% delinquentPercentage 30-59',
      '9 delinquentCount 60+',
      '100,000.00 delinquentStatedBalance 60+',
      '1.000% delinquentPercentage 60+',
    ]);
  });
});

test('a total of arrears that leaves out current loans is one', () => {
  const facts = factsOf(
    '<div>Delinquency Information</div>',
    table(
      heads('Number of Loans', 'Balance'),
      row('Current', '800', '$9,000,000.00'),
      row('31-60 Days', '40', '$600,000.00'),
      row('61-90 Days', '9', '$100,000.00'),
      row('Total', '49', '$700,000.00'),
    ),
  );
  expect(meanings(facts).slice(-2)).toEqual(['49 delinquentCount total', '700,000.00 delinquentStatedBalance total']);
});

test('the balance of the period before is what this one began with', () => {
  const facts = factsOf(
    table(
      row('1. Pool Balance on the close of the last day of the preceding Collection Period', '$8,000.00'),
      row('2. Collections allocable to Principal', '$900.00'),
      row('3. Liquidation Proceeds allocable to Principal', '$100.00'),
      row('4. Pool Balance on the close of the last day of the related Collection Period', '$7,000.00'),
      '<tr><td>(Line 1 - Line 2 - Line 3)</td></tr>',
      row('5. Weighted Average Original Term', '67.01'),
    ),
  );
  expect(meanings(facts)).toEqual([
    '8,000.00 poolBeginningBalance',
    '900.00 ?',
    '100.00 ?',
    '7,000.00 poolEndingBalance',
    '67.01 ?',
  ]);
  expect(facts.map(({ unit }) => unit)).toEqual(['USD', 'USD', 'USD', 'USD', 'months']);
});

test('the balance of the period before alone may be that of the period that is reported', () => {
  const facts = factsOf(
    table(
      row('Pool Balance on the close of the last day of the preceding Collection Period', '$8,000.00'),
      row('Number of Receivables at the end of the Collection Period', '800'),
      row('Servicing Fee', '$90.00'),
      row('Cumulative Net Losses', '$70.00'),
    ),
  );
  expect(meanings(facts)[0]).toBe('8,000.00 ?');
});

test('what was taken back in a period is not what there is', () => {
  const facts = factsOf(
    '<div>Delinquent Receivables</div>',
    table(
      heads('# of Receivables', 'Amount'),
      row('31-60 Days Delinquent', '234', '$9,623,320.69'),
      row('61-90 Days Delinquent', '40', '$1,872,640.39'),
      row('Repossessed in the Current Collection Period', '13', '$471,000.11'),
      row('Total Repossessed Inventory', '21', '$800,000.22'),
    ),
  );
  expect(meanings(facts).slice(4)).toEqual([
    '13 ? repossession',
    '471,000.11 ? repossession',
    '21 delinquentCount repossession',
    '800,000.22 delinquentStatedBalance repossession',
  ]);
});

test('a payment that is called regular is not what was scheduled', () => {
  const facts = factsOf(
    table(
      heads('Class A-1', 'Class A-2', 'Total'),
      row('Beginning of period Note Balance', '$10.00', '$2,000.00', '$2,010.00'),
      row('Noteholders&#8217; Regular Principal Payment', '$10.00', '$90.00', '$100.00'),
      row('End of period Note Balance', '$0.00', '$1,910.00', '$1,910.00'),
    ),
  );
  expect(meanings(facts)).toEqual([
    '10.00 beginningBalance A-1',
    '2,000.00 beginningBalance A-2',
    '2,010.00 beginningBalance Total',
    '10.00 ? A-1',
    '90.00 ? A-2',
    '100.00 ? Total',
    '0.00 endingBalance A-1',
    '1,910.00 endingBalance A-2',
    '1,910.00 endingBalance Total',
  ]);
});

test('`- N/A -` is no figure and moves none', () => {
  const facts = factsOf(
    table(
      heads('08/14/2024', '05/31/2026', '06/30/2026'),
      row('Pool Balance', '$9,000.00', '$8,000.00', '$7,000.00'),
      row('Specified Reserve Account Balance', '300.00', '- N/A -', '- N/A -'),
      row('Number of Loans', '90', '80', '70'),
    ),
  );
  expect(meanings(facts)).toEqual([
    '9,000.00 ?',
    '8,000.00 poolBeginningBalance',
    '7,000.00 poolEndingBalance',
    '300.00 ?',
    '90 ?',
    '80 loanCountBeginning',
    '70 loanCountEnding',
  ]);
});

describe('a table below one whose headings span two columns each', () => {
  const notes = table(
    '<tr><td></td><td colspan="8">Beginning of Period</td><td colspan="8">End of Period</td></tr>',
    heads('Balance', 'Note Factor', 'Balance', 'Note Factor'),
    row('Class A-1 Notes', '$90.00', '0.9000000', '$80.00', '0.8000000'),
    row('Class B Notes', '$50.00', '1.0000000', '$50.00', '1.0000000'),
    row('Total', '$140.00', '0.9333333', '$130.00', '0.8666667'),
  );
  const pool = table(
    '<tr><td>Pool Information</td></tr>',
    row('Weighted Average Remaining Term', '49.15', '48.37'),
    row('Number of Receivables Outstanding', '35,403', '34,708'),
    row('Pool Balance', '$1,219.86', '$1,174.03'),
    row('Pool Factor', '0.7241510', '0.6975902'),
  );

  test('has one column for each of them', () => {
    const facts = factsOf(notes, pool).slice(12);
    expect(meanings(facts)).toEqual([
      '49.15 ?',
      '48.37 weightedAverageRemainingTerm',
      '35,403 loanCountBeginning',
      '34,708 loanCountEnding',
      '1,219.86 poolBeginningBalance',
      '1,174.03 poolEndingBalance',
      '0.7241510 ?',
      '0.6975902 ?',
    ]);
    expect(new Set(facts.map(({ columnLabel }) => columnLabel))).toEqual(
      new Set(['Beginning of Period', 'End of Period']),
    );
  });

  test('has none of them where another table stands between', () => {
    const facts = factsOf(notes, table(row('Reserve Account Draw', '$4.00'), row('Servicing Fee', '$5.00')), pool);
    const told = facts.slice(14);
    expect(told).toHaveLength(8);
    expect(told.every(({ columnLabel }) => columnLabel === null)).toBe(true);
    expect(meanings(told)).not.toContain('1,219.86 poolBeginningBalance');
  });
});

test('the total of what is past due is that of arrears', () => {
  const facts = factsOf(
    '<div>Delinquency Analysis</div>',
    table(
      heads('Number of Loans', 'Principal Balance'),
      row('a. 31 to 60 days past due', '1,280', '$26,821,453.72'),
      row('b. 61 to 90 days past due', '553', '$12,244,951.03'),
      row('c. Total Past Due (sum a - b)', '1,833', '$39,066,404.75'),
    ),
  );
  expect(meanings(facts).slice(4)).toEqual([
    '1,833 delinquentCount total',
    '39,066,404.75 delinquentStatedBalance total',
  ]);
});
