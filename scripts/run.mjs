/** Runs a TypeScript script of this folder: `node scripts/run.mjs scripts/bench/main.ts ARGUMENT…`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runBundled } from './setup/bundle.mjs';
import { projectFolder } from './setup/dependencies.mjs';

const [entry] = process.argv.splice(2, 1);
if (entry === undefined || !existsSync(join(projectFolder, entry))) {
  console.error(`Usage: node scripts/run.mjs SCRIPT.ts ARGUMENT… (${entry ?? 'no script'} was not found)`);
  process.exit(2);
}
await runBundled(entry);
