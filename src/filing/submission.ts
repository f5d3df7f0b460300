import type { Filing, FilingDocument, FilingHeader } from './document.ts';
import { announcedDocuments, readHeader } from './header.ts';
import { lastNotAbove, lineStarts } from './lines.ts';
import { markupOf } from './markup.ts';
import { type Origin, placeHtml, placeNothing, placeText } from './places.ts';

/**
 * EDGAR full submissions: a header, then one document after another, each with its own few header tags. Tags stand at
 * the beginning of a line and are upper case; a part that was cut off lacks its end tags.
 */

export type Fault = Filing['faults'][number];

export interface Submission {
  readonly header: FilingHeader | null;
  readonly documents: readonly FilingDocument[];
  readonly faults: readonly Fault[];
}

/** A submission has a few documents, one with all its pictures some hundreds, and a file seldom more than some hundred submissions. */
const MOST_DOCUMENTS = 5_000;

const envelopeStart = /^-----BEGIN PRIVACY-ENHANCED MESSAGE-----/m;
const headerStart = /^[ \t]*<(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION)>/im;
/** The submissions of a text in order, usually one. The documents' places count from the beginning of the text. */
export function readSubmissions(text: string): Submission[] {
  const starts = lineStarts(text);
  const tags = text.includes('<DOCUMENT>') ? upperTags : lowerTags;
  const submissions: { header: FilingHeader | null; documents: FilingDocument[]; faults: Fault[] }[] = [];
  let announced: number | null = null;
  let dashEscapes = false;
  let at = 0;
  for (let count = 0; ; count++) {
    const open = text.indexOf(tags.document, at);
    const between = text.slice(at, open === -1 ? text.length : open);
    const hasHeader = headerStart.test(between);
    if (envelopeStart.test(between)) dashEscapes = true;
    if (hasHeader || submissions.length === 0) {
      checkCount(submissions[submissions.length - 1], announced);
      if (hasHeader) dashEscapes = envelopeStart.test(between);
      announced = announcedDocuments(between);
      submissions.push({ header: hasHeader ? readHeader(between) : null, documents: [], faults: [] });
    }
    if (open === -1) break;
    const { documents, faults } = submissions[submissions.length - 1]!;
    if (count === MOST_DOCUMENTS) {
      faults.push({
        line: originOf(starts, open, false).line,
        found: `${MOST_DOCUMENTS.toLocaleString('en-US')} documents stand above this line. None from here on was read.`,
        advice: 'Give the submissions that follow in a file of their own.',
      });
      announced = null;
      break;
    }
    const part = cutPart(text, open, tags);
    const origin = originOf(starts, part.start, dashEscapes);
    const document = readDocument(text, part, origin);
    documents.push(document);
    if (part.cutOff) {
      faults.push({
        line: origin.line,
        found: `Document ${documents.length} (${document.exhibit ?? 'without a type'}) begins here but does not end: the file was probably cut off.`,
        advice: 'What is there was read. Download the submission again to have all of it.',
      });
    }
    at = part.after;
  }
  checkCount(submissions[submissions.length - 1], announced);
  return submissions;
}

function checkCount(
  submission: { readonly documents: readonly unknown[]; readonly faults: Fault[] } | undefined,
  announced: number | null,
): void {
  if (submission === undefined) return;
  const found = submission.documents.length;
  if (found === 0) {
    submission.faults.push({
      line: null,
      found: 'The submission has a header but no document.',
      advice: 'Download the full submission text file again; the header alone holds no figures.',
    });
  } else if (announced !== null && found < announced) {
    submission.faults.push({
      line: null,
      found: `The header announces ${announced} documents, the file holds ${found}.`,
      advice: 'What is there was read. Download the submission again if an exhibit is missing.',
    });
  }
}

interface Tags {
  readonly document: string;
  readonly documentEnd: string;
  readonly text: string;
  readonly textEnd: string;
}

const upperTags: Tags = {
  document: '<DOCUMENT>',
  documentEnd: '</DOCUMENT>',
  text: '<TEXT>',
  textEnd: '</TEXT>',
};
const lowerTags: Tags = {
  document: '<document>',
  documentEnd: '</document>',
  text: '<text>',
  textEnd: '</text>',
};

