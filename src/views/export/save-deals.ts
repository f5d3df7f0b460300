import type { Deal } from '../../deal/deal.ts';
import { statementsOf } from '../../deal/statements.ts';
import { fileName } from '../../export/file-name.ts';
import { type ExportFormat, mediaTypes, openFormat } from '../../export/formats.ts';
import type { VerdictOf } from '../../export/long-form.ts';
import { type DealChecks, verdictCodes } from '../../store/checking.ts';
import { saveFile } from '../tables/save-file.ts';

/** The page gives way to others at least so often, in milliseconds. */
const slice = 10;
/** Rows of a row group of Parquet: what is written at one go. */
const group = 1000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Verdicts as the checks of each deal left them; null for a deal whose checks have not run. */
const verdictsFrom = (deals: readonly Deal[], checks: ReadonlyMap<Deal, DealChecks>): VerdictOf => {
  const codes = new Map(
    deals.flatMap((deal) => {
      const found = checks.get(deal)?.statements ?? [];
      return statementsOf(deal).map((statement, index) => [statement, found[index]?.verdicts] as const);
    }),
  );
  return (_, statement, index) => {
    const found = codes.get(statement);
    return found === undefined ? null : (verdictCodes[found[index] ?? 0] ?? null);
  };
};

/**
 * Writes deals in a format and hands them to the browser to save, in slices that do not hold up the page.
 * Returns what came of it in words.
 */
export const saveDeals = async (
  format: ExportFormat,
  deals: readonly Deal[],
  checks: ReadonlyMap<Deal, DealChecks>,
): Promise<string> => {
  const write = await openFormat(format);
  const verdictOf = verdictsFrom(deals, checks);
  const pieces: BlobPart[] = [];
  let began = performance.now();
  for (const piece of write({ deals, verdictOf, group })) {
    pieces.push(new Uint8Array(piece));
    if (performance.now() - began < slice) continue;
    await pause();
    began = performance.now();
  }
  const name = fileName(format, deals.length === 1 ? (deals[0]?.id ?? '') : `paydown ${deals.length} deals`, 'figures');
  saveFile(name, new Blob(pieces, { type: mediaTypes[format] }), mediaTypes[format]);
  const unchecked = deals.filter((deal) => !checks.has(deal)).length;
  return unchecked === 0 ? `Saved as ${name}` : `Saved as ${name}, without verdicts where checks are still running`;
};
