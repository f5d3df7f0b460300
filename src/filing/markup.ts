/** What a text is, by the tags at its beginning. */
export type Markup = 'submission' | 'html' | 'none';

const tag = /<(!doctype html|[a-z][a-z0-9-]*)(?=([\s/>]))/iy;
/** Tags of EDGAR full submissions, and of documents cut out of them. */
const container = new Set(['sec-document', 'ims-document', 'sec-header', 'ims-header', 'submission', 'document']);
/** These occur in HTML only. EDGAR's own marks in plain text (`<TABLE>`, `<CAPTION>`, `<S>`, `<C>`, `<PAGE>`) do not count. */
const certain = new Set(['!doctype html', 'html', 'head', 'body', 'tr', 'td', 'th']);
const likely = new Set('p div br hr font span center pre a h1 h2 h3 h4 h5 h6 ul ol li img'.split(' '));
/** How many of the likely ones make a text HTML: so many at least, and no fewer than one in so many lines. A few may stand in any text. */
const enough = 3;
const linesPerTag = 25;
const reach = 65_536;

/** Looks at the first 64 KB: what is neither a submission nor HTML by then is plain text. */
export function markupOf(text: string): Markup {
  const head = text.slice(0, reach);
  let found = 0;
  for (let at = head.indexOf('<'); at !== -1; at = head.indexOf('<', at + 1)) {
    tag.lastIndex = at;
    const match = tag.exec(head);
    if (match === null) continue;
    const name = match[1]!.toLowerCase();
    if (certain.has(name)) return 'html';
    if (likely.has(name)) found++;
    if (container.has(name) && match[2] === '>' && startsLine(head, at)) return 'submission';
  }
  if (found < enough) return 'none';
  return /^\s*</.test(head) || found * linesPerTag >= head.split(/\r\n|[\n\r]/).length ? 'html' : 'none';
}

function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9) before--;
  const code = text.charCodeAt(before);
  return before < 0 || code === 10 || code === 13;
}
