import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { tour, tourFilings } from '../tour/tour.ts';
import { complaints } from './page.ts';

test.use({ serviceWorkers: 'allow' });

test('a tour of the whole app asks no other host for anything and has nothing to complain of', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const heard = complaints(page);
  const asked: string[] = [];
  // Of every page and worker there is.
  context.on('request', (request) => asked.push(request.url()));
  await tour(
    {
      open: async (path) => void (await page.goto(path)),
      evaluate: (task, given) => page.evaluate(task as never, given),
      choose: (selector, paths) => page.setInputFiles(selector, [...paths]),
    },
    tourFilings,
    async (action) => {
      const download = page.waitForEvent('download');
      await action();
      return readFile(await (await download).path(), 'utf8');
    },
  );
  expect(heard).toEqual([]);
  expect(asked.filter((url) => url.includes('/assets/') && url.includes('worker')).length).toBeGreaterThan(0);
  const elsewhere = asked.filter((url) => {
    const { protocol, origin } = new URL(url);
    return protocol !== 'data:' && protocol !== 'blob:' && origin !== baseURL?.replace(/\/$/, '');
  });
  expect(elsewhere).toEqual([]);
});
