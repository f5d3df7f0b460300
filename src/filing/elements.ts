/** HTML elements as far as they matter for text. */

/** What an element does to the text around it; most do nothing. Numbers, since each tag is asked for its role. */
export const Role = {
  none: 0,
  paragraph: 1,
  block: 2,
  lineBreak: 3,
  preformatted: 4,
  table: 5,
  rows: 6,
  row: 7,
  cell: 8,
  raised: 9,
  rule: 10,
  skipped: 11,
} as const;

export type Role = (typeof Role)[keyof typeof Role];

const namesByRole: readonly (readonly [Role, string])[] = [
  [Role.paragraph, 'p h1 h2 h3 h4 h5 h6 ul ol dl blockquote form fieldset figure'],
  [Role.block, 'div li dt dd center address section article header footer main nav aside caption legend details'],
  [Role.block, 'summary body html'],
  [Role.lineBreak, 'br'],
  [Role.preformatted, 'pre xmp listing plaintext'],
  [Role.table, 'table'],
  [Role.rows, 'tbody thead tfoot'],
  [Role.row, 'tr'],
  [Role.cell, 'td th'],
  [Role.raised, 'sup'],
  [Role.rule, 'hr'],
  [Role.skipped, 'script style title iframe noembed noframes template ix:header'],
];

/** By code: of names of up to three letters in an array, of longer ones in a map. */
const shortCodes = 2 ** 15;
const shortRoles = new Uint8Array(shortCodes);
const longRoles = new Map<number, Role>();
for (const [role, names] of namesByRole) {
  for (const name of names.split(' ')) {
    const code = nameCode(name, 0, name.length);
    if (code < shortCodes) shortRoles[code] = role;
    else longRoles.set(code, role);
  }
}

/** The role of an element, its name given as a code. */
export function roleOf(element: number): Role {
  if (element >= 0 && element < shortCodes) return shortRoles[element] as Role;
  return longRoles.get(element) ?? Role.none;
}

/** Without content: hiding them hides nothing else. */
export const voidElements = new Set(
  ['br', 'hr', 'img', 'input', 'col', 'meta', 'link', 'wbr', 'base', 'area', 'embed', 'source', 'track', 'param'].map(
    (name) => nameCode(name, 0, name.length),
  ),
);
/** Elements whose end tag may be left out, so that the next of their kind ends them. */
export const impliedEnd = new Set(
  ['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'option'].map((name) =>
    nameCode(name, 0, name.length),
  ),
);

/** An element name, case ignored, as a number: five bits a letter; names of more than ten letters are all one. */
export function nameCode(source: string, start: number, end: number): number {
  if (end - start > 10) return -1;
  let code = 0;
  for (let at = start; at < end; at++) code = code * 32 + (source.charCodeAt(at) & 31);
  return code;
}
