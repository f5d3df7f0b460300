import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Most JavaScript, in KiB after gzip, that a person has to wait for. */
const limits = { firstView: 90, chartsAndTables: 260 };

/** Places that nobody waits for who looks at charts and tables: each is loaded when one goes there. */
const elsewhere = /^src\/views\/(?:source|checks|drop|teaching)\//;

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }} Chunk */

/**
 * Measures the JavaScript of a build against the limits: what the first view needs (the entry and what it imports
 * at once) and what it needs with charts, tables and exports. Other places and workers are counted apart.
 * @param {string} build folder of the build, with Vite's manifest
 * @returns {{ lines: string[], exceeded: boolean }} a line a measure, for people
 */
export function measureSize(build) {
  const manifest = /** @type {Record<string, Chunk>} */ (
    JSON.parse(readFileSync(join(build, '.vite', 'manifest.json'), 'utf8'))
  );
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const reach = (/** @type {(key: string) => boolean} */ later) => {
    const seen = new Set(entries);
    for (const key of seen) {
      const { imports = [], dynamicImports = [] } = manifest[key] ?? {};
      for (const next of [...imports, ...dynamicImports.filter(later)]) seen.add(next);
    }
    return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
  };
  const kib = (/** @type {readonly string[]} */ files) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file)), { level: 9 }).length, 0) / 1024;
  const firstView = reach(() => false);
  const chartsAndTables = reach((key) => !elsewhere.test(key));
  const wholePage = reach(() => true);
  const workers = readdirSync(join(build, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => file.endsWith('.js') && !wholePage.includes(file));
  const against = (
    /** @type {string} */ title,
    /** @type {readonly string[]} */ files,
    /** @type {number} */ limit,
  ) => {
    const size = kib(files);
    const verdict = size > limit ? `more than the limit of ${limit} KiB` : `limit ${limit} KiB`;
    return {
      line: `${title}: ${size.toFixed(1)} KiB gzip in ${files.length} files (${verdict})`,
      exceeded: size > limit,
    };
  };
  const measures = [
    against('First view', firstView, limits.firstView),
    against('With charts and tables', chartsAndTables, limits.chartsAndTables),
  ];
  return {
    lines: [
      ...measures.map(({ line }) => line),
      `Whole page: ${kib(wholePage).toFixed(1)} KiB gzip in ${wholePage.length} files`,
      `Workers: ${kib(workers).toFixed(1)} KiB gzip in ${workers.length} files`,
    ],
    exceeded: measures.some(({ exceeded }) => exceeded),
  };
}
