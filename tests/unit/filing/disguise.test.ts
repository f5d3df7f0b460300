import { expect, test } from 'vitest';
import { nameForPeople } from '../../../src/filing/disguise.ts';
import { openFilings } from '../../../src/filing/open.ts';

test('a name shows what it is: nothing turns it around, breaks it or moves a cursor', () => {
  expect(nameForPeople('may\u202etxt.exe')).toBe('may\ufffdtxt.exe');
  expect(nameForPeople('a\r\nb\u0000\u001b[2J\u009b1m\u007f')).toBe('a\ufffd\ufffdb\ufffd\ufffd[2J\ufffd1m\ufffd');
  expect(nameForPeople('\ud800.txt')).toBe('\ufffd.txt');
  expect(nameForPeople('Ünïcode ‰ 🏦 (2002–1).txt')).toBe('Ünïcode ‰ 🏦 (2002–1).txt');
});

test('character references of HTML turn nothing around either', () => {
  const html = '<html><body><p>Trust &#8238;1-2002&#x202C;</p></body></html>';
  const { documents } = openFilings('a.htm', new TextEncoder().encode(html))[0]!;
  expect(documents[0]?.lines.join('\n')).toContain('Trust \ufffd1-2002\ufffd');
});
