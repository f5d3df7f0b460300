import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Most JavaScript, in KiB after gzip, that a person has to wait for. */
const limits = { firstView: 90, deal: 260 };

/** What a deal is shown with, its charts and its tables; every other place and section comes when it is gone to. */
const dealViews = [
  'src/views/deal/DealNav.tsx',
  'src/views/deal/DealPage.tsx',
  'src/views/charts/OverviewSection.tsx',
  'src/views/tables/ClassesByMonthTable.tsx',
  'src/views/tables/PoolByMonthTable.tsx',
];

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }} Chunk */

/**
 * Measures the JavaScript of a build against the limits: what the first view needs, and what a deal with its charts
 * and tables needs in addition to it. All of the page, and the workers, are counted without a limit.
 * @param {string} build folder of the build, with Vite's manifest
 * @returns {{ lines: string[], exceeded: boolean }} a line a measure, for people
 */
export function measureSize(build) {
  const manifest = /** @type {Record<string, Chunk>} */ (
    JSON.parse(readFileSync(join(build, '.vite', 'manifest.json'), 'utf8'))
  );
  const keys = Object.keys(manifest);
  /** The scripts that are loaded with some chunks at once. */
  const scripts = (/** @type {readonly string[]} */ chunks) => {
    const seen = new Set(chunks);
    for (const key of seen) for (const next of manifest[key]?.imports ?? []) seen.add(next);
    return [...new Set([...seen].flatMap((key) => manifest[key]?.file ?? []))].filter((file) => file.endsWith('.js'));
  };
  const entries = keys.filter((key) => manifest[key]?.isEntry);
  const missing = dealViews.filter((key) => manifest[key] === undefined);
  if (entries.length === 0 || missing.length > 0) {
    throw new Error(`The build has no entry, or no chunk of ${missing.join(' and ')}.`);
  }
  const firstView = scripts(entries);
  const deal = scripts([...entries, ...dealViews]);
  const wholePage = scripts(keys);
  const workers = readdirSync(join(build, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => file.endsWith('.js') && !wholePage.includes(file));

  let exceeded = false;
  const line = (
    /** @type {string} */ title,
    /** @type {readonly string[]} */ files,
    limit = Number.POSITIVE_INFINITY,
  ) => {
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file)), { level: 9 }).length, 0);
    const size = bytes / 1024;
    exceeded ||= size > limit;
    const verdict = limit === Number.POSITIVE_INFINITY ? '' : size > limit ? `, MORE than ${limit}` : ` of ${limit}`;
    return `${title}: ${size.toFixed(1)} KiB gzip${verdict}, in ${files.length} files`;
  };
  const lines = [
    line('First view', firstView, limits.firstView),
    line('A deal with charts and tables', deal, limits.deal),
    line('Whole page', wholePage),
    line('Workers', workers),
  ];
  return { lines, exceeded };
}
