import type { Row } from '../layout/blocks.ts';
import { followsItem, isItem } from '../layout/rows.ts';
import type { Section, WordsLine } from '../layout/sections.ts';
import { nameAlone } from './company-names.ts';
import type { Frame } from './frame.ts';
import { isCertificates, namesNothingElse } from './frame.ts';
import type { LabelMeaning } from './label.ts';
import { labelMeaning } from './label.ts';
import { remembered } from './remembered.ts';
import type { Resolution } from './resolve.ts';
import { isOfClass } from './wordings.ts';

/** Which titles a row stands under, which class and group they name, and what its label means there. */

const MOST_CONTEXTS = 5_000;

/** The sections that rows of a frame stand under, and what the rows' labels mean there. */
export interface Context {
  readonly frame: Frame;
  /** Nearest first: words over the table, over its labels, section titles. */
  readonly meanings: readonly LabelMeaning[];
  readonly class: string | null;
  readonly group: string | null;
  readonly bucket: string | null;
  readonly delinquency: boolean;
  readonly perThousand: boolean;
  readonly section: string | null;
  /** Its title is an item of the classes above that no figure was printed for: the rows go on with those of a class, or do not. */
  readonly belowItem: boolean;
  readonly rows: Map<string, RowPlan>;
}

/** What a row's label means in its context, and what was settled for its cells so far, by column and shape. */
export interface RowPlan {
  readonly label: string | null;
  readonly meaning: LabelMeaning;
  readonly class: string | null;
  readonly isDimension: boolean;
  readonly underwriter: string | null;
  readonly resolutions: Map<number, Resolution | null>;
}

const speaksOfDelinquency = (meaning: LabelMeaning): boolean =>
  meaning.words.includes('delinquent') ||
  meaning.words.includes('foreclosure') ||
  (meaning.bucket !== null && meaning.words.length <= 2);

const titlePage = /\bseries\b|\btrust\b/i;

const classTitleWords = new Set(['certificate', 'class', 'distribution', 'principal', 'balance', 'interest']);

const DEEPEST = 4;

/** How many lines of words before a row may have a say in what it means. */
export const FARTHEST = 12;

/** The group that a line names and nothing else, and whether it begins a page: what stands above it speaks of something else. */
const groupOnLine = remembered(MOST_CONTEXTS, (text) => {
  const { group, words } = labelMeaning(text);
  // `Distribution to Date - REMIC III` is the title of one table.
  const ofTable = words.length > 2 || words.includes('distribution') || words.includes('cumulative');
  return { group: ofTable ? null : group, ends: titlePage.test(text), numbered: isItem(text) };
});

/** The first words of an item of an agreement's list. */
const item = /^sec(?:tion|t)?\.?\s*\d/i;

interface GroupBefore {
  readonly group: string | null;
  readonly lines: number;
  /** The line stands under an item of a list: it ends with the item. */
  readonly ofItem: boolean;
  /** The numbered line that it stands further in below, close above it. */
  readonly numbered: WordsLine | null;
}

/** The numbered line right above a line that stands further in. */
function numberedAbove({ start, before }: WordsLine): WordsLine | null {
  let at = before;
  for (let lines = 0; at !== null && lines < FARTHEST; lines++, at = at.before) {
    if (at.start < start && isItem(at.text)) return at;
    if (titlePage.test(at.text)) return null;
  }
  return null;
}

