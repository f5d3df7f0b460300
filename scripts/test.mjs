/**
 * `npm test`: sets up what is missing, then checks everything from types to the built page in a browser.
 * `npm test -- types unit` runs only the steps that are named. The last line says `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { provideChromium } from './setup/chromium.mjs';
import { installDependencies, projectFolder } from './setup/dependencies.mjs';
import { provideFirefox } from './setup/firefox.mjs';
import { measureSize } from './setup/size.mjs';

/** `named`: what the summary says again, a line each: the tests that failed, and those that passed at a second try. */
/** @typedef {{ passed: number, failed: number, note?: string, named?: readonly string[] }} Outcome */
/** @typedef {{ message?: string, name: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} UnitFile */
/** @typedef {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number> & { testResults: UnitFile[] }} UnitReport */
/** @typedef {{ file: string, line: number, title: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }} BrowserSpec */
/** @typedef {{ suites?: BrowserSuite[], specs?: BrowserSpec[] }} BrowserSuite */
/** @typedef {BrowserSuite & { stats: Record<'expected' | 'flaky' | 'unexpected' | 'skipped', number> }} BrowserReport */

/** @param {string} title */
const heading = (title) => console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);

const reports = mkdtempSync(join(tmpdir(), 'paydown-test-'));

/**
 * Runs a program of node_modules.
 * @param {string} program path below node_modules
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {boolean} whether it succeeded
 */
