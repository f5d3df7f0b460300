import type { CoverText } from './covertext.ts';
import { hint, linesWith } from './covertext.ts';
import { findDates } from './dates.ts';

/** What covers of filings print in set phrases: whose report it is, and of which day. */

/** Lines that a cover takes. */
const COVER_LINES = 80;
const LONGEST_NAME = 100;

const nameLabel =
  /^\W*exact\s+name\s+of\s+(?:the\s+)?(?:registrant|issuing\s+entity)\b(?!.*\b(?:depositor|sponsor)\b)/i;

/** The nearest line above that says something. */
function lineAbove(lines: readonly string[], index: number): string | null {
  for (let i = index - 1; i >= 0 && i >= index - 4; i--) {
    const text = lines[i]!.trim().replace(/\s+/g, ' ');
    if (/[A-Za-z]/.test(text)) return text.length <= LONGEST_NAME ? text : null;
  }
  return null;
}

/** The name over `(Exact name of registrant as specified in its charter)`. */
export function registrantOf({ lines }: CoverText): string | null {
  for (let i = 0; i < lines.length && i < COVER_LINES; i++)
    if (lines[i]!.length < 200 && nameLabel.test(lines[i]!)) return lineAbove(lines, i);
  return null;
}

/** `(as Sponsor of Harbor Loan Trust 2, the Issuer of …`, over one line or several. */
const issuerOf =
  /\b(?:as\s+(?:sponsor|depositor|seller|company)\s+of|(?:through|by)\s+the\s+trustee\s+for)\s+(?:the\s+)?([A-Z][\w&.' -]{3,60}?\sTrust(?:,?\s(?:\d{1,4}(?:-\w{1,4})?|[IVX]{1,4}))?)(?:,?\s+(?:the|as)\s+issuer\b|(?<=\d(?:-\w{1,4})?)(?![\w-]))/i;

/** The trust that a cover names as the issuer behind the company that reports. */
export function issuerNamed({ lines }: CoverText): string | null {
  const top = lines
    .slice(0, COVER_LINES)
    .filter((line) => line.length < 200)
    .map((line) => line.trim())
    .join(' ');
  return issuerOf.exec(top)?.[1]?.replace(/\s+/g, ' ') ?? null;
}

const reportLabel = /^\W*date\s+of\s+report\b/i;

/** The date on the line over or under `Date of Report (Date of earliest event reported)`, where it has none itself. */
export function reportDate(text: CoverText): string | null {
  const { lines } = text;
  for (const i of linesWith(text, hint.date, COVER_LINES)) {
    const line = lines[i]!;
    if (!reportLabel.test(line)) continue;
    const own = findDates(line).at(-1);
    if (own !== undefined) return own.date;
    for (const step of [-1, 1]) {
      for (let near = i + step; near >= 0 && near < lines.length && Math.abs(near - i) <= 3; near += step) {
        const beside = lines[near]!.trim();
        if (!/[A-Za-z0-9]/.test(beside)) continue;
        const [date] = findDates(beside);
        if (date !== undefined && date.start === 0 && date.end >= beside.length - 1) return date.date;
        break;
      }
    }
    return null;
  }
  return null;
}

/** `For the monthly distribution period from: May 18, 2024 to June 17, 2024`: it ends with the day of payment. */
const distributionPeriod = /\bdistribution\s+period\s+(?:from|of)\b/i;

export function endOfDistributionPeriod(text: CoverText): string | null {
  for (let i = 0; i < text.lines.length && i < COVER_LINES; i++) {
    const line = text.lines[i]!;
    if (line.length > 200 || !distributionPeriod.test(line)) continue;
    const dates = findDates(`${line} ${text.lines[i + 1] ?? ''}`.slice(0, 200));
    return dates.length >= 2 ? dates[1]!.date : null;
  }
  return null;
}
