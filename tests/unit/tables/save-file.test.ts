import { expect, test } from 'vitest';
import { harmlessFileName } from '../../../src/views/tables/save-file.ts';

test('the name of a download leads nowhere, hides nothing and is not too long', () => {
  expect(harmlessFileName('example-2002-1-findings.csv')).toBe('example-2002-1-findings.csv');
  expect(harmlessFileName('../../etc/passwd.csv')).toBe('etc-passwd.csv');
  expect(harmlessFileName('C:\\a\u0000b\n.csv')).toBe('C-a-b.csv');
  expect(harmlessFileName('may\u202excod.exe.csv')).toBe('may-xcod.exe.csv');
  expect(harmlessFileName('<img src=x onerror=alert(1)>.svg')).toBe('img src-x onerror-alert(1).svg');
  expect(harmlessFileName(`${'a'.repeat(10_000)}.csv`)).toHaveLength(124);
  expect(harmlessFileName('...csv')).toBe('paydown.csv');
  expect(harmlessFileName('')).toBe('paydown');
  expect(harmlessFileName('NUL.csv')).toBe('_NUL.csv');
  expect(harmlessFileName('console.csv')).toBe('console.csv');
  // A letter of two halves stays whole.
  expect(harmlessFileName(`a${'𝐀'.repeat(200)}.csv`)).toBe(`a${'𝐀'.repeat(59)}.csv`);
});
