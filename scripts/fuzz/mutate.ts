import fc from 'fast-check';

/** One change to a text. Places are fractions of what there is, so that they fit whatever the changes before left. */
export type Mutation =
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly token: string }
  | { readonly kind: 'delete' | 'repeat' | 'keep'; readonly at: number; readonly length: number }
  | { readonly kind: 'delete lines' | 'repeat lines'; readonly at: number; readonly length: number }
  | { readonly kind: 'swap lines'; readonly at: number; readonly to: number }
  | {
      readonly kind: 'insert column' | 'delete column';
      readonly at: number;
      readonly column: number;
      readonly width: number;
    }
  | { readonly kind: 'breaks'; readonly token: string }
  | { readonly kind: 'case' };

/** What stands in filings and what a reader may stumble over. */
export const tokens: readonly string[] = [
  '0',
  '1,234',
  '1,234,567.89',
  '(338.25)',
  '0.00000000',
  '.5',
  '-',
  '--',
  'N/A',
  '$',
  '%',
  '1.11144%',
  '5-',
  '(',
  ')',
  '30-59',
  '90+',
  '1e999',
  '1e-7',
  '0x10',
  '١٢٣',
  '１２３',
  '1,23,4',
  '999,999,999,999,999,999',
  '1'.repeat(320),
  '<TABLE>',
  '</TABLE>',
  '<PAGE>',
  '<CAPTION>',
  '<S>',
  '<C>',
  '<td colspan=1000000>',
  '<td rowspan=65535>',
  '<tr>',
  '<table>',
  '</table>',
  '<br>',
  '<pre>',
  '</pre>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<script>',
  '<style>',
  '<p',
  '<SEC-DOCUMENT>',
  '<DOCUMENT>',
  '</DOCUMENT>',
  '<TYPE>EX-99',
  '<TEXT>',
  '</TEXT>',
  '<SEC-HEADER>',
  '<PDF>',
  '-----BEGIN PRIVACY-ENHANCED MESSAGE-----',
  '- -----',
  'begin 644 a.pdf',
  '&nbsp;',
  '&#40;',
  '&#x110000;',
  '&amp',
  'Class',
  'Class A-1',
  'Total',
  'Distribution Date:',
  'November 31, 2002',
  '02/29/2001',
  'CUSIP',
  '12345AAB3',
  'Ending Certificate Balance',
  'Loan Group',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  '\t',
  '\f',
  '\v',
  '\0',
  '\u001a',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\u200d',
  '\ud800',
  '\u0130',
  '🏦',
  '\n',
  '\r',
  '\r\n',
  '\n\n\n',
  '   ',
  ' '.repeat(90),
  '_'.repeat(90),
  '.'.repeat(90),
  '='.repeat(90),
];

const token = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...tokens) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.nat(1_000_000).map((value) => value.toLocaleString('en-US')) },
);

const fraction = fc.nat(10_000).map((value) => value / 10_001);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('replace' as const, 'insert' as const), at: fraction, token }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'repeat' as const), at: fraction, length: fc.nat(200) }),
  fc.record({ kind: fc.constant('keep' as const), at: fraction, length: fc.integer({ min: 200, max: 3000 }) }),
  fc.record({
    kind: fc.constantFrom('delete lines' as const, 'repeat lines' as const),
    at: fraction,
    length: fc.nat(8),
  }),
  fc.record({ kind: fc.constant('swap lines' as const), at: fraction, to: fraction }),
  fc.record({
    kind: fc.constantFrom('insert column' as const, 'delete column' as const),
    at: fraction,
    column: fc.nat(110),
    width: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ kind: fc.constant('breaks' as const), token: fc.constantFrom('\r\n', '\r', '\n\n', '\f\n', ' ') }),
  fc.record({ kind: fc.constant('case' as const) }),
);

/** Lines that a change of columns goes through. */
const stretch = 12;

function mutatedLines(text: string, change: Mutation): string {
  const lines = text.split('\n');
  const place = 'at' in change ? Math.floor(change.at * lines.length) : 0;
  if (change.kind === 'delete lines') lines.splice(place, change.length);
  else if (change.kind === 'repeat lines') lines.splice(place, 0, ...lines.slice(place, place + change.length));
  else if (change.kind === 'swap lines') {
    const other = Math.floor(change.to * lines.length);
    [lines[place], lines[other]] = [lines[other] ?? '', lines[place] ?? ''];
  } else if (change.kind === 'insert column' || change.kind === 'delete column') {
    const { column, width, kind } = change;
    for (let index = place; index < Math.min(place + stretch, lines.length); index++) {
      const line = lines[index]!;
      const rest = kind === 'insert column' ? ' '.repeat(width) + line.slice(column) : line.slice(column + width);
      lines[index] = line.slice(0, column) + rest;
    }
  }
  return lines.join('\n');
}

/** The text with one change. */
export function mutated(text: string, change: Mutation): string {
  const at = 'at' in change ? Math.floor(change.at * (text.length + 1)) : 0;
  switch (change.kind) {
    case 'replace':
      return text.slice(0, at) + change.token + text.slice(at + change.token.length);
    case 'insert':
      return text.slice(0, at) + change.token + text.slice(at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + change.length);
    case 'repeat':
      return text.slice(0, at + change.length) + text.slice(at);
    case 'keep':
      return text.slice(at, at + change.length);
    case 'breaks':
      return text.replaceAll('\n', change.token);
    case 'case':
      return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
    default:
      return mutatedLines(text, change);
  }
}
