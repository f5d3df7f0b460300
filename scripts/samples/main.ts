import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSamples } from './samples.ts';

/** Writes the sample deals afresh, by default into `public/samples` below the current directory. */
const folder = process.argv[2] ?? join('public', 'samples');
rmSync(folder, { recursive: true, force: true });
const files = buildSamples();
for (const { path, text } of files) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
console.log(`${files.length} files written to ${folder}`);