/** The group that the lines of words from `line` up name, up to where the deal's own name is printed again: titles over a page of tables. */
function groupBefore(line: WordsLine | null): GroupBefore {
  let at = line;
  let itemBelow = false;
  const numberedBelow: WordsLine[] = [];
  for (let lines = 0; at !== null && lines < FARTHEST; lines++, at = at.before) {
    if (at.inside || at.text.length > 60) {
      if (item.test(at.text)) itemBelow = true;
      if (isItem(at.text)) numberedBelow.push(at);
      continue;
    }
    const { group, ends, numbered: isNumbered } = groupOnLine(at.text);
    if (group !== null) {
      const ofItem = isOfItem(at.before);
      const numbered = numberedAbove(at);
      const ended =
        numbered !== null &&
        numberedBelow.some((its) => its.start <= numbered.start && followsItem(its.text, numbered.text));
      return { group: ended || (ofItem && itemBelow) ? null : group, lines, ofItem, numbered };
    }
    if (ends) return { group, lines, ofItem: false, numbered: null };
    if (item.test(at.text)) itemBelow = true;
    if (isNumbered) numberedBelow.push(at);
  }
  return { group: null, lines: FARTHEST, ofItem: false, numbered: null };
}

/** The row is a later item of the list than the one that the line of its group stands below. */
const endsItem = ({ label, labelStart }: Row, { numbered }: GroupBefore): boolean =>
  numbered !== null && labelStart <= numbered.start && followsItem(label, numbered.text);

/** Whether an item of a list stands among the lines up to where a page begins: `Group 1` below it heads a part of the item. */
function isOfItem(line: WordsLine | null): boolean {
  let at = line;
  for (let lines = 0; at !== null && lines < FARTHEST; lines++, at = at.before) {
    if (item.test(at.text)) return true;
    if (titlePage.test(at.text)) return false;
  }
  return false;
}

/** The same where the lines from `line` up name the same group as far above, however many lines stand between them and a row. */
export function groupTrail(line: WordsLine | null): string {
  const { group, lines, ofItem, numbered } = groupBefore(line);
  const below = numbered === null ? '' : ` below ${numbered.start} ${numbered.text}`;
  return `${lines} ${group ?? ''}${ofItem ? ' of item' : ''}${below}`;
}

/** The titles that have a say in what stands under the section, the nearest first. */
function titlesOf(section: Section | null): Section[] {
  const titles: Section[] = [];
  for (let at = section; at !== null && titles.length < DEEPEST; at = at.outer) titles.push(at);
  return titles;
}

/** Where a row stands in its block: under what the first row stands under, under a title further down, or under one that ends what stood over the labels. */
type Among = 'first' | 'within' | 'ended';

function placeOf(frame: Frame, { section }: Row, first: Section | null): Among {
  if (section === first) return 'first';
  return hasEnded(frame.stub, section, first) ? 'ended' : 'within';
}

function standsUnder(section: Section | null, text: string): boolean {
  for (let at = section; at !== null; at = at.outer) if (at.text === text) return true;
  return false;
}

/** The lowest title over the labels has been followed by another. */
function hasEnded(stub: LabelMeaning, section: Section | null, first: Section | null): boolean {
  let title = first;
  while (title !== null && !stub.text.endsWith(title.text)) title = title.outer;
  return title !== null && !standsUnder(section, title.text);
}

/** The context of a row: what its frame and the sections that it stands under say; `first` is that of the first row of its block. */
export function contextOf(frame: Frame, row: Row, first: Section | null): Context {
  const before = groupBefore(row.preceding);
  const group = endsItem(row, before) ? null : before.group;
  const place = placeOf(frame, row, first);
  let key = `${place}${group ?? ''}`;
  for (const { apart, text } of titlesOf(row.section)) key += `${apart ? '\u0001' : '\u0000'}${text}`;
  const known = frame.contexts.get(key);
  if (known !== undefined) return known;
  const context = newContext(frame, row, place, group);
  if (frame.contexts.size > MOST_CONTEXTS) frame.contexts.clear();
  frame.contexts.set(key, context);
  return context;
}

const namesClass = (meaning: LabelMeaning): boolean =>
  meaning.class !== null && meaning.words.every((word) => classTitleWords.has(word));

