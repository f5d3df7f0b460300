import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellKind } from '../../../src/layout/scan.ts';
import { scanLine } from '../../../src/layout/scan.ts';

const cellsIn = (line: string): [CellKind, string][] => scanLine(line).map(({ kind, text }) => [kind, text]);

describe('the cells of a line', () => {
  const lines: readonly [line: string, cells: [CellKind, string][]][] = [
    ['', []],
    ['   \t  ', []],
    [
      'Class   Balance',
      [
        ['text', 'Class'],
        ['text', 'Balance'],
      ],
    ],
    [
      'Class A-1   1,000.00  0.00',
      [
        ['text', 'Class A-1'],
        ['figure', '1,000.00'],
        ['figure', '0.00'],
      ],
    ],
    [
      '30-59 days   12   1,234.00',
      [
        ['text', '30-59 days'],
        ['figure', '12'],
        ['figure', '1,234.00'],
      ],
    ],
    [
      '30 - 59 days   12',
      [
        ['text', '30 - 59 days'],
        ['figure', '12'],
      ],
    ],
    [
      '1. Pool balance  5',
      [
        ['text', '1. Pool balance'],
        ['figure', '5'],
      ],
    ],
    [
      '(iv)   Interest ....... $ 1,234.50',
      [
        ['text', '(iv)   Interest'],
        ['figure', '1,234.50'],
      ],
    ],
    ['per $1,000 unit', [['text', 'per $1,000 unit']]],
    [
      'Servicing Fee (0.50%)   82,489',
      [
        ['text', 'Servicing Fee (0.50%)'],
        ['figure', '82,489'],
      ],
    ],
    ['Total:$1,234.50', [['text', 'Total:$1,234.50']]],
    [
      'Total: 1,234.50',
      [
        ['text', 'Total:'],
        ['figure', '1,234.50'],
      ],
    ],
    [
      'A   -   NA   N/A   YES',
      [
        ['text', 'A'],
        ['dash', '-'],
        ['blank', 'NA'],
        ['blank', 'N/A'],
        ['answer', 'YES'],
      ],
    ],
    [
      'A   - N/A -   - NA -   -   N/A   1.00',
      [
        ['text', 'A'],
        ['blank', '- N/A -'],
        ['blank', '- NA -'],
        ['dash', '-'],
        ['blank', 'N/A'],
        ['figure', '1.00'],
      ],
    ],
    [
      'A   (338.25 )   5.25 %',
      [
        ['text', 'A'],
        ['figure', '(338.25 )'],
        ['figure', '5.25 %'],
      ],
    ],
    [
      'A   (    12,345.00)   $ (  6.50 )   ($ 7.25)',
      [
        ['text', 'A'],
        ['figure', '(    12,345.00)'],
        ['figure', '(  6.50 )'],
        ['figure', '($ 7.25)'],
      ],
    ],
    [
      'Net rate ( 1) of loans ( see page 12)   5',
      [
        ['text', 'Net rate ( 1) of loans ( see page 12)'],
        ['figure', '5'],
      ],
    ],
    [
      'A-1  36242DAA1  05/28/02',
      [
        ['text', 'A-1'],
        ['code', '36242DAA1'],
        ['date', '05/28/02'],
      ],
    ],
    [
      'A-1  1,234.561,234.56',
      [
        ['text', 'A-1'],
        ['damaged', '1,234.561,234.56'],
      ],
    ],
    [
      'A-1  36242DAA11,234.56',
      [
        ['text', 'A-1'],
        ['damaged', '36242DAA11,234.56'],
      ],
    ],
    [
      'Remaining term   340 months',
      [
        ['text', 'Remaining term'],
        ['figure', '340'],
      ],
    ],
    [
      'Repossessions   402 contracts   $5,123,456.78',
      [
        ['text', 'Repossessions'],
        ['figure', '402'],
        ['figure', '5,123,456.78'],
      ],
    ],
    [
      'Pool ....... 12,345 Mortgage Loans ..... 1,234.56',
      [
        ['text', 'Pool'],
        ['figure', '12,345'],
        ['figure', '1,234.56'],
      ],
    ],
    [
      'Single Family   1 Unit   2 Units',
      [
        ['text', 'Single Family'],
        ['text', '1 Unit'],
        ['text', '2 Units'],
      ],
    ],
    ['402 contracts were purchased', [['text', '402 contracts were purchased']]],
    [
      'Sold:  402 contracts were purchased',
      [
        ['text', 'Sold:'],
        ['text', '402 contracts were purchased'],
      ],
    ],
    [
      '| A | 1.00 | 2.00 |',
      [
        ['text', 'A'],
        ['figure', '1.00'],
        ['figure', '2.00'],
      ],
    ],
    [
      'A\u00a0\u00a0\u00a01.00',
      [
        ['text', 'A'],
        ['figure', '1.00'],
      ],
    ],
    [
      'A   –   —',
      [
        ['text', 'A'],
        ['dash', '–'],
        ['dash', '—'],
      ],
    ],
    ['a fidelity bond of 500,000.00 was kept', [['text', 'a fidelity bond of 500,000.00 was kept']]],
  ];
  for (const [line, cells] of lines) test(JSON.stringify(line), () => expect(cellsIn(line)).toEqual(cells));

  test('know where they stand; tabs run to the next eight', () => {
    expect(scanLine('A\t\t1.00')).toMatchObject([
      { text: 'A', offset: 0, start: 0, end: 1 },
      { text: '1.00', offset: 3, start: 16, end: 20 },
    ]);
    expect(scanLine('  $  5')).toMatchObject([{ text: '5', offset: 5, currency: true }]);
  });

  test('are parts of the line, in order and apart', () => {
    const words = fc.constantFrom(
      'Class',
      'A-1',
      '1,000.00',
      '(5.25 )',
      '%',
      '$',
      '-',
      'NA',
      '...',
      'of',
      '12.',
      '(a)',
      '05/28/02',
      '—',
      'é',
      '\t',
      '|',
    );
    const spaces = fc.integer({ min: 0, max: 4 }).map((count) => ' '.repeat(count));
    fc.assert(
      fc.property(fc.array(fc.tuple(spaces, words)), (parts) => {
        const line = parts.flat().join('');
        let behind = 0;
        for (const { text, offset, start, end } of scanLine(line)) {
          expect(line.slice(offset, offset + text.length)).toBe(text);
          expect(offset).toBeGreaterThanOrEqual(behind);
          expect(start).toBeGreaterThanOrEqual(offset);
          expect(end).toBeGreaterThan(start);
          behind = offset + text.length;
        }
      }),
    );
  });
});

describe('lines of a megabyte take linear time', () => {
  const patterns = [
    'a',
    '1',
    '1 ',
    '1,',
    '1  2  ',
    '- ',
    '$ ',
    '.',
    '. ',
    '... ',
    '(',
    ')',
    '5 % ',
    'A1',
    '1-',
    'of 1.00 ',
    '\t',
    ' ',
    '| ',
  ];
  for (const pattern of patterns) {
    test(JSON.stringify(pattern), () => {
      const line = pattern.repeat(1_000_000 / pattern.length);
      const started = performance.now();
      scanLine(line);
      expect(performance.now() - started).toBeLessThan(3_000);
    });
  }
});
