import { type Build, type Part, takeOver } from './parts.ts';

/**
 * Keeps the files of one build, so that the app opens without a network and never from parts of two builds. What is
 * asked for is answered from what is kept; a build takes over from the one before only when it is told to.
 */

declare const self: ServiceWorkerGlobalScope;
/** Put in when the app is built. */
declare const build: Build;

const prefix = 'paydown ';
const own = prefix + build.version;

const digestOf = async (response: Response): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Fetches a part and keeps it. Rejects where the server has another one: that of another build. */
const keep = async (cache: Cache, [path, digest]: Part): Promise<void> => {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok || (await digestOf(response.clone())) !== digest) {
    throw new Error(`${path} is not the one of this build.`);
  }
  await cache.put(path, response);
};

const keepAll = async (): Promise<void> => {
  const cache = await caches.open(own);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await Promise.all(build.parts.filter(([path]) => !kept.has(path)).map((part) => keep(cache, part)));
  // The first build has nobody to take the page from.
  if (self.registration.active === null) await self.skipWaiting();
};

/** Other pages may still be open with the build before this one; what is older is asked for by nobody. */
const takePages = async (): Promise<void> => {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(earlier.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
};

const digests = new Map(build.parts);

/** What is kept of a build; nothing where the browser does not give it, or gives another content than was put in. */
const kept = async (path: string): Promise<Response | undefined> => {
  try {
    const found = await caches.match(path, { cacheName: own });
    if (found === undefined) return undefined;
    return (await digestOf(found.clone())) === digests.get(path) ? found : undefined;
  } catch {
    return undefined;
  }
};

/** What is missing is fetched, and kept again where it is the part of this build. */
const restored = async (request: Request, path: string): Promise<Response> => {
  const response = await fetch(request);
  const digest = digests.get(path);
  if (digest === undefined || !response.ok) return response;
  const copy = response.clone();
  const again = async () => {
    if ((await digestOf(copy.clone())) === digest) await (await caches.open(own)).put(path, copy);
  };
  // Where there is no room for it, it is asked for again another time.
  await again().catch(() => undefined);
  return response;
};

const answer = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  const found = digests.has(pathname) ? await kept(pathname) : undefined;
  if (found !== undefined) return found;
  // Names of assets carry the digest of their content, so that one of an earlier build is never taken for ours.
  const earlier =
    pathname.startsWith('/assets/') && !digests.has(pathname)
      ? await caches.match(pathname).catch(() => undefined)
      : undefined;
  return earlier ?? restored(request, pathname);
};

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takePages()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const ours = request.method === 'GET' && new URL(request.url).origin === self.location.origin;
  if (ours) event.respondWith(answer(request));
});
self.addEventListener('message', (event) => {
  if (event.data === takeOver) event.waitUntil(self.skipWaiting());
});
