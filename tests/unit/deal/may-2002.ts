import type { Fact } from '../../../src/facts/fact.ts';
import { madeFact, madeStatement } from './made-statement.ts';

/** Classes of a real trust in its third month: beginning, principal, ending, ending per $1,000, factor. */
const classes: readonly (readonly [string, string, string, string, string | null, string | null])[] = [
  ['A', '160,231,105', '1,767,306', '158,463,799', '984.852792', '0.98485279'],
  ['M-1', '12,415,000', '0', '12,415,000', '1000.000000', '1.00000000'],
  ['M-2', '11,423,000', '0', '11,423,000', '1000.000000', '1.00000000'],
  ['M-3', '9,435,000', '0', '9,435,000', '1000.000000', '1.00000000'],
  ['M-4', '497,000', '0', '497,000', '1000.000000', '1.00000000'],
  ['CE', '3,972,996', '0', '3,972,996', '1000.000000', '0.98773082'],
  ['P', '100', '0', '100', '1000.000000', null],
  ['R', '0', '0', '0', null, null],
  ['Total', '197,974,201', '1,767,306', '196,206,895', null, null],
];

const buckets: readonly (readonly [string, string])[] = [
  ['30-59', '2,832,755'],
  ['60-89', '583,189'],
  ['90+', '0'],
  ['foreclosure', '1,597,529'],
  ['bankruptcy', '0'],
  ['bankruptcy60+', '0'],
];

const facts: readonly Fact[] = [
  ...classes.flatMap(([name, beginning, principal, ending, perThousand, factor]) => [
    madeFact('beginningBalance', beginning, { class: name }),
    madeFact('principal', principal, { class: name }),
    madeFact('endingBalance', ending, { class: name }),
    ...(perThousand === null ? [] : [madeFact('endingBalancePer1000', perThousand, { class: name })]),
    ...(factor === null ? [] : [madeFact('certificateFactor', factor, { class: name })]),
  ]),
  ...buckets.map(([member, balance]) => madeFact('delinquentStatedBalance', balance, { member })),
  madeFact('reoStatedBalance', '0'),
  madeFact('poolBeginningBalance', '197,974,201'),
  madeFact('poolEndingBalance', '196,206,895', {}, 129),
  madeFact('curtailments', '18,332'),
  madeFact('payoffs', '1,626,789'),
  madeFact('liquidationProceeds', '0'),
  madeFact('totalPrepayments', '1,645,120'),
  madeFact('cumulativeRealizedLosses', '0'),
  madeFact('creditEnhancementPercentage', '19.23632%'),
  madeFact('delinquencyPercentage', '1.11144%'),
  madeFact('triggerEventOccurred', 'NO'),
];

/** A monthly statement with the figures of May 2002, less those that `without` picks. */
export const may2002 = (without: (fact: Fact) => boolean = () => false) =>
  madeStatement('2002-05-28', { facts: facts.filter((fact) => !without(fact)) });
