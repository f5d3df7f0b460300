import type { FilingHeader } from '../filing/document.ts';
import { dateAt, endOf } from './cover.ts';
import type { CoverText } from './covertext.ts';
import { hint, linesWith } from './covertext.ts';
import { findDates } from './dates.ts';

/** The date of an offering: its own, not that of the prospectus that it supplements. */

/** `The date of this prospectus supplement is …`, `PROSPECTUS SUPPLEMENT DATED …` */
const ownLabel =
  /\bdate\s+of\s+this\s+(?:free\s+writing\s+)?(?:prospectus(?:\s+supplement)?|supplement|term\s+sheet)\s+is\b|^\W*(?:preliminary\s+)?(?:prospectus(?:\s+supplement)?|supplement)\s*,?\s+dated\b/i;
/** `(To Prospectus dated March 4, 2001)`, `Prospectus Supplement to Prospectus dated …` */
const ofBase = /\bto\s+(?:the\s+)?(?:base\s+)?prospectus(?:\s+supplement)?\s*,?\s+dated\b/i;

/** Within which an offering tells its date: the first pages. */
const FIRST_PAGES = 400;
/** Within which its cover ends, with the date alone on a line at the foot. */
const COVER_LINES = 200;
const FIRST_LINES = 60;

/** A supplement follows the prospectus within three years, and is filed within a few weeks of its date. */
const LONGEST_SHELF = 3 * 366;
const LONGEST_FILING = 45;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The date that the line has and nothing else: `March 21, 2001`, `DATED MARCH 21, 2001`. */
function onOwnLine(line: string): string | null {
  const text = line
    .trim()
    .replace(/^dated:?\s+/i, '')
    .replace(/\.$/, '');
  if (text.length < 6 || text.length > 20) return null;
  const [date] = findDates(text);
  return date !== undefined && date.start === 0 && date.end === text.length ? date.date : null;
}

/** The date of an offering; null where only that of its prospectus is printed. */
export function offeringDate(text: CoverText, header: FilingHeader | null): string | null {
  const { lines } = text;
  let base: string | null = null;
  let first: string | null = null;
  for (const i of linesWith(text, hint.date, FIRST_PAGES)) {
    const line = lines[i]!;
    if (ownLabel.test(line)) {
      const date = dateAt(lines, i, endOf(ownLabel, line));
      if (date !== null) return date;
    }
    if (base === null && ofBase.test(line)) base = dateAt(lines, i, endOf(ofBase, line));
    else if (i < FIRST_LINES && !ofBase.test(line)) first ??= findDates(line)[0]?.date ?? null;
  }
  const filed = header?.filed ?? null;
  const isPlausible = (date: string): boolean =>
    (base === null || (date >= base && daysBetween(base, date) <= LONGEST_SHELF)) &&
    (filed === null || Math.abs(daysBetween(filed, date)) <= LONGEST_FILING);
  for (const line of lines.slice(0, COVER_LINES)) {
    const date = onOwnLine(line);
    if (date !== null && isPlausible(date)) return date;
  }
  return filed ?? (first !== null && isPlausible(first) ? first : null);
}
