import type { FilingDocument } from '../filing/document.ts';
import { parsePrintedNumber } from '../layout/figure.ts';
import type { Fact } from './fact.ts';
import { labelMeaning } from './label.ts';

/** What the cover of an offering says is offered, in lines that stand in no table: of each class, or of all together. */

/** Within which a cover ends. */
const COVER_LINES = 120;
const LONGEST_LINE = 200;

/** Amounts that are offered are no smaller; whole dollars, or the mark of cents behind them. */
const SMALLEST = 100_000;
const SMALLEST_OFFERING = 1_000_000;

const amount = /(?:\bU\.?S\.?\s?)?\$\s{0,12}(\d{1,3}(?:,\d{3})+(?:\.\d\d)?)(?![\d,])/g;
const rate = /\b(\d{1,2}(?:\.\d{1,6})?\s?%)(?:\s?\(\d{1,2}\))?/;

/** Words that say what is offered and how, but not of what class: behind an amount there may be these and no others. */
const wordsOfOffering = new RegExp(
  [
    'approx(?:imate(?:ly)?)?',
    'total|aggregate|initial|original|principal|notional|amount|balance|at|issuance|of|in|the',
    String.raw`(?:fixed|floating|variable|adjustable|auction)(?:[\s-]rates?)?|money\s+market|rates?|pass-?\s?through|multi-?\s?class|remic`,
    String.raw`(?:asset|mortgage|receivables?|loan|contract|lease)s?[\s-]*backed|auto(?:mobile)?|motor|vehicle|receivables?|student|loans?|credit|cards?|home|equity|manufactured|housing|contracts?|commercial|mortgage|participation|investor|equipment|trust|term`,
    'senior|subordinated?|mezzanine|callable|certificates?|notes?|bonds?|securities',
    String.raw`series\s+(?:19|20)\d\d-[a-z\d]{1,4}`,
    String.raw`\(\d{1,2}\)`,
  ].join('|'),
  'gi',
);

/** What an amount may be called before it. */
const calledBefore =
  /^\W*(?:approx(?:imate(?:ly)?|\.)?|(?:approximate\s+)?(?:total|aggregate)\s+principal\s+balance\s+at\s+(?:initial\s+)?issuance)?\W*$/i;
/** What an amount of no class is said to be, where it is that of all: nothing more, or securities. */
const ofAll = /^(?!.*[a-z\d])|approx|\bprincipal\s+amount\b|\b(?:certificates|notes|bonds|securities)\b/i;
const ofSecurities = /\b(?:certificates|notes|bonds|securities)\b/i;

const isNothingElse = (text: string): boolean => !/[a-z\d]/i.test(text.replace(wordsOfOffering, ' '));

interface Said {
  /** Behind the amount: the class named there, null where nothing is said but what kind of securities it is of. */
  readonly class: string | null;
  /** What is said, without the rate. */
  readonly words: string;
  readonly rate: { readonly offset: number; readonly text: string } | null;
}

const classNamed = /\bclass\s+[A-Z\d]/i;

/** What the words beside an amount say of it; null for words that say more, as a sentence does. */
function saidBeside(words: string, offset: number): Said | null {
  const found = rate.exec(words);
  const rest = found === null ? words : words.replace(found[0], ' ');
  const printed =
    found === null
      ? null
      : { offset: offset + found.index, text: words.slice(found.index, found.index + found[1]!.length) };
  if (isNothingElse(rest)) return ofAll.test(rest) ? { class: null, words: rest, rate: printed } : null;
  if (!classNamed.test(rest)) return null;
  // The word may stand within others: `6.55% Series 2001-3 Class A Credit Card Certificates`.
  const label = rest.replace(/\s+/g, ' ').trim();
  const name = /\bclass\s+[A-Z\d][A-Z\d-]{0,7}(?![\w-])/i.exec(label)?.[0] ?? '';
  const { class: named } = labelMeaning(name);
  return named !== null && isNothingElse(label.replace(name, ' '))
    ? { class: named, words: rest, rate: printed }
    : null;
}

interface Amount extends Said {
  readonly text: string;
  readonly offset: number;
}

