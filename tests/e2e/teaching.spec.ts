import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { cells, complaints, drop, openSection, untilRead } from './page.ts';

const months = ['200303', '200304', '200305'] as const;
const label = 'Gross Widget Allowance';

let folder: string;
let fees: readonly string[];

/** Three months of the sample deal whose servicing fee stands under a label that nobody knows. */
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-'));
  const given = path.join(folder, 'given');
  await mkdir(given);
  const name = 'simulated-home-equity-2003-1';
  fees = await Promise.all(
    months.map(async (month) => {
      const text = await readFile(`public/samples/${name}/${name}-${month}.txt`, 'utf8');
      const [line = '', fee = ''] = /^Servicing Fee +([\d,]+)/m.exec(text) ?? [];
      await writeFile(path.join(given, `${month}.txt`), text.replace(line, `${label}${' '.repeat(20)}${fee}`));
      return fee;
    }),
  );
});

test.afterAll(() => rm(folder, { recursive: true }));

const load = async (page: Page): Promise<void> => {
  await page.goto('/');
  await drop(page, [path.join(folder, 'given')]);
  await untilRead(page);
};

const others = (page: Page) => page.getByRole('region', { name: 'Other figures', exact: true });

/** The servicing fee of each month as the table of the pool shows it. */
const feesInTable = async (page: Page): Promise<string[]> => {
  await openSection(page, 'Tables');
  const table = page.getByRole('region', { name: 'Pool by month' });
  await expect(table.getByRole('columnheader').first()).toBeVisible();
  const heading = table.getByRole('columnheader', { name: 'Servicing fee' });
  if ((await heading.count()) === 0) return [];
  const place = Number(await heading.getAttribute('aria-colindex'));
  return table.locator(`[role=gridcell][aria-colindex="${place}"], td[aria-colindex="${place}"]`).evaluateAll((found) =>
    found.map(
      (cell) =>
        [...cell.querySelectorAll('*'), cell]
          .at(-1)
          ?.textContent?.trim()
          .match(/[\d,]+/)?.[0] ?? '',
    ),
  );
};

test('what is not recognised is listed with its place, drawn over the months and written out', async ({ page }) => {
  const heard = complaints(page);
  await load(page);
  await openSection(page, 'Statement');
  await expect(others(page).getByRole('table')).toBeVisible();
  const listed = await cells(others(page).getByRole('table'));
  const [row] = listed.filter((each) => each.includes(label));
  expect(row).toContain(fees[2]);

  await others(page)
    .getByRole('button', { name: `Chart “${label}”` })
    .click();
  const chart = others(page).getByRole('figure', { name: label });
  await chart.getByRole('button', { name: 'Table' }).click();
  expect((await cells(chart.getByRole('table'))).map(([, fee]) => fee)).toEqual(fees);

  const download = page.waitForEvent('download');
  await others(page).getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const written = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ',', newline: '\r\n' }).data;
  expect(written.find((each) => each.Label === label)?.Value).toBe(fees[2]?.replaceAll(',', ''));
  expect(heard).toEqual([]);
});

test('a label is taught once: for all months, after a reload, in a file, and taken back', async ({ page }) => {
  const heard = complaints(page);
  await load(page);
  expect(await feesInTable(page)).toEqual([]);

  await openSection(page, 'Statement');
  await others(page)
    .getByRole('button', { name: `Say what “${label}” means` })
    .click();
  const dialog = page.getByRole('dialog', { name: `What does “${label}” mean?` });
  await expect(dialog).toContainText('3 loaded statements');
  await dialog.getByLabel('Search').fill('servic');
  await dialog.getByRole('radio', { name: 'Servicing fee' }).check();
  await dialog.getByRole('button', { name: 'It means Servicing fee' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await feesInTable(page)).toEqual(fees);

  await page.reload();
  await load(page);
  expect(await feesInTable(page)).toEqual(fees);

  await openSection(page, 'Statement');
  await page.getByText('1 word taught').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export words' }).click();
  const file = path.join(folder, 'vocabulary.json');
  await (await download).saveAs(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    paydownVocabulary: 1,
    words: [{ label, columnLabel: null, concept: 'servicingFee' }],
  });
  await page.getByRole('button', { name: `Undo “${label}”` }).click();
  expect(await feesInTable(page)).toEqual([]);

  await page.getByRole('link', { name: /^3 files/ }).click();
  await page.getByText('Words taught').click();
  await page.getByLabel('Vocabulary file').setInputFiles(file);
  await expect(page.getByText('1 word read from the file.')).toBeVisible();
  await page.goBack();
  expect(await feesInTable(page)).toEqual(fees);
  expect(heard).toEqual([]);
});

test('a label that means nothing is left out, and a file that is no vocabulary is refused in words', async ({
  page,
}) => {
  await load(page);
  await openSection(page, 'Statement');
  await others(page)
    .getByRole('button', { name: `Say what “${label}” means` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'It means nothing' }).click();
  await expect(others(page)).toContainText('1 figure left out, as you said they mean nothing.');
  await expect(others(page).getByText(label)).toHaveCount(0);

  await page.getByText('1 word taught').click();
  await page
    .getByLabel('Vocabulary file')
    .setInputFiles({ name: 'words.json', mimeType: 'application/json', buffer: Buffer.from('{"words": [{}]}') });
  await expect(page.getByText('Word 1 of the vocabulary file has no “label”.')).toBeVisible();
  await expect(page.getByText('1 word taught')).toBeVisible();
});

test('the report of a file tells how it was read', async ({ page }) => {
  await load(page);
  await page.getByRole('link', { name: /^3 files/ }).click();
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText('given/200303.txt', { exact: true }) });
  await row.getByRole('button', { name: 'Reading report of given/200303.txt' }).click();
  await expect(row).toContainText(/\d+\.\d\s?% of \d+ printed figures recognised; 1 not recognised, 0 uncertain\./);
  await expect(row.getByRole('region', { name: 'Documents' })).toContainText(/class rows/);
});