/** The class that a title over the row names, one among the rows before those over them all; a title of something else that stands apart ends it. */
function classAbove(frame: Frame, row: Row, place: Among): string | null {
  if (place !== 'first' && row.section !== null) {
    const nearest = labelMeaning(row.section.text);
    if (namesClass(nearest)) return nearest.class;
  }
  for (const title of frame.titles) if (namesClass(title)) return title.class;
  const { stub } = frame;
  if (!frame.classRows && stub.words.length > 0 && place !== 'ended') {
    if (namesClass(stub)) return stub.class;
    if (!stub.words.every((word) => classTitleWords.has(word) || word === 'aggregate' || word === 'amount'))
      return null;
  }
  for (const { text, apart, enumerated } of titlesOf(row.section)) {
    const meaning = labelMeaning(text);
    if (namesClass(meaning)) return meaning.class;
    if (apart && !enumerated) return null;
  }
  return null;
}

function newContext(frame: Frame, row: Row, place: Among, groupOfPage: string | null): Context {
  const { stub } = frame;
  const nearest = row.section === null ? null : labelMeaning(row.section.text);
  // A title among the rows is nearer than what stands over the table.
  const among = place !== 'first' && nearest !== null && nearest.text !== stub.text ? nearest : null;
  const meanings = among === null ? [...frame.titles] : [among, ...frame.titles];
  if (stub.text !== '' && place !== 'ended') meanings.push(stub);
  for (const { text } of titlesOf(row.section))
    if (text !== stub.text && text !== among?.text) meanings.push(labelMeaning(text));
  let group = place === 'first' || nearest === null ? null : nearest.group;
  let bucket: string | null = null;
  let ofItem = false;
  for (const meaning of meanings) {
    if (meaning === stub && frame.classRows) continue;
    // `Sec. 4.07(x)` under the groups of an item before it.
    if (item.test(meaning.text)) ofItem = true;
    if (!ofItem || item.test(meaning.text)) group ??= meaning.group;
    if (bucket === null && meaning.total && frame.bucketTable) bucket = 'total';
    if (bucket === null && meaning.bucket !== null && !/\d/.test(meaning.bucket) && meaning.words.length <= 3)
      bucket = meaning.bucket;
  }
  // `Delinquent 30-59 days:` over `Number` and `Balance`.
  if (bucket === null && !frame.bucketTable && nearest !== null && nearest.bucket !== null && nearest.words.length <= 3)
    bucket = nearest.bucket;
  const long = frame.longColumns.includes(true);
  return {
    frame,
    meanings,
    class: classAbove(frame, row, place),
    group: group ?? groupOfPage,
    bucket,
    delinquency: frame.bucketTable || meanings.some(speaksOfDelinquency),
    perThousand: meanings
      .slice(0, 3)
      .some((meaning) => meaning.perThousand || (long && meaning.words.includes('factor'))),
    section: meanings[0]?.text ?? null,
    belowItem: frame.afterClasses && nearest !== null && isOfClass(nearest.words),
    rows: new Map(),
  };
}

/** The plan of a row with this label, `class` given where something other than the label says it. */
export function planOf(context: Context, label: string, ofClass: string | null): RowPlan {
  const key = ofClass === null ? label : `${label}\u0000${ofClass}`;
  const known = context.rows.get(key);
  if (known !== undefined) return known;
  const meaning = labelMeaning(label);
  const { frame } = context;
  const certificates = frame.classRows && frame.amongNotes && isCertificates(meaning) ? 'Certificates' : null;
  const named = frame.classRows ? (meaning.class ?? meaning.bareClass ?? certificates) : meaning.class;
  const plan: RowPlan = {
    label: label === '' ? null : label,
    meaning,
    class: ofClass ?? named,
    isDimension: ofClass !== null || (named !== null && (namesNothingElse(meaning) || meaning.bareClass !== null)),
    underwriter: frame.underwriters && named === null ? nameAlone(label) : null,
    resolutions: new Map(),
  };
  if (context.rows.size > MOST_CONTEXTS) context.rows.clear();
  context.rows.set(key, plan);
  return plan;
}
