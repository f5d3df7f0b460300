import { addDays, printDate } from '../calendar.ts';
import type { SimulatedDeal } from '../deal.ts';
import { dollars } from '../exact.ts';
import { simulationNote } from './options.ts';
import { type Cell, type PrintedFile, printFigure, sheetFor, wholeDollars } from './sheet.ts';

/** Underwriters and the percent of each class that they take: 100 together. */
export interface Underwriter {
  readonly name: string;
  readonly percent: number;
}

export interface OfferingOptions {
  readonly underwriters: readonly Underwriter[];
  readonly classesPerTable: number;
}

const underwriters: readonly Underwriter[] = [
  { name: 'Simulated Securities LLC', percent: 70 },
  { name: 'Example Capital Markets LLC', percent: 10 },
  { name: 'Model Brokers Incorporated', percent: 10 },
  { name: 'Sample & Co. Incorporated', percent: 10 },
];

const centred = (text: string, width: number): string => {
  const space = Math.max(0, width - text.length);
  return ' '.repeat(Math.floor(space / 2)) + text;
};

/** A supplement to the prospectus: the offered amount, and how much of each offered class the underwriters take. */
export function printOffering(deal: SimulatedDeal, options: Partial<OfferingOptions> = {}): PrintedFile {
  const { underwriters: syndicate, classesPerTable } = { underwriters, classesPerTable: 5, ...options };
  const offered = deal.classes.filter(({ kind }) => kind === 'senior' || kind === 'mezzanine');
  const date = addDays(deal.closingDate, -9);
  const sheet = sheetFor(date);
  const day = printDate(date, 'October 25, 2002');
  const total = printFigure(dollars(offered.reduce((sum, { originalBalance }) => sum + originalBalance, 0)), {
    ...wholeDollars,
    currency: '$',
  });
  sheet.lines(
    `Prospectus Supplement dated ${day} to Prospectus Supplement dated`,
    `${printDate(addDays(date, -7), 'October 25, 2002')} (to Prospectus dated ${printDate(addDays(date, -7), 'October 25, 2002')})`,
    '',
  );
  sheet.row([
    { text: total.text, before: total.before, left: 0, meaning: { concept: 'offeredBalance' }, value: total.value },
    { text: '(APPROXIMATE)' },
  ]);
  sheet.lines(
    '',
    `${deal.trust.toUpperCase()}, SERIES ${deal.series}`,
    'ASSET BACKED PASS-THROUGH CERTIFICATES',
    '',
    deal.depositor.toUpperCase(),
    'DEPOSITOR',
    '',
  );
  sheet.lines(simulationNote, '', '         The underwriters take these parts of the classes:', '');

  const nameWidth = Math.max(...syndicate.map(({ name }) => name.length)) + 10;
  const width = 17;
  for (let start = 0; start < offered.length; start += classesPerTable) {
    const group = offered.slice(start, start + classesPerTable);
    const heading = (left: string, texts: readonly string[]): void => {
      const columns = texts.map((text) => centred(text, width).padEnd(width)).join('');
      sheet.line(`${centred(left, nameWidth).padEnd(nameWidth)}${columns}`.trimEnd());
    };
    sheet.lines('<TABLE>', '<CAPTION>');
    for (const words of ['ORIGINAL', 'CERTIFICATE', 'PRINCIPAL', 'BALANCE OF THE'])
      heading(
        '',
        group.map(() => words),
      );
    heading(
      '',
      group.map(({ name }) => `CLASS ${name}`),
    );
    heading(
      'UNDERWRITERS',
      group.map(() => 'CERTIFICATES'),
    );
    heading(
      '------------',
      group.map(() => '------------'),
    );
    sheet.line(`${'<S>'.padEnd(nameWidth)}${group.map(() => centred('<C>', width).padEnd(width)).join('')}`.trimEnd());
    for (const { name, percent } of syndicate) {
      const cells: Cell[] = [{ text: name.padEnd(nameWidth - 4, '.'), left: 0 }];
      group.forEach((issued, index) => {
        const part = printFigure(dollars((issued.originalBalance / 100) * percent), wholeDollars);
        const edge = nameWidth + (index + 1) * width - 1;
        const before = `$${' '.repeat(Math.max(1, 12 - part.text.length))}`;
        cells.push({
          ...part,
          before,
          right: edge,
          meaning: { concept: 'underwriterAllocation', class: issued.name, member: name },
        });
      });
      sheet.row(cells);
    }
    sheet.lines('</TABLE>', '', '');
  }
  sheet.lines('                               SIMULATED SECURITIES', '                                 (Lead Manager)');
  return sheet.finish();
}
