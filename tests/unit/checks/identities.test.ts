import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  acrossMonthsTable,
  againstOfferingTable,
  monthOfYearTable,
  statementIdentities,
  yearEndTable,
  yearTable,
} from '../../../src/checks/identities/index.ts';

const identities = [
  ...statementIdentities,
  ...acrossMonthsTable,
  ...monthOfYearTable,
  ...yearEndTable,
  ...yearTable,
  ...againstOfferingTable,
];

/** `L1 – L5` in the list stands for all five. */
const documented = (text: string): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const [, padded = ''] of text.matchAll(/^\| ([A-Z]\d[^|]*) \|/gm)) {
    const cell = padded.trim();
    const span = /^([A-Z])(\d+) – [A-Z](\d+)$/.exec(cell);
    if (span === null) for (const id of cell.split(', ')) ids.add(id);
    else for (let number = Number(span[2]); number <= Number(span[3]); number += 1) ids.add(`${span[1]}${number}`);
  }
  return ids;
};

describe('the table of identities', () => {
  it('names each identity once', () => {
    const ids = identities.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('is listed in full, and nothing else is', () => {
    const listed = documented(readFileSync(join(import.meta.dirname, '../../../src/checks/README.md'), 'utf8'));
    const bases = new Set(identities.map(({ id }) => id.replace(/\[.*$/, '')));
    expect([...listed].sort()).toEqual([...bases].sort());
  });

  it('says in words what every condition is', () => {
    const conditions = identities.flatMap(({ gapNeeds = [], gapOnlyIf = [], gapExplainedBy = [] }) => [
      ...gapNeeds,
      ...gapOnlyIf,
      ...gapExplainedBy,
    ]);
    expect(conditions.length).toBeGreaterThan(20);
    for (const { words } of conditions) expect(words).not.toBe('');
  });
});
