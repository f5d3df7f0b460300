import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { securityHeaders } from './policy.mjs';

const loopback = '127.0.0.1';

/** @type {Record<string, string>} */
const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']);

/**
 * The files of a build by the path under which they are served. Nothing outside this list is ever opened.
 * @param {string} folder absolute
 * @returns {Map<string, string>}
 */
function filesOf(folder) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep);
    if (!entry.isFile() || path.some((part) => part.startsWith('.'))) continue;
    files.set(`/${path.map(encodeURIComponent).join('/')}`, file);
  }
  files.set('/', join(folder, 'index.html'));
  return files;
}

/** @param {string | undefined} host the Host header: a page of another host that points its name at us is refused */
const isOurs = (host) => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host ?? '');

/**
 * Serves a build on this computer only.
 * @param {string} folder absolute path of the build
 * @param {number} port first port to try
 * @param {{ exactPort?: boolean }} [options] exactPort: fail where the port is taken, instead of trying the next
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serve(folder, port, { exactPort = false } = {}) {
  const files = filesOf(folder);
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  const server = createServer((request, response) => {
    const refuse = (/** @type {number} */ status, /** @type {string} */ why) => {
      response.writeHead(status, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`${why}\n`);
    };
    if (!isOurs(request.headers.host)) return refuse(403, 'This address is served to this computer only.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD are answered.');
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    const file = files.get(path);
    if (file === undefined) return refuse(404, 'There is no such file in this build.');
    const type = extname(file);
    /** @type {Record<string, string>} */
    const headers = {
      ...securityHeaders,
      'Content-Type': contentTypes[type] ?? 'application/octet-stream',
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    let body;
    try {
      body = compressed.get(path) ?? readFileSync(file);
    } catch {
      return refuse(404, 'This file is no longer in the build: start again.');
    }
    if (compressible.has(type)) {
      headers.Vary = 'Accept-Encoding';
      if (/\bgzip\b/.test(String(request.headers['accept-encoding']))) {
        if (!compressed.has(path)) compressed.set(path, gzipSync(body));
        body = compressed.get(path) ?? body;
        headers['Content-Encoding'] = 'gzip';
      }
    }
    response.writeHead(200, { ...headers, 'Content-Length': String(body.length) });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve, reject) => {
    let candidate = port;
    server.on('listening', () =>
      resolve({
        address: `http://${loopback}:${candidate}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      }),
    );
    server.on('error', (error) => {
      const taken = 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
      if (!taken || exactPort || candidate - port >= 50 || candidate === 65535) return reject(error);
      candidate += 1;
      server.listen(candidate, loopback);
    });
    server.listen(candidate, loopback);
  });
}
