import type { Identity } from '../identity.ts';
import { cashTable } from './cash.ts';
import { classTable } from './class-table.ts';
import { delinquencyTable } from './delinquency.ts';
import { enhancementTable } from './enhancement.ts';
import { lossTable } from './losses.ts';
import { offeringTable } from './offering.ts';
import { perThousandTable } from './per-thousand.ts';
import { poolTable } from './pool.ts';
import { reoTable } from './reo.ts';
import { repeatedTable } from './repeated.ts';

export { acrossMonthsTable } from './across-months.ts';
export { againstOfferingTable } from './offering.ts';
export { monthOfYearTable, yearEndTable, yearTable } from './year.ts';

/** All identities within one statement, in the order in which they are reported. */
export const statementIdentities: readonly Identity[] = [
  ...classTable,
  ...perThousandTable,
  ...poolTable,
  ...enhancementTable,
  ...delinquencyTable,
  ...lossTable,
  ...cashTable,
  ...reoTable,
  ...repeatedTable,
  ...offeringTable,
];
