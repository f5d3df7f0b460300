import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { filingSets, ownFilings } from './filings.ts';
import { complaints, dealLink, drop, openSection, untilRead } from './page.ts';

const load = async (page: Page, paths: readonly string[], deal: string): Promise<void> => {
  await page.goto('/');
  await drop(page, paths);
  await untilRead(page);
  await dealLink(page, deal).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(deal);
};

const text = (page: Page): Locator => page.getByRole('region', { name: /^Text of/ });
const line = (page: Page, number: number): Locator => text(page).locator(`[data-line="${number}"]`);
const target = (page: Page): Locator => text(page).locator('[aria-current="true"]');

/** The number of the first line of a file that matches. */
const lineOf = (file: string, pattern: RegExp): number =>
  readFileSync(file, 'latin1')
    .split(/\r?\n/)
    .findIndex((each) => pattern.test(each)) + 1;

for (const filings of filingSets) {
  test.describe(`figures and their lines, ${filings.title}`, () => {
    test('a chart point of Class A opens its line, and Back leads back to the chart', async ({ page }) => {
      await load(page, [filings.monthly], filings.deal);
      const column = page.getByRole('figure', { name: 'Class balances' }).locator('path.chart-column').first();
      await column.scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate(() => window.scrollY);
      const address = page.url();
      const box = await column.boundingBox();
      if (box === null) throw new Error('the column has no place on the page');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      const number = lineOf(filings.monthly, /^\s*A\s.*158,463,799/);
      await expect(page.locator('.chart-tooltip')).toContainText(`A opens line ${number}`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);

      await expect(target(page)).toHaveText('158,463,799');
      await expect(target(page)).toBeInViewport();
      await expect(line(page, number)).toContainText('158,463,799');
      const figure = page.getByRole('region', { name: 'Figure' });
      await expect(figure).toContainText('Ending balance');
      await expect(figure).toContainText('Proven');
      await expect(figure).toContainText('Balance roll-forward, class A');
      await expect(page.getByText(/17[7-9] of 200 figures proven/)).toBeVisible();

      await page.goBack();
      await expect(page).toHaveURL(address);
      await expect(column).toBeInViewport();
      expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    });

    test('a finding of the year opens with both lines marked', async ({ page }) => {
      await load(page, [filings.monthly, filings.annual], filings.deal);
      await openSection(page, 'Checks');
      const findings = page.getByRole('region', { name: 'Findings' });
      await expect(findings.getByRole('heading', { level: 2 })).toHaveText('7 findings');
      await findings
        .getByRole('link', { name: /^Realized losses by class: CE prints 126,976, TOTAL prints 0/ })
        .click();

      const excess = lineOf(filings.annual, /^\s*CE\s+126,976/);
      await expect(line(page, excess).locator('.mark-contradicted').first()).toHaveText('126,976');
      await expect(line(page, excess).locator('.mark-finding').first()).toBeInViewport();
      await expect(line(page, excess + 1)).toContainText(/TOTAL/i);
      await expect(
        line(page, excess + 1)
          .locator('.mark-contradicted')
          .first(),
      ).toHaveText('0');
      await expect(
        line(page, excess + 1)
          .locator('.mark-finding')
          .first(),
      ).toBeInViewport();
      await expect(page.getByRole('region', { name: 'This finding' })).toContainText('the gap is 126,976');

      await page.getByRole('button', { name: 'Next finding' }).click();
      await expect(page.getByRole('region', { name: 'This finding' })).not.toContainText('TOTAL prints 0');
      await page.goBack();
      await expect(findings).toBeVisible();
    });
  });
}

test('key figures and table cells open their lines by key', async ({ page }) => {
  await load(page, [ownFilings.monthly], ownFilings.deal);
  const key = page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' });
  await key.focus();
  await page.keyboard.press('Enter');
  await expect(target(page)).toHaveText('196,206,895');
  await page.goBack();
  await expect(key).toBeFocused();

  await openSection(page, 'Tables');
  const cell = page.getByRole('region', { name: 'Classes by month' }).getByRole('gridcell').nth(1);
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(target(page)).toHaveText('158,463,799');
  await expect(target(page)).toBeFocused();

  await page.keyboard.press('ArrowLeft');
  await expect(target(page)).toBeFocused();
  await expect(target(page)).not.toHaveText('158,463,799');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/concept=endingBalance/);
  await expect(page.getByRole('figure', { name: 'Class balances' })).toBeInViewport();
});

test('a figure picked by key in a chart opens its line', async ({ page }) => {
  await load(page, [ownFilings.monthly], ownFilings.deal);
  const plot = page.getByRole('figure', { name: 'Class balances' }).getByRole('application');
  await plot.scrollIntoViewIfNeeded();
  await plot.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.chart-tooltip')).toContainText('M-1 opens line');
  await page.keyboard.press('Enter');
  await expect(target(page)).toHaveText('12,415,000');
});

test('text is found, and a line is copied with its source', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await load(page, [ownFilings.monthly], ownFilings.deal);
  await openSection(page, 'Statement');
  await page.getByRole('link', { name: /monthly-2002-05\.txt$/ }).click();
  await expect(text(page)).toBeVisible();
  await page.getByLabel('Find', { exact: true }).fill('196,206,895');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(text(page).locator('mark').first()).toBeInViewport();
  await page.getByLabel('Find', { exact: true }).press('Enter');
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: /^Copy line/ }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/196,206,895[\s\S]*\n\(.*monthly-2002-05\.txt, line \d+\)$/);
});

test('an address of a line waits for its file', async ({ page }) => {
  const number = lineOf(ownFilings.monthly, /158,463,799/);
  await page.goto(`/#/source/monthly-2002-05.txt?line=${number}`);
  await expect(page.getByText('that is not loaded here')).toBeVisible();
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
  await expect(line(page, number)).toBeInViewport();
});

test('entries of an archive open too', async ({ page }) => {
  await page.goto('/');
  await drop(page, [resolve('public/samples/simulated-mortgage-2005-2.zip')]);
  await untilRead(page);
  await page.getByLabel('Key figures of').getByRole('button').first().click();
  await expect(target(page)).toBeInViewport();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('.zip!');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`source and checks have nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const heard = complaints(page);
    const objections = async (): Promise<unknown> => {
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      return violations.map(({ id, nodes }) => ({
        id,
        where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)),
      }));
    };
    await load(page, [ownFilings.monthly, ownFilings.annual], ownFilings.deal);
    await openSection(page, 'Checks');
    await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
    expect(await objections()).toEqual([]);
    await page
      .getByRole('link', { name: /CE prints 126,976/ })
      .first()
      .click();
    await expect(page.getByRole('region', { name: 'Figure' })).toContainText('checks');
    expect(await objections()).toEqual([]);
    expect(heard).toEqual([]);
  });
}

for (const width of [400, 1280, 1920]) {
  test(`source and checks keep to a page ${width} pixels wide`, async ({ page }) => {
    await page.goto('/');
    await drop(page, [ownFilings.monthly, ownFilings.annual]);
    await untilRead(page);
    await page.setViewportSize({ width, height: 900 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await openSection(page, 'Checks');
    await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page
      .getByRole('link', { name: /CE prints 126,976/ })
      .first()
      .click();
    await expect(text(page)).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}
