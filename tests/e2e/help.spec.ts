import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { helpPages } from '../../src/store/place.ts';
import { complaints, untilDrawn } from './page.ts';

const openSample = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
};

test('help is there before anything is loaded, and Back returns', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Help' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Start here' })).toBeVisible();
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { name: 'CPR, constant prepayment rate' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Open the sample deal' })).toBeVisible();
});

test('a term of the glossary has an address of its own', async ({ page }) => {
  await page.goto('/#/help/glossary?entry=certificate-factor');
  await expect(page.locator(':focus')).toContainText('What is left of each dollar');
  await expect(page.locator(':focus')).toBeInViewport();
});

test('a command for EDGAR appears once it is known who asks', async ({ page }) => {
  await page.goto('/#/help/filings');
  const maker = page.getByRole('region', { name: 'A command that fetches filings' });
  await expect(maker.getByRole('status')).toContainText('your name and e-mail address');
  await maker.getByLabel('The trust’s name begins with').fill('Example Home');
  await maker.getByLabel('Your name and e-mail address').fill('Jane Doe jane@example.org');
  await expect(maker.getByRole('region', { name: 'The command' })).toContainText("agent='Jane Doe jane@example.org'");
});

test('goes to a figure by its name, by keyboard alone', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Go to or do' });
  await expect(field).toBeFocused();
  await field.fill('pool ending');
  await expect(page.getByRole('option').first()).toContainText('Pool ending balance');
  await field.press('Enter');
  await expect(page).toHaveURL(/#\/source\//);
  await page.goBack();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
});

test('chooses dark by name, and keeps it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await untilDrawn(page);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('dark');
  await page.keyboard.press('Enter');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toBe('rgb(20, 23, 28)');
  await page.reload();
  await expect.poll(ground).toBe('rgb(20, 23, 28)');
});

test('keys step through the months, and ? lists them', async ({ page }) => {
  await openSample(page);
  const month = page.getByRole('combobox', { name: 'Month' });
  const latest = await month.inputValue();
  await page.keyboard.press('[');
  await expect(month).not.toHaveValue(latest);
  await page.keyboard.press(']');
  await expect(month).toHaveValue(latest);
  // Keys that come before the page has followed the first are steps of their own.
  await page.evaluate(() => {
    for (const key of ['[', '[', '[', ']']) window.dispatchEvent(new KeyboardEvent('keydown', { key }));
  });
  const months = await month
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? '').sort());
  await expect(month).toHaveValue(months[months.indexOf(latest) - 2] ?? '');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('the month before');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe objects to nothing in the help and the palette, ${colorScheme}`, async ({ page }) => {
    const heard = complaints(page);
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    for (const each of helpPages) {
      await page.goto(`/#/help/${each}`);
      await expect(page.getByRole('navigation', { name: 'Help' }).locator('[aria-current]')).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Go to or do' })).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);
    expect(heard).toEqual([]);
  });
}
