import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConceptId, concepts } from '../../../src/facts/concepts.ts';
import type { Fact, FileReading, Unit } from '../../../src/facts/fact.ts';
import { outlineFacts, outlineOf, withParticulars } from '../../../src/facts/outline.ts';
import { buffersOf, packReading, unpackReading } from '../../../src/ingest/packed-reading.ts';
import { madeStatement } from '../deal/made-statement.ts';

const words = fc.option(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Class A', 'Agg Prin Balance', '“–”', '\ud800')),
);

const fact: fc.Arbitrary<Fact> = fc.record({
  concept: fc.option(fc.constantFrom(...(Object.keys(concepts) as ConceptId[]))),
  class: words,
  group: words,
  member: words,
  value: fc.oneof(fc.double(), fc.boolean(), fc.string(), fc.constantFrom(-0, 0, 196_206_895, -338.25)),
  unit: fc.constantFrom<Unit[]>('USD', 'percent', 'factor', 'perThousand', 'count', 'months', 'flag', 'text', 'date'),
  decimals: fc.option(fc.nat(12)),
  text: fc.string(),
  line: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 3_000_000 })),
  column: fc.integer({ min: 1, max: 200_000 }),
  section: words,
  label: words,
  columnLabel: words,
});

const reading = fc.array(fc.array(fact, { maxLength: 30 }), { maxLength: 3 }).map(
  (statements): FileReading => ({
    file: 'a.txt',
    size: 10,
    documents: [],
    statements: statements.map((facts) => madeStatement('2002-05-28', { facts })),
    problems: [],
  }),
);

/** As a message from a worker: the memory is handed over, everything else copied. */
const sent = (given: FileReading): FileReading => {
  const packed = packReading(given);
  return unpackReading(structuredClone(packed, { transfer: [...buffersOf(packed)] }));
};

describe('a packed reading', () => {
  it('comes out as it went in, whatever its figures are', () => {
    fc.assert(
      fc.property(reading, (given) => {
        const arrived = sent(given);
        expect(arrived).toEqual(given);
        const values = (each: FileReading) => each.statements.flatMap(({ facts }) => facts.map(({ value }) => value));
        // toBe tells 0 from -0.
        for (const [index, value] of values(given).entries()) expect(values(arrived)[index]).toBe(value);
      }),
    );
  });

  it('takes more texts and lines than fit into two bytes', () => {
    const [model] = fc.sample(fact, 1);
    const facts = Array.from(
      { length: 70_000 },
      (_, index): Fact => ({ ...model!, text: `${index}`, line: index + 1 }),
    );
    const given: FileReading = {
      file: 'a.txt',
      size: 1,
      documents: [],
      statements: [madeStatement('2002-05-28', { facts })],
      problems: [],
    };
    expect(sent(given).statements[0]?.facts).toEqual(facts);
  });

  it('is unpacked once, and told of in outline before', () => {
    fc.assert(
      fc.property(reading, (given) => {
        sent(given).statements.forEach((statement, index) => {
          expect(outlineOf(statement)).toEqual(outlineFacts(given.statements[index]?.facts ?? []));
          expect(statement.facts).toBe(statement.facts);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('keeps its figures under another name', () => {
    const given: FileReading = {
      file: 'a.txt',
      size: 1,
      documents: [],
      statements: [madeStatement('2002-05-28')],
      problems: [],
    };
    const [statement] = sent(given).statements;
    const renamed = withParticulars(statement!, { file: 'b.txt' });
    expect(renamed).toEqual({ ...given.statements[0], file: 'b.txt' });
    expect(renamed.facts).toBe(statement!.facts);
  });
});
