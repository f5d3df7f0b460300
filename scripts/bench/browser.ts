import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { type CorpusFile, monthsOfDeals } from './corpus.ts';
import { median } from './measure.ts';
import { type BenchBrowser, drop, type OpenedPage, startBrowser } from './page.ts';

export interface BrowserSpeed {
  readonly browser: string;
  /** From the drop of 1,000 statements to the end of reading with charts drawn, in milliseconds. */
  readonly thousandToCharts: number;
  readonly statements: number;
  readonly megabytes: number;
  /** From the drop of one zip of them all to the last statement, and to the last check. */
  readonly zipRead: number;
  readonly zipChecked: number;
  /** Papa.parse of the same bytes on the main thread of the same browser. */
  readonly papa: number;
  readonly ratio: number;
  /** Main-thread tasks over 50 ms, in milliseconds: while the zip was read and its first deal drawn, and from then on while it was checked. */
  readonly longTasks: { readonly reading: readonly number[]; readonly checking: readonly number[] };
  /** Megabytes held by the page's script afterwards. */
  readonly heap: number;
  /** From a click on a section to its first chart, and from a movement of the pointer to the frame that shows it. */
  readonly sectionSwitch: number;
  readonly hover: number;
  /** From the start of the page to the list of deals and to charts, where what was read is kept; else null. */
  readonly restartToDeals: number | null;
  readonly restartToCharts: number | null;
}

const patience = 600_000;

const untilDrawn = async (page: Page): Promise<void> => {
  await page.locator('main [role=status]').waitFor({ state: 'attached', timeout: patience });
  await page.locator('.recharts-surface path').first().waitFor({ timeout: patience });
};

/** The page of a bench that has something to draw first is drawn when it is idle. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 5000 }))),
  );

const since = (start: number): number => Math.round(performance.now() - start);

const measurePapa = async (page: Page, files: readonly CorpusFile[]): Promise<number> => {
  const script = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('papaparse/papaparse.min.js'));
  await page.goto('about:blank');
  await page.addScriptTag({ content: script.toString() });
  const decoder = new TextDecoder();
  let time = 0;
  // In portions, since all of it at once does not fit through the wire.
  for (let start = 0; start < files.length; start += 500) {
    const texts = files.slice(start, start + 500).map(({ bytes }) => decoder.decode(bytes));
    time += await page.evaluate((portion) => {
      const { Papa } = globalThis as unknown as { Papa: { parse(text: string, options: object): unknown } };
      const encoded = portion.map((text) => new TextEncoder().encode(text));
      const begin = performance.now();
      for (const bytes of encoded) Papa.parse(new TextDecoder().decode(bytes), { delimiter: ',', header: false });
      return performance.now() - begin;
    }, texts);
  }
  return Math.round(time);
};

/** How long the page takes from a movement of the pointer over its first chart to the frame after it. */
const measureHover = async (page: Page): Promise<number> => {
  const chart = page.locator('.recharts-wrapper').first();
  await chart.scrollIntoViewIfNeeded();
  const times = await chart.evaluate(async (element) => {
    const box = element.getBoundingClientRect();
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    const taken: number[] = [];
    for (let step = 0; step < 40; step++) {
      const clientX = box.left + 80 + ((box.width - 160) * step) / 40;
      await frame();
      const begin = performance.now();
      element.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX, clientY: box.top + box.height / 2 }));
      await frame();
      taken.push(performance.now() - begin);
    }
    return taken;
  });
  return Math.round(median(times));
};

const measureSections = async (page: Page): Promise<number> => {
  const sections = page.getByRole('navigation', { name: 'Sections' }).getByRole('link');
  const times: number[] = [];
  for (let index = 1; index < Math.min(4, await sections.count()); index++) {
    const begin = performance.now();
    await sections.nth(index).click();
    await settled(page);
    times.push(since(begin));
  }
  await sections.first().click();
  await settled(page);
  return Math.round(median(times));
};

const measureThousand = async (bench: BenchBrowser, folder: string): Promise<number> => {
  const opened = await bench.open();
  const begin = performance.now();
  await drop(opened, [folder]);
  await untilDrawn(opened.page);
  const time = since(begin);
  await opened.page.close();
  return time;
};

const measureZip = async (opened: OpenedPage, zip: string) => {
  const { page } = opened;
  await settled(page);
  await opened.longTasks();
  const begin = performance.now();
  await drop(opened, [zip]);
  await page.locator('main [role=status]').waitFor({ state: 'attached', timeout: patience });
  const zipRead = since(begin);
  await untilDrawn(page);
  const reading = await opened.longTasks();
  await page.locator('.checking-status').waitFor({ state: 'detached', timeout: patience });
  const zipChecked = since(begin);
  await settled(page);
  const longTasks = { reading, checking: await opened.longTasks() };
  return { zipRead, zipChecked, longTasks, heap: Math.round(await opened.heap()) };
};

/** A second start of the page, in a tab of its own, on the same storage; nulls where nothing is kept. */
const measureRestart = async (bench: BenchBrowser) => {
  const { page, firstSeen } = await bench.open();
  try {
    const { deals, charts } = await firstSeen();
    return { restartToDeals: Math.round(deals), restartToCharts: Math.round(charts) };
  } catch {
    return { restartToDeals: null, restartToCharts: null };
  } finally {
    await page.close();
  }
};

const built = (): string => {
  const vite = resolve('node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The app could not be built.');
  return resolve('dist');
};

/** The production build in Chromium: statements dropped, drawn, checked, kept. `statements` is about how many there are in the zip. */
export async function measureBrowser(statements: number): Promise<BrowserSpeed> {
  const build = built();
  const files = monthsOfDeals(Math.ceil(statements / 150), 150, 7000).slice(0, statements);
  const folder = mkdtempSync(join(tmpdir(), 'paydown-bench-'));
  try {
    const thousand = join(folder, 'thousand');
    mkdirSync(thousand);
    for (const { path, bytes } of files.slice(0, 1000)) writeFileSync(join(thousand, path), bytes);
    const zip = join(folder, 'all.zip');
    writeFileSync(zip, zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { level: 6 }));
    const first = await startBrowser(build, join(folder, 'first'));
    const thousandToCharts = await measureThousand(first, thousand);
    await first.close();
    const bench = await startBrowser(build, join(folder, 'second'));
    const opened = await bench.open();
    const zipped = await measureZip(opened, zip);
    const sectionSwitch = await measureSections(opened.page);
    const hover = await measureHover(opened.page);
    const papa = await measurePapa(opened.page, files);
    await opened.page.close();
    const restart = await measureRestart(bench);
    await bench.close();
    return {
      browser: bench.version,
      thousandToCharts,
      statements: files.length,
      megabytes: Math.round(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6),
      ...zipped,
      papa,
      ratio: zipped.zipRead / papa,
      sectionSwitch,
      hover,
      ...restart,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
