import { classBalances } from './vocabulary/class-balances.ts';
import { classPayments } from './vocabulary/class-payments.ts';
import { collections } from './vocabulary/collections.ts';
import { enhancement } from './vocabulary/enhancement.ts';
import { losses } from './vocabulary/losses.ts';
import { pool } from './vocabulary/pool.ts';
import { securities } from './vocabulary/securities.ts';
import { servicing } from './vocabulary/servicing.ts';
import type { Wordings } from './vocabulary/wordings.ts';

/** What statements call each concept, of all subjects. */
export const vocabulary: Wordings = {
  ...classBalances,
  ...classPayments,
  ...securities,
  ...pool,
  ...servicing,
  ...collections,
  ...losses,
  ...enhancement,
};
