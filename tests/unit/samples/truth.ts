import type { PrintedFile, Truth } from '../../../scripts/samples/print/sheet.ts';

/** The number that a figure's characters say, by the rules of the facts: parentheses and minus signs, commas, percent. */
function valueSaid(text: string): number {
  const bare = text.replace(/[(),%-]/g, '');
  const value = bare === '' ? 0 : Number(bare);
  return /^\(|^-.|-$/.test(text) && value !== 0 ? -value : value;
}

/** What is wrong with the truth of a printed file: text that does not stand at its place, values that the text does not say. */
export function faultsOf(printed: PrintedFile): string[] {
  const lines = printed.text.split('\n');
  const faults: string[] = [];
  let last: Truth | null = null;
  for (const fact of printed.truth) {
    const place = `${fact.concept} of ${fact.class ?? fact.member ?? 'the pool'} at ${fact.line}:${fact.column}`;
    const found = lines[fact.line - 1]?.slice(fact.column - 1, fact.column - 1 + fact.text.length);
    if (found !== fact.text || fact.text === '') faults.push(`${place}: "${found}" instead of "${fact.text}"`);
    if (typeof fact.value === 'number' && valueSaid(fact.text) !== fact.value)
      faults.push(`${place}: "${fact.text}" is not ${fact.value}`);
    if (
      last !== null &&
      (fact.line < last.line || (fact.line === last.line && fact.column < last.column + last.text.length))
    ) {
      faults.push(`${place}: out of order or over the figure before`);
    }
    last = fact;
  }
  return faults;
}
