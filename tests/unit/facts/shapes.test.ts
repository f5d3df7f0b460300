import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printReading, readText } from './compare.ts';

const folder = new URL('../../fixtures/shapes/', import.meta.url);

describe('statements in the shapes of several trustees', () => {
  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const reading = readText(readFileSync(new URL(name, folder), 'utf8'), name);
      await expect(printReading(reading)).toMatchFileSnapshot(`snapshots/shape-${name}`);
    });
  }
});
