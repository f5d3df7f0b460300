import { join } from 'node:path';
import { testDeal } from '../checks/check-deal.ts';
import { verdictCodes, verdictsByStatement } from '../checks/verdicts.ts';
import type { Deal } from '../deal/deal.ts';
import { type ExportFormat, openFormat } from '../export/formats.ts';
import type { Shard } from './call.ts';
import { writeWhole } from './output.ts';

/** Rows of a row group of Parquet: what engines read at once. */
const group = 100_000;

/** Writes each deal into its folder under `out`, `deal=ID/figures.FORMAT`. */
export async function exportDeals(
  deals: readonly Deal[],
  format: ExportFormat,
  out: string,
  shard: Shard | null,
): Promise<void> {
  const write = await openFormat(format);
  const width = String(shard?.of ?? '').length;
  const name = shard === null ? 'figures' : `figures-${String(shard.part).padStart(width, '0')}-of-${shard.of}`;
  for (const deal of deals) {
    const found = verdictsByStatement(testDeal(deal));
    const pieces = write({
      deals: [deal],
      verdictOf: (_, statement, index) => verdictCodes[found.get(statement)?.[index] ?? 0] ?? 'unproven',
      group,
      partitioned: true,
    });
    writeWhole(join(out, `deal=${deal.id}`, `${name}.${format}`), pieces);
  }
}
