import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './dependencies.mjs';

/** @typedef {import('../../src/views/help/data/licence.ts').Licence} Licence */

/** Licences that ask for no more than their own text to be passed on. */
const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense'];

/**
 * Whether a licence asks for no more than its own text to be passed on.
 * @param {string} expression identifiers joined by AND and OR, https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export const isPermissive = (expression) =>
  expression
    .replace(/^\(|\)$/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((name) => permissive.includes(name)));

/** @param {string} folder of a package */
function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(name));
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim();
}

/**
 * The packages that the app is made with: those of `dependencies` and what these need, as the lock file has them.
 * Tools of development are not among them.
 * @returns {Licence[]} in the order of their names
 */
export function licences() {
  const lock = /** @type {{ packages: Record<string, { dev?: boolean, optional?: boolean, peer?: boolean }> }} */ (
    JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'))
  );
  /** @type {Map<string, Licence>} */
  const found = new Map();
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    const folder = join(projectFolder, path);
    if (path === '' || dev || !existsSync(join(folder, 'package.json'))) continue;
    const { name, version, license } = /** @type {{ name: string, version: string, license?: string }} */ (
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    );
    found.set(`${name}@${version}`, { name, version, licence: license ?? '', text: licenceText(folder) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The package that a module of a bundle comes from; null for one of our own.
 * @param {string} module
 * @returns {string | null}
 */
export const packageOf = (module) => {
  const [, rest] = /.*node_modules[\\/](.*)$/s.exec(module) ?? [];
  if (rest === undefined) return null;
  return rest.split(/[\\/]/, rest.startsWith('@') ? 2 : 1).join('/');
};
