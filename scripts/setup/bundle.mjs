import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import module from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDependencies, projectFolder } from './dependencies.mjs';

/**
 * Stands for the state of everything a bundle is made from: path, size and time of change of each source.
 * @param {string} entry absolute path
 */
function fingerprint(entry) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  };
  const folders = [join(projectFolder, 'src'), dirname(entry)];
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile() && /\.(?:[cm]?[jt]sx?|json)$/.test(file.name)) add(join(file.parentPath, file.name));
    }
  }
  add(join(projectFolder, 'package-lock.json'));
  add(join(projectFolder, 'scripts', 'setup', 'bundle.mjs'));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Bundles a TypeScript entry for Node into node_modules/.cache, unless its sources are as they were the last time.
 * @param {string} entry path inside the project
 * @returns {Promise<string>} absolute path of the bundle
 */
async function bundle(entry) {
  const input = join(projectFolder, entry);
  const folder = join(projectFolder, 'node_modules', '.cache', 'paydown');
  const name = relative(projectFolder, input).replaceAll(/[^a-z0-9]+/gi, '-');
  const file = `${name}-${fingerprint(input)}.mjs`;
  const path = join(folder, file);
  if (existsSync(path)) return path;
  const { build } = await import('rolldown');
  // Under a name of its own first: a second process that starts meanwhile never sees half a bundle.
  const unfinished = join(folder, `${process.pid}-${file}`);
  mkdirSync(folder, { recursive: true });
  await build({
    input,
    platform: 'node',
    // Tools that a script starts are no part of it.
    external: ['rolldown', '@playwright/test'],
    logLevel: 'warn',
    output: { file: unfinished, format: 'esm', codeSplitting: false },
  });
  renameSync(unfinished, path);
  const earlier = readdirSync(folder).filter((other) => other.startsWith(`${name}-`) && other !== file);
  for (const other of earlier) rmSync(join(folder, other), { force: true });
  return path;
}

/**
 * Runs a TypeScript entry in this process, with what it imports bundled.
 * @param {string} entry path inside the project
 */
export async function runBundled(entry) {
  installDependencies();
  const path = await bundle(entry);
  if ('enableCompileCache' in module) module.enableCompileCache();
  await import(pathToFileURL(path).href);
}
