import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { cells, complaints, drop, openSection, untilRead } from './page.ts';

const openSample = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Simulated');
};

const chart = (page: Page, title: string): Locator => page.getByRole('figure', { name: title, exact: true });
const plot = (page: Page, title: string): Locator => chart(page, title).getByRole('application');
const from = (page: Page): Locator => page.getByRole('slider', { name: 'First month shown' });
const to = (page: Page): Locator => page.getByRole('slider', { name: 'Last month shown' });
const group = (page: Page, name: string): Locator => page.getByRole('group', { name });
const choose = (page: Page, name: string, option: string): Promise<void> =>
  group(page, name).getByRole('button', { name: option, exact: true }).click();
const measure = (page: Page, title: string): Locator =>
  page
    .getByRole('region', { name: /^Measures,/ })
    .getByRole('row')
    .filter({ hasText: title });

const rangeOf = (page: Page, title: string): Locator => chart(page, title).locator('.chart-measure');

test('one range holds for all charts, by preset and by key, and stays when the section changes', async ({ page }) => {
  await openSample(page);
  await choose(page, 'Months shown', '12 m');
  for (const title of ['Class balances', 'Certificate factors', 'Delinquency', 'Prepayments']) {
    await expect(rangeOf(page, title)).toContainText('March 2006 – February 2007, 12 months');
  }
  await expect(from(page)).toHaveAttribute('aria-valuetext', 'March 2006');
  await expect(to(page)).toHaveAttribute('aria-valuetext', 'February 2007');

  await from(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(from(page)).toHaveAttribute('aria-valuetext', 'February 2006');
  await page.keyboard.press('PageDown');
  await expect(from(page)).toHaveAttribute('aria-valuetext', 'February 2005');
  await to(page).focus();
  await page.keyboard.press('Home');
  // The thumbs do not pass each other.
  await expect(to(page)).toHaveAttribute('aria-valuetext', 'February 2005');
  await page.keyboard.press('PageUp');
  await expect(rangeOf(page, 'Delinquency')).toContainText('February 2005 – February 2006, 13 months');

  await openSection(page, 'Losses');
  await expect(rangeOf(page, 'Realized losses')).toContainText('February 2005 – February 2006, 13 months');
});

test('a thumb is dragged, and charts follow when it is let go', async ({ page }) => {
  await openSample(page);
  const line = await page.locator('.range-line').boundingBox();
  if (line === null) throw new Error('there is no slider');
  const middle = line.y + line.height / 2;
  await page.mouse.move(line.x, middle);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width / 2, middle, { steps: 5 });
  await page.mouse.up();
  const shown = (await from(page).getAttribute('aria-valuetext')) ?? '';
  expect(shown).toMatch(/2005$/);
  await expect(rangeOf(page, 'Class balances')).toContainText(`${shown} – February 2007`);
  await expect(page).toHaveURL(/range=2005-\d\d\.\.2007-02/);
});

test('the crosshair stands at one month in all charts of a section', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 1800 });
  await openSample(page);
  await openSection(page, 'Prepayments');
  for (const title of ['Prepayments', 'CPR', 'SMM', 'PSA']) await expect(plot(page, title)).toBeVisible();
  const box = await plot(page, 'CPR').boundingBox();
  if (box === null) throw new Error('the chart has no place on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator('.chart-tooltip')).toHaveCount(1);
  const lines = page.locator('.chart-crosshair');
  await expect(lines).toHaveCount(await page.getByRole('application').count());
  const places = async (): Promise<readonly number[]> =>
    lines.evaluateAll((all) =>
      all.map((line) => {
        const own = line.getBoundingClientRect();
        return Math.round(own.left - (line.closest('.chart-plot')?.getBoundingClientRect().left ?? 0));
      }),
    );
  const [first, ...others] = await places();
  // Where a chart has a second axis or none its plot is as wide all the same, but for a few pixels.
  for (const other of others) expect(Math.abs(other - (first ?? 0))).toBeLessThan(60);
  await page.mouse.move(5, 5);
  await expect(lines).toHaveCount(0);
});

