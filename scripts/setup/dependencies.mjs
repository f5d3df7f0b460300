import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's folder, without a slash at the end. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/**
 * The packages of a lock file by their path below the project's folder.
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
const readLock = (path) =>
  /** @type {{ packages: Record<string, LockedPackage> }} */ (JSON.parse(readFileSync(path, 'utf8'))).packages;

/**
 * What the lock asks for and node_modules does not have, or has in another version; null where all is in place.
 * Another platform's native packages are optional and may be missing.
 * @returns {string | null}
 */
function missingPackage() {
  const installed = `${projectFolder}/node_modules/.package-lock.json`;
  if (!existsSync(installed)) return 'node_modules';
  const wanted = readLock(`${projectFolder}/package-lock.json`);
  const present = readLock(installed);
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    const found = present[path]?.version;
    if (path !== '' && found !== version && !(optional && found === undefined)) return path;
  }
  return null;
}

/** Stops with a sentence where this Node is too old to run the project. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: Paydown needs Node 20.19 or newer.`);
  process.exit(1);
}

/**
 * Installs what package-lock.json asks for, unless it is there. Messages go to stderr.
 * Stops the process with a sentence where that fails.
 */
export function installDependencies() {
  requireNode();
  const missing = missingPackage();
  if (missing === null) return;
  console.error(`Installing dependencies (${missing} is missing or out of date) …`);
  const npm = process.env.npm_execpath;
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...options]] : ['npm', options];
  const { status } = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('The dependencies could not be installed: run `npm ci` and see what it says.');
  process.exit(1);
}