function run(program, args, environment = {}) {
  const { status, error } = spawnSync(process.execPath, [join(projectFolder, 'node_modules', program), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (error) console.log(error.message);
  return status === 0;
}

/**
 * A step without tests of its own: it counts only where it fails.
 * @param {boolean} succeeded
 * @returns {Outcome}
 */
const outcome = (succeeded) => ({ passed: 0, failed: succeeded ? 0 : 1 });

/**
 * Counts the tests of a report. A run that failed without a failed test (a file that did not load) counts as one.
 * @param {boolean} succeeded
 * @param {() => { passed: number, failed: number, skipped: number, named: readonly string[] }} read
 * @returns {Outcome}
 */
function counted(succeeded, read) {
  try {
    const { passed, failed, skipped, named } = read();
    const none = passed + failed === 0;
    return {
      passed,
      failed: failed === 0 && (!succeeded || none) ? 1 : failed,
      note: `${passed} passed, ${failed} failed, ${skipped} skipped${none ? '; no test ran' : ''}`,
      named,
    };
  } catch {
    return { passed: 0, failed: 1, note: 'the run ended without a report' };
  }
}

/** The first line of what a test complained of, without the colours of a terminal. @param {string} [message] */
const firstLine = (message = '') => stripVTControlCharacters(message).split('\n', 1)[0] ?? '';

/** @param {UnitReport} report @returns {string[]} */
const failedUnitTests = ({ testResults }) =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(projectFolder, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that did not load has no tests to name.
    if (assertionResults.length === 0 && message) return [`failed: ${file}: ${firstLine(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `failed: ${file}: ${fullName}: ${firstLine(failureMessages?.[0])}`,
    );
  });

/** @param {BrowserSuite} suite @returns {string[]} */
const unsteadyBrowserTests = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ file, line, title, tests }) =>
    tests.flatMap(({ status, results }) => {
      if (status !== 'unexpected' && status !== 'flaky') return [];
      const complaint = results.find(({ error }) => error !== undefined)?.error?.message;
      const word = status === 'flaky' ? 'passed at a second try' : 'failed';
      return [`${word}: ${file}:${line}: ${title}: ${firstLine(complaint)}`];
    }),
  ),
  ...suites.flatMap(unsteadyBrowserTests),
];

/** Path of the browser, or why there is none. @type {string | Error} */
let chromium = new Error('No browser was looked for.');

/** @type {Outcome | null} */
let built = null;
/** @returns {Outcome} */
function build() {
  built ??= outcome(run('vite/bin/vite.js', ['build', '--logLevel', 'warn']));
  return built;
}

/**
 * The tests of one browser on the build.
 * @param {string} project of Playwright's configuration
 * @param {Record<string, string>} environment
 * @returns {Outcome}
 */
function browserTests(project, environment) {
  if (build().failed > 0) return { ...outcome(false), note: 'there is no build to test' };
  const report = join(reports, `${project}.json`);
  // A browser on a busy machine may miss a moment: a test may try again, and the summary names it.
  const args = ['test', `--project=${project}`, '--retries=1', '--reporter=list,json'];
  const succeeded = run('@playwright/test/cli.js', args, { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  return counted(succeeded, () => {
    const read = /** @type {BrowserReport} */ (JSON.parse(readFileSync(report, 'utf8')));
    const { expected, flaky, unexpected, skipped } = read.stats;
    return { passed: expected + flaky, failed: unexpected, skipped, named: unsteadyBrowserTests(read) };
  });
}

/** @type {readonly { name: string, title: string, check: () => Outcome }[]} */
const steps = [
  {
    name: 'types',
    title: 'Types',
    // Each part of the code is checked against what exists where it runs.
    check: () => outcome(run('typescript/bin/tsc', ['--build'])),
  },
  {
    name: 'format',
    title: 'Format and lint (Biome)',
    check: () => outcome(run('@biomejs/biome/bin/biome', ['check', '.'])),
  },
  { name: 'lint', title: 'Lint with types (oxlint)', check: () => outcome(run('oxlint/bin/oxlint', ['--type-aware'])) },
  { name: 'unused', title: 'Unused code (knip)', check: () => outcome(run('knip/bin/knip.js', ['--no-progress'])) },
  {
    name: 'unit',
    title: 'Unit tests',
    check: () => {
      const report = join(reports, 'unit.json');
      const succeeded = run('vitest/vitest.mjs', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]);
      return counted(succeeded, () => {
        const read = /** @type {UnitReport} */ (JSON.parse(readFileSync(report, 'utf8')));
        const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read;
        return {
          passed: numPassedTests,
          failed: numFailedTests,
          skipped: numPendingTests + numTodoTests,
          named: failedUnitTests(read),
        };
      });
    },
  },
  { name: 'build', title: 'Production build', check: build },
  {
    name: 'size',
    title: 'Size of the page',
    check: () => {
      if (build().failed > 0) return { ...outcome(false), note: 'there is no build to measure' };
      const { lines, exceeded } = measureSize(join(projectFolder, 'dist'));
      for (const line of lines) console.log(line);
      return outcome(!exceeded);
    },
  },
  {
    name: 'browser',
    title: 'Browser tests',
    check: () => {
      if (chromium instanceof Error) throw chromium;
      return browserTests('chromium', { CHROMIUM_PATH: chromium });
    },
  },
  {
    name: 'timed',
    title: 'Browser tests that measure time',
    check: () => {
      if (chromium instanceof Error) throw chromium;
      return browserTests('timed', { CHROMIUM_PATH: chromium });
    },
  },
  {
    name: 'firefox',
    title: 'A tour in Firefox',
    check: () => {
      const firefox = provideFirefox();
      if (firefox !== null) return browserTests('firefox', { FIREFOX_PATH: firefox });
      return {
        ...outcome(true),
        note: 'skipped: no Firefox is here, nor can one be installed; FIREFOX_PATH may name one',
      };
    },
  },
];

const chosen = process.argv.slice(2);
/** @param {string} name of a step */
const wanted = (name) => chosen.length === 0 || chosen.includes(name);
const unknown = chosen.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
heading('Set-up');
installDependencies();
if (wanted('browser') || wanted('timed')) {
  try {
    chromium = provideChromium();
    console.log(`Browser: ${chromium}`);
  } catch (error) {
    chromium = error instanceof Error ? error : new Error(String(error));
    console.log(chromium.message);
  }
}

const summary = [];
let passed = 0;
let failed = 0;
for (const { name, title, check } of steps) {
  if (!wanted(name)) continue;
  heading(title);
  const start = performance.now();
  /** @type {Outcome} */
  let result;
  try {
    result = check();
  } catch (error) {
    result = { ...outcome(false), note: error instanceof Error ? error.message : String(error) };
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  passed += result.passed;
  failed += result.failed;
  summary.push(
    `${result.failed === 0 ? 'ok    ' : 'FAILED'} ${title}, ${seconds} s${result.note ? ` (${result.note})` : ''}`,
    ...(result.named ?? []).map((line) => `       ${line}`),
  );
}
heading('Summary');
console.log(`${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
