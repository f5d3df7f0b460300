import { create } from 'zustand';
import type { Deal } from '../deal/deal.ts';

/** How many deals are still to be checked, and those that could not be, with what was found. */
export const useUnchecked = create<{ readonly deals: number; readonly failed: ReadonlyMap<Deal, string> }>()(() => ({
  deals: 0,
  failed: new Map(),
}));
