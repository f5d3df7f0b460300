import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { drop, untilRead } from './page.ts';

/** The sample deals by their stories. */
export const sampleNames = {
  healthy: 'Simulated Home Equity Loan Trust 2003-1',
  failing: 'Simulated Mortgage Loan Trust 2005-2',
  careless: 'Simulated Acceptance Home Equity Loan Trust 2004-3',
} as const;

export const sampleIds = {
  healthy: 'simulated-home-equity-loan-trust-2003-1',
  failing: 'simulated-mortgage-loan-trust-2005-2',
  careless: 'simulated-acceptance-home-equity-loan-trust-2004-3',
} as const;

const samples = path.resolve('public/samples');

const files = [
  'simulated-home-equity-2003-1',
  'simulated-mortgage-2005-2.zip',
  'simulated-acceptance-home-equity-2004-3.zip',
].map((name) => path.join(samples, name));

/** Opens an address and drops the three sample deals onto it. */
export const openWithSamples = async (page: Page, address: string): Promise<void> => {
  await page.goto(`/${address}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await drop(page, files);
  await untilRead(page);
};
