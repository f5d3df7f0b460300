import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { filingSets, ownFilings } from './filings.ts';
import { cells, complaints, dealLink, drop, openSection, untilDrawn, untilRead } from './page.ts';

/** The rows of a chart's table, under the chart's title. */
const chartRows = async (page: Page, title: string): Promise<string[][]> => {
  const chart = page.getByRole('figure', { name: title });
  await chart.getByRole('button', { name: 'Table' }).click();
  return cells(chart.getByRole('table'));
};

const charts = ['Class balances', 'Certificate factors', 'Delinquency', 'Prepayments'] as const;

for (const filings of filingSets) {
  test.describe(filings.title, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto('/');
      await drop(page, [filings.monthly, filings.annual, filings.supplement]);
      await untilRead(page);
      await dealLink(page, filings.deal).click();
    });

    test('shows the month in key figures, each with its line', async ({ page }) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(filings.deal);
      await expect(page.getByLabel('Month', { exact: true })).toHaveValue('2002-05');
      const figures = page.getByLabel('Key figures of May 2002');
      await expect(figures).toContainText('$196.2m');
      await expect(figures).toContainText('factor 0.9877');
      await expect(figures).toContainText('1.11\u202f%');
      await expect(figures).toContainText('19.24\u202f%');
      await expect(figures).toContainText('$1.645m');
      await figures.getByRole('button', { name: '$196.2m' }).focus();
      const lines = (await readFile(filings.monthly, 'latin1')).split(/\r?\n/);
      const line = lines.findIndex((text) => /^Agg Prin Balance.*196,206,895/.test(text)) + 1;
      await expect(page.getByRole('tooltip')).toContainText(`196,206,895`);
      await expect(page.getByRole('tooltip')).toContainText(`line ${line}`);
    });

    test('draws and tabulates May 2002, and nothing of the annual statement beside it', async ({ page }) => {
      const balances = await chartRows(page, 'Class balances');
      expect(balances).toHaveLength(1);
      expect(balances[0]).toEqual(expect.arrayContaining(['28 May 2002', '158,463,799', '3,972,996']));
      expect((await chartRows(page, 'Certificate factors'))[0]).toContain('0.98485279');
      expect((await chartRows(page, 'Delinquency'))[0]?.join(' ')).toMatch(/1\.11144\s?%/);
      const prepayments = await chartRows(page, 'Prepayments');
      expect(prepayments).toHaveLength(1);
      expect(prepayments[0]).toContain('1,645,120');
      await openSection(page, 'Tables');
      await expect(page.getByRole('main')).toContainText('196,206,895');
      await expect(page.getByRole('main')).not.toContainText('172,244,554');
      await expect(page.getByRole('main')).not.toContainText('25,069,520');
    });

    test('keeps the annual statement under Annual', async ({ page }) => {
      await openSection(page, 'Annual');
      const year = page.getByRole('region', { name: 'Year to 2002-12-26' });
      await expect(year).toContainText('172,244,554');
      await expect(year).toContainText('25,069,520');
      await expect(year).toContainText('0.83592680');
      const classes = await cells(year.getByRole('table', { name: /^Classes/ }));
      expect(classes.map(([name]) => name)).toEqual(['A', 'M-1', 'M-2', 'M-3', 'M-4', 'CE', 'P', 'R', 'Total']);
    });

    test('shows the offering of the other series, classes by underwriters', async ({ page }) => {
      await dealLink(page, filings.offered).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(filings.offered);
      const allocations = page.getByRole('table', { name: 'Original balances by class and underwriter' });
      await expect(allocations.getByRole('columnheader', { name: filings.underwriter })).toBeVisible();
      const rows = await cells(allocations);
      expect(rows.map(([name]) => name)).toEqual([
        'A-1',
        'A-2',
        'A-3',
        'A-4',
        'M-1',
        'M-2',
        'M-3',
        'M-4',
        'M-5',
        'M-6',
      ]);
      expect(rows[0]).toContain('635,879,300');
      expect(rows[0]?.at(-1)).toBe('908,399,000');
      await expect(page.getByRole('main')).toContainText('1,465,297,000, which the allocations add up to.');
    });

    test('writes the figures as CSV that reads back as the same numbers', async ({ page }) => {
      await openSection(page, 'Statement');
      const table = page.getByRole('region', { name: 'Figures of this statement' });
      const download = page.waitForEvent('download');
      await table.getByRole('button', { name: 'Export CSV' }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trim());
      expect(errors).toEqual([]);
      const numbers = data.flat();
      for (const number of ['196206895', '0.98485279', '1.11144', '1645120']) expect(numbers).toContain(number);
    });
  });
}