test('reload and Back lead to the view that was chosen', async ({ page }) => {
  await openSample(page);
  await openSection(page, 'Balances');
  await choose(page, 'Months shown', '36 m');
  await choose(page, 'Axis', 'Deal age');
  await choose(page, 'Unit', 'Indexed');
  const legend = chart(page, 'Pool balance').getByRole('list', { name: /^Series of/ });
  await legend.getByRole('button', { name: 'All classes' }).click();
  await expect(page).toHaveURL(/section=balances.*range=36m.*axis=age.*unit=index.*hide=pool/);
  await expect(chart(page, 'Pool balance')).toContainText('the first month shown as 100');
  await expect(chart(page, 'Pool balance')).toContainText('by months since the first distribution');

  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await drop(
    page,
    ['public/samples/simulated-home-equity-2003-1'].map((folder) => `${process.cwd()}/${folder}`),
  );
  await untilRead(page);
  await expect(group(page, 'Months shown').getByRole('button', { name: '36 m' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(group(page, 'Axis').getByRole('button', { name: 'Deal age' })).toHaveAttribute('aria-pressed', 'true');
  await expect(group(page, 'Unit').getByRole('button', { name: 'Indexed' })).toHaveAttribute('aria-pressed', 'true');
  await expect(legend.getByRole('button', { name: 'All classes' })).toHaveAttribute('aria-pressed', 'false');
  await expect(rangeOf(page, 'Class balances')).toContainText('36 months');

  await choose(page, 'Axis', 'Date');
  await expect(chart(page, 'Pool balance')).not.toContainText('since the first distribution');
  await page.goBack();
  await expect(chart(page, 'Pool balance')).toContainText('by months since the first distribution');
});

test('rates are taken over one month or several', async ({ page }) => {
  await openSample(page);
  await openSection(page, 'Delinquency');
  await choose(page, 'Months that rates are taken over', '3');
  const rates = chart(page, 'Delinquency rates');
  await expect(rates).toContainText('mean of 3 months');
  await rates.getByRole('button', { name: 'Table' }).click();
  const rows = await cells(rates.getByRole('table'));
  // The first two months have no three months behind them.
  expect(rows[0]?.[1]).toBe('not in each of the 3 months');
  expect(rows[1]?.[1]).toBe('not in each of the 3 months');
  expect(rows[2]?.[1]).toMatch(/^\d+\.\d{5}% \*$/);
});

test('a measure shows its formula, and each number in it opens its line', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [ownFilings.monthly, ownFilings.annual]);
  await untilRead(page);
  await openSection(page, 'Prepayments');
  const smm = measure(page, 'SMM, total');
  await expect(smm).toContainText('0.83149%');
  await expect(smm).toContainText('= 1,645,120 ÷ (197,974,201 − 122,186)');
  await expect(smm).toContainText('Scheduled principal 122,186 = 197,974,201 − 196,206,895 − 1,645,120 − 0');
  await smm.getByRole('button', { name: '196,206,895' }).click();
  await expect(page).toHaveURL(/#\/source\/.*line=\d+/);
  await expect(page.getByRole('main')).toContainText('196,206,895');
  await page.goBack();
  await expect(smm).toContainText('0.83149%');
  expect(heard).toEqual([]);
});

test('what cannot be computed says why, and PSA is refused', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly, ownFilings.annual]);
  await untilRead(page);
  await openSection(page, 'Prepayments');
  const reason = 'age not printed and no offering loaded';
  await expect(measure(page, 'PSA')).toContainText(reason);
  await expect(chart(page, 'PSA')).toContainText(reason);
  await expect(plot(page, 'PSA')).toHaveCount(0);
  for (const section of ['Balances', 'Factors', 'Delinquency', 'Losses', 'Rates and excess spread']) {
    await openSection(page, section);
    const panel = page.getByRole('region', { name: /^Measures,/ });
    await expect(panel.getByRole('row').first()).toBeVisible();
    expect(await panel.textContent(), section).not.toMatch(/NaN|Infinity|undefined|null/);
  }
  await expect(measure(page, 'Loss severity, recomputed')).toHaveCount(0);
  await openSection(page, 'Losses');
  await expect(measure(page, 'Loss severity, recomputed')).toContainText('No loan was liquidated');
});

test('the triggers are made again with a k of one’s own, kept in the address', async ({ page }) => {
  await openSample(page);
  await openSection(page, 'Enhancement and triggers');
  const trigger = page.getByRole('region', { name: 'Trigger event' });
  await expect(trigger).toContainText('Printed: NO. Recomputed: no');
  await expect(trigger).toContainText('The two agree.');
  await expect(trigger).toContainText(/agree in 46 of 46 months/);
  const stepdown = page.getByRole('region', { name: 'Stepdown date' });
  await expect(stepdown).toContainText('Printed: YES. Recomputed: yes');
  await expect(stepdown).toContainText('First met in March 2006.');

  const k = trigger.getByLabel('k, % of credit enhancement');
  await k.fill('0');
  await k.press('Enter');
  await expect(k).toHaveValue('50');
  await k.fill('5.5');
  await k.press('Enter');
  await expect(page).toHaveURL(/k=5\.5/);
  await expect(trigger).toContainText('Printed: NO. Recomputed: yes');
  await expect(trigger).toContainText('The two differ.');
  await expect(chart(page, 'Trigger test')).toContainText('5.5 % of credit enhancement');
  await page.goBack();
  await expect(k).toHaveValue('50');
  await expect(trigger).toContainText('The two agree.');

  await trigger.getByRole('button', { name: 'NO', exact: true }).click();
  await expect(page).toHaveURL(/#\/source\//);
});

test('sections are reached on a phone, and nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openSample(page);
  for (const section of ['Prepayments', 'Enhancement and triggers', 'Rates and excess spread']) {
    await openSection(page, section);
    await expect(
      page
        .getByRole('region', { name: /^Measures,/ })
        .getByRole('row')
        .first(),
    ).toBeVisible();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, section).toBeLessThanOrEqual(0);
  }
});

for (const [colorScheme, section] of [
  ['light', 'Enhancement and triggers'],
  ['dark', 'Prepayments'],
] as const) {
  test(`a section has nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await drop(page, [ownFilings.monthly, ownFilings.annual]);
    await untilRead(page);
    await openSection(page, section);
    await expect(
      page
        .getByRole('region', { name: /^Measures,/ })
        .getByRole('row')
        .first(),
    ).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 160)) }))).toEqual([]);
  });
}
