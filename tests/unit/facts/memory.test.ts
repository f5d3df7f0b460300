import { expect, test, vi } from 'vitest';
import { type Chance, chanceFrom } from '../../../scripts/samples/chance.ts';
import { simulate } from '../../../scripts/samples/deal.ts';
import { printBankersTrust } from '../../../scripts/samples/print/bankerstrust.ts';
import { printCtsLink } from '../../../scripts/samples/print/ctslink.ts';
import { printRandom } from '../../../scripts/samples/print/random.ts';
import { printUsBank } from '../../../scripts/samples/print/usbank.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { variedOptions } from '../../../scripts/samples/variety.ts';

/** What was read before has no say in what is read now: any statements, in any order, give the same reading of each. */

type Read = (text: string) => string;

/** A reader that has read nothing yet. */
async function freshReader(): Promise<Read> {
  vi.resetModules();
  const { readFiling } = await import('../../../src/facts/read.ts');
  const encoder = new TextEncoder();
  return (text) => JSON.stringify(readFiling('statement.txt', encoder.encode(text)));
}

const deals = Array.from({ length: 24 }, (_, seed) => simulate(seed, { ...variedOptions(seed), months: 6 }));

/** A statement of a trustee's template, so that months resemble each other, or in a layout of its own. */
function printed(seed: number): string {
  const statement = monthlyStatement(deals[seed % deals.length]!, 1 + (Math.floor(seed / deals.length) % 6));
  const print = [printUsBank, printCtsLink, printBankersTrust][seed % 3]!;
  return seed % 4 === 0 ? printRandom(statement, seed, { gap: seed % 3 }).text : print(statement).text;
}

/** The digits of one figure, a line more or less, other words, other widths: what makes a statement a different one. */
const changes: readonly ((lines: string[], at: number, chance: Chance) => void)[] = [
  (lines, at, chance) => {
    lines[at] = lines[at]!.replace(/\d/g, () => String(chance.integer(0, 9)));
  },
  (lines, at, chance) => {
    lines[at] = lines[at]!.replace(/ {2}(?=\d)/, () => `${chance.integer(1, 9)},`);
  },
  (lines, at) => {
    lines[at] = lines[at]!.replace(/ +(?=\d)/, '');
  },
  (lines, at) => void lines.splice(at, 1),
  (lines, at) => void lines.splice(at, 0, lines[at]!),
  (lines, at) => void lines.splice(at, 0, ''),
  (lines, at, chance) =>
    void lines.splice(at, 0, chance.pick(['Group 2', 'Total', 'Prior   Current', 'of the', '2001   2002'])),
  (lines, at, chance) => {
    const other = chance.integer(0, lines.length - 1);
    [lines[at], lines[other]] = [lines[other]!, lines[at]!];
  },
  (lines, at, chance) => {
    const words = lines[at]!.split(/(?<=\S)(?= )/);
    words.splice(chance.integer(0, words.length - 1), 1);
    lines[at] = words.join('');
  },
  (lines, at) => {
    lines[at] = ` ${lines[at]!}`;
  },
  (lines, at) => void lines.splice(at),
];

function changed(text: string, seed: number): string {
  const chance = chanceFrom(seed);
  const lines = text.split('\n');
  const count = chance.integer(0, 4);
  for (let i = 0; i < count && lines.length > 1; i++) {
    chance.pick(changes)(lines, chance.integer(0, lines.length - 1), chance);
  }
  return lines.join('\n');
}

test('1,500 statements and changed copies are read alike in any order', { timeout: 120_000 }, async () => {
  const texts = Array.from({ length: 1500 }, (_, i) => changed(printed(i % 400), i));
  const onward = await freshReader();
  const readings = texts.map(onward);
  const other = await freshReader();
  const differing: number[] = [];
  for (const i of chanceFrom(1).shuffle([...texts.keys()])) if (other(texts[i]!) !== readings[i]) differing.push(i);
  expect(differing).toEqual([]);
});

test('a reader that has read other statements reads as one that has read none', { timeout: 120_000 }, async () => {
  const texts = Array.from({ length: 40 }, (_, i) => changed(printed(i), i + 7000));
  const used = await freshReader();
  for (let i = 0; i < 300; i++) used(changed(printed(i), i));
  for (const text of texts) {
    const fresh = await freshReader();
    expect(used(text)).toBe(fresh(text));
  }
});

/** Other digits in some of the figures, sometimes in dates, names and page numbers too. */
function withOtherDigits(text: string, chance: Chance): string {
  const anywhere = chance.happens(0.2);
  return text.replace(anywhere ? /\d/g : /\d(?=[\d,]*\.\d\d)|(?<=\.)\d|(?<= )\d(?=,\d\d\d)/g, (digit) =>
    chance.happens(anywhere ? 0.02 : 0.5) ? String(chance.integer(0, 9)) : digit,
  );
}

test('statements that repeat others with other digits are read as if they were the first', {
  timeout: 120_000,
}, async () => {
  const texts = Array.from({ length: 80 }, (_, i) => (i % 2 === 0 ? printed(i) : changed(printed(i), i)));
  const used = await freshReader();
  for (let round = 0; round < 2; round++) for (const text of texts) used(text);
  let repeats = 0;
  for (let variant = 0; variant < 4; variant++) {
    const fresh = await freshReader();
    texts.forEach((text, i) => {
      const repeat = withOtherDigits(text, chanceFrom(i * 10 + variant));
      if (repeat !== text) repeats++;
      expect(used(repeat)).toBe(fresh(repeat));
    });
  }
  expect(repeats).toBeGreaterThan(250);
});
