import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { writeServiceWorker } from '../../scripts/setup/offline.mjs';
import { serve } from '../../scripts/setup/server.mjs';
import { complaints, untilKept, untilRead } from './page.ts';

test.use({ serviceWorkers: 'allow' });

let folder: string;
let first: string;
let second: string;
let server: Awaited<ReturnType<typeof serve>> | null = null;

/** Serves another build under the same address. */
const serveFrom = async (build: string, address?: string): Promise<string> => {
  server?.close();
  server = await serve(build, address === undefined ? 24_100 : Number(new URL(address).port), {
    exactPort: address !== undefined,
  });
  return server.address;
};

/** The build once more with another title and one part under another name, as if it had changed. */
const changedBuild = async (from: string, to: string): Promise<void> => {
  await cp(from, to, { recursive: true });
  const assets = path.join(to, 'assets');
  const names = await readdir(assets);
  const help = names.find((name) => name.startsWith('HelpPage') && name.endsWith('.js')) ?? '';
  await rename(path.join(assets, help), path.join(assets, 'HelpPage-changed.js'));
  for (const name of await readdir(assets)) {
    if (!name.endsWith('.js')) continue;
    const text = await readFile(path.join(assets, name), 'utf8');
    if (text.includes(help)) await writeFile(path.join(assets, name), text.replaceAll(help, 'HelpPage-changed.js'));
  }
  const page = path.join(to, 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('lang="en"', 'lang="en" data-build="second"'));
  await writeServiceWorker(to);
};

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-offline-'));
  first = path.join(folder, 'first');
  second = path.join(folder, 'second');
  await cp('dist', first, { recursive: true });
  await changedBuild(first, second);
});

test.afterEach(() => {
  server?.close();
  server = null;
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

const lookForNewVersion = (page: Page): Promise<string | null> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (
      registration?.update().then(
        () => null,
        (error: unknown) => String(error),
      ) ?? 'not registered'
    );
  });

/** Pages of the second build say so. */
const isOf = (page: Page, build: 'first' | 'second'): Promise<void> => {
  const root = expect(page.locator('html'));
  return build === 'second'
    ? root.toHaveAttribute('data-build', 'second')
    : root.not.toHaveAttribute('data-build', 'second');
};

