import type { Wordings } from './wordings.ts';

/** What servicers earn and lay out. */
export const servicing: Wordings = {
  servicingFee: `
    servicing fee
    servicer fee ~ total
    monthly servicing fee
    total servicing fee
    servicing fee paid
    current servicing fee
    servicing fee amount
    gross servicing fee
    aggregate servicing fee
    base servicing fee
    basic servicing fee
    servicing fee servicer
    primary servicing fee
    servicing fee retained
    servicing fee retained servicer
    servicing fee distribution servicer
    collection servicing fee`,
  masterServicerCompensation: `
    master servicer compensation
    master servicing compensation
    master servicer fee
    master servicing fee
    total servicing compensation
    servicing compensation
    servicer compensation
    aggregate servicing compensation`,
  advances: `
    total advance
    ending aggregate advance
    ending advance
    advance
    aggregate advance
    p i advance
    monthly advance
    principal interest advance
    aggregate monthly advance
    total p i advance
    delinquency advance
    servicer advance
    advance amount
    current period advance
    periodic advance`,
  extraordinaryExpenses: `
    extraordinary expense
    extraordinary trust fund expense
    extraordinary fund expense withdrawn collection account distribution caused reduction available amount
    extraordinary expense withdrawn collection account reduction available distribution amount
    additional fund expense`,
};
