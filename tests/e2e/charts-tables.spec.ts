import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { ownFilings } from './filings.ts';
import { cells, complaints, dealLink, drop, openSection, untilRead } from './page.ts';

const openSample = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Simulated');
};

const chart = (page: Page, title: string): Locator => page.getByRole('figure', { name: title });
const plot = (page: Page, title: string): Locator => chart(page, title).getByRole('application');
const areas = (page: Page, title: string): Locator => chart(page, title).locator('.chart-area');

/** The texts of the rows of a grid that are on the page, without the unseen padding. */
const gridRows = (table: Locator): Promise<string[][]> =>
  table
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));

const exported = async (page: Page, table: Locator): Promise<string[][]> => {
  const download = page.waitForEvent('download');
  await table.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  return Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data;
};

const plain = (printed: string): string => printed.replace(/[$,%]/g, '');

test('the legend takes series out of a chart and puts them back, by mouse and by key', async ({ page }) => {
  await openSample(page);
  const legend = chart(page, 'Class balances').getByRole('list', { name: /^Series of/ });
  await expect(plot(page, 'Class balances')).toBeVisible();
  await expect(areas(page, 'Class balances')).not.toHaveCount(0);
  const all = await areas(page, 'Class balances').count();
  expect(all).toBeGreaterThan(3);

  const senior = legend.getByRole('button').first();
  await expect(senior).toHaveAttribute('aria-pressed', 'true');
  await senior.click();
  await expect(senior).toHaveAttribute('aria-pressed', 'false');
  await expect(areas(page, 'Class balances')).toHaveCount(all - 1);
  // Without the largest class the axis comes down to the others.
  await expect(plot(page, 'Class balances')).not.toContainText('$200m');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(areas(page, 'Class balances')).toHaveCount(all - 2);

  await legend.getByRole('button', { name: 'Show all' }).click();
  await expect(areas(page, 'Class balances')).toHaveCount(all);
});

test('balances can be seen stacked or as lines, in dollars or as a share', async ({ page }) => {
  await openSample(page);
  const balances = chart(page, 'Class balances');
  await expect(plot(page, 'Class balances')).toContainText('$200m');
  await balances.getByRole('button', { name: 'Lines' }).click();
  await expect(areas(page, 'Class balances')).toHaveCount(0);
  const unit = page.getByRole('group', { name: 'Unit' });
  await unit.getByRole('button', { name: '%', exact: true }).click();
  await expect(plot(page, 'Class balances')).toContainText('100\u202f%');
  await expect(balances).toContainText('% of each class’s original balance');
  await balances.getByRole('button', { name: 'Stacked' }).click();
  await expect(balances).toContainText('% of the deal’s original balance');
});

