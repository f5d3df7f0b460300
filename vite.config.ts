import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { writeServiceWorker } from './scripts/setup/offline.mjs';
import { pagePolicy, securityHeaders } from './scripts/setup/policy.mjs';

/** Writes the content security policy into the built page. In development Vite needs an inline script. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy },
      injectTo: 'head-prepend',
    },
  ],
};

/** Writes the service worker that keeps the build, once all of the build is there. */
const offline = (): Plugin => {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: { order: 'post', handler: () => writeServiceWorker(folder) },
  };
};

export default defineConfig({
  plugins: [react(), contentSecurityPolicy, offline()],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', headers: securityHeaders },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    // Everything that the policy lets in is a file: nothing is inlined into styles or scripts.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
});