/** The amounts of a line that holds nothing but them and what is said of them; empty for a line of a table or a sentence. */
function amountsOn(line: string): readonly Amount[] {
  if (line.length > LONGEST_LINE || !line.includes('$')) return [];
  const found = [...line.matchAll(amount)];
  if (found.length === 0 || !calledBefore.test(line.slice(0, found[0]!.index))) return [];
  const amounts = found.flatMap((match, at): readonly Amount[] => {
    const from = match.index + match[0].length;
    const said = saidBeside(line.slice(from, found[at + 1]?.index ?? line.length), from);
    const text = match[1]!;
    return said === null || parsePrintedNumber(text).value < SMALLEST
      ? []
      : [{ ...said, text, offset: from - text.length }];
  });
  const isList =
    amounts.length === found.length && (found.length === 1 || amounts.every((each) => each.class !== null));
  return isList ? amounts : [];
}

/** A fact of the text that stands at an offset of a line. */
function factAt(
  document: FilingDocument,
  index: number,
  offset: number,
  text: string,
  label: string | null,
): Omit<Fact, 'concept' | 'unit'> {
  const { value, decimals } = parsePrintedNumber(text);
  return {
    class: null,
    group: null,
    member: null,
    value,
    decimals,
    text,
    line: document.lineOf(index, offset),
    column: document.columnOf(index, offset),
    section: null,
    label,
    columnLabel: null,
  };
}

/**
 * The amounts of classes that a cover lists, with their rates: `$40,000,000 6.46% Class A-1 Certificates`, or the class on the line below its
 * amount; and the amount of all: `$1,465,297,000 (Approximate)`. In the order printed.
 */
export function readOffered(document: FilingDocument): readonly Fact[] {
  const { lines } = document;
  const classes: Fact[] = [];
  const alone: Fact[] = [];
  const ofSome: Fact[] = [];
  for (let i = 0; i < lines.length && i < COVER_LINES; i++) {
    for (const { text, offset, words, ...said } of amountsOn(lines[i]!)) {
      const below = said.class === null && said.rate === null ? classBelow(lines, i) : null;
      const { class: named, rate, index } = below ?? { ...said, index: i };
      const label = (below?.words ?? words).replace(/\s+/g, ' ').trim() || null;
      const fact = factAt(document, i, offset, text, label);
      if (named === null) {
        const into = ofSecurities.test(words) ? ofSome : alone;
        into.push({ ...fact, concept: 'offeredBalance', unit: 'USD' });
        continue;
      }
      classes.push({ ...fact, concept: 'originalBalance', class: named, unit: 'USD' });
      if (rate === null) continue;
      const its = factAt(document, index, rate.offset, rate.text, label);
      classes.push({ ...its, concept: 'passThroughRate', class: named, unit: 'percent' });
    }
  }
  const least = Math.max(SMALLEST_OFFERING, ...classes.map(balanceOf));
  const all = alone.find((fact) => balanceOf(fact) >= least);
  // `$500,000,000 Floating Rate Asset Backed Notes`: of all, where nothing else is offered.
  const offered = all ?? (ofSome.length === 1 && classes.length === 0 ? ofSome[0] : undefined);
  return (offered === undefined ? classes : [offered, ...classes]).toSorted(inPrintedOrder);
}

const balanceOf = ({ concept, value }: Fact): number =>
  concept !== 'passThroughRate' && typeof value === 'number' ? value : 0;

const inPrintedOrder = (one: Fact, other: Fact): number => one.line - other.line || one.column - other.column;

/** Adds what the cover says to the figures of the tables; what these have understood already stays. Changes `facts`. */
export function addOffered(facts: Fact[], offered: readonly Fact[]): void {
  const hasTotal = facts.some(({ concept }) => concept === 'offeredBalance');
  for (const fact of offered) {
    if (fact.concept === 'offeredBalance' && hasTotal) continue;
    const place = facts.findIndex((other) => inPrintedOrder(other, fact) >= 0);
    const there = place < 0 ? undefined : facts[place]!;
    const isThere = there !== undefined && inPrintedOrder(there, fact) === 0;
    if (isThere && there.concept !== null) continue;
    facts.splice(place < 0 ? facts.length : place, isThere ? 1 : 0, fact);
  }
}

/** Lines from an amount down to the class that it is of; the name of the trust may stand between. */
const CLASS_BELOW = 3;

/** The class that a line close below names and nothing else, with its rate. */
function classBelow(lines: readonly string[], at: number): (Said & { readonly index: number }) | null {
  let between = 0;
  for (let index = at + 1; index < lines.length && index <= at + CLASS_BELOW; index++) {
    const line = lines[index]!;
    if (line.trim() === '') continue;
    if (line.length > LONGEST_LINE || line.includes('$')) return null;
    const said = saidBeside(line, 0);
    if (said !== null && said.class !== null) return { ...said, index };
    between++;
    if (between > 1) return null;
  }
  return null;
}
