import { testDeal } from '../../../src/checks/check-deal.ts';
import { verdictCodes, verdictsByStatement } from '../../../src/checks/verdicts.ts';
import type { Deal } from '../../../src/deal/deal.ts';
import { type ExportFormat, openFormat } from '../../../src/export/formats.ts';
import type { VerdictOf } from '../../../src/export/long-form.ts';

/** What the checks say of the figures of a deal. */
export const checked = (deal: Deal): VerdictOf => {
  const found = verdictsByStatement(testDeal(deal));
  return (_, statement, index) => verdictCodes[found.get(statement)?.[index] ?? 0] ?? 'unproven';
};

/** Deals in a format, in one piece. */
export const writtenAs = async (format: ExportFormat, deals: readonly Deal[], verdictOf: VerdictOf): Promise<Buffer> =>
  Buffer.concat([...(await openFormat(format))({ deals, verdictOf, group: 1000 })]);
