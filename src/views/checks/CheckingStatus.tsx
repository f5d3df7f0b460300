import type { ReactNode } from 'react';
import { useUnchecked } from '../../store/unchecked.ts';
import { counted } from '../format.ts';

/** What is left to be checked, where that takes long enough to be seen. */
export const CheckingStatus = (): ReactNode => {
  const { deals } = useUnchecked();
  return deals > 1 ? <p className="checking-status">{counted(deals, 'deal')} still to be checked</p> : null;
};
