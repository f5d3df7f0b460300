import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../setup/chromium.mjs';
import { serve } from '../setup/server.mjs';

/** The production build in a browser, with what its main thread was busy with. */
export interface OpenedPage {
  readonly page: Page;
  readonly session: CDPSession;
  /** Main-thread tasks over 50 ms since the last call, in milliseconds. */
  readonly longTasks: () => Promise<number[]>;
  /** When the list of deals and the first chart were there, in milliseconds since the page's start; rejects when they do not come. */
  readonly firstSeen: () => Promise<FirstSeen>;
  /** Megabytes that the page's script holds after a collection: objects, and buffers outside of them. */
  readonly heap: () => Promise<number>;
}

export interface FirstSeen {
  readonly deals: number;
  readonly charts: number;
}

export interface BenchBrowser {
  readonly open: () => Promise<OpenedPage>;
  readonly version: string;
  readonly close: () => Promise<void>;
}

/** Kept by the page itself, since a task is over before anybody could ask from outside. */
const watchTasks = () => {
  const kept: number[] = [];
  Object.assign(globalThis, { longTasks: kept });
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) kept.push(Math.round(duration));
  });
  // Known to browsers, not to Node's types.
  observer.observe({ type: 'longtask', buffered: true });
};

const takeTasks = () => (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0);

/** Kept by the page itself as well: from outside, one looks only now and then. */
const watchFirst = () => {
  const seen: { deals?: number; charts?: number } = {};
  Object.assign(globalThis, { firstSeen: seen });
  const watcher = new MutationObserver(() => {
    if (document.querySelector('.deal-list a') !== null) seen.deals ??= performance.now();
    if (document.querySelector('.recharts-surface path') !== null) seen.charts ??= performance.now();
    if (seen.deals !== undefined && seen.charts !== undefined) watcher.disconnect();
  });
  watcher.observe(document, { childList: true, subtree: true });
};

const takeFirst = async (page: Page): Promise<FirstSeen> => {
  const both = () => {
    const { firstSeen } = globalThis as unknown as { firstSeen: Partial<FirstSeen> };
    return firstSeen.deals === undefined || firstSeen.charts === undefined ? null : { ...firstSeen };
  };
  return (await (await page.waitForFunction(both, undefined, { timeout: 15_000 })).jsonValue()) as FirstSeen;
};

const opened = async (context: BrowserContext, address: string): Promise<OpenedPage> => {
  const page = await context.newPage();
  await page.addInitScript(watchTasks);
  await page.addInitScript(watchFirst);
  await page.goto(address);
  const session = await context.newCDPSession(page);
  return {
    page,
    session,
    longTasks: () => page.evaluate(takeTasks),
    firstSeen: () => takeFirst(page),
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
      return (usedSize + backingStorageSize) / 1e6;
    },
  };
};

/** Serves the build and starts a browser whose storage lies in the folder given. */
export async function startBrowser(build: string, profile: string): Promise<BenchBrowser> {
  const server = await serve(build, 4300);
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    args: [...chromiumArguments],
    viewport: { width: 1280, height: 800 },
  });
  const browser: Browser | null = context.browser();
  return {
    open: () => opened(context, server.address),
    version: browser?.version() ?? '',
    close: async () => {
      await context.close();
      server.close();
    },
  };
}

/** Drops files from outside the browser, as a person does. */
export async function drop({ session }: OpenedPage, paths: readonly string[]): Promise<void> {
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
}
