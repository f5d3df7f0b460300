import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { outlineOf } from '../../../src/facts/outline.ts';
import { unread } from '../../../src/ingest/unread.ts';
import type { LoadedFile } from '../../../src/store/loaded-file.ts';
import { withFiles, withoutFiles } from '../../../src/store/loaded-file.ts';
import { selectCounts, selectDeals, selectFiles, selectStatements } from '../../../src/store/selectors.ts';
import { madeFact, madeStatement } from '../deal/made-statement.ts';

const loaded = (file: string, deal: string, date: string): LoadedFile => ({
  digest: file,
  copyOf: null,
  reading: { file, size: 1, documents: [], statements: [madeStatement(date, { file, deal })], problems: [] },
});

const files = [
  loaded('a.txt', 'First Trust 2002-1', '2002-05-28'),
  loaded('b.txt', 'Second Trust 2002-1', '2002-05-28'),
];

it('derives deals once for one state', () => {
  expect(selectDeals(files)).toBe(selectDeals(files));
});

it('keeps the deals that a further file does not touch', () => {
  const [first, second] = selectDeals(files);
  const more = selectDeals([...files, loaded('c.txt', 'Second Trust 2002-1', '2002-06-25')]);
  expect(more[0]).toBe(first);
  expect(more[1]).not.toBe(second);
  expect(more[1]?.months).toHaveLength(2);
});

it('leaves copies out and takes a copy in when its original goes', () => {
  const twice = withFiles(
    [],
    [
      { digest: '1', reading: files[0]!.reading },
      { digest: '1', reading: { ...files[0]!.reading, file: 'copy.txt' } },
    ],
  );
  expect(selectStatements(twice)).toHaveLength(1);
  expect(selectStatements(withoutFiles(twice, new Set(['a.txt'])))).toHaveLength(1);
});

it('counts what was read and what was not', () => {
  const failed = { digest: 'x', copyOf: null, reading: unread('x', 1, 'Found.', 'Do.') };
  expect(selectCounts([...files, failed])).toEqual({ files: 3, read: 2, unread: 1 });
});

describe('words taught', () => {
  const unknown: Fact = { ...madeFact('advances', '912.34'), concept: null, label: 'Widget Fee' };
  const made = files.map((file): LoadedFile => {
    const [statement] = file.reading.statements;
    const facts = file.reading.file === 'a.txt' ? [...statement!.facts, unknown] : statement!.facts;
    return { ...file, reading: { ...file.reading, statements: [{ ...statement!, facts }] } };
  });
  const widget = { label: 'widget fee', columnLabel: null, concept: 'servicingFee' } as const;
  const nothing = { label: 'Another', columnLabel: null, concept: 'advances' } as const;

  it('change the statements with the label and leave the others as they are', () => {
    const taught = selectFiles(made, [widget]);
    expect(taught[1]).toBe(made[1]);
    expect(taught[0]?.reading.statements[0]?.facts.at(-1)).toEqual({ ...unknown, concept: 'servicingFee' });
    expect(outlineOf(taught[0]!.reading.statements[0]!).unrecognised).toBe(0);
    expect(selectDeals(made)[1]).toBe(selectDeals(taught)[1]);
  });

  it('of other labels change nothing anew', () => {
    const once = selectFiles(made, [widget]);
    expect(selectFiles(made, [widget, nothing])[0]).toBe(once[0]);
  });

  it('leave no trace when they are taken back', () => {
    selectFiles(made, [widget]);
    expect(selectFiles(made, [])).toBe(made);
  });
});
