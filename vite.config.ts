import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { licences, packageOf } from './scripts/setup/licences.mjs';
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

/** Gives the page the licences of the packages that it is made with, and fails where one of them is not listed. */
const licenceList = (): Plugin => {
  const known = licences();
  return {
    name: 'licences',
    resolveId: (id) => (id === 'virtual:licences' ? '\0virtual:licences' : null),
    load: (id) => (id === '\0virtual:licences' ? `export const licences = ${JSON.stringify(known)};` : null),
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const module of part.moduleIds) {
          const name = packageOf(module);
          const listed = name === null || known.some((one) => one.name === name);
          if (!listed) this.error(`${name} is part of the page, but no dependency that it is shipped with.`);
        }
      }
    },
  };
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
  plugins: [react(), contentSecurityPolicy, licenceList(), offline()],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', headers: securityHeaders },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    // Everything that the policy lets in is a file: nothing is inlined into styles or scripts.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es', plugins: () => [licenceList()] },
});
