import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findFirefox } from '../../scripts/setup/firefox.mjs';
import { serve } from '../../scripts/setup/server.mjs';
import { drivenBy, elsewhere, tour, tourFilings } from '../tour/tour.ts';

let folder: string;
let browser: Browser;

test.beforeAll(async () => {
  const executablePath = findFirefox();
  test.skip(executablePath === null, 'There is no Firefox.');
  folder = await mkdtemp(join(tmpdir(), 'paydown-firefox-'));
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executablePath ?? '',
    // The size of the window, since not every Firefox can be told that of a page.
    args: ['--width=1280', '--height=885'],
    defaultViewport: null,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
});

test.afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The text of the file that comes into the folder of downloads next. */
const nextDownload = async (action: () => Promise<void>): Promise<string> => {
  const before = new Set(await readdir(folder));
  await action();
  let text = '';
  await expect
    .poll(async () => {
      const name = (await readdir(folder)).find((each) => !before.has(each) && !each.endsWith('.part'));
      text = name === undefined ? '' : await readFile(join(folder, name), 'utf8');
      return text.length;
    })
    .toBeGreaterThan(0);
  return text;
};

test('the same tour in Firefox', async () => {
  test.setTimeout(240_000);
  const page = await browser.newPage();
  expect(await page.evaluate(() => window.innerWidth)).toBeGreaterThan(1200);
  const heard: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => heard.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') heard.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  const server = await serve(resolve('dist'), 24_400);
  await tour(drivenBy(page, server), tourFilings, nextDownload);
  expect(heard).toEqual([]);
  expect(elsewhere(asked, server.address)).toEqual([]);
});
