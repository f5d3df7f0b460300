import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import { outlineOf as factsOutline } from '../facts/outline.ts';
import { printTaughtWords } from '../facts/teaching.ts';
import checkWorker from '../ingest/check.worker.ts?worker&url';
import { outlineOf } from '../ingest/check-messages.ts';
import type { DealChecks } from '../ingest/deal-checks.ts';
import { digest } from '../ingest/digest.ts';
import { filesByName } from './files-by-name.ts';
import { areSoundChecks } from './sound-checks.ts';
import { useApp } from './store.ts';
import { useTaught } from './taught.ts';

const keeping = () => import('./keeping.ts');

/**
 * Stands for all that the checks of a deal come from: its statements as they are kept, the words taught, and the checks
 * themselves, whose script has another address with every change. null where not all of it is kept.
 */
const whatOf = (deal: Deal): string | null => {
  const map = filesByName(useApp.getState().files);
  const places: string[] = [];
  for (const { file } of statementsOf(deal)) {
    const kept = map.get(file)?.kept;
    if (kept === undefined) return null;
    places.push(`${kept.chunk}.${kept.index}`);
  }
  const { months, ...others } = outlineOf(deal);
  const all = [checkWorker, printTaughtWords(useTaught.getState().words), others, months, places];
  return digest(new TextEncoder().encode(JSON.stringify(all)));
};

/** What the checks said of a deal when it was as it is now; null where they must be made. Never rejects. */
export const keptChecks = async (deal: Deal): Promise<DealChecks | null> => {
  const of = whatOf(deal);
  if (of === null) return null;
  try {
    const checks: unknown = await (await keeping()).keptChecks(deal.id, of);
    const facts = statementsOf(deal).map((statement) => factsOutline(statement).facts);
    return areSoundChecks(checks, facts) ? checks : null;
  } catch {
    return null;
  }
};

/** Keeps what the checks say of a deal, if all of it is kept. Never rejects: they are made again where that fails. */
export const keepChecks = async (deal: Deal, checks: DealChecks): Promise<void> => {
  const of = whatOf(deal);
  if (of === null) return;
  try {
    await (await keeping()).keepChecks(deal.id, of, checks);
  } catch {
    // The part of the page that keeps could not be loaded.
  }
};
