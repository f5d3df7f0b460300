import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { simulate } from '../../scripts/samples/deal.ts';
import { print } from '../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../scripts/samples/statement.ts';
import { openSection, untilRead } from './page.ts';

/** Thirty years of a deal of twenty classes with balances: as much as charts are meant for. */
const months = 360;

/** Ceilings in milliseconds, many times what an idle machine takes: they catch what became slow, not what is busy. */
const ceilings = { section: 8000, hover: 400 } as const;

let folder: string;
let archive: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-'));
  const deal = simulate(7, {
    months,
    seniorClasses: 11,
    mezzanineClasses: 7,
    prepaymentSpeed: 0.12,
    loans: 2000,
    stress: 0.2,
  });
  const entries: Record<string, Uint8Array> = {};
  for (const [index, { date }] of deal.months.entries()) {
    const { text } = print(monthlyStatement(deal, index + 1), 'usbank');
    entries[`${date}.txt`] = new TextEncoder().encode(text);
  }
  archive = path.join(folder, 'statements.zip');
  await writeFile(archive, zipSync(entries));
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
  await expect(page.getByRole('figure', { name: 'Class balances' })).toContainText(`${months} months`);

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
