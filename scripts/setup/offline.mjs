import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build as bundle } from 'rolldown';
import { projectFolder } from './dependencies.mjs';

/** Where the service worker lies in a build: at the root, since it answers for what lies below it. */
const serviceWorker = 'service-worker.js';

/** @param {string | Buffer} content */
const digestOf = (content) => createHash('sha256').update(content).digest('hex');

/**
 * The files of a build that a page of it may ask for, the page itself as `/`, and what stands for all of them.
 * @param {string} folder absolute
 * @returns {import('../../src/offline/parts.ts').Build}
 */
function buildOf(folder) {
  /** @type {(readonly [string, string])[]} */
  const parts = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep);
    if (!entry.isFile() || path.some((part) => part.startsWith('.')) || path[0] === serviceWorker) continue;
    const address = path.join('/') === 'index.html' ? '/' : `/${path.map(encodeURIComponent).join('/')}`;
    parts.push([address, digestOf(readFileSync(file))]);
  }
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: digestOf(JSON.stringify(parts)).slice(0, 16), parts };
}

/**
 * Writes the service worker that keeps the files of a build into it. Same files, same service worker.
 * @param {string} folder absolute path of a build that is otherwise complete
 */
export async function writeServiceWorker(folder) {
  await bundle({
    input: join(projectFolder, 'src', 'offline', 'service.worker.ts'),
    logLevel: 'warn',
    output: {
      file: join(folder, serviceWorker),
      format: 'iife',
      minify: true,
      intro: `const build = ${JSON.stringify(buildOf(folder))};`,
    },
  });
}
