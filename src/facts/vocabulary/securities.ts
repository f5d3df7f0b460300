import type { Wordings } from './wordings.ts';

/** Who holds, underwrites and numbers the securities. */
export const securities: Wordings = {
  cusip: `
    cusip
    cusip number`,
  holdersOfRecord: `
    number holder record
    @ number certificate record
    @ number holder record
    @ holder record
    number holder
    @ certificate record number holder`,
  underwriterAllocation: `
    original certificate principal balance @ underwriter
    original principal balance @ underwriter
    principal amount @ underwriter
    principal balance @ underwriter
    original principal amount @ underwriter
    initial certificate balance @ underwriter
    amount @ underwriter`,
  offeredBalance: `
    offered balance
    total offered
    aggregate offered principal balance`,
};