/** Offsets of one document: its header tags from `open` to `start`, its text from `start` to `end`. */
interface Part {
  readonly open: number;
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly cutOff: boolean;
}

function cutPart(text: string, open: number, tags: Tags): Part {
  const inside = open + tags.document.length;
  const next = text.indexOf(tags.document, inside);
  const room = next === -1 ? text.length : next;
  const close = indexBefore(text, tags.documentEnd, inside, room);
  const limit = close ?? room;
  const textTag = indexBefore(text, tags.text, inside, limit);
  const start = textTag === null ? afterHeaderTags(text, inside, limit) : afterLine(text, textTag + tags.text.length);
  const end =
    indexBefore(text, tags.textEnd, start, limit) ?? (close === null ? beforeClosing(text, start, limit) : limit);
  return {
    open,
    start: Math.min(start, end),
    end,
    after: close === null ? room : close + tags.documentEnd.length,
    cutOff: close === null,
  };
}

function indexBefore(text: string, searched: string, from: number, limit: number): number | null {
  const index = text.slice(0, limit).indexOf(searched, from);
  return index === -1 ? null : index;
}

/** Where the text goes on after a tag: on the next line unless there is more on this one. */
function afterLine(text: string, at: number): number {
  const rest = /[ \t]*(?:\r\n|\n|\r|$)/y;
  rest.lastIndex = at;
  const match = rest.exec(text);
  return match === null ? at : at + match[0].length;
}

function afterHeaderTags(text: string, from: number, limit: number): number {
  const tagLine = /\s*<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[^\r\n]*(?:\r\n|\n|\r|$)/iy;
  let at = from;
  for (tagLine.lastIndex = at; at < limit && tagLine.test(text); ) at = tagLine.lastIndex;
  return Math.min(at, limit);
}

/** The end of a document that lacks its end tag, without what closes the submission and the envelope. */
function beforeClosing(text: string, start: number, limit: number): number {
  const tail = Math.max(start, limit - 400);
  const closing = /^[ \t]*(?:<\/(?:SEC|IMS)-DOCUMENT>|<\/SUBMISSION>|-----END PRIVACY-ENHANCED MESSAGE-----)/im;
  const match = closing.exec(text.slice(tail, limit));
  return match === null ? limit : tail + match.index;
}

function originOf(starts: readonly number[], offset: number, dashEscapes: boolean): Origin {
  const line = lastNotAbove(starts, offset);
  return { line: line + 1, column: offset - starts[line]! + 1, dashEscapes };
}

const typeTag = /^[ \t]*<TYPE>([^\r\n]*)/im;
const descriptionTag = /^[ \t]*<DESCRIPTION>([^\r\n]*)/im;
const fileNameTag = /^[ \t]*<FILENAME>([^\r\n]*)/im;

function readDocument(text: string, part: Part, origin: Origin): FilingDocument {
  const tags = text.slice(part.open, Math.min(part.start, part.open + 4096));
  const value = (tag: RegExp): string | null => tag.exec(tags)?.[1]?.trim() || null;
  const exhibit = value(typeTag);
  const described = { exhibit, description: value(descriptionTag), fileName: value(fileNameTag) };
  const body = text.slice(part.start, part.end);
  if (isBinary(exhibit, body)) return { ...described, kind: 'binary', ...placeNothing(origin) };
  if (markupOf(body) === 'html') return { ...described, kind: 'html', ...placeHtml(body, origin) };
  return { ...described, kind: 'text', ...placeText(body, origin) };
}

/** Parts that EDGAR carries as uuencoded files. */
function isBinary(exhibit: string | null, body: string): boolean {
  if (exhibit !== null && /^(?:GRAPHIC|ZIP|EXCEL|PDF)$/i.test(exhibit)) return true;
  return /^\s*(?:<[A-Z]+>\s*)?begin [0-7]{3,4} \S/.test(body.slice(0, 2000)) || /^\s*<PDF>/i.test(body.slice(0, 200));
}
