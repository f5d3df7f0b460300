import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

/** A way through the whole app, for any browser: it asks of the browser only what every driver of one can do. */

export interface TourPage {
  /** Loads an address of the app anew, relative to its root. */
  open(path: string): Promise<void>;
  /** Runs a function in the page, which sees nothing but its argument, and brings back what it gives. */
  evaluate<Given, Result>(task: (given: Given) => Result, given: Given): Promise<Result>;
  /** Moves the mouse to a point of what is seen of the page, in pixels. */
  move(x: number, y: number): Promise<void>;
  /** Presses the mouse's button and lets it go. */
  press(): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** The page on paper. */
  pdf(): Promise<Uint8Array>;
  /** Takes away the server that the app came from. */
  disconnect(): Promise<void>;
}

/** What the drivers of several browsers call alike. */
interface Driven {
  goto(address: string): Promise<unknown>;
  evaluate(task: never, given: never): Promise<unknown>;
  readonly mouse: { move(x: number, y: number): Promise<void>; down(): Promise<void>; up(): Promise<void> };
  readonly keyboard: { type(text: string): Promise<void> };
  pdf(): Promise<Uint8Array>;
}

/** A page that a driver has opened, of the app that a server serves. */
export const drivenBy = (
  page: Driven,
  server: { readonly address: string; readonly close: () => unknown },
): TourPage => ({
  open: async (path) => {
    await page.goto('about:blank');
    await page.goto(new URL(path, server.address).href);
  },
  evaluate: (task, given) => page.evaluate(task as never, given as never) as Promise<never>,
  move: (x, y) => page.mouse.move(x, y),
  press: async () => {
    await page.mouse.down();
    await page.mouse.up();
  },
  type: (text) => page.keyboard.type(text),
  pdf: () => page.pdf(),
  disconnect: async () => {
    server.close();
  },
});

/** The addresses of those asked for that lie on another host than the app. */
export const elsewhere = (asked: readonly string[], address: string): readonly string[] =>
  asked.filter((url) => {
    const { protocol, origin } = new URL(url);
    return protocol !== 'data:' && protocol !== 'blob:' && origin !== new URL(address).origin;
  });

export interface TourFilings {
  readonly paths: readonly string[];
  /** The deal with a monthly and an annual statement. */
  readonly deal: string;
  /** The key figure of the month, as the deal page shows it, and as it is printed. */
  readonly shown: string;
  readonly printed: string;
  /** How a finding begins, and a figure that it contradicts. */
  readonly finding: string;
  readonly contradicted: string;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Most milliseconds that a step may take on a machine that does other things too. */
const patience = 40_000;

/** Waits until a question has the answer true; rejects with what was waited for. */
async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(50);
  }
}

interface Sought {
  readonly selector: string;
  /** How its text or label begins. */
  readonly words: string;
}

/** Whether the page shows, in the element that a selector finds, some words. */
const says = (page: TourPage, selector: string, words: string): Promise<void> =>
  until(`“${words}” in ${selector}`, () =>
    page.evaluate(
      ({ selector, words }: Sought) =>
        [...document.querySelectorAll<HTMLElement>(selector)].some(
          (element) => element.checkVisibility() && (element.textContent ?? '').includes(words),
        ),
      { selector, words },
    ),
  );

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The middle of the first element that a person can see whose text or label begins with some words, brought into view;
 * null while there is none, or something lies over it.
 */
const middleOf = (page: TourPage, sought: Sought): Promise<Point | null> =>
  page.evaluate(({ selector, words }: Sought) => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return element.checkVisibility() && name.trim().startsWith(words);
    });
    found?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = found?.getClientRects()[0];
    if (found === undefined || box === undefined) return null;
    const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
    const top = document.elementFromPoint(x, y);
    return top !== null && found.contains(top) ? { x, y } : null;
  }, sought);

/** Waits until an element is there, stands still and nothing lies over it, and moves the mouse to its middle. */
const pointAt = async (page: TourPage, selector: string, words: string): Promise<void> => {
  let before: Point | null = null;
  await until(`a control “${words}” (${selector})`, async () => {
    const now = await middleOf(page, { selector, words });
    const isStill = now !== null && before !== null && now.x === before.x && now.y === before.y;
    before = now;
    if (isStill) await page.move(now.x, now.y);
    return isStill;
  });
};

/** Clicks with the mouse. */
const click = async (page: TourPage, selector: string, words: string): Promise<void> => {
  await pointAt(page, selector, words);
  await page.press();
};

/** Drops files on the page, as far as a page can be told of a drop from within. */
const drop = async (page: TourPage, paths: readonly string[]): Promise<void> => {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), text: await readFile(path, 'latin1') })),
  );
  await page.evaluate((given: readonly { readonly name: string; readonly text: string }[]) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) {
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type: 'text/plain' }));
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, files);
};

/** Goes to something, or does it, by its name in the palette. */
const goBy = async (page: TourPage, typed: string, words: string): Promise<void> => {
  await click(page, 'header button', 'Go to…');
  await until('the palette', () =>
    page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox', undefined),
  );
  await page.type(typed);
  await click(page, '[role=option]', words);
};

const section = (page: TourPage, name: string): Promise<void> => click(page, 'nav[aria-label="Sections"] a', name);

const deals = 'nav[aria-label="Deals and files"] a';

/** Waits until whatever is being read has been read. */
const read = (page: TourPage): Promise<void> =>
  until('the end of reading', () =>
    page.evaluate((selector: string) => document.querySelector(selector) === null, 'main progress'),
  );

