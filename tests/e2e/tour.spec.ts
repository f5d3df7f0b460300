import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/setup/server.mjs';
import { drivenBy, elsewhere, tour, tourFilings } from '../tour/tour.ts';
import { listenToInteractions, told } from './interactions.ts';
import { complaints } from './page.ts';

test.use({ serviceWorkers: 'allow' });

test('a tour of the whole app asks no other host for anything and has nothing to complain of', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const heard = complaints(page);
  const interactions = await listenToInteractions(page);
  const asked: string[] = [];
  // Of every page and worker there is.
  context.on('request', (request) => asked.push(request.url()));
  const server = await serve(resolve('dist'), 24_300);
  await tour(drivenBy(page, server), tourFilings, async (action) => {
    const download = page.waitForEvent('download');
    await action();
    return readFile(await (await download).path(), 'utf8');
  });
  console.log(told(interactions));
  expect(interactions.length).toBeGreaterThan(10);
  expect(heard).toEqual([]);
  expect(asked.filter((url) => url.includes('/assets/') && url.includes('worker')).length).toBeGreaterThan(0);
  expect(elsewhere(asked, server.address)).toEqual([]);
});
