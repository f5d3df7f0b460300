import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const directives = [
  "default-src 'self'",
  "connect-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types paydown',
];

test('the build carries the policy, and no inline script or style, and no eval', async ({ request }) => {
  const response = await request.get('/');
  const html = await response.text();
  const [, meta = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  expect(meta.replaceAll('&#39;', "'").split('; ')).toEqual(directives);
  // Frames can be forbidden only by the server.
  expect(response.headers()['content-security-policy']?.split('; ')).toEqual([...directives, "frame-ancestors 'none'"]);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
  for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain(' src="/assets/');
  const assets = path.resolve('dist/assets');
  for (const name of readdirSync(assets).filter((each) => each.endsWith('.js'))) {
    expect(readFileSync(path.join(assets, name), 'utf8'), name).not.toMatch(/\beval\(|\bnew Function\(/);
  }
});

test('what the policy forbids does not happen, even to a script that got into the page', async ({ page }) => {
  await page.goto('/');
  const blocked = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const refused = (task: () => unknown): boolean => {
      try {
        task();
        return false;
      } catch {
        return true;
      }
    };
    const sent = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    const markup = refused(() => {
      document.createElement('div').innerHTML = '<b>x</b>';
    });
    // In a task of the page's own: what a driver of the browser runs may be let off.
    const code = await new Promise<boolean>((resolve) => {
      const run = Reflect.get(globalThis, 'eval') as (code: string) => unknown;
      setTimeout(() => resolve(refused(() => run('1'))));
    });
    const worker = refused(() => new Worker('data:text/javascript,'));
    const policy = refused(() => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): void };
      };
      trustedTypes.createPolicy('another', {});
    });
    const image = new Image();
    image.src = 'http://127.0.0.1:9/x.png';
    const loaded = await new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
    return { sent, markup, code, worker, policy, loaded, violations: [...new Set(violations)].sort() };
  });
  expect(blocked).toMatchObject({ sent: false, markup: true, code: true, worker: true, policy: true, loaded: false });
  expect(blocked.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'require-trusted-types-for']));
});
