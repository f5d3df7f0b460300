import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/setup/chromium.mjs';

// The workers of one run inherit the port; two runs side by side do not share one.
process.env.PAYDOWN_TEST_PORT ??= String(20_000 + (process.pid % 20_000));
const port = process.env.PAYDOWN_TEST_PORT;
const address = `http://127.0.0.1:${port}/`;
const chromium = findChromium();

const timed = ['**/chart-speed.spec.ts', '**/dying-readers.spec.ts', '**/first-tasks.spec.ts', '**/responsive.spec.ts'];

/** Browser tests of the production build, served as `npm start` serves it. */
export default defineConfig({
  projects: [
    { name: 'chromium', testDir: 'tests/e2e', testIgnore: timed },
    // What is measured in time has the machine to itself.
    { name: 'timed', testDir: 'tests/e2e', testMatch: timed, workers: 1 },
    // Driven by another library, which has no need of Playwright's own browser.
    { name: 'firefox', testDir: 'tests/firefox' },
  ],
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: address,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // What is kept for later is tried by itself; everywhere else each page comes from the server.
    serviceWorkers: 'block',
    // Recording one costs every test a fifth of its time; `--trace on` asks for it.
    trace: 'on-first-retry',
    launchOptions: { args: [...chromiumArguments], ...(chromium === null ? {} : { executablePath: chromium }) },
  },
  webServer: {
    command: `node scripts/start.mjs --serve-only --exact-port --port ${port}`,
    url: address,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
});
