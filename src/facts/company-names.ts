import type { Row } from '../layout/blocks.ts';

/** Names of companies, as tables of underwriters print them. */

/** What the name of a company ends with. */
const endOfName =
  /^(?:(?:&\s*)?co(?:mpany|rp(?:oration)?)?|inc(?:orporated)?|l\.?l\.?c|l\.?p|ltd|limited|n\.?a|securities|markets|(?:\(usa?\)))[.,\s]*/i;

/** Nothing but the end of a name: `LLC`, `Securities Inc.` */
function isEndOfName(text: string): boolean {
  let rest = text;
  for (let end = endOfName.exec(rest); end !== null && rest !== ''; end = endOfName.exec(rest))
    rest = rest.slice(end[0].length);
  return rest === '';
}

const LONGEST_NAME = 60;

/** The name of a company that the label of the row `at` is; it may go on from the line above or on the line below. */
export function fullName(rows: readonly Row[], at: number): string {
  const { label, above, below } = rows[at]!;
  const first = above[above.length - 1];
  const goesOn = endOfName.test(label);
  const begins = first !== undefined && first.length <= LONGEST_NAME && (goesOn || !isEndOfName(first));
  const name = begins && !/^totals?\b/i.test(label) ? `${first} ${label}` : label;
  return below !== null && isEndOfName(below) && !endOfName.test(rows[at + 1]?.label ?? '') ? `${name} ${below}` : name;
}

/** `Alder Securities LLC`, `Birch & Co.`, `Cedar Capital, L.P.` */
const company = /[A-Za-z].*[\s,](?:llc|l\.l\.c|inc(?:orporated)?|l\.?p|ltd|corp(?:oration)?|&\s*co(?:mpany)?)\.?$/i;

export const isCompany = (text: string): boolean => text.length <= LONGEST_NAME && company.test(text);

/** Without the points that lead to its figures. */
export const nameAlone = (text: string): string => text.replace(/(?<![\s.])[\s.]+$/, '');
