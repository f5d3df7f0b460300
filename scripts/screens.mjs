/**
 * `npm run screens`: pictures of every place of the app, on a phone, a desk and a wide screen, light and dark, into
 * docs/screens; and the one of the README. They are there to be looked at: run it after a change of looks, and look.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from './setup/chromium.mjs';
import { projectFolder } from './setup/dependencies.mjs';
import { serve } from './setup/server.mjs';

const folder = join(projectFolder, 'docs', 'screens');
const executablePath = findChromium();
if (executablePath === null) throw new Error('There is no Chromium: `npm test` gets one.');

const widths = [400, 1280, 2560];
const height = 1000;

/** Where the sample deals lead; `deal` stands for the first deal’s address, in the order in which a visitor goes. */
const places = {
  overview: '#/deal/{deal}',
  balances: '#/deal/{deal}?section=balances',
  delinquency: '#/deal/{deal}?section=delinquency',
  losses: '#/deal/{deal}?section=losses',
  enhancement: '#/deal/{deal}?section=enhancement',
  rates: '#/deal/{deal}?section=rates',
  tables: '#/deal/{deal}?section=tables',
  statement: '#/deal/{deal}?section=statement',
  checks: '#/deal/{deal}?section=checks',
  timeline: '#/deal/{deal}?section=timeline',
  annual: '#/deal/{deal}?section=annual',
  offering: '#/deal/{deal}?section=offering',
  report: '#/report/{deal}',
  portfolio: '#/portfolio',
  compare: '#/compare',
  files: '#/files',
  help: '#/help/shapes',
};

const { address, close } = await serve(join(projectFolder, 'dist'), 4873, { exactPort: false });
const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });

/** Until nothing more is drawn. @param {import('@playwright/test').Page} page */
const settled = async (page) => {
  await page.waitForSelector('.waiting', { state: 'detached' });
  await page.waitForTimeout(700);
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const context = await browser.newContext({ colorScheme, locale: 'en-US', serviceWorkers: 'block' });
  const page = await context.newPage();
  const take = async (/** @type {string} */ name) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      await page.evaluate('scrollTo(0, 0)');
      await settled(page);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.jpg`), type: 'jpeg', quality: 62 });
    }
  };
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample deal' }).waitFor();
  await take('first-visit');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
  const samples = join(projectFolder, 'public', 'samples');
  const others = readdirSync(samples).filter((name) => name.endsWith('.zip'));
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(others.map((name) => join(samples, name)));
  await page.getByRole('main').getByRole('status').first().waitFor();
  const deal = new URL(page.url()).hash.replace(/^#\/deal\//, '').replace(/\?.*$/, '');
  for (const [name, hash] of Object.entries(places)) {
    await page.goto(`${address}${hash.replace('{deal}', deal)}`);
    await take(name);
    if (name === 'overview' && colorScheme === 'light') {
      await page.setViewportSize({ width: 1280, height: 860 });
      await settled(page);
      await page.screenshot({ path: join(projectFolder, 'docs', 'screenshot.png') });
    }
  }
  await page.goto(`${address}#/deal/${deal}`);
  await page.locator('button.figure').first().click();
  await page.getByRole('region', { name: /^Text of / }).waitFor();
  await take('source');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go to or do' }).fill('balance');
  await take('palette');
  await context.close();
}
await browser.close();
close();
