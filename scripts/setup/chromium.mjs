import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { attempt, onPath, works } from './browsers.mjs';
import { projectFolder } from './dependencies.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** How tests start the browser: in a container, without a graphics card, and without calls home. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} folder */
const list = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

function usualPlaces() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) => names.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)));
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    const programs = ['Google/Chrome', 'Chromium', 'Microsoft/Edge'];
    return folders.flatMap((folder) =>
      programs.map((name) => join(folder, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')),
    );
  }
  return [
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
}

/** Browsers that Playwright has downloaded, newest first. */
function playwrightBrowsers() {
  const cache =
    process.platform === 'darwin'
      ? join(homedir(), 'Library/Caches')
      : process.platform === 'win32'
        ? join(homedir(), 'AppData/Local')
        : (process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(cache, 'ms-playwright');
  const versions = list(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const programs = [
    'chrome',
    'chrome.exe',
    ...['Chromium', 'Google Chrome for Testing'].map((name) => `${name}.app/Contents/MacOS/${name}`),
  ];
  return versions.flatMap((version) =>
    list(join(folder, version)).flatMap((platform) =>
      programs.map((program) => join(folder, version, platform, program)),
    ),
  );
}

/**
 * The path of a Chromium or Chrome that runs: the one named by CHROMIUM_PATH, else on the PATH, in the usual places,
 * or downloaded by Playwright. null where there is none.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (works(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is no browser that runs.`);
  }
  return [...onPath(commands), ...usualPlaces(), ...playwrightBrowsers()].find(works) ?? null;
}

/**
 * Finds a browser for the tests, or installs one: Playwright's download, else Debian's package where we are root.
 * @returns {string} its path
 * @throws {Error} where none is to be had, with how to get one
 */
export function provideChromium() {
  const found = findChromium();
  if (found !== null) return found;
  console.log('No Chromium or Chrome was found; installing one.');
  const playwright = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  if (attempt(process.execPath, [playwright, 'install', 'chromium'], 6)) {
    const downloaded = findChromium();
    if (downloaded !== null) return downloaded;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-qq'], 5);
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], 10);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(
    'No Chromium or Chrome: install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or name it in CHROMIUM_PATH.',
  );
}
