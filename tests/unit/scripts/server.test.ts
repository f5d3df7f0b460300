import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../../scripts/setup/server.mjs';

const outside = mkdtempSync(join(tmpdir(), 'paydown-server-'));
const build = join(outside, 'dist');
let address = '';
let close = () => {};

/** The path is sent as it is: `fetch` would tidy up the dots. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });

beforeAll(async () => {
  mkdirSync(join(build, '.vite'), { recursive: true });
  writeFileSync(join(build, 'index.html'), '<title>page</title>');
  writeFileSync(join(build, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  ({ address, close } = await serve(build, 41_730));
});

afterAll(() => {
  close();
  rmSync(outside, { recursive: true });
});

test('serves the build, and nothing beside it', async () => {
  expect(await get('/')).toMatchObject({ status: 200, body: '<title>page</title>' });
  expect(await get('/index.html?a=1')).toMatchObject({ status: 200, body: '<title>page</title>' });
  const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '//secret.txt', '/.vite/manifest.json'];
  for (const path of paths) expect(await get(path), path).toMatchObject({ status: 404 });
});

test('answers only requests that mean this computer', async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await get('/', { host: 'elsewhere.example' })).toMatchObject({ status: 403 });
  expect(await get('/', { host: 'localhost:41730' })).toMatchObject({ status: 200 });
  expect(await get('/', {}, 'POST')).toMatchObject({ status: 405 });
});

test('sends the policy with every answer', async () => {
  for (const path of ['/', '/missing']) {
    const { headers } = await get(path);
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('takes the next port where one is taken', async () => {
  const second = await serve(build, Number(new URL(address).port));
  second.close();
  expect(second.address).not.toBe(address);
  await expect(serve(build, Number(new URL(address).port), { exactPort: true })).rejects.toThrow(/EADDRINUSE/);
});
