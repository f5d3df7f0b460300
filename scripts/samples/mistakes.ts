import type { PrintedFile, Truth } from './print/sheet.ts';

/** One figure of a statement printed wrong: which one, and the characters that stand there instead. */
export interface Misprint {
  readonly concept: string;
  readonly class?: string;
  readonly member?: string;
  /** What is printed, from what should be: another text, or the right one changed. */
  readonly print: (right: string) => string;
}

/** The right text with two neighbouring, different digits exchanged: the last such pair before the final digit. */
export function transposed(right: string): string {
  const digits = [...right.matchAll(/\d/g)].map(({ index }) => index);
  for (let position = digits.length - 3; position > 0; position -= 1) {
    const [left = 0, next = 0] = digits.slice(position, position + 2);
    if (right[left] !== right[next]) {
      return `${right.slice(0, left)}${right[next]}${right.slice(left + 1, next)}${right[left]}${right.slice(next + 1)}`;
    }
  }
  return right;
}

const numberSaid = (text: string): number => {
  const value = Number(text.replace(/[(),%]/g, ''));
  return text.startsWith('(') ? -value : value;
};

/**
 * A printed statement with misprints in it, as a trustee might have made them; its truth says what is printed now. The
 * figures keep their right edge. Throws where the statement has no such figure or no room for the text.
 */
export function misprint(printed: PrintedFile, misprints: readonly Misprint[]): PrintedFile {
  const lines = printed.text.split('\n');
  const truth = [...printed.truth];
  for (const wrong of misprints) {
    const index = truth.findIndex(
      (fact) =>
        fact.concept === wrong.concept &&
        fact.class === (wrong.class ?? null) &&
        fact.member === (wrong.member ?? null),
    );
    const fact: Truth | undefined = truth[index];
    if (fact === undefined)
      throw new Error(`no ${wrong.concept} of ${wrong.class ?? wrong.member ?? 'the pool'} to print wrong`);
    const line = lines[fact.line - 1] ?? '';
    const text = wrong.print(fact.text);
    const end = fact.column - 1 + fact.text.length;
    const start = end - text.length;
    if (text === fact.text || start < 0 || line.slice(start, fact.column - 1).trim() !== '') {
      throw new Error(`line ${fact.line}: "${text}" cannot stand in the place of "${fact.text}"`);
    }
    const kept = line.slice(0, Math.min(start, fact.column - 1)).padEnd(start);
    lines[fact.line - 1] = kept + text + line.slice(end);
    truth[index] = {
      ...fact,
      text,
      column: start + 1,
      value: typeof fact.value === 'number' ? numberSaid(text) : text,
    };
  }
  return { text: lines.join('\n'), truth };
}
