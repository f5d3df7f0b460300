import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSamples } from './samples.ts';

/** Writes the sample deals afresh, by default into `public/samples` below the current directory. */
const folder = process.argv[2] ?? join('public', 'samples');
const files = buildSamples();
rmSync(folder, { recursive: true, force: true });
for (const { path, bytes } of files) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
console.log(`${files.length} files written to ${folder}`);
