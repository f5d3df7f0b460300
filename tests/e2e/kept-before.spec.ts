import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { complaints, dealLink } from './page.ts';

/** Databases as versions of the app have written them: two statements, with their text. Bytes are in base64. */
const folder = path.resolve('tests/fixtures/kept');

interface Kept {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | null;
        readonly autoIncrement: boolean;
        readonly records: readonly { readonly key: number; readonly value: unknown }[];
      }
    >
  >;
}

for (const name of readdirSync(folder)) {
  test(`what an earlier version kept is there, as ${name}`, async ({ page }) => {
    // A place of the same origin where the app is not at work yet.
    await page.goto('/robots.txt');
    await page.evaluate(
      async (kept: Kept) => {
        const kinds = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array };
        const decoded = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(decoded);
          if (typeof value !== 'object' || value === null) return value;
          if ('typed' in value) {
            if (!('base64' in value)) return undefined;
            const bytes = Uint8Array.from(atob(String(value.base64)), (character) => character.charCodeAt(0));
            return new kinds[value.typed as keyof typeof kinds](bytes.buffer);
          }
          return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decoded(each)]));
        };
        await new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('paydown', kept.version);
          opening.onupgradeneeded = () => {
            for (const [name, { keyPath, autoIncrement, records }] of Object.entries(kept.stores)) {
              const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
              for (const { key, value } of records) {
                if (keyPath === null) store.add(decoded(value), key);
                else store.add(decoded(value));
              }
            }
          };
          opening.onerror = () => reject(opening.error ?? new Error('not opened'));
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        });
      },
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Kept,
    );

    const heard = complaints(page);
    await page.goto('/');
    await expect(dealLink(page, ownFilings.offered)).toBeVisible();
    await dealLink(page, ownFilings.deal).click();
    await page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' }).click();
    await expect(page.getByRole('region', { name: /^Text of/ }).locator('[aria-current="true"]')).toHaveText(
      '196,206,895',
    );
    expect(heard).toEqual([]);
  });
}
