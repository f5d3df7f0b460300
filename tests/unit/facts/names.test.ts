import { expect, test } from 'vitest';
import { readText } from './compare.ts';

/** What deals are called by covers that print no sentence such as `Home Loan Trust 2001-4`. */

const table = [
  '',
  '                              Class A     Class B',
  'Beginning Principal Balance  1,000.00      120.00',
  'Principal Distribution         100.00       20.00',
  'Ending Principal Balance       900.00      100.00',
  '',
];
const dealOf = (...cover: readonly string[]): string | undefined =>
  readText([...cover, ...table].join('\n')).statements[0]?.deal;

test('the company stands over what is issued, dates beside it', () => {
  expect(
    dealOf(
      'Valley Bank of Marlow                    Determination Date:           04-Oct-00',
      'Manufactured Housing Contracts           Remittance Date:              10-Oct-00',
      'Senior/Subordinated Pass-Through',
      'Certificates Series 2000A                For the Period Ended:         25-Sep-00',
    ),
  ).toBe('Valley Bank of Marlow 2000A');
});

test('a servicer says what it reports on', () => {
  expect(
    dealOf(
      "                             SERVICER'S CERTIFICATE",
      '',
      'IN ACCORDANCE WITH SECTION 4.10 OF THE SERVICING AGREEMENT DATED AS',
      'OF MARCH 31,1999, LENDING HOUSE INC. REPORTS THE FOLLOWING INFORMATION',
      'PERTAINING TO SERIES 1999-B FOR THE July 12, 2000 DETERMINATION DATE',
    ),
  ).toBe('Lending House Inc. 1999-B');
});
