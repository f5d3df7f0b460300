import { expect, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { complaints, dealLink, drop, openSection, untilRead } from './page.ts';

const { monthly, supplement, deal } = ownFilings;

const long = 'x'.repeat(100_000);

/** What may follow the `#` of an address that somebody sends. */
const addresses: readonly string[] = [
  '',
  '%',
  '/%',
  '/%E0%A4%A',
  '/source/%',
  '/source/%FF%FE',
  '/source/%00',
  '/source/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  `/source/${long}`,
  `/source/${'%25'.repeat(33_000)}`,
  '/source/a.txt?line=99999999999&column=-1&document=1e9',
  '/source/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E?finding=%3Cscript%3E',
  '/source/%E2%80%AEtxt.exe%E2%80%AC%E2%81%A6',
  '/source/__proto__?finding=constructor',
  '/source/%F0%9F%98%80%ED%A0%80',
  '/deal/__proto__',
  '/deal/constructor?section=__proto__&concept=__proto__',
  `/deal/${long}`,
  '/deal/no-such-deal?month=2002-05',
  '/deal/%3Cb%3E?month=%00',
  '/report/toString',
  '/report/no-such-deal',
  '/help/__proto__?entry=__proto__',
  `/help/glossary?entry=${long}`,
  '/help/glossary?entry=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%E2%80%AE',
  '/portfolio?sort=__proto__,constructor&columns=toString,__proto__',
  '/portfolio?sort=-,--,-name&columns=',
  `/portfolio?find=${long}`,
  '/portfolio?find=(((%5B*%2B%3C%2Fscript%3E%E2%80%AE',
  '/compare?deals=__proto__,constructor&measure=__proto__&at=9999-12',
  `/compare?${'class=A&'.repeat(10_000)}classes-of=toString`,
  '/compare?classes-of=no-such-deal&class=%3Cb%3E&axis=age&at=9999&shape=small',
  `/${'/'.repeat(50_000)}`,
  `/deal?${'?'.repeat(1_000)}&&&===`,
  '/\u202e/\u2066',
];

/** Ways to look at a deal that is loaded. */
const views: readonly string[] = [
  'month=9999-12',
  'month=0000-01&section=statement',
  'year=0000&section=annual',
  'amended=0001-01&section=statement',
  'section=timeline&range=0000-01..9999-12',
  'range=9999-12..9999-12',
  'k=9999.99&section=enhancement',
  `hide=__proto__:x&hide=constructor:y&hide=balances:${'x'.repeat(20_000)}`,
  `${'hide=a:b&'.repeat(10_000)}section=balances`,
  'concept=__proto__&section=statement',
  'section=%E2%80%AEtables%00',
];

test('whatever stands in the address, something is shown and nothing fails', async ({ page }) => {
  test.setTimeout(180_000);
  const heard = complaints(page);
  page.on('dialog', (dialog) => {
    heard.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('/');
  const main = page.getByRole('main');
  const isWhole = async (words: string): Promise<void> => {
    await expect(main.getByRole('heading').or(main.locator('.notice')).first(), words).toBeVisible();
    await expect(page.locator('.error-panel'), words).toHaveCount(0);
    await expect(main.locator('img, script'), words).toHaveCount(0);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, words).toBeLessThanOrEqual(0);
  };
  const go = async (hash: string): Promise<void> => {
    await page.evaluate((wanted) => {
      location.hash = wanted;
    }, hash);
    await isWhole(hash.slice(0, 80));
  };
  for (const hash of addresses) await go(hash);
  await go('/deal/no-such-deal');
  await expect(main).toContainText('This address leads to a deal, no-such-deal, whose statements are not loaded here.');

  await drop(page, [monthly, supplement]);
  await untilRead(page);
  for (const hash of addresses) await go(hash);
  await dealLink(page, deal).click();
  const own = await page.evaluate(() => location.hash.slice(1).split('?')[0] ?? '');
  for (const view of views) await go(`${own}?${view}`);
  // The page opened anew from such an address.
  for (const hash of ['/source/%', '/portfolio?sort=__proto__', `/deal/${long}`]) {
    await page.goto(`/#${hash}`);
    await page.reload();
    await isWhole(hash.slice(0, 80));
  }
  expect(heard).toEqual([]);
});

test('an address of a deal that is not loaded says so beside another deal, and opens when it is loaded', async ({
  page,
}) => {
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [monthly]);
  await untilRead(page);
  const main = page.getByRole('main');
  const told = main.getByRole('alert').filter({ hasText: 'whose statements are not loaded here' });
  const ask = (hash: string): Promise<void> =>
    page.evaluate((wanted) => {
      location.hash = wanted;
    }, hash);
  await ask('/deal/no-such-deal?month=2002-05');
  await expect(told).toContainText('no-such-deal');
  await expect(page.getByRole('heading', { level: 1, name: deal })).toBeVisible();
  // It stays while one looks around in the deal, and ends elsewhere.
  await openSection(page, 'Checks');
  await expect(told).toBeVisible();
  await page.getByRole('link', { name: 'Help' }).first().click();
  await expect(told).toHaveCount(0);

  await ask('/report/example-home-equity-loan-trust-2003-4');
  await expect(told).toContainText('example-home-equity-loan-trust-2003-4');
  await drop(page, [supplement]);
  await expect(page).toHaveURL(/#\/report\/example-home-equity-loan-trust-2003-4$/);
  await expect(told).toHaveCount(0);
  expect(heard).toEqual([]);
});
