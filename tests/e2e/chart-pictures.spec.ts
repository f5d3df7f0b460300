import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { complaints, drop, untilRead } from './page.ts';

const chart = (page: Page, title: string): Locator => page.getByRole('figure', { name: title });

const openMonth = async (page: Page): Promise<void> => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
};

const choose = async (within: Locator, item: string): Promise<void> => {
  await within.getByRole('button', { name: /^More for/ }).click();
  await within.getByRole('menuitem', { name: item }).click();
};

const saved = async (page: Page, within: Locator, item: string): Promise<{ name: string; bytes: Buffer }> => {
  const download = page.waitForEvent('download');
  await choose(within, item);
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

/** Size of a picture and its colours, as the browser decodes it. */
const decoded = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
    const colours = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    return { width: canvas.width, height: canvas.height, colours: [...colours] };
  }, png.toString('base64'));

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a chart is saved as SVG and PNG with all that it needs to be understood, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const heard = complaints(page);
    await openMonth(page);
    const delinquency = chart(page, 'Delinquency');
    // The charts above may still be taking their room.
    await expect(async () => {
      await delinquency.scrollIntoViewIfNeeded();
      await expect(delinquency.locator('.chart-column').first()).toBeVisible({ timeout: 1000 });
    }).toPass();
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const legend = await delinquency.locator('.chart-legend-name').allTextContents();
    expect(legend.length).toBeGreaterThan(3);
    const columns = await delinquency
      .locator('.chart-column')
      .evaluateAll((drawn) =>
        drawn.map((column) => getComputedStyle(column).fill).filter((fill) => fill.startsWith('rgb')),
      );
    expect(columns.length).toBeGreaterThan(0);

    const svg = await saved(page, delinquency, 'SVG picture');
    expect(svg.name).toBe('example-home-equity-loan-trust-2002-1-delinquency-2002-05.svg');
    const text = svg.bytes.toString('utf8');
    // A page without a policy, as the app's own lets no text become a document.
    const blank = await page.context().newPage();
    const { words, faults } = await blank.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        words: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent ?? ''),
        faults: parsed.querySelectorAll('parsererror').length,
      };
    }, text);
    await blank.close();
    expect(faults).toBe(0);
    expect(words).toEqual(expect.arrayContaining(['Delinquency', ownFilings.deal]));
    for (const name of legend)
      expect(
        words.some((word) => word.startsWith(name)),
        name,
      ).toBe(true);
    expect(words.some((word) => word.endsWith('28 May 2002'))).toBe(true);
    expect(words).toContain('Source: monthly-2002-05.txt');
    // Nothing that only the page could resolve, and the colours of the theme.
    expect(text).not.toMatch(/var\(|light-dark\(|class=|style=|url\(#[^)]*[:«]/);
    expect(text).toContain(ground);
    for (const fill of columns) expect(text).toContain(fill);
    for (const [, id] of text.matchAll(/url\(#([^)]+)\)/g)) expect(text).toContain(`id="${id}"`);

    const png = await saved(page, delinquency, 'PNG picture');
    expect(png.name).toBe('example-home-equity-loan-trust-2002-1-delinquency-2002-05.png');
    const { width, height, colours } = await decoded(page, png.bytes);
    const svgHeight = Number(/<svg[^>]* height="([\d.]+)"/.exec(text)?.[1]);
    expect([width, height]).toEqual([1920, 2 * svgHeight]);
    const [most] = [...colours].sort(([, left], [, right]) => right - left);
    expect(most?.[0]).toBe(ground);
    for (const fill of columns) expect(new Map(colours).get(fill) ?? 0, fill).toBeGreaterThan(200);
    expect(heard).toEqual([]);
  });
}

test('what is hidden in a chart is hidden in its picture and in its data', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMonth(page);
  const balances = chart(page, 'Class balances');
  await balances.getByRole('list').getByRole('button', { name: 'A', exact: true }).click();
  const svg = (await saved(page, balances, 'SVG picture')).bytes.toString('utf8');
  expect(svg).toContain('>M-1</text>');
  expect(svg).not.toContain('>A</text>');
  await choose(balances, 'Copy data');
  await expect(balances).toContainText('Copied 1 row of');
  const [headings = '', figures = ''] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(headings.split('\t').slice(0, 2)).toEqual(['Date', 'M-1']);
  expect(figures.split('\t')[0]).toBe('2002-05-28');
  expect(figures.split('\t').at(-1)).toBe('monthly-2002-05.txt');
  expect(Number(figures.split('\t')[1])).toBeGreaterThan(1_000_000);
  const csv = await saved(page, balances, 'CSV');
  expect(csv.name).toMatch(/\.csv$/);
  expect(csv.bytes.toString('utf8').split('\r\n')[0]).toBe(headings.replaceAll('\t', ','));
});

test('a chart fills the screen, by keyboard alone, and gives it back', async ({ page }) => {
  await openMonth(page);
  const balances = chart(page, 'Class balances');
  const button = balances.getByRole('button', { name: /^More for/ });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(balances.getByRole('menuitem', { name: 'Full screen' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(balances.getByRole('menuitem', { name: 'Copy data' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const leave = balances.getByRole('button', { name: 'Leave full screen' });
  await expect(leave).toBeVisible();
  expect(await page.evaluate(() => document.fullscreenElement?.matches('figure.chart'))).toBe(true);
  await expect(balances.getByRole('application')).toBeVisible();
  await leave.press('Enter');
  await expect(leave).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
