import { writeFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { simulate } from '../../scripts/samples/deal.ts';
import { print } from '../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../scripts/samples/statement.ts';

/** Thirty years of a deal of twenty classes with balances: as much as charts are meant for. */
export const monthsOfLargeDeal = 360;

/** Writes its monthly statements, simulated, as one zip. */
export const writeLargeDeal = async (archive: string): Promise<void> => {
  const deal = simulate(7, {
    months: monthsOfLargeDeal,
    seniorClasses: 11,
    mezzanineClasses: 7,
    prepaymentSpeed: 0.12,
    loans: 2000,
    stress: 0.2,
  });
  const entries: Record<string, Uint8Array> = {};
  for (const [index, { date }] of deal.months.entries()) {
    const { text } = print(monthlyStatement(deal, index + 1), 'usbank');
    entries[`${date}.txt`] = new TextEncoder().encode(text);
  }
  await writeFile(archive, zipSync(entries));
};
