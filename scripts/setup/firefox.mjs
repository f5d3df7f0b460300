import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, onPath, works } from './browsers.mjs';

function usualPlaces() {
  if (process.platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return folders.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe'));
  }
  return ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'];
}

/**
 * The path of a Firefox that runs: the one named by FIREFOX_PATH, else on the PATH or in the usual places. null where
 * there is none.
 * @returns {string | null}
 */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && named !== '') {
    if (works(named)) return named;
    throw new Error(`FIREFOX_PATH is ${named}, which is no browser that runs.`);
  }
  return [...onPath(['firefox-esr', 'firefox']), ...usualPlaces()].find(works) ?? null;
}

/**
 * Finds a Firefox for the tests, or installs Debian's where we are root. null where none is to be had.
 * @returns {string | null} its path
 */
export function provideFirefox() {
  const found = findFirefox();
  if (found !== null || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  console.log('No Firefox was found; installing one.');
  attempt('apt-get', ['update', '-qq'], 5);
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], 10);
  return findFirefox();
}