test('the tooltip tells a month as printed, the crosshair stands in every chart, a click beside the figures chooses the month', async ({
  page,
}) => {
  await openSample(page);
  await page.setViewportSize({ width: 1600, height: 1400 });
  const box = await plot(page, 'Class balances').boundingBox();
  if (box === null) throw new Error('the chart has no place on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);

  const tooltip = page.locator('.chart-tooltip');
  await expect(tooltip).toHaveCount(1);
  const date = (await tooltip.locator('strong').textContent()) ?? '';
  const told = await tooltip.locator('.chart-figure').allTextContents();
  expect(date).toMatch(/^\d{1,2} [A-Z][a-z]+ \d{4}$/);
  await expect(page.locator('.chart-crosshair')).toHaveCount(4);

  // Above the stack, which has come down from its first height.
  await page.mouse.click(box.x + box.width / 2, box.y + 16);
  const [, month = '', year = ''] = date.split(' ');
  await expect(page.getByLabel('Month', { exact: true }).locator('option:checked')).toHaveText(`${month} ${year}`);

  await page.mouse.move(5, 5);
  await expect(tooltip).toHaveCount(0);
  const balances = chart(page, 'Class balances');
  await balances.getByRole('button', { name: 'Table' }).click();
  const row = (await cells(balances.getByRole('table'))).find(([first]) => first === date);
  expect(told).toEqual(row?.slice(1));
});

test('arrow keys move through the months of a chart and Enter chooses one', async ({ page }) => {
  await openSample(page);
  const select = page.getByLabel('Month', { exact: true });
  const latest = await select.inputValue();
  await chart(page, 'Prepayments').scrollIntoViewIfNeeded();
  await plot(page, 'Prepayments').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const tooltip = chart(page, 'Prepayments').locator('.chart-tooltip');
  await expect(tooltip).toContainText('Payoffs');
  const [, month = '', year = ''] = ((await tooltip.locator('strong').textContent()) ?? '').split(' ');
  await page.keyboard.press('Enter');
  await expect(select).not.toHaveValue(latest);
  await expect(select.locator('option:checked')).toHaveText(`${month} ${year}`);
});

test('a click on the marks under the axis chooses the nearest month', async ({ page }) => {
  await openSample(page);
  const select = page.getByLabel('Month', { exact: true });
  const first = await select.locator('option').first().getAttribute('value');
  const last = await select.locator('option').last().getAttribute('value');
  const earliest = [first ?? '', last ?? ''].sort()[0] ?? '';
  await expect(select).not.toHaveValue(earliest);
  await chart(page, 'Class balances').getByRole('list').first().scrollIntoViewIfNeeded();
  const marks = await chart(page, 'Class balances').locator('.chart-statements').boundingBox();
  if (marks === null) throw new Error('the chart has no marks');
  await page.mouse.click(marks.x + 1, marks.y + 3);
  await expect(select).toHaveValue(earliest);
});

test('one month is drawn as columns and points, not as nothing', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
  for (const title of ['Class balances', 'Delinquency', 'Prepayments']) {
    await chart(page, title).scrollIntoViewIfNeeded();
    const heights = await chart(page, title)
      .locator('path.chart-column')
      .evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().height));
    expect(Math.max(...heights), title).toBeGreaterThan(50);
  }
  await chart(page, 'Certificate factors').scrollIntoViewIfNeeded();
  await expect.poll(() => chart(page, 'Certificate factors').locator('circle').count()).toBeGreaterThan(2);
});

test('a missing month interrupts the lines and is named', async ({ page }) => {
  const folder = 'public/samples/simulated-home-equity-2003-1';
  await page.goto('/');
  await drop(
    page,
    ['200303', '200304', '200306', '200307'].map((month) =>
      resolve(`${folder}/simulated-home-equity-2003-1-${month}.txt`),
    ),
  );
  await untilRead(page);
  const balances = chart(page, 'Class balances');
  await expect(balances).toContainText('No statement loaded for May 2003.');
  await expect(balances).toContainText('March 2003 – July 2003, 4 months');
  await expect(balances.locator('.chart-gap')).toHaveCount(1);
  await expect(plot(page, 'Class balances')).toContainText('no May 2003');
  const outline = await areas(page, 'Class balances').first().locator('path').first().getAttribute('d');
  expect(outline?.match(/M/g)).toHaveLength(2);
  await balances.getByRole('button', { name: 'Table' }).click();
  expect((await cells(balances.getByRole('table')))[2]).toEqual(['May 2003', 'No statement loaded']);
});

test('a table is written out as it is seen: filtered, sorted, with the columns chosen', async ({ page }) => {
  await openSample(page);
  await openSection(page, 'Tables');
  const table = page.getByRole('region', { name: 'Classes by month' });
  const everything = await exported(page, table);
  await table.getByLabel('Filter').fill('2004');
  await expect(table).toContainText(`12 of ${everything.length - 1} rows`);
  await table.getByRole('columnheader', { name: 'Class A' }).getByRole('button').click();
  await expect(table.getByRole('columnheader', { name: 'Class A' })).toHaveAttribute('aria-sort', 'ascending');
  await table.getByText(/^Columns \d+ of \d+$/).click();
  await table.getByLabel('Class P', { exact: true }).uncheck();
  await page.keyboard.press('Escape');
  await expect(table.getByRole('columnheader', { name: 'Class P' })).toHaveCount(0);

  const [headings = [], ...rows] = await exported(page, table);
  expect(headings).not.toContain('Class P');
  expect(everything[0]).toContain('Class P');
  expect(rows).toHaveLength(12);
  const dates = rows.map(([date]) => date ?? '');
  for (const date of dates) expect(date).toMatch(/^2004-\d\d-\d\d$/);
  const senior = rows.map((row) => Number(row[headings.indexOf('Class A')]));
  expect(senior).toEqual([...senior].sort((left, right) => left - right));
  expect(senior[0]).toBeGreaterThan(1_000_000);
  const shown = await gridRows(table);
  expect(rows.map((row) => row.slice(1))).toEqual(shown.map((row) => row.slice(1).map(plain)));
});

