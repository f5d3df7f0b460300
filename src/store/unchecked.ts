import { create } from 'zustand';

/** How many deals are still to be checked. */
export const useUnchecked = create<{ readonly deals: number }>()(() => ({ deals: 0 }));
