import { resolve } from 'node:path';

/** A way through the whole app, for any browser: it asks of the browser only what every driver of one can do. */

export interface TourPage {
  /** Opens an address of the app, relative to its root. */
  open(path: string): Promise<void>;
  /** Runs a function in the page, which sees nothing but its argument, and brings back what it gives. */
  evaluate<Given, Result>(task: (given: Given) => Result, given: Given): Promise<Result>;
  /** Gives files to the input that a selector finds. */
  choose(selector: string, paths: readonly string[]): Promise<void>;
}

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

/** Clicks the first control that a person can see whose text or label begins with some words, once it is there. */
const click = (page: TourPage, selector: string, words: string): Promise<void> =>
  until(`a control “${words}”`, () =>
    page.evaluate(
      ({ selector, words }: Sought) => {
        const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
          const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
          return element.checkVisibility() && name.trim().startsWith(words);
        });
        found?.scrollIntoView({ block: 'center' });
        found?.click();
        return found !== undefined;
      },
      { selector, words },
    ),
  );

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

/**
 * Opens the sample deal, adds statements, looks at charts, tables, findings and a line of the source, exports, and comes back
 * later. `exported`
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

  await page.choose('input[type=file][aria-label="Files"]', filings.paths);
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
  await page.evaluate(() => history.back(), undefined);

  await section(page, 'Checks');
  await click(page, '#findings a', filings.finding);
  await says(page, 'main', filings.deal);
  await says(page, '.mark-contradicted', filings.contradicted);

  // Everything is still there when the page is opened anew.
  await page.open('/#/files');
  await says(page, deals, filings.deal);
  await says(page, deals, 'Simulated');
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
