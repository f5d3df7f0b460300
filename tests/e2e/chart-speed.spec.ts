import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { atPercentile, listenToInteractions, told } from './interactions.ts';
import { monthsOfLargeDeal, writeLargeDeal } from './large-deal.ts';
import { openSection, untilRead } from './page.ts';

/** Ceilings in milliseconds, many times what an idle machine takes: they catch what became slow, not what is busy. */
const ceilings = { section: 8000, hover: 400, interaction: 1500 } as const;

let folder: string;
let archive: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-'));
  archive = path.join(folder, 'statements.zip');
  await writeLargeDeal(archive);
});

test.afterAll(() => rm(folder, { recursive: true }));

/** Milliseconds from a click on a section's tab to the frame in which its first chart is drawn. */
const timeToSection = (page: Page, name: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const tabs = [...document.querySelectorAll<HTMLElement>('nav[aria-label=Sections] a')];
    const before = document.querySelector('.charts > .chart');
    const start = performance.now();
    tabs.find(({ textContent }) => textContent === wanted)?.click();
    await new Promise<void>((done) => {
      const look = () => {
        const first = document.querySelector('.charts > .chart');
        if (first !== before && first?.querySelector('.recharts-surface path') != null) done();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return performance.now() - start;
  }, name);

/** Milliseconds from each movement over the first chart to the frame after it, in order of size. */
const timesToFollow = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const plot = document.querySelector('.recharts-wrapper');
    if (plot === null) throw new Error('there is no chart');
    plot.scrollIntoView({ block: 'center' });
    const box = plot.getBoundingClientRect();
    const times: number[] = [];
    for (let step = 0; step < 60; step += 1) {
      const at = {
        bubbles: true,
        clientX: box.left + 70 + ((box.width - 140) * step) / 60,
        clientY: box.top + box.height / 2,
      };
      const target = document.elementFromPoint(at.clientX, at.clientY) ?? plot;
      const start = performance.now();
      if (step === 0) {
        target.dispatchEvent(new PointerEvent('pointerover', at));
        target.dispatchEvent(new MouseEvent('mouseover', at));
      }
      target.dispatchEvent(new PointerEvent('pointermove', at));
      target.dispatchEvent(new MouseEvent('mousemove', at));
      await new Promise((done) => {
        requestAnimationFrame(() => setTimeout(done, 0));
      });
      times.push(performance.now() - start);
    }
    return times.sort((left, right) => left - right);
  });

test('charts of twenty classes over thirty years answer at once', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await page.getByLabel('Files').first().setInputFiles(archive);
  await untilRead(page);
  await expect(page.getByRole('figure', { name: 'Class balances' })).toContainText(`${monthsOfLargeDeal} months`);

  const sections = ['Factors', 'Delinquency', 'Rates and excess spread', 'Balances', 'Overview'];
  const taken: Record<string, number> = {};
  // Each twice: the first time its measures are computed and its code is loaded.
  for (const round of [1, 2]) {
    for (const section of sections) {
      const time = await timeToSection(page, section);
      taken[section] = Math.round(round === 1 ? time : Math.min(time, taken[section] ?? time));
    }
  }
  await openSection(page, 'Overview');
  const following = await timesToFollow(page);
  const [middle = 0, most = 0] = [following[30], following[57]].map((time) => Math.round(time ?? 0));
  console.log(`sections ${JSON.stringify(taken)} ms, hover median ${middle} ms, 95th percentile ${most} ms`);

  await expect(page.locator('.chart-tooltip')).toHaveCount(1);
  for (const section of sections) expect(taken[section], section).toBeLessThan(ceilings.section);
  expect(middle).toBeLessThan(ceilings.hover);
});

test('what one does with a large deal is seen at once', async ({ page }) => {
  test.setTimeout(180_000);
  const interactions = await listenToInteractions(page);
  await page.goto('/');
  await page.getByLabel('Files').first().setInputFiles(archive);
  await untilRead(page);
  const balances = page.getByRole('figure', { name: 'Class balances' });
  await expect(balances.getByRole('application')).toBeVisible();

  const legend = balances.getByRole('list', { name: /^Series of/ });
  await legend.getByRole('button').first().click();
  await legend.getByRole('button', { name: 'Show all' }).click();
  await balances.getByRole('button', { name: 'Lines' }).click();
  await balances.getByRole('button', { name: 'Stacked' }).click();
  await page.getByRole('button', { name: '36 m' }).click();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByRole('button', { name: 'Deal age' }).click();
  await page.getByRole('button', { name: 'Date', exact: true }).click();
  await balances.getByRole('button', { name: 'Table' }).click();
  await expect(balances.getByRole('table')).toBeVisible();
  await balances.getByRole('button', { name: 'Table' }).click();
  for (const section of ['Balances', 'Factors', 'Losses', 'Rates and excess spread', 'Tables']) {
    await openSection(page, section);
  }
  const table = page.getByRole('region', { name: 'Classes by month' });
  await table.getByLabel('Filter').pressSequentially('2012');
  await expect(table).toContainText('12 of 360 rows');
  await table.getByRole('columnheader', { name: 'Class A-1' }).first().getByRole('button').click();
  for (const section of ['Statement', 'Checks', 'Timeline', 'Overview']) await openSection(page, section);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to or do' })).toBeFocused();
  await page.keyboard.type('class a balance');
  await page.keyboard.press('Enter');
  await page.goBack();
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare');
  await page.getByRole('button', { name: 'Classes of a deal' }).click();
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(page.getByRole('region', { name: 'All deals' })).toBeVisible();

  console.log(told(interactions));
  expect(interactions.length).toBeGreaterThan(10);
  expect(atPercentile(interactions, 50)).toBeLessThan(ceilings.interaction);
});
