import fc from 'fast-check';
import { gzipSync, type Zippable, zipSync } from 'fflate';
import { statementTexts } from './material.ts';
import { mutated, mutation, tokens } from './mutate.ts';

/** Files as nobody wrote them: changed statements, text, HTML and SGML at random, archives of all of it. */

/** Of one kind, under the name with which it can be asked for. */
export type InputKind = 'statement' | 'text' | 'html' | 'submission' | 'archive';

/** Longer inputs are cut: what repeats grows fast, and many small inputs find more than few large ones. */
const longest = 24_000;

const statements = statementTexts();

type Encoding = 'utf-8' | 'utf-8 bom' | 'utf-16le' | 'utf-16be' | 'latin1';

function encoded(text: string, encoding: Encoding): Uint8Array {
  const cut = text.slice(0, longest);
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(cut);
    case 'utf-8 bom':
      return new TextEncoder().encode(`\ufeff${cut}`);
    case 'latin1':
      return Uint8Array.from(Buffer.from(cut, 'latin1'));
    default: {
      const little = Uint8Array.from(Buffer.from(`\ufeff${cut}`, 'utf16le'));
      return encoding === 'utf-16le' ? little : Uint8Array.from(Buffer.from(little).swap16());
    }
  }
}

const encoding = fc.oneof(
  { weight: 12, arbitrary: fc.constant('utf-8' as const) },
  { weight: 1, arbitrary: fc.constantFrom('utf-8 bom', 'utf-16le', 'utf-16be', 'latin1') },
);

const flips = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }) },
);

function flipped(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  if (bytes.length > 0) for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
  return bytes;
}

const asFile = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(text, encoding, flips).map(([words, how, changes]) => flipped(encoded(words, how), changes));

const changedStatement = fc
  .tuple(fc.nat(statements.length - 1), fc.array(mutation, { maxLength: 6 }))
  .map(([number, changes]) =>
    changes.reduce((text, change) => mutated(text, change).slice(0, longest), statements[number]!),
  );

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...tokens) },
  { weight: 3, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value.toFixed(2)) },
  { weight: 2, arbitrary: fc.nat(1_000_000_000).map((value) => value.toLocaleString('en-US')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Principal', 'Interest', 'Class M-1', 'Beginning', 'Balance', 'Loans', 'Total'),
  },
  { weight: 3, arbitrary: fc.constantFrom(' ', '  ', '      ', '\n', '\n', '\t') },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
const text = fc.oneof(
  fc.array(word, { maxLength: 160 }).map((words) => words.join(' ')),
  fc.array(word, { maxLength: 160 }).map((words) => words.join('')),
  fc.string({ maxLength: 400, unit: 'binary' }),
);

const tag = fc.constantFrom(
  'table',
  'tr',
  'td',
  'th',
  'div',
  'p',
  'b',
  'font',
  'pre',
  'span',
  'center',
  'ul',
  'li',
  'a',
  'script',
  'style',
  'title',
  'textarea',
  'select',
  'option',
  'svg',
  'math',
  'tbody',
  'thead',
  'caption',
  'br',
  'hr',
  'img',
  'x:y',
);
const attribute = fc.constantFrom(
  '',
  ' colspan=3',
  ' colspan="0"',
  ' colspan=99999999',
  ' rowspan=2',
  ' rowspan=0',
  ' rowspan=65535',
  ' align=right',
  ' style="display:none"',
  " width='5",
  ' nowrap',
  ' colspan=-1',
  ' hidden',
  ' onclick="a>b"',
);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc
      .tuple(tag, attribute, fc.array(tie('node'), { maxLength: 6 }), fc.nat(9))
      .map(([name, more, inside, end]) => `<${name}${more}>${inside.join('')}${end === 0 ? '' : `</${name}>`}`),
  ),
}));
const html = fc
  .tuple(fc.array(node, { maxLength: 12 }), fc.boolean())
  .map(([nodes, whole]) => (whole ? `<html><body>${nodes.join('\n')}</body></html>` : nodes.join('')));

const marker = fc.constantFrom(
  '<SEC-DOCUMENT>0.txt',
  '<SEC-HEADER>',
  '</SEC-HEADER>',
  '<IMS-DOCUMENT>',
  '<DOCUMENT>',
  '</DOCUMENT>',
  '<TEXT>',
  '</TEXT>',
  '<TYPE>8-K',
  '<TYPE>EX-99.1',
  '<TYPE>GRAPHIC',
  '<FILENAME>a.htm',
  '<DESCRIPTION>x',
  '</SEC-DOCUMENT>',
  'CONFORMED SUBMISSION TYPE:\t10-D',
  '<SUBMISSION>',
  '<FILER>',
  'begin 644 x.pdf',
  'end',
  '<PDF>',
  '</PDF>',
  '<XBRL>',
  '-----BEGIN PRIVACY-ENHANCED MESSAGE-----',
  '-----END PRIVACY-ENHANCED MESSAGE-----',
  '- -----',
);
const submission = fc
  .array(fc.oneof({ weight: 5, arbitrary: marker }, text, html, changedStatement), { maxLength: 14 })
  .map((parts) => `<SEC-DOCUMENT>\n${parts.join('\n')}`);

const plain: fc.Arbitrary<Uint8Array> = fc.oneof(asFile(changedStatement), asFile(text), asFile(html));
const entryName = fc.oneof(
  fc.constantFrom(
    'a.txt',
    'b/c.htm',
    '../../x.txt',
    '/etc/passwd',
    'C:\\a.txt',
    '',
    '.',
    'constructor',
    'a\n=1+1.txt',
    'a.txt/',
  ),
  // The packer keeps entries under their names in an object and cannot take this one.
  fc.string({ maxLength: 12 }).filter((name) => name !== '__proto__'),
);
const { archive } = fc.letrec<{ archive: Uint8Array }>((tie) => ({
  archive: fc
    .tuple(
      fc.array(fc.tuple(entryName, fc.oneof({ depthSize: 'xsmall' }, plain, tie('archive')), fc.boolean()), {
        maxLength: 4,
      }),
      fc.constantFrom('zip', 'gz', 'cut zip', 'cut gz'),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
      fc.nat(),
    )
    .map(([entries, how, changes, cut]) => {
      const zippable: Zippable = Object.create(null) as Zippable;
      for (const [name, bytes, packed] of entries) zippable[name] = [bytes, { level: packed ? 6 : 0 }];
      const bytes = how.endsWith('zip') ? zipSync(zippable) : gzipSync(entries[0]?.[1] ?? new Uint8Array(0));
      const whole = how.startsWith('cut') ? bytes.slice(0, 1 + (cut % bytes.length)) : bytes;
      return flipped(whole, changes);
    }),
}));

/** The bytes of a file of each kind. */
export const inputs: Readonly<Record<InputKind, fc.Arbitrary<Uint8Array>>> = {
  statement: asFile(changedStatement),
  text: asFile(text),
  html: asFile(html),
  submission: asFile(submission),
  archive,
};
