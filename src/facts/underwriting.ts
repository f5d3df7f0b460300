import type { Fact } from './fact.ts';

/** Underwriters that no word over their table calls so. */

/** `Harbor Securities Inc.`, `ELM, SANDS & CO.`: a company, and nothing that is said of one. */
const company =
  /\b(?:inc(?:orporated)?|corp(?:oration)?|compan(?:y|ies)|co|llc|l\.l\.c|l\.?p|ltd|securities|brothers|capital\s+markets|sachs|partners|(?:money\s+)?markets)\b\.?/i;
const saidOfCompany =
  /\b(?:proceeds|price|discounts?|commissions?|rates?|balances?|amounts?|percent\w*|number|loans?|contracts?|originat\w*|sellers?|servic(?:ed|ing|er)\w*|fees?|weighted|average)\b|%|\d/i;
const isCompany = (text: string | null): text is string =>
  text !== null && text.length < 80 && company.test(text) && !saidOfCompany.test(text);
const isTotal = (text: string | null): boolean => text !== null && /^\W*totals?\W*$/i.test(text);

const nameOf = (text: string): string => text.replace(/(?<![\s.])[\s.]+$/, '');

/** Whole dollars of a class that nothing else is known of. */
const mayBeAllocation = (fact: Fact): boolean =>
  fact.concept === null && fact.class !== null && fact.decimals === 0 && (fact.unit === 'USD' || fact.unit === 'count');

/**
 * Underwriters with no word over them that says so: `Harbor Securities Inc.   $70,000,000   $60,000,000` under the names of classes, or companies
 * over the columns of rows of classes; with the total of each. Settled in place.
 */
export function settleAllocations(facts: Fact[]): void {
  const take = (index: number, member: string): void => {
    facts[index] = { ...facts[index]!, concept: 'underwriterAllocation', member, unit: 'USD' };
  };
  let above: Fact | null = null;
  for (let from = 0, to = 0; from < facts.length; from = to) {
    to = from + 1;
    while (to < facts.length && facts[to]!.line === facts[from]!.line) to++;
    const row = facts.slice(from, to);
    const [first] = row;
    if (first === undefined || !row.every(mayBeAllocation)) {
      above = null;
      continue;
    }
    const perClass = new Set(row.map((fact) => fact.class)).size === row.length;
    const goesOn = above !== null && above.section === first.section && first.line - above.line <= 3;
    if (perClass && row.every(({ label }) => isCompany(label))) {
      row.forEach((fact, i) => {
        take(from + i, nameOf(fact.label!));
      });
      above = first;
    } else if (perClass && goesOn && isTotal(first.label)) {
      row.forEach((_, i) => {
        take(from + i, 'Total');
      });
      above = null;
    } else if (
      row.filter(({ columnLabel }) => isCompany(columnLabel)).length >= 2 &&
      row.every(({ columnLabel }) => isCompany(columnLabel) || isTotal(columnLabel))
    ) {
      row.forEach(({ columnLabel }, i) => {
        take(from + i, isTotal(columnLabel) ? 'Total' : nameOf(columnLabel!));
      });
      above = null;
    } else above = null;
  }
}