test('works without network and server after the first visit', async ({ page, context }) => {
  const address = await serveFrom(first);
  const heard = complaints(page);
  await page.goto(address);
  await untilKept(page);
  server?.close();
  await context.setOffline(true);

  await page.reload();
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Simulated');
  await expect(page.getByRole('figure', { name: 'Class balances' }).getByRole('application')).toBeVisible();
  // The text of what was read is kept too: a figure opens its line without any of it being fetched.
  await page.reload();
  await page
    .getByLabel(/^Key figures of/)
    .getByRole('button', { name: '$' })
    .first()
    .click();
  await expect(page.getByRole('region', { name: /^Text of/ }).locator('[aria-current="true"]')).toHaveText(/^[\d,.]+$/);
  await page.getByRole('link', { name: 'Help' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Start here');
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain("frame-ancestors 'none'");
  expect(heard).toEqual([]);
});

test('a new version asks before it takes over, and the page before it keeps its own parts', async ({ page }) => {
  const address = await serveFrom(first);
  await page.goto(address);
  await untilKept(page);
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await untilRead(page);

  await serveFrom(second, address);
  expect(await lookForNewVersion(page)).toBeNull();
  const notice = page.getByRole('status').filter({ hasText: 'A new version is ready.' });
  await expect(notice).toBeVisible();

  // Of this part the server has only the newer one.
  await page.getByRole('link', { name: 'Help' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Start here');
  await isOf(page, 'first');

  // A page opened meanwhile is of the version before as well, whole.
  const other = await page.context().newPage();
  await other.goto(address);
  await isOf(other, 'first');
  await expect(other.getByRole('status').filter({ hasText: 'A new version is ready.' })).toBeVisible();
  // A build that is asked for parts in the moment it gives way is started once more, and then rests only half a minute later.
  await other.waitForLoadState('networkidle');

  await notice.getByRole('button', { name: 'Reload' }).click();
  await isOf(page, 'second');
  await expect(notice).toHaveCount(0);
  // What was kept by the version before is there.
  await expect(page.locator('.deal-list a').first()).toContainText('Simulated');
  // The other page stays as it is until someone reloads it, and still finds its own parts.
  await isOf(other, 'first');
  await other.getByRole('link', { name: 'Help' }).first().click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Start here');
});

test('a build of which one part is another than announced is not taken over', async ({ page }) => {
  const address = await serveFrom(first);
  await page.goto(address);
  await untilKept(page);
  const mixed = path.join(folder, 'mixed');
  await cp(second, mixed, { recursive: true });
  await writeFile(path.join(mixed, 'assets', 'HelpPage-changed.js'), 'export const HelpPage = () => null;');
  await serveFrom(mixed, address);
  await lookForNewVersion(page);
  const installing = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.installing?.state ?? null, registration?.waiting?.state ?? null];
    });
  await expect.poll(installing).toEqual([null, null]);
  await page.reload();
  await isOf(page, 'first');
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
});

test('can be installed', async ({ page, request }) => {
  const address = await serveFrom(first);
  await page.goto(address);
  const href = (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '';
  const manifest = (await (await request.get(new URL(href, address).href)).json()) as {
    icons: { src: string; type: string }[];
    start_url: string;
  };
  expect(manifest.start_url).toBe('/');
  for (const { src, type } of manifest.icons) {
    const answer = await request.get(new URL(src, address).href);
    expect(answer.headers()['content-type'], src).toBe(type);
  }
});

test('parts that were altered or taken out of what is kept are fetched again', async ({ page }) => {
  const address = await serveFrom(first);
  const heard = complaints(page);
  await page.goto(address);
  await untilKept(page);
  const spoil = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      // Of another page under the same address, with the beginning of our name.
      await (await caches.open('paydown of somebody else')).put('/assets/other.js', new Response('throw 1'));
      const [own = ''] = (await caches.keys()).filter((name) => /^paydown [0-9a-f]{16}$/.test(name));
      const cache = await caches.open(own);
      const urls = (await cache.keys()).map(({ url }) => url);
      const scripts = urls.filter((url) => /\/assets\/index-.*\.js$/.test(url));
      const [script = ''] = scripts;
      await cache.put(
        script,
        new Response('throw new Error("altered")', { headers: { 'Content-Type': 'text/javascript' } }),
      );
      const styles = urls.filter((url) => url.endsWith('.css'));
      for (const style of styles) await cache.delete(style);
      return [...scripts.slice(0, 1), ...styles];
    });
  expect((await spoil()).length).toBeGreaterThan(1);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the sample deal' })).toBeVisible();

  // They are kept again: also without the server it opens.
  server?.close();
  server = null;
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the sample deal' })).toBeVisible();
  expect(heard).toEqual([]);
});

test('where the script is gone and there is no network, the page itself says what to do', async ({
  page,
  browserName,
}) => {
  const address = await serveFrom(first);
  await page.goto(address);
  await untilKept(page);
  const told = page.getByRole('heading', { level: 1, name: 'Paydown did not start' });
  await expect(page.getByRole('button', { name: 'Open the sample deal' })).toBeVisible();
  // What the app starts with takes its place.
  await expect(page.locator('.not-started')).toHaveCount(0);
  const taken = await page.evaluate(async () => {
    const [own = ''] = (await caches.keys()).filter((name) => /^paydown [0-9a-f]{16}$/.test(name));
    const cache = await caches.open(own);
    const scripts = (await cache.keys()).filter(({ url }) => /\/assets\/index-.*\.js$/.test(url));
    return Promise.all(scripts.map((script) => cache.delete(script)));
  });
  expect(taken, browserName).toContain(true);
  server?.close();
  server = null;
  // What the browser itself remembers of what was fetched is no help for long.
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.reload();
  await expect(told).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('main')).toContainText('What this browser keeps of your files is untouched');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await serveFrom(first, address);
  await page.getByRole('link', { name: 'load the page again' }).click();
  await expect(page.getByRole('button', { name: 'Open the sample deal' })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('where the browser does not give what it keeps, the server is asked', async ({ page }) => {
  const refusing = path.join(folder, 'refusing');
  await cp(first, refusing, { recursive: true });
  const script = path.join(refusing, 'service-worker.js');
  const refusal = 'CacheStorage.prototype.match = () => Promise.reject(new Error("refused"));\n';
  await writeFile(script, refusal + (await readFile(script, 'utf8')));
  const address = await serveFrom(refusing);
  const heard = complaints(page);
  await page.goto(address);
  await untilKept(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the sample deal' })).toBeVisible();
  expect(heard).toEqual([]);
});