test('a table is copied as it is seen, as text for a spreadsheet', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);
  await openSection(page, 'Tables');
  const table = page.getByRole('region', { name: 'Classes by month' });
  await table.getByLabel('Filter').fill('2004');
  await expect(table).toContainText('12 of 48 rows');
  await table.getByRole('columnheader', { name: 'Class A' }).getByRole('button').click();
  const written = await exported(page, table);
  await table.getByRole('button', { name: 'Copy' }).click();
  await expect(table).toContainText('12 rows copied, with headings');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((line) => line.split('\t'))).toEqual(written);

  // Where the browser refuses, it is said.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed here'));
  });
  await table.getByRole('button', { name: 'Copy' }).click();
  await expect(table).toContainText('copying failed: not allowed here');
});

test('percentages and factors keep their printed digits in what is written out', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
  await openSection(page, 'Tables');
  const pool = await exported(page, page.getByRole('region', { name: 'Pool by month' }));
  expect(pool[1]?.[pool[0]?.indexOf('Delinquency percentage') ?? -1]).toBe('1.11144');
  expect(pool[1]?.[pool[0]?.indexOf('Pool ending balance') ?? -1]).toBe('196206895');
  const classes = page.getByRole('region', { name: 'Classes by month' });
  await classes.getByLabel('Figure').selectOption('Certificate factor');
  const factors = await exported(page, classes);
  expect(factors[1]?.slice(0, 3)).toEqual(['2002-05-28', '0.98485279', '1.00000000']);
});

test('the figures of a statement can be picked by concept and moved through by keys', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
  await openSection(page, 'Statement');
  const table = page.getByRole('region', { name: 'Figures of this statement' });
  await table.getByLabel('Concept', { exact: true }).and(table.locator('select')).selectOption('Certificate factor');
  const rows = await gridRows(table);
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row).toContain('Certificate factor');

  await table.getByRole('columnheader', { name: 'Line' }).getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveText(rows[0]?.[1] ?? '');
  await expect(page.locator(':focus')).toHaveAttribute('title', /monthly-2002-05\.txt:\d+$/);
  await page.keyboard.press('Control+End');
  await expect(page.locator(':focus')).toHaveText(rows.at(-1)?.at(-1) ?? '');
  await page.keyboard.press('Tab');
  await expect(table.getByRole('grid').locator(':focus')).toHaveCount(0);
});

test('a long table draws only the rows in view', async ({ page }) => {
  await openSample(page);
  await openSection(page, 'Statement');
  const grid = page.getByRole('region', { name: 'Figures of this statement' }).getByRole('grid');
  const count = Number(await grid.getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(150);
  expect(await grid.getByRole('row').count()).toBeLessThan(70);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`charts and tables have nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const heard = complaints(page);
    const objections = async (): Promise<unknown> => {
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      return violations.map(({ id, nodes }) => ({
        id,
        where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)),
      }));
    };
    await openSample(page);
    await chart(page, 'Prepayments').scrollIntoViewIfNeeded();
    await expect(plot(page, 'Prepayments')).toBeVisible();
    expect(await objections()).toEqual([]);

    // One month is enough for tables, and axe does not have to look at thousands of cells.
    await drop(page, [ownFilings.monthly]);
    await untilRead(page);
    await dealLink(page, ownFilings.deal).click();
    await chart(page, 'Class balances').getByRole('button', { name: 'Table' }).click();
    await expect(chart(page, 'Class balances').getByRole('table')).toBeVisible();
    expect(await objections()).toEqual([]);
    await openSection(page, 'Tables');
    await expect(page.getByRole('grid')).toHaveCount(2);
    await page
      .getByText(/^Columns \d+ of \d+$/)
      .first()
      .click();
    expect(await objections()).toEqual([]);
    await openSection(page, 'Statement');
    await expect(page.getByRole('grid')).toHaveCount(1);
    expect(await objections()).toEqual([]);
    expect(heard).toEqual([]);
  });
}
