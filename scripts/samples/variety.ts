import { chanceFrom } from './chance.ts';
import type { DealOptions } from './options.ts';

/** Options of a deal as they might come: sizes, numbers and names of classes, fortunes. The same seed gives the same options. */
export function variedOptions(seed: number): Partial<DealOptions> {
  const chance = chanceFrom(seed ^ 0x5eed);
  const seniorClasses = chance.pick([1, 1, 2, 3, 4, 6, 10]);
  const mezzanineClasses = chance.pick([0, 1, 2, 3, 4, 4, 6, 9, 12]);
  const target = chance.integer(50, 400);
  const year = chance.integer(1998, 2008);
  const closing = `${year}-${String(chance.integer(1, 12)).padStart(2, '0')}-${chance.integer(10, 28)}`;
  return {
    trust: chance.pick([
      'Simulated Home Equity Loan Trust',
      'Simulated Mortgage Loan Trust',
      'Simulated Acceptance Trust',
    ]),
    series: `${year}-${chance.pick(['1', '2', '3', 'A', 'HE1', 'NC4'])}`,
    closingDate: closing,
    originalPool: chance.integer(60_000_000, 900_000_000),
    loans: chance.integer(120, 500),
    groups: chance.pick([1, 1, 1, 1, 2, 3]),
    seniorClasses,
    mezzanineClasses,
    fixedRateClasses: chance.pick([0, 0, 0, 1, 2]),
    excessClass: chance.happens(0.85),
    prepaymentClass: chance.happens(0.8),
    residualClasses: chance.pick([0, 1, 1, 2]),
    seniorName: chance.pick(['A-#', 'A-#', 'A#', 'AV-#', 'AF-#']),
    mezzanineName: chance.pick(['M-#', 'M-#', 'M#', 'B-#', 'MV-#']),
    excessName: chance.pick(['CE', 'C', 'X']),
    mezzanineShare: chance.integer(600, 2400),
    overcollateralizationTarget: target,
    overcollateralizationAtClosing: chance.pick([target, target, 0, Math.floor(target / 2)]),
    index: 250 * chance.integer(500, 1500),
    stress: chance.pick([0.6, 1, 1, 1.6, 2.6]),
    stressGrowth: chance.pick([0, 0, 0.02, 0.05]),
    prepaymentSpeed: chance.integer(5, 16) / 10,
    severity: chance.pick([
      [15, 40],
      [25, 55],
      [45, 85],
    ]),
  };
}
