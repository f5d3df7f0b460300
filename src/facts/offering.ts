import type { FilingDocument } from '../filing/document.ts';
import { parsePrintedNumber } from '../layout/figure.ts';
import { scanLine } from '../layout/scan.ts';
import type { Fact } from './fact.ts';

/** `Approximately $518,347,000`, `Approximate total principal balance at issuance: $604,218,000` */
const saidInWords =
  /^\s*(?:approx(?:imately|imate|\.)?|(?:approximate\s+)?total\s+principal\s+balance\s+at\s+(?:initial\s+)?issuance:)\s+\$(\d[\d,]{6,20})\s*$/i;

/** A fact of what is offered. */
const offeredOf = (
  document: FilingDocument,
  line: number,
  offset: number,
  text: string,
  label: string | null,
): Fact => {
  const number = parsePrintedNumber(text);
  return {
    concept: 'offeredBalance',
    class: null,
    group: null,
    member: null,
    value: number.value,
    unit: 'USD',
    decimals: number.decimals,
    text,
    line: document.lineOf(line, offset),
    column: document.columnOf(line, offset),
    section: null,
    label,
    columnLabel: null,
  };
};

/** The amount that an offering document prints on its first page: `$1,465,297,000 (Approximate)`. Null where none stands by itself. */
export function readOfferedBalance(document: FilingDocument): Fact | null {
  const end = Math.min(document.lines.length, 120);
  for (let i = 0; i < end; i++) {
    const line = document.lines[i]!;
    if (!line.includes('$')) continue;
    const said = saidInWords.exec(line);
    if (said !== null) {
      const offset = line.indexOf('$') + 1;
      return offeredOf(document, i, offset, said[1]!, line.slice(0, offset - 1).trim());
    }
    const cells = scanLine(line);
    const [first, second] = cells;
    if (first === undefined || first.kind !== 'figure' || !first.currency || cells.length > 2) continue;
    if (second !== undefined && !/^\(?approximate/i.test(second.text)) continue;
    if (parsePrintedNumber(first.text).value < 1_000_000) continue;
    return offeredOf(document, i, first.offset, first.text, second?.text ?? null);
  }
  return null;
}

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
