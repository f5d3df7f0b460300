import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../scripts/setup/chromium.mjs';
import { ownFilings } from './filings.ts';
import { drop, openSection, untilRead } from './page.ts';

const chromium = findChromium();

// With little memory for scripts, using it up takes no time and none of the machine's.
test.use({
  launchOptions: {
    args: [...chromiumArguments, '--js-flags=--max-old-space-size=200'],
    ...(chromium === null ? {} : { executablePath: chromium }),
  },
});

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-'));
  await copyFile(ownFilings.monthly, path.join(folder, 'a-good.txt'));
  await copyFile(ownFilings.annual, path.join(folder, 'm-good.txt'));
  await copyFile(ownFilings.supplement, path.join(folder, 'z-good.txt'));
  for (const name of ['endless', 'crash', 'memory']) {
    await writeFile(path.join(folder, `${name}.txt`), 'Nothing kills a reader yet, so that these do by their name.\n');
  }
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is put before the code of the reading worker: files with these names end it when their reading has begun. */
const deadly = () => {
  const tell = self.postMessage.bind(self);
  self.postMessage = ((message: { kind?: string; name?: string }, ...rest: never[]) => {
    tell(message, ...rest);
    if (message.kind !== 'started') return;
    const name = message.name ?? '';
    if (name.includes('endless')) for (;;);
    if (name.includes('memory'))
      for (const held: unknown[] = []; ; ) held.push(Array.from({ length: 100_000 }, () => ({})));
    if (name.includes('crash')) {
      setTimeout(() => {
        throw new Error('the reader fell over');
      });
      // Nothing more comes from it.
      throw new Error('stopped');
    }
  }) as typeof self.postMessage;
};

const row = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: false }) });

/** What is put before the code of the workers that check deals and open files: the first question each is asked never ends. */
const endless = () => {
  const listen = self.addEventListener.bind(self);
  self.addEventListener = ((kind: string, take: (event: MessageEvent) => void) =>
    listen(kind, (event) => {
      const { data } = event as MessageEvent<{ kind?: string; file?: string }>;
      if (data.kind === 'check' || data.file !== undefined) for (;;);
      take(event as MessageEvent);
    })) as typeof self.addEventListener;
};

test('checks and an opening that never end are given up, and begin anew when asked', async ({ page }) => {
  let spoiled = true;
  await page.route(/\/assets\/(?:check|source)\.worker-.*\.js/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: spoiled ? `(${endless.toString()})();\n${text}` : text });
  });
  await page.clock.install();
  await page.goto('/');
  await drop(page, [path.join(folder, 'a-good.txt')]);
  await untilRead(page);
  /** Time goes by faster than it does while something hangs, and slower than what is at work needs. */
  const tick = (milliseconds: number): Promise<void> => page.clock.runFor(milliseconds);
  await openSection(page, 'Checks');
  const alert = page.getByRole('alert');
  await expect(async () => {
    await tick(20_000);
    await expect(alert).toContainText(/Checking was given up after \d+ seconds/, { timeout: 1000 });
  }).toPass();
  spoiled = false;
  await alert.getByRole('button', { name: 'Check again' }).click();
  await expect(async () => {
    await tick(300);
    await expect(page.getByRole('heading', { name: /findings?$/i })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(alert).toHaveCount(0);

  spoiled = true;
  const open = async (): Promise<void> => {
    await openSection(page, 'Statement');
    await page.getByRole('link', { name: /a-good\.txt$/ }).click();
  };
  await open();
  await expect(async () => {
    await tick(20_000);
    await expect(alert).toContainText(/Opening it was given up after \d+ seconds/, { timeout: 1000 });
  }).toPass();
  spoiled = false;
  await page.goBack();
  await open();
  await expect(async () => {
    await tick(300);
    await expect(page.getByRole('main')).toContainText('STATEMENT TO CERTIFICATEHOLDERS', { timeout: 1000 });
  }).toPass();
});

test('a file over which its reader dies is reported, and the others are read', async ({ page }) => {
  await page.route('**/assets/read.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${deadly.toString()})();\n${await response.text()}` });
  });
  await page.clock.install();
  await page.goto('/');
  await drop(
    page,
    ['a-good', 'endless', 'crash', 'm-good', 'memory', 'z-good'].map((name) => path.join(folder, `${name}.txt`)),
  );
  // The time limit of a file, without waiting for it.
  const ticking = setInterval(() => void page.clock.runFor(5_000).catch(() => undefined), 500);
  try {
    await untilRead(page);
  } finally {
    clearInterval(ticking);
  }
  await expect(page.getByRole('navigation', { name: 'Deals and files' })).toContainText(ownFilings.deal);
  await page.getByRole('link', { name: /^6 files/ }).click();
  await expect(row(page, 'a-good.txt')).toContainText('28 May 2002');
  await expect(row(page, 'm-good.txt')).toContainText('10-K');
  await expect(row(page, 'z-good.txt')).toContainText(/424B|offering/i);
  await expect(row(page, 'endless.txt')).toContainText(/given up after \d+ seconds/);
  await expect(row(page, 'crash.txt')).toContainText('The reader stopped: ');
  await expect(row(page, 'memory.txt')).toContainText(/The reader stopped|given up after \d+ seconds/);
});
