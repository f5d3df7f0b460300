import { expect, type Locator, type Page } from '@playwright/test';

/** Waits until the page has drawn itself: before that it takes neither keys nor files. */
export const untilDrawn = (page: Page): Promise<void> => expect(page.getByRole('main')).toBeVisible();

/** Drops files and folders onto the page as a person does, from outside the browser. */
export const drop = async (
  page: Page,
  paths: readonly string[],
  beforeLettingGo: () => Promise<void> = async () => undefined,
): Promise<void> => {
  await untilDrawn(page);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await beforeLettingGo();
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await session.detach();
};

/** Waits until whatever is being read has been read: only then does the page have a word on the outcome. */
export const untilRead = async (page: Page): Promise<void> => {
  await expect(page.getByRole('main').getByRole('status')).toHaveCount(1, { timeout: 45_000 });
};

/** Waits until the page's own files are kept and answered for. */
export const untilKept = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? null), { timeout: 30_000 })
    .toBe('activated');

/** Collects what the page complains of; a test that cares expects it to be empty in the end. */
export const complaints = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    // Where the tests block service workers, the driver says so in the page's name.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  return heard;
};

export const dealLink = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Deals and files' }).getByRole('link', { name });

/** Opens a section of the deal on the page; where the page is narrow, from the list behind the button. */
export const openSection = async (page: Page, name: string): Promise<void> => {
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await expect(sections).toBeVisible();
  const list = sections.getByRole('button');
  if (await list.isVisible()) await list.click();
  await sections.getByRole('link', { name, exact: true }).click();
};

/** All cells of the rows of a table, as text. */
export const cells = async (table: Locator): Promise<string[][]> => {
  await table.waitFor();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
    );
};
