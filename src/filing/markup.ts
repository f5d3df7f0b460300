const tag = /<(!doctype html|[a-z][a-z0-9]*)(?=[\s/>])/iy;
/** These occur in HTML only. EDGAR's own marks in plain text (`<TABLE>`, `<CAPTION>`, `<S>`, `<C>`, `<PAGE>`) do not count. */
const certain = new Set(['!doctype html', 'html', 'head', 'body', 'tr', 'td', 'th']);
const likely = new Set('p div br hr font span center pre a h1 h2 h3 h4 h5 h6 ul ol li img'.split(' '));
const reach = 65_536;

/** Whether a text is HTML, by the tags at its beginning. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, reach);
  let found = 0;
  for (let at = head.indexOf('<'); at !== -1; at = head.indexOf('<', at + 1)) {
    tag.lastIndex = at;
    const name = tag.exec(head)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    if (certain.has(name)) return true;
    if (likely.has(name)) found++;
    if (found >= 3) return true;
  }
  return false;
}