/** Charts are drawn when they come into view. */
const chart = (page: TourPage, title: string): Promise<void> =>
  until(`the chart ${title}`, () =>
    page.evaluate((title: string) => {
      const figures = [...document.querySelectorAll('figure')];
      const figure = figures.find((each) => each.textContent?.includes(title));
      figure?.scrollIntoView({ block: 'center' });
      return (figure?.querySelectorAll('svg path, svg rect').length ?? 0) > 3;
    }, title),
  );

/** Points into the first chart, where its figures are told, and clicks: the line of a figure opens. */
const throughChart = async (page: TourPage): Promise<void> => {
  await pointAt(page, 'figure .chart-hits', '');
  await says(page, '.chart-tooltip', 'opens line');
  await page.press();
  await says(page, '[aria-current="true"]', '');
  await click(page, 'main button', '← Back');
  await chart(page, 'Class balances');
};

const print = async (page: TourPage): Promise<void> => {
  await click(page, 'main a', 'Report for print');
  await says(page, '.report h2', 'Sources');
  for (const title of ['Class balances', 'Certificate factors', 'Delinquency', 'Prepayments']) await chart(page, title);
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.printed = 'yes';
    };
  }, undefined);
  await click(page, 'main button', 'Print or save as PDF');
  await until('the dialog of the printer', () =>
    page.evaluate(() => document.documentElement.dataset.printed === 'yes', undefined),
  );
  const paper = await page.pdf();
  const begins = new TextDecoder('latin1').decode(paper.slice(0, 5));
  if (begins !== '%PDF-' || paper.length < 20_000) throw new Error(`The report on paper is ${paper.length} bytes.`);
  await click(page, 'main a', 'Back to the deal');
};

const compare = async (page: TourPage): Promise<void> => {
  await click(page, deals, 'Compare');
  await says(page, 'h1', 'Compare');
  await says(page, '.compare-ranks', 'Simulated');
  await says(page, '.compare-ranks', 'Example');
  await click(page, 'main button', 'Small multiples');
  await says(page, '.compare-small figure', 'Simulated');
};

const goDark = async (page: TourPage): Promise<void> => {
  const brightness = () =>
    page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null) return null;
      pen.fillStyle = getComputedStyle(document.body).backgroundColor;
      pen.fillRect(0, 0, 1, 1);
      return pen.getImageData(0, 0, 1, 1).data[1] ?? null;
    }, undefined);
  await goBy(page, 'light theme', 'ActionLight theme');
  await until('a light page', async () => ((await brightness()) ?? 0) > 200);
  await goBy(page, 'dark theme', 'ActionDark theme');
  await until('a dark page', async () => ((await brightness()) ?? 255) < 60);
};

/** Without the server, the app and what was read are there when the page is loaded anew. */
const withoutNetwork = async (page: TourPage, filings: TourFilings): Promise<void> => {
  await until('the app kept for later', () =>
    page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated', undefined),
  );
  await page.disconnect();
  await page.open('/#/files');
  await says(page, deals, filings.deal);
  await says(page, deals, 'Simulated');
  await click(page, deals, filings.deal);
  await says(page, '.key-figures', filings.shown);
  await chart(page, 'Class balances');
};

/**
 * Opens the sample deal, drops statements, looks through charts, tables, findings and a line of the source, compares,
 * exports, prints, goes by the palette, in the dark, and comes back without a network; all with the mouse. `exported`
 * waits for the file that an action saves and gives its text. Throws in words where something is not as it should be.
 */
export async function tour(
  page: TourPage,
  filings: TourFilings,
  exported: (action: () => Promise<void>) => Promise<string>,
): Promise<void> {
  await page.open('/');
  await says(page, 'h1', 'See an asset-backed deal pay down');
  await click(page, 'button', 'Open the sample deal');
  await says(page, 'h1', 'Simulated');
  await chart(page, 'Class balances');
  await read(page);
  await throughChart(page);

  await drop(page, filings.paths);
  await click(page, deals, filings.deal);
  await says(page, 'h1', filings.deal);
  await says(page, '.key-figures', filings.shown);
  for (const title of ['Class balances', 'Certificate factors', 'Delinquency', 'Prepayments']) await chart(page, title);

  await section(page, 'Tables');
  const csv = await exported(() => click(page, 'main button', 'Export CSV'));
  if (!/^.*,.*\r\n.*\d/s.test(csv)) throw new Error(`This is no table: ${csv.slice(0, 200)}`);

  await section(page, 'Statement');
  await click(page, 'main button.figure', filings.shown);
  await says(page, '[aria-current="true"]', filings.printed);
  await click(page, 'main button', '← Back');

  await section(page, 'Checks');
  await click(page, '#findings a', filings.finding);
  await says(page, 'main', filings.deal);
  await says(page, '.mark-contradicted', filings.contradicted);

  await compare(page);
  await click(page, deals, filings.deal);
  await print(page);
  await goBy(page, 'prepayments section', 'SectionPrepayments');
  await until('the section', () => page.evaluate(() => location.hash.includes('section=prepayments'), undefined));
  await goDark(page);
  await withoutNetwork(page, filings);
}

/** Statements of the project's own. */
export const tourFilings: TourFilings = {
  paths: ['monthly-2002-05.txt', 'annual-2002.txt', 'supplement-2003-4.txt'].map((name) =>
    resolve('tests/fixtures/filings', name),
  ),
  deal: 'Example Home Equity Loan Trust 2002-1',
  shown: '$196.2m',
  printed: '196,206,895',
  finding: 'Realized losses',
  contradicted: '126,976',
};