test('opens the sample deal with at least 36 months in every chart', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Simulated');
  for (const chart of charts) {
    const rows = await chartRows(page, chart);
    expect(rows.length, chart).toBeGreaterThanOrEqual(36);
    expect(rows.filter((row) => row.length > 1 && /\d/.test(row[1] ?? '')).length, chart).toBeGreaterThanOrEqual(36);
  }
  await openSection(page, 'Annual');
  await expect(page.getByRole('region', { name: /^Year to/ }).first()).toBeVisible();
  await openSection(page, 'Offering');
  await expect(page.getByRole('region', { name: /^Offering of/ })).toBeVisible();
  expect(heard).toEqual([]);
});

test('holds the place in the address: month, section, Back', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await untilRead(page);
  const month = page.getByLabel('Month', { exact: true });
  const latest = await month.inputValue();
  await page.getByRole('button', { name: /^Previous month/ }).click();
  await expect(month).not.toHaveValue(latest);
  const chosen = await month.inputValue();
  await expect(page).toHaveURL(new RegExp(`month=${chosen}`));
  await openSection(page, 'Tables');
  await expect(page).toHaveURL(/section=tables/);
  await page.goBack();
  await expect(page).not.toHaveURL(/section=/);
  await expect(month).toHaveValue(chosen);
  await page.goBack();
  await expect(month).toHaveValue(latest);
  await page.goForward();
  await page.reload();
  await expect(page.getByLabel('Month', { exact: true })).toHaveValue(chosen);
});

test('an address that leads to a deal not loaded says so, and opens it once it is', async ({ page }) => {
  await page.goto('/#/deal/simulated-home-equity-loan-trust-2003-1?month=2004-05');
  await expect(page.getByRole('main')).toContainText('whose statements are not loaded here');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await untilRead(page);
  await expect(page.getByLabel('Month', { exact: true })).toHaveValue('2004-05');
});

test('whoever goes elsewhere while files are read is not led to a deal', async ({ page }) => {
  // A browser at work tells of a new address some time after it has it.
  await page.addInitScript(() => {
    let held = true;
    window.addEventListener('hashchange', (event) => {
      if (!held) return;
      event.stopImmediatePropagation();
      setTimeout(() => {
        held = false;
        window.dispatchEvent(new HashChangeEvent('hashchange'));
      }, 3_000);
    });
  });
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await page.evaluate(() => {
    window.location.hash = '#/files';
  });
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
  await expect(page).toHaveURL(/#\/files$/);
});

test('adds to what is there, removes one file, and asks before it clears all', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Files', { exact: true }).setInputFiles([ownFilings.monthly]);
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ownFilings.deal);
  await drop(page, [ownFilings.annual, ownFilings.supplement, ownFilings.monthly]);
  await untilRead(page);
  await page.getByRole('link', { name: '3 files' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'annual-2002.txt' })).toContainText(ownFilings.deal);
  await page.getByRole('button', { name: 'Remove annual-2002.txt' }).click();
  await expect(page.getByRole('main')).toContainText('2 files read.');
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('all 2 files');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).toContainText('2 files read.');
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  await dialog.getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByText('Drop statements here')).toBeVisible();
});

test('names deals in whole words in the list of files, at any width', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
  await page.goto('/#/files');
  const name = page.getByRole('main').getByRole('link', { name: ownFilings.deal });
  for (const width of [400, 880, 1024, 1160, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    // Three lines of text.
    await expect.poll(async () => (await name.boundingBox())?.height, `${width} px`).toBeLessThan(80);
  }
});

test('reads what is let go just when the page changes under it', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly], () =>
    page.evaluate(() => {
      const cover = document.createElement('div');
      Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '1000' });
      document.body.append(cover);
    }),
  );
  await expect(dealLink(page, ownFilings.deal)).toBeVisible();
});

test('reads a statement pasted as text', async ({ page }) => {
  await page.goto('/');
  const text = await readFile(ownFilings.monthly, 'utf8');
  await untilDrawn(page);
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ownFilings.deal);
});

for (const [colorScheme, width] of [
  ['light', 400],
  ['dark', 1280],
] as const) {
  test(`is accessible and nothing overflows, ${colorScheme}, ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Every place is looked through whole.
    test.slow();
    await page.setViewportSize({ width, height: 850 });
    const look = async (place: string) => {
      // Rows are alike: the first say it for all.
      const { violations } = await new AxeBuilder({ page }).exclude('tbody tr:nth-child(n + 12)').analyze();
      expect(violations.map(({ id, nodes }) => `${place}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, place).toBeLessThanOrEqual(0);
    };
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('first visit');
    await page.getByRole('button', { name: 'Open the sample deal' }).click();
    await untilRead(page);
    for (const section of ['Overview', 'Tables', 'Statement', 'Annual', 'Offering']) {
      await openSection(page, section);
      await expect(page.getByText(/^(?:Drawing|Opening)…$/)).toHaveCount(0);
      await look(section);
    }
    if (width < 800) await page.getByRole('button', { name: '1 deal' }).click();
    await page.getByRole('link', { name: /files$/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Files');
    await look('files');
    await page.getByRole('button', { name: 'Clear everything…' }).click();
    await look('dialog');
  });
}
