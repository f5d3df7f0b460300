import { describe, expect, test } from 'vitest';
import { readFiling } from '../../../src/facts/read.ts';
import { shapes } from '../../../src/views/help/data/shapes.ts';

describe('the shapes that the help shows are read as it says', () => {
  test.each(shapes)('$title', ({ example, figures }) => {
    const { statements, problems } = readFiling('example.txt', new TextEncoder().encode(example));
    const facts = statements.flatMap((statement) => statement.facts);

    expect(problems).toEqual([]);
    expect(statements.map(({ date }) => date)).toEqual(['2004-06-25']);
    for (const figure of figures) {
      expect(facts).toContainEqual(
        expect.objectContaining({
          concept: figure.concept,
          class: figure.class ?? null,
          member: figure.member ?? null,
          text: figure.text,
        }),
      );
    }
    expect(facts.filter(({ concept }) => concept === null)).toEqual([]);
  });
});
