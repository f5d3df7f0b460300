import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorPanel } from '../../../src/views/ErrorPanel.tsx';

const secret = 'Secret Trust 2002-1 prints 158,463,799\nat Secret Trust (line 3)';
let broken = true;

const Charts = (): ReactNode => {
  if (broken) throw new RangeError(secret);
  return <p>All is well</p>;
};

let host: HTMLElement;
const copied: string[] = [];

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
  broken = true;
  copied.length = 0;
  host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  await act(async () =>
    root.render(
      <>
        <p>Beside it</p>
        <ErrorPanel what="charts">
          <Charts />
        </ErrorPanel>
      </>,
    ),
  );
});

afterEach(() => {
  host.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const press = (words: string) =>
  act(async () => [...host.querySelectorAll('button')].find((button) => button.textContent === words)?.click());

test('an error stays in its panel, and trying again shows what mended itself', async () => {
  expect(host.textContent).toContain('Beside it');
  expect(host.querySelector('[role=alert]')?.textContent).toContain('Showing charts failed');
  broken = false;
  await press('Try again');
  expect(host.textContent).toContain('All is well');
  expect(host.querySelector('[role=alert]')).toBeNull();
});

test('details that are copied quote no file unless somebody says so', async () => {
  await press('Copy details');
  expect(copied).toHaveLength(1);
  expect(copied[0]).toMatch(/^RangeError\n/);
  expect(copied[0]).toContain('Charts');
  expect(copied[0]).not.toMatch(/Secret|158,463,799/);
  await act(async () => host.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
  await press('Copy details');
  expect(copied[1]).toContain('158,463,799');
});
